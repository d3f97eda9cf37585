"""What each form of time expression means: a match of the grammar → expressions.

A reader gives nothing where the words are no time after all ("may", "1500 soldiers").
"""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.dates import vocabulary as words
from briefing.extract.dates.meaning import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Meaning,
    Shift,
    Stretch,
    Weekday,
)
from briefing.model.statement import DateType
from briefing.text.numbers import ORDINALS, WORD_NUMBER, read_number

Found = tuple[Expression, ...]

SURE_YEAR: Final = 1800
"""Four digits from here on are a year unless their neighbours say otherwise; older
ones need a preposition: "in 1648", not "the hotel, 1617 Main Street"."""

YEAR_SHIFTS: Final = {"last year": -1, "this year": 0, "next year": 1}
STORY_SHIFTS: Final = {
    "that year": 0,
    "the same year": 0,
    "the following year": 1,
    "the next year": 1,
    "the previous year": -1,
}
DIRECTIONS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}
WEEK_NUMBERS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": -1,
    "final": -1,
}
DEICTIC: Final = {
    "today": (0, ""),
    "tonight": (0, "NI"),
    "yesterday": (-1, ""),
    "tomorrow": (1, ""),
    "overnight": (0, "NI"),
    "last night": (-1, "NI"),
    "the day before yesterday": (-2, ""),
    "the day after tomorrow": (2, ""),
}
BEFORE: Final = ("ago", "earlier", "before", "previously", "beforehand")

# Matches words after which "march" and "may" are months; not "she may", "a march".
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|from|to|between|and|through|during|before|after|last"
    r"|this|next|on|early|late|mid|for|around|or|every|each)|[(,\u2013-])[\s-]*$",
    re.IGNORECASE,
)
# Matches what makes four digits a count or an amount: "1500 soldiers", "$1950".
_COUNTED = re.compile(
    r"\s?%|,\d|\.\d|[-/]\d|\s(?:percent|per cent|people|men|women|soldiers|troops|points|miles"
    r"|kilomet|met(?:er|re)|feet|km|acres|tons|tonnes|dollars|euros|pounds|jobs|workers"
    r"|houses|homes|dead|deaths|killed|wounded|others|civilians|prisoners|aircraft|planes"
    r"|tanks|guns|ships|casualties|hours|days|weeks|years|members|units|local|million|billion)",
    re.IGNORECASE,
)
_BEFORE_OLD_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|of|until|till|to|and|between|during|circa|around|after|before"
    r"|the|early|late|mid)\s|\()$",
    re.IGNORECASE,
)
# Matches what "a year" is a rate of: "15 ", "$40 million ", "three times ", "20 tankers ".
_RATE = re.compile(
    rf"(?:\d%?|\b(?:{WORD_NUMBER}|once|twice|per\s?cent))"
    r"(?:\s(?!(?:after|before|in|for|of|on|over|and|to|from|with)\b)[\w-]+){0,2}\s$"
)
# Matches what makes a day of the week a name: "Black Friday", "Good Friday".
_NAMED_DAY = re.compile(
    r"\b(?:Black|Good|Ash|Super|Bloody|Palm|Easter|Cyber|Shrove|Maundy|Holy|Whit|Giving|Casual)\s$"
)
_AMOUNT = re.compile(
    r"(?:[$\u00a3\u20ac#.:/]|\d[-,]|\b(?:no|nos|number|flight|room|route|psalm|page|level|about|than|some|nearly|over|almost|approximately|at))\.?[\s-]*$",
    re.IGNORECASE,
)


def _one(
    m: re.Match[str], text: str, meaning: Meaning, kind: DateType = "DATE"
) -> Found:
    return (
        Expression(m.start(), m.end(), kind, meaning, text[m.start() : m.end()], ""),
    )


def _group(m: re.Match[str], name: str) -> str:
    return m.groupdict().get(name) or ""


def _number(words_: str) -> int | None:
    value = read_number(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", words_))
    return None if value is None else int(value)


def _month(name: str) -> int:
    return int(name) if name.isdigit() else words.MONTHS[name.rstrip(".")]


def _year(m: re.Match[str]) -> tuple[int | None, int | None, bool]:
    """Give year, shift of year, and whether the shift counts from the story's year."""
    year = _group(m, "year") or _group(m, "year2")
    if year:
        return int(year), None, False
    words_ = re.sub(r"\s+", " ", _group(m, "yearshift"))
    if words_ in YEAR_SHIFTS:
        return None, YEAR_SHIFTS[words_], False
    if words_ in STORY_SHIFTS:
        return None, STORY_SHIFTS[words_], True
    return None, None, False


def _name_is_capital(text: str, m: re.Match[str], name: str) -> bool:
    """Tell whether a month is written as a name: "March", not "march"."""
    place = m.start(name)
    return place < 0 or text[place : place + 1].isdigit() or text[place].isupper()


def calendar(m: re.Match[str], text: str) -> Found:
    """Read a day of a month, or two ("8 to 12 May"), with or without its year."""
    if not _name_is_capital(text, m, "month"):
        return ()
    year, shift, story = _year(m)
    month = _month(m["month"])
    if week := _group(m, "week"):
        return _one(
            m,
            text,
            Calendar(year, month, None, "", shift, story, "", WEEK_NUMBERS[week]),
        )
    part = words.PARTS.get(_group(m, "partof"), "")
    day, second = int(m["day"]), _group(m, "day2")
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ()
    first = Calendar(year, month, day, "", shift, story, part)
    kind: DateType = "TIME" if part else "DATE"
    if not second:
        return _one(m, text, first, kind)
    later = Calendar(year, month, int(second), "", shift, story)
    if m.start("day") < m.start("month"):
        cut, begin = m.end("day"), m.start("day2")
    else:
        cut, begin = m.end("day"), m.start("day2")
    return (
        Expression(m.start(), cut, kind, first, text[m.start() : cut], ""),
        Expression(begin, m.end(), "DATE", later, text[begin : m.end()], ""),
    )


def numeric(m: re.Match[str], text: str) -> Found:
    """Read "29.09.2023" and "26/9/23": the day first, unless that cannot be."""
    first, second, year = int(m["first"]), int(m["second"]), int(m["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    day, month = (first, second) if second <= 12 else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ()
    return _one(m, text, Calendar(year, month, day))


def month(m: re.Match[str], text: str) -> Found:
    """Read a month, unless it is the verb or a person's name ("Theresa May")."""
    if not _name_is_capital(text, m, "month"):
        return ()
    year, shift, story = _year(m)
    direction = _group(m, "dir").split()[-1:]
    plain = year is None and shift is None and not direction
    if plain and m["month"].rstrip(".") in ("may", "march", "april", "august", "june"):
        before = text[: m.start("month")]
        if not _BEFORE_MONTH.search(before) and (
            m["month"] in ("may", "march") or re.search(r"[A-Z]\w*\s$", before)
        ):
            return ()
    if plain and re.match(r"\s[A-Z][a-z]+\s(?:said|says|told)", text[m.end() :]):
        return ()
    if _group(m, "dir").startswith("the"):
        story, shift = True, (-1 if "previous" in m["dir"] else 1)
    elif direction and year is None and shift is None:
        shift = None
        way = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(direction[0], 0)
        return _one(m, text, Calendar(None, _month(m["month"]), way=way))
    return _one(m, text, Calendar(year, _month(m["month"]), None, "", shift, story))


def season(m: re.Match[str], text: str) -> Found:
    """Read "the spring of 1916", "last summer"; not the verbs and nouns they look like."""
    year, shift, story = _year(m)
    name, direction = m["season"], re.sub(r"\s+", " ", _group(m, "dir"))
    plain = year is None and shift is None and not story
    before = text[: m.start()].lower().rstrip()
    edged = m.start("season") > m.start() and not direction
    if plain and name in ("fall", "spring") and not edged:
        is_time = direction in ("last", "this", "next") or re.search(
            r"\b(?:in|by|since|until|during|from|between|of|and|that|every)$", before
        )
        if not is_time:
            return ()
    if plain and direction in ("last", "this", "next"):
        way = DIRECTIONS[direction]
        return _one(m, text, Calendar(None, None, None, words.SEASONS[name], way=way))
    if plain and direction in ("that", "the previous", "the following", "the next"):
        story = True
    return _one(m, text, Calendar(year, None, None, words.SEASONS[name], shift, story))


def quarter(m: re.Match[str], text: str) -> Found:
    """Read "the third quarter of this year", "the first half of 2020"."""
    year, shift, story = _year(m)
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}[
        m["ordinal"]
    ]
    if m["what"] == "half":
        if year is None and shift is None and not story:
            return ()
        number = min(number, 2)
    if m["ordinal"] == "last" and year is None and shift is None and not story:
        return _one(m, text, Shift(1, "Q", -1))
    suffix = f"{m['what'][0].upper()}{number}"
    return _one(m, text, Calendar(year, None, None, suffix, shift, story))


def short_quarter(m: re.Match[str], text: str) -> Found:
    """Read "Q3 2009"."""
    return _one(m, text, Calendar(int(m["year"]), None, None, m["q"].upper()))


def decade(m: re.Match[str], text: str) -> Found:
    """Read "the 1930s" and "the 80s" of the last century, "1980s and 90s" as two."""
    tens = m["tens"]
    value = tens[:-1] if len(tens) == 4 else f"19{tens[0]}"
    return _one(m, text, Fixed(value))


def century(m: re.Match[str], text: str) -> Found:
    """Read "the nineteenth century": the years 1800 to 1899, TIMEX3 `18`."""
    number = ORDINALS.get(m["ordinal"]) or _number(m["ordinal"])
    if not number:
        return ()
    return _one(m, text, Fixed(f"{'BC' if m['bc'] else ''}{number - 1:02d}"))


def holiday(m: re.Match[str], text: str) -> Found:
    """Read a feast that falls on the same day each year."""
    month_, day = words.HOLIDAYS[m["holiday"]].split("-")
    year = int(m["year"]) if m["year"] else None
    return _one(m, text, Calendar(year, int(month_), int(day)))


def weekday(m: re.Match[str], text: str) -> Found:
    """Read a day of the week with its direction and part of the day."""
    if not text[m.start("weekday")].isupper():
        return ()
    direction = re.sub(r"\s+", " ", _group(m, "dir"))
    if _NAMED_DAY.search(text[: m.start("weekday")]):
        return ()
    story = direction in (
        "the following",
        "the next",
        "the previous",
        "the same",
        "that",
    )
    shift = {
        "last": -1,
        "this past": -1,
        "next": 1,
        "this coming": 1,
        "this": 0,
        "the following": 1,
        "the next": 1,
        "the previous": -1,
    }.get(direction)
    part = words.PARTS.get(_group(m, "part"), "")
    meaning = Weekday(words.WEEKDAYS[m["weekday"]], shift, story, part)
    return _one(m, text, meaning, "TIME" if part else "DATE")


def deictic(m: re.Match[str], text: str) -> Found:
    """Read "today", "yesterday evening", "last night", "overnight"."""
    count, part = DEICTIC[re.sub(r"\s+", " ", m["word"])]
    part = words.PARTS.get(_group(m, "part"), part)
    meaning = Shift(abs(count), "D", -1 if count < 0 else 1, part=part)
    return _one(m, text, meaning, "TIME" if part else "DATE")


def this_part(m: re.Match[str], text: str) -> Found:
    """Read "this morning", "the following night"."""
    sign = -1 if "previous" in m["dir"] else 1
    count = 1 if re.search("previous|next|following", m["dir"]) else 0
    story = m["dir"] != "this"
    return _one(m, text, Shift(count, "D", sign, story, words.PARTS[m["part"]]), "TIME")


def ago(m: re.Match[str], text: str) -> Found:
    """Read "three days ago", "two weeks later", "a few months before"."""
    count = _count(m["count"])
    if m["half"] and count is not None:
        count += 0.5
    sign = -1 if m["way"] in BEFORE else 1
    story = m["way"] not in ("ago", "from now", "hence")
    unit = words.UNITS[m["unit"]]
    other = _count(m["other"]) if m["other"] else None
    kind: DateType = "TIME" if unit.startswith("T") else "DATE"
    return _one(m, text, Shift(count, unit, sign, story, other=other), kind)


def _count(words_: str) -> float | None:
    if re.match(r"half", words_):
        return 0.5
    if words_ in ("a", "an") or words_.endswith("single"):
        return 1.0
    return read_number(words_)


def after_event(m: re.Match[str], text: str) -> Found:
    """Read "three days after the warning": so far from the day of what follows."""
    count = _count(m.groupdict().get("count") or "a")
    sign = -1 if m["way"] == "before" else 1
    cut = m.end("way")
    meaning = Shift(
        count,
        words.UNITS[m["unit"]],
        sign,
        event=text[m.start("event") : m.end("event")],
    )
    return (Expression(m.start(), cut, "DATE", meaning, text[m.start() : cut], ""),)


def vague_later(m: re.Match[str], text: str) -> Found:
    """Read "days later", "years before": how many, nobody says."""
    sign = -1 if m["way"] in BEFORE else 1
    return _one(m, text, Shift(None, words.UNITS[m["unit"]], sign, in_story=True))


def the_unit(m: re.Match[str], text: str) -> Found:
    """Read "the end of the day", "the whole year", "ended the week"; not "the year"."""
    if m.start("the") == m.start() and not m["whole"]:
        return ()
    start = (
        m.start("the")
        if re.match(r"en|fin|for|in|during|over|thr", m.group())
        else m.start()
    )
    meaning = Shift(0, words.UNITS[m["unit"]], 1, in_story=True)
    return (Expression(start, m.end(), "DATE", meaning, text[start : m.end()], ""),)


def nth_day(m: re.Match[str], text: str) -> Found:
    """Read "for a third day": the day of telling, if something lasts until then."""
    if not re.search(r"\bfor\s$", text[: m.start()]):
        return ()
    return _one(m, text, Shift(0, words.UNITS[m["unit"]], 1))


def same_period(m: re.Match[str], text: str) -> Found:
    """Read "the same period last year": what was told last, a year before."""
    return _one(m, text, Shift(1, "SAME", -1, in_story=True))


def day_of_month(m: re.Match[str], text: str) -> Found:
    """Read "on the 5th": of the month that was told last."""
    meaning = Calendar(None, None, int(m["day"]), in_story=True)
    start = m.start("day")
    return (Expression(start, m.end(), "DATE", meaning, text[start : m.end()], ""),)


def neighbour(m: re.Match[str], text: str) -> Found:
    """Read "the same day", "the following week", "the day before"."""
    direction, unit = re.sub(r"\s+", " ", m["dir"]), m["unit"]
    if unit in ("after", "before"):
        head = direction.split()[-1]
        if head not in words.UNITS:
            return ()
        return _one(
            m,
            text,
            Shift(1, words.UNITS[head], 1 if unit == "after" else -1, in_story=True),
        )
    if unit not in words.UNITS:
        return ()
    sign = -1 if re.search("previous|preceding", direction) else 1
    count = 0 if re.search("same|that", direction) else 1
    return _one(m, text, Shift(count, words.UNITS[unit], sign, in_story=True))


def shifted_unit(m: re.Match[str], text: str) -> Found:
    """Read "last week", "this weekend", "next year"; "the past decade" is a stretch."""
    direction, unit = (
        re.sub(r"\s+", " ", _group(m, "dir") or "past"),
        words.UNITS[m["unit"]],
    )
    if direction in ("the past", "the last", "past") and unit not in ("WE",):
        return _one(m, text, Stretch(_stretch(1, unit), -1), "DURATION")
    count = DIRECTIONS[direction.split()[-1]]
    return _one(m, text, Shift(abs(count), unit, -1 if count < 0 else 1))


def reach(m: re.Match[str], text: str) -> Found:
    """Read "the past nine days", "the next six months"."""
    direction = {
        "past": -1,
        "last": -1,
        "recent": -1,
        "previous": 0,
        "next": 1,
        "coming": 1,
    }
    value = _stretch(_count(m["count"]), words.UNITS[m["unit"]])
    return _one(m, text, Stretch(value, direction.get(m["dir"], 0)), "DURATION")


def _stretch(count: float | None, unit: str) -> str:
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if unit == "F":
        count, unit = (None if count is None else count * 2), "W"
    if unit == "DE":
        count, unit = (None if count is None else count * 10), "Y"
    unit = {"N": "D", "WE": "WE", "CE": "CE"}.get(unit, unit)
    number = "X" if count is None else f"{count:g}"
    return f"P{time}{number}{unit}"


def duration(m: re.Match[str], text: str) -> Found:
    """Read "three days", "a five-year", "several hours"; an age is a stretch too."""
    count, unit = _count(m["count"]), words.UNITS[m["unit"]]
    if unit == "TS" and m["count"] in ("a", "an"):
        return ()
    if (m["half"] or m["half1"]) and count is not None:
        count += 0.5
    if m["count"] in ("a", "an") and not m["long"] and unit in ("Q", "N"):
        return ()
    return _one(m, text, Stretch(_stretch(count, unit)), "DURATION")


def vague_duration(m: re.Match[str], text: str) -> Found:
    """Read "for years", "minutes", "decades of"."""
    if m["unit"] == "second":
        return ()
    return _one(m, text, Stretch(_stretch(None, words.UNITS[m["unit"]])), "DURATION")


def each(m: re.Match[str], text: str) -> Found:
    """Read "every week", "each Monday", "every two years"."""
    name = m["unit"]
    if name in words.WEEKDAYS:
        return _one(m, text, Fixed(f"XXXX-WXX-{words.WEEKDAYS[name] + 1}"), "SET")
    if name in words.PARTS and name != "night":
        return _one(m, text, Fixed(f"XXXX-XX-XXT{words.PARTS[name]}"), "SET")
    count = _count((m["count"] or "").strip()) or 1
    return _one(m, text, Fixed(_stretch(count, words.UNITS[name])), "SET")


def per(m: re.Match[str], text: str) -> Found:
    """Read "a year" after a rate ("15 a year"), "per day", "once a month"."""
    rate = m.group()[:2] not in ("a ", "an") or _RATE.search(text[: m.start()].lower())
    if not rate:
        unit = words.UNITS[m["unit"]]
        if unit in ("Q", "WE"):
            return ()
        return _one(m, text, Stretch(_stretch(1, unit)), "DURATION")
    return _one(m, text, Fixed(_stretch(1, words.UNITS[m["unit"]])), "SET")


def fixed_set(m: re.Match[str], text: str) -> Found:
    """Read "daily", "annually"; not a newspaper ("the Hamshahri daily said")."""
    if re.search(r"[A-Z][\w-]*\s$", text[: m.start()]) or re.match(
        r"\s[A-Z]", text[m.end() :]
    ):
        return ()
    return _one(m, text, Fixed(words.SETS[m["set"]]), "SET")


def before_christ(m: re.Match[str], text: str) -> Found:
    """Read "264 BC": a value, but no day of our calendar."""
    if "BC" not in m.group().upper() or not text[m.end("bc") :].lstrip().startswith(
        "B"
    ):
        return ()
    return _one(m, text, Fixed(f"BC{int(m['bc']):04d}"))


ZONES: Final = {"utc": "Z", "gmt": "Z", "z": "Z"}


def clock(m: re.Match[str], text: str) -> Found:
    """Read "14:48 UTC", "9.30 p.m.", "0800 GMT", "five o'clock"; not a score or a ratio."""
    half = (m["ap"] or "")[:1]
    zone = (m["zone"] or "").strip()
    if m["mil"]:
        if not (zone or m["hrs"]):
            return ()
        hour, minute = int(m["mil"][:2]), int(m["mil"][2:])
    else:
        hour, minute = int(m["h"] or m["h2"]), int(m["m"] or 0)
        if not half and (not m["h"] or ("." in m.group() and not zone)):
            return ()
        if m["h2"] and not half:
            return ()
    if hour > 24 or (half and hour > 12):
        return ()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return _one(m, text, Clock(f"{hour:02d}:{minute:02d}{ZONES.get(zone, '')}"), "TIME")


def noon(m: re.Match[str], text: str) -> Found:
    """Read "noon" and "midnight"."""
    return _one(m, text, Clock("24:00" if m["word"] == "midnight" else "12:00"), "TIME")


def vague(m: re.Match[str], text: str) -> Found:
    """Read "now", "recently", "in the future"."""
    return _one(m, text, Fixed(words.VAGUE[re.sub(r"\s+", " ", m["vague"])]))


def recent(m: re.Match[str], text: str) -> Found:
    """Read "in recent months"."""
    return _one(m, text, Fixed("PAST_REF"))


def year_range(m: re.Match[str], text: str) -> Found:
    """Read "1998-99" and "1917-1918" as their two years."""
    first, end = m["year"], m["end"]
    last = int(end) if len(end) == 4 else int(first[:2] + end)
    if last <= int(first) or last > int(first) + 300:
        return ()
    cut = m.end("year")
    return (
        Expression(m.start(), cut, "DATE", Calendar(int(first)), first, ""),
        Expression(m.start("end"), m.end(), "DATE", Calendar(last), end, ""),
    )


def year(m: re.Match[str], text: str) -> Found:
    """Read a year; not a count, an amount or a number of something."""
    after, before = text[m.end() :], text[: m.start("year")]
    if _COUNTED.match(after) or _AMOUNT.search(before):
        return ()
    value = int(m["year"])
    if value < 1500 and not re.search(
        r"\b(?:in|since|by|from|of|until|to|and)\s$", before.lower()
    ):
        return ()
    return _one(m, text, Calendar(value))


def short_year(m: re.Match[str], text: str) -> Found:
    """Read "'99"."""
    return _one(m, text, Calendar(int(m["short"])))


def part(m: re.Match[str], text: str) -> Found:
    """Read "the morning" of the day that is spoken of; not "Morning Edition"."""
    if text[m.start("part")].isupper() and re.match(r"\s[A-Z]", text[m.end() :]):
        return ()
    return _one(m, text, Clock(words.PARTS[m["part"]]), "TIME")
