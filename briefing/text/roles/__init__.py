"""What each part of an article is: headline, body, caption, furniture …"""

from __future__ import annotations

import re

from briefing.model.article import Segment, Span

LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def find_segments(text: str) -> tuple[Segment, ...]:
    starts = [m.start() for m in LINE.finditer(text)]
    if not starts:
        return ()
    starts[0] = 0
    ends = [*starts[1:], len(text)]
    return tuple(
        Segment(Span(a, b), "headline" if i == 0 else "body", "first")
        for i, (a, b) in enumerate(zip(starts, ends, strict=True))
    )
