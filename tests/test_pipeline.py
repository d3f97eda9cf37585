"""The whole run: stages, what stops it, what does not, and the same bytes anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import briefing
from briefing.errors import NoArticlesError
from briefing.gathering import EVERY
from briefing.pipeline import build_brief, read_corpus
from briefing.verify import check_brief
from tests.conftest import ROOT

OUTLINE: Final = """\
title: The flood at Harrow Ferry
articles: articles/
length: 60
sections:
  - title: Flood
    terms: [river, dam, water]
  - use: open_questions
"""
RIVER: Final = """\
Dam breaks above Harrow Ferry

By Ines Okafor
16 March 2026

The river rose over the dam near Harrow Ferry on Monday, police said. Nine people were
killed when the water took the lower street.

It is not known whether the dam was inspected, Interior Minister Jonas Hale said.
"""


def folder(path: Path, **files: str | bytes) -> Path:
    """Write an outline and articles below *path*; give the outline's path."""
    home = path / "articles"
    home.mkdir(parents=True)
    (path / "config.yaml").write_text(OUTLINE, encoding="utf-8")
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (home / f"{name}.txt").write_bytes(data)
    return path / "config.yaml"


def test_stages_are_told_in_order(tmp_path: Path) -> None:
    """Who waits hears each stage as it begins."""
    told: list[str] = []
    build_brief(briefing.load_outline(folder(tmp_path, a=RIVER)), told.append)
    assert told == ["read", "extract", "relate", "plan", "compose", "verify"]


def test_long_stages_say_how_far_they_are(tmp_path: Path) -> None:
    """Of many articles it is told how many are done, now and then."""
    told: list[str] = []
    many = {f"a{n}": f"{RIVER} {n}" for n in range(EVERY * 2 + 1)}
    build_brief(briefing.load_outline(folder(tmp_path, **many)), told.append)
    assert told[1:6] == [
        "read: 20 of 41 files",
        "read: 40 of 41 files",
        "extract",
        "extract: 20 of 41 articles",
        "extract: 40 of 41 articles",
    ]


def test_a_run_gives_all_that_it_knows(tmp_path: Path) -> None:
    """Brief, plan, corpus and diagnostics come together and fit each other."""
    outline = briefing.load_outline(folder(tmp_path, a=RIVER))
    outcome = briefing.build_brief(outline)
    assert outcome.plan.outline == outline
    assert outcome.corpus == read_corpus(outline)[0]
    assert outcome.brief.title == "The flood at Harrow Ferry"
    assert [s.path for s in outcome.brief.sources] == ["articles/a.txt"]
    assert len(outcome.brief.sections[0].excerpts) > 0
    result = check_brief(outcome.brief, outcome.corpus.articles)
    assert result.found == result.excerpts > 0
    assert outcome.diagnostics == result.diagnostics == ()


def test_a_run_writes_nothing(tmp_path: Path) -> None:
    """Building leaves the folder as it was."""
    path = folder(tmp_path, a=RIVER)
    before = sorted(tmp_path.rglob("*"))
    build_brief(briefing.load_outline(path))
    assert sorted(tmp_path.rglob("*")) == before


def test_what_cannot_be_read_does_not_end_the_run(tmp_path: Path) -> None:
    """A broken file is a diagnostic and an unused source; the others make a brief."""
    path = folder(tmp_path, a=RIVER, b="", c=bytes(range(256)) * 8)
    outcome = build_brief(briefing.load_outline(path))
    unused = {u.path: u.because for u in outcome.brief.unused}
    assert unused.keys() == {"articles/b.txt", "articles/c.txt"}
    assert all(unused.values())
    told = {d.path for d in outcome.diagnostics if d.code.startswith("read-")}
    assert unused.keys() <= told
    assert outcome.brief.diagnostics == outcome.diagnostics


def test_without_an_article_the_run_ends(tmp_path: Path) -> None:
    """Where nothing can be read the run stops, and says why file by file."""
    path = folder(tmp_path, a="", b=b"\x00" * 40)
    with pytest.raises(NoArticlesError) as caught:
        build_brief(briefing.load_outline(path))
    assert caught.value.exit_code == 4
    paths = {d.path for d in caught.value.diagnostics}
    assert {"articles/a.txt", "articles/b.txt"} <= paths


def test_a_file_that_is_there_twice_is_one_origin(tmp_path: Path) -> None:
    """The same bytes under two names make a brief, and confirm nothing."""
    path = folder(tmp_path, a=RIVER, b=RIVER)
    outcome = build_brief(briefing.load_outline(path))
    assert [d for d in outcome.diagnostics if d.severity == "error"] == []
    assert {e.origins for e in outcome.brief.sections[0].excerpts} == {1}
    assert len({source.origin for source in outcome.brief.sources}) == 1


def test_the_steps_can_be_taken_one_by_one(tmp_path: Path) -> None:
    """The public functions, one after the other, give what a run gives."""
    outline = briefing.load_outline(folder(tmp_path, a=RIVER))
    articles, diagnostics = briefing.read_articles(
        [tmp_path / "articles" / "a.txt"], folder=tmp_path
    )
    statements = [s for a in articles for s in briefing.extract_statements(a)]
    corpus = briefing.relate_statements(articles, statements)
    outcome = briefing.build_brief(outline)
    assert diagnostics == []
    assert corpus == outcome.corpus
    assert briefing.verify_brief(outcome.brief, articles) == []
    file = tmp_path / "brief.json"
    file.write_bytes(briefing.write_brief(outcome.brief, "json"))
    assert briefing.verify_brief(briefing.read_brief(file), articles) == []


PINNED: Final = "edits:\n  pin: {s0000000000: flood}\n  drop: [s1111111111]\n"


def test_an_edit_without_its_statement_is_reported(tmp_path: Path) -> None:
    """An edit whose statement is gone is never dropped without a word."""
    path = folder(tmp_path, a=RIVER)
    path.write_text(OUTLINE + PINNED, encoding="utf-8")
    outcome = build_brief(briefing.load_outline(path))
    said = " ".join(d.message for d in outcome.diagnostics)
    assert "s0000000000" in said
    assert "s1111111111" in said


WRITE: Final = """\
import sys, briefing
outline = briefing.load_outline(sys.argv[1])
brief = briefing.build_brief(outline).brief
for kind in sys.argv[2].split(","):
    sys.stdout.buffer.write(briefing.write_brief(brief, kind))
"""


def run_of(
    path: Path, kinds: str, environment: Mapping[str, str], cwd: Path = ROOT
) -> bytes:
    """Build the outline at *path* in a process of its own; give what it writes."""
    done = subprocess.run(
        [sys.executable, "-c", WRITE, str(path), kinds],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0
    return done.stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    """Give the example's brief in every format, one after the other, the PDF last."""
    return run_of(ROOT / "config.yaml", "md,html,json,pdf", {})


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "random", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2", "LC_ALL": "tr_TR.UTF-8"},
    ],
    ids=lambda environment: " ".join(map("=".join, environment.items())),
)
def test_the_same_bytes_in_any_environment(
    expected: bytes, environment: dict[str, str]
) -> None:
    """Neither hash seed nor time zone nor locale nor optimisation changes a byte."""
    made = run_of(ROOT / "config.yaml", "md,html,json", environment)
    assert expected.startswith(made)
    assert expected[len(made) :].startswith(b"%PDF-")


def copy_of_the_example(path: Path) -> Path:
    """Write the example elsewhere, its files in reverse order; give its outline."""
    (path / "seeds").mkdir()
    for file in sorted((ROOT / "seeds").iterdir(), reverse=True):
        shutil.copyfile(file, path / "seeds" / file.name)
    return Path(shutil.copyfile(ROOT / "config.yaml", path / "config.yaml"))


def test_the_same_bytes_anywhere(expected: bytes, tmp_path: Path) -> None:
    """All at once: other folder, order, seed, zone, locale, and the same four files."""
    there = copy_of_the_example(tmp_path)
    elsewhere = {
        "PYTHONHASHSEED": "random",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "de_DE.UTF-8",
        "LANG": "de_DE.UTF-8",
    }
    assert run_of(there, "md,html,json,pdf", elsewhere, tmp_path) == expected
