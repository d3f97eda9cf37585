"""Turn the bytes of a web page into a tree that is safe to walk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from briefing.readers.decode import Decoded, decode
from briefing.readers.page import Doubt, UnreadableError, too_large

Element = Any
"""An element of lxml, which ships no types."""

MAX_ELEMENTS: Final = 50_000
"""Of one page; the longest live page of a day has some 20,000, and each costs a tenth
of a millisecond."""

MAX_CHARACTERS: Final = 2_000_000
"""Of a page's words, menus and comments too; scripts are not counted."""

MAX_DEPTH: Final = 200
"""Elements inside each other; pages have below 60. Words deeper down are kept."""

MAX_DEPTHS: Final = 1_000_000
"""Sum of the depths of a page's elements, as far as a search upwards goes from each;
the longest live pages have some 400,000, other pages below 100,000."""

MAX_ATTRIBUTES: Final = 60
"""Of one element; pages have below 30. libxml2 takes the square of their number."""

MAX_ATTRIBUTE: Final = 2_000
"""Characters of an attribute; pictures written into a page have millions."""

PIECE: Final = 10_000_000
"""Characters of one text, comment or script above which libxml2 gives up."""

UNKNOWN: Final = "span"
"""What an element becomes whose name no tree can hold."""

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

# Matches "div", "amp-img", "og:title", "data-id"; not "f<", which browsers take.
_NAME = re.compile(r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?", re.ASCII)
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
# A form feed is white space; soft hyphens and zero-width spaces are for the browser.
_UNSEEN: Final = {0x0C: " ", 0xAD: None, 0x200B: None}
# What XML and HTML cannot hold; U+FFFD in its place keeps every count.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


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
    text = _fit(decoded.text)
    if not text.strip():
        raise UnreadableError("empty", "the file is empty")
    root = _parse(text)
    if root is None and len(text) > PIECE:
        raise too_large(f"a single piece of more than {PIECE // 1_000_000} MB")
    if root is None:
        raise UnreadableError("empty", "the page holds no text")
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


def _fit(text: str) -> str:
    """Give *text* as a tree can hold it, without marks of where a word may break."""
    return _UNFIT.sub("\ufffd", text.translate(_UNSEEN))


def _parse(text: str) -> Element | None:
    """Give the tree of *text*, grown within bounds; None where nothing is in it."""
    from lxml import etree, html

    grower = _Grower(etree.TreeBuilder(element_factory=html.html_parser.makeelement))
    parser = html.HTMLParser(target=grower, encoding="utf-8")
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, AssertionError):
        return None


class _Grower:
    """Grows a tree from what the parser meets; refuses what no page has."""

    def __init__(self, builder: Any) -> None:
        self._builder = builder
        self._elements = 0
        self._characters = 0
        self._depths = 0
        self._open: list[str] = []
        """The elements that are open and grown."""
        self._deeper = 0
        """Elements open below MAX_DEPTH, which are not grown."""
        self._refused: UnreadableError | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self._refuse(f"more than {MAX_ELEMENTS:,} elements")
        self._depths += len(self._open)
        if self._depths > MAX_DEPTHS:
            self._refuse("more elements inside each other")
        if len(self._open) >= MAX_DEPTH:
            self._deeper += 1
            return
        kept = {
            name: _fit(value)
            for name, value in islice(attributes.items(), MAX_ATTRIBUTES)
            if len(value) <= MAX_ATTRIBUTE and _NAME.fullmatch(name)
        }
        name = tag if _NAME.fullmatch(tag) else UNKNOWN
        self._open.append(name)
        self._builder.start(name, kept)

    def end(self, _: str) -> None:
        if self._deeper:
            self._deeper -= 1
            return
        self._builder.end(self._open.pop())

    def data(self, text: str) -> None:
        if self._open[-1:] not in (["script"], ["style"]):
            self._characters += len(text)
            if self._characters > MAX_CHARACTERS:
                limit = f"{MAX_CHARACTERS // 1_000_000} million characters"
                self._refuse(f"more than {limit}")
        # Again: "&#1;" has become what it stands for.
        self._builder.data(_fit(text))

    def close(self) -> Element | None:
        if self._refused:
            return None
        try:
            return self._builder.close()
        except (SyntaxError, AssertionError):
            return None

    def _refuse(self, message: str) -> None:
        self._refused = too_large(message)
        raise self._refused


def is_longer(element: Element, most: int) -> bool:
    """Tell whether *element* holds more than *most* letters, reading no more of it."""
    count = 0
    for text in element.itertext():
        count += len(text)
        if count > most:
            return True
    return False


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
