# SPDX-License-Identifier: MIT
"""The parts of a notice: mark, sentence, buttons, and the time it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.gui.notices import NoticeBar, Remedy
    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.theme import Theme


class Said:
    """What stands in a notice bar."""

    def __init__(self, bar: NoticeBar, phrases: Phrases, theme: Theme) -> None:
        self._bar = bar
        self._theme = theme
        self._icon, self._text = QLabel(), QLabel()
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
        close.clicked.connect(bar.clear)
        line = QHBoxLayout(bar)
        line.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        line.setSpacing(SPACE)
        line.addWidget(self._icon)
        line.addWidget(self._text)
        line.addLayout(self._buttons)
        line.addWidget(close)
        self._passing = QTimer(bar)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(bar.clear)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def show(self, text: str, remedies: Iterable[Remedy], *, grave: bool) -> None:
        """Puts a sentence and its buttons in place of those before."""
        while (entry := self._buttons.takeAt(0)) is not None:
            if (button := entry.widget()) is not None:
                button.hide()
                button.deleteLater()
        colour = self._theme.error if grave else self._theme.info
        ratio = self._bar.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("error" if grave else "info", ICON, colour, ratio))
        self._text.setText(text)
        for remedy in remedies:
            self._buttons.addWidget(self._button(remedy))

    def _button(self, remedy: Remedy) -> QPushButton:
        button = QPushButton(remedy.text)

        def act() -> None:
            self._bar.clear()
            remedy.act()

        button.clicked.connect(act)
        return button

    def stay(self, milliseconds: int | None) -> None:
        """Goes away after a time, or stays until it is closed."""
        if milliseconds is None:
            self._passing.stop()
        else:
            self._passing.start(milliseconds)
