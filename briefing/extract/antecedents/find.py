"""Find whom a pronoun or a description stands for; nobody where two might be meant.

A wrong name in square brackets is an invention, so a word has an antecedent here only
where exactly one person fits by sex, number, nearness and who was speaking.
"""

from __future__ import annotations

from briefing.extract.antecedents.descriptions import find_described
from briefing.extract.antecedents.people import FEMALE, MALE
from briefing.extract.antecedents.pronouns import Finding, find_person
from briefing.extract.antecedents.quoted import LONGEST_SENTENCE
from briefing.extract.reading import Names, Reading
from briefing.model.statement import Name

__all__ = ["Finding", "find_antecedent"]


def find_antecedent(
    reading: Reading,
    names: Names,
    sentence_index: int,
    start: int,
    last_speaker: Name | None = None,
) -> Finding:
    """Give the person for whom the word at *start* stands, and why; nobody if unsure.

    Args:
        reading: The article.
        names: `find_names(reading)`.
        sentence_index: The sentence in which the word stands.
        start: Place in the article's text of the pronoun ("he", "his", "She") or of
            the description's first word ("the" of "the spokesman").
        last_speaker: Whose words the attribution before this one gave, where that was
            in one of the two sentences before: "he added" goes on with that speaker.

    Only words before *start* are looked at, at most three sentences back. Plurals
    ("they", "the pair") and "it" are never people.
    """
    sentence = reading.sentences[sentence_index]
    near = sentence.tokens[:LONGEST_SENTENCE]
    at = next((i for i, t in enumerate(near) if t.start >= start), None)
    if at is None:
        return Finding(None, "no word stands there")
    word = sentence.tokens[at].lower
    if any(n.span.start <= start < n.span.end for n in names[sentence_index]):
        return Finding(None, "it is part of a name", is_inside=True)
    if word in MALE or word in FEMALE:
        return find_person(reading, names, (sentence_index, at), last_speaker)
    if word in {"the", "this", "that"}:
        return find_described(reading, names, (sentence_index, at))
    return Finding(None, f"“{word}” does not tell who is meant")
