"""Time extraction: words a second on one core, beside nupunkt and spaCy.

The articles are mixed from the paragraphs of the example and of the tests: the same in
every run, and none is fetched. Time is the processor's, so that what else a machine
does counts little.

- Words a second, in few articles and in many: like numbers are linear.
- Articles twice as long as the line before: twice the time is linear, four times is
  quadratic.
- How many times longer than others, for the same texts: nupunkt only parts them into
  sentences; spaCy's small pipeline tags, parses and finds names. spaCy has its own
  environment, which `make bench-spacy` sets up; without it one line says so.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import nupunkt

import briefing

ROOT: Final = Path(__file__).resolve().parent.parent
SPACY: Final = ROOT / "build/spacy/bin/python"
FEW: Final = 100
MANY: Final = 10_000
PARAGRAPHS: Final = 12
"""Of each of these articles: some 200 words."""
LONGER: Final = (12, 24, 48, 96, 192)
"""Paragraphs of articles of growing length, at last some 3,000 words."""
SOME: Final = 4800
"""Paragraphs for each length, over as many articles as they fill."""
RUNS: Final = 5
DAY: Final = date(2024, 5, 17)


@cache
def paragraphs() -> tuple[str, ...]:
    """Give the paragraphs of the example and of the tests' articles and cases."""
    folders = (ROOT / "seeds", ROOT / "tests/event/articles")
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    texts = [path.read_text("utf-8") for path in paths]
    found = [part for text in texts for part in text.split("\n\n")[3:]]
    for path in sorted((ROOT / "tests/cases").glob("*.md")):
        cases = path.read_text("utf-8").split("\n.\n")
        found += [part for text in cases[1::3] for part in text.split("\n\n")]
    return tuple(part for part in found if part.strip())


def mixed(count: int, length: int) -> Iterator[str]:
    """Give *count* articles of *length* paragraphs."""
    chance = random.Random(count)  # noqa: S311 - the same articles in every run
    for _ in range(count):
        yield "\n\n".join(chance.sample(paragraphs(), length))


def spent(count: int, length: int) -> dict[str, float]:
    """Give the seconds for each step with *count* articles, and their `words`."""
    words, seconds = 0, {"nupunkt": 0.0, "read": 0.0, "extract": 0.0}
    for number, text in enumerate(mixed(count, length)):
        words += len(text.split())
        times = [time.process_time()]
        nupunkt.sent_spans(text)
        times.append(time.process_time())
        article = briefing.read_text(text, published=DAY, id=str(number))
        times.append(time.process_time())
        briefing.extract_statements(article)
        times.append(time.process_time())
        for name, (begin, end) in zip(seconds, pairwise(times), strict=True):
            seconds[name] += end - begin
    both = seconds["read"] + seconds["extract"]
    return {**seconds, "read and extract": both, "words": words}


def print_rates(few: dict[str, float], many: dict[str, float]) -> None:
    """Print how many words a second pass through each step."""
    print(f"\n{'words a second':24} {FEW:9,} {MANY:9,} articles")
    for name in few:
        if name != "words":
            rates = (int(each["words"] / each[name]) for each in (few, many))
            print(f"{name:24}", *(f"{rate:9,}" for rate in rates))


def print_lengths() -> None:
    """Print the time of articles each twice as long as the one before."""
    print(f"\n{'words in an article':24} {'extract, ms':>11} {'times':>7}")
    rounds = [[spent(SOME // each, each) for each in LONGER] for _ in range(RUNS)]
    before = 0.0
    for length, runs in zip(LONGER, zip(*rounds, strict=True), strict=True):
        count = SOME // length
        taken = min(run["extract"] for run in runs) / count
        times = f"{taken / before:7.1f}" if before else ""
        print(f"{round(runs[0]['words'] / count):<24,} {1000 * taken:11.1f} {times}")
        before = taken


def spacy_took() -> dict[str, Any] | None:
    """Let spaCy read the few articles, in its own environment: None without one."""
    if not SPACY.exists():
        return None
    one_core = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [SPACY, ROOT / "tools/bench_spacy.py"],
        input=json.dumps(list(mixed(FEW, PARAGRAPHS))),
        env={**os.environ, **one_core},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        why = done.stderr.strip().rpartition("\n")[2]
        return {"missing": why or f"it ended with {done.returncode}"}
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def print_others(ours: dict[str, float]) -> None:
    """Print how many times longer or shorter others take for the same texts."""
    print(
        f"\n{'the same ' + str(FEW) + ' articles':24} {'words/s':>9}  extraction takes"
    )
    sentences = ours["nupunkt"]
    print(f"{'nupunkt alone':24} {int(ours['words'] / sentences):9,}", end="")
    print(f" {ours['extract'] / sentences:6.1f} times its time")
    took = spacy_took()
    if took is None:
        print("spaCy's small pipeline   not compared: `make bench-spacy` sets it up")
    elif "missing" in took:
        print(f"spaCy's small pipeline   not compared: {took['missing']}")
    else:
        seconds = took["seconds"]
        print(f"{'spaCy, small pipeline':24} {int(ours['words'] / seconds):9,}", end="")
        print(f" {ours['extract'] / seconds:6.2f} times its time", end="")
        print(f"; {took['what']}, {took['load']:.1f} s to load")


def main() -> None:
    """Print the tables of words."""
    spent(FEW - 1, PARAGRAPHS)  # other texts: it compiles what the patterns need
    few, many = spent(FEW, PARAGRAPHS), spent(MANY, PARAGRAPHS)
    print_rates(few, many)
    print_lengths()
    print_others(few)


if __name__ == "__main__":
    main()
