"""The labels of TLP 2.0 and how strict each is."""

from __future__ import annotations

from typing import Final

MARKINGS: Final = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The most open first."""

OLD_MARKING: Final = "TLP:WHITE"
"""What TLP 1.0 called `TLP:CLEAR`."""


def level(marking: object) -> int:
    """Give how strict a label is, from 0; -1 for none or one that is not known."""
    label = marking.strip() if isinstance(marking, str) else ""
    if label == OLD_MARKING:
        return 0
    return MARKINGS.index(label) if label in MARKINGS else -1
