"""`briefing articles` on a terminal and elsewhere: nothing cut, nothing acts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command_line import EXAMPLE, Terminal, run

LONG = "a-name-as-long-as-some-that-browsers-give-to-a-page-when-it-is-saved.txt"


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a copy of the small example, with a copy of an article in it."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "articles" / "morning.txt", tmp_path / "articles" / LONG)
    with (tmp_path / "articles" / LONG).open("a", encoding="utf-8") as file:
        file.write("\nA tug towed the ferry to Korsund on Tuesday evening.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "dumb")
    return tmp_path


@pytest.mark.parametrize("width", [80, 119, 120, 200])
def test_no_line_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """The table fits the terminal, and names each article whole, twice where shared."""
    monkeypatch.setenv("COLUMNS", str(width))
    told = run("articles", stream=Terminal)
    lines = told.stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].split()[0] == "outlet"
    assert "".join(told.stdout.split()).count(f"articles/{LONG}") >= 1
    assert "2024-03-12" in told.stdout
    assert "100% with" in told.stdout


def test_the_title_stands_beside_the_path_where_it_has_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A wide terminal shows each article's title; a narrow one leaves it out."""
    title = "Fire breaks out on ferry off Korsund"
    for width, is_shown in (("120", True), ("40", False)):
        monkeypatch.setenv("COLUMNS", width)
        told = run("articles", "articles/morning.txt", stream=Terminal).stdout
        assert (f"articles/morning.txt  {title}\n" in told) is is_shown


def test_what_is_not_known_is_said_on_a_terminal_and_empty_elsewhere() -> None:
    """People read "not known"; a program finds an empty cell."""
    Path("articles", "bare.txt").write_text("The tug came from Korsund at noon.\n")
    assert "not known" in run("articles", stream=Terminal).stdout
    rows = [line.split("\t") for line in run("articles").stdout.splitlines()]
    assert {len(row) for row in rows} == {9}
    assert [row[1] for row in rows if row[0].endswith("bare.txt")] == [""]


def test_text_in_common_is_said_of_both(example: Path) -> None:
    """An article and its copy name each other, with the same share."""
    rows = json.loads(run("articles", "--format", "json").stdout)
    common = {row["file"]: row["in_common"] for row in rows}
    assert list(common[f"articles/{LONG}"]) == ["articles/morning.txt"]
    assert list(common["articles/morning.txt"]) == [f"articles/{LONG}"]
    assert common["articles/evening.txt"] == {}
    assert (example / "build").exists() is False


def test_nothing_in_an_article_acts_on_the_terminal(example: Path) -> None:
    """A headline or byline that holds escapes shows marks instead."""
    text = "Fire\n\nBy Maja \x1b[2JLindqvist\n12 March 2024\n\nA pier burnt down.\n"
    (example / "articles" / "evil.txt").write_text(text, encoding="utf-8")
    for shape in ("table", "json"):
        told = run("articles", "articles/evil.txt", "--format", shape, "-q")
        assert "\x1b" not in told.stdout
    shown = run("articles", "articles/evil.txt", "-q", stream=Terminal)
    assert "\x1b[2J" not in shown.stdout


def test_paths_are_shown_short_wherever_the_articles_lie(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles elsewhere are named from the folder that all of them share."""
    (example / "here").mkdir()
    monkeypatch.chdir(example / "here")
    for words, name in (
        (["../articles"], "articles/evening.txt"),
        ([str(example / "articles" / "evening.txt")], "evening.txt"),
    ):
        lines = run("articles", *words).stdout.splitlines()
        assert name in {line.split("\t")[0] for line in lines}
