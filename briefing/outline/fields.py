"""Read one text of the outline by the type of its field, or say what to write instead.

A message is what follows the words it is about: "`length: ten` is not a whole number".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from briefing.outline.days import FIRST_YEAR, ISO, LAST_YEAR, iso_day, likely_days
from briefing.outline.markings import MARKINGS, OLD_MARKING
from briefing.outline.near import listed, nearest
from briefing.outline.shown import shown
from briefing.outline.slugs import slug

RELIABILITIES: Final = ("A", "B", "C", "D", "E", "F")
PLACEHOLDERS: Final = ("{date}", "{serial}", "{slug}")

LONGEST_NAME: Final = 120
"""Bytes of a file name before its ending; file systems hold 255 with it."""

# Matches "s3f9a1c04d2", and the same with words behind it; not "s3F9A1C04D2" or
# "3f9a1c04d2".
_STATEMENT_ID: Final = re.compile(r"s[0-9a-f]{10}(?: +\S.*)?")
# Matches "1000", "1_000" and "0123"; not "1,000", "1e3" or a thousand "1_".
_WHOLE: Final = re.compile(r"[+-]?\d{1,9}(?:_\d{1,9}){0,9}", re.ASCII)
# Matches the "words" of "1000 words"; not a "%".
_UNIT: Final = re.compile(r" *[^\W\d_]+$")
# Matches "42.97" and "-0.5"; not "42,97", "1e9" or "nan".
_DECIMAL: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,15})?", re.ASCII)
# Matches "42,97"; not "42.97".
_COMMA: Final = re.compile(r"([+-]?\d{1,3}),(\d+)", re.ASCII)
_BRACES: Final = re.compile(r"\{[^{}]*\}")
_NOT_IN_NAMES: Final = re.compile(r"[/\\:*?\"<>|\n]")
_ENDING: Final = re.compile(r"\.(pdf|md|html?|json|eml|wiki|docx|txt)$", re.IGNORECASE)
# Matches what no address holds unescaped: white space, control characters, quotation
# marks, `<`, `\`; not `ü`.
_NOT_IN_URLS: Final = re.compile(r"[\s\x00-\x20\"'<>\\^`{|}]")


def refuse(code: str, message: str, hint: str | None = None) -> PydanticCustomError:
    """Give the error of one value; *code* is a literal, it reads `outline-<code>`."""
    context = {"message": message, "hint": hint}
    return PydanticCustomError(f"outline-{code}", "{message}", context)


def on_text(read: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Let *read* see texts only; pydantic says what is wrong with all else."""

    def read_text(value: Any) -> Any:
        return read(value.strip()) if isinstance(value, str) else value

    return read_text


def one_line(text: str) -> str:
    """Give *text* with its runs of white space as one space."""
    return " ".join(text.split())


def day(text: str) -> dt.date:
    """Read `2023-09-24`."""
    found = iso_day(text)
    if found is None:
        if ISO.fullmatch(text):
            message = "is a day that no calendar has"
            raise refuse("not-a-day", message, "check the month and the day")
        likely = likely_days(text)
        hint = f"write {listed(str(day) for day in likely)}" if likely else None
        message = "is not a day, written as year-month-day"
        raise refuse("not-a-day", message, hint or "for example `2023-09-24`")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        message = f"lies outside the years {FIRST_YEAR} to {LAST_YEAR}"
        raise refuse("out-of-range", message, "check the year")
    return found


def whole(low: int, high: int) -> Callable[[str], int]:
    """Read a whole number from *low* to *high*."""

    def read(text: str) -> int:
        if not _WHOLE.fullmatch(text):
            digits = _UNIT.sub("", re.sub(r"[,. ](?=\d{3}\b)", "", text))
            hint = (
                f"write `{digits}`" if _WHOLE.fullmatch(digits) else "write digits only"
            )
            raise refuse("not-a-number", "is not a whole number", hint)
        number = int(text)
        if not low <= number <= high:
            hint = f"write a number from {low} to {high}"
            raise refuse("out-of-range", f"lies outside {low} to {high}", hint)
        return number

    return read


def degrees(limit: int) -> Callable[[str], float]:
    """Read decimal degrees between minus *limit* and *limit*."""

    def read(text: str) -> float:
        if not _DECIMAL.fullmatch(text):
            hint = (
                "write decimal degrees, for example `42.97`; south and west below zero"
            )
            if match := _COMMA.fullmatch(text):
                hint = f"write `{match[1]}.{match[2]}`"
            raise refuse("not-a-number", "is not a number of degrees", hint)
        if abs(float(text)) > limit:
            hint = "latitude is north or south, longitude east or west"
            raise refuse("out-of-range", f"lies outside -{limit} to {limit}", hint)
        return float(text)

    return read


def one_of(*names: str) -> Callable[[str], str]:
    """Read one of *names*, to the letter."""

    def read(text: str) -> str:
        if text in names:
            return text
        near = nearest(text, names) or next(
            (name for name in names if name.lower() == text.lower()), None
        )
        hint = f"write `{near}`" if near else f"write {listed(names)}"
        raise refuse("not-a-choice", f"is not {listed(names)}", hint)

    return read


def marking(text: str) -> str:
    """Read a label of TLP 2.0; the old `TLP:WHITE` is `TLP:CLEAR`."""
    if text == OLD_MARKING:
        return MARKINGS[0]
    if text in MARKINGS:
        return text
    folded = text.upper().replace(" ", "")
    near = next((label for label in MARKINGS if folded in (label, label[4:])), None)
    hint = f"write `{near}`" if near else f"write {listed(MARKINGS)}"
    raise refuse("marking", "is not a label of TLP 2.0", hint)


def country(text: str) -> str:
    """Read two capital letters."""
    if len(text) == 2 and text.isascii() and text.isalpha():  # noqa: PLR2004
        if text.isupper():
            return text
        raise refuse("country", "is not in capitals", f"write `{text.upper()}`")
    hint = "for example `NO` for Norway (ISO 3166-1 alpha-2)"
    raise refuse("country", "is not a country's two-letter code", hint)


def web_address(text: str) -> str:
    """Read an address that begins with http:// or https:// and names a host."""
    hint = "write the whole address, beginning with `https://`"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        raise refuse("url", "is not an address on the web", hint) from None
    if parts.scheme.lower() not in ("http", "https"):
        raise refuse("url", "is not an address that begins with http or https", hint)
    if not host or _NOT_IN_URLS.search(text):
        hint = "copy it from the address bar; a space in it is written `%20`"
        raise refuse("url", "is not an address on the web", hint)
    return text


def file_name(text: str) -> str:
    """Read the name of the files to write: no folder, no ending."""
    for found in _BRACES.findall(text):
        if found not in PLACEHOLDERS:
            near = nearest(found, PLACEHOLDERS)
            hint = (
                f"write `{near}`"
                if near
                else f"there are {listed(PLACEHOLDERS, 'and')}"
            )
            raise refuse(
                "placeholder", f"holds `{shown(found)}`, which is unknown", hint
            )
    bare = _BRACES.sub("", text)
    if "{" in bare or "}" in bare:
        hint = f"there are {listed(PLACEHOLDERS, 'and')}"
        raise refuse("placeholder", "holds a lone brace", hint)
    if match := _NOT_IN_NAMES.search(text):
        hint = "write a name, not a path; the command line names the folder"
        message = f"holds `{shown(match.group())}`, which a file name cannot"
        raise refuse("file-name", message, hint)
    if match := _ENDING.search(text):
        hint = f"write `{text[: match.start()]}`; each format adds its own ending"
        raise refuse("file-name", f"has the ending `{match.group()}`", hint)
    if text.startswith((".", "-")) or len(text.encode()) > LONGEST_NAME:
        hint = f"begin with a letter; {LONGEST_NAME} bytes at most"
        raise refuse("file-name", "is not a good name for a file", hint)
    return text


def section_id(text: str) -> str:
    """Read an id: small letters, digits and underscores."""
    if text != slug(text):
        hint = f"write `{slug(text)}`" if slug(text) else "for example `port_closure`"
        message = "is not an id of small letters, digits and underscores"
        raise refuse("section-id", message, hint)
    return text


def statement_id(text: str) -> str:
    """Read the id of a statement, with its words or without, as the evidence has it."""
    text = " ".join(text.split())
    if not _STATEMENT_ID.fullmatch(text):
        hint = (
            "copy it from the evidence: `s` and ten characters, such as `s3f9a1c04d2`"
        )
        raise refuse("statement-id", "is not the id of a statement", hint)
    return text
