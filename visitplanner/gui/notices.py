# SPDX-License-Identifier: MIT
"""The bar above the work that says what has happened, and offers what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.theme import Theme

PASSING_MS: Final = 9_000
"""How long a notice stays that asks for nothing."""


@dataclass(frozen=True)
class Remedy:
    """A button of a notice: what it does, and its effect."""

    text: str
    act: Callable[[], None]


class NoticeBar(QFrame):
    """One sentence with its remedies; empty and hidden when there is nothing to say."""

    def __init__(self, phrases: Phrases, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("notice")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setToolTip(phrases.say(N_("Close the notice")))
        close.setAccessibleName(phrases.say(N_("Close the notice")))
        close.clicked.connect(self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        line.setSpacing(SPACE)
        line.addWidget(self._icon)
        line.addWidget(self._text)
        line.addLayout(self._buttons)
        line.addWidget(close)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said, or empty."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, *remedies: Remedy, grave: bool = False, passing: bool = True) -> None:
        """Says something in place of what was said before."""
        self._drop_buttons()
        colour = self._theme.error if grave else self._theme.info
        name = "error" if grave else "info"
        self._icon.setPixmap(icons.pixmap(name, ICON, colour, self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("grave", grave)
        self.style().unpolish(self)
        self.style().polish(self)
        for remedy in remedies:
            self._buttons.addWidget(self._button(remedy))
        self.show()
        if passing and not grave:
            self._passing.start(PASSING_MS)
        else:
            self._passing.stop()

    def _button(self, remedy: Remedy) -> QPushButton:
        button = QPushButton(remedy.text)

        def act() -> None:
            self.clear()
            remedy.act()

        button.clicked.connect(act)
        return button

    def clear(self) -> None:
        """Takes the notice away."""
        self._passing.stop()
        self.hide()

    def _drop_buttons(self) -> None:
        while (entry := self._buttons.takeAt(0)) is not None:
            if (button := entry.widget()) is not None:
                button.hide()
                button.deleteLater()
