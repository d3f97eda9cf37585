"""The grammar of time expressions: one line a form, and what it means.

In a pattern a space is any white space and `{month}` a part of the vocabulary. The
text is in lower case. The rule that begins first wins; of two that begin together,
the one that stands first in `RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefing.extract.dates import readers as read
from briefing.extract.dates.meaning import Expression
from briefing.extract.dates.vocabulary import TIME_WORDS, build_pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of time expression: its name, its pattern and its reader."""

    name: str
    pattern: str
    reader: Callable[[re.Match[str], str], tuple[Expression, ...]]


YEAR_END: Final = (
    r"(?:,? (?P<year>{year})(?![\d%])|,? of (?P<year2>{year})"
    r"|,? (?:of )?(?P<yearshift>this year|last year|next year|that year|the same year"
    r"|the following year|the next year|the previous year))?"
)
PART_OF: Final = r"(?:(?:the |early |late )*(?P<partof>{part})(?: of| on)(?: the)? )?"

RULES: Final = (
    Rule(
        "iso day", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", read.calendar
    ),
    Rule(
        "numeric day",
        r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?!\d|[./]\d)",
        read.numeric,
    ),
    Rule(
        "day month",
        PART_OF + r"(?:{anyweekday},? )?(?:the )?(?P<day>{day}){nth}?"
        r"(?:(?:{dash}| to | and | or | until )(?:the )?(?P<day2>{day}){nth}?)?"
        r"(?: day)?(?: of)? (?P<month>{month})" + YEAR_END,
        read.calendar,
    ),
    Rule(
        "month day",
        PART_OF
        + r"(?:{anyweekday},? )?(?P<month>{month}) (?:the )?(?P<day>{day}){nth}?"
        r"(?:(?:{dash}| to | and | or | until )(?P<day2>{day}){nth}?)?(?![\d:%]|,\d)"
        + YEAR_END,
        read.calendar,
    ),
    Rule(
        "week of month",
        r"(?:the )?(?P<week>first|second|third|fourth|last|final) week (?:of|in) "
        r"(?P<month>{fullmonth})" + YEAR_END,
        read.calendar,
    ),
    Rule(
        "month",
        r"{edge}?(?:(?P<dir>last|this|next|this past|this coming|the previous|the following) )?"
        r"(?P<month>{fullmonth})" + YEAR_END,
        read.month,
    ),
    Rule(
        "season",
        r"{edge}?(?:(?P<dir>last|this|next|that|the|the previous|the following|the next) )?"
        r"{edge}?(?P<season>{season})" + YEAR_END,
        read.season,
    ),
    Rule(
        "quarter",
        r"(?:the )?(?P<ordinal>first|second|third|fourth|last|final) (?P<what>quarter|half)"
        r"(?: of(?: the year)?)?" + YEAR_END,
        read.quarter,
    ),
    Rule("quarter", r"(?P<q>[qh][1-4])(?: of)? (?P<year>{year})", read.short_quarter),
    Rule(
        "decade",
        r"{edge}?(?P<tens>(?:1[5-9]|20)\d0)s(?: and (?P<tens2>\d0)s)?",
        read.decade,
    ),
    Rule("decade", r"{edge}?['\u2018\u2019]?(?P<tens>[2-9]0)s", read.decade),
    Rule(
        "century",
        r"{edge}?(?P<ordinal>{ordinal})[- ]centur(?:y|ies)(?P<bc> bc)?",
        read.century,
    ),
    Rule(
        "holiday",
        r"(?P<holiday>{holiday})(?:,? (?P<year>{year}))?",
        read.holiday,
    ),
    Rule(
        "weekday",
        r"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<dir>last|next|this|this past|this coming"
        r"|the following|the next|the previous|the same|that) )?(?P<weekday>{weekday})"
        r"(?:'s)?(?: (?P<part>{part}))?",
        read.weekday,
    ),
    Rule(
        "deictic",
        r"(?:(?:earlier|later|late|early) )?(?P<word>the day before yesterday"
        r"|the day after tomorrow|today|tonight|yesterday|tomorrow|overnight|last night)"
        r"(?: (?P<part>{part}))?",
        read.deictic,
    ),
    Rule(
        "this part",
        r"(?:(?:early|late|earlier|later) )?(?P<dir>this|that|the same|the previous|the next|the following) (?P<part>{part})",
        read.this_part,
    ),
    Rule(
        "after event",
        r"{about}(?P<count>{number}|{vaguecount}|an?) (?P<unit>{unit})s? (?P<way>after|before)"
        r"(?= (?P<event>[^.,;:()]{1,80}))",
        read.after_event,
    ),
    Rule(
        "day of event",
        r"(?:the )?(?P<unit>day|week|month|year) (?P<way>after|before)(?= (?P<event>[^.,;:()]{1,80}))",
        read.after_event,
    ),
    Rule(
        "vague later",
        r"(?P<unit>{unit})s (?P<way>later|earlier|before|afterwards)",
        read.vague_later,
    ),
    Rule(
        "ago",
        r"{about}(?:(?P<other>{number}|a)(?: or | to |{dash}))?(?P<count>{number}|{vaguecount}|an?|half an?)"
        r"[- ](?P<unit>{unit})s?(?P<half> and a half)? (?P<way>ago|earlier|later|before|previously|from now|hence|after that|beforehand|afterwards?)",
        read.ago,
    ),
    Rule(
        "the unit",
        r"(?:(?:late|later|early|earlier) in |(?:the )?(?:very )?(?:end|close|start|beginning"
        r"|middle|rest|remainder|course) of |(?:end|ends|ended|ending|finish|finished) "
        r"|for |in |during |over |through )?"
        r"(?P<the>the (?P<whole>whole |entire |full )?(?P<unit>day|week|month|year))"
        r"(?! (?:of|when|that)\b)",
        read.the_unit,
    ),
    Rule(
        "nth day",
        r"(?:a|the) (?P<nth>{ordinal}) (?:consecutive |straight |successive |running )?"
        r"(?P<unit>day|night|week|month|year)(?= (?:running|in a row)|[,.;]| of (?!the)| on| as"
        r"| after| in| at| to| due)",
        read.nth_day,
    ),
    Rule(
        "same period",
        r"(?:the )?same (?:period|quarter|month|time|day|week)(?: of| in)?(?: the)? "
        r"(?:last year|a year (?:ago|earlier|before)|(?:previous|prior) year)",
        read.same_period,
    ),
    Rule(
        "neighbour",
        r"(?P<dir>the same|that same|that|the next|the following|the previous|the preceding"
        r"|the day|the week|the month|the year) (?P<unit>{longunit}|after|before)(?!s)",
        read.neighbour,
    ),
    Rule(
        "shifted unit",
        r"(?:(?:earlier|later|early|late) )?{edge}?(?P<dir>last|next|this|this past|this coming|the last|the past) "
        r"(?P<unit>{longunit})(?:'s)?(?!s)",
        read.shifted_unit,
    ),
    Rule(
        "reach",
        r"(?:over |during |in |within )?(?:the |these |this )?(?P<dir>past|last|next|coming|previous|following|first|final|recent) "
        r"{about}(?P<count>{number}|{vaguecount}) (?P<unit>{unit})s",
        read.reach,
    ),
    Rule(
        "set",
        r"(?:every|each) (?:other |single )?(?P<count>{number} )?(?P<unit>{unit}|{weekday}|{part})s?",
        read.each,
    ),
    Rule(
        "set",
        r"(?:(?:once|twice|{number}) )?(?:times )?(?:a|per) (?P<unit>{longunit})",
        read.per,
    ),
    Rule("set", r"(?P<set>{set})", read.fixed_set),
    Rule(
        "day of the month",
        r"(?:on|by|until|to) the (?P<day>{day}){nth}(?=[,;).]| of (?:that|the same) month)",
        read.day_of_month,
    ),
    Rule("bc", r"(?P<bc>\d{1,4}) b\.?c\.?(?:e\.?)?", read.before_christ),
    Rule(
        "time",
        r"(?:(?P<h>\d{1,2})[:.](?P<m>[0-5]\d)(?::[0-5]\d)?|(?P<h2>\d{1,2})|(?P<mil>[0-2]\d[0-5]\d)) ?(?P<ap>[ap]\.?m\b\.?|noon)?(?: ?(?P<hrs>hrs?|hours|o'clock))?(?: ?\(?(?P<zone>utc|gmt|z|est|edt|et|cet|cest|bst|pst|pdt|pt|local time|local)\b\)?)?",
        read.clock,
    ),
    Rule("time", r"(?P<word>noon|midnight|midday)", read.noon),
    Rule(
        "duration",
        r"{about}(?:{number}(?: or | to |{dash}))?(?P<count>{number}|{vaguecount}|(?:a |one )?single|an?|half an?)"
        r"(?P<half1> and (?:a )?half)?"
        # "ten brutal months", "two consecutive quarters"
        r"(?: (?!(?:of|in|on|to|and|or|the|a|an|per|this|last|next|past)\b)[a-z]+(?= {unit}s))?"
        r"[- ](?P<unit>{unit})s?(?P<half>[- ]and[- ]a[- ]half)?(?P<old>(?:[- ]old| of age))?"
        r"(?P<long>[- ]long)?",
        read.duration,
    ),
    Rule(
        "duration",
        r"(?:for |over the |in |(?P<of>many ))?(?P<unit>second|minute|hour|day|week|month|year|decade|centurie)s(?: of)?",
        read.vague_duration,
    ),
    Rule("decade", r"(?:the )?(?:past|last) (?P<unit>decade)", read.shifted_unit),
    Rule("vague", r"(?P<vague>{vague})", read.vague),
    Rule("vague", r"(?:in )?(?:the )?recent (?P<unit>{unit})s", read.recent),
    Rule(
        "year range",
        r"(?P<year>{year}){dash}(?P<end>\d{4}|\d\d)(?!\d)",
        read.year_range,
    ),
    Rule("year", r"{edge}?(?P<year>{year})", read.year),
    Rule("year", r"['\u2018\u2019](?P<short>\d\d)(?![\d\w])", read.short_year),
    Rule("part", r"(?:the )?(?P<part>morning|afternoon|evening|night)", read.part),
)


def _pattern(rule: Rule) -> str:
    return rf"(?<![\w])(?:{build_pattern(rule.pattern)})(?!\w)"


_OWN: Final = tuple(re.compile(_pattern(rule)) for rule in RULES)


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=mark)", "[./]")


_ANY: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"({_anonymous(build_pattern(rule.pattern))})" for rule in RULES)
    + r")(?!\w)"
)

# Matches the digits of "2023", "16:30", "26/9", "'99", "80s", "9 a.m.", "264 BC"; not of
# "4,500", "$30".
_DIGITS: Final = re.compile(
    r"(?<!\d)(?:1\d|20)\d\d(?!\d)|\d[:./]\d|['\u2019]\d\d|\d0s|\d ?[ap]\.?m|\d ?b\.?c"
    r"|\d(?:st|nd|rd|th)\b|\d{4} (?:utc|gmt|z\b|h)"
)
_LETTERS: Final = re.compile(r"[a-z]+")


def may_hold_time(lower: str) -> bool:
    """Tell whether a text in lower case has any word or digits of a time expression.

    Two sentences of three have none, and the grammar need not be tried on them.
    """
    return not TIME_WORDS.isdisjoint(_LETTERS.findall(lower)) or (
        _DIGITS.search(lower) is not None
    )


def lowered(text: str) -> str:
    """Give *text* in lower case, every letter at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # "İ" grows: then only the plain letters are folded
    return "".join(c.lower() if c.isascii() else c for c in text)


@lru_cache(maxsize=2048)
def expressions_in(text: str) -> tuple[Expression, ...]:
    """Give the time expressions of *text* in order; none overlap.

    Remembered for the sentences at hand: figures ask again, to leave dates alone.
    """
    return tuple(_find(text))


def _find(text: str) -> Iterator[Expression]:
    lower = lowered(text)
    if not may_hold_time(lower):
        return
    lower = lower.replace("\u2019", "'")
    place = 0
    while match := _ANY.search(lower, place):
        place = match.start() + 1
        found = _read(lower, text, match.start(), (match.lastindex or 1) - 1)
        yield from found
        if found:
            place = max(found[-1].end, place)


def _read(lower: str, text: str, place: int, first: int) -> tuple[Expression, ...]:
    """Read what begins at *place*: by rule *first*, or if that declines, a later one."""
    for rule, own in zip(RULES[first:], _OWN[first:], strict=True):
        match = own.match(lower, place)
        if match and (found := rule.reader(match, text)):
            return found
    return ()
