"""Tell which day of a sentence dates what it tells, and how the two are tied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from briefing.extract.attribution.lexicon import cue_nouns, cue_verbs
from briefing.model.article import Span
from briefing.model.statement import Attribution, DateMention, Statement
from briefing.plan.clauses import (
    PAUSE,
    ahead,
    compared,
    has_past,
    has_verb,
    is_ahead,
    is_verb,
    listed,
    named,
    opens_below,
    set_off,
)

Tie = Literal["happening", "act", "telling", "named", "beneath"]
"""How a day is tied to its sentence: it happened then; someone denied or promised it
then; someone said it then; a thing is named by the day; or a clause below tells it."""

LONGEST_SPAN: Final = 3 * 366
"""Days; a decade dates nothing."""

NEAR_CUE: Final = 9
"""Words between a verb of saying and the day on which it was said, at most."""

# Matches what joins the ends of a range: "1998 and 1999", "12 - 15 May"; not ", ".
BETWEEN: Final = re.compile(r"\s*(?:and|to|until|till|through|[-–—])\s*")

A_MONTH: Final = 27
"""Days; a day that wide may belong to a noun alone."""

# Match what opens a sentence before the day of a noun, "Some of the organizers of a
# vigil ", and what goes on behind it, " near the school"; not "Members of the council "
# before a day and its verb.
SUBJECT: Final = re.compile(
    r"(?:[\w'’-]+\s){1,6}(?:of|at|in|from) an?\s(?:[\w-]+\s){1,3}"
)
WENT_ON: Final = re.compile(
    r"\s(?:[-–—]+\s(?:which|who)|near|at|in|outside|for|by|to|with|and|on|along)\s"
)

# Matches "described as a silver " before "2007 Corso sedan", "part of Holm's " before
# "1995 tax returns"; not "in a " before "2014 speech", held when its verb was.
MODEL: Final = re.compile(
    r"(?<!\b[Ii]n\s)(?<!\bon\s)\b(?:an?|his|her|its|their|\w+(?:['’]s|s['’]))\s"
    r"(?:[a-z-]+\s){0,2}\Z"
)

DOUBTS: Final = frozenset(["denial", "conditional", "unconfirmed", "unknown"])
"""Kinds of hedge under which a thing named may never have been."""


@dataclass(frozen=True, slots=True)
class Dating:
    """A day of a sentence and how it is tied to what the sentence tells."""

    date: DateMention
    tie: Tie


def main_date(statement: Statement) -> DateMention | None:
    """Give the day of what a statement tells, else of its telling; None if unsaid."""
    found = main_dating(statement)
    return found.date if found else None


def main_dating(statement: Statement) -> Dating | None:
    """Give the best tied dated expression of a statement, of equals the narrowest.

    A day that a speaker names within a quotation dates what is remembered or hoped for,
    not what is told. What somebody denies, believes or supposes is of the day he says
    so; what he reports is of its own.
    """
    found = datings(statement)
    ends = [end for one in found for end in ends_of(statement, one.date)]
    known = [d for d in found if d.date not in ends and width(d.date) <= LONGEST_SPAN]
    is_sure = not statement.hedges
    return min(
        known,
        key=lambda d: (_rank(d.tie, is_sure=is_sure), width(d.date)),
        default=None,
    )


def datings(statement: Statement) -> list[Dating]:
    """Give the days that date something in a statement, each with its tie."""
    quoted = [
        c for a in statement.attributions if a.kind == "direct" for c in a.content
    ]
    return [
        Dating(date, tie)
        for date in statement.dates
        if date.type in ("DATE", "TIME")
        and not any(c.start <= date.span.start < c.end for c in quoted)
        and (tie := _tie(statement, date)) is not None
    ]


def _rank(tie: Tie, *, is_sure: bool) -> int:
    if tie in ("happening", "act"):
        return 0 if is_sure or tie == "act" else 1
    return {"telling": 1 if is_sure else 0, "named": 2, "beneath": 3}[tie]


def width(date: DateMention) -> int:
    """Give the days between the ends of *date*; more than all where it has none."""
    if date.earliest is None or date.latest is None:
        return LONGEST_SPAN + 1
    return (date.latest - date.earliest).days


def ends_of(statement: Statement, start: DateMention) -> list[DateMention]:
    """Give the mention that ends the range which *start* begins, if there is one."""
    return [
        date
        for date in statement.dates
        if date.span.start >= start.span.end
        and BETWEEN.fullmatch(statement.words_at(Span(start.span.end, date.span.start)))
        and date.latest is not None
        and start.latest is not None
        and date.latest >= start.latest
    ]


def _tie(statement: Statement, date: DateMention) -> Tie | None:
    """Give how *date* is tied to its sentence, None where it dates nothing told."""
    before, after = statement.words_before(date.span), statement.words_after(date.span)
    own = statement.words_at(date.span)
    if _is_beside(before, own, after):
        return None
    if _name_begins(before, own) and named().match(after):
        return "named"
    if before.lower().endswith("as of ") or _is_of_the_subject(before, after):
        return "beneath"
    cue = _told_by(statement, date)
    if cue is not None:
        return _tie_of_saying(statement, cue)
    clause = PAUSE.split(_own_words(statement, date))[-1]
    if (
        _is_bound(before, date)
        or opens_below(clause)
        or _is_within(statement, date)
        or _is_of_a_thing(statement, date)
    ):
        return "beneath"
    opens_ahead = own.lower().split()[0] in listed("ahead_opening")
    if opens_ahead or ahead().search(clause) or is_ahead(after):
        return None
    return "happening"


def _name_begins(before: str, own: str) -> bool:
    """Tell whether a day has "the" before it: "the May 3", not "the day"."""
    if own.startswith(("the ", "The ")):
        return own[4:5].isdigit() or own[4:5].isupper()
    return before.endswith(("the ", "The "))


def _is_bound(before: str, date: DateMention) -> bool:
    """Tell whether something was so until or since a day; "before dawn" is of one."""
    words = before.lower().split()
    return date.type == "DATE" and not listed("bounding").isdisjoint(words[-1:])


def _is_of_the_subject(before: str, after: str) -> bool:
    """Tell whether a day is of the noun before: "hosts of a vigil Saturday near"."""
    opening = PAUSE.split(before)[-1]
    goes_on = SUBJECT.fullmatch(opening) and WENT_ON.match(after)
    return bool(goes_on) and not has_verb(opening)


def _is_of_a_thing(statement: Statement, date: DateMention) -> bool:
    """Tell whether a month or year belongs to a noun beside it, and not to a verb.

    "Taught at Arden (1982, 1987)"; "they point to the flood in 1988". Where a verb of
    the past tells more of it ("…, which killed nine"), it is told of after all.
    """
    if width(date) < A_MONTH:
        return False
    before, after = statement.words_before(date.span), statement.words_after(date.span)
    # "Nine attacks have been counted this year"
    is_now = statement.words_at(date.span).lower().startswith("this ")
    in_brackets = before.rfind("(") > before.rfind(")")
    is_its_year = MODEL.search(before) is not None and named().match(after) is not None
    return in_brackets or is_its_year or not (is_now or has_past(statement.text))


def lead_in(statement: Statement, date: DateMention) -> Span | None:
    """Give what stands before a thing named by its day: "the 3 May attack in Lom".

    None where a verb follows in its clause, which tells of something else; where
    somebody denies or only supposes it; or where who speaks would go with it.
    """
    clause, *others = PAUSE.split(statement.words_after(date.span))
    goes_on = any(is_verb(part.split()[0].lower()) for part in others if part.split())
    if has_verb(clause) or goes_on or any(h.kind in DOUBTS for h in statement.hedges):
        return None
    begin = date.span.start
    if not statement.words_at(date.span).lower().startswith("the "):
        begin -= len("the ")
    found = Span(statement.span.start, begin)
    owners = [a.source for a in statement.attributions if _holds(a, date)]
    return None if any(o and o.start < found.end for o in owners) else found


def _is_beside(before: str, own: str, after: str) -> bool:
    """Tell whether a day belongs to a thing named or compared, not to what is told.

    "Friday's attack" is spoken of on any day, "the worst since 1961" is of now.
    """
    owns = own.endswith(("'s", "’s")) or after.startswith(("'s ", "’s "))
    apart = set_off().search(before)
    aside = apart is not None and (apart["who"] or after.startswith(","))
    is_from = before.endswith(" from ") and (
        own.endswith(" ago") or own.lower().startswith(tuple(listed("compared_with")))
    )
    return bool(owns or is_from or compared().search(before) or aside)


def _tie_of_saying(statement: Statement, cue: Span) -> Tie:
    """Give how a day beside the words of saying is tied to the sentence."""
    if _is_said_below(statement, cue):
        return "beneath"
    words = statement.words_at(cue).lower().split()
    verbs = (cue_verbs()[word].verb.lemma for word in words if word in cue_verbs())
    return "telling" if next(verbs, words[0]) in listed("telling") else "act"


def _is_said_below(statement: Statement, cue: Span) -> bool:
    """Tell whether words of saying stand in a clause below: "after he admitted"."""
    return opens_below(PAUSE.split(statement.words_before(cue))[-1], said=True)


def _told_by(statement: Statement, date: DateMention) -> Span | None:
    """Give the words of saying that the day stands beside.

    None where the day is within what is said, or beside no such words. A form in -ing
    ("saying", "expressing support") hangs on a verb of its own, and behind "after" or
    "who" begins another clause.
    """
    beside = [
        (distance, cue)
        for one in statement.attributions
        if (cue := one.cue) is not None
        and not _holds(one, date)
        and (distance := _distance(statement, cue, date)) <= NEAR_CUE
    ]
    if not beside:
        return None
    cue = min(beside, key=lambda pair: pair[0])[1]
    first = statement.words_at(cue).split()[0].lower()
    hangs = first.endswith("ing") and first not in listed("telling")
    return None if hangs else cue


def _is_within(statement: Statement, date: DateMention) -> bool:
    """Tell whether a day is within what a noun or a clause below holds.

    "The claim that it fell on Monday", "… after he admitted that it fell on Monday".
    """
    cues = [one.cue for one in statement.attributions if _holds(one, date) and one.cue]
    return any(
        _is_said_below(statement, cue) or _is_noun(statement.words_at(cue).lower())
        for cue in cues
    )


def _is_noun(cue: str) -> bool:
    """Tell whether a cue is a noun ("claims" in "the claims that"), not a verb."""
    form = cue_verbs().get(cue)
    return cue in cue_nouns() and (form is None or form.is_noun_too)


def _holds(attribution: Attribution, date: DateMention) -> bool:
    return any(c.start <= date.span.start < c.end for c in attribution.content)


def _distance(statement: Statement, cue: Span, date: DateMention) -> int:
    """Count the words between; more than are looked at across another clause."""
    first, last = sorted([cue, date.span], key=lambda span: span.start)
    if first.start < statement.span.start or last.end > statement.span.end:
        return NEAR_CUE + 1
    words = statement.words_at(Span(first.end, last.start)).lower().split()
    opens = listed("conjunction") | listed("relative")
    return len(words) if opens.isdisjoint(words) else NEAR_CUE + 1


def _own_words(statement: Statement, date: DateMention) -> str:
    """Give the words before a day, of the clause that is said if it is within one."""
    starts = [
        min(c.start for c in one.content)
        for one in statement.attributions
        if _holds(one, date)
    ]
    begin = max(starts, default=statement.span.start)
    return statement.words_at(Span(begin, date.span.start)).removeprefix("that ")
