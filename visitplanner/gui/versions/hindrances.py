# SPDX-License-Identifier: MIT
"""What stands in the way of an approval: how many errors, and the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SMALL, SPACE
from visitplanner.rules.catalogue import title
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.rules.rule import Problem

_MOST: Final = 6


class ElidedButton(QPushButton):
    """A sentence to go by, ending in an ellipsis where its room ends."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setProperty("quiet", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 3 * SPACE
        elide = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, elide, room))


class Hindrances(QFrame):
    """A refused approval; hidden while there is none."""

    chosen = Signal(object)
    """A Problem to go to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("grave", True)
        self._desk = desk
        self.buttons: list[QPushButton] = []
        mark = QLabel()
        colour = desk.theme.error
        mark.setPixmap(icons.pixmap("error", ICON, colour, self.devicePixelRatioF()))
        self.text = QLabel()
        self.text.setWordWrap(True)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setToolTip(desk.phrases.say(N_("Close the notice")))
        close.setAccessibleName(desk.phrases.say(N_("Close the notice")))
        close.clicked.connect(self.clear)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(mark)
        head.addWidget(self.text, 1)
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * SPACE, SMALL, SPACE, SMALL)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.hide()

    def show_problems(self, text: str, problems: tuple[Problem, ...], state: Visit) -> None:
        """Names the count and offers the way to the first of them."""
        self.clear()
        self.text.setText(text)
        self.setAccessibleName(text)
        for problem in problems[:_MOST]:
            button = ElidedButton(self._named(problem, state))
            button.clicked.connect(lambda _=False, one=problem: self.chosen.emit(one))
            self._column.addWidget(button)
            self.buttons.append(button)
        self.show()
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, problem: Problem, state: Visit) -> str:
        """The rule and the item first: a sentence may begin with twenty people."""
        sentence = self._desk.phrases.sentence(problem.message, state)
        item = next((state.items[i] for i in problem.items if i in state.items), None)
        what = item.title.best(self._desk.language) if item is not None else ""
        rule = title(problem.code, self._desk.language)
        return " · ".join(part for part in (rule, what, sentence) if part)

    def clear(self) -> None:
        """Takes it away."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.hide()
