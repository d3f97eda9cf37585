"""Say what is wrong with an argument, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.errors import UsageError
from briefing.model.diagnostic import Diagnostic

CODE = "run-usage"


def misuse(message: str, hint: str | None = None) -> UsageError:
    """Give the error of a wrong argument, with a *hint* below it."""
    return UsageError(message, (Diagnostic(CODE, "error", message, hint=hint),))


def unknown(option: str, word: str, known: Iterable[str], what: str) -> UsageError:
    """Give the error of a *word* that is none of the *known*; a near one is offered."""
    from difflib import get_close_matches

    from briefing.outline.near import listed, nearest

    names = sorted(known)
    # Letters that changed places weigh much in words as short as `pfd`.
    near = nearest(word, names) or next(iter(get_close_matches(word, names, 1)), None)
    hint = f"did you mean `{near}`?" if near else f"there is {listed(names)}"
    return misuse(f"{option}: `{word}` is no {what}", hint)
