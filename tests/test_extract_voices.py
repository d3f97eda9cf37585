"""Whose words a sentence mainly is: a speaker's, two speakers', or the newsroom's."""

from __future__ import annotations

import pytest

from briefing.extract import extract_statements
from briefing.extract.voices import (
    attributions_by_statement,
    names_speaker,
    speaker_of,
    speakers,
)
from briefing.model.article import Span
from briefing.readers import read_text
from tests.case_files import Case, case_file


@case_file("voices.md")
def test_voices(case: Case) -> None:
    """Each sentence is its speaker's, or that of two, or the newsroom's own."""
    body = [s for s in extract_statements(read_text(case.input)) if s.role == "body"]
    said = speakers(body, attributions_by_statement(body))
    names = [said[s.id].name if s.id in said else "-" for s in body]
    assert "\n".join(names) == case.expected


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        (
            "The dyke held, the mayor said, while the union said it had failed.",
            ", while the union said it had failed",
            "the mayor",
        ),
        (
            "Pia Strand denied the guards had fired though the radio said ten fled.",
            " though the radio said ten fled",
            "Pia Strand",
        ),
        (
            "Ten people died on the ferry, and Jan Boer said that it had no boats.",
            ", and Jan Boer said that it had no boats",
            None,
        ),
    ],
)
def test_what_is_left_of_a_sentence_is_whose_words_are_left(
    text: str, part: str, speaker: str | None
) -> None:
    """A speaker whose words a brief leaves out is not its voice."""
    (statement,) = extract_statements(read_text(text))
    start = text.index(part)
    left_out = Span(start, start + len(part))
    found = speaker_of(statement, statement.attributions, left_out)
    assert (found.name if found else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ines Calder said the dyke would hold.", "Ines Calder"),
        ("The miners did not say what they had seen underground.", None),
        ("Doctors can identify the virus by its rare shell.", None),
        ("Officials declared three days of mourning in Oslo.", None),
        ("Passengers declare their fruit to the guards at the pier.", None),
        ("Minister Olga Brandt left the hall after a quarrel, warning of fire.", None),
        (
            "“The dyke is sand,” said Bo Ek, an engineer at the University of Lund.",
            "Bo Ek",
        ),
        ("Port director Ana Maria Duarte denied the claim.", "Ana Maria Duarte"),
        ("Police identified the five dead in a hall at the station.", None),
        ("Teacher Pia Strand told the court that she slept.", "Pia Strand"),
        (
            "Nurse Abel Otieno, who has worked on the ward for years, said it leaked.",
            "Abel Otieno",
        ),
        ("Crowds grew after the ministry was forced to admit that it had lied.", None),
        ("The mine, which experts say is unsafe, was sold to a firm in May.", None),
        ("Ten people died there, and Pia Strand said that it was late.", None),
        ("Queues began after Kenya's credit agency backed a loan for the dam.", None),
        (
            "Bo Ek had phoned the port to urge “an immediate halt”, Ines Kolar said.",
            "Ines Kolar",
        ),
        ("Sailor Jan Boer went to the court on Monday, saying he was ill.", None),
        ("Jan Boer said the roof fell on Monday, adding he was ill.", "Jan Boer"),
    ],
)
def test_a_sentence_is_somebodys_only_where_he_says_it(
    text: str, speaker: str | None
) -> None:
    """What nobody has said is the newsroom's own sentence."""
    found = extract_statements(read_text(text))
    said = speakers(found, attributions_by_statement(found))
    names = [said[s.id].name if s.id in said else None for s in found]
    assert names == [speaker]


STATEMENT = """The strike is off, Norland said in a statement on Friday. The statement
blames Lomo for its war on Norland and says that talks are over."""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ana Lima said the dam would hold.", 1),
        ("The dyke held, the mayor said, while the union said it had failed.", 1),
        (STATEMENT, 0),
        ("Lomo Highway Patrol (LHP) came. The road is shut, the LHP said.", 1),
        ("Bo Ek joined the Lomo Fire Department as a cook, the department said.", 0),
        ("“Lies,” Bo Ek said. “They told me: Ek, go home, and Ek went.”", 0),
    ],
)
def test_a_name_is_a_speakers_only_where_it_is_told_to_speak(
    text: str, named: int
) -> None:
    """A speaker who is only spoken of in the words is named beside them."""
    found = extract_statements(read_text(text))
    reach = attributions_by_statement(found)
    last = [s for s in found if s.id in speakers(found, reach)][-1]
    speaker = speakers(found, reach)[last.id]
    assert names_speaker(last, reach[last.id], speaker) == bool(named)
