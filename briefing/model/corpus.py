"""What the articles say together: who copied whom, who agrees, who disagrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.article import Article
from briefing.model.statement import Statement

RelationKind = Literal["copy", "same", "edit", "disagrees"]
DisagreementKind = Literal["number", "denial", "account", "edit"]
OriginKind = Literal["text", "agency", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two statements and what joins them; symmetric, `left` < `right` in order."""

    kind: RelationKind
    left: str
    """Statement id."""
    right: str
    """Statement id."""
    score: float
    """0–1."""
    because: str
    of: DisagreementKind | None = None
    """What kind of disagreement; None for `copy` and `same`."""
    about: str = ""
    """What is disputed, in source words; "" where the relation disputes nothing."""
    resolved_by: str | None = None
    """Id of a later statement that settles it; None while it is open."""
    denied_by: str | None = None
    """Id of the side that denies, where its words alone do not show it."""
    denier: str = ""
    """Who denies there; "" where the side itself tells."""
    is_answer: bool = False
    """True where `about` is what the denier says, “we did not lie”, and not what is
    denied."""
    is_detail: bool = False
    """True where only a detail of what is told differs: an age, a town."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose work a passage is, as far as it can be told."""

    name: str
    """The outlet or agency, or for shared text without one "text of <path>"."""
    kind: OriginKind
    """`unknown` never counts as independent of another."""
    because: str


@dataclass(frozen=True, slots=True)
class SharedText:
    """How much of one article stands in another."""

    left: str
    right: str
    """Article ids."""
    share: float
    """Share of the smaller article's sentences that the larger holds, 0–1."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All articles and statements, with the relations between them."""

    articles: tuple[Article, ...]
    """Sorted by path."""
    statements: tuple[Statement, ...]
    """In order of article and place; dates re-anchored across articles."""
    relations: tuple[Relation, ...]
    origins: Mapping[str, Origin]
    """Statement id → origin of the passage."""
    article_origins: Mapping[str, Origin]
    """Article id → origin of most of it."""
    shared: tuple[SharedText, ...]
    other_stories: tuple[Statement, ...] = ()
    """What articles tell of other events below their report; not in `statements`."""
