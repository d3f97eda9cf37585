"""Any file ends in an article or in a diagnostic that says why not."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.outline import SourceNote
from briefing.readers import read_articles, read_text
from briefing.readers.decode import decode
from briefing.readers.formats import TEXT_BYTES
from briefing.readers.page import MAX_LINES

FERRY = "Ferry sinks\r\n\r\nThe ferry “Lomo” sank on Tuesday, the coast guard said.\r\n"


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write *data* to a new file and give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def said(folder: Path, *names: str) -> list[tuple[str, str, str | None]]:
    """Give code, message and path of what reading *names* in *folder* says."""
    _, diagnostics = read_articles([folder / name for name in names], folder=folder)
    return [(item.code, item.message, item.path) for item in diagnostics]


@pytest.mark.parametrize(
    ("data", "doubt"),
    [
        (FERRY.encode(), None),
        (FERRY.encode("utf-8-sig"), None),
        (FERRY.encode("utf-16"), None),
        (b"\xfe\xff" + FERRY.encode("utf-16-be"), None),
        (FERRY.encode("utf-32"), None),
        (FERRY.encode("utf-16-le"), "read as UTF-16, which the file does not say"),
        (FERRY.encode("utf-16-be"), "read as UTF-16, which the file does not say"),
        (FERRY.encode("cp1252"), "read as Windows-1252: it is not UTF-8"),
    ],
)
def test_encodings(data: bytes, doubt: str | None) -> None:
    """The words are the same in every encoding, line ends kept, and doubts are said."""
    assert (decode(data).text, decode(data).doubt) == (FERRY, doubt)


def test_damaged_utf8_is_read_as_utf8() -> None:
    """One broken byte does not turn the other letters of a text into rubbish."""
    decoded = decode("Vučić, Türkiye, “Ólafur”".encode() + b"\xff.")
    assert decoded.text == "Vučić, Türkiye, “Ólafur”\ufffd."
    assert decoded.doubt == "read as UTF-8, of which some bytes are damaged"


@given(st.binary(max_size=400))
def test_any_bytes_are_text(data: bytes) -> None:
    """No byte string makes a traceback, and its article's text is what was decoded."""
    text = decode(data).text
    assert read_text(text).text == text


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_an_article_or_a_diagnostic(data: bytes, tmp_path: Path) -> None:
    """Whatever a file holds, it is read or said to be unread."""
    path = write(tmp_path, "any.txt", data)
    articles, diagnostics = read_articles([path])
    assert articles or diagnostics
    assert all(a.sha256 == hashlib.sha256(data).hexdigest() for a in articles)


def test_articles_come_sorted_by_path(tmp_path: Path) -> None:
    """The order of the files given does not matter; paths are relative, with `/`."""
    names = ["b.txt", "a/2.txt", "a/1.TXT"]
    paths = [write(tmp_path, name, FERRY.encode()) for name in names]
    articles, diagnostics = read_articles(paths)
    assert [article.path for article in articles] == ["a/1.TXT", "a/2.txt", "b.txt"]
    assert read_articles(reversed(paths))[0] == articles
    assert diagnostics == []


def test_one_file_named_twice_is_one_article(tmp_path: Path) -> None:
    """The same path given twice is read once; two files of one text are two."""
    first = write(tmp_path, "1.txt", FERRY.encode())
    second = write(tmp_path, "2.txt", FERRY.encode())
    articles, _ = read_articles([first, str(first), second])
    assert [article.path for article in articles] == ["1.txt", "2.txt"]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """Each file that is no article is named with its reason."""
    write(tmp_path, "empty.txt", b"")
    write(tmp_path, "blank.txt", b" \n\t\n")
    write(tmp_path, "page.xyz", b"<p>Hello")
    write(tmp_path, "picture.txt", bytes(range(256)) * 20)
    (tmp_path / "folder.txt").mkdir()
    names = (
        "empty.txt",
        "blank.txt",
        "page.xyz",
        "picture.txt",
        "folder.txt",
        "no.txt",
    )
    assert said(tmp_path, *names) == [
        ("read-empty", "the file is empty", "blank.txt"),
        ("read-empty", "the file is empty", "empty.txt"),
        ("read-folder", "a folder, not an article", "folder.txt"),
        ("read-missing", "there is no such file", "no.txt"),
        ("read-unsupported", "files with .xyz cannot be read", "page.xyz"),
        ("read-encoding", "read as Latin-1: it is not UTF-8", "picture.txt"),
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """A huge file is named, and its size is not held in memory."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(TEXT_BYTES + 1)
    expected = ("read-too-large", "larger than 2 MB, which no article is", "huge.txt")
    assert said(tmp_path, "huge.txt") == [expected]


def test_a_file_of_endless_lines_is_not_read(tmp_path: Path) -> None:
    """A file of more lines than any article has is named, and no line is looked at."""
    write(tmp_path, "lines.txt", b"ab\r\n" * (MAX_LINES + 1))
    message = "more than 20,000 lines, which no article has"
    assert said(tmp_path, "lines.txt") == [("read-too-large", message, "lines.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A file that is no ordinary one is never opened."""
    os.mkfifo(tmp_path / "pipe.txt")
    expected = ("read-special", "not an ordinary file", "pipe.txt")
    assert said(tmp_path, "pipe.txt") == [expected]


def test_notes_are_matched_by_name_and_pattern(tmp_path: Path) -> None:
    """All notes that fit are used; where two differ, that of the exact name is."""
    write(tmp_path, "a/01_ferry.txt", FERRY.encode())
    sources = [
        SourceNote("01_ferry.txt", outlet="The Harbour Times"),
        SourceNote("a/*", outlet="Islandnews", reliability="B"),
        SourceNote("02_fery.txt", outlet="Nobody"),
    ]
    paths = [tmp_path / "a/01_ferry.txt"]
    articles, diagnostics = read_articles(paths, sources=sources, folder=tmp_path)
    assert articles[0].path == "a/01_ferry.txt"
    assert (articles[0].outlet, articles[0].reliability) == ("The Harbour Times", "B")
    assert articles[0].outlet_from == "the outline"
    assert [(item.code, item.message, item.hint) for item in diagnostics] == [
        (
            "read-note-unused",
            "no article matches the source '02_fery.txt'",
            "did you mean 'a/01_ferry.txt'?",
        )
    ]


def test_a_page_without_text_is_said(tmp_path: Path) -> None:
    """A page of furniture alone is an article whose lack of text is named."""
    write(tmp_path, "menu.txt", b"Skip to content\nSign in\nRelated stories\n")
    message = "no sentence of an article was found in it"
    assert said(tmp_path, "menu.txt") == [("read-no-body", message, "menu.txt")]
