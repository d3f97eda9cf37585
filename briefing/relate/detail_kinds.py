"""Read details that can be told in one way only: from where, by whom, what befell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from briefing.model.article import Span
from briefing.relate.detail import Detail, Reader, named_in, people_in
from briefing.relate.gists import Gist, acts
from briefing.relate.where_details import bearings, distances
from briefing.resources import word_list, word_table, words_of
from briefing.text.words import fold

# Matches ", 36, of " and " of " behind a name; not ", of the coast guard".
OF_TOWN: Final = re.compile(r",?\s(?:(?:aged\s)?\d{1,3},?\s)?of\s$", re.IGNORECASE)


def homes(gist: Gist) -> Iterator[Detail]:
    """Read of which town somebody is: "Eva Lund, 36, of Bergen"."""
    statement = gist.statement
    cities = [p for p in statement.places if p.kind == "city"]
    for name in people_in(statement) if cities else ():
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
    people = frozenset(fold(n.name.split()[-1]) for n in named_in(gist.statement))
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
