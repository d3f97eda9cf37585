"""The rules of the house: sizes, names, and words that have no place in it."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Final

import grimp
import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
MAX_FUNCTION: Final = 50
MAX_MODULE: Final = 400
MAX_TEST_MODULE: Final = 800
"""One subject's cases stand together; a brief written out as data is no function."""
MADE_OF_DATA: Final = {"tests/briefs.py"}
# Each in its own notation, so that this file does not hold what it looks for.
FOREIGN: Final = {
    "a folder outside the repository": r"\.\./shared",
    "a folder of the machine it was written on": r"(?<![\w.])/(?:work|Users|home)/\w",
    "a package registry": (
        r"pypi\.(?:org|python)|pythonhosted\.org|npmjs\.(?:org|com)|proxy\.golang"
    ),
    "something left to do": r"\b(?:TOD[O]|FIXM[E]|XX[X])\b",
}
# The example's own story; a word list that names it would work for that story alone.
STORY: Final = r"kosov|serbi|vu[cč]i[cć]|banjsk|\bkfor|kirby|belgrad|pristin"
WHOLE_WORLD: Final = {
    "briefing/data/words/cities.tsv": "names every large city",
    "briefing/data/words/countries.tsv": "names every country and its people",
    "briefing/data/words/first_names.tsv": "names every common first name",
}
HEAVY: Final = (
    "jinja2 lxml markdown_it numpy pydantic pypdf Stemmer trafilatura weasyprint"
)


def _modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


PACKAGE: Final = _modules("briefing")
CODE: Final = _modules("briefing", "tests", "tools")
every_module = pytest.mark.parametrize("path", CODE, ids=_name)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _tracked() -> dict[str, str]:
    """Give the text of every file that git keeps, the example's articles left out."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    texts: dict[str, str] = {}
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if not name or name.startswith("seeds/") or not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" not in content:
            texts[name] = content.decode("utf-8", "replace")
    return texts


def _places(pattern: str, texts: dict[str, str]) -> list[str]:
    """Give `file:line: words` for each match of *pattern*."""
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for name, text in texts.items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function from `def` to its end, without its docstring."""
    end = node.end_lineno or node.lineno
    first = node.body[0]
    told = ast.get_docstring(node) is not None
    return end - node.lineno + 1 - _height(first) * told


def _height(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@every_module
def test_functions_are_short(path: Path) -> None:
    """A function fits on a screen."""
    if _name(path) in MADE_OF_DATA:
        return
    sizes = {node.name: _length(node) for node in _functions(_tree(path))}
    assert {name: size for name, size in sizes.items() if size > MAX_FUNCTION} == {}


@every_module
def test_modules_are_short(path: Path) -> None:
    """A module can be read in one sitting."""
    most = MAX_TEST_MODULE if _name(path).startswith("tests/") else MAX_MODULE
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


@pytest.mark.parametrize(
    "path", sorted((ROOT / "briefing" / "data" / "words").iterdir()), ids=_name
)
def test_word_lists_name_their_source(path: Path) -> None:
    """The head of each list says where its words come from, as NOTICE promises."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = " ".join(takewhile(lambda line: line.startswith("#"), lines))
    assert re.search(r"Source: \w|Own list\b|Made by tools/\w", head)


@every_module
def test_modules_say_why_they_exist(path: Path) -> None:
    """Every module opens with a sentence."""
    assert ast.get_docstring(_tree(path))


def test_no_module_imports_itself_by_a_detour() -> None:
    """No group of modules imports each other, late imports included."""
    graph = grimp.build_graph("briefing", cache_dir=None)
    imports = {
        module: graph.find_modules_directly_imported_by(module) - {"briefing"}
        for module in graph.modules - {"briefing"}
    }
    tuple(graphlib.TopologicalSorter(imports).static_order())


@pytest.mark.parametrize("what", FOREIGN)
def test_the_project_speaks_of_itself_alone(what: str) -> None:
    """No tracked file names what only its authors' machines have."""
    assert _places(FOREIGN[what], _tracked()) == []


def test_the_program_knows_nothing_of_the_example() -> None:
    """No word of the example's story stands in program, word lists or templates."""
    ours = {
        name: text
        for name, text in _tracked().items()
        if name.startswith(("briefing/", "templates/")) and name not in WHOLE_WORLD
    }
    assert _places(STORY, ours) == []


def test_help_needs_no_heavy_library() -> None:
    """The command line starts without the libraries that a build needs."""
    code = f"import sys, briefing.cli; print(*set({HEAVY.split()}) & set(sys.modules))"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
