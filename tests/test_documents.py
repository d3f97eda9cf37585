"""What the documents say is so: commands, output, options, codes, formats, keys."""

from __future__ import annotations

import inspect
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from typer.main import get_command

import briefing
from briefing import errors
from briefing.cli.app import app
from briefing.cli.build import FORMATS
from briefing.readers import READERS
from briefing.writers import WRITERS
from tests.command_line import run
from tests.diagnostic_codes import codes

ROOT: Final = Path(__file__).resolve().parent.parent
DOCUMENTS: Final = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")

# Matches a block of commands and what they write, or of another language's lines.
_BLOCK: Final = re.compile(
    r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
# Matches "[a word](place.md)"; not an address on the web.
_LINK: Final = re.compile(r"\]\((?!https?:)([^)#]+)\)|src=\"([^\"]+)\"")


def _blocks(kind: str) -> Iterator[str]:
    return (found["body"] for found in _BLOCK.finditer(README) if found["kind"] == kind)


def _commands() -> dict[str, object]:
    return dict(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds the example, as a clone of the project does."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "config.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("example")
def test_the_output_in_the_readme_is_the_programs(
    request: pytest.FixtureRequest,
) -> None:
    """Each `$ briefing …` of the README, run in order, gives what stands below it."""
    written = _BLOCK.sub(_played, README)
    if request.config.getoption("--update-golden"):
        (ROOT / "README.md").write_text(written, encoding="utf-8")
    else:
        assert written == README


def _played(found: re.Match[str]) -> str:
    if found["kind"] != "console":
        return found[0]
    command = found["body"].splitlines()[0]
    ran = run(*shlex.split(command)[2:])
    assert ran.code == 0, ran.stderr
    return f"```console\n{command}\n{ran.stdout}{ran.stderr}```"


def test_a_first_brief_can_be_built_as_written(example: Path) -> None:
    """The shell lines of the README that make one's own brief leave a brief."""
    (lines,) = (block for block in _blocks("sh") if "briefing init" in block)
    program = shlex.join([sys.executable, "-c", "import briefing.cli as c; c.main()"])
    script = lines.replace(".venv/bin/briefing", program)
    subprocess.run(["/bin/sh", "-eu", "-c", script], check=True, capture_output=True)
    names = {path.name for path in (example / "mine" / "build").iterdir()}
    assert names == {f"brief.{name}" for name in FORMATS}


@pytest.mark.usefixtures("example")
def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines that show the Python API print what they are there to show."""
    (lines,) = _blocks("python")
    exec(compile(lines, "README.md", "exec"), {})  # noqa: S102 - our own document
    assert capsys.readouterr().out.splitlines() == [
        "brief.md True",
        "brief.json True",
        "police The bridge is closed, police said on Monday.",
    ]


def test_every_diagnostic_code_is_documented() -> None:
    """The README's table holds the codes of the program: all of them, and no other."""
    rows = re.findall(r"^\| `([a-z]+-[a-z0-9-]+)` \|", README, re.MULTILINE)
    assert sorted(rows) == sorted(codes())


def test_the_codes_that_outlines_are_answered_with_are_known() -> None:
    """No code in the expected messages of broken outlines escapes the search."""
    texts = (ROOT / "tests" / "configs").glob("*.txt")
    said = {
        code
        for path in texts
        for code in re.findall(r"\[([a-z]+-[a-z0-9-]+)\]$", path.read_text("utf-8"), 8)
    }
    assert said - codes() == set()


def test_the_codes_in_transcripts_are_known() -> None:
    """No code in what the commands say escapes the search."""
    texts = (ROOT / "tests" / "commands").glob("*.md")
    said = {
        code
        for path in texts
        for code in re.findall(r"\[([a-z]+-[a-z0-9-]+)\]$", path.read_text("utf-8"), 8)
    }
    assert said - codes() == set()


def test_every_exit_code_is_documented() -> None:
    """The README's table of exit codes holds those of the errors, and those of ends."""
    rows = {int(n) for n in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    kinds = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.BriefingError)
    ]
    assert rows == {kind.exit_code for kind in kinds} | {0, 130}


def test_every_format_is_documented() -> None:
    """The README's table of formats is the table of writers; all are the default."""
    rows = re.findall(r"^\| `([a-z]+)` \| `brief\.[a-z]+` \|", README, re.MULTILINE)
    assert sorted(rows) == sorted(WRITERS)
    assert sorted(FORMATS) == sorted(WRITERS)


def test_every_ending_of_an_article_is_documented() -> None:
    """The README names the endings of the files that are read."""
    assert [name for name in READERS if f"`{name}`" not in README] == []


def test_every_command_is_documented() -> None:
    """Each command stands in the README, and each of its options has help text."""
    for name, command in _commands().items():
        assert f"briefing {name}" in README
        for parameter in command.params:  # type: ignore[attr-defined]
            assert parameter.name == "help" or parameter.help, (name, parameter.name)


def test_every_option_in_the_readme_exists() -> None:
    """No option of the README is one that no command has."""
    known = {
        option
        for command in (get_command(app), *_commands().values())
        for parameter in command.params  # type: ignore[attr-defined]
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    said = set(re.findall(r"`?(--[a-z][a-z-]+)", README))
    assert said - known - {"--help"} == set()


def test_the_public_names_are_documented() -> None:
    """Each public function stands in the README."""
    names = [name for name in briefing.__all__ if name[0].islower()]
    assert [name for name in names if name not in README] == []


def test_the_targets_of_make_that_documents_name_exist() -> None:
    """Each `make …` of a document is a target of the Makefile."""
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), 8))
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS]
    named = {m for text in texts for m in re.findall(r"(?:`|^)make ([a-z]+)", text, 8)}
    assert named - made == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name: str) -> None:
    """Each link of a document that stays in the project leads to a file or folder."""
    text = (ROOT / name).read_text(encoding="utf-8")
    places = [place for pair in _LINK.findall(text) for place in pair if place]
    assert [place for place in places if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_in_documents_exist(name: str) -> None:
    """Each path of the project that a document names is there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:briefing|tests|templates|tools)/[\w./-]*)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_contributing_is_short() -> None:
    """What a newcomer must read before a change has less than a hundred lines."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert text.count("\n") < 100


def test_the_picture_is_small() -> None:
    """The README's picture is a PNG of less than 200 kB."""
    picture = (ROOT / "docs" / "brief.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 200_000


def test_json_diagnostics_have_the_keys_that_are_documented(
    example: Path,
) -> None:
    """The README lists the keys of a diagnostic in JSON, in their order."""
    (example / "broken.yaml").write_text("title: Fire\n", encoding="utf-8")
    found = json.loads(
        run("build", "broken.yaml", "--diagnostics", "json").stderr.splitlines()[0]
    )
    keys = ["code", "severity", "message", "path", "line", "column", "hint"]
    assert list(found[0]) == keys
    assert all(f"`{key}`" in README for key in keys)
