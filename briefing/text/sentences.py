"""Where the sentences of an article are."""

from __future__ import annotations

from briefing.model.article import SPOKEN_ROLES, Segment, Span


def find_sentences(text: str, lines: tuple[Segment, ...]) -> tuple[Span, ...]:
    """Give the sentences of the spoken segments of *text*, trimmed, in order."""
    from nupunkt import sent_spans

    found: list[Span] = []
    for line in lines:
        if line.role not in SPOKEN_ROLES:
            continue
        words = text[line.span.start : line.span.end]
        for a, b in sent_spans(words):
            part = words[a:b]
            if part.strip():
                start = line.span.start + a + len(part) - len(part.lstrip())
                found.append(Span(start, start + len(part.strip())))
    return tuple(found)
