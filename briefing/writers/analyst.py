"""Show the analyst's own Markdown: no raw HTML, links to the web only."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from briefing.writers.backmatter import web_address
from briefing.writers.display import UNSAFE, shown
from briefing.writers.escape import Raw, escape_markdown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

OFF: Final = ("heading", "lheading", "image", "html_block", "html_inline", "code")
"""What an analyst's paragraph may not be: a heading would break the document's order,
an image would have to be fetched, and HTML could act."""

ACTS: Final = frozenset({"heading_open", "image", "html_block", "html_inline"})


def as_html(markdown: str) -> Markup:
    """Render the analyst's *markdown* as HTML that fits inside a box of the page."""
    tokens = _parser().parse(_clean(markdown))
    _tighten(tokens)
    for token in tokens:
        if token.children:
            token.children = _plain_links(token.children)
    html = _parser().renderer.render(tokens, _parser().options, {})
    return Markup(html)  # noqa: S704 - rendered without HTML, links checked


def as_markdown(markdown: str) -> Raw:
    """Give the analyst's *markdown* as it is, a `>` before each line.

    Where it holds HTML, an image, a heading or a link that does not lead to the web, it
    is shown as it was typed.
    """
    text = _clean(markdown).strip()
    if not _is_harmless(text):
        lines = (escape_markdown(shown(line).strip()) for line in text.splitlines())
        text = "\n".join(lines)
    return Raw("\n".join(f"> {line}".rstrip() for line in text.splitlines()))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable(list(OFF))
    parser.validateLink = lambda url: web_address(url) is not None  # type: ignore[method-assign]
    return parser


@cache
def _watcher() -> MarkdownIt:
    from markdown_it import MarkdownIt

    watcher = MarkdownIt("commonmark", {"html": True})
    watcher.validateLink = _any_link  # type: ignore[method-assign]
    return watcher


def _any_link(url: str) -> bool:
    """Let every link through, so that a bad one is seen as a link."""
    return isinstance(url, str)


def _is_harmless(text: str) -> bool:
    flat = [
        t for token in _watcher().parse(text) for t in (token, *(token.children or ()))
    ]
    if any(token.type in ACTS for token in flat):
        return False
    links = (str(t.attrs.get("href", "")) for t in flat if t.type == "link_open")
    return all(web_address(link) for link in links)


def _clean(markdown: str) -> str:
    """Make visible what could reorder or hide text; line ends and tabs stay."""
    return UNSAFE.sub(lambda m: f"{{U+{ord(m.group()):04X}}}", markdown)


def _tighten(tokens: list[Token]) -> None:
    """Keep paragraphs out of list items: tagged PDF wants the words directly there."""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("list_item") else 0
        if depth and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = True


def _plain_links(children: list[Token]) -> list[Token]:
    """Keep marks of emphasis out of links: tagged PDF wants words alone there."""
    kept: list[Token] = []
    inside = 0
    for token in children:
        if token.type in ("link_open", "link_close"):
            inside += token.nesting
        elif inside and token.type == "code_inline":
            token.type, token.tag = "text", ""
        elif inside and token.nesting:
            continue
        kept.append(token)
    return kept
