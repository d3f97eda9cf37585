"""Find the pronouns whose antecedent stands in an earlier sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.antecedents.find import find_antecedent
from briefing.extract.antecedents.people import FEMALE, MALE
from briefing.extract.antecedents.pronouns import is_speech_subject, is_trailing
from briefing.extract.antecedents.quoted import quoted_tokens
from briefing.extract.antecedents.speech import is_speech_verb
from briefing.extract.names.vocabulary import vocabulary
from briefing.extract.reading import Sentence
from briefing.extract.references.scene import Scene
from briefing.extract.references.speakers import Voice
from briefing.extract.references.things import BE, THING, Made, thing
from briefing.model.article import Span
from briefing.model.statement import Name, Reference
from briefing.resources import words_of
from briefing.text.cases import case_of
from briefing.text.contractions import contraction_at
from briefing.text.words import Token, fold

PLURAL: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
POINTING: Final = frozenset({"this", "that", "these", "those"})
REFLEXIVE: Final = frozenset({"himself", "herself"})
"""They stand for whom their own clause names, behind them too."""
WATCHED: Final = (MALE | FEMALE | PLURAL | THING | POINTING) - REFLEXIVE
AMOUNTS: Final = words_of("amounts")
PREPOSITIONS: Final = words_of("prepositions") | frozenset({"to"})
PLURALS: Final = words_of("plural_people")
OPENING: Final = 3
"""Words before the pronoun of "In the middle of his speech" at most, and of a title."""
FIRST_CLAUSE: Final = 8
"""Tokens in which the first clause stands, before which nothing was told."""
# Matches " who asked not to be named" and ", 34"; not the "who" of "Whoever".
RELATIVE: Final = re.compile(r",| (?:who|which|that|whose|speaking|familiar)\b")


def pronouns_in(scene: Scene, sentence: Sentence) -> list[Reference]:
    """Give the pronouns of *sentence* that need an earlier one."""
    found: list[Reference] = []
    quoted: list[bool] | None = None
    seen: set[str] = set()
    for at, token in enumerate(sentence.tokens):
        word = token.lower
        if word not in WATCHED or token.text.isupper():
            continue
        if quoted is None:
            quoted = quoted_tokens(scene.reading, sentence.index)
        if word in POINTING:
            made = pointing(sentence, at)
        elif goes_on(scene, sentence, at, quoted, seen):
            continue
        elif word in THING:
            made = thing(scene, sentence, at, quoted)
        elif word in PLURAL:
            made = several(scene, sentence, at, quoted)
        else:
            made = person(scene, sentence, at, quoted)
        if made is not None:
            antecedent, because = in_one_form(scene, token, made)
            span = Span(token.start, token.end)
            if (behind := described_behind(scene, sentence, token, antecedent)) is None:
                found.append(Reference(span, "pronoun", antecedent, because))
            else:
                found.append(Reference(behind, "description", antecedent, because))
    return of_one_sex(scene, sentence, found)


def described_behind(
    scene: Scene, sentence: Sentence, token: Token, name: str | None
) -> Span | None:
    """Give "the minister" of "In his speech, the minister praised": he is named there.

    Only whoever speaks behind the phrase that opens the sentence is meant so.
    """
    text = scene.reading.text
    opening = text[sentence.span.start : token.start].split()
    if name is None or len(opening) > OPENING or "," in "".join(opening):
        return None
    for made in scene.attributions[sentence.index]:
        source = made.source
        if source is None or made.speaker is None or made.speaker.name != name:
            continue
        between = text[token.end : max(token.end, source.start)]
        words = text[source.start : source.end].split()
        is_described = words[0].lower() == "the" and name not in " ".join(words)
        if is_described and between.rstrip().endswith(",") and len(words) <= OPENING:
            return source
    return None


def _is_own_voice(
    scene: Scene, sentence: Sentence, token: Token, name: str | None
) -> bool:
    """Tell whether the pronoun stands in the words of *name*: “She told me”.

    Where no cue stands in the sentence it is who was heard last.
    """
    voice = scene.voices[sentence.index]
    heard = [
        one.speaker.name
        for one in scene.attributions[sentence.index]
        if one.speaker and any(c.start <= token.start < c.end for c in one.content)
    ]
    if not heard and voice is not None:
        heard = [voice.speaker.name]
    bare = fold((name or "").split(" ", 1)[-1])
    return bool(name) and any(bare in fold(RELATIVE.split(who)[0]) for who in heard)


def in_one_form(scene: Scene, token: Token, made: Made) -> Made:
    """Leave open whom a pronoun means whose form cannot be told: "he's lost"."""
    if made[0] is None:
        return made
    text = scene.reading.text
    short = contraction_at(text, token.end)
    if short is not None and short.verb is None:
        return None, f"“{text[token.start : short.end]}” may stand for two verbs"
    if case_of(text, token.start, token.end) is None:
        return None, "it may own what follows or not"
    return made


def of_one_sex(
    scene: Scene, sentence: Sentence, found: list[Reference]
) -> list[Reference]:
    """Leave open who would be both "he" and "she", but for who is heard to speak."""
    told: dict[str, set[bool]] = {}
    for one in found:
        if one.antecedent and (pronoun := word_at(scene, one)) not in THING:
            told.setdefault(one.antecedent, set()).add(pronoun in MALE)
    both = {name for name, sexes in told.items() if len(sexes) > 1}
    if not both:
        return found
    sources = {a.source for a in scene.attributions[sentence.index]}
    why = "nobody is “he” and “she” in one sentence"
    return [
        replace(one, antecedent=None, because=why)
        if one.antecedent in both and one.span not in sources
        else one
        for one in found
    ]


def word_at(scene: Scene, reference: Reference) -> str:
    """Give the word of a reference, in small letters."""
    return scene.reading.text[reference.span.start : reference.span.end].lower()


def goes_on(
    scene: Scene, sentence: Sentence, at: int, quoted: list[bool], seen: set[str]
) -> bool:
    """Tell whether a like pronoun stands before it in the sentence: "He said he …".

    A speaker behind what he says ("He fell, he said") stands for himself, and so does
    a pronoun in a quotation.
    """
    word = sentence.tokens[at].lower
    kind = next(i for i, k in enumerate((MALE, FEMALE, PLURAL, THING)) if word in k)
    where = (sentence.index, at)
    speaks = is_speech_subject(scene.reading, where)
    if quoted[at] or (speaks and is_trailing(scene.reading, where, quoted)):
        return False
    if str(kind) in seen:
        return True
    seen.add(str(kind))
    return False


def person(
    scene: Scene, sentence: Sentence, at: int, quoted: list[bool]
) -> Made | None:
    """Read "he", "she" and their forms; nobody calls himself so in his own words."""
    made = _person(scene, sentence, at)
    token = sentence.tokens[at]
    if made and quoted[at] and _is_own_voice(scene, sentence, token, made[0]):
        return None, "nobody calls himself so in his own words"
    return made


def _person(scene: Scene, sentence: Sentence, at: int) -> Made | None:
    token = sentence.tokens[at]
    voice = scene.voices[sentence.index]
    spoken = spoken_by(scene, sentence, token)
    last = name_of_voice(scene, voice)
    start = token.start
    found = find_antecedent(scene.reading, scene.names, sentence.index, start, last)
    if found.is_inside or _is_named_here(scene, sentence, start, found.name):
        return None
    unnamed = anonymous_voice(voice, sentence, at)
    if unnamed and (spoken is None or voice is None or spoken == voice.speaker.name):
        return in_case_of(token, unnamed), "the last speaker, who has no name, goes on"
    if found.name is not None:
        if spoken and spoken != found.name.name:
            return None, f"{spoken} or {found.name.name} may be meant"
        return found.name.name, found.because
    if spoken and voice and voice.speaker.is_anonymous and spoken == voice.speaker.name:
        return in_case_of(token, once_more(spoken)), "the last speaker goes on"
    return (spoken, "the speaker found") if spoken else (None, found.because)


def _is_named_here(
    scene: Scene, sentence: Sentence, start: int, name: Name | None
) -> bool:
    """Tell whether the sentence has named the person before the pronoun."""
    return name is not None and any(
        other.name == name.name and other.span.end <= start
        for other in scene.names[sentence.index]
    )


def in_case_of(token: Token, words: str) -> str:
    """Give *words* a capital where the word they stand for has one."""
    return words[0].upper() + words[1:] if token.text[0].isupper() else words


def once_more(words: str) -> str:
    """Give "the neighbour" for "another neighbour, who saw it": he is known now."""
    short = RELATIVE.split(words)[0]
    first, _, rest = short.partition(" ")
    indefinite = {"a", "an", "one", "another", "the"}
    return f"the {rest}" if rest and first.lower() in indefinite else short


def anonymous_voice(voice: Voice | None, sentence: Sentence, at: int) -> str | None:
    """Give "the NATO official" where he goes on speaking; None for anybody named."""
    if voice is None or not voice.speaker.is_anonymous:
        return None
    after = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
    if not is_speech_verb(after) or sentence.index - voice.sentence > 1:
        return None
    first, _, rest = voice.speaker.name.partition(" ")
    described = rest if first.lower() in {"a", "an", "one", "the", "another"} else ""
    described = RELATIVE.split(described or voice.speaker.name)[0]
    noun, sex = described_noun(described)
    wanted = "m" if sentence.tokens[at].lower in MALE else "f"
    return f"the {described}" if noun and sex in {wanted, "-"} else None


def described_noun(words: str) -> tuple[str, str]:
    """Give the role noun, in the singular, that heads a description, and its sex."""
    head = words.lower()
    for mark in (" of ", " for ", " at ", " in ", " who ", " from ", " with ", ","):
        head = head.partition(mark)[0]
    last = head.split()[-1] if head.split() else ""
    match = vocabulary().roles.match((last,), 0)
    return (last, match[1]) if match else ("", "")


def spoken_by(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """Give the speaker of an attribution whose source is this very pronoun."""
    for attribution in scene.attributions[sentence.index]:
        source = attribution.source
        if source and source.start == token.start and source.end == token.end:
            return attribution.speaker.name if attribution.speaker else None
    return None


def name_of_voice(scene: Scene, voice: Voice | None) -> Name | None:
    """Give the last speaker as a name of the article; None for the anonymous."""
    if voice is None or voice.speaker.is_anonymous:
        return None
    for index in range(voice.sentence, max(-1, voice.sentence - 6), -1):
        for name in scene.names[index]:
            if name.name == voice.speaker.name:
                return name
    return None


def several(
    scene: Scene, sentence: Sentence, at: int, quoted: list[bool]
) -> Made | None:
    """Read "they" and its forms: never resolved, only seen."""
    speaks = at + 1 < len(quoted) and is_speech_verb(sentence.tokens[at + 1].lower)
    trailing = speaks and at > 0 and not quoted[at] and quoted[max(0, at - 2)]
    if not trailing and has_plural(scene, sentence, at, quoted):
        return None
    if quoted[at] and sentence.tokens[at].lower == "they":
        return None, "who “they” are stands outside the quotation"
    return None, "who is meant stands in an earlier sentence"


def has_plural(scene: Scene, sentence: Sentence, at: int, quoted: list[bool]) -> bool:
    """Tell whether the sentence has something in the plural before *at*."""
    lex = vocabulary()
    for i in range(_free_end(sentence, at)):
        token = sentence.tokens[i]
        word = token.lower
        if quoted[i] and not quoted[at]:
            continue
        if word in PLURALS or word in lex.plural_roles:
            return True
        is_noun = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
        if is_noun and len(word) > 3 and word not in NOT_PLURAL:  # noqa: PLR2004
            return True
    start = sentence.tokens[at].start
    here = [n for n in scene.names[sentence.index] if n.span.start < start]
    return len({n.name for n in here}) > 1


def _free_end(sentence: Sentence, at: int) -> int:
    """Give the token before which "they" can have its antecedent.

    Nobody joins himself: not the soldiers of "300 soldiers joined them"; and of "lots
    more of them" the lots are a part.
    """
    tokens = sentence.tokens
    if tokens[at].lower != "them" or at == 0:
        return at
    k = at - 1
    if tokens[k].lower == "of":
        while k > 0 and (
            tokens[k - 1].lower in AMOUNTS or tokens[k - 1].text[0].isdigit()
        ):
            k -= 1
        return k
    if tokens[k].lower in PREPOSITIONS or not tokens[k].text.isalpha():
        return at
    k -= tokens[k - 1].lower in BE if k else 0
    while k > 0 and tokens[k - 1].text[0].isalnum() and tokens[k - 1].text.islower():
        word = tokens[k - 1].lower
        if word in CLAUSES or is_speech_verb(word):
            return at
        k -= 1
    return k


CLAUSES: Final = words_of("complement_openers") | frozenset({"and", "or", "but"})
NOT_PLURAL: Final = words_of("not_plural")


def pointing(sentence: Sentence, at: int) -> Made | None:
    """Read "this", "that", "these", "those" that stand alone."""
    tokens = sentence.tokens
    word = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    opens = not any(t.text[0].isalnum() for t in tokens[:at])
    if word in {"that", "those"} and not (
        after in {"'s", "’s"} or (after in BE and (opens or _is_asked(tokens, at)))
    ):
        return None
    if word in {"this", "these"}:
        alone = after in BE or not after[0].isalnum()
        if not alone and after not in {"as", "in", "on", "to", "by", "and"}:
            return None
    return None, f"what “{word}” means stands before"


def _is_asked(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell "not clear whether that was done" and "If that is so" from "a man that is".

    Where another clause stands before it, "that" may mean what that one tells.
    """
    if at == 0 or at > FIRST_CLAUSE or tokens[at - 1].lower not in {"if", "whether"}:
        return False
    return all(t.lower not in {",", ";", "and", "but", "or"} for t in tokens[:at])
