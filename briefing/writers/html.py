"""Write a brief as one HTML file: no script, nothing to fetch, for screen and paper.

Fonts are not embedded: the reader's own sans serif keeps the file at some 50 kB, which
a mail can carry. The PDF is the one that looks the same everywhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from markupsafe import Markup

from briefing.model.brief import Brief
from briefing.version import __version__
from briefing.writers.analyst import as_html
from briefing.writers.options import DEFAULT, Options
from briefing.writers.page import lay_out
from briefing.writers.templates import render, template_text
from briefing.writers.views import Page

TEMPLATE = "brief.html.j2"


def write_html(brief: Brief, options: Options = DEFAULT) -> bytes:
    """Write *brief* as a page for the browser."""
    style = style_of(("brief.css", "brief.screen.css"), options)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    more = {"style_hash": f"sha256-{digest}"}
    return page_html(lay_out(brief), "screen", style, options, more).encode()


def page_html(
    page: Page,
    medium: str,
    style: str,
    options: Options,
    more: Mapping[str, object],
) -> str:
    """Fill the template for *medium*, "screen" or "print"."""
    context = {
        "page": page,
        "medium": medium,
        # Pango would part a mark from its word; a browser does not.
        "joiner": "\u2060" if medium == "print" else "",
        "analyst": as_html,
        "style": Markup(style),  # noqa: S704 - our own style sheet, or the user's
        "version": __version__,
        "extra": (),
    }
    return render(TEMPLATE, {**context, **more}, own=options.templates)


def style_of(names: tuple[str, ...], options: Options) -> str:
    """Join style sheets; a closing tag in a user's own cannot end the element."""
    sheets = (template_text(name, options.templates) for name in names)
    return "\n".join(sheets).replace("</", r"<\/")
