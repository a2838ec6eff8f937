# SPDX-License-Identifier: MIT
"""The bar above the work that says what has happened, and offers what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.saying import Said
    from visitplanner.gui.theme import Theme

PASSING_MS: Final = 9_000
"""How long a notice stays that asks for nothing."""


class Remedy(NamedTuple):
    """A button of a notice: what it does, and its effect."""

    text: str
    act: Callable[[], None]


class NoticeBar(QFrame):
    """One sentence with its remedies; empty and hidden when there is nothing to say."""

    def __init__(self, phrases: Phrases, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._theme = theme
        self._said: Said | None = None
        self.setObjectName("notice")
        self.hide()

    @property
    def text(self) -> str:
        """What is being said, or empty."""
        return self._said.text if self._said is not None and not self.isHidden() else ""

    def say(self, text: str, *remedies: Remedy, grave: bool = False, passing: bool = True) -> None:
        """Says something in place of what was said before."""
        if self._said is None:
            # Most windows are closed before anything had to be said.
            from visitplanner.gui.saying import Said

            self._said = Said(self, self._phrases, self._theme)
        self._said.show(text, remedies, grave=grave)
        self.setAccessibleName(text)
        self.setProperty("grave", grave)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._said.stay(None if grave or not passing else PASSING_MS)

    def clear(self) -> None:
        """Takes the notice away."""
        self.hide()
