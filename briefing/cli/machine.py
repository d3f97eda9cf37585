"""Examine the machine: what a brief needs, and what makes one better.

Each examination gives what it found, and where that is too little, what to type.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final, Literal

from briefing.errors import OutputError
from briefing.resources import data_path, manual_path, templates_folder

OLDEST: Final = (3, 11)
"""The Python that the package asks for."""

TEMPLATES: Final = (
    "brief.css",
    "brief.html.j2",
    "brief.md.j2",
    "brief.pdf.css",
    "brief.screen.css",
)
FONTS: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf")
DATA: Final = ("labels.yaml", "outline.schema.json", "brief.schema.json", "sections")

REINSTALL: Final = "python -m pip install --force-reinstall briefing"

State = Literal["there", "missing", "advice"]

# Matches the name in "PyStemmer>=3.0"; nothing in "build>=1; extra == 'dev'".
_NAME: Final = re.compile(r"(?!.*\bextra ==)([A-Za-z0-9._-]+)")

# System → its names in /etc/os-release, those of its relatives too.
_FAMILIES: Final = {
    "Debian, Ubuntu": ("debian", "ubuntu"),
    "Fedora": ("fedora", "rhel", "centos"),
    "Alpine": ("alpine",),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one examination found."""

    state: State
    """`missing`: a brief needs it; `advice`: it would be better with it."""
    said: str
    remedy: tuple[str, ...] = ()
    """Lines to type, or what to do."""


def examined(output: Path) -> Iterator[Finding]:
    """Give all findings; *output* is the folder that a build would write to."""
    for examine in EXAMINATIONS:
        yield from examine()
    yield from writing(output)


def python() -> Iterator[Finding]:
    """Is Python new enough?"""
    here = platform.python_version()
    if sys.version_info >= OLDEST:
        yield Finding("there", f"Python {here}")
        return
    wanted = ".".join(map(str, OLDEST))
    remedy = (f"install Python {wanted} or newer, and with it: pipx install briefing",)
    yield Finding("missing", f"Python {here} is older than {wanted}", remedy)


def packages() -> Iterator[Finding]:
    """Is every package installed that the program asks for?"""
    try:
        asked = metadata.requires("briefing") or []
    except metadata.PackageNotFoundError:
        said = "the package is not installed, only its files are here"
        yield Finding("advice", said, ("python -m pip install --editable .",))
        return
    names = [found[1] for each in asked if (found := _NAME.match(each))]
    lost = [name for name in names if not _has(name)]
    if lost:
        remedy = (f"python -m pip install {' '.join(lost)}",)
        yield Finding("missing", f"Python packages: {', '.join(lost)}", remedy)
    else:
        versions = ", ".join(f"{name} {metadata.version(name)}" for name in names)
        yield Finding("there", f"Python packages: {versions}")


def _has(package: str) -> bool:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def pango() -> Iterator[Finding]:
    """Can a PDF be laid out, and quickly?"""
    from briefing.writers.engine import weasyprint

    try:
        version = weasyprint().__version__
    except OutputError as error:
        said = "Pango, which lays out the PDF; the other formats do without"
        yield Finding("missing", said, (*_pango_commands(), f"({error.__cause__})"))
        return
    from weasyprint.text import ffi

    number = ffi.pango.pango_version()
    told = f"{number // 10_000}.{number // 100 % 100}.{number % 100}"
    yield Finding("there", f"PDF: WeasyPrint {version} with Pango {told}")
    if getattr(ffi, "harfbuzz_subset", None) is None:
        said = "HarfBuzz's subsetter, which makes PDFs faster, is not there"
        yield Finding("advice", said, _pango_commands())


def _pango_commands() -> tuple[str, ...]:
    """Give the command for this system; all of them where it is not known."""
    from briefing.writers.engine import COMMANDS

    here = system_name()
    fitting = tuple(command for system, command in COMMANDS if system == here)
    return fitting or tuple(f"{system}: {command}" for system, command in COMMANDS)


def system_name() -> str | None:
    """Give the system as the table of commands has it; None where it has it not."""
    known = {"darwin": "macOS", "win32": "Windows, with MSYS2"}
    if sys.platform in known:
        return known[sys.platform]
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return None
    names = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return next((name for name, ids in _FAMILIES.items() if names & {*ids}), None)


def shipped() -> Iterator[Finding]:
    """Is everything there that ships with the program?"""
    pages, fonts = templates_folder(), templates_folder() / "fonts"
    groups = {
        "page templates": [pages / name for name in TEMPLATES],
        "fonts": [fonts / name for name in FONTS],
        "word lists and schemas": [*map(data_path, DATA), manual_path()],
    }
    for what, paths in groups.items():
        lost = [path for path in paths if not os.access(path, os.R_OK)]
        if lost:
            names = ", ".join(path.name for path in lost)
            yield Finding("missing", f"{what}: {names}", (REINSTALL,))
        else:
            yield Finding("there", f"{what} in {paths[0].parent}")


def readers() -> Iterator[Finding]:
    """Which files can be read as articles?"""
    try:
        from briefing.readers import READERS
    except ImportError as error:
        yield Finding("missing", f"articles cannot be read: {error}", (REINSTALL,))
        return
    yield Finding("there", f"articles can be {', '.join(sorted(READERS))}")


def letters() -> Iterator[Finding]:
    """Can the terminal show every letter?"""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("_", "-")
    if encoding in ("utf-8", "utf8", "cp65001"):
        yield Finding("there", "the terminal shows every letter (UTF-8)")
        return
    command = "setx PYTHONUTF8 1" if sys.platform == "win32" else "export PYTHONUTF8=1"
    said = f"letters that {encoding} lacks are shown as numbers; files have them all"
    yield Finding("advice", said, (command,))


def writing(folder: Path) -> Iterator[Finding]:
    """Can the *folder* of a build be written?"""
    nearest = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        said = f"`{nearest}` cannot be written: {reason}"
        remedy = ("name another folder: briefing build --output FOLDER",)
        yield Finding("missing", said, remedy)
        return
    yield Finding("there", f"`{folder}` can be written")


EXAMINATIONS: Final[tuple[Callable[[], Iterator[Finding]], ...]] = (
    python,
    packages,
    pango,
    shipped,
    readers,
    letters,
)
"""In the order in which the lack of one would hinder the next."""
