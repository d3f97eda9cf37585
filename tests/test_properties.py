"""The laws of the program, together: a second specification.

Each holds for any articles. Those drawn here read like news, and carry pieces of
Markdown, HTML, Jinja and control characters wherever a word may stand.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.extract import extract_statements
from briefing.labels import label
from briefing.model.article import SPOKEN_ROLES, Article, Span
from briefing.model.brief import Brief, Excerpt, Insertion, Quote
from briefing.model.statement import Statement
from briefing.pipeline import Outcome
from briefing.plan.view import view_corpus
from briefing.readers import read_articles, read_text
from briefing.reading_order import excerpts_of
from briefing.text.language import is_read
from briefing.text.words import fold
from briefing.verify import verify_brief
from briefing.writers import write_brief
from tests.news import dispatches, newsrooms, pages, run
from tests.strategies import ACTING, hostile

FEW: Final = settings(max_examples=40)
"""For laws that need a brief or more: each takes some hundredths of a second."""

ANY_TEXT: Final = st.one_of(
    newsrooms().map(lambda texts: texts["a.txt"]),
    hostile(longest=30),
    st.text(),
)


def spans_of(statement: Statement) -> Iterator[Span]:
    """Give every place that a finding of *statement* names."""
    for attribution in statement.attributions:
        yield from attribution.content
        yield from (s for s in (attribution.cue, attribution.source) if s)
    yield from (d.span for d in statement.dates)
    yield from (f.span for f in statement.figures)
    yield from (n.span for n in statement.names)
    yield from (p.span for p in statement.places)
    yield from (h.span for h in statement.hedges)
    yield from (r.span for r in statement.references)


def within(span: Span, outer: Span) -> bool:
    """Tell whether *span* lies in *outer* and holds something."""
    return outer.start <= span.start < span.end <= outer.end


@example("\ufeff")
@example("\ufeffPARIS, March 9 (AFP) — The bridge is closed, police said.")
@given(ANY_TEXT)
def test_reading_never_edits(text: str) -> None:
    """An article's text is what was given, to the character, less the file's mark."""
    assert read_text(text).text == text.removeprefix("\ufeff")


@given(ANY_TEXT)
def test_segments_partition_the_text(text: str) -> None:
    """Segments follow each other without gap or overlap, from start to end."""
    article = read_text(text)
    place = 0
    for segment in article.lines:
        assert segment.span.start == place
        assert segment.span.end > place
        assert segment.because
        place = segment.span.end
    assert place == len(article.text)


@given(ANY_TEXT)
def test_sentences_lie_in_segments_that_speak(text: str) -> None:
    """Each sentence is words of one segment with a spoken role; none overlap."""
    article = read_text(text)
    place = 0
    for span in article.sentences:
        homes = [s for s in article.lines if within(span, s.span)]
        assert [s.role in SPOKEN_ROLES for s in homes] == [True]
        assert span.start >= place
        words = article.text[span.start : span.end]
        assert words.strip() == words != ""
        place = span.end


@given(ANY_TEXT)
def test_slices(text: str) -> None:
    """A statement's text is its slice of the article, and its findings lie there."""
    article = read_text(text)
    whole = Span(0, len(article.text))
    statements = extract_statements(article)
    # Nothing is taken from what is not English.
    known = article.sentences if is_read(article.language) else ()
    assert tuple(s.span for s in statements) == known
    for statement in statements:
        span = statement.span
        assert statement.text == article.text[span.start : span.end]
        assert within(span, article.lines[statement.segment].span)
        assert article.lines[statement.segment].role == statement.role
        for attribution in statement.attributions:
            assert all(within(part, whole) for part in attribution.content)
        assert all(within(date.span, span) for date in statement.dates)
        assert all(within(figure.span, span) for figure in statement.figures)
        assert all(within(reference.span, span) for reference in statement.references)
        assert all(within(found, whole) for found in spans_of(statement))


@given(ANY_TEXT)
def test_ids_are_of_words_and_article(text: str) -> None:
    """Ids are `s` and ten hex digits, none twice, and the same when read again."""
    first = [s.id for s in extract_statements(read_text(text))]
    assert all(re.fullmatch("s[0-9a-f]{10}", item) for item in first)
    assert len(set(first)) == len(first)
    assert [s.id for s in extract_statements(read_text(text))] == first


STARTS: Final = (
    b"",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x00\x00\xfe\xff",
    b"%PDF",
)
"""Marks of encodings and of another kind of file."""


TORN: Final = st.builds(
    lambda text, codec, head, tail: text.encode(codec, "replace")[head:-tail],
    newsrooms().map(lambda texts: texts["a.txt"]),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251"]),
    st.integers(0, 4),
    st.integers(1, 4),
)
"""Articles in some encoding, of which bytes are missing at either end."""


ANY_BYTES: Final = st.one_of(
    st.tuples(st.sampled_from(STARTS), st.binary()).map(b"".join),
    hostile(longest=20).map(str.encode),
    TORN,
)


@example("The river rose over the dam.".encode("utf-16-le")[:-1])
@example(b"\xff\xfe\x00")
@given(ANY_BYTES)
def test_any_bytes_are_an_article_or_a_diagnostic(content: bytes) -> None:
    """No byte string makes a traceback; what is no article says why."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.txt")
        path.write_bytes(content)
        articles, diagnostics = read_articles([path])
    assert articles or any(d.severity != "note" and d.path for d in diagnostics)
    for article in articles:
        extract_statements(article)


def written(outcome: Outcome) -> dict[str, bytes]:
    """Write a brief in every format but PDF."""
    return {name: write_brief(outcome.brief, name) for name in ("md", "html", "json")}


@given(newsrooms(), st.randoms())
@FEW
def test_order_never_changes_the_brief(texts: dict[str, str], random: Any) -> None:
    """Whatever the order of files and statements, the bytes are the same."""
    expected = written(run(texts))
    shuffled = list(texts.items())
    random.shuffle(shuffled)
    assert written(run(dict(shuffled))) == expected
    assert written(run(texts, backwards=True)) == expected


@given(newsrooms())
@FEW
def test_relations_join_two(texts: dict[str, str]) -> None:
    """A relation joins two statements of the corpus, never one to itself, and once."""
    corpus = run(texts).corpus
    known = {s.id for s in corpus.statements}
    pairs = [(r.kind, r.left, r.right) for r in corpus.relations]
    assert all(left < right for _, left, right in pairs)
    assert all({left, right} <= known for _, left, right in pairs)
    assert len(set(pairs)) == len(pairs)
    assert all(0 <= r.score <= 1 and r.because for r in corpus.relations)


@given(newsrooms())
@FEW
def test_relations_are_symmetric(texts: dict[str, str]) -> None:
    """Whatever joins one statement to another joins the other to it."""
    outcome = run(texts)
    view = view_corpus(outcome.plan.outline, outcome.corpus)
    for one, others in view.near.items():
        assert all(one in view.near[other] for other in others)
    for one, relations in view.disputes.items():
        for relation in relations:
            other = relation.right if relation.left == one else relation.left
            assert relation in view.disputes[other]


@given(dispatches(), st.data())
@FEW
def test_copies_are_one_origin(body: list[str], data: st.DataObject) -> None:
    """Pages that print one text are one origin, whatever agency each names."""
    texts = {f"{name}.txt": data.draw(pages(body)) for name in "abc"}
    outcome = run(texts)
    for excerpt in excerpts_of(outcome.brief):
        assert excerpt.origins == 1
        assert excerpt.credibility >= 3
    assert outcome.brief.method.origins <= 1
    assert len({source.origin for source in outcome.brief.sources}) == 1


def test_one_sentence_is_one_origin() -> None:
    """A flash of one sentence that two newsrooms print is one origin too."""
    flash = "It is not known whether the dam broke before the alarm."
    texts = {
        "a.txt": f"{flash}\n\n© 2026 Valley News. All rights reserved.",
        "b.txt": f"LYON, March 9 (AFP) — {flash}",
    }
    assert {e.origins for e in excerpts_of(run(texts).brief)} == {1}


@pytest.fixture(scope="module")
def once(seeds: Path) -> tuple[dict[str, str], dict[tuple[str, str], Excerpt]]:
    """Give four articles of the example, and the excerpts of their brief."""
    paths = [path for path in sorted(seeds.iterdir()) if "003_" not in path.name]
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    return texts, {(e.id, e.status): e for e in every(run(texts).brief)}


@pytest.mark.parametrize("above", ["", "By Reuters", "By Xinhua and AFP"])
@pytest.mark.parametrize("number", range(4))
def test_a_copy_never_raises_the_count(
    number: int,
    above: str,
    once: tuple[dict[str, str], dict[tuple[str, str], Excerpt]],
) -> None:
    """Printed again, whatever it then says of itself, an article confirms nothing."""
    texts, before = once
    again = {**texts, "again.txt": f"{above}\n\n{list(texts.values())[number]}"}
    for excerpt in every(run(again).brief):
        alone = before.get((excerpt.id, excerpt.status), excerpt)
        assert excerpt.origins <= alone.origins
        assert excerpt.credibility >= min(3, alone.credibility)


@given(newsrooms())
@FEW
def test_unknown_is_never_independent(texts: dict[str, str]) -> None:
    """An excerpt counts known origins only; where none is known its grade is 6.

    The same few words in two papers may be copied: they count for one of them.
    """
    outcome = run(texts)
    origins = outcome.corpus.origins
    wording = {s.id: fold(s.text) for s in outcome.corpus.statements}
    for excerpt in excerpts_of(outcome.brief):
        cited = [origins[c.statement] for c in excerpt.citations]
        known = {origin.name for origin in cited if origin.kind != "unknown"}
        assert 1 <= excerpt.origins <= max(1, len(known))
        worded = {wording[c.statement] for c in excerpt.citations}
        if len(worded) == len(cited):
            assert excerpt.origins == max(1, len(known))
        if not known and excerpt.status not in ("denied", "disputed"):
            assert excerpt.credibility == 6


def every(brief: Brief) -> list[Excerpt]:
    """Give the excerpts of *brief*, each once."""
    return list(dict.fromkeys(excerpts_of(brief)))


@given(newsrooms())
@FEW
def test_an_honest_brief_is_proved(texts: dict[str, str]) -> None:
    """Verifying what was just built finds nothing to say."""
    assert run(texts).diagnostics == ()


@given(newsrooms(), st.data())
@FEW
def test_any_changed_character_is_found(
    texts: dict[str, str], data: st.DataObject
) -> None:
    """One character of a quotation changed, in text or evidence, is an error."""
    outcome = run(texts)
    shown = outcome.brief.bottom_line
    if not shown:
        return
    excerpt = data.draw(st.sampled_from(shown))
    place = data.draw(st.integers(0, len(excerpt.text) - 1))
    other = data.draw(st.characters().filter(lambda c: c != excerpt.text[place]))
    words = excerpt.text[:place] + other + excerpt.text[place + 1 :]
    citation = excerpt.citations[0]
    at = data.draw(st.integers(0, len(citation.exact) - 1))
    exact = citation.exact[:at] + chr(ord(citation.exact[at]) ^ 1)
    exact += citation.exact[at + 1 :]
    for changed in (
        replace(excerpt, text=words),
        replace(excerpt, citations=(replace(citation, exact=exact),)),
    ):
        top = tuple(changed if e == excerpt else e for e in shown)
        found = verify_brief(
            replace(outcome.brief, bottom_line=top), outcome.corpus.articles
        )
        assert {"verify-joined", "verify-altered"} & {d.code for d in found}


@given(newsrooms())
@FEW
def test_excerpts_are_their_parts(texts: dict[str, str]) -> None:
    """An excerpt's text is its parts joined; white space aside nothing is added."""
    outcome = run(texts)
    articles = {
        source.number: article.text
        for source in outcome.brief.sources
        for article in outcome.corpus.articles
        if article.path == source.path
    }
    for excerpt in excerpts_of(outcome.brief):
        joined = "".join(shown(part, articles) for part in excerpt.parts)
        assert "".join(joined.split()) == "".join(excerpt.text.split())
        assert excerpt.text == " ".join(excerpt.text.split())


def shown(part: object, articles: dict[int, str]) -> str:
    """Give what a part shows: its slice, its bracket, or an ellipsis."""
    if isinstance(part, Quote):
        return articles[part.source][part.start : part.end]
    return f"[{part.text}]" if isinstance(part, Insertion) else "…"


@given(newsrooms())
@FEW
def test_only_body_is_quoted(texts: dict[str, str]) -> None:
    """Briefs are made of body; a headline stands only as a side of a disagreement."""
    outcome = run(texts)
    roles = {s.id: s.role for s in outcome.corpus.statements}
    brief = replace(outcome.brief, disagreements=())
    for excerpt in excerpts_of(brief):
        assert roles[excerpt.id] == "body"
    for disagreement in outcome.brief.disagreements:
        for side in disagreement.sides:
            assert roles[side.excerpt.id] in ("body", "headline")


@given(newsrooms())
@FEW
def test_every_outcome_has_a_reason(texts: dict[str, str]) -> None:
    """What was chosen, related, asked, disputed, dated, left out says why."""
    outcome = run(texts)
    plan, brief, corpus = outcome.plan, outcome.brief, outcome.corpus
    assert plan.event_because
    assert all(e.because for e in excerpts_of(brief))
    assert all(q.because and q.text for q in plan.questions)
    assert all(d.because for d in plan.disagreements)
    assert all(r.because for r in corpus.relations)
    assert all(o.because for o in corpus.origins.values())
    assert all(u.because for u in brief.unused)
    chosen = {c.statement for s in plan.sections for c in s.choices}
    assert chosen | plan.left_out.keys() == {s.id for s in corpus.statements}
    assert all(label(f"left_out.{why}") for why in plan.left_out.values())
    for statement in corpus.statements:
        assert all(a.because for a in statement.attributions)
        assert all(d.because for d in statement.dates)
        assert all(r.because for r in statement.references)
    for article in corpus.articles:
        for name in ("title", "outlet", "agency", "byline", "published"):
            known = getattr(article, name) is not None
            assert known == bool(getattr(article, f"{name}_from"))


class Page(HTMLParser):
    """Collects the elements of a page, with their attributes, and its words."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


LINK: Final = re.compile(r"#|https?://")
INSIDE: Final = re.compile(r"#|data:")


def assert_page_is_quiet(brief: Brief) -> None:
    """Fail where an element, handler, address or fetch is not the template's own."""
    page = Page(write_brief(brief, "html").decode())
    tags = [tag for tag, _ in page.elements]
    assert not {"script", "iframe", "object", "embed", "form", "base"} & set(tags)
    assert tags.count("style") == 1
    for tag, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert LINK.match(attributes.get("href", "#")), (tag, attributes)
        assert INSIDE.match(attributes.get("src", "#")), (tag, attributes)


def assert_markdown_is_quiet(brief: Brief) -> None:
    """Fail where Markdown, parsed again, holds HTML, an image, or a foreign link."""
    content = write_brief(brief, "md").decode()
    for token in flat(MarkdownIt("commonmark", {"html": True}).parse(content)):
        assert token.type not in ("html_block", "html_inline", "image", "code_block")
        assert token.type != "fence"
        if token.type == "link_open":
            assert LINK.match(str(token.attrs["href"]))


@given(newsrooms())
@FEW
def test_nothing_in_an_article_acts(texts: dict[str, str]) -> None:
    """No element, image or link of a page comes from an article."""
    brief = run(texts).brief
    assert_page_is_quiet(brief)
    assert_markdown_is_quiet(brief)


@pytest.mark.parametrize("piece", ACTING)
def test_each_acting_piece_is_but_words(piece: str) -> None:
    """Whatever means something to a format is quoted, shown, and does nothing."""
    told = f"Police said the river {piece} rose over the dam near Lyon on Monday."
    brief = run({"a.txt": f"{piece} and dam\n\n{told}\n\nIt fell {piece} again."}).brief
    words = [e.text for e in every(brief) if squeezed(piece) in squeezed(e.text)]
    # A lone mark of speech has no speaker, "!" ends a sentence: these are not quoted.
    assert words or not piece.isprintable() or piece[0] in "“”! "
    assert_page_is_quiet(brief)
    assert_markdown_is_quiet(brief)


def flat(tokens: list[Token]) -> Iterator[Token]:
    """Give block tokens and those inside them."""
    for token in tokens:
        yield token
        yield from token.children or ()


@given(newsrooms())
@FEW
def test_words_are_shown_as_they_are(texts: dict[str, str]) -> None:
    """Every excerpt's words stand in the page unchanged, white space aside."""
    brief = run(texts).brief
    page = squeezed("".join(Page(write_brief(brief, "html").decode()).words))
    data = json.loads(write_brief(brief, "json"))
    for excerpt in brief.bottom_line:
        if excerpt.text.isprintable():
            assert squeezed(excerpt.text) in page
    assert [e["text"] for e in data["bottom_line"]] == [
        e.text for e in brief.bottom_line
    ]


def squeezed(words: str) -> str:
    """Give *words* without white space."""
    return "".join(words.split())


@given(newsrooms())
@FEW
def test_articles_are_left_as_they_were(texts: dict[str, str]) -> None:
    """After a whole run every article is what reading gave."""
    outcome = run(texts)
    kept: dict[str, Article] = {a.id: a for a in outcome.corpus.articles}
    for path, text in texts.items():
        assert kept[path] == read_text(text, id=path)
