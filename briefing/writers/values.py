"""Write quantities for people: separators, millions, ranges, percent."""

from __future__ import annotations

from typing import Final

from briefing.labels import label

MILLION: Final = 1_000_000
BILLION: Final = 1_000_000_000


def value_of(low: float, high: float, unit: str) -> str:
    """Write a value or a range: "41,300", "31–38", "40%", "1.2 million"."""
    text = number_of(low)
    if low != high:
        text = label("figure.range", low=text, high=number_of(high))
    if unit in ("percent", "per cent", "%"):
        return label("figure.percent", value=text)
    return text


def number_of(number: float) -> str:
    """Write a number without losing a digit; millions only where they are exact."""
    for size, key in ((BILLION, "billion"), (MILLION, "million")):
        short = f"{number / size:.6g}"
        if number >= size and float(short) * size == number and "e" not in short:
            return label(f"figure.{key}", value=short)
    return f"{number:,.10g}" if number < MILLION else f"{number:,.0f}"
