"""A brief of an invented flood, with every kind of block a writer has to show.

Built from its articles' words alone: `Desk` finds each passage in its article, gives it
a mark, and joins the parts, so that the brief keeps every law that `verify` checks.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import Any, Final

from briefing.model import brief as model
from briefing.model.article import Article
from briefing.model.brief import (
    Analyst,
    Brief,
    Citation,
    Disagreement,
    EventNote,
    Excerpt,
    Insertion,
    KeyFigure,
    MadeWith,
    Method,
    Part,
    Person,
    Question,
    Quote,
    Resolution,
    Section,
    Side,
    Source,
    Stage,
    TimelineEntry,
    Unused,
)
from briefing.model.diagnostic import Diagnostic

AGENCY: Final = """\
Dam wall gives way above Harrow Ferry

HARROW FERRY, 14 March 2026 (Meridian Press) — A section of the Upper Tarn dam gave way
before dawn on Saturday, sending water through three villages in the Tarn valley.

The interior ministry said 31 people were killed and that nine were missing. “We are
still reaching houses that nobody has been able to enter,” Interior Minister Ada
Brandvold told reporters. She added that the count would rise.

The operator, Tarn Hydro, denied that the gates had been opened without warning. It said
an alert went out at 4:10 a.m. on Saturday. Residents of Lower Quay said they heard no
siren.

About 41,300 people were registered as displaced by Saturday evening, the relief agency
said. Two of three water treatment plants were out of service.

It was not known whether the northern spillway would hold, the dam inspectorate said.
"""

COURIER: Final = """\
The Valley Courier
Valley counts its dead after dam failure
By Ines Okafor and Meridian Press
15 March 2026

A section of the Upper Tarn dam gave way before dawn on Saturday, sending water through
three villages in the Tarn valley.

At least 38 people were killed, according to a count by this newspaper from hospitals
and parish registers. The figure includes seven passengers of a bus that left the valley
road on Friday; the ministry counts them as a road accident.

“Nobody told us anything. The first we knew was the water in the kitchen,” said Marta
Reyes, 58, a teacher in Lower Quay. Her street lay below the second lock.

An engineer who worked on the dam until last year, and who asked not to be named, said
cracks in the eastern abutment were reported in November. The Courier has not seen the
report.

Shops in Harrow Ferry sold out of drinking water by noon on Sunday.
"""

LEDGER: Final = """\
Daily Ledger — 16 March 2026
Prosecutor opens inquiry into Upper Tarn breach

Prosecutors opened an inquiry on Monday into how the Upper Tarn dam was operated in the
week before the breach. The office of the prosecutor general said no one had been
detained.

The interior ministry raised its count to 36 dead on Monday and said four people were
still missing. Army engineers laid a floating bridge at Harrow Ferry; 640 soldiers were
sent to the valley.

Tarn Hydro said its log showed the gates closed until 5:02 a.m. Satellite images taken
at 4:40 a.m. show white water below gate two, according to the imaging firm Ostrava
Orbital. The company declined to comment on the images.

Neighbouring Veloria offered two purification units and 120 rescuers. Prime Minister
Jonas Hale thanked “every neighbour who called before we had to ask” and promised that
“those who failed this valley will answer for it, whoever they are, and soon”.
"""

UNSIGNED: Final = """\
Second crest expected

A second crest is expected to reach Lower Quay on Tuesday, the hydrological service
said. It put the peak at 9.4 metres, 0.3 metres above the record.

The crossing at Stone Mill remained closed. Nobody has said when it will reopen.
"""

FOREIGN: Final = "Überschwemmung im Tarntal\n\nDas Wasser stieg in der Nacht.\n"

TEXTS: Final = {
    "articles/courier.txt": COURIER,
    "articles/ledger.txt": LEDGER,
    "articles/meridian.txt": AGENCY,
    "articles/notice.txt": UNSIGNED,
    "articles/tal.txt": FOREIGN,
}
FACTS: Final[dict[str, dict[str, Any]]] = {
    "articles/courier.txt": {
        "outlet": "The Valley Courier",
        "agency": "Meridian Press",
        "title": "Valley counts its dead after dam failure",
        "byline": "Ines Okafor",
        "published": dt.date(2026, 3, 15),
        "published_from": "the line under the byline",
        "reliability": "B",
        "url": "https://courier.example/2026/03/15/valley-counts?a=1&b=2",
    },
    "articles/ledger.txt": {
        "outlet": "Daily Ledger",
        "title": "Prosecutor opens inquiry into Upper Tarn breach",
        "published": dt.date(2026, 3, 16),
        "published_from": "the first line",
        "reliability": "C",
        "url": "https://ledger.example/tarn",
    },
    "articles/meridian.txt": {
        "outlet": "Meridian Press",
        "agency": "Meridian Press",
        "title": "Dam wall gives way above Harrow Ferry",
        "published": dt.date(2026, 3, 14),
        "published_from": "the dateline",
        "reliability": "B",
    },
    "articles/notice.txt": {"title": "Second crest expected"},
    "articles/tal.txt": {"title": "Überschwemmung im Tarntal", "language": "de"},
}
SPACE: Final = re.compile(r"\s+")


def article(path: str, text: str, **facts: Any) -> Article:
    """Make an article of *text*; what is not said of it is not known."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known: dict[str, Any] = dict.fromkeys(
        ("title", "outlet", "agency", "byline", "published", "published_from")
    )
    known |= {f"{name}_from": None for name in ("title", "outlet", "agency", "byline")}
    known |= {"language": "en", "lines": (), "sentences": ()} | facts
    return Article(
        id=path, path=path, text=text, sha256=digest, text_sha256=digest, **known
    )


@dataclass
class Desk:
    """Finds passages in articles and gives each its mark."""

    articles: list[Article]
    marks: dict[tuple[int, int, int], Citation] = field(default_factory=dict)

    def cite(self, number: int, words: str) -> Citation:
        """Cite *words* of source *number*; the same passage keeps its mark."""
        text = self.articles[number - 1].text
        start, end = self.find(number, words)
        key = (number, start, end)
        if key not in self.marks:
            letter = sum(1 for place in self.marks if place[0] == number)
            self.marks[key] = Citation(
                mark=f"{number}{_letters(letter)}",
                source=number,
                start=start,
                end=end,
                exact=text[start:end],
                prefix=text[self.around(text, start, -1) : start],
                suffix=text[end : self.around(text, end, 1)],
                statement="s" + hashlib.sha256(repr(key).encode()).hexdigest()[:10],
            )
        return self.marks[key]

    @staticmethod
    def around(text: str, place: int, step: int) -> int:
        """Give the place some 90 characters before or after *place*, between words."""
        edge = place + 90 * step
        while 0 < edge < len(text) and not text[edge - 1].isspace():
            edge += step
        return min(max(edge, 0), len(text))

    def find(self, number: int, words: str) -> tuple[int, int]:
        """Give the place of *words*, whose spaces may be line ends in the article."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        match = re.search(pattern, self.articles[number - 1].text)
        assert match, f"not in source {number}: {words}"
        return match.span()

    def excerpt(
        self,
        number: int,
        sentence: str,
        *parts: str | Part,
        also: tuple[tuple[int, str], ...] = (),
        **facts: Any,
    ) -> Excerpt:
        """Make an excerpt of a sentence; *parts* in words, the whole of it if none."""
        first = self.cite(number, sentence)
        made, shown = [], []
        for part in parts or (sentence,):
            made.append(part if not isinstance(part, str) else self.quote(number, part))
            shown.append(_shown(part))
        voice = facts.pop("voice", None) or facts.get("speaker")
        source = self.articles[number - 1]
        known: dict[str, Any] = {
            "speaker": None,
            "speaker_role": None,
            "voice": voice or source.outlet or "unsigned, undated article",
            "speakers": 1 if facts.get("speaker") else 0,
            "origins": 1,
            "credibility": 6,
            "because": "it answers the section's about line",
            "date": dt.date(2026, 3, 14),
            "status": "attributed" if facts.get("speaker") else "reported",
            "citations": (first, *(self.cite(*passage) for passage in also)),
        }
        text = re.sub(r" (?=[,.;:])", "", " ".join(shown))
        return Excerpt(
            id=first.statement, text=text, parts=tuple(made), **(known | facts)
        )

    def quote(self, number: int, words: str) -> Quote:
        """Give the slice of source *number* that holds *words*."""
        return Quote(number, *self.find(number, words))


def _shown(part: str | Part) -> str:
    match part:
        case str():
            return SPACE.sub(" ", part)
        case model.Ellipsis():
            return "…"
        case Insertion():
            return f"[{part.text}]"
        case Quote():
            raise AssertionError("write the words of a quotation")


def _letters(index: int) -> str:
    first, last = divmod(index, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


def flood() -> tuple[Brief, list[Article]]:
    """Give the brief of the flood and the articles that it quotes."""
    articles = [article(path, text, **FACTS[path]) for path, text in TEXTS.items()]
    desk = Desk(articles)
    breach = desk.excerpt(
        3,
        "A section of the Upper Tarn dam gave way before dawn on Saturday, sending "
        "water through three villages in the Tarn valley.",
        "A section of the Upper Tarn dam gave way before dawn on Saturday",
        Insertion("14 March 2026", None, "the article is of 14 March 2026, a Saturday"),
        ", sending water through three villages in the Tarn valley.",
        also=(
            (
                1,
                (
                    "A section of the Upper Tarn dam gave way before dawn on Saturday, "
                    "sending water through three villages in the Tarn valley."
                ),
            ),
        ),
        credibility=3,
        opens_paragraph=True,
    )
    dead = desk.excerpt(
        2,
        "The interior ministry raised its count to 36 dead on Monday and said four "
        "people were still missing.",
        speaker="Interior ministry",
        credibility=3,
        date=dt.date(2026, 3, 16),
        status="disputed",
        opens_paragraph=True,
    )
    first_count = desk.excerpt(
        3,
        "The interior ministry said 31 people were killed and that nine were missing.",
        speaker="Interior ministry",
        credibility=3,
    )
    paper_count = desk.excerpt(
        1,
        "At least 38 people were killed, according to a count by this newspaper from "
        "hospitals and parish registers.",
        credibility=3,
        date=dt.date(2026, 3, 15),
        status="disputed",
    )
    minister = desk.excerpt(
        3,
        "“We are still reaching houses that nobody has been able to enter,” Interior "
        "Minister Ada Brandvold told reporters.",
        speaker="Ada Brandvold",
        speaker_role="Interior Minister",
    )
    rise = desk.excerpt(
        3,
        "She added that the count would rise.",
        Insertion("Ada Brandvold", desk.quote(3, "She"), "the last person named"),
        "added that the count would rise.",
        speaker="Ada Brandvold",
        speaker_role="Interior Minister",
    )
    bus = desk.excerpt(
        1,
        "The figure includes seven passengers of a bus that left the valley road on "
        "Friday; the ministry counts them as a road accident.",
        "The figure includes seven passengers of a bus that left the valley road on "
        "Friday",
        Insertion("13 March 2026", None, "the article is of 15 March 2026"),
        model.Ellipsis(),
        credibility=6,
        date=dt.date(2026, 3, 13),
    )
    operator = desk.excerpt(
        3,
        "The operator, Tarn Hydro, denied that the gates had been opened without "
        "warning.",
        speaker="Tarn Hydro",
        status="denied",
        credibility=4,
        opens_paragraph=True,
    )
    log = desk.excerpt(
        2,
        "Tarn Hydro said its log showed the gates closed until 5:02 a.m.",
        speaker="Tarn Hydro",
        credibility=4,
        status="disputed",
    )
    images = desk.excerpt(
        2,
        "Satellite images taken at 4:40 a.m. show white water below gate two, "
        "according to the imaging firm Ostrava Orbital.",
        speaker="Ostrava Orbital",
        credibility=3,
        status="disputed",
    )
    alert = desk.excerpt(
        3,
        "It said an alert went out at 4:10 a.m. on Saturday.",
        Insertion(
            "Tarn Hydro", desk.quote(3, "It"), "the operator of the sentence before"
        ),
        "said an alert went out at 4:10 a.m. on Saturday.",
        speaker="Tarn Hydro",
        status="disputed",
        credibility=5,
    )
    siren = desk.excerpt(
        3,
        "Residents of Lower Quay said they heard no siren.",
        also=(
            (
                1,
                (
                    "“Nobody told us anything. The first we knew was the water in the "
                    "kitchen,” said Marta Reyes, 58, a teacher in Lower Quay."
                ),
            ),
        ),
        speaker="Residents of Lower Quay",
        origins=2,
        speakers=2,
        credibility=2,
        status="disputed",
    )
    displaced = desk.excerpt(
        3,
        "About 41,300 people were registered as displaced by Saturday evening, the "
        "relief agency said.",
        speaker="Relief agency",
        opens_paragraph=True,
    )
    plants = desk.excerpt(
        3, "Two of three water treatment plants were out of service.", credibility=6
    )
    shops = desk.excerpt(
        1,
        "Shops in Harrow Ferry sold out of drinking water by noon on Sunday.",
        date=dt.date(2026, 3, 15),
    )
    cracks = desk.excerpt(
        1,
        "An engineer who worked on the dam until last year, and who asked not to be "
        "named, said cracks in the eastern abutment were reported in November.",
        "An engineer",
        model.Ellipsis(),
        "who asked not to be named, said cracks in the eastern abutment were reported "
        "in November.",
        speaker="an engineer who worked on the dam",
        status="unconfirmed",
        date=None,
        opens_paragraph=True,
    )
    spillway = desk.excerpt(
        3,
        "It was not known whether the northern spillway would hold, the dam "
        "inspectorate said.",
        speaker="Dam inspectorate",
        status="unconfirmed",
    )
    inquiry = desk.excerpt(
        2,
        "Prosecutors opened an inquiry on Monday into how the Upper Tarn dam was "
        "operated in the week before the breach.",
        "Prosecutors opened an inquiry on Monday",
        Insertion("16 March 2026", None, "the article is of 16 March 2026, a Monday"),
        "into how the Upper Tarn dam was operated in the week before the breach.",
        date=dt.date(2026, 3, 16),
        opens_paragraph=True,
    )
    detained = desk.excerpt(
        2,
        "The office of the prosecutor general said no one had been detained.",
        speaker="Prosecutor general",
        date=dt.date(2026, 3, 16),
    )
    army = desk.excerpt(
        2,
        "Army engineers laid a floating bridge at Harrow Ferry; 640 soldiers were sent "
        "to the valley.",
        date=dt.date(2026, 3, 16),
        opens_paragraph=True,
    )
    veloria = desk.excerpt(
        2,
        "Neighbouring Veloria offered two purification units and 120 rescuers.",
        date=dt.date(2026, 3, 16),
    )
    hale = desk.excerpt(
        2,
        "Prime Minister Jonas Hale thanked “every neighbour who called before we had "
        "to ask” and promised that “those who failed this valley will answer for it, "
        "whoever they are, and soon”.",
        speaker="Jonas Hale",
        speaker_role="Prime Minister",
        date=dt.date(2026, 3, 16),
    )
    crest = desk.excerpt(
        4,
        "A second crest is expected to reach Lower Quay on Tuesday, the hydrological "
        "service said.",
        speaker="Hydrological service",
        date=None,
        opens_paragraph=True,
    )
    peak = desk.excerpt(
        4,
        "It put the peak at 9.4 metres, 0.3 metres above the record.",
        Insertion("The hydrological service", desk.quote(4, "It"), "the body before"),
        "put the peak at 9.4 metres, 0.3 metres above the record.",
        speaker="Hydrological service",
        date=None,
    )
    mill = desk.excerpt(4, "Nobody has said when it will reopen.", date=None)
    sections = (
        Section(
            "incident",
            "Incident",
            (breach, operator, log, images, cracks),
            note="Our own engineer on site **shares** the doubt about gate two.",
        ),
        Section("casualties", "Casualties", (dead, paper_count, bus, minister, rise)),
        Section("humanitarian", "Humanitarian situation", (displaced, plants, shops)),
        Section("response", "Response", (inquiry, detained, army, veloria, hale)),
        Section("next", "What happens next", (crest, peak)),
        Section("economic_impact", "Economic impact", ()),
        Section("open_questions", "Open questions", (), ("q1", "q2", "q3", "q4")),
    )
    questions = (
        Question(
            "q1",
            "Will the northern spillway hold?",
            "unknown",
            (spillway, mill),
            "a source says that it does not know",
        ),
        Question(
            "q2",
            "Were cracks in the eastern abutment reported in November?",
            "alleged",
            (cracks,),
            "one unnamed speaker, nobody else",
        ),
        Question(
            "q3",
            "When were the gates opened?",
            "disputed",
            (log, images),
            "two accounts exclude each other",
        ),
        Question(
            "q4", "Economic impact", "gap", (), "no statement belongs to the section"
        ),
    )
    disagreements = (
        Disagreement(
            "d1",
            "number",
            "people killed",
            (
                Side("Interior ministry", first_count),
                Side("The Valley Courier", paper_count),
            ),
            Resolution(dt.date(2026, 3, 16), dead),
            "one measure, two values",
        ),
        Disagreement(
            "d2",
            "denial",
            "a warning before the water came",
            (Side("Tarn Hydro", alert), Side("Residents of Lower Quay", siren)),
            None,
            "“heard no siren” against “an alert went out”",
        ),
        Disagreement(
            "d3",
            "account",
            "when the gates were opened",
            (Side("Tarn Hydro", log), Side("Ostrava Orbital", images)),
            None,
            "two times for one event",
        ),
    )
    timeline = (
        TimelineEntry(dt.date(2026, 3, 13), dt.date(2026, 3, 13), bus),
        TimelineEntry(dt.date(2026, 3, 14), dt.date(2026, 3, 14), breach),
        TimelineEntry(dt.date(2026, 3, 16), dt.date(2026, 3, 16), inquiry),
        TimelineEntry(dt.date(2026, 3, 16), dt.date(2026, 3, 16), army),
        TimelineEntry(dt.date(2026, 3, 17), dt.date(2026, 3, 18), crest),
    )
    figures = (
        KeyFigure(
            "killed",
            "people killed",
            31,
            38,
            "person",
            dt.date(2026, 3, 16),
            dead,
            (
                Stage(31, 31, dt.date(2026, 3, 14)),
                Stage(33, 33, dt.date(2026, 3, 15)),
                Stage(38, 38, dt.date(2026, 3, 16)),
            ),
        ),
        KeyFigure(
            "missing", "people missing", 4, 9, "person", dt.date(2026, 3, 16), dead
        ),
        KeyFigure(
            "displaced",
            "people displaced",
            41300,
            41300,
            "person",
            dt.date(2026, 3, 14),
            displaced,
            bound="about",
        ),
        KeyFigure(
            "deployed",
            "soldiers deployed",
            640,
            640,
            "soldier",
            dt.date(2026, 3, 16),
            army,
        ),
        KeyFigure("level", "expected peak", 9.4, 9.4, "metre", None, peak),
    )
    people = (
        Person("Ada Brandvold", "Interior Minister", (minister.citations[0].mark,)),
        Person("Jonas Hale", "Prime Minister", (hale.citations[0].mark,)),
        Person("Marta Reyes", "teacher in Lower Quay", (siren.citations[1].mark,)),
    )
    brief = Brief(
        format="briefing/1",
        title="Dam failure and flooding in the Tarn valley",
        as_of=dt.date(2026, 3, 16),
        marking="TLP:AMBER",
        prepared_by="Regional desk",
        serial=3,
        page="A4",
        file_name="2026-03-16-3-tarn-valley",
        event=EventNote(
            dt.date(2026, 3, 14), "Upper Tarn dam", "most named day and place"
        ),
        made_with=MadeWith("0.1.0", "5e" * 32),
        bottom_line=(breach, dead, alert, crest),
        analyst=Analyst(
            "The death toll is **likely** to rise; the operator’s account of gate two "
            "is contradicted by images.\n\n- Ask for the abutment report.",
            {"incident": "Our own engineer on site **shares** the Courier’s doubt."},
        ),
        sections=sections,
        questions=questions,
        disagreements=disagreements,
        timeline=timeline,
        people=people,
        figures=figures,
        sources=tuple(source(n, a) for n, a in enumerate(articles, 1)),
        unused=(Unused("articles/tal.txt", "not in English"),),
        diagnostics=(
            Diagnostic(
                "read-language", "note", "German", "articles/tal.txt", 1, 1, None
            ),
        ),
        method=Method(
            articles=5,
            origins=3,
            outlets=3,
            statements=29,
            chosen=24,
            words=431,
            left_out=(("other_language", 1), ("said_already", 3)),
            not_dated=("on Tuesday", "in November"),
            unknown=1,
        ),
    )
    return _noted(brief), articles


def source(number: int, art: Article) -> Source:
    """List *art* as the brief's source *number*."""
    shared = {1: ((3, 0.24),), 3: ((1, 0.24),)}
    return Source(
        number=number,
        path=art.path,
        sha256=art.sha256,
        text_sha256=art.text_sha256,
        outlet=art.outlet,
        title=art.title,
        byline=art.byline,
        agency=art.agency,
        published=art.published,
        published_from=art.published_from,
        url=art.url,
        language=art.language,
        reliability=art.reliability,
        origin=art.agency or art.outlet or f"text of {art.path}",
        shares_text_with=shared.get(number, ()),
        share_quoted={1: 0.19, 2: 0.31, 3: 0.24, 4: 0.18}.get(number, 0.0),
        words=len(art.text.split()),
    )


def _noted(brief: Brief) -> Brief:
    note = brief.sections[0].note
    assert note
    return replace(
        brief, analyst=replace(brief.analyst, notes={brief.sections[0].id: note})
    )
