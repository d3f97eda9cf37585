"""Each format gives its article's text and facts; what is hostile in one is named."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.extract import extract_statements
from briefing.model.article import Article
from briefing.model.outline import SourceNote
from briefing.readers import READERS, file_of, read_articles
from tests.case_files import Case, case_file
from tests.formats import (
    FILES,
    SAMPLE,
    WORD,
    as_docx,
    as_html,
    as_json_lines,
    as_mail,
    as_markdown,
    as_pdf,
    as_text,
    docx_of,
    media_cloud,
    pdf_objects,
    pdf_of,
    record,
)
from tests.pages.stories import DAM, FERRY, MINE, STRIKE, VOTE

every_ending = pytest.mark.parametrize("ending", sorted(FILES))


def body(article: Article) -> str:
    """Give the body's words, one space apart."""
    lines = [line for line in article.lines if line.role == "body"]
    text = " ".join(article.text[line.span.start : line.span.end] for line in lines)
    return " ".join(text.split())


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write *data* to a new file and give its path."""
    path = folder / name
    path.write_bytes(data)
    return path


def said(path: Path) -> list[tuple[str, str]]:
    """Give code and message of all that reading *path* says."""
    _, diagnostics = read_articles([path])
    return [(item.code, item.message) for item in diagnostics]


def test_every_format_has_a_sample() -> None:
    """No ending that is read is left out of these tests."""
    assert sorted(FILES) == sorted(READERS)


@every_ending
def test_the_text_is_whole(ending: str, tmp_path: Path) -> None:
    """Every format gives the whole body, its hashes, and nothing to complain of."""
    data = FILES[ending](SAMPLE)
    (article,), diagnostics = read_articles([write(tmp_path, f"a{ending}", data)])
    assert [text for text in SAMPLE.paragraphs if text not in body(article)] == []
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text_sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    assert (article.title, article.language) == (SAMPLE.title, "en")
    assert diagnostics == []


@every_ending
def test_the_facts_that_a_format_holds_are_found(ending: str, tmp_path: Path) -> None:
    """Day and byline are found wherever the format keeps them, and said where."""
    path = write(tmp_path, f"a{ending}", FILES[ending](SAMPLE))
    (article,), _ = read_articles([path])
    assert article.published == dt.date.fromisoformat(SAMPLE.day)
    assert article.published_from
    names = None if ending == ".jsonl" else SAMPLE.byline
    assert article.byline == names


@every_ending
@given(data=st.data())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=30,
    deadline=None,
)
def test_any_damage_ends_in_an_article_or_a_diagnostic(
    ending: str, tmp_path: Path, data: st.DataObject
) -> None:
    """A file cut, overwritten or made of random bytes makes no traceback."""
    whole = FILES[ending](SAMPLE)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    noise = data.draw(st.binary(max_size=100))
    damaged = data.draw(
        st.sampled_from([noise, whole[:start], whole[:start] + noise + whole[end:]])
    )
    articles, diagnostics = read_articles([write(tmp_path, f"a{ending}", damaged)])
    assert articles or diagnostics
    assert [d.message for d in diagnostics if d.code == "read-failed"] == []
    for article in articles:
        assert article.sha256 == hashlib.sha256(damaged).hexdigest()
        assert all(0 <= s.start < s.end <= len(article.text) for s in article.sentences)


def test_plain_text_needs_no_library_of_another_format(tmp_path: Path) -> None:
    """Reading a text file imports nothing that web pages, PDFs or mails need."""
    path = write(tmp_path, "a.txt", as_text(SAMPLE))
    # Not `zipfile`: the word lists are found by `importlib.resources`, which needs it.
    heavy = {"lxml", "trafilatura", "pypdf", "email.parser", "markdown_it"}
    code = (
        "import sys, briefing\n"
        f"articles, _ = briefing.read_articles([{str(path)!r}])\n"
        f"print(len(articles), *({heavy!r} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["1"]


# Several articles in a file.


def test_a_file_of_several_articles_numbers_them(tmp_path: Path) -> None:
    """Each line of a file is an article with its line's number, and notes fit both."""
    path = write(tmp_path, "wire.jsonl", as_json_lines(FERRY, DAM) + b"\n\nnot json\n")
    notes = [
        SourceNote("wire.jsonl", reliability="B"),
        SourceNote("wire.jsonl#2", reliability="D"),
    ]
    articles, diagnostics = read_articles([path], sources=notes)
    assert [(a.path, a.title, a.reliability) for a in articles] == [
        ("wire.jsonl#1", FERRY.title, "B"),
        ("wire.jsonl#2", DAM.title, "D"),
    ]
    assert [(d.path, d.message) for d in diagnostics] == [
        ("wire.jsonl#4", "no JSON: expecting value, line 1")
    ]
    assert {file_of(a.path) for a in articles} == {"wire.jsonl"}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda entries: entries,
        lambda entries: {"articles": entries},
        lambda entries: {"hits": {"hits": [{"_source": e} for e in entries]}},
        lambda entries: {"results": [{"article": e} for e in entries]},
    ],
)
def test_lists_of_articles_are_found(wrap: object, tmp_path: Path) -> None:
    """Articles are found in the lists that archives and search engines give out."""
    entries = [record(FERRY), media_cloud(DAM)]
    data = json.dumps(wrap(entries)).encode()  # type: ignore[operator]
    articles, _ = read_articles([write(tmp_path, "a.json", data)])
    assert [article.title for article in articles] == [FERRY.title, DAM.title]
    assert [article.outlet for article in articles] == [FERRY.host, DAM.outlet]


def test_a_field_that_names_the_wire_credits_it(tmp_path: Path) -> None:
    """Media Cloud's mark of AP's texts lowers the count of origins."""
    data = json.dumps(media_cloud(FERRY) | {"ap_syndicated": True}).encode()
    (article,), _ = read_articles([write(tmp_path, "a.json", data)])
    assert article.agency == "AP"
    assert article.agency_from == "ap_syndicated of the file"


def test_a_text_that_is_html_after_all_is_unwrapped(tmp_path: Path) -> None:
    """A field that holds markup gives its words."""
    text = "".join(f"<p>{words}</p>" for words in FERRY.paragraphs)
    data = json.dumps({"content": text, "title": FERRY.title}).encode()
    (article,), _ = read_articles([write(tmp_path, "a.json", data)])
    assert "<" not in article.text
    assert [words for words in FERRY.paragraphs if words not in body(article)] == []


# Two files of one article.


def test_a_page_and_its_text_are_one(tmp_path: Path) -> None:
    """The same words in two formats are read once; the other file is named."""
    page = write(tmp_path, "a.html", as_html(FERRY))
    copy = write(tmp_path, "b.txt", as_text(FERRY))
    articles, diagnostics = read_articles([page, copy])
    assert [article.path for article in articles] == ["a.html"]
    assert [(d.code, d.path, d.message) for d in diagnostics] == [
        ("read-twin", "b.txt", "has the same text as a.html, which is read instead")
    ]


def test_a_page_and_its_text_with_what_stood_around_it_are_one(tmp_path: Path) -> None:
    """A stray sentence of the site in the copied text does not make two of one."""
    page = write(tmp_path, "a.html", as_html(FERRY))
    more = b"Our reporters are on the spot and will keep you up to date.\n"
    copy = write(tmp_path, "b.txt", as_text(FERRY) + b"\n" + more)
    articles, _ = read_articles([page, copy])
    assert [article.path for article in articles] == ["a.html"]


def test_two_reports_of_one_title_are_two_articles(tmp_path: Path) -> None:
    """One title over different texts is no reason to drop one."""
    other = dataclasses.replace(DAM, title=FERRY.title)
    page = write(tmp_path, "a.html", as_html(FERRY))
    articles, _ = read_articles([page, write(tmp_path, "b.txt", as_text(other))])
    assert len(articles) == 2


def test_one_address_is_one_article(tmp_path: Path) -> None:
    """Two files that name one address are one, tracking marks and AMP aside."""
    first = write(tmp_path, "a.html", as_html(FERRY))
    longer = as_html(FERRY).replace(
        FERRY.url.encode(), f"{FERRY.url}/amp?utm_source=x".encode()
    )
    more = (
        b"<p>The search was called off on Sunday, the coast guard said.</p></article>"
    )
    second = write(tmp_path, "b.html", longer.replace(b"</article>", more))
    articles, diagnostics = read_articles([first, second])
    assert [article.path for article in articles] == ["b.html"]
    message = "has the same address as b.html, which is read instead"
    assert [(d.path, d.message) for d in diagnostics] == [("a.html", message)]


def test_one_address_of_two_texts_is_two_articles(tmp_path: Path) -> None:
    """An address that two different articles name is a site's, not theirs."""
    first = write(tmp_path, "a.html", as_html(FERRY))
    other = as_html(MINE).replace(MINE.url.encode(), FERRY.url.encode())
    articles, _ = read_articles([first, write(tmp_path, "b.html", other)])
    assert [article.path for article in articles] == ["a.html", "b.html"]


def test_one_dispatch_of_two_outlets_is_two_articles(tmp_path: Path) -> None:
    """What two outlets print word for word is a copy to be told, not a twin."""
    first = write(tmp_path, "a.html", as_html(FERRY))
    data = json.dumps(media_cloud(FERRY) | {"media_name": "Radio Nord", "url": ""})
    articles, _ = read_articles([first, write(tmp_path, "b.json", data.encode())])
    assert [article.path for article in articles] == ["a.html", "b.json"]


def test_one_newsroom_has_one_name(tmp_path: Path) -> None:
    """An article known by its site's address gets the name its outlet gives itself."""
    other = dataclasses.replace(DAM, host=FERRY.host, outlet=FERRY.outlet)
    paths = [
        write(tmp_path, "a.html", as_html(FERRY)),
        write(tmp_path, "b.json", json.dumps(record(other)).encode()),
        write(tmp_path, "c.json", json.dumps(record(MINE)).encode()),
    ]
    articles, _ = read_articles(paths)
    outlets = [article.outlet for article in articles]
    assert outlets == [FERRY.outlet, FERRY.outlet, MINE.host]
    assert articles[1].outlet_from == (
        f"{FERRY.host} is what other articles call {FERRY.outlet}"
    )


def test_a_site_of_two_names_stays_an_address(tmp_path: Path) -> None:
    """A portal that shows two outlets' articles is neither of them."""
    first = dataclasses.replace(FERRY, host="portal.example")
    second = dataclasses.replace(DAM, host="portal.example")
    third = dataclasses.replace(MINE, host="portal.example")
    paths = [
        write(tmp_path, "a.html", as_html(first)),
        write(tmp_path, "b.html", as_html(second)),
        write(tmp_path, "c.json", json.dumps(record(third)).encode()),
    ]
    articles, _ = read_articles(paths)
    assert articles[2].outlet == "portal.example"


def test_a_mixed_folder_is_read(tmp_path: Path) -> None:
    """Files of every format stand side by side, in the order of their paths."""
    stories = (FERRY, DAM, STRIKE, VOTE, MINE)
    makers = (as_html, as_mail, as_docx, as_markdown, as_pdf)
    endings = (".html", ".eml", ".docx", ".md", ".pdf")
    paths = [
        write(tmp_path, f"{i}{ending}", make(story))
        for i, (story, make, ending) in enumerate(
            zip(stories, makers, endings, strict=True)
        )
    ]
    articles, _ = read_articles(reversed(paths))
    assert [article.title for article in articles] == [s.title for s in stories]


# Hostile files.


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "entities.docx",
            docx_of('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
            ("read-broken", "it declares entities, which no Word document does"),
        ),
        (
            "bomb.docx",
            docx_of(b"<d>" + b"a" * 20_000_000),
            (
                "read-too-large",
                "its text unpacks to more than 10 MB, which no article has",
            ),
        ),
        (
            "locked.docx",
            b"\xd0\xcf\x11\xe0" + bytes(600),
            ("read-locked", "an old Word file, or one with a password"),
        ),
        (
            "torn.docx",
            as_docx(SAMPLE)[:300],
            ("read-broken", "not a Word document, or a damaged one"),
        ),
        ("word.pdf", as_docx(SAMPLE), ("read-broken", "not a PDF")),
        (
            "circle.pdf",
            pdf_objects(
                b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"
            ),
            ("read-broken", "a damaged PDF"),
        ),
        (
            "scan.pdf",
            pdf_of(b"0 0 100 100 re f"),
            ("read-no-body", "no text is in it: its pages are pictures"),
        ),
        (
            "busy.pdf",
            pdf_of(b"/F1 12 Tf " * 200_000),
            ("read-too-large", "it takes more work to read than any article"),
        ),
        (
            "lost.pdf",
            b"%PDF-1.4\n"
            + b" 1" * 150_000
            + b"\nxref\n0 1\n0000000000 65535 f \n"
            + b"trailer<</Size 900/Root 1 0 R>>\nstartxref\n300010\n%%EOF",
            ("read-too-large", "it takes more work to read than any article"),
        ),
        (
            "nested.eml",
            b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i)
                for i in range(2_000)
            ),
            ("read-too-large", "more parts or longer headers, which no article has"),
        ),
        (
            "parts.mhtml",
            b"Content-Type: multipart/related; boundary=b\r\n\r\n"
            + b"--b\r\n\r\nx\r\n" * 100_000,
            ("read-too-large", "more parts or longer headers, which no article has"),
        ),
        (
            "deep.json",
            b"[" * 200_000,
            ("read-broken", "no JSON that can be read: it is nested too deeply"),
        ),
        (
            "elements.html",
            b"<p>a" * 100_000,
            ("read-too-large", "more than 50,000 elements, which no article has"),
        ),
        (
            "line.html",
            b"<p>" + b"The ferry sank. " * 700_000,
            (
                "read-too-large",
                "a single piece of more than 10 MB, which no article has",
            ),
        ),
        (
            "lines.md",
            b"a\n" * 30_000,
            ("read-too-large", "more than 20,000 lines, which no article has"),
        ),
        ("empty.html", b" \n ", ("read-empty", "the file is empty")),
        ("nothing.json", b"{}", ("read-no-body", "no article is in it")),
        ("nothing.eml", b"Subject: x\n\n", ("read-no-body", "the mail holds no text")),
    ],
)
def test_what_is_hostile_is_named(
    name: str, data: bytes, expected: tuple[str, str], tmp_path: Path
) -> None:
    """Bombs, circles, locks and torn files each get a sentence that says what is so."""
    assert said(write(tmp_path, name, data)) == [expected]


@pytest.mark.parametrize("ending", sorted(FILES))
def test_a_file_of_50_megabytes_is_not_read(ending: str, tmp_path: Path) -> None:
    """A huge file is named, and its size is not held in memory."""
    path = tmp_path / f"huge{ending}"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    ((code, message),) = said(path)
    limit = READERS[ending].max_bytes // 1_000_000
    assert code == "read-too-large"
    assert message == f"larger than {limit} MB, which no article is"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("attributes.html", b"<div " + b"".join(b"a%d " % i for i in range(200_000))),
        ("depth.html", b"<div>" * 40_000),
        ("classes.html", b'<div class="' + b"byline " * 500_000 + b'">'),
        (
            "data.html",
            b'<script type="application/ld+json">-->' + b" " * 900_000 + b"x</script>",
        ),
        ("nested.html", b"<div class=byline>" * 150 + b"x " * 800_000),
        ("blocks.html", b"<p>x</p><div>" * 20_000),
        ("breaks.html", b"<div>" * 150 + b"x<br>" * 20_000),
        ("hidden.html", b"<i hidden>" * 150 + b"<b hidden>x</b>y" * 20_000),
        ("headings.html", b"<title>a b</title>" + b"<h1>a b c</h1>" * 10_000),
        ("front.md", b"---\n" + b"title: x\r\n" * 190),
        ("space.md", b"---\ntitle: a" + b" " * 900_000 + b"x\n---\nText"),
        ("images.md", (b"![" * 2_000 + b"\n\n") * 50),
        ("brackets.md", b"[" * 500_000),
        ("quotes.md", b">" * 100_000),
        ("links.md", b"[a](b) " * 100_000),
        ("header.eml", b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx"),
        ("type.eml", b"Content-Type: text/plain; " + b"a=b; " * 200_000 + b"\n\nx"),
        ("lines.jsonl", b"x\n" * 9_000),
        ("objects.pdf", b"%PDF-1.4\n" + b"1 0 obj\n" * 50_000),
        ("paragraphs.docx", docx_of(f"<w:document {WORD}>" + "<w:p>" * 100_000)),
    ],
)
def test_what_would_take_the_square_of_its_size_is_read_or_named(
    name: str, data: bytes, tmp_path: Path
) -> None:
    """What libraries are slow at is cut, counted or refused before they see it."""
    articles, diagnostics = read_articles([write(tmp_path, name, data)])
    assert articles or diagnostics
    assert [d.message for d in diagnostics if d.code == "read-failed"] == []


def test_an_odd_number_or_word_is_no_reason_to_fail(tmp_path: Path) -> None:
    """NaN, numbers without end, lone surrogates and wrong types are passed over."""
    text = json.dumps(" ".join([*FERRY.paragraphs, "\ud800"]))
    data = (
        f'{{"text": {text}, "n": NaN, "m": -Infinity, "k": {"9" * 10_000}, '
        '"title": ["\\ud800"], "authors": {"name": 7}, "date_publish": true, '
        '"url": "javascript:alert(1)"}'
    )
    (article,), _ = read_articles([write(tmp_path, "a.json", data.encode())])
    assert (article.title, article.url, article.byline) == (None, None, None)


def test_a_folder_named_as_a_page_is_named(tmp_path: Path) -> None:
    """A folder is no page, whatever its name says."""
    path = tmp_path / "x.html"
    path.mkdir()
    assert said(path) == [("read-folder", "a folder, not an article")]


def test_links_in_a_circle_are_named(tmp_path: Path) -> None:
    """A link that leads to itself ends in a diagnostic."""
    path = tmp_path / "x.html"
    path.symlink_to(path)
    ((code, _),) = said(path)
    assert code == "read-unreadable"


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    """Entities, includes and frames that point at files leave no trace in the text."""
    secret = write(tmp_path, "secret.txt", b"The password is swordfish.")
    html = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f'<html><head><link rel="stylesheet" href="{secret.as_uri()}"></head><body>'
        f'<iframe src="{secret.as_uri()}"></iframe><p>&x;</p>'
        + "".join(f"<p>{words}</p>" for words in FERRY.paragraphs)
    )
    (article,), _ = read_articles([write(tmp_path, "a.html", html.encode())])
    assert "swordfish" not in article.text


def test_deleted_words_of_a_document_are_not_read(tmp_path: Path) -> None:
    """What was struck out of a Word document is none of its text."""
    data = as_docx(SAMPLE, comment="This was wrong.")
    (article,), _ = read_articles([write(tmp_path, "a.docx", data)])
    assert "wrong" not in article.text


def test_the_lines_on_every_page_of_a_print_are_left_out(tmp_path: Path) -> None:
    """Head and foot of a printed page are not amid its text; its address is kept."""
    page = (
        b"BT /F1 9 Tf 1 0 0 1 30 780 Tm (5/3/24, 4:15 PM) Tj ET\n"
        b"BT /F1 12 Tf 14 TL 72 700 Td (%s) Tj T* (%s) Tj ET\n"
        b"BT /F1 9 Tf 1 0 0 1 30 20 Tm (https://harbour.example/ferry) Tj ET"
    )
    first = page % (b"The ferry sank in the night, and nine of", b"those on board were")
    second = page % (b"missing at dawn, the coast guard said,", b"and one was found.")
    path = write(tmp_path, "a.pdf", pdf_of(first, second))
    (article,), _ = read_articles([path])
    assert article.text == (
        "The ferry sank in the night, and nine of those on board were missing at dawn, "
        "the coast guard said, and one was found.\n"
    )
    assert article.url == "https://harbour.example/ferry"


def test_a_raised_figure_is_no_digit_of_the_number_before(tmp_path: Path) -> None:
    """A note's mark behind a number leaves the number what it is, in every format."""
    html = as_html(FERRY).replace(b"In 2022 a", b"With 12<sup>1</sup> aboard, a")
    assert b"<sup>" in html
    word = (
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>There were 12</w:t></w:r><w:r>"
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>'
        " aboard when the ferry sank.</w:t></w:r></w:p></w:body></w:document>"
    )
    pdf = pdf_of(
        b"BT /F1 12 Tf 72 700 Td (There were 12) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts "
        b"/F1 12 Tf ( aboard when the ferry sank.) Tj ET"
    )
    for name, data in (("a.html", html), ("b.docx", docx_of(word)), ("c.pdf", pdf)):
        (article,), _ = read_articles([write(tmp_path, name, data)])
        assert "12^1 aboard" in article.text, name


def test_what_a_page_hides_or_strikes_out_is_not_read(tmp_path: Path) -> None:
    """Labels for screen readers, hidden boxes and struck words are none of the text."""
    unseen = (
        b'<p>The <s>14</s> nine people<span class="visually-hidden"> (a label)</span> '
        b"were f\xc2\xadound.</p><p hidden>A hidden sentence that says a lot.</p>"
        b'<div style="display: none"><p>Another hidden sentence, in a box.</p></div>'
    )
    html = as_html(FERRY).replace(b"</article>", unseen + b"</article>")
    (article,), _ = read_articles([write(tmp_path, "a.html", html)])
    assert "The nine people were found." in article.text
    assert "hidden" not in article.text


def test_a_page_that_hides_its_article_is_read(tmp_path: Path) -> None:
    """Where a script is to show the whole article, what is hidden is the article."""
    html = as_html(FERRY).replace(b"<article>", b'<article style="display:none">')
    (article,), _ = read_articles([write(tmp_path, "a.html", html)])
    assert [text for text in FERRY.paragraphs if text not in body(article)] == []


@case_file("language.md")
def test_languages(case: Case, tmp_path: Path) -> None:
    """What is not English is named, and nothing is taken from it; English is read."""
    path = write(tmp_path, "a.txt", case.input.encode())
    (article,), diagnostics = read_articles([path])
    told = [d.message for d in diagnostics if d.code == "read-language"]
    if case.expected == "read":
        assert (told, article.language in (None, "en")) == ([], True)
    else:
        message = f"its language is {case.expected}; only English is understood"
        assert (told, extract_statements(article)) == ([message], ())
