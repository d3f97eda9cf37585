"""Find whom a pronoun or a description stands for; None where two might be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.names.roles import sex_of_role
from briefing.extract.names.vocabulary import sex_of_first_name, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Reading, Sentence
    from briefing.model.statement import Name

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
FARTHEST = 3
"""Sentences looked back over."""


def antecedent_of(
    reading: Reading,
    names: Sequence[Sequence[Name]],
    sentence_index: int,
    start: int,
    last_speaker: Name | None = None,
) -> tuple[Name | None, str]:
    """Give the person for whom the word at *start* stands, and why; None if unsure.

    Args:
        reading: The article.
        names: `find_names(reading)`.
        sentence_index: The sentence in which the word stands.
        start: Place in the article's text of the pronoun ("he", "his", "She") or of
            the description's first word ("the" of "the spokesman").
        last_speaker: Whose words the attribution before this one gave, where that was
            in one of the two sentences before: "he added" goes on with that speaker.

    Only words before *start* are looked at, at most three sentences back. Plurals
    ("they", "the pair") and "it" are never people: None.
    """
    sentence = reading.sentences[sentence_index]
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= start), None)
    if at is None:
        return None, "no word stands there"
    word = sentence.tokens[at].lower
    if word in MALE or word in FEMALE:
        sex = "m" if word in MALE else "f"
        return of_pronoun(reading, names, sentence_index, start, (sex, last_speaker))
    if word in {"the", "this", "that"}:
        return of_description(reading, names, sentence, at)
    return None, f"“{word}” does not tell who is meant"


def sex_of(name: Name) -> str:
    """Give "m" or "f" where given name or role tell it, else "-"."""
    by_role = sex_of_role(name.role) if name.role else ""
    if by_role:
        return by_role
    words = name.name.split()
    known = sex_of_first_name(words[0]) if len(words) > 1 else ""
    return known or "-"


def fits(name: Name, sex: str) -> bool:
    """Tell whether a name may bear a pronoun of this sex."""
    return name.kind == "person" and sex_of(name) in {sex, "-"}


def of_pronoun(
    reading: Reading,
    names: Sequence[Sequence[Name]],
    index: int,
    start: int,
    wanted: tuple[str, Name | None],
) -> tuple[Name | None, str]:
    """Give the one person who fits a pronoun, from this sentence backwards."""
    sex, last_speaker = wanted
    if last_speaker is not None and fits(last_speaker, sex):
        return last_speaker, "the last speaker goes on"
    del reading
    for back in range(FARTHEST + 1):
        if index - back < 0:
            break
        here = [n for n in names[index - back] if n.span.start < start and fits(n, sex)]
        bearers = {n.name for n in here}
        if len(bearers) == 1:
            return here[-1], "the only person before who fits"
        if bearers:
            return None, "several people fit: " + ", ".join(sorted(bearers))
    return None, "nobody before fits"


def of_description(
    reading: Reading, names: Sequence[Sequence[Name]], sentence: Sentence, at: int
) -> tuple[Name | None, str]:
    """Give the one person whose role the description names."""
    del reading
    lex = vocabulary()
    words = tuple(t.lower for t in sentence.tokens[at + 1 : at + 4])
    match = lex.roles.match(words, 0) if words else None
    if match is None:
        return None, "no role is named"
    noun = " ".join(words[: match[0]])
    start = sentence.tokens[at].start
    bearers: dict[str, Name] = {}
    for here in names[max(0, sentence.index - 8) : sentence.index + 1]:
        for name in here:
            fit = name.role and noun in name.role.lower().split()
            if fit and name.kind == "person" and name.span.start < start:
                bearers[name.name] = name
    if len(bearers) == 1:
        return next(iter(bearers.values())), f"the only {noun} named before"
    return None, f"{len(bearers)} named before may be “the {noun}”"
