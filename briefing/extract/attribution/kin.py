"""The kin of whoever tells: the "she" of “She said, ‘Run’” after "her mother fled"."""

from __future__ import annotations

from typing import Final

from briefing.extract.antecedents.people import people_in
from briefing.extract.antecedents.quoted import quoted_tokens
from briefing.extract.names.roles import sex_of_role
from briefing.extract.reading import Names, Reading
from briefing.model.statement import Speaker
from briefing.resources import words_of
from briefing.text.words import Token

KIN_REACH: Final = 8
"""Sentences back in which a mother who is then only "she" is told of."""
OWNERS: Final = {"her": "f", "his": "m"}
NOUNS: Final = {"f": "kinswomen", "m": "kinsmen"}


def kin_before(
    reading: Reading, names: Names, index: int, sex: str, outer: Speaker | None
) -> Speaker | None:
    """Give "Ann Lee's mother" where the article tells of no other she.

    None where another of that sex is named or two of the kin are told of since.
    """
    if outer is None or outer.is_anonymous:
        return None
    for before in range(index - 1, max(-1, index - 1 - KIN_REACH), -1):
        told = _kin_in(reading, before, sex, outer)
        if told:
            is_one = len(told) == 1 and _names(reading, names, before, outer)
            if not is_one:
                return None
            return Speaker(f"{outer.name}'s {told.pop()}", is_anonymous=True)
        for someone in people_in(reading, names, before):
            is_outer = someone.name is not None and someone.name.name == outer.name
            if someone.sex in {sex, "-"} and not is_outer and not someone.is_quoted:
                return None
    return None


def _kin_in(reading: Reading, index: int, sex: str, outer: Speaker) -> set[str]:
    """Give the kin of that sex in a sentence, outside its quotations."""
    kin, bare = words_of(NOUNS[sex]), words_of("bare_kin")
    quoted = quoted_tokens(reading, index)
    tokens = reading.sentences[index].tokens[: len(quoted)]
    return {
        token.lower
        for at, token in enumerate(tokens)
        if token.lower in kin
        and not quoted[at]
        and (_owns(tokens, at, outer) or (token.lower in bare and _is_bare(tokens, at)))
    }


def _owns(tokens: tuple[Token, ...], at: int, outer: Speaker) -> bool:
    """Tell "her mother" from "his mother" where the teller is a daughter."""
    owner = OWNERS.get(tokens[at - 1].lower, "") if at else ""
    told = sex_of_role(outer.role) if outer.role else ""
    return bool(owner) and told in {owner, "", "-"}


def _is_bare(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell "got mom on the phone" from "the mom" and "a soccer mom"."""
    left = tokens[at - 1].lower if at else ""
    return left in words_of("before_kin")


def _names(reading: Reading, names: Names, index: int, outer: Speaker) -> bool:
    """Tell whether the teller is the one person named where the kin stand."""
    here = {n.name for n in names[index] if n.kind == "person"}
    return here == {outer.name} and reading.sentences[index].role != "headline"
