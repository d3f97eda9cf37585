"""Cut the fonts that ship with the program from Debian's package fonts-noto-core.

    apt-get download fonts-noto-core && dpkg-deb -x fonts-noto-core_*.deb noto
    python tools/fonts.py noto/usr/share/fonts/truetype/noto

Writes `templates/fonts/*.ttf` (one static file per style: a family split by
`unicode-range` prints garbage in WeasyPrint 70) and `briefing/data/glyphs.txt`, the
code points that each script's fonts have, so that no run needs to open a font.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT: Final = Path(__file__).resolve().parent.parent
FONTS: Final = ROOT / "templates" / "fonts"
GLYPHS: Final = ROOT / "briefing" / "data" / "glyphs.txt"

LATIN: Final = (
    (0x0020, 0x024F),  # Latin, to Extended-B
    (0x0250, 0x036F),  # phonetic letters, modifiers, combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1FFF),  # Latin Extended Additional, Greek Extended
    (0x2000, 0x20CF),  # punctuation, superscripts, currencies
    (0x2100, 0x218F),  # letter-like signs, number forms
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFC, 0xFFFD),  # the replacement character
)
ARABIC: Final = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x08A0, 0x08FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFF),
)
MATH: Final = ((0x2190, 0x21FF), (0x2200, 0x22FF))  # arrows, operators
SYMBOLS: Final = (
    (0x25A0, 0x25FF),  # geometric shapes: the square that stands in for what is missing
    (0x2600, 0x27BF),  # symbols, dingbats
)
HEBREW: Final = ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))
FAMILIES: Final = {
    "NotoSans": (LATIN, ("Regular", "Italic", "Bold", "BoldItalic")),
    "NotoSansArabic": (ARABIC, ("Regular", "Bold")),
    "NotoSansHebrew": (HEBREW, ("Regular", "Bold")),
    "NotoSansMath": (MATH, ("Regular",)),
    "NotoSansSymbols2": (SYMBOLS, ("Regular",)),
}


def cut(source: Path, ranges: tuple[tuple[int, int], ...], target: Path) -> set[int]:
    """Write the glyphs of *ranges* to *target*; give the code points it then has."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True)
    options.name_IDs = ["*"]
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for low, high in ranges for c in range(low, high + 1)])
    cutter.subset(font)
    font.save(target)
    return set(font.getBestCmap())


def runs(points: set[int]) -> list[str]:
    """Write code points as lines of ranges: `0020-007E`."""
    lines: list[str] = []
    start = previous = -2
    for point in [*sorted(points), -1]:
        if point == previous + 1:
            previous = point
            continue
        if start >= 0:
            lines.append(f"{start:04X}-{previous:04X}")
        start = previous = point
    return lines


def main() -> None:
    """Cut every family and write the list of what they have."""
    folder = Path(sys.argv[1])
    lines = [
        "# Code points that every style of a shipped font family has, as ranges.",
        "# Written by tools/fonts.py from fonts-noto-core; do not edit.",
    ]
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, (ranges, styles) in FAMILIES.items():
        found = [
            cut(
                folder / f"{family}-{style}.ttf",
                ranges,
                FONTS / f"{family}-{style}.ttf",
            )
            for style in styles
        ]
        lines += ["", f"[{family}]", *runs(set.intersection(*found))]
    GLYPHS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
