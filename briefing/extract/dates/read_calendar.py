"""Read what stands in a calendar: days, months, seasons, years, centuries.

A reader gives nothing where the words are no time after all ("may", "1500 soldiers").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.dates import vocabulary as words
from briefing.extract.dates.matches import (
    DIRECTIONS,
    UNSAID,
    Found,
    found_at,
    group,
    one,
    whole_number,
    year_of,
)
from briefing.extract.dates.meaning import Calendar, Fixed, Shift
from briefing.model.statement import DateType
from briefing.text.numbers import ORDINALS

SURE_YEAR: Final = 1800
"""Four digits from here on are a year unless their neighbours say otherwise; older
ones need a preposition: "in 1648", not "the hotel, 1617 Main Street"."""

MONTHS: Final = range(1, 13)
DAYS: Final = range(1, 32)
SHORT: Final = 100
"""Years below are two digits of one."""
TURN: Final = 70
"""Two digits below are of this century: "26/9/23"; "1/5/71" is of the last."""
SURE_DECADE: Final = 50
"""Two-digit tens from here on are a decade; "the 30s" are as often ages or degrees."""
LONGEST: Final = 300
"""Years; "1998-99" and "1517-1648" are ranges, "1200-1900" are hours."""

PLACES: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
"""Of a week in its month, a quarter in its year; the others are "last", "final"."""
# Matches words after which "march" and "may" are months; not "she may", "a march".
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|from|to|between|and|through|during|before|after"
    r"|last|this|next|on|early|late|mid|for|around|or|every|each)|[(,\u2013-])[\s-]*$",
    re.IGNORECASE,
)
# Matches what makes four digits a count or an amount: "1500 soldiers", "$1950".
_COUNTED = re.compile(
    rf"\s?%|,\d|\.\d|[-/]\d|\s(?:{words.any_of(words.COUNTED)})\b", re.IGNORECASE
)
_AMOUNT = re.compile(
    rf"(?:[$\u00a3\u20ac#.:/]|\d[-,]|\b(?:{words.any_of(words.LABELS)}))\.?[\s-]*$",
    re.IGNORECASE,
)
# Matches what a year's figures are compared by: "5 per cent over ", "higher than ".
_COMPARED = re.compile(
    r"(?:%|per ?cent|points|up|down|rise|increase|decrease|drop|growth|gain)\s"
    r"(?:over|on)\s$"
    r"|\b(?!more|less|fewer|other|rather)[a-z]+ than\s$"
)
# Matches the year before in "1845, 1912 and 1947"; not the "1," of "1, 1912".
_LISTED = re.compile(r"\b(?:1[89]|20)\d\d,\s$")
# Matches the end of a clause after a year.
_ENDS = re.compile(r"[,.;)]|$|\s(?:and|but|levels?|figures?)\b")
# Matches "in ", "since ", "(" before a year; not "at ", "hotel ".
_BEFORE_OLD_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|of|until|till|to|and|between|during|circa|around|after"
    r"|before|the|early|late|mid)\s|\()$",
    re.IGNORECASE,
)

# Matches the rest of "the fall of Kabul", "a fall in prices".
_FALLING = re.compile(r"\s(?:of|in|from|to|by)\b", re.IGNORECASE)
# Matches "fiscal 2023" after "the third quarter of".
_FISCAL = re.compile(
    r" ?(?:of )?(?:the |its |their )?(?:fiscal|financial|fy)\b", re.IGNORECASE
)


def _month(name: str) -> int:
    return int(name) if name.isdigit() else words.MONTHS[name.rstrip(".")]


def _name_is_capital(text: str, m: re.Match[str], name: str) -> bool:
    """Tell whether a month is written as a name: "March", not "march"."""
    place = m.start(name)
    return place < 0 or text[place : place + 1].isdigit() or text[place].isupper()


def calendar(m: re.Match[str], text: str) -> Found:
    """Read a day of a month, or two ("8 to 12 May"), with or without its year."""
    if not _name_is_capital(text, m, "month"):
        return ()
    told = replace(year_of(m), month=_month(m["month"]))
    if week := group(m, "week"):
        return one(m, text, replace(told, week=PLACES.get(week, -1)))
    part = words.PARTS.get(group(m, "partof"), "")
    day, second = int(m["day"]), group(m, "day2")
    if told.month not in MONTHS or day not in DAYS:
        return ()
    first = replace(told, day=day, part=part)
    kind: DateType = "TIME" if part else "DATE"
    if not second:
        return one(m, text, first, kind)
    return (
        found_at(text, m.start(), m.end("day"), first, kind),
        found_at(text, m.start("day2"), m.end(), replace(told, day=int(second))),
    )


def week_of(m: re.Match[str], text: str) -> Found:
    """Read "the week of March 5", "the weekend of 4-5 May": not that day alone."""
    name = "month" if m["month"] else "month2"
    if not _name_is_capital(text, m, name):
        return ()
    day, around = int(m["day"] or m["day2"]), words.UNITS[m["around"]]
    meaning = replace(year_of(m), month=_month(m[name]), day=day, around=around)
    return one(m, text, meaning)


def numeric(m: re.Match[str], text: str) -> Found:
    """Read "29.09.2023" and "26/9/23": the day first, unless that cannot be."""
    first, second, year = int(m["first"]), int(m["second"]), int(m["year"])
    if year < SHORT:
        year += 2000 if year < TURN else 1900
    day, month = (first, second) if second in MONTHS else (second, first)
    if month not in MONTHS or day not in DAYS:
        return ()
    both = first in MONTHS and second in MONTHS and first != second
    is_either = both and m["mark"] == "/"
    return one(m, text, Calendar(year, month, day, is_either=is_either))


def month(m: re.Match[str], text: str) -> Found:
    """Read a month, unless it is the verb or a person's name ("Theresa May")."""
    if not _name_is_capital(text, m, "month"):
        return ()
    told, direction = year_of(m), group(m, "dir")
    plain = told == UNSAID and not direction
    if plain and m["month"].rstrip(".") in ("may", "march", "april", "august", "june"):
        before = text[: m.start("month")]
        if not _BEFORE_MONTH.search(before) and (
            m["month"] in ("may", "march") or re.search(r"[A-Z]\w*\s$", before)
        ):
            return ()
    if plain and re.match(r"\s[A-Z][a-z]+\s(?:said|says|told)", text[m.end() :]):
        return ()
    if direction.startswith("the"):
        told = replace(told, shift=-1 if "previous" in direction else 1, in_story=True)
    elif direction and told == UNSAID:
        told = Calendar(way=DIRECTIONS[direction.split()[-1]])
    return one(m, text, replace(told, month=_month(m["month"])))


def season(m: re.Match[str], text: str) -> Found:
    """Read "the spring of 1916", "last summer"; not the verbs they look like."""
    told, name, direction = year_of(m), m["season"], group(m, "dir")
    plain = told == UNSAID
    before = text[: m.start()].lower().rstrip()
    edged = m.start("season") > m.start() and not direction
    if name == "fall" and told.year is None and _FALLING.match(text, m.end()):
        return ()
    if plain and name in ("fall", "spring") and not edged:
        is_time = direction in ("last", "this", "next") or re.search(
            r"\b(?:in|by|since|until|during|from|between|of|and|that|every)$", before
        )
        if not is_time:
            return ()
    if plain and direction in ("last", "this", "next"):
        told = Calendar(way=DIRECTIONS[direction])
    elif plain and direction in ("that", "the previous", "the following", "the next"):
        told = Calendar(in_story=True)
    return one(m, text, replace(told, suffix=words.SEASONS[name]))


def quarter(m: re.Match[str], text: str) -> Found:
    """Read "the third quarter of this year", "the first half of 2020"."""
    told, number = year_of(m), PLACES.get(m["ordinal"], 4)
    if m["fiscal"] or _FISCAL.match(text, m.end()):
        # a firm's year begins when it likes
        return one(m, text, Fixed(f"XXXX-{m['what'][0].upper()}{number}"))
    if m["what"] == "half":
        if told == UNSAID:
            return ()
        number = min(number, 2)
    if m["ordinal"] == "last" and told == UNSAID:
        return one(m, text, Shift(1, "Q", -1))
    return one(m, text, replace(told, suffix=f"{m['what'][0].upper()}{number}"))


def fiscal_year(m: re.Match[str], text: str) -> Found:
    """Read "fiscal 2023", "the 2023 financial year": it has no days of our calendar."""
    return one(m, text, Fixed(f"FY{m['year'] or m['year2']}"))


def short_quarter(m: re.Match[str], text: str) -> Found:
    """Read "Q3 2009"."""
    return one(m, text, Calendar(int(m["year"]), suffix=m["q"].upper()))


def decade(m: re.Match[str], text: str) -> Found:
    """Read "the 1930s" and "the 80s"; not "in her 30s", which is an age."""
    tens = m["tens"]
    if len(tens) == len("80") and int(tens) < SURE_DECADE and "'" not in m.group():
        return ()
    value = tens[:-1] if len(tens) == len("1930") else f"19{tens[0]}"
    return one(m, text, Fixed(value))


def century(m: re.Match[str], text: str) -> Found:
    """Read "the nineteenth century": the years 1800 to 1899, TIMEX3 `18`."""
    number = ORDINALS.get(m["ordinal"]) or whole_number(m["ordinal"])
    if not number:
        return ()
    return one(m, text, Fixed(f"{'BC' if m['bc'] else ''}{number - 1:02d}"))


def holiday(m: re.Match[str], text: str) -> Found:
    """Read a feast that falls on the same day each year."""
    month_, day = words.HOLIDAYS[m["holiday"]].split("-")
    year = int(m["year"]) if m["year"] else None
    return one(m, text, Calendar(year, int(month_), int(day)))


def day_of_month(m: re.Match[str], text: str) -> Found:
    """Read "on the 5th": of the month that was told last."""
    meaning = Calendar(None, None, int(m["day"]), in_story=True)
    start = m.start("day")
    return (found_at(text, start, m.end(), meaning),)


def before_christ(m: re.Match[str], text: str) -> Found:
    """Read "264 BC": a value, but no day of our calendar."""
    if "BC" not in m.group().upper() or not text[m.end("bc") :].lstrip().startswith(
        "B"
    ):
        return ()
    return one(m, text, Fixed(f"BC{int(m['bc']):04d}"))


def year_range(m: re.Match[str], text: str) -> Found:
    """Read "1998-99" and "2021/22": the first year reaches to the end of the last."""
    first, end = m["year"], m["end"] or m["next"]
    last = int(end) if len(end) == len(first) else int(first[:2] + end)
    longest = 1 if m["next"] else LONGEST  # "2021/22", but "1981/86" is a file's number
    if last <= int(first) or last > int(first) + longest:
        return ()
    cut, begin = m.end("year"), m.start("next" if m["next"] else "end")
    reach = Calendar(int(first), until=last)
    return (
        found_at(text, m.start(), cut, reach),
        found_at(text, begin, m.end(), Calendar(last)),
    )


def year(m: re.Match[str], text: str) -> Found:
    """Read a year; not a count, an amount or a number of something."""
    after, before = text[m.end() :], text[: m.start("year")]
    if _COUNTED.match(after):
        return ()
    is_compared = _COMPARED.search(before) and _ENDS.match(text, m.end())
    is_year = is_compared or _LISTED.search(before)
    if _AMOUNT.search(before) and not is_year:
        return ()
    value = int(m["year"])
    if value < SURE_YEAR and not _BEFORE_OLD_YEAR.search(before):
        return ()
    return one(m, text, Calendar(value))


def short_year(m: re.Match[str], text: str) -> Found:
    """Read "'99"."""
    return one(m, text, Calendar(int(m["short"])))
