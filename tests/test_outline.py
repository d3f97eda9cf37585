"""The outline: what it may hold, what is said of its mistakes, which files it names."""

from __future__ import annotations

import datetime as dt
import json
import re
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import line_of
from briefing.errors import OutlineError
from briefing.model.outline import Outline, SourceNote
from briefing.outline import (
    check_outline,
    find_articles,
    load_outline,
    merge_notes,
    outline_schema,
    section_library,
    source_note_for,
)
from briefing.outline.days import likely_days
from briefing.outline.near import nearest
from briefing.outline.schema import TABLES, Table
from briefing.outline.slugs import slug
from briefing.resources import data_path, word_list
from briefing.text.words import stem, tokens

ROOT: Final = Path(__file__).resolve().parent.parent
CONFIGS: Final = ROOT / "tests" / "configs"
CONFIG: Final = ROOT / "config.yaml"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an outline, and empty articles of the names given beside it."""

    def save(text: str, *articles: str) -> Path:
        for name in articles or ("articles/one.txt",):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("Rain fell.\n", encoding="utf-8")
        path = tmp_path / "config.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return save


# --- Mistakes ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("lenght", "length"),
        ("Andres", "Anders Holm"),
        ("next", "what_happens_next"),
        ("evning.txt", "articles/evening.txt"),
        ("diplomacy", "diplomatic_responses"),
    ],
)
def test_a_near_word_is_offered(word: str, known: str) -> None:
    """A slip of the pen, a part of a name or its beginning finds the name."""
    assert nearest(word, [known]) == known


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("config.yaml", "l.yaml"),
        ("Dam on the river raised the alarm", "The Harbour Post"),
        ("language", "page"),
    ],
)
def test_what_shares_a_few_letters_is_not_offered(word: str, known: str) -> None:
    """What is offered for a word that is not known could have been meant."""
    assert nearest(word, [known]) is None


@pytest.mark.parametrize("name", sorted(p.stem for p in CONFIGS.glob("*.yaml")))
def test_all_that_is_said_of_a_broken_outline(
    name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Every mistake is named at once, with its place and what to write instead."""
    monkeypatch.chdir(CONFIGS)
    _, found = check_outline(f"{name}.yaml")
    actual = "".join(line_of(item) + "\n" for item in found)
    expected = CONFIGS / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


def test_each_text_in_configs_belongs_to_an_outline() -> None:
    """No expected text is left behind when its outline is gone."""
    outlines = {path.stem for path in CONFIGS.glob("*.yaml")}
    assert {path.stem for path in CONFIGS.glob("*.txt")} == outlines


def test_loading_raises_one_error_with_every_mistake() -> None:
    """`load_outline` raises what `check_outline` says, and counts it."""
    path = CONFIGS / "number-not-whole.yaml"
    with pytest.raises(OutlineError) as caught:
        load_outline(path)
    assert caught.value.diagnostics == check_outline(path)[1]
    assert str(caught.value) == f"`{path}` cannot be used: 4 mistakes"


def test_a_missing_file_gets_the_name_of_its_neighbour(write: Write) -> None:
    """A slip in the outline's own name is mended by the names beside it."""
    path = write("title: Port strike\n").with_name("confg.yaml")
    (diagnostic,) = check_outline(path)[1]
    assert diagnostic.code == "outline-no-file"
    meant = path.with_name("config.yaml").as_posix()
    assert diagnostic.hint == f"did you mean `{meant}`?"


def test_a_folder_is_not_an_outline(tmp_path: Path) -> None:
    """A folder in place of the outline is told apart from a missing file."""
    (diagnostic,) = check_outline(tmp_path)[1]
    assert diagnostic.code == "outline-not-a-file"


def test_a_file_over_the_limit_is_not_read(write: Write) -> None:
    """An outline of more than a MiB is refused before it is parsed."""
    path = write("title: Port strike\n" + "#" * 1024 * 1024)
    assert [item.code for item in check_outline(path)[1]] == ["outline-too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "- \n" * 200_000,
        "[" * 500_000,
        "{a: " * 200_000,
        "? " * 200_000,
        "a: &a [" * 100_000,
        "".join(
            f"a{i}: &a{i} [*a{i - 1}]\n" if i else "a0: &a0 [x]\n" for i in range(999)
        ),
    ],
    ids=["long list", "brackets", "braces", "questions", "anchors", "chain of aliases"],
)
def test_hostile_yaml_is_refused_with_a_place(write: Write, text: str) -> None:
    """Nesting, length and aliases are bounded, and the place is named."""
    found = check_outline(write(text))[1]
    assert found
    assert all(item.severity == "error" for item in found)
    assert found[0].line is not None


@given(st.binary(max_size=300))
def test_any_bytes_give_an_outline_or_its_mistakes(data: bytes) -> None:
    """No byte string makes another exception than OutlineError."""
    _load_bytes(data)


_WORDS = st.sampled_from(
    [
        *(key for table in TABLES.values() for key in table.model_fields),
        *(
            "- ",
            ": ",
            "\n",
            "\n  ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "|",
            '"',
            "'",
            "#",
        ),
        *("TLP:RED", "incident", "2024-03-04", "1_000", "~", "null", "s3f9a1c04d2"),
        *("articles/", "*.txt", "../", "!!str ", "<<", "\t", "\\", "---", "{date}"),
    ]
)


@given(st.lists(_WORDS | st.text(max_size=5), max_size=40).map("".join))
def test_any_words_give_an_outline_or_its_mistakes(text: str) -> None:
    """Nor does any heap of keys, marks and values that outlines are made of."""
    _load_bytes(text.encode("utf-8", "surrogatepass"))


_VALUES = st.recursive(
    st.none() | st.text(max_size=12) | st.sampled_from(["1", "2024-03-04", "incident"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(string.ascii_lowercase, max_size=5), inner, max_size=3
        )
    ),
    max_leaves=6,
)
_KEYS = sorted({key for table in TABLES.values() for key in table.model_fields})


@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=6))
def test_any_value_under_any_key_gives_an_outline_or_its_mistakes(
    values: dict[str, Any],
) -> None:
    """Nor does a value of any shape under a key that is known."""
    text = yaml.safe_dump(values | {"sections": [values]}, allow_unicode=True)
    _load_bytes(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("digits", ["9" * 5_000, "1_" * 5_000 + "1"])
@pytest.mark.parametrize("key", ["length", "serial", "words"])
def test_thousands_of_digits_are_a_mistake(write: Write, key: str, digits: str) -> None:
    """A number that Python itself refuses to read is reported as any other."""
    own = "  - use: incident\n" + (f"    words: {digits}\n" if key == "words" else "")
    top = "" if key == "words" else f"{key}: {digits}\n"
    outline, found = check_outline(write(f"title: Flood\n{top}sections:\n{own}"))
    assert outline is None
    assert "outline-not-a-number" in {item.code for item in found}


@pytest.fixture(scope="module", autouse=True)
def _scratch(tmp_path_factory: pytest.TempPathFactory) -> None:
    _Scratch.path = tmp_path_factory.mktemp("any") / "config.yaml"


class _Scratch:
    """The file that generated outlines are written to."""

    path = Path()


def _load_bytes(data: bytes) -> None:
    _Scratch.path.write_bytes(data)
    outline, found = check_outline(_Scratch.path)
    errors = [item for item in found if item.severity == "error"]
    assert (outline is None) == bool(errors)
    assert all(item.code.startswith("outline-") and item.message for item in found)
    if outline is not None:
        assert outline.title
        assert outline.sections


# --- Reading each value by the type of its field ----------------------------------


def test_values_mean_what_their_field_says(write: Write) -> None:
    """`NO`, `on`, `12:30`, a bare day and `0123` are texts where a text is due."""
    path = write(
        "title: 2024-03-04\n"
        "prepared_by: on\n"
        "length: 1_000\n"
        "serial: 0123\n"
        "event: {date: 2024-03-04, place: NO}\n"
        "bottom_line: 12:30\n"
        "places: {NO: {country: NO, latitude: 1, longitude: 2.5}}\n"
        "sections: [{title: 1_000, terms: [yes, 0x1F, 1e3, Null]}]\n"
    )
    outline = load_outline(path)
    assert (outline.title, outline.prepared_by) == ("2024-03-04", "on")
    assert (outline.length, outline.serial) == (1000, 123)
    assert outline.event.date == dt.date(2024, 3, 4)
    assert (outline.event.place, outline.bottom_line) == ("NO", "12:30")
    assert (outline.places[0].name, outline.places[0].country) == ("NO", "NO")
    assert (outline.places[0].latitude, outline.places[0].longitude) == (1.0, 2.5)
    assert outline.sections[0].title == "1_000"
    assert outline.sections[0].terms == ("yes", "0x1F", "1e3", "Null")


def test_a_key_without_a_value_counts_as_left_out(write: Write) -> None:
    """A key whose lines are all comments has its default, as have `~` and `null`."""
    path = write(
        "title: Port strike\nlength:\nevent:\nas_of: ~\nmarking: null\n"
        "sources:\n  # nothing yet\nedits: {pin: , drop: }\nsections: [{use: legal}]\n"
    )
    outline = load_outline(path)
    assert (outline.length, outline.as_of, outline.marking) == (1000, None, None)
    assert (outline.sources, outline.edits.pin, outline.edits.drop) == ((), {}, ())


def test_what_is_left_out_has_its_default(write: Write) -> None:
    """A title and one section are enough."""
    outline = load_outline(write("title: Port strike\nsections: [{use: incident}]\n"))
    bare = Outline(Path(), "", (), ())
    assert outline.articles == ("articles/",)
    for key in ("length", "page", "file_name", "as_of", "serial", "event", "edits"):
        assert getattr(outline, key) == getattr(bare, key)


def test_one_line_stays_one_line(write: Write) -> None:
    """A title written over several lines has its runs of white space as one space."""
    path = write("title: >\n  Port\n   strike\nsections: [{title: ' Who  pays? '}]\n")
    outline = load_outline(path)
    assert outline.title == "Port strike"
    assert outline.sections[0].title == "Who pays?"


def test_the_outline_is_hashed_as_it_stands(write: Write) -> None:
    """The hash is of the bytes, so that a brief names the outline it was made with."""
    text = "title: Port strike\nsections: [{use: incident}]\n"
    one, same = load_outline(write(text)), load_outline(write(text))
    other = load_outline(write(text + "#\n"))
    assert one.sha256 == same.sha256 != other.sha256


@given(st.dates(dt.date(1500, 1, 1), dt.date(2200, 12, 31)))
def test_a_day_is_understood_in_words_and_numbers(day: dt.date) -> None:
    """However a day is written, its hint names that day."""
    ways = (
        "%d/%m/%Y",
        "%-d.%-m.%Y",
        "%Y/%m/%d",
        "%-d %B %Y",
        "%B %-d, %Y",
        "%d %b. %Y",
    )
    for way in ways:
        written = day.strftime(way).replace(day.strftime("%Y"), f"{day.year:04}")
        assert day in likely_days(written)


# --- Sections ---------------------------------------------------------------------


def test_a_section_of_the_library_keeps_what_the_outline_does_not_change(
    write: Write,
) -> None:
    """Terms of the outline go before the library's; the rest is replaced or kept."""
    path = write(
        "title: Port strike\n"
        "sections: [{use: incident, words: 90, order: time, "
        "terms: [walkout, incident]}]\n"
    )
    (section,) = load_outline(path).sections
    library = section_library()["incident"]
    assert section.terms[:3] == ("walkout", "incident", library.terms[1])
    assert len(set(section.terms)) == len(section.terms)
    assert (section.words, section.order) == (90, "time")
    assert (section.id, section.cues, section.time) == (
        "incident",
        library.cues,
        library.time,
    )


def test_a_section_of_ones_own_needs_a_title_only(write: Write) -> None:
    """Its id is made of the title; `about` and terms may be left out."""
    path = write(
        "title: Port strike\n"
        "sections: [{title: Größe & Gewalt?}, {title: ‘Who’ pays, about: The bill}, "
        "{title: '?!'}, {use: incident, id: second, title: Second}]\n"
    )
    sections = load_outline(path).sections
    assert [s.id for s in sections] == [
        "grosse_gewalt",
        "who_pays",
        "section_3",
        "second",
    ]
    assert [s.about for s in sections[:3]] == ["", "The bill", ""]
    assert all(s.terms == s.cues == () for s in sections[:3])


def test_a_section_file_beside_the_outline(write: Write) -> None:
    """A copy of a library file, changed, can be named by its path."""
    path = write("title: Port strike\nsections: [{use: ./mine.yaml, words: 99}]\n")
    own = data_path("sections/legal.yaml").read_text(encoding="utf-8")
    mine = own.replace("id: legal", "id: tribunal").replace("time: any", "time: after")
    path.with_name("mine.yaml").write_text(mine, encoding="utf-8")
    (section,) = load_outline(path).sections
    assert (section.id, section.time, section.words) == ("tribunal", "after", 99)
    assert section.cues == section_library()["legal"].cues


def test_the_library_covers_what_a_desk_expects() -> None:
    """The sections that the manual promises are there, by their own names."""
    library = section_library()
    assert {
        "background",
        "incident",
        "casualties",
        "military_posture",
        "diplomatic_responses",
        "humanitarian_situation",
        "economic_impact",
        "legal",
        "what_happens_next",
        "open_questions",
    } <= set(library)
    assert all(name == section.id for name, section in library.items())
    assert library["open_questions"].kind == "open_questions"


@pytest.mark.parametrize("name", sorted(section_library()))
def test_a_section_of_the_library_has_words_that_tell(name: str) -> None:
    """Cues are many, none is said twice by its stem, none is function words only."""
    section = section_library()[name]
    if section.kind == "open_questions":
        return
    stop = set(word_list("stopwords"))
    stems = [
        tuple(stem(token.lower) for token in tokens(cue) if token.lower not in stop)
        for cue in (*section.terms, *section.cues)
    ]
    assert section.about
    assert len(section.terms) >= 5
    assert len(section.cues) >= 30
    assert sorted(set(stems)) == sorted(stems)
    assert () not in stems


@given(st.text(max_size=80))
def test_a_slug_is_an_id(title: str) -> None:
    """A slug holds small letters, digits and single underscores, and stays itself."""
    assert re.fullmatch(r"(?:[a-z0-9]+(?:_[a-z0-9]+)*)?", slug(title))
    assert slug(slug(title)) == slug(title)


# --- Articles ---------------------------------------------------------------------


def _names(outline: Outline) -> list[str]:
    paths, _ = find_articles(outline)
    return [path.relative_to(outline.folder).as_posix() for path in paths]


def _outline(write: Write, articles: str, *files: str, confine: bool = True) -> Outline:
    text = f"title: Flood\narticles: {articles}\nsections: [{{use: incident}}]\n"
    return load_outline(write(text, *files), confine=confine)


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ("in/", ["in/a.txt", "in/b.TXT"]),
        ("in", ["in/a.txt", "in/b.TXT"]),
        ("in/a.txt", ["in/a.txt"]),
        ('"in/*.txt"', ["in/a.txt"]),
        ('"in/**/*.txt"', ["in/a.txt", "in/deep/c.txt"]),
        ('"**/[ac].txt"', ["in/a.txt", "in/deep/c.txt"]),
        ('"in/[!b].txt"', ["in/a.txt"]),
        ('"in/?.*"', ["in/a.txt", "in/b.TXT"]),
        ("[in/deep/, in/a.txt, in]", ["in/a.txt", "in/b.TXT", "in/deep/c.txt"]),
        ("./in//a.txt", ["in/a.txt"]),
    ],
)
def test_articles_by_folder_file_and_pattern(
    write: Write, articles: str, expected: list[str]
) -> None:
    """Folders, files, patterns and lists give their files once, sorted by path."""
    files = ("in/b.TXT", "in/a.txt", "in/deep/c.txt")
    assert _names(_outline(write, articles, *files)) == expected


def test_files_left_out_are_named(write: Write, tmp_path: Path) -> None:
    """Hidden files, other endings, folders and links that lead out are reported."""
    files = (
        "in/a.txt",
        "in/.hidden.txt",
        "in/photo.jpg",
        "in/deep/c.txt",
        "in/d.txt/e",
    )
    outline = _outline(write, "in/", *files)
    outside = tmp_path.parent / f"{tmp_path.name}-secret.txt"
    outside.write_text("secret", encoding="utf-8")
    (tmp_path / "in/out.txt").symlink_to(outside)
    (tmp_path / "in/loop.txt").symlink_to("loop.txt")
    (tmp_path / "in/twin.txt").symlink_to("a.txt")
    paths, said = find_articles(outline)
    assert [path.name for path in paths] == ["a.txt"]
    assert [(item.path, item.code, item.severity) for item in said] == [
        ("in/.hidden.txt", "outline-hidden-file", "note"),
        ("in/d.txt", "outline-folder-inside", "warning"),
        ("in/deep", "outline-folder-inside", "warning"),
        ("in/loop.txt", "outline-outside-file", "warning"),
        ("in/out.txt", "outline-outside-file", "warning"),
        ("in/photo.jpg", "outline-unsupported-file", "warning"),
        ("in/twin.txt", "outline-same-file", "note"),
    ]


def test_the_outline_itself_is_no_article(write: Write) -> None:
    """A folder that holds both gives the articles, and says nothing of the outline."""
    outline = _outline(write, ".", "a.txt")
    paths, said = find_articles(outline, endings=(".txt", ".yaml"))
    assert [path.name for path in paths] == ["a.txt"]
    assert said == []


def test_linked_folders_stay_inside(write: Write, tmp_path: Path) -> None:
    """A linked folder that leads out is refused; one that leads in circles ends."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "etc").symlink_to("/etc", target_is_directory=True)
    assert _names(_outline(write, '"**/*.txt"', "in/a.txt")) == ["in/a.txt"]
    _, said = find_articles(_outline(write, '"in/*"', "in/a.txt"))
    assert [(item.path, item.code) for item in said] == [
        ("in/again", "outline-folder-inside")
    ]
    path = write("title: Flood\narticles: etc/\nsections: [{use: incident}]\n")
    assert "outline-outside" in {item.code for item in check_outline(path)[1]}


def test_only_the_user_leads_out_of_the_folder(write: Write, tmp_path: Path) -> None:
    """`confine=False` and `articles=` let articles lie anywhere; the file cannot."""
    away = tmp_path.parent / f"{tmp_path.name}-away"
    away.mkdir()
    (away / "one.txt").write_text("Rain fell.\n", encoding="utf-8")
    text = f"title: Flood\narticles: {away}\nsections: [{{use: incident}}]\n"
    path = write(text)
    with pytest.raises(OutlineError):
        load_outline(path)
    for outline in (
        load_outline(path, confine=False),
        load_outline(path, articles=away),
    ):
        paths, said = find_articles(outline)
        assert [found.resolve() for found in paths] == [(away / "one.txt").resolve()]
        assert said == []


def test_articles_of_the_command_line_stand_for_the_outline(write: Write) -> None:
    """What the command line names counts, even where the outline's own are missing."""
    text = "title: Flood\narticles: gone/\nsections: [{use: incident}]\n"
    path = write(text, "other/b.txt")
    outline = load_outline(path, articles=path.parent / "other")
    assert outline.articles == ("other",)
    assert _names(outline) == ["other/b.txt"]


# --- Notes on sources -------------------------------------------------------------


def test_notes_on_one_article_are_joined() -> None:
    """All matching notes count, by name and by path; where two differ, the later."""
    notes = (
        SourceNote("*.txt", agency="AFP", reliability="C"),
        SourceNote("in/a*", outlet="The Harbour Post"),
        SourceNote("b*", outlet="Another"),
        SourceNote("a[1].txt", reliability="B"),
    )
    outline = Outline(Path(), "", (), (), sources=notes)
    expected = SourceNote(
        "in/a[1].txt", outlet="The Harbour Post", agency="AFP", reliability="B"
    )
    assert source_note_for(outline, "in/a[1].txt") == expected
    assert merge_notes(notes, "in/a[1].txt") == expected
    assert source_note_for(outline, "c.md") == SourceNote("c.md")


# --- The schema and the manual ----------------------------------------------------


def test_the_committed_schema_is_current(request: pytest.FixtureRequest) -> None:
    """Editors read the schema that the program itself would write."""
    path = data_path("outline.schema.json")
    current = json.dumps(outline_schema(), indent=2, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        path.write_text(current, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == current, "`make golden` rewrites it"


def test_the_schema_accepts_the_manual() -> None:
    """`config.yaml` names the schema, and keeps to it, with every comment opened."""
    text = CONFIG.read_text(encoding="utf-8")
    first = "# yaml-language-server: $schema=briefing/data/outline.schema.json"
    assert text.splitlines()[0] == first
    schema = outline_schema()
    for version in (text, _opened(text)):
        assert list(_breaches(_as_editors_read(version), schema, schema)) == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: Port strike",
        "title: Port strike\nsections: []",
        "title: Port strike\nsections: [{use: millitary}]",
        "title: Port strike\nsections: [{use: legal, words: 5}]",
        "title: Port strike\nsections: [{use: legal}]\nmarking: TLP:BLUE",
        "title: Port strike\nsections: [{use: legal}]\nedits: {drop: [x]}",
    ],
)
def test_the_schema_refuses_what_loading_refuses(text: str) -> None:
    """An editor underlines what the program would complain of."""
    schema = outline_schema()
    assert list(_breaches(_as_editors_read(text), schema, schema))


def test_the_manual_loads_as_it_stands_and_opened(tmp_path: Path) -> None:
    """The example is right, and so is every line of it that is commented out."""
    text = _opened(CONFIG.read_text(encoding="utf-8"))
    (tmp_path / "seeds").mkdir()
    for seed in (ROOT / "seeds").iterdir():
        (tmp_path / "seeds" / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    for path in (CONFIG, tmp_path / "config.yaml"):
        outline, found = check_outline(path)
        assert outline is not None
        assert found == ()


def test_the_manual_shows_every_key_there_is() -> None:
    """No key is missing from `config.yaml`, and none stands there that is not."""
    values = _as_editors_read(_opened(CONFIG.read_text(encoding="utf-8")))
    assert set(_keys_of(values)) == set(_keys_known())


def test_the_manual_says_each_default_above_its_key() -> None:
    """Above each key stands a comment with what counts where it is left out."""
    found = list(_comments(CONFIG.read_text(encoding="utf-8")))
    comments = dict(reversed(found))  # a key that stands twice is explained once
    for (home, key), default in _keys_known().items():
        comment = comments[key] if not home else comments.get(f"{home}.{key}", "")
        if default is ...:
            assert "Needed." in comment, key
        elif isinstance(default, str | int):
            assert comment.endswith(f"Left out: {default}."), key
        else:
            assert "Left out: " in comment, f"{home}.{key}"


def test_the_library_named_in_the_manual_is_the_library() -> None:
    """The manual lists every section of the library, sorted."""
    text = " ".join(CONFIG.read_text(encoding="utf-8").replace("\n#", " ").split())
    assert ", ".join(section_library()) + "." in text


def test_reading_an_outline_is_not_part_of_the_help() -> None:
    """Neither pydantic nor YAML is imported with the room, only when it is used."""
    code = "import sys, briefing.outline; print(*{'pydantic', 'yaml'} & {*sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert run.stdout == "\n"


# A commented key: "# serial: 1", "#   - title: Who", '#   "000_*":'; not prose.
_COMMENTED = re.compile(r"^# ( *(?:- )?(?:\"[^\"]+\"|[a-z_]+):(?: .*)?)$", re.MULTILINE)


def _opened(text: str) -> str:
    """Give the manual with every commented key in use."""
    return _COMMENTED.sub(r"\1", text)


def _keys_of(values: Any) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        yield "", key
        inner = {"sources": 1, "places": 1}.get(key, 0)
        tables = value if isinstance(value, list) else [value]
        if inner:
            tables = list(value.values())
        if key in TABLES:
            yield from ((key, name) for table in tables for name in table)


def _keys_known() -> dict[tuple[str, str], Any]:
    """Give (table, key) → its default; `...` for a key that is needed."""

    def default(table: type[Table], key: str) -> Any:
        field = table.model_fields[key]
        given = field.get_default(call_default_factory=False)
        plain = given[0] if key == "articles" else given
        return ... if field.is_required() else plain

    return {
        (home, key): default(table, key)
        for home, table in TABLES.items()
        for key in table.model_fields
    }


def _comments(text: str) -> Iterator[tuple[str, str]]:
    """Give each key, by its table, and the comment that stands above it."""
    comment, table = "", ""
    for line in text.splitlines():
        bare = _COMMENTED.sub(r"\1", line)
        if match := re.match(r"( *(?:- )?)([a-z_]+):", bare):
            table = table if match[1] else match[2]
            yield (f"{table}.{match[2]}" if match[1] else match[2]), comment.strip()
            comment = ""
        elif line.strip().startswith("#"):
            comment += line.strip(" #") + " "
        elif '"000_*":' not in line and not re.match(r" +[A-Z]\w+:", line):
            comment = ""


class _Core(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: a day is a text, and so is `NO`."""


def _as_editors_read(text: str) -> Any:
    return yaml.load(text, _Core)  # noqa: S506 - a safe loader with fewer types


_Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _breaches(
    value: Any, schema: dict[str, Any], root: dict[str, Any]
) -> Iterator[str]:
    """Give what breaks *schema*: the part of JSON Schema that ours is written in."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        yield f"{value!r} is no {kinds}"
    ways = schema.get("anyOf", [])
    if ways and all(any(_breaches(value, way, root)) for way in ways):
        yield f"{value!r} fits none of {ways}"
    if value not in schema.get("enum", [value]):
        yield f"{value!r} is not in {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{value!r} does not match {schema['pattern']}"
    if isinstance(value, int | float):
        low, high = (schema.get(key, value) for key in ("minimum", "maximum"))
        if not low <= value <= high:
            yield f"{value!r} is not between {low} and {high}"
    if isinstance(value, list):
        yield from _breaches_of_items(value, schema, root)
    if isinstance(value, dict):
        yield from _breaches_of_keys(value, schema, root)


def _breaches_of_items(
    values: list[Any], schema: dict[str, Any], root: dict[str, Any]
) -> Iterator[str]:
    if len(values) < schema.get("minItems", 0):
        yield "too short"
    for value in values:
        yield from _breaches(value, schema.get("items", {}), root)


def _breaches_of_keys(
    values: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]
) -> Iterator[str]:
    yield from (
        f"{key} is missing" for key in schema.get("required", ()) if key not in values
    )
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", {})
    for key, value in values.items():
        if key in properties:
            yield from _breaches(value, properties[key], root)
        elif others is False:
            yield f"{key} is not known"
        else:
            yield from _breaches(value, others, root)
