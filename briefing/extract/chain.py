"""Call the finders one after the other, and make statements of what they give."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Sequence

from briefing.extract.attribution.find import find_attributions
from briefing.extract.dates import find_dates
from briefing.extract.figures.find import find_figures
from briefing.extract.hedges import find_hedges
from briefing.extract.names.find import find_names
from briefing.extract.opinion import is_opinion
from briefing.extract.own_words import advises, in_person, is_personal
from briefing.extract.places import find_places
from briefing.extract.quotes import find_quotes
from briefing.extract.reading import Reading, read_sentences
from briefing.extract.references import find_references
from briefing.extract.turns import give_turns
from briefing.model.article import Article, Span
from briefing.model.statement import Attribution, Statement
from briefing.text.language import is_read


def read_statements(article: Article) -> tuple[Statement, ...]:
    """Give every sentence of *article* with all that the article tells of it.

    Each finder gives one tuple a sentence, in the order of the sentences.
    """
    if not is_read(article.language):
        return ()
    reading = read_sentences(article)
    quotes = find_quotes(reading)
    names = find_names(reading)
    places = find_places(reading)
    dates = find_dates(reading)
    figures = find_figures(reading)
    hedges = find_hedges(reading)
    attributions = give_turns(reading, names, find_attributions(reading, quotes, names))
    spoken = _by_sentence(reading, [q.span for q in quotes if q.is_speech])
    references = find_references(reading, names, attributions, dates)
    is_own = is_personal(reading, attributions, spoken)
    seen: Counter[str] = Counter()
    found: list[Statement] = []
    for i, sentence in enumerate(reading.sentences):
        seen[sentence.text] += 1
        found.append(
            Statement(
                id=statement_id(
                    sentence.text, article.text_sha256, seen[sentence.text]
                ),
                article=article.id,
                span=sentence.span,
                text=sentence.text,
                role=sentence.role,
                segment=sentence.segment,
                attributions=attributions[i],
                dates=dates[i],
                figures=figures[i],
                names=names[i],
                places=places[i],
                hedges=hedges[i],
                references=references[i],
                is_quoted=bool(spoken[i]),
                is_opinion=is_opinion(sentence, attributions[i], spoken[i])
                or (
                    is_own
                    and not spoken[i]
                    and (
                        _is_nobodys(attributions[i])
                        or advises(sentence)
                        or in_person(sentence, _said(attributions[i]))
                    )
                ),
            )
        )
    return tuple(found)


def _by_sentence(reading: Reading, spans: list[Span]) -> list[tuple[Span, ...]]:
    """Give, for each sentence, the *spans* that reach into it; one pass over both."""
    found: list[tuple[Span, ...]] = []
    waiting = deque(sorted(spans))
    open_ones: list[Span] = []
    for sentence in reading.sentences:
        while waiting and waiting[0].start < sentence.span.end:
            open_ones.append(waiting.popleft())
        open_ones = [span for span in open_ones if span.end > sentence.span.start]
        found.append(tuple(open_ones))
    return found


def _is_nobodys(attributions: Sequence[Attribution]) -> bool:
    """Tell whether nobody stands for the words: "I know what he saw", "many wonder"."""
    speakers = (attribution.speaker for attribution in attributions)
    return all(speaker is None or speaker.is_anonymous for speaker in speakers)


def _said(attributions: Sequence[Attribution]) -> list[Span]:
    return [span for attribution in attributions for span in attribution.content]


def statement_id(words: str, text_sha256: str, occurrence: int) -> str:
    """Give `s` and ten hex digits: stable while the words and their article stay."""
    key = f"{words}\x00{text_sha256}\x00{occurrence}".encode()
    return "s" + hashlib.sha256(key).hexdigest()[:10]
