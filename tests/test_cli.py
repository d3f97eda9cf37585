"""The command line beyond its words: exit codes, streams, files, signals, time."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import typer

import briefing.cli
from briefing.cli.build import FORMATS, judged
from briefing.cli.files import make_folder, write_atomically
from briefing.cli.report import Report, give, visible
from briefing.errors import OutputError
from briefing.model.diagnostic import Diagnostic
from briefing.writers import engine
from tests.command_line import EXAMPLE, Terminal, run

ROOT: Final = Path(__file__).resolve().parent.parent
PROGRAM: Final = (sys.executable, "-c", "import briefing.cli as cli; cli.main()")
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


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a machine seem to have no Pango."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    engine.weasyprint.cache_clear()
    yield
    engine.weasyprint.cache_clear()


# Help


def test_help_names_every_command_and_how_to_begin() -> None:
    """`--help` is enough to find the commands and to make a first brief."""
    told = run("--help")
    assert told.code == 0
    for word in ("build", "verify", "statements", "explain", "A first brief"):
        assert word in told.stdout


def test_no_command_shows_the_help() -> None:
    """`briefing` alone shows the help; its exit code says that more is needed."""
    told = run()
    assert told.code == 2
    assert "build" in told.stdout + told.stderr


@pytest.mark.parametrize("command", ["build", "verify", "statements", "explain"])
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


def test_the_examples_of_the_help_work_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example of `--help`, typed in a clone of the project, succeeds."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "config.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in ("build", "verify", "statements", "explain"):
        told = run(command, "--help").stdout
        (line,) = re.findall(r"Example: briefing (.+)", told)
        assert run(*shlex.split(line)).code == 0, line


def test_unknown_words_are_wrong_usage() -> None:
    """A misspelt command or option ends with 2 and is answered with the near one."""
    for words, near in (
        (("bild",), "build"),
        (("build", "--frmat", "pdf"), "--format"),
        (("build", "--attach", "all"), "public"),
    ):
        told = run(*words)
        assert told.code == 2
        assert near in told.stderr


# Files


def test_two_runs_give_the_same_bytes(example: Path) -> None:
    """The same build twice writes the same files, to the byte."""
    for folder in ("one", "two"):
        assert run("build", "--output", folder).code == 0
    for name in FORMATS:
        one, two = (
            (example / d / f"brief.{name}").read_bytes() for d in ("one", "two")
        )
        assert one == two, name


def test_other_files_in_the_folder_stay(example: Path) -> None:
    """A run touches no file but its own, and leaves nothing beside them."""
    folder = example / "build"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "brief.docx").write_text("mine", encoding="utf-8")
    assert run("build", "--format", "md").code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["brief.docx", "brief.md", "notes.txt"]
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_replaced_stays_whole(example: Path) -> None:
    """Where the new file has no room the old one is unchanged, and no part is left."""
    target = example / "brief.md"
    target.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_atomically(target, "not bytes")  # type: ignore[arg-type]
    assert target.read_bytes() == b"old"
    assert [path.name for path in example.glob(".brief*")] == []


def test_new_files_have_the_rights_that_others_have(example: Path) -> None:
    """A written file may be read by those whom the user's mask lets read."""
    old = os.umask(0o027)
    try:
        path = write_atomically(example / "brief.md", b"words")
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_refuses_is_named(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system refuses a folder, its own reason is given."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(
        OutputError, match=r"^`out` cannot be written: permission denied"
    ):
        make_folder(Path("out"))
    told = run("build", "--output", "out")
    assert (told.code, told.stdout) == (6, "")
    assert not (example / "out").exists()


@pytest.mark.usefixtures("no_pango")
def test_without_pango_the_other_formats_are_written(example: Path) -> None:
    """A machine without Pango gets all but the PDF, and the command that mends it."""
    told = run("build")
    assert told.code == 6
    assert told.stdout.splitlines() == [
        "build/brief.html",
        "build/brief.md",
        "build/brief.json",
    ]
    assert "error: pdf: PDF needs the system library Pango" in told.stderr
    assert "apt-get install -y libpango-1.0-0" in told.stderr
    assert not (example / "build" / "brief.pdf").exists()


def test_what_the_pdf_carries_can_be_chosen(example: Path) -> None:
    """A PDF without data cannot be verified, one with all data can."""
    for attach in ("none", "full"):
        words = ("--format", "pdf", "--attach", attach, "--output", attach)
        assert run("build", *words).code == 0
    told = run("verify", str(example / "none" / "brief.pdf"), "--articles", "articles")
    assert told.code == 2
    assert "--attach none" in told.stderr
    told = run("verify", str(example / "full" / "brief.pdf"), "--articles", "articles")
    assert told.code == 0


def test_own_templates_win(example: Path) -> None:
    """A template of one's own replaces the shipped one of that name, and no other."""
    (example / "mine").mkdir()
    own = example / "mine" / "brief.md.j2"
    own.write_text("Mine.\n", encoding="utf-8")
    assert run("build", "--format", "md,html", "--templates", "mine").code == 0
    written = (example / "build" / "brief.md").read_text(encoding="utf-8")
    assert written.strip() == "Mine."
    page = (example / "build" / "brief.html").read_text(encoding="utf-8")
    assert "Fire on the ferry Skarven" in page


def test_the_day_of_the_command_line_wins(example: Path) -> None:
    """`--as-of` sets the day that the brief speaks of."""
    assert run("build", "--format", "json", "--as-of", "2024-04-01").code == 0
    brief = json.loads((example / "build" / "brief.json").read_bytes())
    assert brief["as_of"] == "2024-04-01"


def test_a_brief_that_its_articles_do_not_hold_is_refused(example: Path) -> None:
    """A word changed in the brief itself is an error, and the exit code is 7."""
    run("build", "--format", "json")
    path = example / "build" / "brief.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("car deck", "bar deck"), encoding="utf-8")
    told = run("verify", str(path))
    assert told.code == 7
    assert "[verify-altered]" in told.stderr


def test_an_article_that_moved_folders_is_found_by_its_name(example: Path) -> None:
    """`--articles` takes articles by the path that the brief gives, or by its end."""
    run("build", "--format", "json")
    elsewhere = example / "far" / "away"
    elsewhere.mkdir(parents=True)
    (example / "articles").rename(elsewhere / "articles")
    for folder in (elsewhere, elsewhere / "articles"):
        told = run("verify", "build/brief.json", "--articles", str(folder))
        assert (told.code, told.stderr) == (0, "")


def test_verbose_names_each_passage_that_cannot_be_checked(example: Path) -> None:
    """What follows from a missing article is said with `-v`, and to machines."""
    run("build", "--format", "json")
    (example / "articles" / "morning.txt").unlink()
    short = run("verify", "build/brief.json")
    whole = run("verify", "build/brief.json", "--verbose")
    codes = json.loads(run("verify", "build/brief.json", "--diagnostics=json").stderr)
    assert "verify-unchecked" not in short.stderr
    assert "verify-unchecked" in whole.stderr
    assert "verify-unchecked" in {item["code"] for item in codes}
    assert short.code == whole.code == 7


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


def test_a_terminal_without_the_letters_shows_their_numbers() -> None:
    """Where stdout lacks a letter, its number stands there; there is no traceback."""
    told = subprocess.run(
        [*PROGRAM, "explain", "2b"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert told.stderr == b""
    assert rb"\u201csaid\u201d after what is said" in told.stdout
    assert told.returncode == 0


# Ends


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


def test_ctrl_c_leaves_no_traceback_and_no_part(example: Path) -> None:
    """An interrupt in the midst of a build ends with 130, no word, no half file."""
    for number in range(400):  # enough to be at work for some seconds
        shutil.copy(example / "articles" / "morning.txt", f"articles/{number}.txt")
    with subprocess.Popen(
        [*PROGRAM, "build", "--format", "md"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
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
