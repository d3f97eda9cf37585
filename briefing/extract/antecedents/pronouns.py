"""Find the person for whom "he", "she", "him", "his" or "her" stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.extract.antecedents.lone import lone_person, opening
from briefing.extract.antecedents.people import FEMALE, MALE, Someone, people_in, sex_of
from briefing.extract.antecedents.quoted import LONGEST_SENTENCE, quoted_tokens
from briefing.extract.antecedents.speech import is_speech_verb
from briefing.extract.reading import Names, Reading, Sentence
from briefing.model.statement import Name
from briefing.text.words import Token

FARTHEST: Final = 3
"""Sentences looked back over."""
FARTHEST_BEHIND_NOBODY: Final = 1
"""Sentences without any person that may lie between."""
FARTHEST_SPOKEN_OF: Final = 2
"""Sentences before a speaker's in which he whom he speaks of is looked for."""
FARTHEST_IN_SPEECH: Final = 8
"""Sentences looked back over where those between are all somebody's quoted words."""
LATEST_LEADING: Final = 3
"""Words by which the pronoun of a leading clause stands: "Although by then he"."""
LEADING: Final = frozenset(
    {"though", "although", "while", "as", "after", "before", "when", "because", "since"}
)
"""What opens a clause whose pronoun the main clause's subject may explain."""
COMMAS: Final = frozenset({",", ",”", ',"'})
SUBJECTS: Final = frozenset({"he", "she", "they", "it"})
AUXILIARIES: Final = frozenset({"has", "had", "also", "then", "later", "is", "was"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Who is meant, and why; or nobody, and why not."""

    name: Name | None
    because: str
    is_inside: bool = False
    """True where the sentence itself holds the person: nothing needs to be put in."""
    is_open: bool = False
    """True where nobody near fits: whom the text has long spoken of may be meant."""


def find_person(
    reading: Reading,
    names: Names,
    where: tuple[int, int],
    last_speaker: Name | None = None,
    depth: int = 0,
) -> Finding:
    """Give the one person for whom the pronoun at *where* (sentence, token) stands."""
    index, at = where
    tokens = reading.sentences[index].tokens
    sex = "m" if tokens[at].lower in MALE else "f"
    quoted = quoted_tokens(reading, index)
    speaks = is_speech_subject(reading, where) or is_source(reading, where)
    if not (speaks and is_trailing(reading, where, quoted)):
        inside = inside_sentence(reading, names, where, sex, quoted)
        if inside is not None:
            return inside
    if quoted[at]:
        return Finding(None, "it stands in a quotation, which may mean someone else")
    found = None
    if speaks and last_speaker is not None and last_speaker.kind == "person":
        if sex_of(last_speaker) not in {sex, "-"}:
            found = Finding(None, "the last speaker does not fit", is_open=True)
        elif nobody_since(reading, names, index, last_speaker, sex):
            return Finding(last_speaker, "the last speaker goes on")
    if found is None:
        found = look_back(reading, names, (index, sex), depth, speaks=speaks)
    if found.is_open and speaks and not depth:
        alone = lone_person(reading, names, index, sex)
        if alone is not None:
            found = Finding(alone, "the only person of that sex for a while")
    return checked(found, names[index], reading.sentences[index], at)


def checked(
    found: Finding, names: Sequence[Name], sentence: Sentence, at: int
) -> Finding:
    """Refuse whoever the sentence names behind the pronoun.

    "He fired, LaMarca said" is never about LaMarca; but "Though he fired, LaMarca
    ran" is.
    """
    start = sentence.tokens[at].start
    behind = [n for n in names if n.span.start > start and n.kind == "person"]
    if found.is_open or any(found.name and n.name == found.name.name for n in behind):
        sex = "m" if sentence.tokens[at].lower in MALE else "f"
        for name in behind:
            fits = sex_of(name) in {sex, "-"}
            if fits and opens_main_clause(sentence, at, name):
                because = "the subject of the clause that follows"
                return Finding(name, because, is_inside=True)
    if found.name and any(n.name == found.name.name for n in behind):
        return Finding(None, f"{found.name.name} is named behind it in the sentence")
    return found


def opens_main_clause(sentence: Sentence, at: int, name: Name) -> bool:
    """Tell whether a name is the subject behind "Though she …," with its pronoun."""
    tokens = sentence.tokens
    if not 0 < at < LATEST_LEADING or tokens[0].lower not in LEADING:
        return False
    first = next((i for i, t in enumerate(tokens) if t.start >= name.span.start), 0)
    begin = first - 1
    while begin > at and (tokens[begin].text[0].isupper() or tokens[begin].text == "."):
        begin -= 1
    after = next((t for t in tokens[first:] if t.start >= name.span.end), None)
    is_owner = after is not None and not after.text[0].isalpha()
    return tokens[begin].text in COMMAS and not is_owner


def nobody_since(
    reading: Reading, names: Names, index: int, speaker: Name, sex: str
) -> bool:
    """Tell whether nobody else who fits was named since the speaker last was."""
    for before in range(index - 1, max(-1, index - 1 - FARTHEST), -1):
        here = [s for s in people_in(reading, names, before) if not s.is_quoted]
        if any(s.name and s.name.name == speaker.name for s in here):
            return True
        if any(someone.name and someone.sex in {sex, "-"} for someone in here):
            return False
    return True


def is_speech_subject(reading: Reading, where: tuple[int, int]) -> bool:
    """Tell whether the pronoun is who speaks: "he added", "said he"."""
    index, at = where
    tokens = reading.sentences[index].tokens
    if tokens[at].lower not in SUBJECTS:
        return False  # "said his brother", "told her", "his quips"
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].lower in AUXILIARIES:
        ahead += 1
    if ahead < len(tokens) and is_speech_verb(tokens[ahead].lower):
        return True
    return at > 0 and is_speech_verb(tokens[at - 1].lower)


def is_source(reading: Reading, where: tuple[int, int]) -> bool:
    """Tell whether what is told is told "according to" the pronoun."""
    index, at = where
    before = reading.sentences[index].tokens[max(0, at - 2) : at]
    return [t.lower for t in before] == ["according", "to"]


def is_trailing(reading: Reading, where: tuple[int, int], quoted: list[bool]) -> bool:
    """Tell whether "he added" stands behind what it adds.

    The names before it are then those of the people spoken of.
    """
    index, at = where
    tokens = reading.sentences[index].tokens
    begin = at - 1 if at and is_speech_verb(tokens[at - 1].lower) else at
    if begin == 0 or tokens[begin - 1].text not in {",", '"', "”", "''", "»", "-", "—"}:
        return False
    if any(quoted[:begin]):
        return True
    rest = [token.text for token in tokens[begin + 2 :]]
    return not rest or rest[0] in {".", ",", "on", "in", "at"} or len(rest) < 4  # noqa: PLR2004


def inside_sentence(
    reading: Reading, names: Names, where: tuple[int, int], sex: str, quoted: list[bool]
) -> Finding | None:
    """Give the person named earlier in the same sentence; None where there is none."""
    index, at = where
    start = reading.sentences[index].tokens[at].start
    here = [
        someone
        for someone in people_in(reading, names, index)
        if someone.at < start
        and someone.sex in {sex, "-"}
        and (quoted[at] or not someone.is_quoted)
    ]
    if not here:
        return None
    if all(someone.is_unsure for someone in here):
        return Finding(None, f"{here[-1].bare}, named before it, may be meant")
    here = [someone for someone in here if not someone.is_unsure]
    if len({someone.key for someone in here}) == 1:
        return Finding(
            here[0].name, "the one person before in the sentence", is_inside=True
        )
    return Finding(None, "the sentence names several who fit", is_inside=True)


def look_back(
    reading: Reading, names: Names, wanted: tuple[int, str], depth: int, *, speaks: bool
) -> Finding:
    """Give the one person who fits in the nearest sentence before that has any."""
    index, sex = wanted
    back = 0
    for before in range(index - 1, max(-1, index - 1 - FARTHEST_IN_SPEECH), -1):
        if reading.sentences[before].role in {"headline", "standfirst"}:
            break
        if is_all_quoted(reading, before):
            continue
        back += 1
        everyone = [s for s in people_in(reading, names, before) if not s.is_quoted]
        fitting = [someone for someone in everyone if someone.sex in {sex, "-"}]
        fitting += carried(reading, names, before, sex, depth)
        keys = {someone.key for someone in fitting}
        if not speaks and speaks_of_another(reading, names, (before, sex)):
            return Finding(None, "who says it or who is spoken of may be meant")
        if len(keys) == 1:
            return one_person(fitting, back, speaks=speaks)
        if len(keys) > 1:
            foremost = foremost_of(fitting, speaks=speaks)
            if foremost is not None:
                return Finding(
                    foremost,
                    "it opens the sentence before, and nobody else is its topic",
                )
            return Finding(None, "several fit: " + ", ".join(sorted(labels(fitting))))
        if everyone or has_pronoun(reading, before, sex):
            return Finding(None, "the people before do not fit", is_open=True)
        if back > FARTHEST_BEHIND_NOBODY:
            break
    return Finding(None, "nobody close before fits", is_open=True)


def speaks_of_another(reading: Reading, names: Names, wanted: tuple[int, str]) -> bool:
    """Tell whether a sentence's subject only says what may be of somebody else.

    After "Officer Kean said Harlow was drunk" the next "he" may be either; so it may
    after "said he had run a red light", if somebody else was spoken of before.
    """
    index, sex = wanted
    tokens = reading.sentences[index].tokens[:LONGEST_SENTENCE]
    here = fitting_in(reading, names, index, sex)
    subject = next((s for s in here if s.is_subject and s.name), None)
    verb = verb_of_saying(tokens, subject) if subject else None
    if subject is None or verb is None:
        return False
    start = tokens[verb].start
    if any(s.at > start and s.key != subject.key for s in here):
        return True
    pronouns = MALE if sex == "m" else FEMALE
    quoted = quoted_tokens(reading, index)
    inside = zip(tokens[verb:], quoted[verb:], strict=False)
    if not any(t.lower in pronouns and not q for t, q in inside):
        return False
    before = range(max(0, index - FARTHEST_SPOKEN_OF), index)
    others = (s for i in before for s in fitting_in(reading, names, i, sex))
    return any(other.key != subject.key for other in others)


def fitting_in(reading: Reading, names: Names, index: int, sex: str) -> list[Someone]:
    """Give the people of a sentence, outside quotation marks, whom the sex fits."""
    everyone = people_in(reading, names, index)
    return [s for s in everyone if not s.is_quoted and s.sex in {sex, "-"}]


def verb_of_saying(tokens: tuple[Token, ...], subject: Someone) -> int | None:
    """Give the token of "said" right behind a subject: "Okon, 61, said that".

    Not of "fled, said Okon", nor of "Okon was accused".
    """
    name = subject.name
    end = name.span.end if name else subject.at
    for at, token in enumerate(tokens):
        if token.start < end or not token.text[0].isalpha():
            continue
        behind = tokens[at - 1]
        is_verb = token.text.islower() and is_speech_verb(token.lower)
        if is_verb and (behind.end <= end or behind.text == ","):
            after = tokens[at + 1].text if at + 1 < len(tokens) else "."
            names_speaker = behind.text == "," and after[0].isupper()
            return None if names_speaker or token.lower.endswith("ing") else at
    return None


def is_all_quoted(reading: Reading, index: int) -> bool:
    """Tell whether a sentence is quoted words only, so that nobody comes or goes."""
    quoted = quoted_tokens(reading, index)
    tokens = reading.sentences[index].tokens[: len(quoted)]
    return all(
        inside or not token.text[0].isalnum()
        for token, inside in zip(tokens, quoted, strict=True)
    )


def one_person(fitting: list[Someone], back: int, *, speaks: bool) -> Finding:
    """Give the finding for the only person who fits."""
    name = fitting[0].name
    if name is None:
        because = "the only person before who fits has no name"
        return Finding(None, because, is_open=fitting[0].is_carried)
    if not speaks and not any(someone.is_topic for someone in fitting):
        return Finding(None, f"{name.name} is only mentioned before, or only speaks")
    where = "the sentence before" if back == 1 else f"{back} sentences before"
    return Finding(name, f"the only person in {where} who fits")


def foremost_of(fitting: list[Someone], *, speaks: bool) -> Name | None:
    """Give the one among several who opens their sentence or is alone its topic.

    Whoever opened the sentence before goes on speaking; whoever does not speak now must
    be the only topic: the others stand behind prepositions or behind what they say.
    """
    subjects = {s.key: s.name for s in fitting if s.is_subject and s.name}
    topics = {someone.key for someone in fitting if someone.is_topic}
    if not speaks and len(topics) == 1:
        # Whoever has no name and stands in passing leaves the one topic alone.
        named = {someone.key: someone.name for someone in fitting if someone.name}
        if named.keys() == topics:
            return named[next(iter(topics))]
    if len(subjects) != 1:
        return None
    key, name = next(iter(subjects.items()))
    return name if speaks or topics == {key} else None


def labels(fitting: list[Someone]) -> set[str]:
    """Name people for a reason that a person reads."""
    unnamed = "one unnamed"
    return {s.name.name if s.name else s.bare or unnamed for s in fitting}


def has_pronoun(reading: Reading, index: int, sex: str) -> bool:
    """Tell whether a sentence has a pronoun of that sex."""
    wanted = MALE if sex == "m" else FEMALE
    return any(token.lower in wanted for token in reading.sentences[index].tokens)


def carried(
    reading: Reading, names: Names, index: int, sex: str, depth: int
) -> list[Someone]:
    """Give whom a pronoun of the earlier sentence itself stood for."""
    if depth >= FARTHEST:
        return []
    wanted = MALE if sex == "m" else FEMALE
    quoted = quoted_tokens(reading, index)
    tokens = reading.sentences[index].tokens[: len(quoted)]
    for at, token in enumerate(tokens):
        if token.lower in wanted and not quoted[at]:
            found = find_person(reading, names, (index, at), None, depth + 1)
            if found.is_inside:
                return []
            return [
                Someone(
                    token.start,
                    sex,
                    found.name,
                    is_quoted=False,
                    is_subject=at == opening(tokens),
                    is_carried=True,
                )
            ]
    return []
