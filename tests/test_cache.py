"""What is kept from one run to the next changes nothing but the time it takes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import multiprocessing
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
import typing
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.cache import Cache, key_of, users_folder
from briefing.frozen import NOUNS, freeze, thaw
from briefing.gathering import Gathered
from briefing.model.corpus import Corpus
from briefing.model.diagnostic import Diagnostic
from briefing.pipeline import Outcome, build_brief, read_corpus
from briefing.plan import Ground, ground_of
from briefing.readers import bytes_of
from briefing.readers.twins import Candidate
from briefing.workers import HANDFUL, Means, Task, Work, Workshop
from tests import command_line
from tests.conftest import ROOT

KEY: Final = key_of("a", "b")
OTHER: Final = key_of("ab", "")
FORMATS: Final = ("md", "html", "json")
MANY: Final = 2 * HANDFUL
"""Articles for which others are called to help."""

OUTLINE: Final = """\
title: The strike at the ferry port
articles: articles/
length: 120
sections:
  - title: Strike
    terms: [strike, port, union, ferry]
  - use: open_questions
"""
PAPERS: Final = ("Northern Post", "Harbour Courier", "The Islander")


def story(number: int) -> str:
    """Give an article unlike the others."""
    return (
        f"Crews walk out at pier {number}\n\n"
        f"By Ines Okafor\n{number % 27 + 1} March 2026\n\n"
        f"Ferry crews at pier {number} went on strike on Monday, the union said. "
        f"About {number * 7 + 40} sailings were cancelled, port director Jonas Hale "
        "said.\n\n"
        f"“We will be back at work when the roster of ship {number} is changed,” "
        f"union leader Marta Lind said. It is not known who ordered roster {number}.\n"
    )


def folder(path: Path, count: int, outline: str = OUTLINE) -> Path:
    """Write an outline and *count* articles below *path*; give the outline's path."""
    (path / "articles").mkdir(parents=True)
    (path / "config.yaml").write_text(outline, encoding="utf-8")
    for number in range(count):
        file = path / "articles" / f"{number:03}.txt"
        file.write_text(story(number), encoding="utf-8")
    return path / "config.yaml"


def built(outline: Path, means: Means) -> dict[str, bytes]:
    """Give what is written with these *means*."""
    outcome = build_brief(briefing.load_outline(outline), means=means)
    return dict(briefing.write_files(outcome.brief, FORMATS))


def stages(outline: Path, cache: Cache) -> list[str]:
    """Give the stages that a run goes through."""
    told: list[str] = []
    read_corpus(briefing.load_outline(outline), told.append, Means(cache))
    return told


def kept(cache: Cache) -> set[Path]:
    """Give the files of a cache."""
    return set(cache.folder.iterdir())


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Give a cache of the test's own."""
    return Cache(tmp_path / "cache")


@dataclass(frozen=True)
class Port:
    """An outline with many articles, and what is written of it by one process alone."""

    outline: Path
    brief: dict[str, bytes]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Port:
    """Build the brief of many articles once."""
    outline = folder(tmp_path_factory.mktemp("port"), MANY)
    return Port(outline, built(outline, Means()))


# Where it lies


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "home/.cache/briefing"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/briefing"),
        ("linux", {"XDG_CACHE_HOME": "x"}, "home/.cache/briefing"),
        ("linux", {"XDG_CACHE_HOME": ""}, "home/.cache/briefing"),
        ("darwin", {"XDG_CACHE_HOME": "/x"}, "home/Library/Caches/briefing"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/briefing/Cache"),
        ("win32", {}, "home/AppData/Local/briefing/Cache"),
        ("win32", {"BRIEFING_CACHE": "/b", "LOCALAPPDATA": "/l"}, "/b"),
        ("linux", {"BRIEFING_CACHE": "/b", "XDG_CACHE_HOME": "/x"}, "/b"),
        ("linux", {"BRIEFING_CACHE": ""}, "home/.cache/briefing"),
    ],
)
def test_each_platform_has_its_folder(
    platform: str,
    environment: dict[str, str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """The cache lies where the platform keeps such things, or where the user says."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert users_folder(environment, platform) == tmp_path / expected


def test_commands_use_the_folder_that_is_named(tmp_path: Path) -> None:
    """BRIEFING_CACHE holds what a build keeps; with --no-cache nothing is kept."""
    outline = folder(tmp_path, 3)
    place = tmp_path / "named"
    build = ("build", outline, "--format", "md", "--output", tmp_path)
    assert run(place, *build, "--no-cache") == run(place, *build, kept=True)
    # Three files, alone and together, what each article states, what they are to each
    # other, what planning found.
    assert len(list(place.glob("*.kept"))) == 9
    assert place.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


@pytest.mark.parametrize(
    "command", ["explain articles/001.txt", "statements", "check", "articles"]
)
def test_every_command_that_reads_can_do_without(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints the same without a cache, with a new one and with a full one."""
    outline, place = str(folder(tmp_path, 3)), tmp_path / "named"
    monkeypatch.setenv("BRIEFING_CACHE", str(place))
    words = (*command.split(), outline)
    first = command_line.run(*words, "--no-cache")
    assert first.code == 0
    assert not place.exists()
    assert command_line.run(*words) == first
    assert list(place.glob("*.kept")) != []
    assert command_line.run(*words) == first


def run(place: Path, *arguments: object, kept: bool = False) -> bytes:
    """Run a command with its cache in *place*; give what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "BRIEFING_CACHE": str(place)},
        capture_output=True,
        check=True,
    )
    assert place.exists() == kept
    return done.stdout + done.stderr


MAIN: Final = "import briefing.cli; briefing.cli.main()"


# What it gives back


def test_what_was_kept_comes_back(cache: Cache) -> None:
    """A result is found under its key and no other, and leaves no other file."""
    cache.write(KEY, b"words")
    assert cache.read(KEY) == b"words"
    assert cache.read(OTHER) is None
    assert [path.suffix for path in kept(cache)] == [".kept"]


def test_keys_tell_their_parts_apart() -> None:
    """Where one part ends and the next begins counts."""
    assert KEY != OTHER
    assert key_of("a", "b") == KEY


@given(st.binary(max_size=200), st.data())
def test_damage_is_seen(
    tmp_path_factory: pytest.TempPathFactory, words: bytes, data: st.DataObject
) -> None:
    """A file that is not as it was written counts as absent."""
    cache = Cache(tmp_path_factory.getbasetemp() / "damaged")
    cache.write(KEY, words)
    (path,) = kept(cache)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    flipped = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    for damaged in (
        whole[:place],
        whole[:place] + flipped + whole[place + 1 :],
        whole + b"\0",
        data.draw(st.binary()),
    ):
        path.write_bytes(damaged)
        assert cache.read(KEY) is None


def test_a_result_under_another_name_is_not_taken(cache: Cache) -> None:
    """A file that was renamed, or copied over another, counts as absent."""
    cache.write(KEY, b"words")
    (path,) = kept(cache)
    shutil.copyfile(path, path.with_name(f"{OTHER}.kept"))
    assert cache.read(OTHER) is None


@pytest.mark.parametrize("lies_there", ["file", "folder at the key"])
def test_a_folder_that_cannot_be_used_is_no_error(
    tmp_path: Path, lies_there: str
) -> None:
    """Where nothing can be kept, a run does without."""
    place = tmp_path / "cache"
    if lies_there == "file":
        place.write_bytes(b"mine")
    else:
        (place / f"{KEY}.kept").mkdir(parents=True)
    cache = Cache(place)
    cache.write(KEY, b"words")
    cache.tidy()
    assert cache.read(KEY) is None
    assert place.is_dir() or place.read_bytes() == b"mine"
    assert not list(tmp_path.rglob("*.part"))


def test_the_oldest_leave_first(tmp_path: Path) -> None:
    """The folder stays below its size; what was used last stays, and others' files."""
    cache = Cache(tmp_path / "cache", most=5000)
    keys = [key_of(str(number)) for number in range(10)]
    for age, key in enumerate(keys):
        cache.write(key, bytes(1000))
        os.utime(cache.folder / f"{key}.kept", (age, age))
    mine = cache.folder / "thesis.doc"
    mine.write_bytes(bytes(9000))
    assert cache.read(keys[0]) is not None  # it is used again
    cache.tidy()
    left = [key for key in keys if cache.read(key) is not None]
    assert left == [keys[0], keys[8], keys[9]]
    assert mine.exists()


def test_what_a_killed_run_left_goes(cache: Cache) -> None:
    """A file half written is dropped once old; another run may finish a new one."""
    cache.write(KEY, b"words")
    old, new = cache.folder / ".old1.part", cache.folder / ".new1.part"
    for path, age in ((old, 7200), (new, 60)):
        path.write_bytes(b"wor")
        then = time.time() - age
        os.utime(path, (then, then))
    cache.tidy()
    assert {path.name for path in kept(cache)} == {f"{KEY}.kept", ".new1.part"}


# What may come back


def nouns_of(kind: Any) -> Iterator[tuple[str, str]]:
    """Give module and name of every class that a value of the type *kind* holds."""
    for part in typing.get_args(kind):
        yield from nouns_of(part)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        yield kind.__module__, kind.__name__
        for part in typing.get_type_hints(kind).values():
            yield from nouns_of(part)
    elif kind is dt.date:
        yield "datetime", "date"


def test_every_noun_may_come_back_and_no_other_class() -> None:
    """The list holds what results are made of: a new noun must be added to it."""
    listed = {(module, name) for module, names in NOUNS.items() for name in names}
    results = (Corpus, Candidate, Diagnostic, Gathered, Ground)
    made = {noun for kind in results for noun in nouns_of(kind)}
    assert listed == made


def test_a_corpus_comes_back_equal() -> None:
    """Whatever the example's articles state is the same after it was kept."""
    corpus, _ = read_corpus(briefing.load_outline(ROOT / "config.yaml"))
    assert thaw(freeze(corpus)) == corpus
    ground = ground_of(corpus)
    assert thaw(freeze(ground)) == ground


class Act:
    """What a hostile file would have done when it is read."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
        return os.putenv, ("BRIEFING_CACHE_HACKED",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        zlib.compress(b""),
        zlib.compress(b"words"),
        zlib.compress(pickle.dumps(Act())),
        zlib.compress(pickle.dumps(Path("/"))),
        zlib.compress(b"cbuiltins\neval\n(S'1'\ntR."),
        zlib.compress(b"cbriefing.model.article\nannotations\n."),
    ],
)
def test_nothing_else_is_made_of_a_file(data: bytes) -> None:
    """Bytes that are none of ours, or name another class, are refused, not run."""
    with pytest.raises(ValueError, match="not a kept result"):
        thaw(data)


# The same bytes


def damage(path: Path, kind: str, other: bytes) -> None:
    """Damage one file of a cache; *other* is what another one held."""
    content = path.read_bytes()
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif kind == "noise":
        path.write_bytes(content[:60] + bytes(len(content)))
    elif kind == "swapped":
        path.write_bytes(other)
    else:
        path.unlink()


@pytest.mark.parametrize("kind", ["empty", "cut", "noise", "swapped", "gone"])
def test_the_same_bytes_with_a_damaged_cache(
    kind: str, cache: Cache, tmp_path: Path
) -> None:
    """No cache, a new one, a full one, a damaged and a healed one: the same brief."""
    outline, means = folder(tmp_path, 5), Means(cache)
    expected = built(outline, Means())
    assert built(outline, means) == expected
    assert built(outline, means) == expected
    whole = {path: path.read_bytes() for path in kept(cache)}
    for path in whole:
        damage(path, kind, next(whole[other] for other in whole if other != path))
    assert built(outline, means) == expected
    assert kept(cache) == set(whole)
    assert all(cache.read(path.stem) is not None for path in whole)
    assert built(outline, means) == expected


def test_the_same_bytes_whichever_result_is_lost(cache: Cache, tmp_path: Path) -> None:
    """Each kept result alone can be cut short, and what rests on it is still right."""
    outline = briefing.load_outline(folder(tmp_path, 2))
    expected = build_brief(outline)
    assert build_brief(outline, means=Means(cache)) == expected
    for path in sorted(kept(cache)):
        damage(path, "cut", b"")
        assert build_brief(outline, means=Means(cache)) == expected


def test_the_example_is_the_same_from_the_cache(cache: Cache) -> None:
    """The example's brief, diagnostics too, is the same to the byte."""
    outline = briefing.load_outline(ROOT / "config.yaml")
    outcomes = [build_brief(outline, means=m) for m in (Means(), *[Means(cache)] * 2)]
    assert outcomes[0] == outcomes[1] == outcomes[2]
    written = [briefing.write_files(each.brief, FORMATS) for each in outcomes]
    assert written[0] == written[1] == written[2]


def test_an_edit_of_the_outline_reads_nothing_twice(
    cache: Cache, tmp_path: Path
) -> None:
    """After an edit of the sections nothing is extracted or related anew."""
    outline = folder(tmp_path, 4)
    assert stages(outline, cache) == ["extract", "relate"]
    before = kept(cache)
    outline.write_text(OUTLINE.replace("120", "60"), encoding="utf-8")
    assert stages(outline, cache) == []
    assert kept(cache) == before
    assert built(outline, Means(cache)) == built(outline, Means())


LOADED: Final = "import atexit, sys; atexit.register(lambda: print(*sys.modules)); "

UNUSED: Final = (
    "briefing.extract.chain",
    "briefing.extract.dates",
    "briefing.plan.stale",
    "briefing.readers.reading",
    "briefing.readers.years",
    "briefing.relate.chain",
)
"""What finds and relates: to load it takes as long as to plan a brief."""


def test_an_edit_of_the_outline_loads_no_finder(cache: Cache, tmp_path: Path) -> None:
    """The rules by which the kept results were found are not even imported."""
    outline = folder(tmp_path, 4)
    build = ("build", str(outline), "--format", "md", "--output", str(tmp_path))
    for is_first in (True, False):
        done = subprocess.run(
            [sys.executable, "-c", LOADED + MAIN, *build],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "BRIEFING_CACHE": str(cache.folder),
            },
            capture_output=True,
            check=True,
            text=True,
        )
        assert set(UNUSED).isdisjoint(done.stdout.split()) != is_first


def test_an_edit_of_the_outline_finds_nothing_twice(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What planning finds of the articles alone is kept whatever an outline asks."""
    outline = folder(tmp_path, 4)
    built(outline, Means(cache))
    edits = (
        OUTLINE.replace("120", "60"),
        OUTLINE.replace("[strike,", "[roster, sailings,"),
        OUTLINE.replace("title: Strike", "title: Ships"),
        f"{OUTLINE}as_of: 2026-03-09\nevent: {{date: 2026-03-02}}\n",
    )
    expected: list[Outcome] = []
    for text in edits:
        outline.write_text(text, encoding="utf-8")
        expected.append(build_brief(briefing.load_outline(outline)))
    monkeypatch.setattr("briefing.pipeline.GROUND", Work(_worked_out_anew))
    for text, outcome in zip(edits, expected, strict=True):
        outline.write_text(text, encoding="utf-8")
        asked = briefing.load_outline(outline)
        assert build_brief(asked, means=Means(cache)) == outcome


def _worked_out_anew(corpus: Corpus) -> Ground:
    pytest.fail(f"{len(corpus.statements)} statements are prepared again")


def test_a_changed_article_is_read_anew_alone(cache: Cache, tmp_path: Path) -> None:
    """Of the others all is kept; what they are to each other is found anew."""
    outline = folder(tmp_path, 4)
    stages(outline, cache)
    before = kept(cache)
    (tmp_path / "articles" / "002.txt").write_text(story(77), encoding="utf-8")
    assert stages(outline, cache) == ["extract", "relate"]
    # Its text, its statements, all texts together, all statements together.
    assert len(kept(cache) - before) == 4
    assert built(outline, Means(cache)) == built(outline, Means())


def test_a_file_that_changes_as_it_is_read_is_not_kept(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read of it stands for neither what it was before nor what it is now."""
    outline = folder(tmp_path, 3)
    expected = built(outline, Means())
    changing = tmp_path / "articles" / "001.txt"
    looks: list[Path] = []

    def changes(file: Path, path: str) -> bytes | Diagnostic:
        looks.append(file)
        is_again = looks.count(file) > 1 and file == changing
        return story(77).encode() if is_again else bytes_of(file, path)

    monkeypatch.setattr("briefing.gathering.bytes_of", changes)
    assert built(outline, Means(cache)) != expected
    assert looks.count(changing) == 2
    monkeypatch.undo()
    assert built(outline, Means(cache)) == expected


def test_a_file_that_cannot_be_opened_is_read_once_it_can(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept without a file is not taken for all of them."""
    outline = folder(tmp_path, 3)
    expected = built(outline, Means())

    def locked(file: Path, path: str) -> bytes | Diagnostic:
        if file.name == "001.txt":
            return Diagnostic("read-unreadable", "error", "cannot be read", path)
        return bytes_of(file, path)

    monkeypatch.setattr("briefing.gathering.bytes_of", locked)
    first, again = built(outline, Means(cache)), built(outline, Means(cache))
    assert first == again != expected
    monkeypatch.undo()
    assert built(outline, Means(cache)) == expected


@pytest.mark.parametrize(
    "note",
    [
        'sources: {"001*": {outlet: Harbour Courier}}',
        'sources: {"001*": {published: 2026-04-01}}',
        'sources: {"*": {reliability: B}}',
        'sources: {"nothing*": {reliability: B}}',
    ],
)
def test_a_source_note_counts_at_once(note: str, cache: Cache, tmp_path: Path) -> None:
    """What the outline says of a source is never taken from a run before."""
    outline = folder(tmp_path, 4)
    built(outline, Means(cache))
    outline.write_text(f"{OUTLINE}{note}\n", encoding="utf-8")
    edited = briefing.load_outline(outline)
    assert build_brief(edited, means=Means(cache)) == build_brief(edited)


def test_a_note_on_one_article_of_several_counts(cache: Cache, tmp_path: Path) -> None:
    """A note may name a single article of a file that holds several."""
    lines = [f'{{"title": "A{n}", "text": {story(n)!r}}}' for n in range(3)]
    text = "\n".join(lines).replace("'", '"')
    outline = folder(tmp_path, 1)
    (tmp_path / "articles" / "wire.jsonl").write_text(text, encoding="utf-8")
    built(outline, Means(cache))
    note = 'sources: {"wire.jsonl#2": {outlet: Harbour Courier}}'
    outline.write_text(f"{OUTLINE}{note}\n", encoding="utf-8")
    edited = briefing.load_outline(outline)
    outcome = build_brief(edited, means=Means(cache))
    assert outcome == build_brief(edited)
    outlets = {a.path: a.outlet for a in outcome.corpus.articles}
    assert outlets["articles/wire.jsonl#2"] == "Harbour Courier"


def test_files_that_cannot_be_read_are_told_each_time(
    cache: Cache, tmp_path: Path
) -> None:
    """What is wrong with a file is said from the cache as it was the first time."""
    outline = folder(tmp_path, 2)
    (tmp_path / "articles" / "empty.txt").write_bytes(b"")
    (tmp_path / "articles" / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "articles" / "broken.json").write_bytes(b"{")
    asked = briefing.load_outline(outline)
    first, again = (build_brief(asked, means=Means(cache)) for _ in range(2))
    assert first == again == build_brief(asked)
    assert stages(outline, cache) == []
    assert len({d.path for d in again.diagnostics}) == 3


# Processes


def processes(count: int, cache: Cache | None = None) -> Means:
    """Give means that call for help at once."""
    return Means(cache, count, taste=0.0)


def test_the_same_bytes_with_any_number_of_processes(cache: Cache, port: Port) -> None:
    """One process or three, with a cache or without: the same brief."""
    assert built(port.outline, processes(3)) == port.brief
    assert built(port.outline, processes(2, cache)) == port.brief
    assert len(kept(cache)) == 2 * MANY + 3
    assert built(port.outline, Means(cache)) == port.brief


def test_a_process_that_dies_loses_nothing() -> None:
    """What a process was at when it died is done here."""
    tasks = [Task(str(n), None, (range(n),)) for n in range(80)]
    found: list[int] = []
    with Workshop(processes(2)) as shop:
        for task, result in shop.run(Work(len), tasks, len(tasks)):
            found.append(result)
            assert task.name == str(result)
            if len(found) == 20:
                for child in multiprocessing.active_children():
                    child.kill()
    assert found == list(range(80))


def test_a_few_are_done_at_once() -> None:
    """For a handful nobody is called to help."""
    tasks = [Task(str(n), None, (range(n),)) for n in range(HANDFUL - 1)]
    with Workshop(processes(2)) as shop:
        for _ in shop.run(Work(len), tasks, len(tasks)):
            assert multiprocessing.active_children() == []


SCRIPT: Final = """\
import sys
from pathlib import Path
import briefing
from briefing.cache import Cache
from briefing.pipeline import build_brief
from briefing.workers import Means
if __name__ == "__main__":
    try:
        outline = briefing.load_outline(Path(sys.argv[1]))
        means = Means(Cache(Path(sys.argv[2])), 2, taste=0.0)
        say = lambda stage: print(stage, flush=True)
        brief = build_brief(outline, say, means).brief
        Path(sys.argv[3]).write_bytes(briefing.write_brief(brief, "md"))
    except KeyboardInterrupt:
        sys.exit(130)
"""


def started(outline: Path, cache: Cache, result: Path) -> subprocess.Popen[str]:
    """Begin a run in a group of processes of its own; it tells its stages."""
    script = result.with_suffix(".py")
    script.write_text(SCRIPT, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, script, outline, cache.folder, result],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(run: subprocess.Popen[str], word: str) -> None:
    """Wait until a run tells a stage that begins with *word*."""
    assert run.stdout is not None
    for line in run.stdout:
        if line.startswith(word):
            return


def has_processes(group: int) -> bool:
    """Tell whether a process of *group* is alive; waits some seconds for its end."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@posix
@pytest.mark.parametrize(
    ("ending", "moment"),
    [
        (signal.SIGKILL, "read:"),
        (signal.SIGKILL, "extract:"),
        (signal.SIGKILL, "relate"),
        (signal.SIGKILL, "plan"),
        (signal.SIGTERM, "extract:"),
        (signal.SIGINT, "read"),
        (signal.SIGINT, "read:"),
        (signal.SIGINT, "extract:"),
    ],
)
def test_a_run_can_be_stopped_at_any_moment(
    ending: signal.Signals, moment: str, cache: Cache, tmp_path: Path, port: Port
) -> None:
    """It leaves no process, no half file, and a cache that works."""
    result = tmp_path / "brief.md"
    run = started(port.outline, cache, result)
    wait_for(run, moment)
    if ending == signal.SIGINT:
        os.killpg(run.pid, ending)  # as a terminal sends Ctrl-C
        told = run.communicate(timeout=60)[1]
        assert (run.returncode, told) == (130, "")
    else:
        run.send_signal(ending)
        run.communicate(timeout=60)
    assert not has_processes(run.pid)
    assert not result.exists()
    for path in cache.folder.glob("*.kept"):
        assert cache.read(path.stem) is not None
    assert built(port.outline, Means(cache)) == port.brief


def test_two_runs_at_once_share_a_cache(
    cache: Cache, tmp_path: Path, port: Port
) -> None:
    """Runs that write the same results at the same moment do not hinder each other."""
    results = [tmp_path / f"brief{n}.md" for n in range(2)]
    runs = [started(port.outline, cache, result) for result in results]
    assert [run.communicate(timeout=120)[1] for run in runs] == ["", ""]
    assert {result.read_bytes() for result in results} == {port.brief["brief.md"]}
