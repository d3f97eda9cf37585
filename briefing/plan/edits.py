"""Find the analyst's edits that meet nothing any more, so that none is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from briefing.model.corpus import Corpus
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline


def lost_edits(outline: Outline, corpus: Corpus) -> Iterator[Diagnostic]:
    """Give a warning for each pinned or dropped statement that no article holds.

    An id comes from a statement's words and its article's bytes: it goes when the file
    was edited or taken away.
    """
    known = {statement.id for statement in corpus.statements}
    shown = None if outline.path is None else outline.path.name
    for verb, items in (("pin", outline.edits.pin), ("drop", outline.edits.drop)):
        for item in items:
            if item not in known:
                near = get_close_matches(item, known, 1, 0.8)
                hint = (
                    f"did you mean `{near[0]}`?"
                    if near
                    else "its article has changed or is gone; `briefing statements` "
                    "lists the ids there are"
                )
                message = f"edits.{verb}: no article holds the statement `{item}`"
                yield Diagnostic(
                    "outline-edit-lost", "warning", message, shown, hint=hint
                )
