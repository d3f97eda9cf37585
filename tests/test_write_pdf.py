"""Is the PDF the same everywhere, accessible, marked, and does it carry its proof?"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from hypothesis import Phase, given, settings
from pypdf import PdfReader

from briefing.errors import OutputError, TemplateError
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.verify import verify_brief
from briefing.writers import (
    Options,
    check_formats,
    engine,
    read_brief,
    write_brief,
    write_files,
)
from briefing.writers.glyphs import home_of, missing
from briefing.writers.paper import without_trailing_spaces
from tests.briefs import flood
from tests.strategies import briefs

ROOT = Path(__file__).resolve().parent.parent
BRIEF, ARTICLES = flood()
SMALL = replace(BRIEF, sections=(), figures=(), timeline=(), people=(), questions=())
"""For what one page shows as well as ten: laying out takes its time by the page."""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Give the flood's brief as PDF."""
    return write_brief(BRIEF, "pdf")


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    """Give the flood's PDF, opened."""
    return PdfReader(BytesIO(pdf))


@pytest.fixture(scope="module")
def texts(reader: PdfReader) -> list[str]:
    """Give the words of each page of the flood's PDF."""
    return [page.extract_text() for page in reader.pages]


def test_every_block(
    golden: Callable[[str, str], None], reader: PdfReader, texts: list[str]
) -> None:
    """Pages, bookmarks and words of the flood's PDF are as reviewed."""
    lines = [f"pages: {len(reader.pages)}", "bookmarks:"]
    lines += [
        f"  {item.title}" for item in reader.outline if not isinstance(item, list)
    ]
    for number, text in enumerate(texts, start=1):
        lines += [f"--- page {number}", *text.splitlines()]
    golden("every-block.pdf.txt", "\n".join(line.rstrip() for line in lines) + "\n")


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_pdf_is_accessible_and_archival(
    pdf: bytes, tmp_path: Path, profile: str
) -> None:
    """The PDF keeps PDF/UA-1 and PDF/A-3a."""
    assert problems(pdf, tmp_path, profile) == []


def problems(pdf: bytes, folder: Path, profile: str) -> list[str]:
    """Give what *profile* finds wrong with *pdf*."""
    path = folder / "x.pdf"
    path.write_bytes(pdf)
    result = page_validation.validate_pdf(str(path), profile=profile)
    if result.is_compliant or all(_is_misread(pdf, f.rule_id) for f in result.failures):
        return []
    return [str(result)]


def _is_misread(pdf: bytes, rule: str) -> bool:
    """Tell whether the checker takes the last byte of a stream for a line end.

    One packed stream in 256 ends in the byte 13; with the line end after it that looks
    like the line end of Windows, and the stream's length one too long.
    """
    return rule.endswith("STREAM-LENGTH-001") and b"\r\nendstream" in pdf


# Laying out takes half a second: no search for the smallest example.
@settings(max_examples=4, phases=[Phase.explicit, Phase.generate])
@given(briefs())
def test_hostile_words_are_laid_out(drawn: tuple[Brief, list[Article]]) -> None:
    """Whatever words a brief holds, there is a PDF that carries it, from our fonts."""
    made = PdfReader(BytesIO(write_brief(drawn[0], "pdf")))
    assert verify_brief(read_back(made), drawn[1]) == []
    assert {name.partition("+")[2].partition("-")[0] for name in fonts(made)} <= {
        "Brief", "NotoSansArabic", "NotoSansHebrew", "NotoSansMath", "NotoSansSymbols2"
    }  # fmt: skip


def read_back(made: PdfReader) -> Brief:
    """Give the brief inside a PDF."""
    from briefing.writers.reading import brief_from

    return brief_from(bytes(made.attachments["brief.json"][0]))


def fonts(made: PdfReader) -> set[str]:
    """Give the names of the fonts in a PDF."""
    found = set()
    for page in made.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            found.add(str(font.get_object()["/BaseFont"]).lstrip("/"))
    return found


def test_the_same_brief_gives_the_same_bytes(pdf: bytes, tmp_path: Path) -> None:
    """Another process, zone, locale, hash seed and folder give the same PDF."""
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1])\n"
        "from tests.briefs import flood\n"
        "from briefing.writers import write_brief\n"
        "print(hashlib.sha256(write_brief(flood()[0], 'pdf')).hexdigest())"
    )
    changes = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT)],
        capture_output=True, text=True, check=True, cwd=tmp_path,
        env={**os.environ, **changes, "SOURCE_DATE_EPOCH": "1"},
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(pdf).hexdigest()


def test_every_page_is_marked(texts: list[str]) -> None:
    """The marking stands in the head and the foot of each page."""
    assert {text.count("TLP:AMBER") for text in texts} == {2}


def test_every_page_says_where_it_belongs(texts: list[str]) -> None:
    """Title, day and page number run along on each page."""
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
        assert "As of 16 March 2026" in text
        assert BRIEF.title in text


def test_every_link_has_its_place(reader: PdfReader) -> None:
    """Each link inside the PDF leads to a place that is there."""
    places = reader.named_destinations
    targets = set()
    for page in reader.pages:
        annotations: Any = page.get("/Annots", [])
        for annotation in annotations:
            item = annotation.get_object()
            if "/Dest" in item:
                targets.add(str(item["/Dest"]))
    assert {f"e-{c.mark}" for c in BRIEF.bottom_line[0].citations} <= targets
    assert targets <= set(places)


def test_the_pdf_carries_its_proof(pdf: bytes, tmp_path: Path) -> None:
    """A PDF by itself is enough to verify it against the articles."""
    path = tmp_path / "sent.pdf"
    path.write_bytes(pdf)
    assert verify_brief(read_brief(path), ARTICLES) == []


def test_what_is_attached_is_the_callers_choice(reader: PdfReader) -> None:
    """Nothing, the public part or the whole brief travels along, with Markdown."""
    assert Options().attach == "public"
    found = {"public": reader.attachments}
    for choice in ("none", "full"):
        made = write_brief(SMALL, "pdf", Options(attach=choice))
        found[choice] = PdfReader(BytesIO(made)).attachments
    assert list(found["none"]) == []
    assert list(found["public"]) == ["brief.json", "brief.md"]
    assert b'"because"' not in found["public"]["brief.json"][0]
    assert found["full"]["brief.json"][0] == write_brief(SMALL, "json")
    assert found["full"]["brief.md"][0] == write_brief(SMALL, "md")


def test_dates_are_the_briefs_own(reader: PdfReader) -> None:
    """The file's dates are the day of the brief."""
    assert reader.metadata is not None
    assert str(reader.metadata["/CreationDate"]) == "D:20260316000000Z"


def test_a_brief_without_day_or_marking_is_written(tmp_path: Path) -> None:
    """What is not known leaves a gap, not a clock, and the standards hold."""
    bare = replace(SMALL, as_of=None, marking=None, prepared_by=None, page="Letter")
    made = write_brief(bare, "pdf")
    assert problems(made, tmp_path, "ua1") == []
    assert problems(made, tmp_path, "3a") == []
    found = PdfReader(BytesIO(made))
    assert found.pages[0].mediabox.width == 612
    assert "TLP" not in found.pages[0].extract_text()


def test_what_no_font_has_is_shown_as_a_square(tmp_path: Path) -> None:
    """A character without a glyph is a square in the PDF, and the reader is told."""
    fire = replace(SMALL, title="Fire 🔥 in 中")
    content = write_brief(fire, "pdf")
    made = PdfReader(BytesIO(content))
    text = "".join(page.extract_text() for page in made.pages)
    assert "Fire □ in □" in text
    assert "characters that the shipped fonts do not have" in text
    assert read_back(made).title == fire.title
    assert problems(content, tmp_path, "3a") == []
    told = [(d.code, d.severity, d.message) for d in check_formats(fire, ["pdf", "md"])]
    assert told == [
        (
            "write-glyph",
            "warning",
            (
                "the PDF shows □ for 2 characters that the shipped fonts do not have: "
                "中 U+4E2D, 🔥 U+1F525"
            ),
        )
    ]
    assert check_formats(fire, ["md"]) == []
    assert check_formats(BRIEF, ["pdf"]) == []


@pytest.mark.parametrize(
    ("character", "home"),
    [("a", "NotoSans"), ("č", "NotoSans"), ("Ж", "NotoSans"), ("…", "NotoSans"),
     ("ש", "NotoSansHebrew"), ("م", "NotoSansArabic"), ("≤", "NotoSansMath"),
     ("□", "NotoSansSymbols2"), ("中", ""), ("🔥", "")],
)  # fmt: skip
def test_each_script_has_its_font(character: str, home: str) -> None:
    """Latin, Greek, Cyrillic, Hebrew, Arabic, signs: each is at home in one family."""
    assert home_of(character) == home
    assert missing(character) == (() if home else (character,))


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="attachment" href="file:///etc/passwd">',
        '<img src="http://127.0.0.1/x.png" alt="x">',
        '<style>@import "file:///etc/passwd";</style>',
        '<img src="../config.yaml" alt="x">',
    ],
)
def test_a_template_can_fetch_nothing(tmp_path: Path, markup: str) -> None:
    """What is not one of the templates' files is refused, whoever asks for it."""
    (tmp_path / "brief.html.j2").write_text(
        f'<html lang="en"><head><title>x</title>{markup}</head><body>x</body></html>'
    )
    with pytest.raises(TemplateError) as raised:
        write_brief(BRIEF, "pdf", Options(templates=tmp_path))
    assert "not one of the templates' files: " in str(raised.value)


def test_a_full_disk_is_an_error_of_output(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Temporary files that cannot be written are told as any other output."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(OutputError, match=r"^temporary files cannot be written: "):
        write_brief(BRIEF, "pdf")


def test_a_missing_pango_is_told_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without Pango the PDF says what to install, and the other formats are written."""

    def fail(name: str) -> object:
        raise OSError(f"cannot load library 'libpango-1.0-0' for {name}")

    engine.weasyprint.cache_clear()
    monkeypatch.setattr(engine, "import_module", fail)
    with pytest.raises(OutputError) as raised:
        write_brief(BRIEF, "pdf")
    engine.weasyprint.cache_clear()
    assert str(raised.value) == (
        "PDF needs the system library Pango, which cannot be loaded (cannot load "
        "library 'libpango-1.0-0' for weasyprint). Install it with one command, then "
        "run again:\n"
        "  Debian, Ubuntu: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0\n"
        "  Fedora: sudo dnf install -y pango harfbuzz\n"
        "  Alpine: sudo apk add pango harfbuzz\n"
        "  macOS: brew install pango\n"
        "  Windows, with MSYS2: C:\\msys64\\usr\\bin\\bash -lc 'pacman -S "
        "mingw-w64-x86_64-pango' && setx WEASYPRINT_DLL_DIRECTORIES "
        "C:\\msys64\\mingw64\\bin\n"
        "The other formats need nothing."
    )
    assert list(write_files(BRIEF, ["md", "html", "json"])) == [
        "2026-03-16-3-tarn-valley.md",
        "2026-03-16-3-tarn-valley.html",
        "2026-03-16-3-tarn-valley.json",
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("on <b>Friday</b> [x]", "on<span> </span><b>Friday</b> [x]"),
        (
            "said <span class='o'>AFP</span>",
            "said<span> </span><span class='o'>AFP</span>",
        ),
        ("<b>AFP</b> <span>said</span>", "<b>AFP</b> <span>said</span>"),
        ("<p>one</p> <p>two</p>", "<p>one</p> <p>two</p>"),
    ],
)
def test_no_text_ends_with_a_space(html: str, expected: str) -> None:
    """A space before an inline element stands alone, or lines part too early."""
    assert without_trailing_spaces(html) == expected
