"""Turn diagnostics into lines for people and into JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from briefing.model.diagnostic import Diagnostic


def place_of(diagnostic: Diagnostic) -> str:
    """Give `path:line:column` as far as known; "" where nothing is."""
    parts = [diagnostic.path, diagnostic.line, diagnostic.column]
    known = [str(part) for part in parts if part is not None]
    return ":".join(known) if diagnostic.path is not None else ""


def line_of(diagnostic: Diagnostic) -> str:
    """Give one diagnostic as text: place, severity, code, message, hint below."""
    place = place_of(diagnostic)
    head = f"{place}: " if place else ""
    text = f"{head}{diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"
    return f"{text}\n  hint: {diagnostic.hint}" if diagnostic.hint else text


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Give diagnostics as a JSON list, one object each, for `--diagnostics json`."""
    return json.dumps([asdict(item) for item in diagnostics], ensure_ascii=False)
