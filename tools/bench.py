"""Time `briefing`: cold commands, the stages of a build, and how they grow.

The times of commands are medians of several cold runs, those of stages
the best of several warm ones, since a shared machine stalls now and then. The code is
compiled beforehand, as an installer does it. `statements` is there twice: reading every
article anew, and with all that was kept of them. Beside the commands stands how many
times longer they take than to import pydantic and PyYAML, which all but `--help` do.
The last column of the stages is a ratio and holds on any machine: how many times longer
a stage takes for eight times the articles. 8 is linear; up to twice that the small
folder gains from what was remembered of its words; a stage far above compares all with
all.

Then a first run on 500 articles, Markdown only, and the next ones after an edit of the
outline: without a cache, and with all that the first one kept. The ratio is the share
of the first run's time.

What follows is in `bench_many.py`: relating 1,000 and 2,000 articles of mixed events
(`bench_many.py 10000` does more), and in `bench_words.py`: words a second, the length
of an article, and how many times longer others take for the same texts. Nothing is
fetched.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import bench_many
import bench_words

import briefing
from briefing.compose import compose_brief
from briefing.outline import find_articles
from briefing.plan import plan_sections

ROOT: Final = Path(__file__).resolve().parent.parent
RUNS: Final = 5
TIMES: Final = 8
"""How many times the example's articles the larger folder holds."""

REBUILT: Final = 500
"""Articles of the folder that is built twice."""

FORMATS: Final = ("md", "json", "html", "pdf")


def commands(folder: str) -> dict[str, tuple[str, ...]]:
    """Give the commands to time cold, by name; files go to *folder*."""
    build = ("build", "config.yaml", "--output", folder, "--no-cache")
    formats = {f"build --format {name}": (*build, "--format", name) for name in FORMATS}
    return {
        "--help": ("--help",),
        "statements": ("statements", "config.yaml", "--no-cache"),
        "statements, kept": ("statements", "config.yaml"),
        **formats,
        "build": build,
    }


def cold(*command: str, cache: str = "") -> float:
    """Give the median wall time of *command*, in seconds; it may keep in *cache*."""
    environment = {**os.environ, "BRIEFING_CACHE": cache}
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, check=True
        )
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def print_cold(folder: str) -> None:
    """Print the table of commands; what they write goes to *folder*."""
    compileall.compile_dir(ROOT / "briefing", quiet=1)
    program = str(Path(sys.executable).with_name("briefing"))
    least = cold(sys.executable, "-c", "import yaml; from pydantic import BaseModel")
    print(f"{'cold, median of ' + str(RUNS):24} {'seconds':>9} {'ratio':>9}")
    for name, arguments in commands(folder).items():
        seconds = cold(program, *arguments, cache=f"{folder}/cache")
        print(f"{name:24} {seconds:9.2f} {seconds / least:9.1f}")


def larger(folder: Path) -> None:
    """Fill *folder* with eight times the articles, each mixed from all of them.

    A copy would be a copy, which costs less than an article of its own: each takes
    every eighth paragraph, from another start.
    """
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    heads = [text.split("\n\n")[:3] for text in texts]
    pool = [part for text in texts for part in text.split("\n\n")[3:]]
    for number in range(TIMES * len(texts)):
        start = number * 7 % len(pool)
        mixed = (pool[start:] + pool[:start])[:: len(texts)]
        words = "\n\n".join([*heads[number % len(texts)], *mixed])
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")


def print_rebuilds(folder: Path) -> None:
    """Print how long a run on many articles takes, and one after an edit."""
    articles = folder / "articles"
    articles.mkdir()
    for number, words in enumerate(bench_words.mixed(REBUILT, bench_words.PARAGRAPHS)):
        (articles / f"{number:03}.txt").write_text(words, encoding="utf-8")
    written = (ROOT / "config.yaml").read_text("utf-8")
    outline = written.replace("articles: seeds/", "articles: articles/")
    edited = outline.replace("length: 1000", "length: 900")
    build = ("build", "config.yaml", "--format", "md", "--quiet")
    print(f"\n{str(REBUILT) + ' articles, Markdown':24} {'seconds':>9} {'ratio':>9}")
    first = 0.0
    for name, text, more in (
        ("first run", outline, ()),
        ("edited, --no-cache", edited, ("--no-cache",)),
        ("edited", edited, ()),
    ):
        (folder / "config.yaml").write_text(text, encoding="utf-8")
        seconds = timed(folder, *build, *more)
        first = first or seconds
        print(f"{name:24} {seconds:9.2f} {seconds / first:9.2f}")


def timed(folder: Path, *arguments: str) -> float:
    """Give the wall time of one command in *folder*, whose cache lies there too."""
    program = str(Path(sys.executable).with_name("briefing"))
    cache = {"BRIEFING_CACHE": str(folder / "cache")}
    started = time.perf_counter()
    subprocess.run(
        (program, *arguments),
        cwd=folder,
        env={**os.environ, **cache},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


class Stages:
    """Runs the stages of a build one by one, and keeps the best time of each."""

    def __init__(self) -> None:
        self.best: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """Do the *work* of a stage, keep its time, give its result."""
        started = time.perf_counter()
        result = work()
        taken = time.perf_counter() - started
        self.best[name] = min(taken, self.best.get(name, taken))
        return result

    def run(self, articles: Path, formats: tuple[str, ...]) -> None:
        """Run every stage once on the articles in the folder *articles*."""
        load = briefing.load_outline
        outline = self.time("outline", lambda: load(ROOT / "config.yaml"))
        outline = replace(outline, articles=(str(articles),))
        paths = find_articles(outline)[0]
        found = self.time("read", lambda: briefing.read_articles(paths)[0])
        extract = briefing.extract_statements
        told = self.time("extract", lambda: [s for a in found for s in extract(a)])
        relate = briefing.relate_statements
        corpus = self.time("relate", lambda: relate(found, told))
        plan = self.time("plan", lambda: plan_sections(outline, corpus))
        brief = self.time("compose", lambda: compose_brief(plan, corpus, ()))
        self.time("verify", lambda: briefing.verify_brief(brief, corpus.articles))
        for name in formats:
            write = self._writing(brief, name)
            self.time(f"write {name}", write)

    @staticmethod
    def _writing(brief: Any, name: str) -> Callable[[], bytes]:
        return lambda: briefing.write_brief(brief, name)


def main() -> None:
    """Print every table."""
    with tempfile.TemporaryDirectory() as folder:
        print_cold(folder)
        larger(Path(folder))
        for path in Path(folder).glob("brief.*"):
            path.unlink()
        small, large = Stages(), Stages()
        for _ in range(RUNS):
            small.run(ROOT / "seeds", FORMATS)
        for _ in range(2):
            large.run(Path(folder), FORMATS[:-1])
    print(
        f"\n{'warm, best of ' + str(RUNS):24} {'5, ms':>9} {'40, ms':>9} {'ratio':>9}"
    )
    for name, seconds in small.best.items():
        more = large.best.get(name)
        grown = f" {1000 * more:9.1f} {more / seconds:9.1f}" if more else ""
        print(f"{name:24} {1000 * seconds:9.1f}{grown}")
    with tempfile.TemporaryDirectory() as folder:
        print_rebuilds(Path(folder))
    bench_many.report(bench_many.SIZES)
    bench_words.main()


if __name__ == "__main__":
    main()
