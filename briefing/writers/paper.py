"""Say what a page of paper needs beyond the style sheet: size, marking, more fonts."""

from __future__ import annotations

import re
from typing import Final

from briefing.writers.glyphs import families
from briefing.writers.views import Page

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


# Matches the space of "on <b>" and of "said <span class=…>"; not that of "</b> <span".
TRAILING: Final = re.compile(r"(?<=[^\s>]) (?=<(?:a|b|code|em|span|strong|sup)\b)")


def without_trailing_spaces(html: str) -> str:
    """Give the space before an inline element an element of its own.

    WeasyPrint 70 parts a line after its first word where text that ends with a space
    fits a line without it and not with it: three of 130 widths in a trial.
    """
    return TRAILING.sub("<span> </span>", html)


def page_rules(page: Page) -> str:
    """Give the rules for paper size and for the marking in head and foot.

    TLP 2.0 wants the label in both, on every page, 12 points or larger, to the right.
    """
    size = SIZES.get(page.paper, "A4")
    rules = f"\n@page {{ size: {size}; }}\n"
    if page.marking:
        ink = INK.get(page.marking_class, "#fff")
        face = (
            "content: string(marking); text-align: right; font-size: 12pt; "
            f"font-weight: 700; line-height: 1.5; color: {ink};"
        )
        box = "background: #000; padding: 0 1.6mm; width: max-content; height: 6.4mm;"
        rules += (
            ".banner.above .marking { string-set: marking content(text); }\n"
            f"@page {{ @top-right {{ {face} {box} margin: 10mm 0 7.6mm; }}\n"
            f"@bottom-right {{ {face} {box} margin: 3.6mm 0 12mm; }} }}\n"
        )
    return rules


def font_rules(html: str) -> str:
    """Load the families that *html* needs beside the plain one; "" if none."""
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
