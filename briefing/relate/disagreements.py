"""Every way in which two statements of one event can be in dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.model.article import Article
from briefing.model.corpus import Relation
from briefing.relate.accounts import find_accounts
from briefing.relate.act_days import find_day_disputes
from briefing.relate.ages import find_age_disputes
from briefing.relate.answers import find_answers
from briefing.relate.denials import find_denial_disputes
from briefing.relate.details import find_detail_disputes
from briefing.relate.gists import Gist
from briefing.relate.numbers import find_number_disputes
from briefing.relate.rejoinders import find_rejoinders
from briefing.relate.replies import find_replies
from briefing.relate.reversals import find_reversals
from briefing.relate.same import Weights
from briefing.relate.scene import Scene
from briefing.relate.short_denials import find_short_denials
from briefing.relate.withdrawals import find_withdrawals

Finder = Callable[[Scene], Iterator[Relation]]
"""What is known of one event → the disputes in it."""

FINDERS: tuple[Finder, ...] = (
    find_number_disputes,
    find_age_disputes,
    find_detail_disputes,
    find_day_disputes,
    find_denial_disputes,
    find_accounts,
    find_withdrawals,
    find_reversals,
    find_replies,
    find_short_denials,
    find_rejoinders,
    find_answers,
)


def find_disagreements(
    groups: Sequence[Sequence[Gist]], weigh: Weights, articles: Mapping[str, Article]
) -> Iterator[Relation]:
    """Give the disputes within each of *groups*, statements of one event."""
    for group in groups:
        scene = Scene(group, weigh, articles)
        for find in FINDERS:
            yield from find(scene)
