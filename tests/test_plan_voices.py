"""Whose words a sentence mainly is: one speaker's, or the newsroom's own."""

from __future__ import annotations

import pytest

from briefing.plan.voices import attributions_by_statement, speakers
from briefing.readers import read_text
from tests.builders import corpus


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ines Calder said the dyke would hold.", "Ines Calder"),
        ("The miners did not say what they had seen underground.", None),
        ("Doctors can identify the virus by its rare shell.", None),
        ("Officials declared three days of mourning in Oslo.", None),
        ("Passengers declare their fruit to the guards at the pier.", None),
        ("The dyke held, the mayor said, while the union said it had failed.", None),
        ("Minister Olga Brandt left the hall after a quarrel, warning of fire.", None),
    ],
)
def test_a_sentence_is_somebodys_only_where_he_says_it(
    text: str, speaker: str | None
) -> None:
    """What nobody has said, or two have said, is the newsroom's own sentence."""
    found = corpus(read_text(text))
    said = speakers(found, attributions_by_statement(found))
    names = [said[s.id].name if s.id in said else None for s in found.statements]
    assert names == [speaker]
