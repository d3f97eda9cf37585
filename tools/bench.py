"""Time `briefing build` on the example, cold each time: one line a format.

The median of several runs is given, since a shared machine stalls now and then.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
RUNS: Final = 5


def seconds(*arguments: str) -> float:
    """Give the wall time of one run of `briefing` with *arguments*."""
    program = Path(sys.executable).with_name("briefing")
    started = time.perf_counter()
    subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Print the median time of each kind of run."""
    with tempfile.TemporaryDirectory() as folder:
        build = ("build", "config.yaml", "--output", folder)
        kinds = {
            "--help": ("--help",),
            "md": (*build, "--format", "md"),
            "html": (*build, "--format", "html"),
            "pdf": (*build, "--format", "pdf"),
            "all": build,
        }
        for name, arguments in kinds.items():
            times = [seconds(*arguments) for _ in range(RUNS)]
            print(f"{name:8} {statistics.median(times):6.2f} s")


if __name__ == "__main__":
    main()
