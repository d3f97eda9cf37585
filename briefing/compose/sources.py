"""List the sources: what each is, how it was found out, and how much of it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from briefing.compose.excerpts import Composer
from briefing.labels import label
from briefing.model.article import Article
from briefing.model.brief import Source, Unused
from briefing.model.diagnostic import Diagnostic
from briefing.text.language import is_read

LEFT_OUT: Final = frozenset(
    {
        "outline-unsupported-file",
        "outline-odd-file",
        "outline-outside-file",
        "outline-same-file",
    }
)
"""Codes of what the outline's own search for articles leaves out."""


def sources(composer: Composer) -> tuple[Source, ...]:
    """Give every article as a source, by number; call it after all excerpts."""
    quoted: Counter[str] = Counter()
    for item in composer.used:
        statement = composer.statements[item]
        quoted[statement.article] += statement.span.end - statement.span.start
    shares: dict[str, list[tuple[int, float]]] = {}
    for share in composer.corpus.shared:
        for one, other in ((share.left, share.right), (share.right, share.left)):
            number = composer.numbers[other]
            shares.setdefault(one, []).append((number, share.share))
    articles = sorted(composer.corpus.articles, key=lambda a: composer.numbers[a.id])
    return tuple(
        _source(
            composer,
            article,
            tuple(sorted(shares.get(article.id, ()))),
            round(quoted[article.id] / max(1, len(article.text)), 4),
        )
        for article in articles
    )


def _source(
    composer: Composer,
    article: Article,
    shares: tuple[tuple[int, float], ...],
    share_quoted: float,
) -> Source:
    return Source(
        number=composer.numbers[article.id],
        path=article.path,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        outlet=article.outlet,
        title=article.title,
        byline=article.byline,
        agency=article.agency,
        published=article.published,
        published_from=article.published_from,
        url=article.url,
        language=article.language,
        reliability=article.reliability,
        origin=composer.corpus.article_origins[article.id].name,
        shares_text_with=shares,
        share_quoted=share_quoted,
        words=len(article.text.split()),
    )


def unused(composer: Composer, diagnostics: Sequence[Diagnostic]) -> tuple[Unused, ...]:
    """Give the files that gave the brief nothing, each with why, by path.

    A file that could not be read has its diagnostic as reason.
    """
    cited = {composer.statements[item].article for item in composer.used}
    found = {d.path: _reason(d) for d in diagnostics if d.path and _is_left_out(d)}
    reasons = {
        article.path: _why_unused(article)
        for article in composer.corpus.articles
        if article.id not in cited
    }
    known = {article.path for article in composer.corpus.articles}
    reasons.update({p: why for p, why in found.items() if p not in known})
    return tuple(Unused(path, reasons[path]) for path in sorted(reasons))


def _is_left_out(diagnostic: Diagnostic) -> bool:
    """Tell whether *diagnostic* says why a file is not, or hardly, read."""
    return diagnostic.code.startswith("read-") or diagnostic.code in LEFT_OUT


def _reason(diagnostic: Diagnostic) -> str:
    # Those of the outline begin with the file's name, which stands beside them here.
    return diagnostic.message.removeprefix(f"`{diagnostic.path}` ")


def _why_unused(article: Article) -> str:
    if not is_read(article.language):
        return label("source.unread", code=article.language)
    return label("source.unchosen")
