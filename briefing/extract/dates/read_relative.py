"""Read what counts from another day: weekdays, "last week", "three days later"."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.dates import vocabulary as words
from briefing.extract.dates.matches import (
    BEFORE,
    DIRECTIONS,
    Found,
    count_of,
    found_at,
    group,
    length,
    one,
)
from briefing.extract.dates.meaning import Fixed, Shift, Stretch, Weekday
from briefing.model.statement import DateType

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
# Matches what makes it a day but the nearest: "Monday week", "Monday a week ago".
_NOT_NEAREST = re.compile(
    r" (?:week|fortnight|gone|next|last|(?:a|one|two) (?:week|fortnight)s? ago)\b"
)
# Matches the "'s" of "the weekend's storm".
_OWNER = re.compile(r"['\u2019]s\b")
# Matches what makes a day the end of something: "into ", "through early ".
_INTO = re.compile(r"\b(?:into|through|until|till)\s(?:early\s|late\s)?$")
# Matches "before" at the end of its clause: "the Tuesday before".
_THE_BEFORE = re.compile(r" (?P<way>before|after)(?=[,;.)]|$)")
# Matches what makes "this day" another year's: "this day in 1995".
_YEAR_AFTER = re.compile(r" in \d{4}\b")
# Matches what measures against a plan: "three days later than planned".
_THAN = re.compile(r" than\b")
# Matches the rest of a name before "Today": "USA ", "Norrland ", "\u201cRadio ".
NAME_BEFORE = re.compile(r"(?:^|[^.!?]\s[\"'\u201c\u2018(]?)[A-Z][\w-]*\s$")
# Matches what makes a day of the week a name: "Black Friday", "Good Friday".
_NAMED_DAY = re.compile(rf"\b(?:{words.any_of(words.NAMED)})\s$", re.IGNORECASE)

# Matches the "the Herald on " of "the Herald on Sunday"; not "in Scotland on ".
_PAPER = re.compile(
    rf"\b(?:[Tt]he|[Bb]y|told|paper|newspaper) (?:{words.any_of(words.PAPERS)}) on $"
)
LONGEST_PAPER: Final = 40
"""Letters of "newspaper Independent on "."""
# Matches the " Agreement" of "the Friday Agreement"; not " agreement".
_NAMESAKE = re.compile(rf"(?:['\u2019]s)? (?:{words.any_of(words.NAMESAKES)})\b")
# Matches what such a name begins with, or stands behind: "the ", "Manchester "; not
# the "On " of "On Friday Market traders".
_WITHIN = re.compile(
    r"(?:\b(?:the|a|an)\s|\b(?!(?:On|By|Until|Since|From|This|Last|Next|Late|Early)\b)"
    r"[A-Z][\w.-]*\s|^|[.,:;\u201c\"(]\s?)$"
)

AROUND: Final = {"after": 1, "following": 1, "before": -1, "previous": -1, "prior": -1}


def weekday(m: re.Match[str], text: str) -> Found:
    """Read a day of the week with its direction and part of the day."""
    if not text[m.start("weekday")].isupper():
        return ()
    direction = group(m, "dir")
    if _is_name(m, text):
        return ()
    story = direction.startswith(("the ", "that"))
    shift = DIRECTIONS.get(direction.rpartition(" ")[2])
    part = words.PARTS.get(group(m, "part"), "")
    after = text[m.end() :]
    is_either = direction in ("last", "next") or bool(_NOT_NEAREST.match(after))
    if beside := _THE_BEFORE.match(after):
        story, shift = True, (-1 if beside["way"] == "before" else 1)
    number = words.WEEKDAYS[m["weekday"]]
    is_end = _INTO.search(text, max(0, m.start() - 20), m.start()) is not None
    meaning = Weekday(number, shift, story, part, is_either, is_end)
    return one(m, text, meaning, "TIME" if part else "DATE")


def _is_name(m: re.Match[str], text: str) -> bool:
    """Tell whether a day of the week is part of a name: "the Friday Agreement"."""
    start = m.start("weekday")
    if _NAMED_DAY.search(text[:start]):
        return True
    if m["weekday"] in ("saturday", "sunday") and _PAPER.search(
        text, max(0, start - LONGEST_PAPER), start
    ):
        return True
    is_namesake = _NAMESAKE.match(text, m.end("weekday"))
    return bool(is_namesake and _WITHIN.search(text[:start]))


def deictic(m: re.Match[str], text: str) -> Found:
    """Read "today", "yesterday evening", "overnight"; not "Norrland Today"."""
    if text[m.start()].isupper() and NAME_BEFORE.search(text[: m.start()]):
        return ()
    count, part = DEICTIC[group(m, "word")]
    part = words.PARTS.get(group(m, "part"), part)
    meaning = Shift(abs(count), "D", -1 if count < 0 else 1, part=part)
    return one(m, text, meaning, "TIME" if part else "DATE")


def that_time(m: re.Match[str], text: str) -> Found:
    """Read the "that time" of "by that time": what was told just before."""
    start = m.start("that")
    meaning = Shift(0, "TOLD", in_story=True)
    return (found_at(text, start, m.end(), meaning),)


def this_part(m: re.Match[str], text: str) -> Found:
    """Read "this morning", "the following night"; not "Ulster This Morning"."""
    if text[m.start()].isupper() and NAME_BEFORE.search(text[: m.start()]):
        return ()
    sign = -1 if "previous" in m["dir"] else 1
    count = 1 if re.search("previous|next|following", m["dir"]) else 0
    story = m["dir"] != "this"
    return one(m, text, Shift(count, "D", sign, story, words.PARTS[m["part"]]), "TIME")


def ago(m: re.Match[str], text: str) -> Found:
    """Read "three days ago", "two weeks later", "a few months before"."""
    count = count_of(m["count"])
    if m["half"] and count is not None:
        count += 0.5
    sign = -1 if m["way"] in BEFORE else 1
    story = m["way"] not in ("ago", "from now", "hence")
    unit = words.UNITS[m["unit"]]
    other = count_of(m["other"]) if m["other"] else None
    kind: DateType = "TIME" if unit.startswith("T") else "DATE"
    than = "than" if story and _THAN.match(text, m.end()) else ""
    meaning = Shift(count, unit, sign, story, event=than, other=other)
    return one(m, text, meaning, kind)


def after_event(m: re.Match[str], text: str) -> Found:
    """Read "three days after the warning": so far from the day of what follows."""
    count = count_of(m.groupdict().get("count") or "a")
    sign = -1 if m["way"] == "before" else 1
    cut = m.end("way")
    meaning = Shift(
        count,
        words.UNITS[m["unit"]],
        sign,
        event=text[m.start("event") : m.end("event")],
    )
    return (found_at(text, m.start(), cut, meaning),)


def vague_later(m: re.Match[str], text: str) -> Found:
    """Read "days later", "years ago": how many, nobody says."""
    sign = -1 if m["way"] in BEFORE else 1
    story = m["way"] != "ago"
    return one(m, text, Shift(None, words.UNITS[m["unit"]], sign, in_story=story))


def the_unit(m: re.Match[str], text: str) -> Found:
    """Read "the end of the day", "the whole year", "ended the week"; not "the year".

    Of "later in the day" it is "the day": how much later, nobody says.
    """
    if m.start("the") == m.start() and not m["whole"]:
        return ()
    start = (
        m.start("the")
        if re.match(r"en|fin|for|in|during|over|thr|later|earlier", m.group())
        else m.start()
    )
    meaning = Shift(0, words.UNITS[m["unit"]], 1, in_story=True, is_current=True)
    return (found_at(text, start, m.end(), meaning),)


def the_weekend(m: re.Match[str], text: str) -> Found:
    """Read "over the weekend": the last one or the next, as the verb says.

    "The weekend's storm" is of it too, not "the weekend edition".
    """
    if m.start() == m.start("the") and not _OWNER.match(text, m.end()):
        return ()
    start = m.start("the")
    meaning = Shift(0, "WE", 1)
    return (found_at(text, start, m.end(), meaning),)


def nth_day(m: re.Match[str], text: str) -> Found:
    """Read "for a third day": the day of telling, if something lasts until then."""
    if not re.search(r"\bfor\s$", text[: m.start()]):
        return ()
    unit = words.UNITS[m["unit"]]
    return one(m, text, Shift(0, unit, 1), "TIME" if unit == "N" else "DATE")


def same_period(m: re.Match[str], text: str) -> Found:
    """Read "the same period last year": what was told last, a year before."""
    return one(m, text, Shift(1, "SAME", -1, in_story=True))


def neighbour(m: re.Match[str], text: str) -> Found:
    """Read "the same day", "the following week", "the day before"."""
    direction, unit = group(m, "dir"), m["unit"]
    if unit in AROUND:
        head = direction.split()[-1]
        if head not in words.UNITS:
            return ()
        return one(m, text, Shift(1, words.UNITS[head], AROUND[unit], in_story=True))
    if unit not in words.UNITS:
        return ()
    sign = -1 if re.search("previous|preceding", direction) else 1
    count = 0 if re.search("same|that", direction) else 1
    return one(m, text, Shift(count, words.UNITS[unit], sign, in_story=True))


def shifted_unit(m: re.Match[str], text: str) -> Found:
    """Read "last week", "this weekend", "next year"; "the past decade" is a stretch."""
    direction, unit = group(m, "dir"), words.UNITS[m["unit"]]
    if direction == "this" and _YEAR_AFTER.match(text, m.end()):
        return ()
    if direction in ("the past", "the last") and unit != "WE":
        return one(m, text, Stretch(length(1, unit), -1), "DURATION")
    count = DIRECTIONS[direction.split()[-1]]
    return one(m, text, Shift(abs(count), unit, -1 if count < 0 else 1))


def vague(m: re.Match[str], text: str) -> Found:
    """Read "now", "recently", "in the future"."""
    return one(m, text, Fixed(words.VAGUE[group(m, "vague")]))


def recent(m: re.Match[str], text: str) -> Found:
    """Read "in recent months"."""
    return one(m, text, Fixed("PAST_REF"))
