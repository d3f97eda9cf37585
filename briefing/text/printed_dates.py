"""Read the full dates that pages print beside an article: day, month and year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_MONTH_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH_KEYS = {key: i for i, key in enumerate(_MONTH_NAMES.split(), start=1)}

_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"

# Matches "Oct 01,2023", "1st of October 2023", "29.09.2023", "2023-09-30", "25/9/23";
# not "October 2023" (no day) and not "10.0.0.2023" (a longer row of numbers).
PRINTED_DATE = re.compile(
    rf"""
    # Pages glue two forms of one day together: "10/01/2023October 1, 2023".
    (?: (?<![\w./-]) | (?<=20\d\d) ) (?:
        {_MONTH.replace("{0}", "1")} \s* (?P<day1>\d{{1,2}}) (?:st|nd|rd|th)? \s*,?\s*
            (?P<year1>{_YEAR})
      | (?P<day2>\d{{1,2}}) (?:st|nd|rd|th)? [\s-]* (?:of\s+)?
            {_MONTH.replace("{0}", "2")} [\s,-]* (?P<year2>{_YEAR})
      | (?P<year3>{_YEAR}) (?P<mark3>[-/.]) (?P<month3>\d{{1,2}}) (?P=mark3)
            (?P<day3>\d{{1,2}})
      | (?P<first>\d{{1,2}}) \s?(?P<mark4>[-/.])\s? (?P<second>\d{{1,2}})
            \s?(?P=mark4)\s? (?P<year4>(?:19|20)?\d\d)
    ) (?! \d (?!\d?\s[a-z]{{3}}) | [./-]\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands on the page."""

    start: int
    end: int
    day: dt.date | None
    """None where the order of day and month cannot be known ("04/05/2023")."""


def find_printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Give the full dates of *text*, in order; impossible ones are left out."""
    found: list[PrintedDate] = []
    for match in PRINTED_DATE.finditer(text):
        try:
            found.append(PrintedDate(match.start(), match.end(), _day(match)))
        except ValueError:  # the 31st of a short month is a number, not a day
            continue
    return tuple(found)


def _day(match: re.Match[str]) -> dt.date | None:
    if match["month1"]:
        month = _MONTH_KEYS[match["month1"][:3].lower()]
        return dt.date(int(match["year1"]), month, int(match["day1"]))
    if match["month2"]:
        month = _MONTH_KEYS[match["month2"][:3].lower()]
        return dt.date(int(match["year2"]), month, int(match["day2"]))
    if match["year3"]:
        return dt.date(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    return _numeric_day(
        int(match["first"]), int(match["second"]), match["mark4"], match["year4"]
    )


def _numeric_day(first: int, second: int, mark: str, year: str) -> dt.date | None:
    full = int(year) if len(year) == 4 else 2000 + int(year)  # noqa: PLR2004
    # Full stops are written day first everywhere; with slashes and hyphens Americans
    # write the month first, so only a number above 12 tells.
    if mark == "." or first > 12 or first == second:  # noqa: PLR2004
        return dt.date(full, second, first)
    if second > 12:  # noqa: PLR2004
        return dt.date(full, first, second)
    dt.date(full, first, second)
    return None
