"""Web pages in the shapes that outlets give them, about events that never were."""

from __future__ import annotations

from tests.pages.build import PAGES, WebPage

__all__ = ["PAGES", "WebPage"]
