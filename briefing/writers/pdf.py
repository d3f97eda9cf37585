"""Write a brief as a PDF that is PDF/UA-1 and PDF/A-3a and carries its own data.

The same brief gives the same bytes: dates come from the brief, every glyph from the
shipped fonts, and nothing is fetched.
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from markupsafe import Markup

from briefing.labels import label
from briefing.model.brief import Brief
from briefing.writers.engine import closed_fetcher, weasyprint
from briefing.writers.glyphs import drawable, families, missing
from briefing.writers.html import page_html, style_of
from briefing.writers.json import write_json, write_public
from briefing.writers.markdown import write_markdown
from briefing.writers.options import DEFAULT, Options
from briefing.writers.page import Page, lay_out
from briefing.writers.pdfua import claim_ua

FACES: Final = {
    "NotoSansArabic": ("Regular", "Bold"),
    "NotoSansHebrew": ("Regular", "Bold"),
    "NotoSansMath": ("Regular",),
    "NotoSansSymbols2": ("Regular",),
}
"""Families that are loaded only for a document that needs them, with their styles."""

INK: Final = {"red": "#ff2b2b", "amber": "#ffc000", "green": "#33ff00"}
"""TLP 2.0 colours on black; the others are white."""

SIZES: Final = {"A4": "A4", "Letter": "letter"}
NO_DAY: Final = dt.date(1980, 1, 1)
"""The file's date where the brief has no day; it may not be the clock's."""


def write_pdf(brief: Brief, options: Options = DEFAULT) -> bytes:
    """Write *brief* as PDF; `OutputError` says what to install if Pango is missing."""
    engine = weasyprint()
    page = lay_out(brief)
    attached = _attached(brief, options)
    extra = [label("method.attached", names=", ".join(attached))] if attached else []
    html = _html(page, options, extra)
    absent = missing(html)
    if absent:
        # One more sentence says so; it has no character that was not there before.
        count = sum(html.count(character) for character in absent)
        extra.append(label("method.stand_ins", count=count))
        html = drawable(_html(page, options, extra), absent)
    with _no_collection():
        document = engine.HTML(string=html, **closed_fetcher(options.templates)).render(
            pdf_variant="pdf/a-3a"
        )
        written: bytes = document.write_pdf(
            pdf_variant="pdf/a-3a",
            finisher=claim_ua,
            attachments=_attachments(engine, brief, attached),
        )
    return written


def _html(page: Page, options: Options, extra: list[str]) -> str:
    style = style_of(("brief.css", "brief.pdf.css"), options)
    # The page's own rules come last; which extra fonts it needs shows in its words.
    html = page_html(page, "print", style, options, {"extra": extra})
    rules = _page_rules(page) + _extra_fonts(html)
    return html.replace("</style>", Markup("{}</style>").format(Markup(rules)), 1)  # noqa: S704 - rules of our own


def _page_rules(page: Page) -> str:
    size = SIZES.get(page.paper, "A4")
    rules = f"\n@page {{ size: {size}; }}\n"
    if page.marking:
        ink = INK.get(page.marking_class, "#fff")
        face = (
            "content: string(marking); text-align: right; font: 700 12pt/1.5 Brief; "
            f"color: {ink};"
        )
        box = "background: #000; padding: 0 1.6mm; width: max-content; height: 6.4mm;"
        rules += (
            ".banner.above .marking { string-set: marking content(text); }\n"
            f"@page {{ @top-right {{ {face} {box} margin: 10mm 0 7.6mm; }}\n"
            f"@bottom-right {{ {face} {box} margin: 3.6mm 0 12mm; }} }}\n"
        )
    return rules


def _extra_fonts(html: str) -> str:
    needed = [family for family in families(html) if family in FACES]
    if not needed:
        return ""
    rules = [
        f"@font-face {{ font-family: {family}; src: url(fonts/{family}-{style}.ttf); "
        f"font-weight: {700 if style == 'Bold' else 400}; }}"
        for family in needed
        for style in FACES[family]
    ]
    names = ", ".join(["Brief", *needed])
    rules.append(f"body {{ font-family: {names}; }} @page {{ font-family: {names}; }}")
    return "\n".join(rules)


def _attached(brief: Brief, options: Options) -> dict[str, bytes]:
    """Give what the PDF carries: file name → bytes."""
    if options.attach == "none":
        return {}
    data = write_json(brief) if options.attach == "full" else write_public(brief)
    return {"brief.json": data, "brief.md": write_markdown(brief, options)}


def _attachments(engine: Any, brief: Brief, attached: dict[str, bytes]) -> list[object]:
    day = brief.as_of or NO_DAY
    moment = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    relations = {"brief.json": "Data", "brief.md": "Alternative"}
    return [
        engine.Attachment(
            string=content,
            base_url="",
            name=name,
            description=label(f"attachment.{name.partition('.')[2]}"),
            relationship=relations[name],
            created=moment,
            modified=moment,
        )
        for name, content in attached.items()
    ]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector off: a fifth of the time, and the same bytes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
