"""Build a brief of a folder of hostile files, and find what it did to the program."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from markdown_it import MarkdownIt

from briefing.labels import label
from tests.hostile import PRODUCT, write_hostile

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

ROOT: Final = Path(__file__).resolve().parent.parent
GOOD: Final = ROOT / "tests" / "event" / "articles"
MEGABYTE: Final = 1_000_000

MOST: Final = 1_500 * MEGABYTE
"""Bytes that no process may have; 2,000 files took 1,012 MB, and 60 of them 160 MB."""

OUTLINE: Final = """\
title: Sinking of the ferry Skarven
marking: TLP:CLEAR
articles: articles/
sections:
  - use: background
  - use: incident
  - use: casualties
  - use: investigation
  - use: open_questions
"""

_COMMAND: Final = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))
from briefing.cli import main
sys.argv[0] = "briefing"
main()
"""

# Matches "javascript:" and "data:" before a link's rest; not "https:" or "mailto".
SAFE: Final = re.compile(r"(?:https?://|#|(?:brief\.|[\w-]+\.svg)|data:image/)")
# Elements that act or fetch; the page's own style and drawings are none of them.
ACTIVE: Final = frozenset(
    {"applet", "audio", "base", "embed", "form", "frame", "iframe", "object", "script"}
)
POLICY: Final = "Content-Security-Policy"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    code: int
    output: str
    errors: str
    seconds: float
    peak: int
    """Bytes of memory at the most that any of its processes had at once."""


def run(folder: Path, *words: str, most: int) -> Ran:
    """Run `briefing` in *folder*, each of its processes kept below *most* bytes."""
    command = [sys.executable, "-c", _COMMAND.format(most=most), *words]
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    means = {"PYTHONPATH": paths, "BRIEFING_CACHE": str(folder / "cache")}
    started = time.monotonic()
    with (folder / "out").open("w+b") as out, (folder / "err").open("w+b") as err:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **means}, stdout=out, stderr=err
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output, errors = _whole(out), _whole(err)
    unit = 1 if sys.platform == "darwin" else 1024
    seconds = time.monotonic() - started
    return Ran(process.returncode, output, errors, seconds, usage.ru_maxrss * unit)


def _whole(stream: Any) -> str:
    stream.seek(0)
    text: str = stream.read().decode("utf-8", "backslashreplace")
    return text


@dataclass(frozen=True, slots=True)
class Trial:
    """Hostile files among good ones, what was built of them, and what is wrong."""

    hostile: tuple[str, ...]
    good: tuple[str, ...]
    built: Ran
    brief: Any
    faults: tuple[str, ...]

    @property
    def summary(self) -> str:
        """One line for people."""
        told = {item["path"] for item in self.brief["unused"]}
        used = sum(f"articles/{name}" not in told for name in self.hostile)
        return (
            f"{len(self.hostile):,} hostile files: {len(self.faults)} faults, "
            f"{used:,} read, {len(self.hostile) - used:,} named as unused; "
            f"{self.built.seconds:.0f} s, {self.built.peak // MEGABYTE:,} MB"
        )


def try_hostile(  # noqa: PLR0913 - each says how hard the trial is
    folder: Path,
    seed: int,
    count: int,
    *,
    formats: str,
    most: int = MOST,
    whole: bool = True,
) -> Trial:
    """Build a brief of *count* hostile files and the good ones in *folder*."""
    articles = folder / "articles"
    articles.mkdir(parents=True)
    good = [f"good_{path.name}" for path in sorted(GOOD.glob("*.txt"))]
    for name in good:
        shutil.copy(GOOD / name.removeprefix("good_"), articles / name)
    hostile = write_hostile(articles, seed, count, whole=whole)
    (folder / "config.yaml").write_text(OUTLINE, encoding="utf-8")
    words = ("build", "--format", formats, "--diagnostics", "json")
    # Addresses are reserved in larger pieces than are ever used.
    built = run(folder, *words, most=4 * most)
    if built.code:
        fault = f"the build ended with {built.code}: {built.errors[-2_000:]}"
        return Trial(tuple(hostile), tuple(good), built, {"unused": []}, (fault,))
    brief = json.loads((folder / "build" / "brief.json").read_text("utf-8"))
    faults = [
        *_traces(built),
        *([f"{built.peak:,} bytes of memory"] if built.peak > most else []),
        *_unnamed(brief, built, hostile),
        *_lost(brief, good),
        *acting(folder / "build"),
        *_unproved(folder, most),
    ]
    return Trial(tuple(hostile), tuple(good), built, brief, tuple(faults))


def _traces(built: Ran) -> Iterator[str]:
    for name, text in (("stdout", built.output), ("stderr", built.errors)):
        if "\x1b" in text:
            yield f"a raw escape on {name}"
        if "Traceback" in text:
            yield f"a traceback on {name}: {text[text.index('Traceback') :][:2_000]}"
    for item in json.loads(built.errors):
        if item["code"] == "read-failed" or item["code"].startswith("verify-"):
            yield f"{item['path']}: {item['message']} [{item['code']}]"


def _unnamed(brief: Any, built: Ran, hostile: Sequence[str]) -> Iterator[str]:
    """Find the files that neither stand in the brief nor in what was said."""
    said = [item["path"] or "" for item in json.loads(built.errors)]
    listed = [item["path"] for part in ("sources", "unused") for item in brief[part]]
    known = {*said, *listed}
    known |= {path.rpartition("#")[0] for path in known}
    for name in hostile:
        shown = os.fsencode(f"articles/{name}").decode("utf-8", "backslashreplace")
        if shown not in known:
            yield f"{name!r} is named nowhere"


def _lost(brief: Any, good: Sequence[str]) -> Iterator[str]:
    """Find the good articles that were not read, or that no excerpt shows."""
    not_chosen = label("source.unchosen")
    unused = {i["path"] for i in brief["unused"] if i["because"] != not_chosen}
    paths = {item["number"]: item["path"] for item in brief["sources"]}
    yield from (f"{name} was not read" for name in good if f"articles/{name}" in unused)
    shown = {
        paths[citation["source"]]
        for section in brief["sections"]
        for excerpt in section.get("excerpts", ())
        for citation in excerpt["citations"]
    }
    if not shown & {f"articles/{name}" for name in good}:
        yield "no section quotes a good article"


def _unproved(folder: Path, most: int) -> Iterator[str]:
    ran = run(folder, "verify", "build/brief.json", "--quiet", most=4 * most)
    if ran.code:
        yield f"verify ended with {ran.code}: {ran.output}{ran.errors[-2_000:]}"


def acting(build: Path) -> Iterator[str]:
    """Find in what was written whatever is not inert."""
    for path in sorted(build.rglob("*")):
        if path.suffix == ".html":
            yield from _acting_page(path.read_text("utf-8"))
        elif path.suffix == ".md":
            yield from _acting_markdown(path.read_text("utf-8"))
        elif path.suffix == ".pdf":
            yield from _acting_pdf(path)
        is_text = path.suffix in {".html", ".md", ".json"}
        if is_text and PRODUCT in path.read_text("utf-8").replace(",", ""):
            yield f"{path.name}: a template inside an article was run"


class _Page(HTMLParser):
    """Collects what a page's markup does."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        # The page's own policy is the one thing that may stand for a header.
        if tag in ACTIVE or given.get("http-equiv") not in {None, POLICY}:
            self.found.append(f"<{tag}>")
        self.found += [f"<{tag} {name}>" for name in given if name.startswith("on")]
        for name in given.keys() & {"href", "src", "action", "xlink:href", "srcset"}:
            if not SAFE.match(given[name]):
                self.found.append(f"<{tag} {name}={given[name]!r}>")


def _acting_page(text: str) -> Iterator[str]:
    page = _Page()
    page.feed(text)
    yield from (f"the page holds {what}" for what in page.found)


def _acting_markdown(text: str) -> Iterator[str]:
    parser = MarkdownIt("commonmark")
    # The parser of the tests lets every link through, so that each is seen.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    for block in parser.parse(text):
        for token in (block, *(block.children or ())):
            if token.type in {"html_block", "html_inline"}:
                yield from _acting_page(token.content)
            target = token.attrGet("href") or token.attrGet("src")
            if target is not None and not SAFE.match(str(target)):
                yield f"the Markdown links to {target!r}"


def _acting_pdf(path: Path) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(path)
    root = reader.root_object
    names = {*root, *cast("DictionaryObject", root.get("/Names", {}))}
    yield from (f"the PDF holds {name}" for name in names & {"/JavaScript", "/AA"})
    for page in reader.pages:
        for reference in page.get("/Annots", ()):
            action = reference.get_object().get("/A", {})
            kind, target = action.get("/S"), str(action.get("/URI", ""))
            if kind not in {None, "/URI", "/GoTo"}:
                yield f"the PDF holds the action {kind}"
            if kind == "/URI" and not SAFE.match(target):
                yield f"the PDF links to {target!r}"
