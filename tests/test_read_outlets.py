"""Each kind of file tells who publishes it, in the way of its kind."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Final

import pytest

from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.readers import read_articles
from tests.formats import pdf_of

LEAD: Final = (
    "The river Osa rose by three metres in a night and cut off eleven villages, the "
    "province of Odmin said on Thursday."
)
NEXT: Final = "Some 400 people had left their homes by noon, the mayor told reporters."


def read(
    folder: Path, name: str, data: str | bytes
) -> tuple[Article, list[Diagnostic]]:
    """Give the one article of a file that holds *data*, and what is said of it."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    articles, said = read_articles([path])
    assert len(articles) == 1, said
    return articles[0], said


def parts(article: Article, role: str) -> list[str]:
    """Give the words of the parts of *article* that have a role."""
    return [
        " ".join(article.text[line.span.start : line.span.end].split())
        for line in article.lines
        if line.role == role
    ]


@pytest.mark.parametrize(
    ("sender", "subject", "opening", "outlet"),
    [
        ("Lomo Rail Press Office", "STATEMENT: Lomo Rail on trams", "", "Lomo Rail"),
        ("Delta Water | Media Relations", "Pumps", "PRESS RELEASE", "Delta Water"),
        ("Odmin Nurses Union", "Strike", "FOR IMMEDIATE RELEASE", "Odmin Nurses Union"),
        ("Ana Roe", "Strike ends", "FOR IMMEDIATE RELEASE", None),
        ("Lomo Rail Press Office", "Fwd: Trams stand still", "", None),
        ("Odmin Nurses Union", "Trams stand still", "", None),
    ],
)
def test_who_sends_a_release_is_its_outlet(
    sender: str, subject: str, opening: str, outlet: str | None, tmp_path: Path
) -> None:
    """An organisation's own release is its own; a person and who forwards are not."""
    text = "\n\n".join(x for x in (opening, "Trams stand still", LEAD, NEXT) if x)
    mail = f"From: {sender} <a@b.example>\nSubject: {subject}\n\n{text}\n"
    article, _ = read(tmp_path, "release.eml", mail)
    assert article.outlet == outlet
    assert parts(article, "headline") == ["Trams stand still"]


@pytest.mark.parametrize(
    ("sender", "subject", "outlet"),
    [
        ("Andes Brief <news@andesbrief.example>", "Mine shut", "Andes Brief"),
        ("The Fjord Morning <hei@fjord-morning.example>", "Ferry", "The Fjord Morning"),
        ("Delta Herald <noreply@mailer.example>", "Vote count", "Delta Herald"),
        ("Andes Brief <news@andesbrief.example>", "Fwd: Mine shut", None),
        ("Ana Silva <mail@anasilva.example>", "Mine shut", None),
        ("Uzo Quell <quell@uzoquell.example>", "Ferry", None),
        ("Emily Post <e.post@lomo.example>", "Vote count", None),
        ("Pump Sales <sales@mailer.example>", "Vote count", None),
        ("news@andesbrief.example", "Mine shut", None),
    ],
)
def test_a_newsletter_is_of_the_newsroom_that_sends_it(
    sender: str, subject: str, outlet: str | None, tmp_path: Path
) -> None:
    """A mail's From line names the outlet where it is a newsroom's; no person is."""
    mail = f"From: {sender}\nSubject: {subject}\n\n{LEAD}\n\n{NEXT}\n"
    article, _ = read(tmp_path, "news.eml", mail)
    assert article.outlet == outlet
    assert ("the From line" in (article.outlet_from or "")) is (outlet is not None)


def test_a_label_of_a_release_is_no_title(tmp_path: Path) -> None:
    """The words "FOR IMMEDIATE RELEASE" disagree with no Subject."""
    text = f"FOR IMMEDIATE RELEASE\n\nLomo Rail on its trams\n\n{LEAD}\n\n{NEXT}\n"
    mail = f"From: a@b.example\nSubject: STATEMENT: Lomo Rail on its trams\n\n{text}"
    assert read(tmp_path, "release.eml", mail)[1] == []


@pytest.mark.parametrize("key", ["site", "publication", "source", "publisher", "paper"])
def test_front_matter_names_the_outlet(key: str, tmp_path: Path) -> None:
    """What people call the outlet in front matter is taken; the writer never is."""
    front = f"---\ntitle: Flood\nauthor: Ana Roe\n{key}: Seawatch Monthly\n---\n"
    article, _ = read(tmp_path, "flood.md", f"{front}\n# Flood\n\n{LEAD}\n\n{NEXT}\n")
    assert (article.outlet, article.byline) == ("Seawatch Monthly", "Ana Roe")


@pytest.mark.parametrize(
    ("site", "agency", "outlet"),
    [
        ("www.reuters.com", "Reuters", "Reuters"),
        ("apnews.com", "AP", "AP"),
        ("www.afp.com", "AFP", "AFP"),
        ("harbourtimes.example", "Reuters", "harbourtimes.example"),
    ],
)
def test_an_agency_and_its_site_are_one(
    site: str, agency: str, outlet: str, tmp_path: Path
) -> None:
    """The site of the agency that wrote an article is that agency, and no other."""
    text = f"LOMO, June 8 ({agency}) - {LEAD}\n{NEXT}"
    entry = {"title": "Flood cuts off villages", "maintext": text}
    data = json.dumps({**entry, "source_domain": site})
    article, _ = read(tmp_path, "flood.json", data)
    assert (article.outlet, article.agency) == (outlet, agency)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("p", "dek"),
        ("p", "article__standfirst"),
        ("div", "entry-summary"),
        ("h2", "sub-headline"),
        ("p", "subhead"),
    ],
)
def test_what_a_page_marks_as_standfirst_is_one(
    tag: str, name: str, tmp_path: Path
) -> None:
    """The sentence below the headline is the standfirst, once, and no sentence more."""
    words = "More than 400 people have left their homes since the water came."
    page = (
        "<html><head><title>Flood cuts off eleven villages</title></head><body>"
        "<article><h1>Flood cuts off eleven villages</h1>"
        f'<{tag} class="{name}">{words}</{tag}><p class="byline">By Ana Roe</p>'
        f'<p>{LEAD}</p><h2 class="subhead">Roads are closed</h2><p>{NEXT}</p>'
        f"<p>{LEAD.replace('river', 'stream')}</p></article></body></html>"
    )
    article, _ = read(tmp_path, "flood.html", page)
    assert parts(article, "standfirst") == [words]
    assert article.text.count(words) == 1
    assert LEAD in parts(article, "body")


def test_a_printed_page_names_its_newspaper(tmp_path: Path) -> None:
    """A headline over two lines is one, the site behind it is none of the title."""
    rows = [
        (30, 700, 10, "Lomo Courier"),
        (30, 660, 26, "Flood cuts off eleven"),
        (30, 628, 26, "villages in a night"),
        (30, 590, 11, "Ana Roe and Peter Hill, Odmin"),
        (30, 570, 11, "8 June 2022, 6.30pm"),
        (30, 540, 11, LEAD[:78]),
        (30, 526, 11, LEAD[78:].strip()),
        (30, 500, 11, NEXT),
        (30, 470, 8, "© Lomo Courier 2022"),
    ]
    drawn = "\n".join(
        f"BT /F1 {size} Tf {left} {top} Td ({words}) Tj ET"
        for left, top, size, words in rows
    )
    article, said = read(tmp_path, "flood.pdf", pdf_of(drawn.encode("cp1252")))
    assert article.title == "Flood cuts off eleven villages in a night"
    assert (article.outlet, article.byline) == (
        "Lomo Courier",
        "Ana Roe and Peter Hill, Odmin",
    )
    assert said == []


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Flood in Odmin | Lomo Courier", "The Lomo Courier", "Flood in Odmin"),
        ("Flood in Odmin – Delta Herald", "Delta Herald", "Flood in Odmin"),
        ("Flood in Odmin - Coast FM", "Coast FM", "Flood in Odmin"),
        ("Flood in Odmin – a history", "Coast FM", "Flood in Odmin – a history"),
    ],
)
def test_the_site_behind_a_title_is_none_of_it(
    title: str, outlet: str, expected: str, tmp_path: Path
) -> None:
    """The outlet's name is cut from the end of a title, and nothing else is."""
    entry = {"title": title, "publisher": outlet, "maintext": f"{LEAD}\n{NEXT}"}
    assert read(tmp_path, "flood.json", json.dumps(entry))[0].title == expected


DATED: Final = "Ferry runs aground\n6 June 2022\n\nA ferry ran aground on Sunday.\n"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Mon Jun 6, 8:33 pm EDT", dt.date(2022, 6, 6)),
        ("New Delhi, Jun 6 (PTI)", dt.date(2022, 6, 6)),
        ("6/12/2022 11:10", dt.date(2022, 6, 12)),
        # A Monday that 6 June was not in any near year; a day of another season.
        ("Tue Jun 6, 8:33 pm EDT", None),
        ("New Delhi, Dec 24 (PTI)", None),
        ("1/2/2022 11:10", None),
        # Both readings are near the other article's day.
        ("5/6/2022 11:10", None),
    ],
)
def test_the_other_articles_tell_an_open_day(
    tmp_path: Path, stamp: str, day: dt.date | None
) -> None:
    """A day without its year, or that reads two ways, is told by the other articles."""
    text = f"Ferry stuck on reef\n{stamp}\n\nThe ferry was stuck on Sunday.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(DATED, encoding="utf-8")
    articles, said = read_articles(sorted(tmp_path.iterdir()))
    assert articles[0].published == day
    doubts = [d.code for d in said if d.code == "read-date-ambiguous"]
    assert bool(doubts) == (day is None and "/" in stamp)


@pytest.mark.parametrize(
    ("stamp", "others", "day"),
    [
        ("2/3/2022 9 pm", ("2022-02-02", "2022-02-04", "2022-04-02"), "2022-02-03"),
        ("8/9/2022", ("2022-09-08", "2022-09-09", "2022-07-10"), "2022-09-08"),
        ("11/12/2021", ("2021-12-10", "2021-12-13", "2021-10-20"), "2021-12-11"),
        # One article alone, or days apart, tells nothing against the other month.
        ("2/3/2022 9 pm", ("2022-02-02", "2022-04-02"), None),
        ("2/3/2022 9 pm", ("2022-02-10", "2022-02-12", "2022-04-02"), None),
    ],
)
def test_a_late_article_does_not_open_a_day_again(
    tmp_path: Path, stamp: str, others: tuple[str, ...], day: str | None
) -> None:
    """Where most articles lie around one reading, one of weeks later is no doubt."""
    texts = [f"Ferry stuck on reef\n{stamp}\n\nThe ferry was stuck on Sunday.\n"]
    texts += [f"Ferry and reef\n{o}\n\n{LEAD}\n\nBoat {o}.\n" for o in others]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    first = read_articles(sorted(tmp_path.iterdir()))[0][0]
    assert first.published == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("shouted", "plain"),
    [
        ("UNION-TRIBUNE STAFF WRITER", "By Union-Tribune Staff"),
        ("THE LOMO TIMES", "The Lomo Times"),
        ("DELTA DAILY NEWS", "Delta Daily News"),
    ],
)
def test_an_outlet_in_capitals_is_no_other(
    shouted: str, plain: str, tmp_path: Path
) -> None:
    """One newsroom is one, in capitals or not, under the form that does not shout."""
    paths = []
    for number, line in enumerate((shouted, plain)):
        path = tmp_path / f"{number}.txt"
        lead = LEAD.replace("eleven", str(number + 11))
        path.write_text(f"Floods in Odmin\n{line}\nMay 5, 2022\n\n{lead}\n\n{NEXT}\n")
        paths.append(path)
    found = {article.outlet or "" for article in read_articles(paths)[0]}
    assert len(found) == 1
    assert not any(map(str.isupper, found))
    assert found != {""}
