"""Open the page templates: a user's own first, then those that ship."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.errors import TemplateError
from briefing.labels import label
from briefing.resources import templates_folder

Finish = Callable[[Any], Any]

FAULTS: Final = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
)
"""What a template's own mistakes raise, inside the functions that it calls too."""


def render(
    name: str,
    context: Mapping[str, object],
    *,
    own: Path | None = None,
    finalize: Finish | None = None,
) -> str:
    """Fill the template *name*; *finalize* sees each value before it is put in.

    HTML is escaped by Jinja. A template that does not render raises `TemplateError`
    with its file and line; the sandbox keeps a user's template from reaching further
    than the page it is given.
    """
    try:
        template = _environment(own, finalize).get_template(name)
        return template.render(context)
    except (JinjaError, SecurityError, OSError) as error:
        raise TemplateError(_told(error, name)) from error
    except FAULTS as error:
        raise TemplateError(f"{name}: {error}") from error
    except RecursionError as error:
        raise TemplateError(f"{name}: a template or macro holds itself") from error


@cache
def _environment(
    own: Path | None, finalize: Finish | None
) -> ImmutableSandboxedEnvironment:
    folders = [str(own)] if own else []
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([*folders, str(templates_folder())]),
        autoescape=finalize is None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )
    environment.globals = {"label": label}
    return environment


def template_file(name: str, own: Path | None = None) -> Path:
    """Give the file *name* of the templates: the user's own if it is there."""
    if own and (own / name).is_file():
        return own / name
    return templates_folder() / name


def template_text(name: str, own: Path | None = None) -> str:
    """Give the text of a file of the templates; TemplateError if it is none."""
    try:
        return template_file(name, own).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise TemplateError(f"{name}: {error}") from error


def _told(error: Exception, name: str) -> str:
    line = getattr(error, "lineno", None)
    where = getattr(error, "name", None) or name
    place = f"{where}:{line}" if line else str(where)
    return f"{place}: {error}"
