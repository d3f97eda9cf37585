"""Keep results between runs: a folder of whole files, each named by what it comes from.

A file is written beside its place and renamed into it, so that a run that is killed, or
another one at the same moment, leaves nothing half written. Whatever cannot be read
back as it was written counts as absent: a lost result is worked out again.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from briefing.resources import PACKAGE
from briefing.version import __version__

VARIABLE: Final = "BRIEFING_CACHE"
"""Names another folder than the user's own."""

MAGIC: Final = b"briefing/kept/1\n"

MOST: Final = 256_000_000
"""Bytes that the folder may hold; 500 articles of 800 words take some 10 MB."""

ROOM: Final = 0.8
"""Share of the bytes that are left when the oldest were dropped."""

ABANDONED: Final = 3600
"""Seconds after which a file half written is that of a run that was killed."""

# Matches "3f…c2.kept", 64 digits, and ".x8_0k2a1.part"; no file that we did not write.
_OURS: Final = re.compile(r"[0-9a-f]{64}\.kept|\.\w+\.part")


@dataclass(frozen=True, slots=True)
class Cache:
    """Results by key; no method raises, since a run does as well without."""

    folder: Path
    most: int = MOST
    """Bytes it may hold; the results that were not used for longest leave first."""

    def read(self, key: str) -> bytes | None:
        """Give what was kept under *key*; None where it is not there, or damaged."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        start = len(MAGIC) + hashlib.sha256().digest_size
        proof, kept = content[:start], content[start:]
        return kept if proof == _proof(key, kept) else None

    def write(self, key: str, kept: bytes) -> None:
        """Keep *kept* under *key*, whole or not at all."""
        with suppress(OSError):
            # Other people's articles are nobody else's business.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(".part", ".", self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_proof(key, kept) + kept)
                Path(name).replace(self._path(key))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def tidy(self) -> None:
        """Drop what was not used for longest, where there is too much."""
        with suppress(OSError):
            self._drop(sorted(self._ours()))

    def _drop(self, ours: list[tuple[float, int, Path]]) -> None:
        """Drop the oldest of *ours*, and what a killed run left."""
        before = time.time() - ABANDONED
        total = sum(size for _, size, _ in ours)
        bound = self.most * ROOM if total > self.most else self.most
        for used, size, path in ours:
            if total > bound or (path.suffix == ".part" and used < before):
                total -= size
                with suppress(OSError):
                    path.unlink()

    def _ours(self) -> Iterator[tuple[float, int, Path]]:
        """Give each of our files: when it was used last, its size, its path."""
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if _OURS.fullmatch(entry.name):
                    with suppress(OSError):
                        status = entry.stat(follow_symlinks=False)
                        yield status.st_mtime, status.st_size, Path(entry.path)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.kept"


def _proof(key: str, kept: bytes) -> bytes:
    """Give what stands before *kept*: it is ours, whole, and belongs to *key*."""
    return MAGIC + hashlib.sha256(key.encode() + kept).digest()


def key_of(*parts: str) -> str:
    """Give the key of what this program makes of *parts*: 64 hex digits."""
    digest = _begun(program()).copy()
    digest.update(_joined(parts))
    return digest.hexdigest()


@cache
def _begun(parts: tuple[str, ...]) -> hashlib._Hash:
    """Give the digest that begins every key, to be copied."""
    return hashlib.sha256(_joined(parts))


def _joined(parts: tuple[str, ...]) -> bytes:
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return text.encode("utf-8", "surrogatepass")


@cache
def program() -> tuple[str, ...]:
    """Give what tells this program from any other: each has results of its own.

    The version alone would not do where the code is being worked on. The packages that
    are installed count too: sentences, stems and the texts of pages are theirs.
    """
    digest = hashlib.sha256()
    for path in _files(PACKAGE):
        digest.update(path.encode())
        with open(path, "rb") as file:  # noqa: PTH123 - twice as fast for 400 files
            digest.update(hashlib.sha256(file.read()).digest())
    packages = (
        name
        for folder in sys.path
        if os.path.isdir(folder)  # noqa: PTH112
        for name in sorted(os.listdir(folder))  # noqa: PTH208
        if name.endswith(".dist-info")
    )
    python = sys.implementation.cache_tag or sys.version
    return (__version__, python, digest.hexdigest(), *dict.fromkeys(packages))


def _files(folder: Path) -> Iterator[str]:
    """Give the files of the package, those that Python compiled left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(here, name) for name in sorted(names))  # noqa: PTH118


def users_folder(environment: Mapping[str, str], platform: str) -> Path | None:
    """Give the folder of this user's cache, by the rules of the *platform*.

    None where the user has no home. A relative path in XDG_CACHE_HOME counts as none.
    """
    named = environment.get(VARIABLE)
    if named:
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local or home / "AppData" / "Local") / "briefing" / "Cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "briefing"
    base = Path(environment.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else home / ".cache") / "briefing"
