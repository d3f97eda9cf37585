"""Which forms of cue verbs are verbs where they stand, and of what kind."""

from __future__ import annotations

from typing import Final, Literal

from briefing.extract.attribution.lexicon import VerbForm, cue_nouns, cue_verbs
from briefing.extract.attribution.named_by import is_named_by
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

VerbRole = Literal["finite", "infinitive", "ing", "passive", "none"]

# Letters that begin what a verb governs: a noun phrase, a clause or a quotation.
BEGINS_PHRASE: Final = frozenset("DSRUHQKNO0~")

NEVER_BEFORE_PAST: Final = frozenset({"", "D", "S", "G", "P", "T", "B", "H", "0"})
"""Letters after which a form in -ed is an adjective, but for a few cases."""


def before(passage: Passage, at: int) -> int:
    """Give the unit before *at*, adverbs passed over; -1 where none is."""
    tags = passage.tags
    at -= 1
    while at >= 0 and tags[at] == "A":
        at -= 1
    if at > 2 and tags[at] == "," and tags[at - 2 : at] == [",", "A"]:  # noqa: PLR2004
        return at - 3  # "Lee, however, said"
    return at


def role_of(passage: Passage, at: int) -> VerbRole:
    """Tell how the cue verb at unit *at* is used; "none" where it is no verb."""
    form = cue_verbs()[passage.words[at]]
    left = before(passage, at)
    tag = passage.tags[left] if left >= 0 else ""
    following = passage.tags[at + 1] if at + 1 < len(passage) else "."
    if "ing" in form.forms:
        return _ing(passage, left, tag)
    if "past" in form.forms or "participle" in form.forms:
        if "base" in form.forms and tag in {"T", "X"}:
            return "infinitive" if tag == "T" else "finite"
        return _past(passage, at, left, form)
    if "third" in form.forms:
        if _follows_quotation(passage, left) and following in {".", ",", ":"}:
            return "finite"
        is_after_adverb = tag in {"N", "U"} and passage.tags[at - 1] == "A"
        if is_after_adverb and _takes(form, following):
            # "the mayor also views Lee as": no noun stands behind an adverb.
            return "finite"
        if _is_tellers(passage, at, left, form):
            return "finite"
        return _third(form, tag, following)
    return _base(passage, left, form, following)


def _ing(passage: Passage, left: int, tag: str) -> VerbRole:
    if tag in {"D", "S"} or (left >= 0 and passage.words[left] == "worth"):
        return "none"
    if tag == "G":
        is_verb = left > 0 and passage.tags[left - 1] == "R"
        return "finite" if is_verb else "none"
    if tag == "X":
        return "finite" if passage.words[left] in words_of("be") else "none"
    return "ing"


def _follows_quotation(passage: Passage, left: int) -> bool:
    """Tell "“Run!” one man shouts." from "the man's shouts."."""
    k = left
    while k >= 0 and passage.tags[k] in {"D", "N", "U", "0", "S"}:
        k -= 1
    return 0 <= k < left and passage.tags[k] == "Q"


def _is_tellers(passage: Passage, at: int, left: int, form: VerbForm) -> bool:
    """Tell "The letter blames Rome", "…, Ann Lee reports." from "talks, reports,"."""
    if left < 1 or not form.is_noun_too:
        return False
    following = passage.tag(at + 1)
    if passage.tags[left] == "N":
        papers = words_of("occasions") | words_of("sayings")
        is_document = passage.words[left] in papers
        return is_document and passage.tags[left - 1] == "D" and following == "U"
    k = left
    while k > 0 and passage.tags[k] in {"U", "G", "D", "N"}:
        k -= 1
    is_after = passage.tags[k] == "," and passage.tags[left] == "U" and k > 1
    is_over = following in {"", ".", ","}
    return is_after and is_over and {"speech"} <= form.verb.kinds


def _third(form: VerbForm, tag: str, following: str) -> VerbRole:
    if not form.is_noun_too:
        return "none" if tag in {"D", "S", "G", "T"} else "finite"
    if tag in {"R", "W"}:
        return "finite"
    if tag in {"", "D", "S", "G", "P", "T", "0", "X", "V", "v"}:
        return "none"
    verb = form.verb
    takes_following = _takes(form, following)
    if tag == "U" and following != ":":
        governs = takes_following or (following == "P" and bool(verb.prepositions))
        return "finite" if governs else "none"
    strict = following in {"H", "Q", "D", "S", "R", "K", ":"} or (
        following == "T" and "to" in verb.frames
    )
    return "finite" if strict else "none"


def _takes(form: VerbForm, following: str) -> bool:
    """Tell whether a verb can govern what begins with the letter *following*."""
    is_to = following == "T" and bool(form.verb.frames & {"to", "obj-to"})
    return following in BEGINS_PHRASE or is_to


def _base(passage: Passage, left: int, form: VerbForm, following: str) -> VerbRole:
    tag = passage.tags[left] if left >= 0 else ""
    if tag == "T":
        return "infinitive"
    if tag == "X":
        return "none" if passage.words[left] in words_of("be") else "finite"
    if tag in {"R", "W"}:
        return "finite"
    if tag == "H" and _is_relative(passage, left, form, following):
        return "finite"
    if tag in {"", "S", "G", "P", "H", "B", "0"}:
        return "none"
    if not _is_plural(passage, left, form, following):
        return "none"
    if not form.is_noun_too or following in {"H", "Q", "D", "S", "K", "O"}:
        return "finite"
    is_willing = following == "T" and "to" in form.verb.frames and tag != "C"
    return "finite" if is_willing else "none"


def _is_relative(passage: Passage, left: int, form: VerbForm, following: str) -> bool:
    """Tell "rules that prohibit it" from "a claim that demand fell"."""
    if left < 1 or passage.tags[left - 1] != "N" or form.is_noun_too:
        return False
    if not passage.words[left - 1].endswith("s"):
        return False
    return following in BEGINS_PHRASE and passage.words[left - 1] not in cue_nouns()


def _is_plural(passage: Passage, left: int, form: VerbForm, following: str) -> bool:
    """Tell whether what stands before "say" at unit *left* can be its subject."""
    word, tag = passage.words[left], passage.tags[left]
    if tag in {",", ")", "-"}:
        return not form.is_noun_too or following in {"H", "Q", "T"}
    if tag == "C" or word in words_of("plurals"):
        return True
    if tag not in {"N", "U"}:
        return False
    if word.endswith("s") or (
        tag == "U" and "and" in passage.words[max(0, left - 3) : left]
    ):
        return True
    # "Advisers to Mr. Diaz say": a plural stands farther off.
    return not form.is_noun_too and (following in BEGINS_PHRASE or following == ",")


def _past(passage: Passage, at: int, left: int, form: VerbForm) -> VerbRole:
    tag = passage.tags[left] if left >= 0 else ""
    word = passage.words[left] if left >= 0 else ""
    if tag == "X":
        is_passive = word in words_of("be") | words_of("get")
        if not is_passive:
            return "finite"
        return "passive" if "participle" in form.forms else "none"
    if tag in {",", "-", "N", "U", ""} and is_named_by(passage, at, form):
        return "passive"
    if tag in NEVER_BEFORE_PAST:
        is_finite = _is_subject(passage, left, form) or _has_head(passage, at, left)
        return "finite" if is_finite else "none"
    if "past" not in form.forms:
        return "none"
    if "participle" not in form.forms or tag in {"R", "W", "Q"}:
        return "finite"
    if _is_gapped(passage, at, left, form):
        return "finite"
    return "finite" if _governs(passage, at, form) else "none"


def _has_head(passage: Passage, at: int, left: int) -> bool:
    """Tell "signs that read “…”" and "an ad in 2008 questioned whether"."""
    tags = passage.tags
    if left < 1:
        return False
    if tags[left] == "H":
        is_read = passage.tag(at + 1) in {"Q", "~", ":"}
        return is_read and tags[left - 1] in {"N", "U"}
    is_year = tags[left] == "0" and tags[left - 1] == "P"
    return is_year and _governs(passage, at, cue_verbs()[passage.words[at]])


def _is_gapped(passage: Passage, at: int, left: int, form: VerbForm) -> bool:
    """Tell "which analysts described as a gamble" from "a plan described as"."""
    if passage.word(at + 1) != "as" or "as" not in form.verb.frames:
        return False
    if passage.tag(at + 2) in {"Q", "~"} and passage.tag(at + 3) in {"D", "S"}:
        return True
    return passage.tags[passage.back(left, "NUDE")] in {"W", "K"}


def _is_subject(passage: Passage, left: int, form: VerbForm) -> bool:
    """Tell the few cases of "many said", "he's said", "Said Ann Lee", "the 12 said"."""
    tag = passage.tags[left] if left >= 0 else ""
    if tag == "D":
        return passage.words[left] in words_of("plurals")
    if tag == "G":
        return left > 0 and passage.tags[left - 1] in {"R", "W"}
    if tag == "":
        return form.verb.lemma in {"say", "add"}
    return tag == "0" and form.verb.lemma == "say"


def _governs(passage: Passage, at: int, form: VerbForm) -> bool:
    """Tell a past tense from a participle after a noun by what it governs."""
    frames = form.verb.frames
    i = at + 1
    while passage.tag(i) in {"A", "M"} and passage.tag(i + 1) != "G":
        i += 1
    tag = passage.tag(i)
    if form.verb.lemma == "say" or tag in BEGINS_PHRASE or tag == "I":
        return True
    if tag == "M" and passage.tag(i + 1) == "G":
        return True
    if tag == "V":
        # "demanded answers", "reported seeing"; not "videos posted showed"
        other = cue_verbs()[passage.words[i]]
        return other.is_noun_too or "ing" in other.forms
    if tag == "":
        return "that" in frames
    if tag not in {"P", "T", "B"}:
        return bool(frames & {"that", "quote"})
    return _governs_phrase(passage, i, form)


def _governs_phrase(passage: Passage, i: int, form: VerbForm) -> bool:
    """Tell "boasted to a friend that" from "boats tied to a pier" by what follows."""
    frames, tag = form.verb.frames, passage.tags[i]
    word = passage.words[i]
    if word == "as" and passage.tag(i + 1) == "R":
        return bool(frames & {"that", "quote"})  # "recalled as she swept"
    if word in {"by", "as"} and word not in form.verb.prepositions:
        return False
    if tag == "T" and "that" in frames and {"H", ":"} & set(passage.tags[i : i + 6]):
        return True
    if word in form.verb.prepositions or tag == "T":
        return word in form.verb.prepositions or "to" in frames
    return bool(frames & {"that", "hearer"}) and "speech" in form.verb.kinds
