# SPDX-License-Identifier: MIT
"""The bar above the pages: what the print shows that nothing else could, one line at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from visitplanner.gui.phrases import Phrases


@dataclass(frozen=True)
class FindingLine:
    """One thing the print shows."""

    text: str
    items: tuple[str, ...] = ()
    """The items it is about."""


class FindingBar(QFrame):
    """Findings to walk through; hidden when there are none."""

    item_asked = Signal(str)

    def __init__(self, phrases: Phrases, colour: QColor) -> None:
        super().__init__()
        self._phrases = phrases
        self._lines: tuple[FindingLine, ...] = ()
        self._here = 0
        self.setObjectName("notice")
        mark = QLabel()
        mark.setPixmap(icons.pixmap("warning", ICON, colour, self.devicePixelRatioF()))
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_item = QPushButton(phrases.say(N_("Show the item")))
        self.show_item.clicked.connect(self._ask)
        self.number = QLabel()
        self.number.setProperty("muted", True)
        self.before = self._arrow("previous-day", phrases.say(N_("Previous finding")), -1)
        self.after = self._arrow("next-day", phrases.say(N_("Next finding")), 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        line.setSpacing(SPACE)
        for widget in (mark, self.text, self.show_item, self.before, self.number, self.after):
            line.addWidget(widget, 1 if widget is self.text else 0)
        self.hide()

    def _arrow(self, icon: str, name: str, direction: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self._walk(direction))
        return button

    @property
    def lines(self) -> tuple[FindingLine, ...]:
        """All of them."""
        return self._lines

    def tell(self, lines: Sequence[FindingLine]) -> None:
        """Shows other findings; where the reader was is kept when it is still there."""
        before = self._lines[self._here] if self._lines else None
        self._lines = tuple(lines)
        self._here = self._lines.index(before) if before in self._lines else 0
        self._show()

    def _walk(self, direction: int) -> None:
        self._here = (self._here + direction) % len(self._lines)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._lines))
        if not self._lines:
            return
        line, count = self._lines[self._here], len(self._lines)
        self.text.setText(line.text)
        self.setAccessibleName(line.text)
        self.show_item.setVisible(bool(line.items))
        for widget in (self.before, self.number, self.after):
            widget.setVisible(count > 1)
        self.number.setText(self._phrases.say(N_("{n} of {count}"), n=self._here + 1, count=count))

    def _ask(self) -> None:
        items = self._lines[self._here].items
        if items:
            self.item_asked.emit(items[0])
