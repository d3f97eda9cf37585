"""Join the forms of one bearer within an article, and keep two bearers apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.extract.names.mentions import Mention
from briefing.extract.names.runs import is_acronym
from briefing.extract.names.vocabulary import Words, vocabulary
from briefing.extract.reading import Reading
from briefing.model.article import Span
from briefing.model.statement import Name, NameKind
from briefing.text.words import fold

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
    cast.join_acronyms(reading, mentions)
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
                if len(mention.words) > len(bearer.words):
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
        if mention.role and mention.role not in bearer.roles:
            bearer.roles.append(mention.role)

    def _introduce_other(self, mention: Mention) -> None:
        key = " ".join(fold(word) for word in mention.words)
        if key not in self.others:
            self.others[key] = Bearer(mention.words, mention.kind)

    def join_acronyms(self, reading: Reading, mentions: list[list[Mention]]) -> None:
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
        if other is not None:
            return Name(span, joined(other.words), other.kind)
        if mention.kind == "person":
            return Name(span, joined(mention.words), "person", mention.role)
        return None

    def _person(self, mention: Mention) -> Bearer | None:
        if mention.kind == "organisation":
            return None
        found = self.people.get(surname_of(mention.words), [])
        if mention.kind == "other" and len(mention.words) > 1:
            found = [b for b in found if len(b.words) > 1]
        fitting = [b for b in found if may_be_one(b.words, mention.words)]
        full = [b for b in fitting if len(b.words) > 1]
        if not fitting and len(mention.words) == 1:
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


def may_be_one(full: Words, form: Words) -> bool:
    """Tell whether two forms with one surname may name one person."""
    if len(full) == 1 or len(form) == 1:
        return True
    left, right = key_of(full[0]), key_of(form[0])
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return left == right


def best_role(roles: list[str]) -> str | None:
    """Give the role that says most: the first with a capital in it, else the first."""
    for role in roles:
        if any(char.isupper() for char in role) and " " in role:
            return role
    return roles[0] if roles else None
