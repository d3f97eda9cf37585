"""Run the command line inside the test's process, and read transcripts of it.

A transcript, `tests/commands/build.md`, holds one case after another:

    ## The title: the promise, in one sentence

    ```
    $ touch out
    $ briefing build --output out
    ```

    stderr:

    ```
    error: `out` is a file, not a folder [write-output]
    ```

    exit code: 6

The last line that begins with `$` is the command; those before it set the scene.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import pytest

from briefing.cli.app import app

COMMANDS: Final = Path(__file__).parent / "commands"
EXAMPLE: Final = COMMANDS / "example"

# Matches a title and all lines up to the next; not the heading of the file.
_CASE: Final = re.compile(
    r"^## (?P<title>.+)\n(?P<body>(?:(?!## ).*\n)*)", re.MULTILINE
)
# Matches a block with the word above it, if any; not a lone line of three marks.
_BLOCK: Final = re.compile(
    r"(?:^(stdout|stderr):\n\n)?^```\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
# Matches "exit code: 6"; not a sentence that speaks of one.
_CODE: Final = re.compile(r"^exit code: (\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command wrote, and how it ended."""

    stdout: str
    stderr: str
    code: int


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run(*words: str, stream: type[io.StringIO] = io.StringIO) -> Ran:
    """Run `briefing` with the arguments *words*; *stream* stands for both outputs."""
    out, err = stream(), stream()
    code: object = None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            app(list(words), prog_name="briefing")
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int), f"the command ended with {code!r}"
    return Ran(out.getvalue(), err.getvalue(), code)


@dataclass(frozen=True, slots=True)
class Transcript:
    """One case: the commands, and what the last of them must give."""

    title: str
    commands: tuple[str, ...]
    ran: Ran
    line: int
    """Line of the title in its file, from 1."""

    @classmethod
    def from_match(cls, found: re.Match[str]) -> Self:
        """Read a case as it stands in its file."""
        blocks = dict(_BLOCK.findall(found["body"]))
        commands = tuple(line[2:] for line in blocks[""].splitlines())
        code = _CODE.search(found["body"])
        ran = Ran(
            blocks.get("stdout", ""),
            blocks.get("stderr", ""),
            int(code[1]) if code else 0,
        )
        line = found.string.count("\n", 0, found.start()) + 1
        return cls(found["title"], commands, ran, line)

    def with_result(self, ran: Ran) -> str:
        """Write the case anew, with what the command really gave."""
        shown = "".join(f"$ {command}\n" for command in self.commands)
        parts = [f"## {self.title}\n", f"```\n{shown}```\n"]
        for name, text in (("stdout", ran.stdout), ("stderr", ran.stderr)):
            if text:
                parts.append(f"{name}:\n\n```\n{text}```\n")
        if ran.code:
            parts.append(f"exit code: {ran.code}\n")
        return "\n".join(parts)


def transcripts(name: str) -> Iterator[Transcript]:
    """Give the cases of `tests/commands/<name>`, in order."""
    text = (COMMANDS / name).read_text(encoding="utf-8")
    yield from map(Transcript.from_match, _CASE.finditer(text))


def rewrite(name: str, transcript: Transcript, ran: Ran) -> None:
    """Write what *ran* gave into the file of the *transcript*."""
    path = COMMANDS / name
    text = path.read_text(encoding="utf-8")
    for found in _CASE.finditer(text):
        if found["title"] == transcript.title:
            rest = "\n" if found.end() < len(text) else ""
            made = transcript.with_result(ran) + rest
            path.write_text(text[: found.start()] + made + text[found.end() :], "utf-8")
            return


def play(commands: tuple[str, ...], patch: pytest.MonkeyPatch) -> Ran:
    """Run *commands* in the working folder; give what the last one wrote."""
    ran = Ran("", "", 0)
    for command in commands:
        words = shlex.split(command)
        while "=" in words[0]:
            patch.setenv(*words.pop(0).split("=", 1))
        if words[0] == "briefing":
            ran = run(*words[1:])
            continue
        subprocess.run(["/bin/sh", "-c", command], check=True, env=dict(os.environ))
    return ran
