"""Join the forms of one bearer within an article, and keep two bearers apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.names.mention import Mention
from briefing.extract.names.roles import is_accusing
from briefing.extract.names.runs import is_acronym
from briefing.extract.names.vocabulary import Words, sex_of_first_name, vocabulary
from briefing.extract.reading import Reading
from briefing.model.article import Span
from briefing.model.statement import Name, NameKind
from briefing.text.words import fold

SHORTEST_MISSPELT: Final = 5
MISSPELT: Final = 83
"""Likeness, of 100, from which given names with one surname are one: "Esteban" and
"Esteben" 86, "Qassem" and "Qasem" 91; "Karim" and "Karin" 80."""
SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&", "de", "la"})


@dataclass
class Bearer:
    """Somebody or something with a name, and the forms found so far."""

    words: Words
    """The fullest form."""
    kind: NameKind
    roles: list[str] = field(default_factory=list)
    last_sentence: int = 0


def key_of(word: str) -> str:
    """Fold a word of a name: "al-Assad" and "Assad" are one."""
    folded = fold(word)
    head, _, tail = folded.partition("-")
    return tail if head in {"al", "el", "as", "ad", "an", "ash"} and tail else folded


def surname_of(words: Words) -> str:
    """Give the folded last word that is no "Jr"."""
    ends = vocabulary().ends
    kept = [word for word in words if word not in ends and word[0].isalpha()]
    return key_of(kept[-1]) if kept else key_of(words[-1])


def joined(words: Iterable[str]) -> str:
    """Write a name's words as text does: "John F. Kennedy", "O'Brien"."""
    text = " ".join(words).replace(" .", ".").replace(" ’ ", "’").replace(" ' ", "'")
    text = text.replace(" 's ", "'s ").replace(" ’s ", "’s ")
    # Figures stand in a name only where they are glued to it: "10News".
    figures, _, rest = text.partition(" ")
    text = figures + rest if figures.isdigit() else text
    return text.replace(" / ", "/")


def name_bearers(
    reading: Reading, mentions: list[list[Mention]]
) -> tuple[tuple[Name, ...], ...]:
    """Give each mention the fullest form and the role of its bearer."""
    cast = Cast()
    for sentence in mentions:
        for mention in sentence:
            if mention.is_sure:
                cast.introduce(mention)
    cast.join_given_names()
    cast.join_acronyms()
    cast.join_short_bodies()
    return tuple(
        tuple(name for m in sentence if (name := cast.name_of(m, reading)))
        for sentence in mentions
    )


class Cast:
    """Everyone whom an article names."""

    def __init__(self) -> None:
        self.people: dict[str, list[Bearer]] = {}
        """By folded surname."""
        self.given: dict[str, list[Bearer]] = {}
        """By folded first word of a name with two."""
        self.others: dict[str, Bearer] = {}
        """By folded form."""

    def introduce(self, mention: Mention) -> None:
        """Enter a mention's bearer, or add to what is known of it."""
        if mention.kind != "person":
            self._introduce_other(mention)
            return
        surname = surname_of(mention.words)
        known = self.people.setdefault(surname, [])
        for bearer in known:
            if may_be_one(bearer.words, mention.words):
                if is_fuller(mention.words, bearer.words):
                    bearer.words = mention.words
                self._note(bearer, mention)
                self._enter_given(bearer)
                return
        bearer = Bearer(mention.words, "person")
        self._note(bearer, mention)
        known.append(bearer)
        self._enter_given(bearer)

    def _enter_given(self, bearer: Bearer) -> None:
        if len(bearer.words) > 1:
            found = self.given.setdefault(key_of(bearer.words[0]), [])
            if bearer not in found:
                found.append(bearer)

    @staticmethod
    def _note(bearer: Bearer, mention: Mention) -> None:
        role = mention.role
        if role and role not in bearer.roles and not is_accusing(role):
            bearer.roles.append(role)

    def _introduce_other(self, mention: Mention) -> None:
        key = " ".join(fold(word) for word in mention.words)
        if key not in self.others:
            self.others[key] = Bearer(mention.words, mention.kind)

    def join_given_names(self) -> None:
        """Drop people of one word who are somebody's given name: "Kari"."""
        for surname, known in list(self.people.items()):
            alone = len(known) == 1 and len(known[0].words) == 1
            if alone and len(self.given.get(surname, ())) == 1:
                self.given[surname][0].roles += known[0].roles
                del self.people[surname]

    def join_short_bodies(self) -> None:
        """Give "State Department" the name "US State Department" where one has it."""
        bodies = [b for b in self.others.values() if b.kind == "organisation"]
        by_last: dict[str, list[Bearer]] = {}
        for body in {id(b): b for b in bodies}.values():
            by_last.setdefault(body.words[-1], []).append(body)
        for key, bearer in list(self.others.items()):
            size = len(bearer.words)
            if bearer.kind != "organisation" or size < 2:  # noqa: PLR2004
                continue
            fuller = [
                b
                for b in by_last.get(bearer.words[-1], ())
                if len(b.words) > size and b.words[-size:] == bearer.words
            ]
            if len(fuller) == 1 and may_lead(fuller[0].words[:-size]):
                self.others[key] = fuller[0]

    def join_acronyms(self) -> None:
        """Give an acronym the name whose initials it is."""
        initials: dict[str, Bearer] = {}
        for bearer in self.others.values():
            if bearer.kind == "organisation" and len(bearer.words) > 1:
                letters = "".join(w[0] for w in bearer.words if w.lower() not in SMALL)
                initials.setdefault(letters.upper(), bearer)
        for key, bearer in list(self.others.items()):
            if len(bearer.words) == 1 and is_acronym(bearer.words[0]):
                full = initials.get(bearer.words[0].replace(".", ""))
                if full is not None:
                    self.others[key] = full

    def name_of(self, mention: Mention, reading: Reading) -> Name | None:
        """Give the finished name of a mention; None where nothing bears it out."""
        words = reading.sentences[mention.sentence].tokens
        span = Span(words[mention.first].start, words[mention.last].end)
        person = self._person(mention)
        if person is not None:
            role = best_role(person.roles)
            return Name(span, joined(person.words), "person", role)
        key = " ".join(fold(word) for word in mention.words)
        other = self.others.get(key)
        shared = other is None and mention.kind == "other" and is_surname(mention.words)
        if shared and self.people.get(surname_of(mention.words)):
            return Name(span, joined(mention.words), "person")
        if other is not None:
            full = joined(other.words)
            plain = vocabulary().plain_countries.get(full, full)
            return Name(span, plain, other.kind)
        if mention.kind == "person" and mention.is_sure:
            return Name(span, joined(mention.words), "person", mention.role)
        return None

    def _person(self, mention: Mention) -> Bearer | None:
        if mention.kind == "organisation" and len(mention.words) > 1:
            return None
        found = self.people.get(surname_of(mention.words), [])
        if mention.kind == "other" and len(mention.words) > 1:
            if not vocabulary().landmarks.isdisjoint(mention.words):
                return None
            found = [b for b in found if len(b.words) > 1]
        fitting = [b for b in found if may_be_one(b.words, mention.words)]
        full = [b for b in fitting if not is_surname(b.words)]
        if mention.kind == "organisation":
            # "HALE:" before an answer in a transcript is Victor Hale.
            fitting = full
        elif not fitting and len(mention.words) == 1:
            full = self.given.get(key_of(mention.words[0]), [])
            if mention.kind == "other" and vocabulary().countries.match(
                mention.words, 0
            ):
                full = []
        chosen = full or fitting
        if not chosen:
            return None
        if len(chosen) == 1:
            bearer = chosen[0]
        else:
            near = [b for b in chosen if 0 <= mention.sentence - b.last_sentence <= 1]
            if len(near) != 1:
                return None
            bearer = near[0]
        bearer.last_sentence = mention.sentence
        return bearer


def may_lead(words: Words) -> bool:
    """Tell whether words before a body's name only say whose it is: "US"."""
    match = vocabulary().countries.match(words, 0)
    return match is not None and match[0] == len(words)


def may_be_one(full: Words, form: Words) -> bool:
    """Tell whether two forms with one surname may name one person."""
    if is_surname(full) or is_surname(form):
        return True
    left, right = key_of(full[0]), key_of(form[0])
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return left == right or is_misspelt(left, right)


def is_fuller(words: Words, than: Words) -> bool:
    """Tell whether a form says more of a person's name than another."""
    if is_surname(words) != is_surname(than):
        return is_surname(than)
    return len(words) > len(than)


def is_surname(words: Words) -> bool:
    """Tell whether a form is a surname alone: "Reyes", "Van Leeuw"."""
    small = vocabulary().particles
    return len(words) == 1 or all(word.lower() in small for word in words[:-1])


def is_misspelt(left: str, right: str) -> bool:
    """Tell whether two given names are one, spelt differently: "Qasem", "Qassem".

    Not "Maria" and "Mario", whom the lists know as of different sex.
    """
    if left[0] != right[0] or min(len(left), len(right)) < SHORTEST_MISSPELT:
        return False
    sexes = {sex_of_first_name(left), sex_of_first_name(right)}
    if {"m", "f"} <= sexes:
        return False
    from rapidfuzz import fuzz  # late: few texts spell a name in two ways

    return fuzz.ratio(left, right) >= MISSPELT


def best_role(roles: list[str]) -> str | None:
    """Give the role that says most: the first with a capital in it, else the first."""
    for role in roles:
        if any(char.isupper() for char in role) and " " in role:
            return role
    return roles[0] if roles else None
