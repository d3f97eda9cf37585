"""Folders full of files that are made to break the program, from a seed."""

from __future__ import annotations

import contextlib
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from tests.formats import FILES, WORD, as_docx, as_html, as_text, docx_of, pdf_of
from tests.pages import PAGES
from tests.pages.stories import FERRY, STORIES, Story
from tests.strategies import ACTING

FACTORS: Final = (3191, 7177)
PRODUCT: Final = str(FACTORS[0] * FACTORS[1])
"""What stands in a brief only where a template inside an article was run."""

_SUM: Final = f"{FACTORS[0]}*{FACTORS[1]}"

MARKS: Final = (
    *ACTING, f"{{{{{_SUM}}}}}", f"{{% set x = {_SUM} %}}{{{{ x }}}}", f"${{{_SUM}}}",
    f"{{{{ self.__init__ }}}}{{{{{_SUM}}}}}", "{% for x in y %}", "{% endif", "{{" * 60,
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=//e.example>",
    '<a href="file:///etc/passwd">x</a>', '<meta http-equiv=refresh content="0;url=x">',
    "[a](data:text/html,<script>alert(1)</script>)", "![x](file:///etc/passwd)",
    "<javascript:alert(1)>", "[a]: javascript:alert(1) 'x'\n", "[^1]: note\n",
    "\n---\ntitle: x\n---\n", "\n---\n", "`` ` ``", "***", "\n```\n", "\n    code\n",
    "\n| a | b |\n|---|---|\n", "\n===\n", "@import url(http://e.example/x.css);",
    "--><!--", "<![CDATA[", "<?xml version='1.0'?>", "<!ENTITY a '&a;&a;'>", "[^1](x)",
    "<!DOCTYPE html>", "=cmd|'/c calc'!A1", "+1+1", "@SUM(1)", "%0a%0dSet-Cookie: a",
    "\x1b]0;x\x07", "\u202e\u2066", "\u2067" * 70, "\u200b" * 50, "\u0301" * 80,
    "\r\r\r", "\x0b\x0c\x1c", "“" * 60, "”" * 60, "‘’" * 40, "<" * 200, "(" * 90,
    "[](" * 60, "." * 300, "A. B. C. " * 30, "said " * 50, "e.g. i.e. U.S.",
    "999999999999999999999999 killed", "1,2,3,4,5 dead", "31 February 20111",
    "Monday " * 40, "\U000e0041\U000e0042", "\ufdd0", "a\u0338" * 20, "٣٤٥ killed",
    "²³ ½ ⅷ killed", "İK\u0131\u017f", "ß" * 40, "\ufffd" * 20,
)  # fmt: skip
"""Pieces that mean something in a format we read or write, or to a finder."""

NAMES: Final = (
    "<script>alert(1)<\u2215script>.txt", "{{7*7}}.txt", "-rf.txt", "``.txt",
    "a#3.txt", "b#1.json", "tab\there.txt", "line\nbreak.txt", "esc\x1b[31m.txt",
    "bidi\u202etxt.html", "sp ace .txt", "dots...txt", "UPPER.TXT", "no_ending",
    "two.tar.gz", "[a](b).md", "quote'\".txt", "$(id).txt", "%s%n.txt", "é\u0301.txt",
    "\U0001f600.txt", "long" * 60 + ".txt", ".hidden.txt", "*.txt", "?[a-z].txt",
    "config.yaml.txt", "~.txt", "back\\slash.txt", "a:b.txt", "\udcff\udcfe.txt",
)  # fmt: skip
"""Names that a file may have."""

STRANGE: Final = ("folder.txt", "circle.txt", "there.html", "back.html", "up.txt")
"""Folders and links that are called like articles."""

Maker = Callable[[Story], bytes]


def _mail(part: bytes, times: int) -> bytes:
    return b"Content-Type: multipart/mixed; boundary=b\n\n" + part * times


def _nested_mail(depth: int) -> bytes:
    head = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    return b"".join(head % (i, i) for i in range(depth))


def _locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(FILES[".pdf"](FERRY))))
    writer.encrypt("x", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _bomb(name: str, megabytes: int) -> bytes:
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as stream,
    ):
        for _ in range(megabytes):
            stream.write(b"\0" * 1_000_000)
    return out.getvalue()


def _entities() -> bytes:
    rows = "".join(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, 40))
    return f'<!DOCTYPE d [<!ENTITY a0 "lol">{rows}]><d>&a39;</d>'.encode()


CRAFTED: Final[dict[str, Callable[[], bytes]]] = {
    "blank.txt": lambda: b" \n\t\r\n\x0b\x0c\xc2\xa0",
    "mark.txt": lambda: b"\xef\xbb\xbf",
    "zeros.txt": lambda: bytes(5_000),
    "line.txt": lambda: b"a " * 5_000_000,
    "word.txt": lambda: b"a" * 1_900_000,
    "quotes.txt": lambda: "“".encode() * 30_000,
    "said.txt": lambda: b"He said she said. " * 20_000,
    "numbers.txt": lambda: b"1,000,000.5 " * 20_000,
    "lines.txt": lambda: b"x\n" * 900_000,
    "returns.txt": lambda: b"\r" * 900_000,
    "marks.txt": lambda: "e\u0301".encode() * 100_000,
    "bidi.txt": lambda: "\u202e\u2066 Rain fell. ".encode() * 5_000,
    "surrogates.txt": lambda: b"\xed\xa0\x80 Rain fell. " * 200,
    "long_utf8.txt": lambda: b"\xf8\x88\x80\x80\x80\xfe\xff Rain." * 200,
    "utf7.txt": lambda: b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "line.html": lambda: b"<p>" + b"Rain fell. " * 950_000,
    "deep.html": lambda: b"<div>" * 100_000,
    "tables.html": lambda: b"<table><tr><td>" * 20_000,
    "forms.html": lambda: b"<b><i><a><p>" * 20_000,
    "attributes.html": lambda: b"<p " + b" ".join(b"a%d=1" % i for i in range(99_999)),
    "comment.html": lambda: b"<!--" * 200_000,
    "charset.html": lambda: as_html(FERRY).replace(b"utf-8", b"utf-16"),
    "entities.html": lambda: b"&lt;script&gt;alert(1)&lt;/script&gt;" * 5_000,
    "data.html": lambda: _linked(b'{"a":' * 90_000),
    "types.html": lambda: _linked(
        b'{"@type":[{"x":1},7],"headline":{"a":1},"author":[[[1]]],"dateline":9e999}'
    ),
    "deep.json": lambda: b"[" * 400_000,
    "wide.json": lambda: b"[" + b"{}," * 400_000 + b"{}]",
    "number.json": lambda: b'{"text":' + b"9" * 900_000 + b"}",
    "lines.jsonl": lambda: b"{}\n" * 300_000,
    "nan.json": lambda: b'[NaN,Infinity,{"title":NaN,"text":["\\ud800"]}]',
    "nested.eml": lambda: _nested_mail(3_000),
    "parts.eml": lambda: _mail(b"--b\nContent-Type: text/html\n\n<p>x\n", 30_000),
    "header.eml": lambda: b"Subject: " + b"=?utf-8?b?" * 200_000 + b"\n\nx",
    "forwarded.eml": lambda: b"Content-Type: message/rfc822\n\n" * 3_000 + b"x",
    "nested.mhtml": lambda: _nested_mail(2_000),
    "parts.mhtml": lambda: _mail(b"--b\n\nx\n", 90_000),
    "base64.mhtml": lambda: (
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
        + b"PHA+" * 2_000_000
    ),
    "bomb.docx": lambda: _bomb("word/document.xml", 300),
    "picture.docx": lambda: _bomb("word/media/a.png", 300),
    "entities.docx": lambda: docx_of(_entities()),
    "deep.docx": lambda: docx_of(f"<w:document {WORD}>" + "<w:p>" * 90_000),
    "other.docx": lambda: _bomb("../../../etc/passwd", 1),
    "cut.docx": lambda: as_docx(FERRY)[:-30],
    "locked.pdf": _locked_pdf,
    "cut.pdf": lambda: FILES[".pdf"](FERRY)[:900],
    "bomb.pdf": lambda: pdf_of(b" " * 200_000_000),
    "busy.pdf": lambda: pdf_of(b"(x) Tj " * 200_000),
    "objects.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 50_000,
    "front.md": lambda: b"---\n" + b"a: &a [*a]\n" * 3_000 + b"---\nRain fell.",
    "open.md": lambda: b"---\n" * 9_000,
    "quotes.md": lambda: b">" * 90_000,
    "brackets.md": lambda: b"[" * 400_000,
    "html.md": lambda: b"<script>alert(1)</script>\n\n" * 2_000,
}
"""Files that are made to cost, each of its own kind."""

DEAR: Final = (
    "base64.mhtml", "bidi.txt", "bomb.docx", "bomb.pdf", "brackets.md", "busy.pdf",
    "line.html", "marks.txt", "numbers.txt", "picture.docx", "said.txt", "wide.json",
    "word.txt",
)  # fmt: skip
"""Those of them that take more than a third of a second to make and to read."""


def _linked(data: bytes) -> bytes:
    opening = b'<script type="application/ld+json">'
    return as_html(FERRY).replace(b"</head>", opening + data + b"</script></head>")


def write_hostile(
    folder: Path, seed: int, count: int, *, whole: bool = True
) -> list[str]:
    """Fill *folder* with *count* hostile files; give their names.

    Where it is not *whole*, what is dear to make is left out, and only a part of what
    is crafted by hand is made, another for every seed.
    """
    chance = random.Random(seed)  # noqa: S311 - the same seed gives the same files
    random.seed(seed)  # the boundaries of mails come from here
    names = list(_written(folder, chance, whole=whole))
    while len(names) < count:
        ending = sorted(FILES)[len(names) % len(FILES)]
        name = f"{len(names):04}{ending}"
        (folder / name).write_bytes(_damaged(ending, chance))
        names.append(name)
    return names


def _written(folder: Path, chance: random.Random, *, whole: bool) -> Iterator[str]:
    """Write what is made by hand, and give each name."""
    crafted = [name for name in CRAFTED if whole or name not in DEAR]
    for name in crafted if whole else chance.sample(crafted, 12):
        (folder / name).write_bytes(CRAFTED[name]())
        yield name
    endings = sorted(FILES)
    for ending in endings if whole else chance.sample(endings, 3):
        (folder / f"empty{ending}").touch()
        with (folder / f"huge{ending}").open("wb") as stream:
            stream.truncate(50_000_000)
        (folder / f"noise{ending}").write_bytes(chance.randbytes(20_000))
        yield from (f"{kind}{ending}" for kind in ("empty", "huge", "noise"))
    for name in NAMES if whole else chance.sample(NAMES, 9):
        with contextlib.suppress(OSError, ValueError):  # not every system allows each
            (folder / name).write_bytes(
                as_text(_worded(chance.choice(STORIES), chance))
            )
            yield name
    yield from _strange(folder)


def _strange(folder: Path) -> Iterator[str]:
    (folder / "folder.txt").mkdir()
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "there.html").symlink_to("back.html")
    (folder / "back.html").symlink_to("there.html")
    (folder / "up.txt").symlink_to("..")
    yield from STRANGE
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
        yield "pipe.txt"


def _damaged(ending: str, chance: random.Random) -> bytes:
    """Give a file of *ending*: hostile words in a sound file, or a damaged file."""
    story = chance.choice(STORIES)
    if ending in {".htm", ".html"} and chance.random() < 0.4:
        return _bitten(chance.choice(PAGES).data, chance)
    way = chance.random()
    if way < 0.5:
        # A header of a mail takes no line breaks.
        with contextlib.suppress(ValueError):
            return _encoded(FILES[ending](_worded(story, chance)), ending, chance)
    if way < 0.6:
        return _packed(ending, story, chance)
    return _bitten(FILES[ending](story), chance)


def _worded(story: Story, chance: random.Random) -> Story:
    """Give *story* with marks strewn over its words."""
    parts = tuple(_strewn(text, chance) for text in story.paragraphs)
    head = chance.choice(["title", "outlet", "byline", "summary", "printed", "host"])
    strewn: dict[str, Any] = {head: _strewn(getattr(story, head), chance)}
    return replace(story, paragraphs=parts, **strewn)


def _strewn(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice([0, 1, 1, 2, 5])):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(MARKS) + text[place:]
    return text


def _encoded(data: bytes, ending: str, chance: random.Random) -> bytes:
    """Give the text of a file in another encoding, now and then."""
    if ending in {".docx", ".pdf"} or chance.random() < 0.7:
        return data
    codec = chance.choice(
        ["utf-16", "utf-16-le", "utf-32", "cp1252", "koi8-r", "utf-7"]
    )
    return data.decode("utf-8", "replace").encode(codec, "replace")


def _packed(ending: str, story: Story, chance: random.Random) -> bytes:
    """Give a file whose inside is damaged, and its outside whole."""
    if ending == ".pdf":
        drawn = (
            b"BT /F1 12 Tf 14 TL 72 700 Td (The ferry sank.) Tj T* (At dawn.) ' ET\n"
        )
        return pdf_of(_bitten(drawn * 20, chance))
    if ending == ".docx":
        with zipfile.ZipFile(BytesIO(as_docx(story))) as archive:
            return docx_of(_bitten(archive.read("word/document.xml"), chance))
    return FILES[ending](story) * chance.randrange(2, 5)


def _bitten(whole: bytes, chance: random.Random) -> bytes:
    """Give *whole* with bytes changed, cut, doubled, and marks put in."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, 40)):
        place = chance.randrange(len(data) + 1)
        way = chance.random()
        if way < 0.4:
            data[place : place + 1] = bytes([chance.randrange(256)])
        elif way < 0.6:
            del data[place : place + chance.randint(1, 200)]
        elif way < 0.8:
            mark = chance.choice(MARKS).encode("utf-8", "surrogatepass")
            data[place:place] = mark
        else:
            start = chance.randrange(len(data) + 1)
            data[place:place] = data[start : start + chance.randint(1, 300)]
    return bytes(data)
