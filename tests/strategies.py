"""What hypothesis draws from: words that try to act, and whole briefs made of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from briefing.model import brief as model
from briefing.model.article import Article
from briefing.model.brief import (
    Analyst,
    Brief,
    Citation,
    Disagreement,
    Excerpt,
    Insertion,
    KeyFigure,
    Part,
    Person,
    Question,
    Quote,
    Section,
    Side,
    Status,
    TimelineEntry,
)
from tests.briefs import article, flood, source

ACTING: Final = (
    "<script>alert(1)</script>", "<!-- ", "-->", "]]>", "</style>", "<b>", "&amp;",
    "&#x41;", "&lt", "[x](javascript:alert(1))", "![i](http://e.example/x.png)",
    "[x]: http://e.example", "<http://e.example>", "http://e.example/a_b_c",
    "{{ 7*7 }}", "{% raw %}", "{#", "%s {0} {name}", "```", "~~", "~", "**", "__",
    "*", "_", "`", "\\", "\\[", "[^1]", "[", "]", "(#e-1a)", "#", "# ", "##", "- ",
    "+ ", "> ", "= ", "===", "---", "1. ", "12) ", "|", "|---|", "!", "$x$", "\t",
    "\n", "\r\n", "\n\n", "    x", "\u202e", "\u2066", "\u2069", "\u200f", "\u200d",
    "\xad", "\x00", "\x1b[31m", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "שלום",
    "مرحبا", "привет", "中文", "e\u0301", "ﬁ", "😀", "‘", "’", "“", "”", "«", "–", "…",
    "{U+202E}", "a.m.",
)  # fmt: skip
"""Pieces that mean something to some reader of some format."""

LETTERS: Final = st.characters(exclude_categories=["Cs"])


@cache
def hostile(*, longest: int = 6) -> st.SearchStrategy[str]:
    """Give words as an attacker, or the web, would write them; at least one letter."""
    pieces = st.one_of(
        st.sampled_from(ACTING),
        st.text(LETTERS, min_size=1, max_size=8),
        st.sampled_from(["The water rose.", "He said", "on Friday", "a", "Zoë"]),
    )
    words = st.lists(pieces, min_size=1, max_size=longest).map(" ".join)
    glued = st.lists(pieces, min_size=1, max_size=longest).map("".join)
    return st.one_of(words, glued).map(lambda text: f"{text}w").filter(str.strip)


# Made once: making a strategy costs more than drawing from it.
WORDS: Final = hostile()
PERHAPS: Final = st.none() | WORDS
SENTENCES: Final = st.lists(WORDS, min_size=1, max_size=3)
ENDS: Final = st.sampled_from([" ", "\n", "\r\n\n", "\u00a0"])
DAYS: Final = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1))
ADDRESSES: Final = PERHAPS | st.sampled_from(
    ["javascript:alert(1)", "https://e.example/a?b=1&copy=<2>\\(x)"]
)
ANY_DAY: Final = st.none() | st.dates()
LANGUAGES: Final = st.sampled_from([None, "en", "de", "ar"])
GRADES: Final = st.sampled_from("ABCDEF")
MARKINGS: Final = st.sampled_from([None, "TLP:CLEAR", "TLP:RED"]) | WORDS
STATUSES: Final[st.SearchStrategy[Status]] = st.sampled_from(
    ["reported", "attributed", "denied", "disputed"]
)
SPEAKERS: Final = st.none() | hostile(longest=2)


@st.composite
def articles(draw: st.DrawFn, number: int) -> tuple[Article, list[tuple[int, int]]]:
    """Give an article of hostile sentences, and where they stand."""
    text, spans = "", []
    for sentence in draw(SENTENCES):
        words = sentence.strip()
        spans.append((len(text), len(text) + len(words)))
        text += words + draw(ENDS)
    facts: dict[str, Any] = {
        "outlet": draw(PERHAPS),
        "title": draw(PERHAPS),
        "byline": draw(PERHAPS),
        "agency": draw(PERHAPS),
        "published": draw(DAYS),
        "published_from": draw(PERHAPS),
        "url": draw(ADDRESSES),
        "language": draw(LANGUAGES),
        "reliability": draw(GRADES),
    }
    return article(f"a{number}.txt", text, **facts), spans


@st.composite
def excerpts(
    draw: st.DrawFn, number: int, text: str, span: tuple[int, int], mark: str
) -> Excerpt:
    """Give an excerpt of the sentence at *span*, cut as composing cuts."""
    start, end = span
    cut = draw(st.integers(start, end))
    bracket = Insertion(
        draw(hostile(longest=2)).replace("[", "").replace("]", "").strip(), None, "test"
    )
    whole: tuple[Part, ...] = (Quote(number, start, end),)
    parts = whole
    if text[start:cut].strip() and text[cut:end].strip():
        head, tail = Quote(number, start, cut), Quote(number, cut, end)
        parts = draw(
            st.sampled_from(
                [
                    whole,
                    (head, bracket, tail),
                    (head, model.Ellipsis()),
                    (model.Ellipsis(), tail),
                    (replace(bracket, replaces=head), tail),
                ]
            )
        )
    citation = Citation(
        mark=mark,
        source=number,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[:start],
        suffix=text[end:],
        statement=f"s{number}{start:09d}",
    )
    return Excerpt(
        id=citation.statement,
        text=joined(parts, text),
        parts=parts,
        speaker=draw(SPEAKERS),
        speaker_role=None,
        voice=draw(hostile(longest=2)),
        speakers=draw(st.integers(0, 3)),
        origins=draw(st.integers(1, 3)),
        credibility=draw(st.integers(1, 6)),
        because=draw(WORDS),
        date=draw(ANY_DAY),
        status=draw(STATUSES),
        citations=(citation,),
        opens_paragraph=draw(st.booleans()),
    )


def joined(parts: tuple[Part, ...], text: str) -> str:
    """Join *parts* as composing does: white space runs are one space."""
    words = []
    for part in parts:
        if isinstance(part, Quote):
            words.append(text[part.start : part.end])
        else:
            words.append(f"[{part.text}]" if isinstance(part, Insertion) else "… ")
    return " ".join("".join(words).split())


@st.composite
def briefs(draw: st.DrawFn) -> tuple[Brief, list[Article]]:
    """Give a brief with every kind of block in hostile words, and its articles."""
    made, read = [], []
    for number in range(1, draw(st.integers(1, 2)) + 1):
        one, spans = draw(articles(number))
        read.append(one)
        for letter, span in zip("abc", spans, strict=False):
            made.append(draw(excerpts(number, one.text, span, f"{number}{letter}")))
    day = dt.date(2026, 3, 16)
    words = {name: draw(WORDS) for name in ("title", "about", "who", "what", "note")}
    base, _ = flood()
    return replace(
        base,
        title=words["title"],
        prepared_by=draw(PERHAPS),
        marking=draw(MARKINGS),
        as_of=draw(st.none() | st.just(day)),
        event=replace(base.event, place=draw(PERHAPS)),
        bottom_line=tuple(made[:1]),
        analyst=Analyst(draw(PERHAPS), {}),
        sections=(
            Section("one", draw(WORDS), tuple(made), note=words["note"]),
            Section("questions", draw(WORDS), (), ("q1",)),
        ),
        questions=(Question("q1", words["what"], "disputed", tuple(made[:2]), "test"),),
        disagreements=(
            Disagreement(
                "d1", "denial", words["about"],
                tuple(Side(words["who"], excerpt) for excerpt in made[:3]),
                None, "test",
            ),
        ),
        timeline=(TimelineEntry(day, day, made[0]),),
        people=(Person(words["who"], words["what"], (made[0].citations[0].mark,)),),
        figures=(KeyFigure(words["what"], words["who"], 1, 2.5, "x", day, made[-1]),),
        sources=tuple(
            replace(source(number, one), shares_text_with=())
            for number, one in enumerate(read, start=1)
        ),
        unused=(),
        method=replace(base.method, not_dated=(words["what"],)),
    ), read  # fmt: skip
