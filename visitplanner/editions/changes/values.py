# SPDX-License-Identifier: MIT
"""What change sheets are made of: lines of plain strings."""

from __future__ import annotations

from visitplanner.domain.comparison import Mark
from visitplanner.domain.text import Value

ARROW = "→"
NOTHING = "–"
"""Stands for what was empty or is."""


class ChangeLine(Value, frozen=True, kw_only=True):
    """One thing that has changed in an item: label, what was, what is."""

    mark: Mark
    label: str = ""
    """Without the colon; empty where the words stand alone."""
    was: str = ""
    now: str = ""
    words: str = ""
    """What is said instead of «was → now», where that reads better."""
    note: str = ""
    """Added in brackets: «на 20 мин позже»."""

    @property
    def text(self) -> str:
        """«11.00–11.20 → 11.20–11.40 (на 20 мин позже)»."""
        told = self.words or f"{self.was or NOTHING} {ARROW} {self.now or NOTHING}"
        return f"{told} ({self.note})" if self.note else told

    @property
    def whole(self) -> str:
        """The same led by its label."""
        return f"{self.label}: {self.text}" if self.label else self.text


class ListChange(Value, frozen=True, kw_only=True):
    """A delegation or group whose people are others than before."""

    id: str
    name: str
    """«Делегация Витебской области»."""
    lines: tuple[str, ...]
    people: tuple[str, ...]
    """Whom it concerns, by id."""
