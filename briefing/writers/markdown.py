"""Write a brief as CommonMark that also reads well as plain text.

No tables and no raw HTML: lists read well raw and paste into any wiki. A mark links to
the heading of its evidence, whose anchor every viewer that makes anchors makes alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.labels import label
from briefing.model.brief import Brief
from briefing.writers.analyst import as_markdown
from briefing.writers.escape import Raw, escape_markdown, finalize_markdown, slug
from briefing.writers.marks import Passage
from briefing.writers.options import DEFAULT, Options
from briefing.writers.page import lay_out
from briefing.writers.said import Mark, Piece, Said
from briefing.writers.templates import render

TEMPLATE = "brief.md.j2"


def write_markdown(brief: Brief, options: Options = DEFAULT) -> bytes:
    """Write *brief* as Markdown."""
    context = {
        "page": lay_out(brief),
        "said": said_line,
        "voice": voice_line,
        "marks": mark_links,
        "uses": use_links,
        "link": web_link,
        "analyst": as_markdown,
        "raw": Raw,
    }
    text = render(TEMPLATE, context, own=options.templates, finalize=finalize_markdown)
    return _tidy(text).encode()


def said_line(said: Said, *, quiet: bool = False) -> Raw:
    """Write an excerpt: voice (not if *quiet*), words, marks, small print."""
    words = _words(said.pieces).strip()
    if said.shows_voice and not quiet:
        words = f"{_voice(said, ':')} {words}"
    return _with_marks(words, said)


def voice_line(said: Said) -> Raw:
    """Write who says it, marks, small print; for a figure, whose words are in it."""
    return _with_marks(_voice(said), said)


def _voice(said: Said, mark: str = "") -> str:
    around = "**" if said.is_claim else "*"
    return f"{around}{escape_markdown(said.voice)}{mark}{around}"


def _with_marks(words: str, said: Said) -> Raw:
    small = "; ".join(filter(None, (said.status, *said.small)))
    small = f"({escape_markdown(small)})" if small else ""
    return Raw(" ".join(filter(None, (words, mark_links(said.marks), small))))


def _words(pieces: Iterable[Piece]) -> str:
    """Write pieces; the speaker in bold where Markdown can tell marks from words."""
    shown = tuple(pieces)
    words = [escape_markdown(piece.text) for piece in shown]
    for index, piece in enumerate(shown):
        before = shown[index - 1].text[-1] if index else " "
        after = shown[index + 1].text[0] if index + 1 < len(shown) else " "
        # A mark beside punctuation marks only where no letter stands on its other side.
        opens = piece.text[0].isalnum() or not before.isalnum()
        closes = piece.text[-1].isalnum() or not after.isalnum()
        if piece.is_speaker and opens and closes:
            words[index] = f"**{words[index]}**"
    return "".join(words)


def mark_links(marks: Iterable[Mark]) -> Raw:
    """Write citation marks, each a link to its evidence."""
    return Raw(
        ", ".join(
            f"[{escape_markdown(m.mark)}](#{_evidence_anchor(m.mark)})"
            if m.has_evidence
            else escape_markdown(m.mark)
            for m in marks
        )
    )


def use_links(passage: Passage) -> Raw:
    """Write where a passage is used, each a link to the heading there."""
    links = (
        f"[{escape_markdown(use.title)}](#{slug(use.title)})" for use in passage.uses
    )
    return Raw(", ".join(links))


def web_link(words: str, url: str | None) -> Raw:
    """Write *words* as a link to *url*; as words alone where there is none."""
    text = escape_markdown(words)
    return Raw(f"[{text}](<{_destination(url)}>)" if url else text)


def _destination(url: str) -> str:
    for mark, written in (("\\", "%5C"), ("<", "%3C"), (">", "%3E"), ("&", "\\&")):
        url = url.replace(mark, written)
    return url


def _evidence_anchor(mark: str) -> str:
    return slug(label("heading.passage", mark=mark))


def _tidy(text: str) -> str:
    """Join runs of empty lines and end with one line end."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.rstrip() or (lines and lines[-1]):
            lines.append(line.rstrip(" "))
    return "\n".join(lines).strip("\n") + "\n"
