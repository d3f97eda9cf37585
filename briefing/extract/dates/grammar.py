"""The grammar of time expressions: one rule a form, and the reader of what it means.

In a pattern a space is any white space and `{month}` a part of the vocabulary. The
text is in lower case. The rule that begins first wins; of two that begin together,
the one that stands first here, unless its reader declines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from briefing.extract.dates import read_calendar, read_lengths, read_relative
from briefing.extract.dates.meaning import Expression


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of time expression."""

    needs: str
    """Classes of words, one of which every such expression holds: "unit weekday"."""
    pattern: str
    reader: Callable[[re.Match[str], str], tuple[Expression, ...]]
    cues: str = ""
    """Words or parts of words, one of which it holds too; none: any may be it."""


YEAR_END: Final = (
    r"(?:,? (?P<year>{year})(?![\d%])|,? of (?P<year2>{year})"
    r"|,? (?:of )?(?P<yearshift>this year|last year|next year|that year|the same year"
    r"|the following year|the next year|the previous year))?"
)
PART_OF: Final = (
    r"(?:(?:the |early |late )*(?P<partof>{part})(?: of| on)(?: the)? )?"
    r"(?:{anyweekday},? )?"
)
TO: Final = r"(?:{dash}| to | and | or | until )"
EVENT: Final = r"(?= (?P<event>[^.,;:()]{1,80}))"

CALENDAR: Final = (
    Rule(
        "digit",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        read_calendar.calendar,
    ),
    Rule(
        "digit",
        r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)"
        r"(?P<year>\d{4}|\d\d)(?!\d|[./]\d)",
        read_calendar.numeric,
    ),
    Rule(
        "month unit",
        r"(?:the )?(?P<around>week|weekend) (?:of|beginning|starting|commencing)"
        r"(?: the)?(?: {anyweekday},?)? (?:(?P<day>{day}){nth}?(?:"
        + TO
        + r"{day}{nth}?)? (?P<month>{month})|(?P<month2>{month}) (?P<day2>{day})"
        r"{nth}?(?:" + TO + r"{day}{nth}?)?)" + YEAR_END,
        read_calendar.week_of,
        cues="week",
    ),
    Rule(
        "month",
        PART_OF
        + r"(?:the )?(?P<day>{day}){nth}?(?:"
        + TO
        + r"(?:the )?(?P<day2>{day}){nth}?)?"
        r"(?: day)?(?: of)? (?P<month>{month})" + YEAR_END,
        read_calendar.calendar,
    ),
    Rule(
        "month",
        r"(?:(?:early|late) (?:on )?(?={month}))?"
        + PART_OF
        + r"(?P<month>{month}) (?:the )?(?P<day>{day}){nth}?(?:"
        + TO
        + r"(?P<day2>{day}){nth}?)?(?![\d:%]|,\d)"
        + YEAR_END,
        read_calendar.calendar,
    ),
    Rule(
        "month",
        r"(?:the )?(?P<week>first|second|third|fourth|last|final) week (?:of|in) "
        r"(?P<month>{fullmonth})" + YEAR_END,
        read_calendar.calendar,
        cues="week",
    ),
    Rule(
        "month",
        r"{edge}?(?:(?P<dir>last|this|next|this past|this coming|the previous"
        r"|the following) )?(?P<month>{fullmonth})" + YEAR_END,
        read_calendar.month,
    ),
    Rule(
        "season",
        r"{edge}?(?:(?P<dir>last|this|next|that|the|the previous|the following"
        r"|the next) )?{edge}?(?P<season>{season})" + YEAR_END,
        read_calendar.season,
    ),
    Rule(
        "unit",
        r"(?:the )?(?P<fiscal>(?:fiscal|financial) )?"
        r"(?P<ordinal>first|second|third|fourth|last|final)[- ]"
        r"(?P<what>quarter|half)(?: of(?: the year)?)?" + YEAR_END,
        read_calendar.quarter,
        cues="quarter half",
    ),
    Rule(
        "digit",
        r"(?:the )?(?:(?:fiscal|financial)(?: years?)? |fy ?)(?P<year>{year})(?!\d)"
        r"|(?:the )?(?P<year2>{year}) (?:fiscal|financial) year",
        read_calendar.fiscal_year,
        cues="fiscal financial fy",
    ),
    Rule(
        "digit",
        r"(?P<q>[qh][1-4])(?: of)? (?P<year>{year})",
        read_calendar.short_quarter,
    ),
    Rule(
        "digit", r"{edge}?(?P<tens>(?:1[5-9]|20)\d0)s", read_calendar.decade, cues="0s"
    ),
    Rule(
        "digit", r"{edge}?['\u2018]?(?P<tens>[2-9]0)s", read_calendar.decade, cues="0s"
    ),
    Rule(
        "unit",
        r"{edge}?(?P<ordinal>{ordinal})[- ]centur(?:y|ies)(?P<bc> bc)?",
        read_calendar.century,
        cues="centur",
    ),
    Rule(
        "holiday",
        r"(?P<holiday>{holiday})(?:,? (?P<year>{year}))?",
        read_calendar.holiday,
    ),
)
RELATIVE: Final = (
    Rule(
        "weekday",
        r"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<dir>last|next|this|this past"
        r"|this coming|the following|the next|the previous|the same|that) )?"
        r"(?P<weekday>{weekday})(?:'s)?(?: (?P<part>{part}))?",
        read_relative.weekday,
    ),
    Rule(
        "deictic part",
        r"(?:(?:earlier|later|late|early) )?(?P<word>the day before yesterday"
        r"|the day after tomorrow|today|tonight|yesterday|tomorrow|overnight"
        r"|last night)"
        r"(?: (?P<part>{part}))?",
        read_relative.deictic,
    ),
    Rule(
        "deictic",
        r"(?:by|till|until|before) (?P<that>that (?:time|date))",
        read_relative.that_time,
        cues="that",
    ),
    Rule(
        "part",
        r"(?:(?:early|late|earlier|later) )?(?P<dir>this|that|the same|the previous"
        r"|the next|the following) (?P<part>{part})",
        read_relative.this_part,
    ),
    Rule(
        "unit",
        r"{about}(?P<count>{number}|{vaguecount}|an?) (?P<unit>{unit})s? "
        r"(?P<way>after|before)" + EVENT,
        read_relative.after_event,
        cues="after before",
    ),
    Rule(
        "unit",
        r"(?:the )?(?P<unit>day|week|month|year) (?P<way>after|before|following)"
        + EVENT,
        read_relative.after_event,
        cues="after before following",
    ),
    Rule(
        "unit",
        r"(?:many |some )?(?P<unit>{unit})s "
        r"(?P<way>later|earlier|before|afterwards|ago)",
        read_relative.vague_later,
        cues="later earlier before after ago",
    ),
    Rule(
        "unit",
        r"{about}(?:(?P<other>{number}|a)(?: or | to |{dash}))?"
        r"(?P<count>{number}|{vaguecount}|an?|half an?)"
        r"[- ](?P<unit>{unit})s?(?P<half> and a half)? (?P<way>ago|earlier|later|before"
        r"|previously|from now|hence|after that|beforehand|afterwards?)",
        read_relative.ago,
        cues="ago earlier later before previously now hence after",
    ),
    Rule(
        "unit",
        r"(?:(?:late|later|early|earlier) in |(?:the )?(?:very )?(?:end|close|start"
        r"|beginning|middle|rest|remainder|course) of |(?:end|ends|ended|ending|finish"
        r"|finished) |for |in |during |over |through )?"
        r"(?P<the>the (?P<whole>whole |entire |full )?(?P<unit>day|week|month|year))"
        r"(?! (?:of|when|that|previous|prior|following|preceding|beginning|starting"
        r"|commencing)\b)",
        read_relative.the_unit,
    ),
    Rule(
        "unit",
        r"(?:a|the) {ordinal} (?:consecutive |straight |successive |running )?"
        r"(?P<unit>day|night|week|month|year)(?= (?:running|in a row)|[,.;]"
        r"| of (?!the)| on| as| after| in| at| to| due)",
        read_relative.nth_day,
    ),
    Rule(
        "unit",
        r"(?:over |at |on |during )?(?P<the>the weekend)(?! of)",
        read_relative.the_weekend,
        cues="weekend",
    ),
    Rule(
        "unit",
        r"(?:the )?same (?:period|quarter|month|time|day|week)(?: of| in)?(?: the)? "
        r"(?:last year|a year (?:ago|earlier|before)|(?:previous|prior) year)",
        read_relative.same_period,
        cues="same",
    ),
    Rule(
        "unit",
        r"(?P<dir>the same|that same|that|the next|the following|the previous"
        r"|the preceding|the day|the week|the month|the year)"
        r" (?P<unit>{longunit}|after|before|following|previous|prior)(?!s)",
        read_relative.neighbour,
    ),
    Rule(
        "unit",
        r"(?:(?:earlier|later|early|late) )?{edge}?(?P<dir>last|next|this|this past"
        r"|this coming|the last|the past) (?P<unit>{longunit})(?:'s)?(?!s)",
        read_relative.shifted_unit,
    ),
)
LENGTHS: Final = (
    Rule(
        "unit",
        r"(?:over |during |in |within )?(?:the |these |this )?(?P<dir>past|last|next"
        r"|coming|previous|following|first|final|recent) "
        r"{about}(?P<count>{number}|{vaguecount}) (?P<unit>{unit})s",
        read_lengths.reach,
        cues="past last next coming previous following first final recent",
    ),
    Rule(
        "unit weekday part",
        r"(?:every|each) (?:other |single )?(?P<count>{number} )?"
        r"(?P<unit>{unit}|{weekday}|{part})s?",
        read_lengths.each,
        cues="every each",
    ),
    Rule(
        "unit",
        r"(?:(?:once|twice|{number}) )?(?:times )?(?:a|per) (?P<unit>{longunit})",
        read_lengths.per,
    ),
    Rule("set", r"(?P<set>{set})", read_lengths.fixed_set),
    Rule(
        "digit",
        r"(?:on|by|until|to) the (?P<day>{day}){nth}"
        r"(?=[,;).]| of (?:that|the same) month| (?:the|a|an|he|she|it|they|we|police|"
        r"there|and|but|as|when|after|that|was|were|has|had|his|her|their)\b)",
        read_calendar.day_of_month,
    ),
    Rule(
        "digit",
        r"(?P<bc>\d{1,4}) b\.?c\.?(?:e\.?)?",
        read_calendar.before_christ,
        cues="b",
    ),
    Rule(
        "digit",
        r"(?:(?P<h>\d{1,2})[:.](?P<m>[0-5]\d)(?::[0-5]\d)?|(?P<h2>\d{1,2})"
        r"|(?P<mil>[0-2]\d[0-5]\d)) ?(?P<ap>[ap]\.?m\b\.?|noon)?"
        r"(?: ?(?P<hrs>hrs?|hours|o'clock))?"
        r"(?: ?\(?(?P<zone>{zone})\b(?: ?(?P<offset>[+\u2212-]\d{1,2})\b)?\)?)?",
        read_lengths.clock,
    ),
    Rule("deictic part", r"(?P<word>noon|midnight|midday)", read_lengths.noon),
    Rule(
        "unit",
        r"{about}(?:{number}(?: or | to |{dash}))?"
        r"(?P<count>{number}|{vaguecount}|(?:a |one )?single|an?|half an?)"
        r"(?P<half1> and (?:a )?half)?"
        # "ten brutal months", "two consecutive quarters"
        r"(?: (?!(?:of|in|on|to|and|or|the|a|an|per|this|last|next|past)\b)[a-z]+"
        r"(?= {unit}s))?"
        r"[- ](?P<unit>{unit})s?(?P<half>[- ]and[- ]a[- ]half)?(?:[- ]old| of age)?"
        r"(?P<long>[- ]long)?",
        read_lengths.duration,
    ),
    Rule(
        "unit",
        r"(?P<unit>day|week|month|year|hour)-long",
        read_lengths.long,
        cues="-long",
    ),
    Rule(
        "unit",
        r"(?:for |over the |in |many )?"
        r"(?P<unit>second|minute|hour|day|week|month|year|decade|centurie)s(?: of)?",
        read_lengths.vague_duration,
    ),
)
REST: Final = (
    Rule("vague", r"(?P<vague>{vague})", read_relative.vague),
    Rule(
        "unit",
        r"(?:in )?(?:the )?recent (?P<unit>{unit})s",
        read_relative.recent,
        cues="recent",
    ),
    Rule(
        "digit",
        r"(?P<year>{year})(?:{dash}(?P<end>\d{4}|\d\d)|/(?P<next>\d\d))(?![\d/])",
        read_calendar.year_range,
    ),
    Rule("digit", r"{edge}?(?P<year>{year})", read_calendar.year),
    Rule("digit", r"['\u2018](?P<short>\d\d)(?![\d\w])", read_calendar.short_year),
    Rule(
        "part", r"(?:the )?(?P<part>morning|afternoon|evening|night)", read_lengths.part
    ),
)
RULES: Final = (*CALENDAR, *RELATIVE, *LENGTHS, *REST)
