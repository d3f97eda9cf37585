"""Find the files that the outline names, and keep every path inside its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Final

from briefing.file_names import shown_name
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline
from briefing.outline.values import diagnostic

ENDINGS: Final = (".txt", ".text")
"""Endings of the files read as articles, where the caller names no others."""

MAX_FILES: Final = 20_000
"""Files that one pattern looks at; a folder of articles holds some hundreds."""

_WILD: Final = re.compile(r"[*?\[]")


def is_inside(folder: Path, path: Path) -> bool:
    """Tell whether *path*, links followed, lies in *folder* or is it."""
    real, limit = _real(path), _real(folder)
    return real is not None and limit is not None and real.is_relative_to(limit)


def _real(path: Path) -> Path | None:
    """Give *path* with links followed; None where that cannot be done."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a NUL, too long
        return None


def is_wild(entry: str) -> bool:
    """Tell whether *entry* is a pattern, which may match several names."""
    return _WILD.search(entry) is not None


def fixed_part(entry: str) -> str:
    """Give the part of *entry* before its first wildcard: `a/b/` of `a/b/*.txt`."""
    wild = _WILD.search(entry)
    return entry[: entry.rfind("/", 0, wild.start()) + 1] if wild else entry


def base_of(folder: Path, entry: str) -> Path:
    """Give the file or folder that *entry* names, or that its matches stand in."""
    whole = folder / entry
    return whole if os.path.lexists(whole) else folder / fixed_part(entry)


def entry_files(folder: Path, entry: str) -> list[Path]:
    """Give what *entry* names, sorted: the contents of a folder, a file, or matches."""
    try:
        path = folder / entry
        if path.is_dir():
            return sorted(path.iterdir())
        if path.exists() or path.is_symlink():
            return [path]
        if not _WILD.search(entry):
            return []
        fixed = fixed_part(entry)
        return sorted(_matches(folder / fixed, entry[len(fixed) :]))
    except (OSError, ValueError):
        return []


def _matches(base: Path, wild: str) -> Iterator[Path]:
    """Give the files below *base* whose rest of the path fits *wild*."""
    pattern = re.compile(_glob_pattern(wild), re.DOTALL)
    depth = None if "**" in wild else wild.count("/")
    for path in islice(_walk(base, depth), MAX_FILES):
        if pattern.fullmatch(path.relative_to(base).as_posix()):
            yield path


def _walk(base: Path, depth: int | None) -> Iterator[Path]:
    """Give the files below *base*, down to *depth* folders, and links to folders.

    Linked folders are not entered: a link may lead out, or in a circle. Nor are
    hidden ones.
    """
    for root, folders, names in os.walk(base):
        here = Path(root)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (here / name).is_symlink()]
        yield from (here / name for name in sorted([*names, *links]))
        if depth is not None and len(here.relative_to(base).parts) >= depth:
            folders.clear()


def _glob_pattern(wild: str) -> str:
    """Give the regular expression of a pattern: `**/` folders, `*` and `?` letters."""
    out: list[str] = []
    # Matches the wildcards; a lone "[" is itself.
    for part in re.split(r"(\*\*/|\*+|\?|\[!?[^\]/]+\])", wild):
        if part == "**/":
            out.append("(?:[^/]+/)*")
        elif part.startswith("*"):
            out.append("[^/]*" if part == "*" else ".*")
        elif part == "?":
            out.append("[^/]")
        elif len(part) > 1 and part.startswith("[") and part.endswith("]"):
            inside = re.escape(part[1:-1].removeprefix("!")).replace(r"\-", "-")
            out.append(f"[{'^' if part[1] == '!' else ''}{inside}]")
        else:
            out.append(re.escape(part))
    return "".join(out)


def find_articles(
    outline: Outline, endings: Collection[str] = ENDINGS
) -> tuple[list[Path], list[Diagnostic]]:
    """Give the outline's article files, sorted by path, and why others are left out.

    A folder gives the files directly in it. A file that lies outside, links followed,
    is left out, unless the entry itself names a place outside: that is refused when
    an outline is loaded, so only the user's own command can have put it there.
    """
    found: dict[Path, tuple[str, Path]] = {}
    said: dict[str, Diagnostic] = {}
    for entry in outline.articles:
        base = base_of(outline.folder, entry)
        limit = _real(outline.folder if is_inside(outline.folder, base) else base)
        links = _Links()
        for path in entry_files(outline.folder, entry):
            shown = shown_path(outline.folder, path)
            if outline.path is not None and _is_same(path, outline.path):
                continue
            real = links.follow(path)
            is_in = real and limit and real.is_relative_to(limit)
            if problem := _left_out(path, shown, endings, is_in=bool(is_in)):
                said[shown] = problem
            elif real:
                also, _ = found.setdefault(real, (shown, path))
                if also != shown:
                    said[shown] = _said(
                        "same-file", f"is the same file as `{also}`", shown
                    )
    paths = [path for _, path in sorted(found.values(), key=itemgetter(0))]
    return paths, [said[name] for name in sorted(said)]


class _Links:
    """Follows links; the folder that files stand in is followed once for all."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path | None] = {}

    def follow(self, path: Path) -> Path | None:
        """Give *path* as it really is; None where that cannot be told."""
        if os.path.islink(path):  # noqa: PTH114 - the other one raises
            return _real(path)
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = _real(folder)
        real = self._folders[folder]
        return real and real / path.name


def shown_path(folder: Path, path: Path) -> str:
    """Give *path* relative to *folder*, with `/`, as articles and messages have it."""
    return shown_name(os.path.relpath(path, folder).replace(os.sep, "/"))


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def _left_out(
    path: Path, shown: str, endings: Collection[str], *, is_in: bool
) -> Diagnostic | None:
    if path.name.startswith("."):
        return _said("hidden-file", "is hidden, so it is not read", shown)
    if not is_in:
        message = "is a link that leads out of the outline's folder, so it is not read"
        return _said("outside-file", message, shown, "copy the file into the folder")
    if path.is_dir():
        message = "is a folder in a folder of articles, so its files are not read"
        return _said("folder-inside", message, shown, f"add `{shown}/` to `articles`")
    if path.suffix.lower() not in endings:
        message = f"has no ending of an article ({', '.join(sorted(endings))})"
        return _said("unsupported-file", message, shown, "save its text as .txt")
    if not path.is_file():
        return _said("odd-file", "is not a file that can be read", shown)
    return None


def _said(code: str, message: str, shown: str, hint: str | None = None) -> Diagnostic:
    return diagnostic(shown, code, f"`{shown}` {message}", None, hint)
