"""Is every word of a brief where the brief says it is?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import brief as model
from briefing.model.article import Article
from briefing.model.brief import Brief, Citation, Excerpt, Insertion, Quote
from briefing.verify import check_brief, verify_brief
from tests.briefs import article, flood
from tests.strategies import briefs

BRIEF, ARTICLES = flood()


def with_excerpt(**changes: Any) -> Brief:
    """Give the flood's brief with the first excerpt of its first section changed."""
    section = BRIEF.sections[0]
    excerpt = replace(section.excerpts[0], **changes)
    changed = replace(section, excerpts=(excerpt, *section.excerpts[1:]))
    return replace(BRIEF, sections=(changed, *BRIEF.sections[1:]))


def messages(brief: Brief, articles: list[Article] | None = None) -> list[str]:
    """Give `code: message` for each problem of *brief*."""
    found = verify_brief(brief, ARTICLES if articles is None else articles)
    return [f"{item.code}: {item.message}" for item in found]


def edited(path: str, old: str, new: str) -> list[Article]:
    """Give the flood's articles with *old* replaced in the one at *path*."""
    return [
        article(a.path, a.text.replace(old, new)) if a.path == path else a
        for a in ARTICLES
    ]


def first() -> Excerpt:
    """Give the excerpt that `with_excerpt` changes."""
    return BRIEF.sections[0].excerpts[0]


def test_a_true_brief_has_no_problem() -> None:
    """A brief made from its articles' words is proved whole."""
    result = check_brief(BRIEF, ARTICLES)
    assert result.diagnostics == ()
    assert (result.found, result.excerpts) == (25, 25)
    assert (result.equal, result.files) == (5, 5)


@given(briefs())
def test_every_true_brief_is_proved(drawn: tuple[Brief, list[Article]]) -> None:
    """Whatever words the sources hold, a true brief has no problem."""
    brief, articles = drawn
    assert verify_brief(brief, articles) == []


@given(st.data())
def test_any_changed_character_of_a_text_is_found(data: st.DataObject) -> None:
    """One character of a shown quotation altered is an error that names its excerpt."""
    text = first().text
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters().filter(lambda c: c != text[place]))
    brief = with_excerpt(text=text[:place] + other + text[place + 1 :])
    found = verify_brief(brief, ARTICLES)
    assert [item.code for item in found] == ["verify-joined"]
    assert first().id in found[0].message
    assert (
        check_brief(brief, ARTICLES).found == check_brief(brief, ARTICLES).excerpts - 1
    )


@given(st.data())
def test_any_changed_character_of_a_citation_is_found(data: st.DataObject) -> None:
    """One character of the evidence altered is an error."""
    citation = first().citations[0]
    name = data.draw(st.sampled_from(["exact", "prefix", "suffix"]))
    words = getattr(citation, name)
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.characters().filter(lambda c: c != words[place]))
    changed = replace(citation, **{name: words[:place] + other + words[place + 1 :]})
    brief = everywhere(citation, changed)
    code = "verify-altered" if name == "exact" else "verify-context"
    assert {item.code for item in verify_brief(brief, ARTICLES)} == {code}


def everywhere(old: Citation, new: Citation) -> Brief:
    """Give the flood's brief with the citation *old* replaced wherever it stands."""

    def mend(excerpt: Excerpt) -> Excerpt:
        changed = tuple(new if c == old else c for c in excerpt.citations)
        return replace(excerpt, citations=changed)

    return replace(
        BRIEF,
        bottom_line=tuple(map(mend, BRIEF.bottom_line)),
        timeline=tuple(replace(e, excerpt=mend(e.excerpt)) for e in BRIEF.timeline),
        sections=tuple(
            replace(s, excerpts=tuple(map(mend, s.excerpts))) for s in BRIEF.sections
        ),
    )


@given(st.data())
def test_any_changed_character_of_an_article_is_noticed(data: st.DataObject) -> None:
    """An article altered anywhere is told; altered in quoted words, it is an error."""
    number = data.draw(st.integers(0, 3))
    text = ARTICLES[number].text
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(
        st.characters(categories=["L"]).filter(lambda c: c != text[place])
    )
    altered = article(ARTICLES[number].path, text[:place] + other + text[place + 1 :])
    result = check_brief(BRIEF, [*ARTICLES[:number], altered, *ARTICLES[number + 1 :]])
    assert result.equal == 4
    assert result.diagnostics[0].code == "verify-changed"
    quoted = any(
        c.source == number + 1 and c.start <= place < c.end
        for s in BRIEF.sections
        for e in s.excerpts
        for c in e.citations
    )
    errors = [item for item in result.diagnostics if item.severity == "error"]
    assert bool(errors) or not quoted
    assert (result.found < result.excerpts) == bool(errors)


def test_words_that_moved_are_found_again() -> None:
    """An article with a new first line keeps its excerpts, and the move is told."""
    result = check_brief(
        BRIEF, edited("articles/notice.txt", "Second", "Later: second")
    )
    assert result.found == result.excerpts
    told = [
        f"{d.path}:{d.line}:{d.column}: {d.severity}: {d.message}"
        for d in result.diagnostics
    ]
    assert told[:2] == [
        (
            "articles/notice.txt:None:None: warning: the text of source 4 is not the "
            "one the brief names; each of its words is looked for anew"
        ),
        "articles/notice.txt:3:1: warning: 4a has moved from character 23 to 30",
    ]


def test_words_wrapped_anew_are_found_again() -> None:
    """Line ends inside a quotation may move: a run of white space is one space."""
    articles = edited("articles/meridian.txt", "\n", "\r\n")
    result = check_brief(BRIEF, articles)
    assert result.found == result.excerpts
    assert {d.code for d in result.diagnostics} == {"verify-changed", "verify-moved"}


def test_the_same_words_twice_are_told_apart_by_what_stands_around() -> None:
    """Of two places with the same words, that with the right context is meant."""
    old = "It put the peak at 9.4 metres, 0.3 metres above the record."
    articles = edited("articles/notice.txt", "Second crest", f"{old}\n\nSecond crest")
    moved = [m for m in messages(BRIEF, articles) if " 4b " in m]
    assert moved == ["verify-moved: 4b has moved from character 113 to 174"]


def test_words_that_are_gone_are_an_error() -> None:
    """An excerpt whose words its article no longer has is named, with its words."""
    articles = edited("articles/ledger.txt", "no one had been", "a man was")
    found = [m for m in messages(BRIEF, articles) if m.startswith("verify-lost")]
    assert found == [
        (
            "verify-lost: the words of 2e are gone: “The office of the prosecutor "
            "general said no one had been de…”"
        )
    ]


def test_an_altered_citation_shows_both_wordings() -> None:
    """Where the article is the same and the words are not, both are shown."""
    citation = first().citations[0]
    changed = replace(citation, exact=citation.exact.replace("Saturday", "Sunday"))
    assert messages(everywhere(citation, changed)) == [
        (
            "verify-altered: 3a is altered: the brief says “A section of the Upper "
            "Tarn dam gave way before dawn on Sund…”, the article “A section of the "
            "Upper Tarn dam gave way before dawn on Satu…”"
        )
    ]


def test_a_missing_article_is_named() -> None:
    """An article that is not there makes its excerpts unproved."""
    found = messages(BRIEF, ARTICLES[:3])
    assert found[:3] == [
        "verify-missing: source 4 is not among the articles",
        "verify-missing: source 5 is not among the articles",
        "verify-unchecked: 4a cannot be checked: its article is not there",
    ]


def test_a_renamed_article_is_found_by_its_text() -> None:
    """A file under another name is the same source if its text is."""
    renamed = replace(ARTICLES[0], path="elsewhere/c.txt")
    assert messages(BRIEF, [renamed, *ARTICLES[1:]]) == [
        "verify-renamed: source 1 was articles/courier.txt; the text is the same"
    ]


def test_another_encoding_is_no_other_text() -> None:
    """Bytes that differ while the text is the same are a warning."""
    saved = replace(ARTICLES[0], sha256="0" * 64)
    assert messages(BRIEF, [saved, *ARTICLES[1:]]) == [
        (
            "verify-encoding: the bytes of source 1 are not those the brief names; the "
            "text is the same"
        )
    ]


def test_words_left_out_need_an_ellipsis() -> None:
    """A sentence cut without a sign is an error that shows the words."""
    quote = first().parts[0]
    assert isinstance(quote, Quote)
    brief = with_excerpt(
        parts=(quote,),
        text="A section of the Upper Tarn dam gave way before dawn on Saturday",
    )
    assert messages(brief) == [
        (
            f"verify-gapless: excerpt {first().id} (3a, 1a) leaves out “, sending "
            "water through three villages in the Tarn valley.” without an ellipsis"
        )
    ]
    marked = with_excerpt(
        parts=(quote, model.Ellipsis()),
        text="A section of the Upper Tarn dam gave way before dawn on Saturday…",
    )
    assert messages(marked) == []


def test_a_bracket_stands_only_for_the_words_of_its_place() -> None:
    """An insertion may not replace words that stand somewhere else."""
    excerpt = BRIEF.sections[1].excerpts[4]
    she, rest = excerpt.parts
    assert isinstance(she, Insertion)
    assert isinstance(rest, Quote)
    wrong = replace(she, replaces=replace(rest, start=rest.start + 6))
    brief = replace(
        BRIEF.sections[1], excerpts=(replace(excerpt, parts=(wrong, rest)),)
    )
    found = messages(replace(BRIEF, sections=(BRIEF.sections[0], brief)))
    assert (
        f"verify-gapless: excerpt {excerpt.id} (3d) puts a bracket for “that the count "
        "would rise.”, which stands elsewhere"
    ) in found


@pytest.mark.parametrize("text", ["a] dam [b", "", "[x"])
def test_an_insertion_cannot_pass_for_the_source(text: str) -> None:
    """Brackets inside an insertion, or nothing in it, are an error."""
    head, bracket, tail = first().parts
    assert isinstance(bracket, Insertion)
    brief = with_excerpt(
        parts=(head, replace(bracket, text=text), tail),
        text=first().text.replace("14 March 2026", text),
    )
    assert [m.partition(":")[0] for m in messages(brief)] == ["verify-bracketed"]


def test_a_quotation_outside_its_citations_is_found() -> None:
    """Every quoted word lies within a passage of the evidence."""
    quote = Quote(2, 0, 12)
    brief = with_excerpt(parts=(quote,), text="Daily Ledger")
    assert messages(brief)[0] == (
        f"verify-uncited: excerpt {first().id} (3a, 1a) quotes characters 0–12 of "
        "source 2, which no citation holds"
    )


@pytest.mark.parametrize(("start", "end"), [(9, 9), (10, 9), (0, 10**9)])
def test_a_place_outside_the_article_is_no_place(start: int, end: int) -> None:
    """A place that is empty, turned round or too long is refused."""
    changed = replace(first().citations[0], start=start, end=end)
    found = verify_brief(everywhere(first().citations[0], changed), ARTICLES)
    assert {item.code for item in found} == {"verify-altered"}


def test_a_place_that_python_would_bend_is_no_place() -> None:
    """Places counted from the end, or past it, are refused, right as they look."""
    citation = first().citations[0]
    text = ARTICLES[2].text
    for changed in (
        replace(
            citation, start=citation.start - len(text), end=citation.end - len(text)
        ),
        replace(citation, end=len(text) + 9, exact=text[citation.start :], suffix=""),
    ):
        found = verify_brief(everywhere(citation, changed), ARTICLES)
        assert {item.code for item in found} == {"verify-altered"}


def test_words_beyond_the_parts_are_found() -> None:
    """A text that goes on after its last part is an error."""
    assert messages(with_excerpt(text=first().text + " He fled.")) == [
        (
            f"verify-joined: excerpt {first().id} (3a, 1a) ends with words that are "
            "none of its parts: “ He fled.”"
        )
    ]


def test_quotations_keep_their_order() -> None:
    """Slices of a sentence in another order, or twice, are an error."""
    head, bracket, tail = first().parts
    brief = with_excerpt(
        parts=(tail, model.Ellipsis(), head, model.Ellipsis(), bracket),
        text=", sending water through three villages in the Tarn valley. … A section "
        "of the Upper Tarn dam gave way before dawn on Saturday … [14 March 2026]",
    )
    assert (
        f"verify-gapless: excerpt {first().id} (3a, 1a) quotes words twice, or out "
        "of their order"
    ) in messages(brief)


def test_a_mark_stands_for_one_passage() -> None:
    """Two passages under one mark, or a mark without evidence, are an error."""
    other = replace(first().citations[1], mark="3a")
    assert "verify-link: the mark 3a stands for two passages" in messages(
        with_excerpt(citations=(first().citations[0], other))
    )
    person = replace(BRIEF.people[0], citations=("9z",))
    assert messages(replace(BRIEF, people=(person,))) == [
        "verify-link: Ada Brandvold is cited with 9z, which has no evidence"
    ]
