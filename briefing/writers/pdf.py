"""Write a brief as a PDF that is PDF/UA-1 and PDF/A-3a and carries its own data.

The same brief gives the same bytes: dates come from the brief, every glyph from the
shipped fonts, and nothing is fetched.
"""

from __future__ import annotations

import datetime as dt
import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from markupsafe import Markup

from briefing.errors import OutputError, TemplateError
from briefing.labels import label
from briefing.model.brief import Brief
from briefing.model.diagnostic import Diagnostic
from briefing.writers.engine import closed_fetcher, weasyprint
from briefing.writers.glyphs import drawable, missing
from briefing.writers.html import TEMPLATE, page_html, style_of
from briefing.writers.json import write_json, write_public
from briefing.writers.markdown import write_markdown
from briefing.writers.options import DEFAULT, Options
from briefing.writers.page import lay_out
from briefing.writers.paper import font_rules, page_rules, without_trailing_spaces
from briefing.writers.pdfua import claim_ua
from briefing.writers.views import Page

VARIANT: Final = "pdf/a-3a"

NO_DAY: Final = dt.date(1980, 1, 1)
"""The file's date where the brief has no day; it may not be the clock's."""


def write_pdf(brief: Brief, options: Options = DEFAULT) -> bytes:
    """Write *brief* as PDF; `OutputError` says what to install if Pango is missing.

    WeasyPrint puts fonts into temporary files: a full disk is an `OutputError` too.
    """
    engine = weasyprint()
    attached = _attached(brief, options)
    html = _drawable(lay_out(brief), options, list(attached))
    with _no_collection(), _refusals():
        document = engine.HTML(string=html, **closed_fetcher(options.templates)).render(
            pdf_variant=VARIANT
        )
        written: bytes = document.write_pdf(
            pdf_variant=VARIANT,
            finisher=claim_ua,
            attachments=_attachments(engine, brief, attached),
        )
    return written


def check_glyphs(brief: Brief, options: Options = DEFAULT) -> list[Diagnostic]:
    """Name the characters of *brief* that the PDF can only show as □."""
    absent = missing(_html(lay_out(brief), options, []))
    if not absent:
        return []
    names = ", ".join(f"{character} U+{ord(character):04X}" for character in absent)
    count = label("count.character", count=len(absent))
    what = label("write.glyph", characters=count, names=names)
    return [Diagnostic("write-glyph", "warning", what)]


def _drawable(page: Page, options: Options, attached: list[str]) -> str:
    """Give the page as HTML that the shipped fonts can draw whole."""
    names = ", ".join(attached)
    extra = [label("method.attached", names=names)] if attached else []
    html = _html(page, options, extra)
    absent = missing(html)
    if not absent:
        return html
    # One more sentence says so; it has no character that was not there before.
    count = sum(html.count(character) for character in absent)
    html = _html(page, options, [*extra, label("method.stand_ins", count=count)])
    return drawable(html, absent)


def _html(page: Page, options: Options, extra: list[str]) -> str:
    style = style_of(("brief.css", "brief.pdf.css"), options)
    # The page's own rules come last; which extra fonts it needs shows in its words.
    html = page_html(page, "print", style, options, {"extra": extra})
    html = without_trailing_spaces(html)
    rules = page_rules(page) + font_rules(html)
    return html.replace("</style>", Markup("{}</style>").format(Markup(rules)), 1)  # noqa: S704 - rules of our own


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
        with warnings.catch_warnings():
            # WeasyPrint leaves the colour profile that it reads to be closed for it.
            warnings.simplefilter("ignore", ResourceWarning)
            yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn the refusal of an address, or of a file, into an error of our own."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as error:
        raise TemplateError(f"{TEMPLATE}: {error}") from error
    except OSError as error:
        raise OutputError(f"temporary files cannot be written: {error}") from error
