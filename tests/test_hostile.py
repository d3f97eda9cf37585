"""A folder of hostile files harms nothing; `make hostile` tries larger ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile import PRODUCT, write_hostile
from tests.hostile_run import acting, try_hostile

SEED = 5


@pytest.fixture(scope="module", autouse=True)
def _needs_limits() -> None:
    pytest.importorskip("resource", reason="this system bounds no process's memory")


def test_hostile_files_are_named_and_the_rest_is_built(tmp_path: Path) -> None:
    """No traceback, bounded memory, every file named, and a brief that is proved."""
    trial = try_hostile(tmp_path, SEED, 60, formats="html,md,json", whole=False)
    assert trial.faults == ()
    assert len(trial.hostile) >= 60


def test_one_seed_gives_the_same_files(tmp_path: Path) -> None:
    """What a seed found once it finds again."""
    made: list[dict[str, bytes]] = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        names = write_hostile(folder, SEED, 60, whole=False)
        # Its key is made by chance, which no seed rules.
        files = [folder / name for name in sorted({*names} - {"locked.pdf"})]
        made.append({path.name: path.read_bytes() for path in files if path.is_file()})
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief.html", "<p><script>alert(1)</script></p>"),
        ("brief.html", "<img src=x onerror=alert(1)>"),
        ("brief.html", '<a href="javascript:alert(1)">x</a>'),
        ("brief.html", '<meta http-equiv="refresh" content="0;url=x">'),
        ("brief.md", "[x](javascript:alert(1))"),
        ("brief.md", "![x](file:///etc/passwd)"),
        ("brief.md", "a <iframe src=//e.example></iframe>"),
        ("brief.json", json.dumps({"title": PRODUCT})),
    ],
)
def test_what_acts_is_seen(name: str, text: str, tmp_path: Path) -> None:
    """The check that nothing in a brief acts would find it if it did."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(acting(tmp_path))
