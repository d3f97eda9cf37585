"""Time `relate` on many articles of mixed events, with the memory it takes at its peak.

`bench.py` asks for 1,000 and 2,000 articles: twice the articles should take twice the
time. `bench_many.py 10000` does another number. Seconds are the processor's, so that
they are the same on a busy machine; articles are read and extracted beforehand.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import briefing

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ("seeds", "tests/event/articles")
SIZES: Final = (1000, 2000)

EVENT: Final = 20
"""Articles of one event."""

PARTS: Final = 12
"""Paragraphs of an article at most, drawn from all that are told of its event."""

DAYS: Final = 9
"""Days over which the articles of an event are published; one in seven has no day."""

# Matches "Donetsk", "The" and "Monday", of which the last two are kept.
NAME: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")
PLAIN: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March"
    " April June July August September October November December This That They There"
    " These Those When While With What Which After Before However Earlier Later About"
    " More Some Many"
)
KEPT: Final = frozenset(PLAIN.split())
SOUNDS: Final = "ar ol en is un ek im os ard ent und ost ell irk ask orn"
SYLLABLES: Final = tuple(SOUNDS.split())


def mixed(size: int) -> Iterator[str]:
    """Give the texts of *size* articles: events by the score, each with its own names.

    Each article draws its paragraphs from those of one folder; what two draw they have
    copied.
    """
    chance = random.Random(5)  # noqa: S311 - the same articles at every run
    folders = [sorted((ROOT / name).glob("*.txt")) for name in SOURCES]
    for number in range(size):
        event, place = divmod(number, EVENT)
        texts = [p.read_text("utf-8") for p in folders[event % len(folders)]]
        head = texts[place % len(texts)].split("\n\n")[:3]
        pool = [part for text in texts for part in text.split("\n\n")[3:]]
        parts = chance.sample(pool, min(PARTS, len(pool)))
        yield NAME.sub(lambda m, e=event: _renamed(m[0], e), "\n\n".join(head + parts))


def _renamed(name: str, event: int) -> str:
    """Give the name that takes the place of *name* in the event of that number."""
    if name in KEPT:
        return name
    chance = random.Random(f"{event} {name}")  # noqa: S311
    return name[:2] + "".join(chance.sample(SYLLABLES, 2)) + name[-1]


def measure(size: int) -> tuple[float, float]:
    """Give the seconds and the megabytes that relating *size* articles takes."""
    gc.disable()  # as the command line does
    first = dt.date(2024, 1, 20)
    articles = [
        briefing.read_text(
            text,
            published=first + dt.timedelta(days=i % DAYS) if i % 7 else None,
            id=f"{i:05}",
        )
        for i, text in enumerate(mixed(size))
    ]
    told = [s for article in articles for s in briefing.extract_statements(article)]
    started = time.process_time()
    briefing.relate_statements(articles, told)
    seconds = time.process_time() - started
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def report(sizes: tuple[int, ...]) -> None:
    """Print a table, each size measured in a process of its own."""
    print(f"\n{'relate, articles':24} {'seconds':>9} {'peak, MB':>9} {'ratio':>9}")
    before = 0.0
    for size in sizes:
        command = (sys.executable, __file__, "--one", str(size))
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        seconds, peak = map(float, done.stdout.split())
        grown = f" {seconds / before:9.1f}" if before else ""
        print(f"{size:<24,} {seconds:9.1f} {peak:9.0f}{grown}", flush=True)
        before = seconds


def main() -> None:
    """Print the table of the sizes asked for."""
    if sys.argv[1:2] == ["--one"]:
        print(*measure(int(sys.argv[2])))
    else:
        report(tuple(int(size) for size in sys.argv[1:]) or SIZES)


if __name__ == "__main__":
    main()
