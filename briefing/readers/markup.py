"""Turn the bytes of a web page into a tree that is safe to walk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from briefing.readers.decode import Decoded, decode
from briefing.readers.page import Doubt, UnreadableError

Element = Any
"""An element of lxml, which ships no types."""

MAX_ELEMENTS: Final = 50_000
"""Of one page, scripts and pictures left out; the longest live page of a day has some
20,000, and each costs a tenth of a millisecond."""

MAX_DEPTH: Final = 250
"""Elements inside each other; pages have below 60. lxml itself stops at 256."""

MAX_ATTRIBUTE: Final = 2_000
"""Characters of an attribute; pictures written into a page have millions."""

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center",
    "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin a line of their own."""

SILENT: Final = frozenset({
    "base", "button", "canvas", "embed", "iframe", "input", "link", "meta", "noscript",
    "object", "option", "param", "script", "select", "source", "style", "svg",
    "template", "textarea", "track", "video", "audio", "math",
})  # fmt: skip
"""Elements whose words are not read, or that have none."""

# Matches the declaration of a page's encoding: `<meta charset="windows-1252">`.
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
# Python's names of the encodings that browsers know; a page that says Latin-1 means
# Windows-1252, as browsers read it.
_CODECS: Final = {
    "ascii": "cp1252",
    "big5": "big5",
    "euc-jp": "euc_jp",
    "euc-kr": "euc_kr",
    "gb18030": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "latin1": "cp1252",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "us-ascii": "cp1252",
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (*range(2, 9), 10, 13, 14, 15, 16)},
    **{f"windows-125{n}": f"cp125{n}" for n in range(9)},
    "iso-8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "windows-874": "cp874",
}
# What XML and HTML cannot hold; U+FFFD in its place keeps every count.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """A page as a tree, and what is doubtful about its letters."""

    root: Element
    doubts: tuple[Doubt, ...]


def parse_page(data: bytes, charset: str | None = None) -> Tree:
    """Give the tree of the page that *data* is; *charset* is what its carrier says.

    Nothing is fetched and no entity is followed.
    """
    decoded = decode_page(data, charset)
    doubts = (Doubt("encoding", decoded.doubt),) if decoded.doubt else ()
    text = _UNFIT.sub("\ufffd", decoded.text)
    if not text.strip():
        raise UnreadableError("empty", "the file is empty")
    root = _parse(text)
    if root is None:
        raise UnreadableError("empty", "the page holds no text")
    _tidy(root)
    return Tree(root, doubts)


def decode_page(data: bytes, charset: str | None = None) -> Decoded:
    """Give the text of a page; its letters are believed before its declaration."""
    declared = _CHARSET.search(data[:4096])
    name = charset or (declared[1].decode("ascii", "replace") if declared else "")
    name = name.lower().replace("_", "-").strip()
    codec = _CODECS.get(name)
    found = decode(data)
    if codec is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return found
    if found.doubt is None:  # valid UTF-8, or plain ASCII: the same in both
        lies = any(byte > 0x7F for byte in data)  # noqa: PLR2004
        doubt = f"read as UTF-8, though the page calls itself {name}" if lies else None
        return Decoded(found.text, doubt)
    try:
        return Decoded(data.decode(codec), None)
    except UnicodeDecodeError:
        doubt = f"not all of it is {name}, which the page calls itself"
        return Decoded(data.decode(codec, "replace"), doubt)


def _parse(text: str) -> Element | None:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        return html.document_fromstring(text.encode("utf-8"), parser)
    except etree.LxmlError:
        return None


def _tidy(root: Element) -> None:
    """Refuse what no page has, and cut what no reader needs."""
    for count, element in enumerate(root.iter(), start=1):
        if count > MAX_ELEMENTS:
            message = f"more than {MAX_ELEMENTS:,} elements, which no article has"
            hint = "save the article's text as .txt"
            raise UnreadableError("too-large", message, hint, "error")
        for name, value in element.attrib.items():
            if len(value) > MAX_ATTRIBUTE and name != "content":
                del element.attrib[name]


def printed(element: Element) -> str:
    """Give the words of *element* as a browser prints them, one block a line."""
    text = "".join(_pieces(element))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: Element) -> Iterator[str]:
    """Give the words of *element* in order, with line ends around blocks."""
    from lxml import etree

    skipped = None
    for event, item in etree.iterwalk(element, events=("start", "end")):
        if skipped is None and item.tag in SILENT and item is not element:
            skipped = item
        if event == "start" and skipped is None:
            yield "\n" if item.tag in BLOCKS else ""
            yield _flat(item.text)
        elif event == "end":
            if skipped is None:
                yield "\n" if item.tag in BLOCKS else ""
            if skipped is item:
                skipped = None
            if skipped is None and item is not element:
                yield _flat(item.tail)


def _flat(text: str | None) -> str:
    return " ".join(f"|{text or ''}|".split())[1:-1]
