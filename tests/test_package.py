"""The package: what is installed from it is whole, and needs no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from briefing.version import __version__
from tests.command_line import run
from tests.conftest import ROOT

FORMATS: Final = ("html", "json", "md", "pdf")
ARTICLE: Final = """\
Ferry sinks off Port Tallow

By Ines Okafor
16 March 2026

A ferry sank in the harbour of Port Tallow on Monday, police said. Nine people were
killed when water came over the bow, the harbour master told reporters.

It is not known why the bow door was open, Transport Minister Jonas Hale said.
"""


@dataclass(frozen=True)
class Installed:
    """A wheel in an environment of its own, outside the checkout."""

    sdist: tuple[str, ...]
    """What the sdist holds, without the folder around it."""
    wheel: tuple[str, ...]
    """What the wheel holds."""
    environment: Path

    def call(self, program: str, *words: str, folder: Path) -> str:
        """Give what a program of the environment prints when called in *folder*."""
        path = self.environment / "bin" / program
        # Nothing is written into the tree of packages that is borrowed.
        known = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
        known.pop("PYTHONPATH", None)
        command = [str(path), *words]
        ran = subprocess.run(
            command, cwd=folder, env=known, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Make the sdist of the checkout, the wheel of the sdist, and install the wheel."""
    folder = tmp_path_factory.mktemp("package")
    make(ROOT, "sdist", folder)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        # Not as an argument: Debian 12 has a Python of before the filters.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(folder)  # noqa: S202 - our own sdist
        held = tuple(name.partition("/")[2] for name in archive.getnames())
    make(folder / f"briefing-{__version__}", "wheel", folder)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    install(wheel, environment)
    return Installed(held, tuple(zipfile.ZipFile(wheel).namelist()), environment)


def make(source: Path, kind: str, folder: Path) -> None:
    """Make the sdist or the wheel of *source* in *folder*."""
    call("-m", "hatchling", "build", "--target", kind, "--directory", folder, at=source)


def install(wheel: Path, environment: Path) -> None:
    """Install *wheel* alone; the packages that it needs are borrowed from this run.

    They are found by a `.pth` file, which is read for one folder and not for those
    that its own `.pth` files name: an editable install of the checkout is not seen.
    """
    call("-m", "venv", "--without-pip", environment)
    python = environment / "bin" / "python"
    call(
        "-m", "pip", "--python", python, "install", "--no-index", "--no-deps",
        "--no-compile", "--quiet", "--disable-pip-version-check", wheel,
    )  # fmt: skip
    (home,) = environment.glob("lib/python*/site-packages")
    (home / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")


def call(*words: str | Path, at: Path | None = None) -> None:
    """Run this Python with *words*."""
    subprocess.run(
        [sys.executable, *map(str, words)], cwd=at, check=True, capture_output=True
    )


def test_nothing_is_forgotten(installed: Installed) -> None:
    """The wheel made of the sdist holds every file of the program, and no other."""
    names = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "briefing").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    pages = (ROOT / "templates").rglob("*")
    names |= {
        f"briefing/{path.relative_to(ROOT).as_posix()}"
        for path in (*pages, ROOT / "config.yaml")
        if path.is_file()
    }
    about = f"briefing-{__version__}.dist-info/"
    assert {name for name in installed.wheel if not name.startswith(about)} == names
    licences = {about + "licenses/LICENSE", about + "licenses/NOTICE"}
    assert licences <= set(installed.wheel)


def test_what_is_not_ours_stays_at_home(installed: Installed) -> None:
    """The articles of the example are in no package."""
    held = {name.partition("/")[0] for name in installed.sdist}
    assert {"tests", "README.md"} <= held
    assert "seeds" not in held
    assert [name for name in installed.wheel if "seeds/" in name] == []


def test_an_installed_program_makes_the_same_brief(
    installed: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From `init` to `verify` in a folder of one's own, with the checkout's bytes."""
    monkeypatch.chdir(tmp_path)
    where = installed.call(
        "python", "-c", "import briefing; print(briefing.__file__)", folder=tmp_path
    )
    assert Path(where).is_relative_to(installed.environment)
    assert installed.call("briefing", "--version", folder=tmp_path).split()[-1] == (
        __version__
    )
    installed.call("briefing", "init", "mine", folder=tmp_path)
    Path("mine/articles/ferry.txt").write_text(ARTICLE, encoding="utf-8")
    outline = "mine/config.yaml"
    told = installed.call(
        "briefing", "build", outline, "--output", "there", folder=tmp_path
    )
    assert sorted(told.split()) == [f"there/brief.{name}" for name in FORMATS]
    assert run("build", outline, "--output", "here").code == 0
    for name in FORMATS:
        made = Path(f"there/brief.{name}").read_bytes()
        assert made == Path(f"here/brief.{name}").read_bytes(), name
    assert run("verify", "there/brief.pdf", "--articles", "mine").code == 0
