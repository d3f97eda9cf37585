"""Read one YAML file whole: its bytes, its tree, its plain values, its own mistakes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from briefing.model.diagnostic import Diagnostic
from briefing.outline.near import nearest
from briefing.outline.nodes import Position, UnreadableError, read_nodes
from briefing.outline.slips import comments, first_slip, run_on
from briefing.outline.syntax import Mistake
from briefing.outline.values import Document, diagnostic, values_of

MAX_BYTES: Final = 1024 * 1024
"""An outline of every key with a hundred edits has 10 kB."""

MAX_LINES: Final = 1000
"""Lines of a file that is no outline in which a slip is looked for."""

_SIXTEEN: Final = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path, shown: str) -> bytes | Diagnostic:
    """Give the bytes of the file at *path*, or why there are none."""
    try:
        if not path.is_file():
            return _no_file(path, shown)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"`{shown}` cannot be read: {reason.lower()}"
        return diagnostic(shown, "unreadable", message)
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024} KiB"
        hint = "is it the outline? articles and notes belong in files of their own"
        return diagnostic(shown, "too-large", message, hint=hint)
    return data


def read_document(data: bytes, shown: str) -> tuple[Document | None, list[Diagnostic]]:
    """Give what *data* holds, with the mistakes that any YAML file may have."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, shown)]
    try:
        root = read_nodes(text)
    except UnreadableError as error:
        if error.at and (slip := first_slip(text, error.at.line)):
            return None, [_as_diagnostic(slip, shown)]
        return None, [diagnostic(shown, error.code, str(error), error.at, error.hint)]
    values, faults = (None, []) if root is None else values_of(shown, root)
    if root is None or values is None:
        hint = "write a `title` and `sections`; every other key may be left out"
        return None, [diagnostic(shown, "empty", "the file is empty", hint=hint)]
    if not isinstance(values, dict):
        kind = "a list" if isinstance(values, list) else "a text"
        message = f"the file holds {kind} where keys with values must stand"
        hint = "begin with `title: …`"
        if slip := first_slip(text, MAX_LINES):
            return None, [_as_diagnostic(slip, shown)]
        return None, [*faults, diagnostic(shown, "wrong-shape", message, root.at, hint)]
    slips = [*comments(text), *run_on(root, text)]
    faults += [_as_diagnostic(slip, shown) for slip in slips]
    return Document(shown, root, values), faults


def _as_diagnostic(slip: Mistake, shown: str) -> Diagnostic:
    code, message, line, column, hint = slip
    return diagnostic(shown, code, message, Position(line, column), hint)


def _no_file(path: Path, shown: str) -> Diagnostic:
    if path.is_dir():
        hint = "name the outline in it, or begin one with `briefing init`"
        return diagnostic(shown, "not-a-file", f"`{shown}` is a folder", hint=hint)
    if path.exists():
        return diagnostic(shown, "not-a-file", f"`{shown}` is not a regular file")
    names = [p.name for p in path.parent.glob("*.y*ml")] if path.parent.is_dir() else []
    near = nearest(path.name, names)
    start = "`briefing init` begins one, with every key explained"
    meant = (Path(shown).parent / near).as_posix() if near else ""
    hint = f"did you mean `{meant}`?" if near else start
    return diagnostic(shown, "no-file", f"there is no file `{shown}`", hint=hint)


def _not_utf8(data: bytes, start: int, shown: str) -> Diagnostic:
    hint = "save it as UTF-8"
    if data.startswith(_SIXTEEN):
        message = "the file is written in UTF-16, not UTF-8"
        return diagnostic(shown, "not-utf8", message, Position(1, 1), hint)
    before = data[:start].decode("utf-8-sig", "replace")
    column = len(before) - (before.rfind("\n") + 1) + 1
    at = Position(before.count("\n") + 1, column)
    message = f"the byte 0x{data[start]:02X} is not UTF-8"
    return diagnostic(shown, "not-utf8", message, at, hint)
