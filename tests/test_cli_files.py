"""What `build` writes and `verify` reads: whole files, other files, other machines."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.cli.build import FORMATS
from briefing.cli.files import make_folder, write_atomically
from briefing.errors import OutputError
from briefing.writers import engine
from tests.command_line import EXAMPLE, run


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


def test_names_that_are_no_text_are_told_apart(example: Path) -> None:
    """Two files whose names differ in a byte that no letter has are two sources."""
    first, second = sorted((example / "articles").glob("*.txt"))[:2]
    names = [os.fsdecode(b"articles/\xfe.txt"), os.fsdecode(b"articles/\xff.txt")]
    try:
        first.rename(example / names[0])
        second.rename(example / names[1])
    except OSError:
        pytest.skip("this system has no such names")
    assert run("build", "--format", "json").code == 0
    brief = json.loads((example / "build" / "brief.json").read_text("utf-8"))
    paths = [source["path"] for source in brief["sources"]]
    assert {"articles/\\xfe.txt", "articles/\\xff.txt"} <= set(paths)
    assert run("verify", "build/brief.json").code == 0


def test_a_path_that_no_system_allows_is_a_missing_article(example: Path) -> None:
    """However long the path that a brief names, its article is not there, no more."""
    run("build", "--format", "json")
    path = example / "build" / "brief.json"
    brief = json.loads(path.read_bytes())
    brief["sources"][0]["path"] = "a/" * 5_000 + "a.txt"
    path.write_text(json.dumps(brief), encoding="utf-8")
    told = run("verify", str(path))
    assert told.code == 7
    assert "[verify-missing]" in told.stderr


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
