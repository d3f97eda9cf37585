"""Every command says what its transcript shows: stdout, stderr and exit code, whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command_line import COMMANDS, EXAMPLE, Transcript, play, rewrite, transcripts

NAMES = sorted(path.name for path in COMMANDS.glob("*.md"))
CASES = [
    pytest.param(name, case, id=f"{name}:{case.line} {case.title}")
    for name in NAMES
    for case in transcripts(name)
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_the_command_says_what_its_transcript_shows(
    name: str,
    case: Transcript,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """In a copy of the example a command writes and returns what its file says."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    ran = play(case.commands, monkeypatch)
    if request.config.getoption("--update-golden"):
        rewrite(name, case, ran)
    else:
        assert ran == case.ran


def test_titles_are_unique() -> None:
    """No two cases of a file have one title, for the title finds the case."""
    for name in NAMES:
        titles = [case.title for case in transcripts(name)]
        assert len(titles) == len(set(titles))
