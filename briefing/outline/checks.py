"""Check what one key of the outline says against another, or against the folder.

The checks look at plain values, so that they also run where a field is wrong: all
mistakes are reported at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from briefing.model.diagnostic import Diagnostic
from briefing.outline.days import iso_day
from briefing.outline.markings import MARKINGS, OLD_MARKING, level
from briefing.outline.near import listed, nearest
from briefing.outline.paths import (
    base_of,
    entry_files,
    is_inside,
    is_wild,
)
from briefing.outline.sections import same_ids
from briefing.outline.shown import shown
from briefing.outline.sources import KEYS, fits
from briefing.outline.subject import Subject
from briefing.outline.values import Document, Loc


def sections_differ(subject: Subject) -> Iterator[Diagnostic]:
    """No two sections have one id."""
    yield from same_ids(subject.document, subject.sections)


def edits_fit(subject: Subject) -> Iterator[Diagnostic]:
    """Pins and notes name sections of the outline; no pin is dropped."""
    document = subject.document
    ids = [section.id for section in subject.sections]
    pins, notes = document.value("edits", "pin"), document.value("edits", "notes")
    yield from _pinned_twice(document, list(_texts(pins)))
    for statement, section in _texts(pins).items():
        if section not in ids:
            loc: Loc = ("edits", "pin", statement)
            yield _no_section(document, section, loc, ids, on_key=False)
    for section in notes if isinstance(notes, dict) else ():
        if section not in ids:
            yield _no_section(document, section, ("edits", "notes", section), ids)
    pinned = {_id_of(statement) for statement in _texts(pins)}
    dropped = document.value("edits", "drop")
    for index, statement in enumerate(dropped if isinstance(dropped, list) else ()):
        if isinstance(statement, str) and _id_of(statement) in pinned:
            message = f"`{shown(statement)}` is dropped here and pinned above"
            loc = ("edits", "drop", index)
            yield document.mistake(
                "pin-and-drop", message, loc, "delete one of the two"
            )


def marking_is_strict_enough(subject: Subject) -> Iterator[Diagnostic]:
    """The brief's label is at least the strictest of its sources."""
    document, own = subject.document, subject.document.value("marking")
    above = dict(_stricter_sources(subject, level(own)))
    if own is None:
        hint = f"write `marking: {MARKINGS[0]}`, or a stricter label"
        message = "the brief has no marking"
        yield document.mistake("no-marking", message, (), hint)
    if own is not None and level(own) < 0:
        return
    for pattern, label in above.items():
        what = f"`marking: {own}`" if own else "a brief without a marking"
        message = (
            f"{what} is below `{label}`, the label of the source `{shown(pattern)}`"
        )
        loc: Loc = ("marking",) if own else ("sources", pattern, "marking")
        strictest = max(above.values(), key=level)
        hint = f"write `marking: {strictest}` for the brief, or leave that source out"
        yield document.mistake("marking-below-source", message, loc, hint)


def _stricter_sources(subject: Subject, brief: int) -> Iterator[tuple[str, str]]:
    """Give pattern and label of the sources that are stricter than level *brief*."""
    for pattern, note in _tables(subject.document.value("sources")).items():
        theirs = level(note.get("marking"))
        used = not subject.files or any(fits(pattern, path) for path in subject.files)
        if used and theirs > brief:
            yield pattern, MARKINGS[theirs]


def markings_are_new(subject: Subject) -> Iterator[Diagnostic]:
    """A label of TLP 1.0 is read as what it is called now."""
    document = subject.document
    notes = _tables(document.value("sources"))
    places: list[Loc] = [("marking",), *(("sources", key, "marking") for key in notes)]
    for loc in places:
        if document.value(*loc) == OLD_MARKING:
            message = f"`marking: {OLD_MARKING}` is now called `{MARKINGS[0]}`"
            hint = f"write `{MARKINGS[0]}`"
            yield document.mistake("old-marking", message, loc, hint)


def serial_is_there(subject: Subject) -> Iterator[Diagnostic]:
    """A file name with a serial has one."""
    document, name = subject.document, subject.document.value("file_name")
    if isinstance(name, str) and "{serial}" in name and not document.value("serial"):
        message = f"`file_name: {shown(name)}` asks for a serial, and there is none"
        hint = "write `serial: 1`, or leave `{serial}` out"
        yield document.mistake("no-serial", message, ("file_name",), hint)


def days_are_in_order(subject: Subject) -> Iterator[Diagnostic]:
    """The brief is not older than its event."""
    document = subject.document
    event, as_of = document.value("event", "date"), document.value("as_of")
    days = [iso_day(day) if isinstance(day, str) else None for day in (event, as_of)]
    if days[0] and days[1] and days[0] > days[1]:
        message = f"`date: {event}` is after `as_of: {as_of}`"
        loc: Loc = ("event", "date")
        hint = "check both days"
        yield document.mistake("event-after", message, loc, hint)


def words_fit(subject: Subject) -> Iterator[Diagnostic]:
    """The sections' own budgets stay within the whole."""
    document = subject.document
    length = document.value("length")
    if not isinstance(length := "1000" if length is None else length, str):
        return
    asked = document.value("sections")
    entries = asked if isinstance(asked, list) else []
    budgets = [entry.get("words") for entry in entries if isinstance(entry, dict)]
    own = [int(text) for text in budgets if isinstance(text, str) and _is_number(text)]
    if _is_number(length) and sum(own) > int(length):
        message = f"the sections' `words` add up to {sum(own)}, more than the `length`"
        hint = f"write `length: {sum(own)}` or more, or fewer `words`"
        loc: Loc = ("length",) if document.value("length") else ("sections",)
        yield document.mistake("words-above-length", message, loc, hint)


def articles_are_there(subject: Subject) -> Iterator[Diagnostic]:
    """Each entry of `articles` names something, inside the folder."""
    document, folder = subject.document, subject.folder
    for loc, entry in subject.entries:
        if subject.confine and not is_inside(folder, base_of(folder, entry)):
            message = f"`articles: {shown(entry)}` leads out of the outline's folder"
            hint = "move the articles into it, or name them on the command line"
            yield document.mistake("outside", message, loc, hint)
        elif not entry_files(folder, entry) and not _is_folder(folder / entry):
            message = f"`articles: {shown(entry)}` names no file and no folder"
            yield document.mistake(
                "no-articles", message, loc, _named_like(folder, entry)
            )


def notes_are_used(subject: Subject) -> Iterator[Diagnostic]:
    """Each note on sources matches a file, and no two contradict each other."""
    document = subject.document
    notes = _tables(document.value("sources"))
    names = [path.rpartition("/")[2] for path in subject.files]
    for pattern in notes:
        # A note may name one of several articles in a file: `wire.jsonl#3`.
        file, mark, number = pattern.rpartition("#")
        whole = file if mark and number.isdecimal() else pattern
        if subject.files and not any(fits(whole, path) for path in subject.files):
            near = None if is_wild(pattern) else nearest(pattern, names)
            hint = (
                f"did you mean `{near}`?" if near else "compare it with the file names"
            )
            message = f"`{shown(pattern)}` in `sources` matches no article"
            loc: Loc = ("sources", pattern)
            yield document.mistake("unmatched-source", message, loc, hint, on_key=True)
    seen: set[tuple[str, str, str]] = set()
    for path in subject.files:
        for pair in _contradictions(notes, path):
            if pair not in seen:
                seen.add(pair)
                yield _contradiction(document, path, *pair)


CHECKS: Final[tuple[Callable[[Subject], Iterator[Diagnostic]], ...]] = (
    sections_differ,
    edits_fit,
    marking_is_strict_enough,
    markings_are_new,
    serial_is_there,
    days_are_in_order,
    words_fit,
    articles_are_there,
    notes_are_used,
)


def _pinned_twice(document: Document, pins: list[str]) -> Iterator[Diagnostic]:
    """Find pins of one statement that carry different words."""
    for index, pin in enumerate(pins):
        if _id_of(pin) in map(_id_of, pins[:index]):
            message = f"`{shown(_id_of(pin))}` stands here a second time"
            loc: Loc = ("edits", "pin", pin)
            hint = "a statement stands in one section; keep one of the two"
            yield document.mistake("duplicate-key", message, loc, hint, on_key=True)


def _id_of(edit: str) -> str:
    """Give the id of an edit, which may carry words behind it."""
    return edit.strip().partition(" ")[0]


def _no_section(
    document: Document, section: str, loc: Loc, ids: list[str], *, on_key: bool = True
) -> Diagnostic:
    message = f"`{shown(section)}` in `{loc[1]}` is not a section of this outline"
    near = nearest(section, ids)
    hint = f"did you mean `{near}`?" if near else None
    if hint is None and ids:
        hint = f"its sections are {listed(dict.fromkeys(ids), 'and')}"
    return document.mistake("unknown-target", message, loc, hint, on_key=on_key)


def _named_like(folder: Path, entry: str) -> str:
    try:
        names = [
            p.name + "/" * p.is_dir() for p in folder.iterdir() if p.name[0] != "."
        ]
    except OSError:
        names = []
    if entry.startswith(("http://", "https://", "www.")):
        return "nothing is fetched: save the page in the outline's folder"
    near = None if is_wild(entry) else nearest(entry, names)
    if near:
        return f"did you mean `{near}`?"
    return "write a path relative to the outline's folder"


def _contradictions(
    notes: dict[str, dict[str, Any]], path: str
) -> Iterator[tuple[str, str, str]]:
    said: dict[str, str] = {}
    for pattern, note in notes.items():
        if not fits(pattern, path):
            continue
        for key in KEYS:
            value = note.get(key)
            if not isinstance(value, str):
                continue
            earlier = said.get(key)
            # A name after a pattern is the exception to a rule, and meant.
            meant = earlier is not None and is_wild(earlier) and not is_wild(pattern)
            if earlier is not None and not meant and notes[earlier][key] != value:
                yield earlier, pattern, key
            said[key] = pattern


def _contradiction(
    document: Document, path: str, earlier: str, later: str, key: str
) -> Diagnostic:
    value = shown(document.value("sources", later, key))
    message = (
        f"`{key}: {value}` contradicts `{shown(earlier)}`, which matches `{path}` too"
    )
    loc: Loc = ("sources", later, key)
    hint = "the later one counts; delete one of the two"
    return document.mistake("source-contradiction", message, loc, hint)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_number(text: str) -> bool:
    # Python refuses to read thousands of digits, and the field more than nine.
    return text.isascii() and text.isdigit() and len(text) <= 9  # noqa: PLR2004


def _texts(value: object) -> dict[str, str]:
    """Give the entries of a table that are texts."""
    if not isinstance(value, dict):
        return {}
    return {key: text for key, text in value.items() if isinstance(text, str)}


def _tables(value: object) -> dict[str, dict[str, Any]]:
    """Give the entries of a table that are tables."""
    if not isinstance(value, dict):
        return {}
    return {key: table for key, table in value.items() if isinstance(table, dict)}
