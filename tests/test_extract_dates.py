"""Time expressions are found, typed and given the days that the article means."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.dates import anchored_dates, find_dates
from briefing.extract.dates.expressions import expressions_in
from briefing.extract.dates.grammar import RULES
from briefing.extract.dates.timex import days_of, shifted, week_value
from briefing.extract.dates.vocabulary import build_pattern
from briefing.extract.reading import read_sentences
from briefing.model.article import Article
from briefing.model.statement import DateMention
from briefing.readers import read_text
from tests.case_files import Case, case_file

WEDNESDAY = dt.date(2024, 5, 15)
DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2090, 12, 31))
PIECES = """
    on in at the last next 24 May 2019 Monday two three days weeks ago later earlier of
    to and morning week this that spring quarter second 1998 99 10:30 p.m. UTC today - ,
    every a few after before fire 9/3/24 5th century 80s now Sunday's '99 264 BC half
"""
WORDS = st.sampled_from(PIECES.split())
NEWS = [dt.date(2024, 5, day) for day in range(10, 18)]
TOLD = """
    The boat sank on May 19.
    A guard fell at 6 a.m. in the yard.
    Nine men were hurt on Saturday morning.
    Two days after the port was shut, it burned.
    The crew swam ashore in the night.
    A pilot quit the following day.
    He was seen the day after.
    It broke on June 3.
    Police found him two days later.
    They left in the evening.
""".strip().split("\n    ")
WEEKEND_DAYS = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday"]
TWO = ["a storm hit on Friday", "a fire burned this weekend"]
ONE_DAY = dt.timedelta(days=1)
UNITS = st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"])


def _find(article: Article) -> list[DateMention]:
    found = find_dates(read_sentences(article))
    return [mention for sentence in found for mention in sentence]


def _line(text: str, mention: DateMention) -> str:
    days = "-"
    if mention.earliest or mention.latest:
        days = f"{mention.earliest}..{mention.latest}"
        if mention.earliest == mention.latest:
            days = str(mention.earliest)
    words = text[mention.span.start : mention.span.end].replace("\n", " ")
    return f"{mention.type} {mention.value} {days} | {words}"


@case_file("dates.md", "dates_classes.md", "dates_laws.md")
def test_dates(case: Case) -> None:
    """An article of the case's first line's day holds the dates that are listed."""
    told, _, text = case.input.partition("\n")
    published = None if told == "undated" else dt.date.fromisoformat(told)
    article = read_text(text, published=published)
    found = "\n".join(_line(article.text, mention) for mention in _find(article))
    assert (found or "none") == case.expected


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("The bridge closed on Wednesday.", "a week earlier is possible"),
        ("The bridge closed on Monday.", "the last Monday up to the article's date"),
        ("The bridge will close on Monday.", "the next Monday: the words look ahead"),
        ("It flooded on 3 June 2011.", "the words say it"),
        ("It flooded on 3 December.", "nearest to the article's date"),
    ],
)
def test_every_day_says_why(words: str, because: str) -> None:
    """Each mention says in words how its day was found, doubt included."""
    (mention,) = _find(read_text(words, published=WEDNESDAY))
    assert because in mention.because


def test_another_articles_day_can_be_tried() -> None:
    """The same words told on another day have other days, and the same places."""
    article = read_text("The mine caved in on Sunday.", published=dt.date(2024, 3, 3))
    own, other = (
        anchored_dates(article, day)[0][0]
        for day in (article.published, dt.date(2024, 3, 2))
    )
    assert own.span == other.span
    assert (own.value, other.value) == ("2024-03-03", "2024-02-25")


@given(st.lists(WORDS, max_size=25), DAYS)
def test_no_words_confuse_the_finder(words: list[str], day: dt.date) -> None:
    """Mentions lie in order within their sentence, and their first day comes first."""
    article = read_text(" ".join(words), published=day)
    reading = read_sentences(article)
    for sentence, found in zip(reading.sentences, find_dates(reading), strict=True):
        end = sentence.span.start
        for mention in found:
            assert end <= mention.span.start < mention.span.end <= sentence.span.end
            end = mention.span.end
            if mention.earliest and mention.latest:
                assert mention.earliest <= mention.latest
            assert mention.type in ("DATE", "TIME", "DURATION", "SET")
            assert mention.because


@given(st.lists(WORDS, max_size=25))
def test_without_a_date_nothing_is_guessed(words: list[str]) -> None:
    """In an undated article only what the words themselves date has days."""
    for mention in _find(read_text(" ".join(words))):
        if mention.earliest:
            assert mention.value[:2].isdigit()


@given(st.lists(st.sampled_from(TOLD), min_size=1, max_size=4), st.sampled_from(NEWS))
def test_what_is_told_as_past_lies_not_ahead(told: list[str], day: dt.date) -> None:
    """No day is given to a past verb that lies after the article's own."""
    text = "The port will be shut on Sunday and on May 20. " + " ".join(told)
    article = read_text(text, published=day)
    _, *rows = find_dates(read_sentences(article))
    for mention in (mention for row in rows for mention in row):
        assert mention.earliest is None or mention.earliest <= day


@given(st.sampled_from(WEEKEND_DAYS), st.sampled_from(NEWS), st.permutations(TWO))
def test_a_weekend_takes_in_the_day_beside_it(
    name: str, day: dt.date, parts: list[str]
) -> None:
    """A weekend holds each day next to it that the sentence names, or stays open."""
    text = f"Police said {parts[0]} and {parts[1]}.".replace("Friday", name)
    found = _find(read_text(text, published=day))
    weekend = next(m for m in found if m.value.endswith("-WE"))
    single = next(m for m in found if not m.value.endswith("-WE"))
    if weekend.earliest and weekend.latest and single.earliest:
        assert weekend.earliest - single.earliest != ONE_DAY
        assert single.earliest - weekend.latest != ONE_DAY


@given(st.text(alphabet="\u0130\u0131\u1e9e\u00dfaZ ", max_size=30))
def test_letters_that_grow_in_lower_case_keep_their_places(text: str) -> None:
    """Whatever the letters before it, a day is the words at its place."""
    whole = f"{text} on 3 May 2019"
    (found,) = expressions_in(whole)
    assert whole[found.start : found.end] == "3 May 2019"


@given(DAYS, UNITS, st.integers(-40, 40))
def test_shifts_hold_the_day_they_count_from(
    day: dt.date, unit: str, count: int
) -> None:
    """So many units on, and none at all, give periods in the right order."""
    here, there = days_of(shifted(day, 0, unit)), days_of(shifted(day, count, unit))
    assert here[0] is not None
    assert here[1] is not None
    assert here[0] <= day <= here[1]
    if there[0] and count:
        assert (there[0] > here[0]) == (count > 0)


@given(st.dates(), UNITS, st.integers())
def test_no_count_leaves_the_calendar(day: dt.date, unit: str, count: int) -> None:
    """However many units away, a value is in the calendar or merely past or future."""
    value = shifted(day, count, unit)
    earliest, _ = days_of(value)
    assert earliest is not None or value in ("PAST_REF", "FUTURE_REF")


@given(DAYS)
def test_weeks_are_iso_weeks(day: dt.date) -> None:
    """A week's value stands for its Monday to Sunday."""
    first, last = days_of(week_value(day))
    assert first is not None
    assert last is not None
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert first <= day <= last


@pytest.mark.parametrize(
    "value",
    ["PAST_REF", "P3D", "XXXX-WXX-7", "2023-13", "2023-02-30", "", "0000", "9999-WI"],
)
def test_values_without_days_have_none(value: str) -> None:
    """What is no day of our calendar has neither a first day nor a last one."""
    assert days_of(value) == (None, None)


@given(st.data())
def test_a_rule_of_the_grammar_needs_its_cues(found: st.DataObject) -> None:
    """Whatever a rule matches holds one of its cues: passing it over loses nothing."""
    rule = found.draw(st.sampled_from([rule for rule in RULES if rule.cues]))
    pattern = build_pattern(rule.pattern)
    match = re.search(pattern, found.draw(st.from_regex(pattern)))
    assert match is None or any(cue in match.group() for cue in rule.cues.split())
