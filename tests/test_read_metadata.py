"""What an article proves of itself is found, with where; what it does not is None."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.model.article import Article
from briefing.model.outline import SourceNote
from briefing.readers import read_text
from briefing.readers.build import build_article
from briefing.readers.names import is_same_name
from briefing.readers.page import Page
from briefing.text.language import find_language
from briefing.text.printed_dates import find_printed_dates
from tests.case_files import Case, case_file

DAM = "Dam gives way\n\nBy AFP - Mar 04, 2021\n\nA dam gave way on Thursday.\n"


@case_file("metadata.md")
def test_metadata(case: Case) -> None:
    """Title, outlet, agency, byline and day are those of the case, and no others."""
    assert known(read_text(case.input)) == case.expected


def known(article: Article) -> str:
    """Give what is known of *article*, one field a line."""
    fields = (
        ("title", article.title, article.title_from),
        ("outlet", article.outlet, article.outlet_from),
        ("agency", article.agency, article.agency_from),
        ("byline", article.byline, article.byline_from),
        ("published", article.published, article.published_from),
    )
    lines = [f"{name} {value} < {where}" for name, value, where in fields if value]
    return "\n".join(lines) or "nothing"


def test_what_the_caller_says_wins() -> None:
    """A day, outlet or title that is given is taken, and said to be given."""
    day = dt.date(2020, 1, 2)
    article = read_text(DAM, published=day, outlet="The Harbour Times", title="Dam")
    assert (article.published, article.published_from) == (day, "the caller")
    assert (article.outlet, article.outlet_from) == ("The Harbour Times", "the caller")
    assert (article.title, article.title_from) == ("Dam", "the caller")


def test_a_note_that_the_text_denies_is_a_warning() -> None:
    """The note is used, and each word of it that the text denies is named."""
    note = SourceNote("*", agency="Reuters", published=dt.date(2021, 3, 9))
    built = build_article(Page(DAM), DAM.encode(), "dam.txt", note, "the outline")
    assert built.article.published == dt.date(2021, 3, 9)
    assert [(d.code, d.message) for d in built.diagnostics] == [
        (
            "read-note-contradicts",
            (
                "the note says agency 'Reuters', the article itself 'AFP' "
                "(the byline 'By AFP - Mar 04, 2021', line 3)"
            ),
        ),
        (
            "read-note-contradicts",
            (
                "the note says published '2021-03-09', the article itself '2021-03-04' "
                "('Mar 04, 2021' in the byline, line 3)"
            ),
        ),
    ]


def test_a_note_in_other_words_is_no_contradiction() -> None:
    """An agency's long name and its letters are one name."""
    note = SourceNote("*", agency="Agence France-Presse", published=dt.date(2021, 3, 4))
    built = build_article(Page(DAM), DAM.encode(), "dam.txt", note, "the outline")
    assert built.diagnostics == ()


@pytest.mark.parametrize(
    ("note", "site"),
    [
        ("Reuters", "reuters.com"),
        ("Associated Press", "apnews.com"),
        ("Agence France-Presse", "www.afp.com"),
        ("BBC News", "bbc.co.uk"),
        ("The Harbour Times", "theharbourtimes.example"),
        ("The Harbour Times", "news.harbourtimes.com.au"),
    ],
)
def test_a_site_and_the_name_of_its_outlet_are_one(note: str, site: str) -> None:
    """A note that names the outlet contradicts no address of that outlet's site."""
    assert is_same_name(note, site)
    assert is_same_name(site, note)


def test_a_site_is_not_another_outlets() -> None:
    """An address that is somebody else's is still a contradiction."""
    assert not is_same_name("Reuters", "apnews.com")
    assert not is_same_name("The Harbour Times", "pierpost.example")


def test_a_day_that_reads_two_ways_is_said() -> None:
    """A day and month that cannot be told apart are a warning, not a guess."""
    text = "Storm closes ports\n\nPosted: 4/5/2020\n\nA storm closed nine ports.\n"
    built = build_article(
        Page(text), text.encode(), "s.txt", SourceNote("*"), "the outline"
    )
    assert built.article.published is None
    assert [(d.code, d.message) for d in built.diagnostics] == [
        (
            "read-date-ambiguous",
            "'4/5/2020' in the date line, line 3 can be read day first or month first",
        )
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Oct 01,2023", dt.date(2023, 10, 1)),
        ("1st of October 2023", dt.date(2023, 10, 1)),
        ("WEDNESDAY, JULY 29, 2009", dt.date(2009, 7, 29)),
        ("29.09.2023", dt.date(2023, 9, 29)),
        ("2023-09-30", dt.date(2023, 9, 30)),
        ("25/9/23", dt.date(2023, 9, 25)),
        ("9/25/2023", dt.date(2023, 9, 25)),
        ("5/5/2023", dt.date(2023, 5, 5)),
        ("4 / 25 / 2007", dt.date(2007, 4, 25)),
        ("04/05/2023", None),
    ],
)
def test_printed_dates(words: str, day: dt.date | None) -> None:
    """A full date is read as its page means it; None where that cannot be told."""
    assert [date.day for date in find_printed_dates(f"x {words} y")] == [day]


@pytest.mark.parametrize(
    "words", ["October 2023", "31 June 2020", "10.0.0.2023", "13/13/2020", "1998-99"]
)
def test_what_is_no_printed_date(words: str) -> None:
    """What is no full day of the calendar gives nothing."""
    assert find_printed_dates(words) == ()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (
            (
                "The ferry sank on Tuesday night and the coast guard said that it was "
                "looking for those who had been on the deck."
            ),
            "en",
        ),
        (
            (
                "Die Fähre ist in der Nacht gesunken, und die Retter suchen nach den "
                "Menschen, die auf dem Deck waren."
            ),
            "de",
        ),
        (
            (
                "Le ferry a coulé dans la nuit et les garde-côtes cherchent ceux qui "
                "étaient sur le pont avec les enfants."
            ),
            "fr",
        ),
        (
            (
                "Паром затонул ночью, и спасатели ищут тех, кто был на нём, но из-за "
                "шторма они не могут выйти в море."
            ),
            "ru",
        ),
        ("Ferry sinks", None),
    ],
)
def test_language(words: str, code: str | None) -> None:
    """A text's language is told by its small words; a short one's is not."""
    assert find_language(words) == code
