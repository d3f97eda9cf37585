"""A sentence of an article and all that is known of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from briefing.model.article import Role, Span

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
AttributionKind = Literal["direct", "mixed", "indirect"]
NameKind = Literal["person", "organisation", "other"]
PlaceKind = Literal["country", "demonym", "metonym", "city", "place"]
HedgeKind = Literal[
    "possible", "reported", "denial", "refusal", "conditional", "unconfirmed", "unknown"
]
ReferenceKind = Literal["pronoun", "description", "day", "place", "connective"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever words are attributed to: "Ann Reyes", "NATO", "a NATO official"."""

    name: str
    """The fullest form found in the article."""
    role: str | None = None
    """"spokeswoman of the harbour authority"; None where none is given."""
    is_anonymous: bool = False
    """True where the text names no person or body ("a NATO official who …")."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words or a view that a text ascribes to someone."""

    content: tuple[Span, ...]
    """What is said; may run on over the following sentences, or be split by its cue."""
    cue: Span | None
    """The words of saying: "said", "according to"; None for a quotation continued."""
    source: Span | None
    """The words that name the source, pronouns too."""
    speaker: Speaker | None
    """Who that is; None where it cannot be told."""
    kind: AttributionKind
    because: str
    """How cue, source and speaker were found."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and the days it stands for."""

    span: Span
    type: DateType
    value: str
    """TIMEX3: `2023-09-24`, `2023-W39`, `P3D`, `PAST_REF`."""
    earliest: dt.date | None
    latest: dt.date | None
    """The days meant, both included; None where no day can be told."""
    is_relative: bool
    """True where the words alone do not tell the days ("on Friday", "24 September")."""
    because: str

    @property
    def day(self) -> dt.date | None:
        """Give the one day meant; None for a span of days, or an unknown one."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: "three rebel gunmen were killed" is 3–3 gunman, killed."""

    span: Span
    low: float
    high: float
    unit: str
    """What is counted, singular: "soldier", "percent", "US dollar"; "" if unsaid."""
    measure: str | None
    """`killed`, `injured`, `missing`, `arrested`, `deployed`, `displaced` …"""
    is_approximate: bool
    is_real: bool = True
    """False where the text negates it, only supposes it ("could cost 3m"), or says that
    it holds no more ("revised from eight to six")."""
    what: str = ""
    """What is counted as written, with whose: "rebel gunmen"; "" if unsaid."""
    is_part: bool = False
    """True for some of a whole: "one of the five", "half the troops" (0.5)."""
    is_dropped: bool = False
    """True where who gave it takes it back or replaces it; then it is not real."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, body or other bearer of a proper name."""

    span: Span
    name: str
    """The fullest form of the same bearer found in the article."""
    kind: NameKind
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place, or the people or government named by it."""

    span: Span
    name: str
    """The plain name: "Norway" for "Norwegian"; "United States" for "Washington"."""
    kind: PlaceKind
    country: str | None = None
    """Two letters (NO for Norway), where certain."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that withhold, deny or condition what the sentence says."""

    span: Span
    kind: HedgeKind


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean something only with what stood before them.

    "He added" needs "Ann Reyes", "on Friday" needs 29 September 2023, an opening
    "But" or "the group" needs the sentence before.
    """

    span: Span
    kind: ReferenceKind
    antecedent: str | None
    """The words that can stand for it; None where it could not be told, and a
    sentence with such a reference does not stand on its own."""
    because: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with a spoken role; `article.text[span]` is `text`."""

    id: str
    """`s` and ten hex digits; stable while its words and its article stay."""
    article: str
    """The article's id."""
    span: Span
    text: str
    role: Role
    segment: int
    """Index of its segment in `Article.lines`: the paragraph it stands in."""
    attributions: tuple[Attribution, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    places: tuple[Place, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    references: tuple[Reference, ...] = ()
    is_quoted: bool = False
    """True where any part of it stands in quotation marks of speech."""
    is_opinion: bool = False
    """True where the outlet argues in its own voice ("It is imperative that …")."""

    def words_at(self, span: Span) -> str:
        """Give the words of *span*, of the article, that stand in the sentence."""
        return self.text[self.place_of(span)]

    def words_before(self, span: Span) -> str:
        """Give the words of the sentence before *span*."""
        return self.text[: self.place_of(span).start]

    def words_after(self, span: Span) -> str:
        """Give the words of the sentence behind *span*."""
        return self.text[self.place_of(span).stop :]

    def place_of(self, span: Span) -> slice:
        """Give where *span* stands in `text`; before it begins is at its beginning."""
        shift = self.span.start
        return slice(max(0, span.start - shift), max(0, span.end - shift))

    def has_hedge(self, *kinds: HedgeKind) -> bool:
        """Tell whether a hedge of one of *kinds* stands in the sentence."""
        return any(hedge.kind in kinds for hedge in self.hedges)

    def people(self) -> tuple[Name, ...]:
        """Give the persons whom the sentence names, those who speak too."""
        return tuple(name for name in self.names if name.kind == "person")

    def speakers(self) -> tuple[str, ...]:
        """Give the names of those who speak in it, each as often as he does."""
        made = (attribution.speaker for attribution in self.attributions)
        return tuple(speaker.name for speaker in made if speaker)
