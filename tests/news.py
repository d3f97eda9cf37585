"""Hypothesis draws newsrooms: articles as the web flattens them, with words that act.

A story has people, places, a toll and days; articles tell it in sentences of the trade,
copy each other whole or in part, and carry furniture. Anywhere may stand a piece that
means something to Markdown, HTML, Jinja, a terminal or the eye.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from hypothesis import strategies as st

from briefing.compose import compose_brief
from briefing.extract import extract_statements
from briefing.model.outline import Outline, SectionSpec
from briefing.pipeline import Outcome
from briefing.plan import plan_sections
from briefing.readers import read_text
from briefing.relate import relate_statements
from briefing.verify import verify_brief
from tests.planning import outline, section
from tests.strategies import ACTING

SENTENCES: Final = (
    "The river {verb} over the {thing} near {town} {day}, {who} said.",
    "{who} said {number} people were {fate} when the {thing} {verb}.",
    "“The {thing} was never safe,” {who} told reporters {day}.",
    "“We saw the {thing} go. Then the water came,” said {who}, a teacher in {town}.",
    "He added that {number} soldiers had been sent to {town}.",
    "She denied that the {thing} had {verb} {day}.",
    "{who} denied that {number} people were {fate}.",
    "{who} accused the operator of the {thing} of hiding {number} reports.",
    "It is not known whether the {thing} {verb} before the alarm.",
    "At least {number} people have been {fate} since {day}, according to {who}.",
    "But the {thing} {verb} again, according to a document seen by the newspaper.",
    "The {thing} {verb} at 4:10 a.m. {day}, killing {number} and injuring {number}.",
    "The death toll rose to {number} {day}, {who} said.",
    "Reports that the {thing} {verb} could not be confirmed.",
    "It is time that the {thing} be closed for good.",
    "The {thing} was built in 1974 and has been repaired twice.",
    "{acting} {who} said of the {thing} in {town}.",
    "{who} said: “{acting} {number} {acting}” and left.",
)  # fmt: skip
"""Sentences of the trade, with slots."""

SLOTS: Final[Mapping[str, tuple[str, ...]]] = {
    "verb": ("broke", "collapsed", "rose", "failed", "burned", "burst"),
    "thing": ("dam", "bridge", "reservoir", "factory", "lock", "railway line"),
    "town": ("Lyon", "Harrow Ferry", "Bergen", "Lower Quay", "Osaka"),
    "day": (
        "on Monday", "on Friday", "yesterday", "last week", "on 9 March 2026",
        "in March", "this weekend", "on Sunday morning",
    ),
    "who": (
        "Ada Brandvold", "Interior Minister Jonas Hale", "police", "Brandvold",
        "the ministry", "a spokesman who asked not to be named", "Tarn Hydro",
        "President Ilse Varga", "Hale", "the French government",
    ),
    "number": ("3", "nine", "31", "at least 40", "4,500", "about 1.2 million", "no"),
    "fate": ("killed", "injured", "missing", "arrested", "evacuated", "saved"),
    "acting": ACTING,
}  # fmt: skip

HEADS: Final = (
    "", "Dam breaks above {town}", "{number} dead as {thing} collapses", "{acting}",
    "You are here", "Home | News | Sport",
)  # fmt: skip
BYLINES: Final = (
    "", "By Ines Okafor", "By AFP", "By Reuters and Ines Okafor", "AP - Mar 09, 2026",
    "March 10, 2026", "Published 11/03/2026, 14:05", "Valley News\n9 March 2026",
    "By {acting}",
)  # fmt: skip
DATELINES: Final = ("", "LYON, March 9 (AFP) — ", "OSLO — ", "BERGEN, Norway (AP) - ")
FURNITURE: Final = (
    "", "Share this article", "Read more: {thing} closes", "65 users have voted.",
    "© 2026 Valley News. All rights reserved.", "Photo: AFP", "(Reuters)", "{acting}",
    "Get top stories and blog posts emailed to you each day.",
)  # fmt: skip
ENDS: Final = ("\n\n", "\n", "\r\n\r\n", "\n\n\u00a0\n", "\r")

SECTIONS: Final[tuple[SectionSpec, ...]] = (
    section("incident", "broke", "collapsed", "river", "dam", time="event"),
    section("toll", "killed", "injured", "missing", "people", order="time"),
    section("blame", "denied", "accused", "operator", "said", order="actor"),
    SectionSpec("open_questions", "Open questions", "", kind="open_questions"),
)


# Made once: making a strategy costs more than drawing from it.
FILLING: Final = {slot: st.sampled_from(words) for slot, words in SLOTS.items()}


@cache
def filled(pattern: str) -> st.SearchStrategy[str]:
    """Give *pattern* with every slot filled."""
    words: list[st.SearchStrategy[str]] = []
    for piece in pattern.split("{"):
        slot, brace, rest = piece.partition("}")
        words += [FILLING[slot], st.just(rest)] if brace else [st.just(piece)]
    return st.tuples(*words).map("".join)


def one_of_the(patterns: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Give one of *patterns* with every slot filled."""
    return st.sampled_from(patterns).flatmap(filled)


PARAGRAPH: Final = st.lists(one_of_the(SENTENCES), min_size=1, max_size=3)
BODIES: Final = st.lists(PARAGRAPH.map(" ".join), min_size=1, max_size=5)
PATTERNS: Final = st.lists(st.sampled_from(SENTENCES), min_size=8, unique=True)
END: Final = st.sampled_from(ENDS)
HEAD: Final = one_of_the(HEADS)
BYLINE: Final = one_of_the(BYLINES)
DATELINE: Final = st.sampled_from(DATELINES)
FOOT: Final = one_of_the(FURNITURE)


@st.composite
def dispatches(draw: st.DrawFn) -> list[str]:
    """Give the paragraphs of a story long enough to be told from a coincidence."""
    return [draw(filled(pattern)) for pattern in draw(PATTERNS)]


@st.composite
def pages(draw: st.DrawFn, body: list[str]) -> str:
    """Give a flattened page that prints *body*: head, byline, dateline, furniture."""
    first = draw(DATELINE) + body[0]
    lines = [draw(HEAD), draw(BYLINE), first, *body[1:], draw(FOOT)]
    return draw(END).join(lines)


@st.composite
def newsrooms(draw: st.DrawFn) -> dict[str, str]:
    """Give texts by path; later ones may print earlier ones whole, cut or edited."""
    told: list[list[str]] = []
    texts: dict[str, str] = {}
    for name in ("a.txt", "b.txt", "c.txt", "d.txt")[: draw(st.integers(1, 4))]:
        body = draw(BODIES)
        prints_another: bool = draw(st.booleans())
        if prints_another and told:
            other: list[str] = draw(st.sampled_from(told))
            cut = draw(st.integers(1, len(other)))
            body = other[:cut] + body[: draw(st.integers(0, 1))]
        told.append(body)
        texts[name] = draw(pages(body))
    return texts


def run(
    texts: Mapping[str, str], asked: Outline | None = None, *, backwards: bool = False
) -> Outcome:
    """Build the brief of *texts* in memory; *backwards* hands all on in reverse."""
    wanted = asked or outline(*SECTIONS, length=150)
    step = -1 if backwards else 1
    articles = [read_text(text, id=path) for path, text in texts.items()][::step]
    statements = [s for one in articles for s in extract_statements(one)][::step]
    corpus = relate_statements(articles, statements)
    plan = plan_sections(wanted, corpus)
    brief = compose_brief(plan, corpus)
    return Outcome(brief, plan, corpus, tuple(verify_brief(brief, corpus.articles)))
