#!/usr/bin/env python3
"""Build briefs of folders full of hostile files, and say what did not hold.

    tools/hostile.py [SEED …] [--count 2000] [--keep FOLDER]

Each seed makes another folder: bombs, circles, damaged files of every format, markup
of every dialect that is written, names that try to act, among the articles of the
tests' event. A build must end well, in bounded memory, without a traceback; every
hostile file must be named, the good ones read, the brief proved, and nothing in it may
act. The PDF is made of a smaller folder: WeasyPrint takes minutes and gigabytes for two
thousand sources. Prints a line a folder; ends with 1 where something failed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.hostile_run import try_hostile

SEEDS: Final = (1, 2, 3)
COUNT: Final = 2_000
PRINTED: Final = 150
"""Files of the folder that the PDF is made of."""


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("seeds", nargs="*", type=int, default=SEEDS, metavar="SEED")
    parser.add_argument("--count", type=int, default=COUNT, help="files a seed")
    parser.add_argument("--keep", type=Path, help="a folder that the files stay in")
    return parser.parse_args()


def tried(folder: Path, seed: int, count: int, formats: str) -> bool:
    """Try one new *folder*, print what came of it, and tell whether all held."""
    whole = count > PRINTED
    trial = try_hostile(folder, seed, count, formats=formats, whole=whole)
    print(f"seed {seed}, {formats}: {trial.summary}", flush=True)
    print(*(f"  {fault}\n" for fault in trial.faults), sep="", end="", flush=True)
    return not trial.faults


def main() -> None:
    """Try every seed."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="hostile-") as scratch:
        folder = asked.keep or Path(scratch)
        held = [
            tried(folder / f"{seed}-{formats}", seed, count, formats)
            for seed in asked.seeds
            for count, formats in ((asked.count, "html,md,json"), (PRINTED, "pdf,json"))
        ]
    raise SystemExit(int(not all(held)))


if __name__ == "__main__":
    main()
