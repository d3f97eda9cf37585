"""Is the brief as data whole, valid, and read back equal?"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given

from briefing.errors import UsageError
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.resources import data_path
from briefing.writers import read_brief, write_brief
from briefing.writers.json import write_public
from briefing.writers.reading import brief_from
from tests.briefs import flood
from tests.strategies import briefs

BRIEF, _ = flood()
VALIDATE = fastjsonschema.compile(
    json.loads(data_path("brief.schema.json").read_text(encoding="utf-8"))
)


def keys_in(data: Any) -> set[str]:
    """Give every key in *data*, at whatever depth."""
    if isinstance(data, dict):
        return set(data).union(*map(keys_in, data.values()))
    return set().union(*map(keys_in, data)) if isinstance(data, list) else set()


def test_every_block(golden: Callable[[str, str], None]) -> None:
    """The brief of the flood is written as reviewed."""
    golden("every-block.json", write_brief(BRIEF, "json").decode())


@given(briefs())
def test_a_brief_is_read_back_equal(drawn: tuple[Brief, list[Article]]) -> None:
    """Whatever words a brief holds, what is read is what was written."""
    assert brief_from(write_brief(drawn[0], "json")) == drawn[0]


@given(briefs())
def test_every_brief_keeps_the_schema(drawn: tuple[Brief, list[Article]]) -> None:
    """Both the whole brief and its public part are valid."""
    VALIDATE(json.loads(write_brief(drawn[0], "json")))
    VALIDATE(json.loads(write_public(drawn[0])))


def test_the_schema_sees_a_missing_key() -> None:
    """The schema is no rubber stamp: each key of the brief is needed."""
    whole = json.loads(write_brief(BRIEF, "json"))
    for key in sorted(set(whole) - {"unused", "diagnostics"}):
        with pytest.raises(fastjsonschema.JsonSchemaException):
            VALIDATE({k: v for k, v in whole.items() if k != key})


def test_the_public_part_gives_no_reasons() -> None:
    """What travels inside a PDF has no reasons, unused files or diagnostics."""
    public = json.loads(write_public(BRIEF))
    assert keys_in(public) & {"because", "unused", "diagnostics"} == set()
    read = brief_from(write_public(BRIEF))
    assert read.unused == ()
    assert [e.text for e in read.bottom_line] == [e.text for e in BRIEF.bottom_line]


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    """Words that UTF-8 cannot hold are read back all the same."""
    broken = replace(BRIEF, title="half \ud83d")
    assert brief_from(write_brief(broken, "json")) == broken


def test_a_file_is_read(tmp_path: Path) -> None:
    """A brief is read from the file that holds it."""
    path = tmp_path / "brief.json"
    path.write_bytes(write_brief(BRIEF, "json"))
    assert read_brief(path) == BRIEF


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", ("is not JSON: Expecting property name enclosed in double quotes: line 1"
               " column 2 (char 1)")),
        (b"\xff", ("is not JSON: 'utf-8' codec can't decode byte 0xff in position 0: "
                  "invalid start byte")),
        (b"[]", "is not a brief: its format is not 'briefing/1'"),
        (b'{"format": "briefing/2"}', "is not a brief: its format is not 'briefing/1'"),
        (b'{"format": "briefing/1"}', "is not a brief: $: the key 'title' is missing"),
        (b"[" * 100_000, None),
        (b"%PDF-1.7 nonsense", None),
    ],
)  # fmt: skip
def test_what_is_no_brief_is_told(
    tmp_path: Path, content: bytes, told: str | None
) -> None:
    """A file that holds no brief ends in a sentence, never in a traceback."""
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read_brief(path)
    if told:
        assert str(raised.value) == f"{path} {told}"


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("title", 3, "$.title: '3' is not a str"),
        ("as_of", "yesterday", "$.as_of: 'yesterday' is not a day"),
        ("serial", True, "$.serial: 'True' is not a int"),
        ("sections", {}, "$.sections: '{}' is not a list"),
        ("event", None, "$.event: 'None' is not an object"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(
    key: str, value: object, told: str
) -> None:
    """The message says which value does not fit, and what would."""
    data = json.loads(write_brief(BRIEF, "json")) | {key: value}
    with pytest.raises(UsageError) as raised:
        brief_from(json.dumps(data).encode())
    assert str(raised.value) == f"brief.json is not a brief: {told}"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere is told with the system's reason."""
    path = tmp_path / "none.json"
    with pytest.raises(UsageError) as raised:
        read_brief(path)
    assert str(raised.value) == f"{path} cannot be read: No such file or directory"
