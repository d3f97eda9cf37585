"""Find whose words a sentence goes on with: a quotation may run over several."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.statement import Statement


def quoted_on(statements: Sequence[Statement]) -> dict[str, str]:
    """Give id → speaker, as the brief has it, of what is mainly someone's words."""
    if not any(map(_looks_beyond, statements)):
        return {}
    # Late: most need none of it.
    from briefing.extract.voices import attributions_by_statement, speakers

    reach = attributions_by_statement(statements)
    return {id_: who.name for id_, who in speakers(statements, reach).items()}


def _looks_beyond(statement: Statement) -> bool:
    """Tell whether a quotation runs past its sentence, or "he" has said something."""
    start, end = statement.span.start, statement.span.end
    return any(
        (one.speaker is None and one.source is not None)
        or any(part.start < start or part.end > end for part in one.content)
        for one in statement.attributions
    )
