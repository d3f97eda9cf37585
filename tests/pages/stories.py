"""Read the invented events that the pages tell of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True)
class Story:
    """One article as its newsroom has it, before a site puts anything around it."""

    title: str
    outlet: str
    host: str
    byline: str
    day: str
    """ISO."""
    printed: str
    """The day as the site prints it."""
    summary: str
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        """Its canonical address."""
        slug = "-".join(self.title.lower().split()[:4])
        return f"https://www.{self.host}/news/{slug}"


def _stories() -> tuple[Story, ...]:
    text = Path(__file__).with_name("stories.txt").read_text(encoding="utf-8")
    whole = text.partition("\n\n")[2]
    return tuple(_story(part) for part in whole.split("\n---\n") if part.strip())


def _story(text: str) -> Story:
    head, *paragraphs = text.strip().split("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    joined = tuple(" ".join(words.split()) for words in paragraphs)
    return Story(paragraphs=joined, **fields)


STORIES: Final = _stories()
FERRY, DAM, STRIKE, TRIAL, VOTE, FIRE, MINE, FEVER = STORIES
