"""What a caller may ask of the writers beyond the format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Attach = Literal["none", "public", "full"]
"""What a PDF carries: nothing; the brief without reasons, unused files and
diagnostics; the brief whole."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to write, the same for all formats."""

    attach: Attach = "public"
    templates: Path | None = None
    """A folder of the user's own templates, which win over the shipped ones by name."""


DEFAULT = Options()
