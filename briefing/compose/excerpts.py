"""Make excerpts: a statement's parts, who says it, on how many origins it rests."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from briefing.compose.doubts import Doubts
from briefing.compose.parties import (
    Voice,
    Words,
    count_voices,
    heard,
    is_heard,
    words_of,
)
from briefing.compose.parts import Cut, cuts_of, parts_of, text_of
from briefing.compose.telling import said_before, told_day
from briefing.extract.voices import names_speaker, speaker_of, voice_of
from briefing.labels import written_days
from briefing.model.article import Article, Span
from briefing.model.brief import Citation, Excerpt, Status
from briefing.model.corpus import Corpus
from briefing.model.outline import Outline
from briefing.model.plan import Choice, Plan
from briefing.model.statement import Reference, Speaker, Statement
from briefing.outline.slugs import slug
from briefing.plan.found import Found
from briefing.relate.copies import SHINGLE
from briefing.text.words import fold

# Matches "2020-01-03", the value of one day; not "2020-W01" or "P3D".
ONE_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

CONTEXT: Final = 300
"""Code points of context kept either side of a passage at most; a long sentence."""


def source_numbers(corpus: Corpus) -> dict[str, int]:
    """Number the articles by sorted path, from 1."""
    paths = sorted(corpus.articles, key=lambda article: article.path)
    return {article.id: number for number, article in enumerate(paths, 1)}


@dataclass
class Composer:
    """Gives excerpts, and remembers which passages it has cited."""

    plan: Plan
    corpus: Corpus
    numbers: Mapping[str, int]
    found: Found
    used: dict[str, str] = field(default_factory=dict)
    """Statement id → mark, in the order of first use."""
    undated: dict[str, None] = field(default_factory=dict)
    letters: dict[int, int] = field(default_factory=dict)
    partys: dict[str, bool] = field(default_factory=dict)
    """Article id → whether it is a party's own, as far as it was asked."""

    def __post_init__(self) -> None:
        """Look articles and statements up by id once."""
        self.articles: dict[str, Article] = {a.id: a for a in self.corpus.articles}
        self.statements: Mapping[str, Statement] = {
            s.id: s for s in self.corpus.statements
        }
        self.place = {s.id: i for i, s in enumerate(self.corpus.statements)}
        sides = {
            side.choice.statement for d in self.plan.disagreements for side in d.sides
        }
        self.doubts = Doubts(self.corpus, self.found.facts, sides)
        self.speakers = self.found.speakers
        speakers = {speaker.name for speaker in self.speakers.values()}
        self.parties = heard(map(words_of, speakers))
        every = {place.name for s in self.corpus.statements for place in s.places}
        self.places = set(map(words_of, every))

    def excerpt(self, choice: Choice) -> Excerpt:
        """Give the chosen statement as it stands in the brief."""
        statement = self.statements[choice.statement]
        article = self.articles[statement.article]
        members = (choice.statement, *choice.same)
        parts = parts_of(
            statement,
            article.text,
            self.numbers[article.id],
            _cuts(statement, choice),
        )
        self._note_undated(statement)
        speaker = self._speaker(statement, choice.trim)
        status = self.doubts.status_of(statement, speaker)
        part = self.doubts.part_of(statement, status)
        origins = self._origins(members)
        return Excerpt(
            id=statement.id,
            text=text_of(parts, article.text),
            parts=parts,
            speaker=speaker.name if speaker else None,
            speaker_role=speaker.role if speaker else None,
            voice=speaker.name if speaker else voice_of(article),
            speakers=self._voices(members),
            origins=max(1, len(origins)),
            credibility=self._credibility(
                members, origins, "reported" if part.is_detail else status
            ),
            because=choice.because,
            date=told_day(statement, choice.trim)
            or self._day_of_telling(statement, members),
            status=status,
            citations=tuple(self.citation(item) for item in members),
            opens_paragraph=choice.opens_paragraph,
            contested=part.words,
            names_speaker=speaker is None or self._is_named(statement, speaker),
        )

    def _speaker(self, statement: Statement, trim: Span | None) -> Speaker | None:
        """Give whose words the excerpt mainly is, of those that are not left out."""
        if trim is None:
            return self.speakers.get(statement.id)
        return speaker_of(statement, self.found.reach.get(statement.id, ()), trim)

    def _is_named(self, statement: Statement, speaker: Speaker) -> bool:
        reach = self.found.reach.get(statement.id, ())
        return names_speaker(statement, reach, speaker)

    def mark(self, statement: str) -> str:
        """Give the passage's mark, `2c`: the source's number and the next letter."""
        if statement not in self.used:
            number = self.numbers[self.statements[statement].article]
            count = self.letters.get(number, 0)
            self.letters[number] = count + 1
            self.used[statement] = f"{number}{letters(count)}"
        return self.used[statement]

    def citation(self, item: str) -> Citation:
        """Give the passage at its exact place, with a sentence either side."""
        statement = self.statements[item]
        article = self.articles[statement.article]
        span = statement.span
        before, after = self._around(statement)
        return Citation(
            mark=self.mark(item),
            source=self.numbers[article.id],
            start=span.start,
            end=span.end,
            exact=statement.text,
            prefix=article.text[max(before, span.start - CONTEXT) : span.start],
            suffix=article.text[span.end : min(after, span.end + CONTEXT)],
            statement=item,
        )

    def _around(self, statement: Statement) -> tuple[int, int]:
        """Give where the sentence before begins and the sentence after ends."""
        place = self.place[statement.id]
        start, end = statement.span.start, statement.span.end
        beside = self.corpus.statements
        if place > 0 and beside[place - 1].article == statement.article:
            start = beside[place - 1].span.start
        if place + 1 < len(beside) and beside[place + 1].article == statement.article:
            end = beside[place + 1].span.end
        return start, end

    def _origins(self, members: Iterable[str]) -> set[str]:
        """Give the known origins; of the same few words that of the first.

        Of more words it has been found which were copied.
        """
        first: dict[str, str] = {}
        for item in sorted(members, key=self._elder):
            text = fold(self.statements[item].text)
            first.setdefault(text if len(text.split()) < SHINGLE else item, item)
        origins = (self.corpus.origins[item] for item in first.values())
        return {origin.name for origin in origins if origin.kind != "unknown"}

    def _elder(self, item: str) -> tuple[dt.date, str, int]:
        home = self.articles[self.statements[item].article]
        return home.published or dt.date.max, home.id, self.place[item]

    def _voices(self, members: Iterable[str]) -> int:
        """Count who says it: speakers, and newsrooms that do not only relay them."""
        members = tuple(members)
        said = {item: self.speakers.get(item) for item in members}
        names = {fold(speaker.name) for speaker in said.values() if speaker}
        voices = [
            self._voice(item, speaker)
            for item, speaker in said.items()
            if speaker or not self._relays(item, names)
        ]
        return max(1, count_voices(voices, self.places))

    def _voice(self, item: str, speaker: Speaker | None) -> Voice:
        article = self.articles[self.statements[item].article]
        known = (article.outlet, article.agency, article.byline)
        house = frozenset(words_of(name) for name in known if name)
        return Voice(
            speaker=words_of(speaker.name) if speaker else (),
            role=words_of(speaker.role) if speaker else (),
            house=house,
            newsroom=self.corpus.origins[item].name,
            is_own=self._is_partys(article.id, house),
        )

    def _is_partys(self, article: str, house: frozenset[Words]) -> bool:
        """Tell whether an article is that of somebody whom articles quote."""
        if article not in self.partys:
            self.partys[article] = any(
                is_heard(name, self.parties, self.places) for name in house
            )
        return self.partys[article]

    def _relays(self, item: str, names: set[str]) -> bool:
        """Tell whether a newsroom's sentence only passes on the words of *names*."""
        statement = self.statements[item]
        named = {fold(name.name) for name in statement.names}
        cited = set(map(fold, statement.speakers()))
        return bool(names & (named | cited))

    def _credibility(
        self, members: tuple[str, ...], origins: set[str], status: Status
    ) -> int:
        """Propose Admiralty 1–6 about the content; only an analyst confirms.

        1 and 2 need another speaker, or a newsroom's own report, of another known
        origin: two papers that quote one spokesman prove only that he said it.
        """
        if status in ("denied", "disputed"):
            return 4
        if not origins:
            return 6
        independent = min(len(origins), self._voices(members))
        return max(1, 4 - max(1, independent))

    def _day_of_telling(
        self, statement: Statement, members: Iterable[str]
    ) -> dt.date | None:
        """Give the day of the earliest article that tells it.

        Of what somebody "had said earlier" it is the day that another tells of it. None
        where the sentence names a day that could not be told for certain: "said on
        Friday", in an article of Thursday that was mended on Friday.
        """
        if any(
            d.latest is None and ONE_DAY.fullmatch(d.value) for d in statement.dates
        ):
            return None
        if said_before(statement):
            others = (self.statements[item] for item in members)
            known = (day for other in others if (day := told_day(other, None)))
            return min(known, default=None)
        homes = (self.articles[self.statements[item].article] for item in members)
        days = [home.published for home in homes if home.published is not None]
        return min(days, default=None)

    def _note_undated(self, statement: Statement) -> None:
        for date in statement.dates:
            if date.is_relative and date.latest is None and date.type == "DATE":
                self.undated[statement.words_at(date.span)] = None

    def not_dated(self) -> tuple[str, ...]:
        """Give the words of time in the brief that have no day, in order of use."""
        return tuple(self.undated)


def letters(count: int) -> str:
    """Give a, b … z, aa, ab … for 0, 1 …."""
    name = ""
    count += 1
    while count:
        count, rest = divmod(count - 1, 26)
        name = chr(ord("a") + rest) + name
    return name


def _cuts(statement: Statement, choice: Choice) -> tuple[Cut, ...]:
    """Give what is put in and left out; nothing is put into a clause left out."""
    cuts = _needed(statement, cuts_of(statement, _dated(statement)))
    if choice.trim is None:
        return cuts
    start, end = choice.trim.start, choice.trim.end
    outside = (c for c in cuts if c.span.end <= start or end <= c.span.start)
    return (*outside, Cut(choice.trim, None, choice.because))


def _needed(statement: Statement, cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Leave a bracket out where the sentence says the same, or a bracket before it."""
    kept: list[Cut] = []
    added: set[str] = set()
    for cut in cuts:
        if cut.insertion is not None:
            is_added = cut.span.start == cut.span.end
            again = is_added and cut.insertion in added
            if again or _says(statement.text, cut.insertion):
                continue
            added.update({cut.insertion} if is_added else ())
        kept.append(cut)
    return tuple(kept)


def _says(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _dated(statement: Statement) -> tuple[Reference, ...]:
    """Give the references, days as the statement's dates tell them now.

    What an article alone could not date may have been dated through another one.
    """
    dates = {date.span: date for date in statement.dates}
    found = []
    for reference in statement.references:
        if reference.kind != "day":
            found.append(reference)
            continue
        date = dates.get(reference.span)
        if date is None or date.earliest is None or date.latest is None:
            continue
        days = written_days(date.earliest, date.latest)
        found.append(Reference(reference.span, "day", days, date.because))
    return tuple(found)


def file_name(outline: Outline, as_of: dt.date | None) -> str:
    """Fill the outline's `{date}`, `{serial}` and `{slug}`; what is unknown is ""."""
    name = outline.file_name.format(
        date=as_of or "", serial=outline.serial or "", slug=slug(outline.title)
    )
    return name.strip("-_ .") or "brief"
