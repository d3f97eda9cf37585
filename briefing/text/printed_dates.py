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
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"\b[.,]*\s*"
)

# Who prints a clock of America writes the month first ("8/2/2013 8:13 AM PDT"); who
# prints one of Europe, India or the South Pacific, the day. Matches "PDT", "ET";
# not the "est" of "latest".
_MONTH_FIRST = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AK[SD]T)\b")
_DAY_FIRST = re.compile(
    r"\b(?:BST|CES?T|EES?T|MSK|IST|PKT|SAST|EAT|WAT|AE[SD]T|ACST|AWST|NZ[SD]?T)\b"
)

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
    ) (?! \d (?!\d?\s[a-z]{{3}}) | [./-]\d(?!\d?:\d) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Matches "Sat Dec 13", "Monday, 15 September", "Dec. 14"; not "Dec 13, 2008", which is
# whole, nor "may 3" within "maybe 3".
PARTIAL_DATE = re.compile(
    rf"""
    (?<![\w./-]) (?: {_WEEKDAY} )? (?:
        {_MONTH.replace("{0}", "1")} \s+ (?P<day1>\d{{1,2}}) (?:st|nd|rd|th)?
      | (?P<day2>\d{{1,2}}) (?:st|nd|rd|th)? \s+ {_MONTH.replace("{0}", "2")}
    ) (?! [\d/-] | [\s,.-]* {_YEAR} )
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
    either: tuple[dt.date, ...] = ()
    """The two days that it can be, where the order cannot be known."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day and month as they stand on the page, with or without their weekday."""

    start: int
    end: int
    month: int
    day: int
    weekday: int | None
    """0 is Monday."""

    def in_year(self, year: int) -> dt.date | None:
        """Give the day in *year*; None where that has none, or another weekday."""
        try:
            day = dt.date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday in (None, day.weekday()) else None


def find_printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Give the full dates of *text*, in order; impossible ones are left out."""
    found: list[PrintedDate] = []
    for match in PRINTED_DATE.finditer(text):
        try:
            days = _days(match, text)
        except ValueError:  # the 31st of a short month is a number, not a day
            continue
        one = days[0] if len(days) == 1 else None
        either = () if one else days
        found.append(PrintedDate(match.start(), match.end(), one, either))
    return tuple(found)


def without_dates(text: str) -> str:
    """Give *text* with a space for each full date."""
    for date in reversed(find_printed_dates(text)):
        text = f"{text[: date.start]} {text[date.end :]}"
    return text


def find_partial_dates(text: str) -> tuple[PartialDate, ...]:
    """Give the days of *text* that are printed without their year, in order."""
    return tuple(
        PartialDate(
            match.start(),
            match.end(),
            _MONTH_KEYS[(match["month1"] or match["month2"])[:3].lower()],
            int(match["day1"] or match["day2"]),
            _WEEKDAYS.index(match["weekday"][:3].lower()) if match["weekday"] else None,
        )
        for match in PARTIAL_DATE.finditer(text)
    )


def _days(match: re.Match[str], text: str) -> tuple[dt.date, ...]:
    """Give the day that *match* is; two where *text* leaves open which."""
    if match["month1"]:
        month = _MONTH_KEYS[match["month1"][:3].lower()]
        return (dt.date(int(match["year1"]), month, int(match["day1"])),)
    if match["month2"]:
        month = _MONTH_KEYS[match["month2"][:3].lower()]
        return (dt.date(int(match["year2"]), month, int(match["day2"])),)
    if match["year3"]:
        year = int(match["year3"])
        return (dt.date(year, int(match["month3"]), int(match["day3"])),)
    year = int(match["year4"])
    year += 2000 if len(match["year4"]) == 2 else 0  # noqa: PLR2004
    first, second = int(match["first"]), int(match["second"])
    return _numeric_days(year, first, second, match["mark4"], text)


def _numeric_days(
    year: int, first: int, second: int, mark: str, text: str
) -> tuple[dt.date, ...]:
    # Full stops are written day first everywhere; with slashes and hyphens Americans
    # write the month first, so only a number above 12 or their clock tells.
    if mark == "." or first > 12 or first == second:  # noqa: PLR2004
        return (dt.date(year, second, first),)
    if second > 12 or _MONTH_FIRST.search(text):  # noqa: PLR2004
        return (dt.date(year, first, second),)
    if _DAY_FIRST.search(text):
        return (dt.date(year, second, first),)
    return (dt.date(year, second, first), dt.date(year, first, second))
