"""`briefing doctor` and `init`: what a machine lacks, and what a newcomer gets."""

from __future__ import annotations

import io
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

import pytest

from briefing.cli import machine
from briefing.cli.beginning import new_outline
from briefing.outline import check_outline
from briefing.resources import manual_path
from briefing.writers import engine
from tests.command_line import run

MANUAL: Final = manual_path().read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


# doctor


def test_a_machine_that_has_all_is_told_so() -> None:
    """Where nothing is missing one line says so, and the exit code is 0."""
    told = run("doctor")
    assert told.stdout == "everything that a brief needs is there\n"
    assert (told.stderr, told.code) == ("", 0)


def test_verbose_names_what_is_there() -> None:
    """`-v` names Python, the packages, Pango, what ships, the endings, the folder."""
    told = run("doctor", "-v").stdout
    here = platform.python_version()
    for words in (
        f"Python {here}",
        "weasyprint",
        "Pango 1.",
        "fonts",
        ".txt",
        "`build`",
    ):
        assert words in told
    assert {line.partition(":")[0] for line in told.splitlines()[:-1]} == {"there"}


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a machine seem to have no Pango."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    engine.weasyprint.cache_clear()
    yield
    engine.weasyprint.cache_clear()


SYSTEMS: Final = [
    (
        "linux",
        "ID=linuxmint\nID_LIKE='ubuntu debian'",
        "sudo apt-get install -y libpango",
    ),
    ("linux", "ID=rocky\nID_LIKE='rhel centos fedora'", "sudo dnf install -y pango"),
    ("linux", "ID=alpine", "sudo apk add pango"),
    ("darwin", "", "brew install pango"),
    ("win32", "", r"C:\msys64\usr\bin\bash -lc 'pacman -S mingw-w64-x86_64-pango'"),
]


@pytest.mark.usefixtures("no_pango")
@pytest.mark.parametrize(("system", "release", "command"), SYSTEMS)
def test_each_system_is_given_its_own_command(
    monkeypatch: pytest.MonkeyPatch, system: str, release: str, command: str
) -> None:
    """Without Pango the command that installs it here is shown; the end is 1."""
    pairs = (line.split("=") for line in release.splitlines())
    values = {key: value.strip("'") for key, value in pairs}
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: values)
    told = run("doctor")
    assert told.code == 1
    lines = told.stdout.splitlines()
    assert lines[0].startswith("missing: Pango, which lays out the PDF")
    assert lines[1].startswith(f"  {command}")
    assert "everything" not in told.stdout


@pytest.mark.usefixtures("no_pango")
def test_a_system_that_is_not_known_is_given_all_commands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the system cannot be told, each has its line."""

    def unknown() -> dict[str, str]:
        raise OSError(2, "no os-release")

    monkeypatch.setattr(platform, "freedesktop_os_release", unknown)
    told = run("doctor").stdout
    for system, command in engine.COMMANDS:
        assert f"  {system}: {command}\n" in told


def test_a_package_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is asked for and not there is named, with the command."""
    asked = ["typer>=0.12.5", "no-such-package-here>=3", "build>=1; extra == 'x'"]
    monkeypatch.setattr(metadata, "requires", lambda _: asked)
    assert list(machine.packages()) == [
        machine.Finding(
            "missing",
            "Python packages: no-such-package-here",
            ("python -m pip install no-such-package-here",),
        )
    ]


def test_files_that_are_not_installed_are_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A checkout that no installer has seen works, and is told how to be installed."""

    def absent(_: str) -> list[str]:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "requires", absent)
    (found,) = machine.packages()
    assert found.state == "advice"


def test_readers_that_cannot_be_imported_are_no_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where a package of the readers is broken, that too is a finding."""
    monkeypatch.setitem(sys.modules, "briefing.readers", None)
    (found,) = machine.readers()
    assert found.state == "missing"
    assert found.said.startswith("articles cannot be read: ")


def test_an_old_python_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python older than the oldest is missing, with what to install."""
    monkeypatch.setattr(machine, "OLDEST", (4, 0))
    (found,) = machine.python()
    assert found.state == "missing"
    assert "4.0" in found.remedy[0]


def test_what_ships_and_is_gone_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Fonts and templates that were lost are named, each group with its remedy."""
    monkeypatch.setattr(machine, "templates_folder", lambda: tmp_path)
    found = {item.state: item for item in machine.shipped()}
    assert found["missing"].said.startswith("fonts: NotoSans-Regular.ttf, ")
    assert found["there"].said.startswith("word lists and schemas in ")


def test_a_terminal_without_letters_gets_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another encoding than UTF-8 is no fault, and there is a command for it."""
    latin = io.TextIOWrapper(io.BytesIO(), "latin-1")
    monkeypatch.setattr(sys, "stdout", latin)
    (found,) = machine.letters()
    assert (found.state, found.remedy) == ("advice", ("export PYTHONUTF8=1",))


def test_a_folder_that_refuses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written the folder is named, and another advised."""

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    (found,) = machine.writing(Path("build"))
    assert found.state == "missing"
    assert found.said.endswith("cannot be written: permission denied")


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    """To examine the folder is not to make it."""
    run("doctor")
    assert list(tmp_path.iterdir()) == []


# init


def test_the_new_outline_says_all_that_the_manual_says() -> None:
    """No comment of `config.yaml` is missing, but what is of the example alone."""
    made = new_outline(MANUAL, "Fire").splitlines()
    comments = [line for line in MANUAL.splitlines() if line.lstrip().startswith("#")]
    lost = [line for line in comments if line not in made]
    schema, *rest, example = lost
    assert schema.startswith("# yaml-language-server: $schema=")
    assert {*rest} == {"#"}
    assert example.startswith("# This one asks for the example in `seeds/`")


def test_the_new_outline_holds_every_value_of_the_manual_out_of_use() -> None:
    """Each line of the manual stands there as it is, put out of use, or filled anew."""
    made = new_outline(MANUAL, "Fire").splitlines()
    values = [x for x in MANUAL.splitlines() if x and not x.lstrip().startswith("#")]
    gone = [line for line in values if not {line, f"# {line}"} & {*made}]
    assert [line.partition(":")[0] for line in gone] == ["title", "articles"]


@pytest.mark.parametrize(
    "title",
    [
        "Fire: day 2",
        "No",
        "“Skarven”",
        "2024",
        "- a",
        "O'Hara's",
        'a "b"',
        "  # x",
        "é",
    ],
)
def test_any_title_is_kept(tmp_path: Path, title: str) -> None:
    """Whatever a folder is called, the outline has it as its title."""
    path = tmp_path / "config.yaml"
    path.write_text(new_outline(MANUAL, title), encoding="utf-8")
    (tmp_path / "articles").mkdir()
    outline, found = check_outline(path)
    assert outline is not None
    assert outline.title == title.strip()
    assert [item.code for item in found] == ["outline-no-marking"]
    assert [section.id for section in outline.sections] == [
        "background",
        "incident",
        "open_questions",
    ]


def test_a_folder_gives_its_name_as_the_title(tmp_path: Path) -> None:
    """`ferry-fire_2` becomes "Ferry fire 2"."""
    run("init", "ferry-fire_2")
    outline = (tmp_path / "ferry-fire_2" / "config.yaml").read_text(encoding="utf-8")
    assert "\ntitle: Ferry fire 2\n" in outline


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are letters")
def test_a_folder_whose_name_is_no_text_gives_an_outline(tmp_path: Path) -> None:
    """Bytes and marks of a name that no title can hold are left out of it."""
    name = os.fsdecode(b"fire\xff \x1b[2J\n2")
    run("init", name, "--quiet")
    outline, found = check_outline(tmp_path / name / "config.yaml")
    assert outline is not None, found
    assert outline.title == "Fire [2J2"


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    """Where the name is taken by a broken link nothing is written behind it."""
    (tmp_path / "config.yaml").symlink_to(tmp_path / "elsewhere")
    assert run("init").code == 6
    assert not (tmp_path / "elsewhere").exists()


# Completion


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("briefing b", "build"),
        ("briefing build --f", "--format"),
        ("briefing schema o", "outline"),
    ],
)
def test_a_shell_completes_commands_options_and_choices(
    typed: str, offered: str
) -> None:
    """What bash asks for with the first letters is answered with the whole word."""
    program = "import briefing.cli as cli; cli.main()"
    environment = {
        **os.environ,
        "_BRIEFING_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.argv = ['briefing']; {program}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert offered in told.stdout.split()
