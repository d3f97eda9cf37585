"""Read details that can be told in one way only: how far, which side, from where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.model.article import Span
from briefing.model.statement import Name, Statement
from briefing.relate.amounts import FROM, ROUNDED, UP_TO
from briefing.relate.gists import Gist, acts, term_of
from briefing.relate.measures import Measure, measure_of
from briefing.resources import word_list, word_set, word_table, words_of
from briefing.text.words import fold, stopwords

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of something, with what must be equal for two to be of one thing."""

    gist: Gist
    key: tuple[str, ...]
    """Kind and whatever must be the same to the letter."""
    words: str
    """The detail as it stands in its source."""
    value: str = ""
    reach: Range | None = None
    """Of a length, the least and the most that it can be."""
    bearers: frozenset[str] = frozenset()
    """Who or what it is of, where it can be called in several ways; any is enough."""

    @property
    def is_number(self) -> bool:
        """Tell whether the two differ in a number."""
        return self.reach is not None

    def is_of(self, other: Detail) -> bool:
        """Tell whether two details of one key are of one thing."""
        if not self.bearers or not other.bearers:
            return not (self.bearers or other.bearers)
        return not self.bearers.isdisjoint(other.bearers)

    def agrees(self, other: Detail) -> bool:
        """Tell whether both can be right."""
        if self.reach and other.reach:
            return self.reach[0] < other.reach[1] and other.reach[0] < self.reach[1]
        if self.key[0] == "bearing":
            return not _are_apart(self.value, other.value)
        return self.value == other.value


Reader = Callable[[Gist], Iterator[Detail]]


AMOUNT: Final = (
    r"(?P<about>(?:(?:about|around|some|approximately|roughly|nearly|almost|over|at"
    r"|least|more|than|up|to|an?|further|another|estimated)\s+){0,3})"
    r"(?P<amount>[\d][\d.,]*[\s\u00a0-]?[a-z]+)\b"
)


@cache
def _moved() -> re.Pattern[str]:
    # Matches "fell about 60m", "plunging 150 metres"; not "fell on 12 people".
    verbs = "|".join(sorted(word_set("relate_moves"), key=len, reverse=True))
    return re.compile(rf"\b(?P<verb>{verbs})\s+{AMOUNT}", re.IGNORECASE)


def distances(gist: Gist) -> Iterator[Detail]:
    """Read how far somebody or something fell, slid or drifted."""
    text = gist.statement.text
    for found in _moved().finditer(text):
        measure = measure_of(found["amount"])
        bearers = _bearers(gist.statement, found.start())
        if measure and measure.kind == "length" and bearers:
            words = text[found.start("about") : found.end()]
            key = "distance", term_of(found["verb"].lower())
            reach = _reach(measure, found["about"])
            yield Detail(
                gist, key, " ".join(words.split()), reach=reach, bearers=bearers
            )


def _reach(measure: Measure, about: str) -> Range:
    """Give the bounds of a length: "200" is rounded to the hundred, but not to 100."""
    written = round(measure.value / measure.unit, 6)
    unit = 1.0
    while written % (unit * 10) == 0 and unit < written:
        unit *= 10
    half = min(unit / 2 * measure.unit, ROUNDED * measure.value)
    low, high = measure.value - half, measure.value + half
    if FROM.search(about):
        return low, float("inf")
    return (low * (1 - ROUNDED), high) if UP_TO.search(about) else (low, high)


# Matches "36-year-old"; not "36 years".
AGED: Final = re.compile(r"\b(\d{1,3})-year-old\b", re.IGNORECASE)


def _bearers(statement: Statement, end: int) -> frozenset[str]:
    """Give who is told of before *end*: the last person named, his age, or a thing.

    "The bus plunged" tells of a bus; "the man fell" of nobody.
    """
    named = [n for n in _people(statement) if statement.place_of(n.span).stop <= end]
    ages = [m for m in AGED.finditer(statement.text) if m.start() < end]
    start = statement.place_of(named[-1].span).start if named else 0
    found = {fold(named[-1].name.split()[-1])} if named else set()
    # An age is his who is named next, or nobody else's; "Rait, 36," is not read.
    found |= {m[1] for m in ages[-1:] if m.start() >= start - BESIDE}
    return frozenset(found) or _thing(statement.text[:end])


BESIDE: Final = 40
"""Letters before a name in which the age of its bearer stands."""


def _people(statement: Statement) -> list[Name]:
    """Give the persons told of, in order, who do not only own something."""
    return [
        name
        for name in _named(statement)
        if not statement.words_after(name.span).startswith(("'s", "’s"))
    ]


def _named(statement: Statement) -> list[Name]:
    """Give the persons told of, not those who only tell."""
    sources = [a.source for a in statement.attributions if a.source]
    return [
        name
        for name in statement.people()
        if not any(s.start <= name.span.start < s.end for s in sources)
    ]


# Matches "The bus " and "a school bus "; not "his ".
SUBJECT: Final = re.compile(
    r"\b(?:the|an?)\s(?:[\w-]+\s){0,2}?([a-z]+)\s*$", re.IGNORECASE
)


def _thing(before: str) -> frozenset[str]:
    found = SUBJECT.search(before)
    if not found or found[1] in stopwords() or found[1] not in _vehicles():
        return frozenset()
    return frozenset({term_of(found[1])})


@cache
def _vehicles() -> frozenset[str]:
    rows = (row[1] for row in word_table("anaphoric_nouns") if row[0] == "vehicle")
    return frozenset(word for row in rows for word in row.split())


COMPASS: Final = (
    r"(?:north|south)[\s-]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?"
)

# Matches "150 nautical miles west of Aden"; not "west of Aden" alone.
BEARING: Final = re.compile(
    rf"\b(?P<amount>\d[\d.,]*\s?(?:nautical\s)?[a-z]+)\s(?:to\sthe\s)?"
    rf"(?P<side>{COMPASS})\sof\s(?:the\s)?(?P<place>(?:[A-Z][\w’'-]*\s?)+)",
)

# Matches "the east bank of the river", "the northern end of the bridge".
SIDE: Final = re.compile(
    rf"\bthe\s(?P<side>{COMPASS})\s(?P<part>side|end|bank|wing|shore|edge|entrance|gate"
    r"|tower|slope|face|platform)\sof\s(?:the\s)?(?P<place>[\w’'-]+(?:\s[A-Z]\w+)*)",
)


def bearings(gist: Gist) -> Iterator[Detail]:
    """Read on which side of a place, so many miles away, something happened."""
    for found in BEARING.finditer(gist.statement.text):
        measure = measure_of(found["amount"].replace("nautical ", "nautical"))
        if measure and measure.kind == "length":
            key = "bearing", fold(found["place"].strip()), f"{measure.value:.0f}"
            yield Detail(gist, key, " ".join(found[0].split()), _side(found["side"]))
    for found in SIDE.finditer(gist.statement.text):
        key = "bearing", found["part"], fold(found["place"])
        yield Detail(gist, key, " ".join(found[0].split()), _side(found["side"]))


def _side(words: str) -> str:
    """Give the points of the compass in *words*: "ne" of "north-eastern"."""
    points = ("north", "south", "east", "west")
    return "".join(point[0] for point in points if point in words.lower())


def _are_apart(one: str, two: str) -> bool:
    """Tell whether two points exclude each other: "n" holds "ne", and not "e"."""
    return not (set(one) <= set(two) or set(two) <= set(one))


# Matches ", 36, of " and " of " behind a name; not ", of the coast guard".
OF_TOWN: Final = re.compile(r",?\s(?:(?:aged\s)?\d{1,3},?\s)?of\s$", re.IGNORECASE)


def homes(gist: Gist) -> Iterator[Detail]:
    """Read of which town somebody is: "Eva Lund, 36, of Bergen"."""
    statement = gist.statement
    cities = [p for p in statement.places if p.kind == "city"]
    for name in _people(statement) if cities else ():
        for place in cities:
            between = statement.words_at(Span(name.span.end, place.span.start))
            words = name.name.split()
            if OF_TOWN.fullmatch(between) and len(words) > 1:
                text = statement.words_at(Span(name.span.start, place.span.end))
                key = "home", fold(words[0]), fold(words[-1])
                yield Detail(gist, key, " ".join(text.split()), fold(place.name))


FEWEST: Final = 6
"""Words of a quotation from which it is said once."""


def tellers(gist: Gist) -> Iterator[Detail]:
    """Read who says a quotation: of two that share a first name one was misprinted."""
    statement = gist.statement
    people = [name.span for name in statement.people()]
    for item in statement.attributions:
        source = item.source
        if item.kind != "direct" or not (item.speaker and source):
            continue
        quote = statement.words_at(item.content[0])
        said = tuple(re.findall(r"\w+", fold(quote)))[:FEWEST]
        named = re.findall(r"\w+", fold(item.speaker.name))
        is_person = any(source.start <= p.start < source.end for p in people)
        if len(said) == FEWEST and len(named) > 1 and is_person:
            key = "teller", "".join(named[:-1]), *said
            yield Detail(gist, key, item.speaker.name, named[-1])


@cache
def _rated() -> tuple[re.Pattern[str], Mapping[str, str]]:
    rows = {row[0]: row[1] for row in word_table("relate_polarity")}
    poles = {w: pole for pole in ("good", "bad") for w in rows[pole].split("|")}
    how = "|".join(sorted(poles, key=len, reverse=True))
    # Matches "well equipped", "“insufficiently” equipped", "ill-equipped".
    pattern = rf"[“\"]?\b(?P<how>{how})[\s“”\"'’-]{{0,3}}(?P<state>{rows['state']})\b"
    return re.compile(pattern, re.IGNORECASE), poles


def ratings(gist: Gist) -> Iterator[Detail]:
    """Read whether somebody was well or badly equipped, trained, guarded."""
    pattern, poles = _rated()
    people = frozenset(fold(n.name.split()[-1]) for n in _named(gist.statement))
    for found in pattern.finditer(gist.statement.text) if people else ():
        before = gist.statement.text[: found.start()].split()
        value = poles[found["how"].lower()]
        if before and before[-1].lower() in ("not", "never") and value == "good":
            value = "bad"
        key = "rating", found["state"].lower()
        words = " ".join(found[0].split())
        yield Detail(gist, key, words, value, bearers=people)


@cache
def _befell() -> tuple[re.Pattern[str], Mapping[str, str]]:
    fates = {
        v: fate for fate, row in word_table("relate_fates") for v in row.split("|")
    }
    # Matches "rescued some " and "capturing " right before a number.
    pattern = rf"\b(?P<act>{'|'.join(fates)})(?:e?s|e?d|ing|e)?\s+(?:\w+\s+){{0,2}}\Z"
    return re.compile(pattern, re.IGNORECASE), fates


MANY: Final = 3
"""People from which the number tells that they are the same."""


def fates(gist: Gist) -> Iterator[Detail]:
    """Read what befell a number of one people: 26 Somalis rescued, or arrested."""
    statement, (pattern, fates_of) = gist.statement, _befell()
    for figure in statement.figures:
        befell = pattern.search(statement.words_before(figure.span))
        is_sure = figure.is_real and not figure.is_part and figure.low == figure.high
        if not befell or not is_sure or figure.low < MANY:
            continue
        near = range(figure.span.start, figure.span.end + len(figure.what) + 2)
        whose = [p.country for p in statement.places if p.span.start in near]
        if whose and whose[0]:
            key = "fate", whose[0], f"{figure.low:.0f}"
            words = befell.group() + statement.words_at(figure.span)
            words = " ".join(words.split())
            yield Detail(gist, key, words, fates_of[befell["act"].lower()])


# Matches "shortly after 8 a.m." and "just before 20:15"; not "after 8 people".
CLOCKED: Final = re.compile(
    r"\b(?:shortly|just|soon|immediately|minutes)\s(?P<side>before|after)\s"
    r"(?P<hour>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|(?<=[:.]\d\d)))",
    re.IGNORECASE,
)


def clocks(gist: Gist) -> Iterator[Detail]:
    """Read on which side of one hour an act was: shortly before 8, or after it."""
    done = gist.terms & acts()
    for found in CLOCKED.finditer(gist.statement.text) if done else ():
        hour = re.sub(r"[\s.:]|00", "", found["hour"].lower())
        words = " ".join(found[0].split())
        side = found["side"].lower()
        yield Detail(gist, ("clock", hour), words, side, bearers=done)


@cache
def _coloured() -> tuple[re.Pattern[str], Mapping[str, str]]:
    lines = [line.split() for line in word_list("colours")]
    kinds = {word: line[0] for line in lines for word in line}
    # Matches "a gray 2013 Toyota Camry", "her red Vega"; not "black Americans".
    pattern = (
        rf"\b(?:a|an|the|his|her|their)\s(?P<hue>{'|'.join(kinds)})\s(?P<year>\d{{4}}\s)?"
        r"(?P<make>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\b"
    )
    return re.compile(pattern), kinds


def colours(gist: Gist) -> Iterator[Detail]:
    """Read of which colour a vehicle was, by its make and model."""
    statement, (pattern, kinds) = gist.statement, _coloured()
    vehicles = words_of("beside_vehicles")
    peoples = [p for p in statement.places if p.kind in ("country", "demonym")]
    for found in pattern.finditer(statement.text):
        start = found.start("make") + statement.span.start
        is_people = any(p.country and p.span.start == start for p in peoples)
        is_driven = found["year"] or not vehicles.isdisjoint(gist.words)
        if is_driven and not is_people:
            key = "colour", fold(found["make"].split()[-1])
            yield Detail(gist, key, " ".join(found[0].split()), kinds[found["hue"]])


KINDS: Final[tuple[Reader, ...]] = (
    distances,
    bearings,
    homes,
    tellers,
    ratings,
    fates,
    clocks,
    colours,
)
