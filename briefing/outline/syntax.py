"""Say what is wrong with a file that is not YAML, in words for people who write texts.

PyYAML's own words speak of tokens and scalars.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.outline.quoting import after_value, with_quotes
from briefing.outline.shown import shown

if TYPE_CHECKING:
    from yaml import YAMLError


class Mistake(NamedTuple):
    """What is wrong with a file, without its path; line and column from 1."""

    code: str
    message: str
    line: int
    column: int
    hint: str


_QUOTE: Final = "put the whole text in quotation marks"
_DEEP: Final = "let the keys of one level begin in the same column, with spaces only"

# What PyYAML says (a pattern) → code, message, hint. The first that is found counts.
_WORDINGS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        r"found character '\\t'",
        "tab",
        "a tab stands here, where YAML allows spaces only",
        "replace each tab by two spaces",
    ),
    (
        r"scanning an alias",
        "bare-star",
        "a text that begins with `*` stands without quotation marks",
        'write it as "*.txt"',
    ),
    (
        r"scanning an anchor",
        "bare-ampersand",
        "a text that begins with `&` stands without quotation marks",
        _QUOTE,
    ),
    (
        r"found character '(?P<mark>.)' that cannot start",
        "bare-mark",
        "a text that begins with `{mark}` stands without quotation marks",
        _QUOTE,
    ),
    (
        r"mapping values are not allowed",
        "stray-colon",
        "a colon stands inside a text without quotation marks, or in a line too far in",
        'write quotation marks around the text: title: "Port strike: day three"',
    ),
    (
        r"could not find expected ':'",
        "no-colon",
        "no colon follows this key",
        "write `key: value`; let the lines of a longer text be indented",
    ),
    (
        r"scanning a quoted scalar.*end of stream",
        "open-quote",
        "a quotation mark opens here and is never closed",
        "close it, or leave both out",
    ),
    (
        r"unknown escape character '(?P<mark>.)'",
        "unknown-escape",
        "`\\{mark}` has no meaning between double quotation marks",
        "use single quotation marks, or write the backslash twice",
    ),
    (
        r"expected escape sequence",
        "unknown-escape",
        "a backslash between double quotation marks has a meaning of its own",
        "write / in a path, or use single quotation marks",
    ),
    (
        r"expected ',' or '\]'",
        "open-list",
        "a list opens with `[` and is not closed by `]`, or lacks a comma",
        "write `[one, two]`; a text with a comma or bracket needs quotation marks",
    ),
    (
        r"expected ',' or '\}'",
        "open-braces",
        "keys open with `{{` and are not closed by `}}`, or lack a comma",
        "write `{one: 1, two: 2}`",
    ),
    (
        r"scanning a block scalar",
        "after-bar",
        "after `|` or `>` the text begins on the next line, indented",
        "move the text down",
    ),
    (
        r"block sequence entries are not allowed|sequence entries are not allowed",
        "stray-dash",
        "a list entry stands where none is allowed",
        "begin the list on a line of its own below its key",
    ),
    (
        r"parsing a block (mapping|collection)|expected '?<document start>",
        "indentation",
        "this line does not fit the lines above it",
        _DEEP,
    ),
)
_COMPILED: Final = tuple(
    (re.compile(pattern, re.DOTALL), code, message, hint)
    for pattern, code, message, hint in _WORDINGS
)


def syntax_mistake(error: YAMLError, text: str) -> Mistake:
    """Give code, message, line, column (from 1) and hint for PyYAML's *error*."""
    if (position := getattr(error, "position", None)) is not None:
        return _control_mistake(text, position)
    problem = " ".join(
        str(getattr(error, name, "") or "") for name in ("context", "problem")
    )
    line, column = _place(error, text)
    for pattern, code, message, hint in _COMPILED:
        if match := pattern.search(problem):
            told = message.format(**match.groupdict())
            return _in_its_words(Mistake(code, told, line, column, hint), text)
    message = f"this is not YAML: {problem.strip()}"
    return Mistake("syntax", message, line, column, _DEEP)


def _in_its_words(mistake: Mistake, text: str) -> Mistake:
    """Name the words that a *mistake* is about, and what to write instead of them."""
    code, message, row, column, hint = mistake
    line = next(islice(text.splitlines(), row - 1, None), "")
    words = shown(line.strip())
    if code == "no-colon":
        message = f"no colon follows `{words}`"
    elif code == "stray-colon" and (better := with_quotes(line, column)):
        message, hint = "a colon stands inside a text without quotation marks", better
    elif code == "stray-colon":
        message = f"`{words}` stands too far in, below a text"
        return Mistake("indentation", message, row, column, _DEEP)
    elif code == "indentation" and (told := after_value(line, column)):
        return Mistake("after-value", told[0], row, column, told[1])
    elif code == "indentation" and words:
        message = f"`{words}` does not fit the lines above it"
        if words.startswith(("use:", "title:")):
            hint = f"a section begins with a dash: `- {words}`"
    return Mistake(code, message, row, column, hint)


def _control_mistake(text: str, position: int) -> Mistake:
    before = text[:position]
    line = before.count("\n") + 1
    column = position - (before.rfind("\n") + 1) + 1
    message = (
        f"the character U+{ord(text[position]):04X} cannot be seen and stands here"
    )
    return Mistake("control-character", message, line, column, "delete it")


def _place(error: Any, text: str) -> tuple[int, int]:
    """Give where to look: where an open mark opens, else where the parser stopped."""
    context, problem = (getattr(error, key, "") or "" for key in ("context", "problem"))
    opened = "quoted scalar" in context and "end of stream" in problem
    opened = opened or context.startswith("while parsing a flow")
    opened = opened or "could not find expected ':'" in problem
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    if mark is None:
        return 1, 1
    return min(mark.line + 1, text.count("\n") + 1), mark.column + 1
