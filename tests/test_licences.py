"""The licences of the packages that are installed with the program."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent

# Matches the name in "lxml==6.1.3 \"; not a line of hashes or a comment.
_LOCKED: Final = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
# Matches "    certifi: MPL-2.0. …"; not the lines that go on below it.
_NAMED: Final = re.compile(r"^    ([\w-]+): (?:MPL|GPL|LGPL)", re.MULTILINE)
# Matches what joins the licences of an expression or the parts of a list.
_JOINT: Final = re.compile(r"\s+(?:AND|OR)\s+|[(),]\s*")
PERMISSIVE: Final = re.compile(
    r"(?:The )?(?:MIT|BSD|ISCL?|PSF|Apache|CNRI-Python)(?:[ -].*)?", re.IGNORECASE
)


def licences(package: Distribution) -> set[str]:
    """Give the licences that a *package* names: by expression, classifier or words."""
    about = package.metadata
    classifiers = about.get_all("Classifier") or []
    shown = [c.rpartition(":: ")[2] for c in classifiers if c.startswith("License ::")]
    given = about.get_all("License-Expression") or shown or about.get_all("License")
    return {name for name in _JOINT.split(",".join(given or ["unknown"])) if name}


def test_a_package_that_is_not_permissive_is_named() -> None:
    """NOTICE names the packages of the lock file with copyleft, and no other."""
    found: set[str] = set()
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name in _LOCKED.findall(lock):
        try:
            package = distribution(name)
        except PackageNotFoundError:  # for another system
            continue
        if not all(map(PERMISSIVE.fullmatch, licences(package))):
            found.add(name)
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert found == set(_NAMED.findall(notice))
