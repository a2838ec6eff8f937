# SPDX-License-Identifier: MIT
"""Entries of the editors of places: a text with a meaning, which may be empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from visitplanner.gui.inspector.fields import EntryField

if TYPE_CHECKING:
    from collections.abc import Callable


class MeantField(EntryField):
    """An entry told as what it means; `read` answers None for what means nothing."""

    def __init__(self, width: int, name: str, read: Callable[[str], object | None]) -> None:
        super().__init__(width)
        self._read_text = read
        self.setAccessibleName(name)

    @override
    def meaning(self, text: str) -> object:
        return self._read_text(text.strip())


def label(text: str, *, heading: bool = False, wraps: bool = True) -> QLabel:
    """A quiet line of text, or a heading."""
    found = QLabel(text)
    found.setProperty("heading" if heading else "muted", True)
    found.setWordWrap(wraps)
    return found
