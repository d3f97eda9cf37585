"""The command line beyond its words: exit codes, streams, files, signals, time."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import typer

import briefing.cli
from briefing.cli.app import COMMANDS
from briefing.cli.build import judged
from briefing.cli.report import Report, give, visible
from briefing.cli.table import fitted, lines_of
from briefing.errors import OutputError
from briefing.model.diagnostic import Diagnostic
from tests.command_line import EXAMPLE, Terminal, run

ROOT: Final = Path(__file__).resolve().parent.parent
PROGRAM: Final = (sys.executable, "-c", "import briefing.cli as cli; cli.main()")
NAMES: Final = tuple(command.__name__ for command in COMMANDS)
HEAVY: Final = (
    "briefing.extract briefing.outline briefing.pipeline briefing.relate "
    "briefing.writers jinja2 markdown_it nupunkt pydantic pypdf rapidfuzz Stemmer "
    "weasyprint yaml"
)


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a copy of the small example of the transcripts."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Help


def test_help_names_every_command_and_how_to_begin() -> None:
    """`--help` is enough to find the commands and to make a first brief."""
    told = run("--help")
    assert told.code == 0
    for word in (*NAMES, "--install-completion", "A first brief"):
        assert word in told.stdout


def test_no_command_shows_the_help() -> None:
    """`briefing` alone shows the help; its exit code says that more is needed."""
    told = run()
    assert told.code == 2
    assert "build" in told.stdout + told.stderr


@pytest.mark.parametrize("command", NAMES)
def test_the_help_of_each_command_has_an_example(command: str) -> None:
    """`--help` of a command shows one that can be typed."""
    assert f"Example: briefing {command} " in run(command, "--help").stdout


def test_the_version_is_printed() -> None:
    """`--version` prints name and version."""
    assert run("--version").stdout == f"briefing {briefing.__version__}\n"


def test_help_imports_no_room_that_a_brief_needs() -> None:
    """`--help` answers at once: none of the heavy rooms or libraries is imported."""
    code = (
        "import contextlib, sys, briefing.cli as cli\n"
        "sys.argv = ['briefing', '--help']\n"
        "with contextlib.suppress(SystemExit): cli.main()\n"
        f"print(*set({HEAVY!r}.split()) & set(sys.modules), file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert told.stderr.split() == []


LATER: Final = (
    "briefing.compose briefing.model.brief briefing.model.corpus briefing.plan "
    "briefing.relate briefing.writers concurrent.futures html jinja2 lxml markdown_it "
    "multiprocessing pypdf rapidfuzz rich.console rich.table ssl weasyprint"
)
"""What relates, plans, lays out, draws or calls other processes."""

FINDERS: Final = "briefing.extract briefing.readers.build briefing.text.roles nupunkt"
"""What reads an article's text, and makes tables and patterns for that."""

RUNS_ON: Final = """\
The ferry sank

RIVERTON, 3 May 2024 — “The ferry was full,” said mayor Ines Calder. “It left late.
Nobody had counted the passengers. We shall ask why.” He added that it was dark.
"""


def late_imports(names: str) -> list[str]:
    """Give those of *names* that `briefing statements` imports."""
    code = (
        "import contextlib, sys, briefing.cli as cli\n"
        "sys.argv = ['briefing', 'statements']\n"
        "with contextlib.suppress(SystemExit): cli.main()\n"
        f"print('late:', *set({names!r}.split()) & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    lines = told.stdout.splitlines()
    assert any("ferry was full" in line for line in lines)
    return lines[-1].split()[1:]


def test_statements_import_no_more_than_they_need(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What relates or plans is not waited for, and what was kept needs no finder."""
    monkeypatch.setenv("BRIEFING_CACHE", str(example / "cache"))
    for path in (example / "articles").iterdir():
        path.unlink()
    (example / "articles" / "ferry.txt").write_text(RUNS_ON, encoding="utf-8")
    assert late_imports(LATER) == []
    assert late_imports(f"{LATER} {FINDERS}") == []


def test_the_examples_of_the_help_work_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example of `--help`, typed in a clone of the project, succeeds."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "config.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in NAMES:
        told = run(command, "--help").stdout
        (line,) = re.findall(r"Example: briefing (.+)", told)
        assert run(*shlex.split(line)).code == 0, line


def test_unknown_words_are_wrong_usage() -> None:
    """A misspelt command or option ends with 2 and is answered with the near one."""
    for words, near in (
        (("bild",), "build"),
        (("biuld",), "build"),
        (("articels",), "articles"),
        (("build", "--frmat", "pdf"), "--format"),
        (("check", "--strickt"), "--strict"),
        (("build", "--attach", "all"), "public"),
    ):
        told = run(*words)
        assert told.code == 2
        assert near in told.stderr


# Streams


def test_colour_and_progress_are_for_terminals() -> None:
    """On a terminal severities are coloured and stages are shown; elsewhere neither."""
    Path("articles/nothing.txt").touch()
    plain = run("build", "--format", "md")
    assert "\x1b" not in plain.stdout + plain.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NO_COLOR", raising=False)
        shown = run("build", "--format", "md", stream=Terminal)
    assert "\x1b[33m\x1b[1mwarning\x1b[0m: the file is empty" in shown.stderr
    assert "\x1b" not in shown.stdout


def test_no_color_is_honoured() -> None:
    """With NO_COLOR set, a terminal gets words without colour."""
    Path("articles/nothing.txt").touch()
    shown = run("build", "--format", "md", stream=Terminal)
    assert "articles/nothing.txt: warning: the file is empty" in shown.stderr


def test_machines_and_the_quiet_see_no_progress() -> None:
    """JSON diagnostics stay JSON on a terminal too; quiet stays quiet."""
    told = run("build", "--format", "md", "--diagnostics", "json", stream=Terminal)
    assert json.loads(told.stderr)
    assert run("build", "--format", "md", "--quiet", stream=Terminal).stderr == ""


def test_the_table_on_a_terminal_is_as_wide_as_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No line of the table is wider than the terminal, at 80 columns and at 200."""
    for width in (80, 119, 120, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = run("statements").stdout.splitlines()
        assert max(map(len, lines)) <= width


def test_the_table_shows_ids_and_speakers_in_their_styles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a terminal ids are dim and speakers bold; a dumb one gets plain words."""
    monkeypatch.setenv("TERM", "xterm")
    shown = run("statements", stream=Terminal).stdout
    assert re.search(r"^\x1b\[2ms[0-9a-f]{10}  \x1b\[0m\x1b\[1m", shown, re.MULTILINE)
    monkeypatch.setenv("TERM", "dumb")
    plain = run("statements", stream=Terminal).stdout
    assert plain == re.sub(r" *\x1b\[0m *$|\x1b\[\dm", "", shown, flags=re.MULTILINE)


def test_the_table_breaks_between_words_and_marks_a_word_it_cuts() -> None:
    """Lines hold whole words; one too long for its column ends in an ellipsis."""
    cells = ("one two  three\nfour", "incomprehensibilities", "Ōsaka 東京都")
    lines = [*lines_of(cells, (8, 10, 6), (None, None, None))]
    assert lines == [
        "one two   incompreh…  Ōsaka",
        "three                 東京都",
        "four",
    ]


def test_a_narrow_terminal_narrows_every_column() -> None:
    """Where the columns do not fit each gives its share, and keeps one letter."""
    widths = {"id": 11, "days": 11, "words": 10}
    assert fitted(widths, 36) == widths
    assert fitted(widths, 30) == {"id": 9, "days": 9, "words": 8}
    assert fitted(widths, 2) == {"id": 1, "days": 1, "words": 1}


def test_characters_that_act_are_shown_as_marks() -> None:
    """Escapes and turned reading order cannot reach a terminal; line ends can."""
    assert visible("a\x1b[2J\x9b\u202eb\n\tc") == "a�[2J��b\n\tc"


def test_nobody_reads_on_is_no_error() -> None:
    """`briefing statements | head -1` ends without a word, by the signal's number."""

    class Closed(io.StringIO):
        """A pipe whose reader is gone."""

        def write(self, _: str, /) -> int:
            raise BrokenPipeError(32, "Broken pipe")

        def fileno(self) -> int:
            return spare

    spare = os.open(os.devnull, os.O_WRONLY)
    with contextlib.redirect_stdout(Closed()), pytest.raises(typer.Exit) as end:
        give("words")
    os.close(spare)
    assert end.value.exit_code == 141


def test_a_closed_pipe_leaves_no_traceback() -> None:
    """In a real pipe, nothing is said either."""
    with subprocess.Popen(
        [*PROGRAM, "statements"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        process.wait(60)
    assert (process.returncode, told) == (141, b"")


def test_a_full_disk_behind_stdout_is_an_error_of_output() -> None:
    """A result that cannot be written says so and ends with 6."""

    class Full(io.StringIO):
        """A file on a disk without room."""

        def write(self, _: str, /) -> int:
            raise OSError(28, "No space left on device")

    with (
        contextlib.redirect_stdout(Full()),
        pytest.raises(OutputError, match=r"^stdout cannot be written: No space left"),
    ):
        give("words")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--help >&-", 0),
        ("build -f md >&- 2>&-", 0),
        ("build none.yaml 2>&-", 3),
        ("--version > /dev/full", 6),
        ("build -f md 2> /dev/full", 6),
    ],
)
def test_streams_that_cannot_be_written_make_no_traceback(
    command: str, code: int
) -> None:
    """A closed stream takes all; one without room ends with 6, and never in Python."""
    program = " ".join(shlex.quote(word) for word in PROGRAM)
    told = subprocess.run(
        ["/bin/sh", "-c", f"{program} {command}"], capture_output=True, check=False
    )
    assert told.returncode == code
    assert b"Traceback" not in told.stderr + told.stdout


def test_a_terminal_without_the_letters_shows_their_numbers() -> None:
    """Where stdout lacks a letter, its number stands there; there is no traceback."""
    words = "Port opens\n\nThe port of \u039a\u03ce\u03c2 was calm, police said.\n"
    Path("articles/greek.txt").write_text(words, encoding="utf-8")
    told = subprocess.run(
        [*PROGRAM, "statements", "--article", "greek"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert told.stderr == b""
    assert rb"\u039a\u03ce\u03c2 was calm" in told.stdout
    assert told.returncode == 0


# Ends


@pytest.mark.parametrize(
    ("called", "on_path", "typed"),
    [
        (".venv/bin/briefing", None, ".venv/bin/briefing"),
        (".venv/bin/briefing", "other/briefing", ".venv/bin/briefing"),
        (".venv/bin/briefing", ".venv/bin/briefing", "briefing"),
        ("my tools/briefing", None, '"my tools/briefing"'),
        ("-c", None, "briefing"),
    ],
)
def test_the_next_command_is_printed_as_this_one_was_called(
    monkeypatch: pytest.MonkeyPatch,
    example: Path,
    called: str,
    on_path: str | None,
    typed: str,
) -> None:
    """What `init` says to type next is found, on the PATH or where it lies."""
    for name in {called, on_path} - {None, "-c"}:
        place = example / str(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    monkeypatch.setattr(sys, "argv", [called, "init", "mine"])
    monkeypatch.setattr(shutil, "which", lambda _: on_path)
    told = run("init", "mine").stderr
    assert f"  {typed} check mine/config.yaml\n" in told
    assert f"  {typed} build mine/config.yaml" in told


def test_the_program_starts_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` runs the command line with the words that it was called with."""
    monkeypatch.setattr(sys, "argv", ["briefing", "--version"])
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    err = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        with pytest.raises(SystemExit) as end:
            briefing.cli.main()
        out.flush()
    assert end.value.code == 0
    assert out.buffer.getvalue() == f"briefing {briefing.__version__}\n".encode()


def test_ctrl_c_before_a_command_runs_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt while the program still starts ends with 130 and no word."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.cli.app.app", interrupt)
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        pytest.raises(SystemExit) as end,
    ):
        briefing.cli.main()
    assert end.value.code == 130


INTERRUPTED: Final = """
import os, signal, sys, time
import briefing.cli, briefing.relate

def interrupt(*_):
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)

# Whoever imports it from now on gets this one: the build is in its midst then.
briefing.relate.relate_statements = interrupt
briefing.cli.main()
"""


def test_ctrl_c_leaves_no_traceback_and_no_part(example: Path) -> None:
    """An interrupt in the midst of a build ends with 130, no word, no half file."""
    told = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, "build", "--format", "md"],
        env={**os.environ, "BRIEFING_CACHE": str(example / "cache")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (told.returncode, told.stdout, told.stderr) == (130, b"", b"")
    assert list((example / "build").glob("*")) == []


def test_a_brief_that_fails_its_own_proof_ends_with_7() -> None:
    """What verify finds in the brief just built outranks `--strict`."""
    report = Report()
    report.add([Diagnostic("verify-altered", "error", "not the passage's words")])
    assert judged(report, strict=True) == 7


def test_a_report_says_a_thing_once() -> None:
    """The same diagnostic from two stages is written once."""
    report = Report()
    for _ in range(2):
        report.add_error(OutputError("`out` is a file, not a folder"))
    assert len(report.found) == 1
