"""Prove a finished brief from its articles: is every word where it is said to be?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.model.diagnostic import Diagnostic
from briefing.reading_order import excerpts_of
from briefing.verify.excerpts import check_excerpt
from briefing.verify.files import check_files
from briefing.verify.links import check_links
from briefing.verify.passages import Passages

__all__ = ["Verification", "check_brief", "verify_brief"]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, how much of it holds, and what does not."""

    excerpts: int
    """Distinct excerpts in the brief."""
    found: int
    """Those whose every word stands where the brief says, or was found again."""
    files: int
    """Sources that the brief names."""
    equal: int
    """Those whose article is there with the bytes the brief was made from."""
    diagnostics: tuple[Diagnostic, ...]


def check_brief(brief: Brief, articles: Iterable[Article]) -> Verification:
    """Check *brief* against *articles*, trusting nothing but the articles' text.

    An article may have changed since: words that moved are found again by what stands
    around them, and said to have moved; words that are gone are an error.
    """
    files = check_files(brief, tuple(articles))
    passages = Passages(files)
    excerpts = list(dict.fromkeys(excerpts_of(brief)))
    problems = [check_excerpt(excerpt, passages) for excerpt in excerpts]
    # The same words may stand in two places, chosen for two reasons; they count once.
    holds: dict[tuple[str, str], bool] = {}
    for excerpt, told in zip(excerpts, problems, strict=True):
        key = (excerpt.id, excerpt.text)
        good = all(problem.severity != "error" for problem in told)
        holds[key] = holds.get(key, True) and good
    everything = [*files.diagnostics, *check_links(brief), *chain(*problems)]
    return Verification(
        excerpts=len(holds),
        found=sum(holds.values()),
        files=len(brief.sources),
        equal=files.equal,
        diagnostics=tuple(dict.fromkeys(everything)),
    )


def verify_brief(brief: Brief, articles: Iterable[Article]) -> list[Diagnostic]:
    """Give what does not hold in *brief*; an empty list where all of it does."""
    return list(check_brief(brief, articles).diagnostics)
