# SPDX-License-Identifier: MIT
"""Flags on their staffs from the viewer's left to right, to be moved by mouse or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from visitplanner.gui.theme import sized
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from visitplanner.domain.flags import FlagPlan
    from visitplanner.gui.desk import Desk

_WIDEST: Final = 190
_RATIO: Final = 1.5
COUNTRIES: Final = {"RU": N_("Russian Federation"), "BY": N_("Republic of Belarus")}


class Flag(QWidget):
    """One flag: the cloth with its name; emblems are no business of a drawing of the order."""

    def __init__(self, row: FlagRow, number: int) -> None:
        super().__init__(row)
        self._row = row
        self.number = number
        self._begun: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def code(self) -> str:
        """Country code or party id."""
        return self._row.order[self.number]

    def read(self) -> None:
        """Reads the name again."""
        name = flag_name(self._row.desk, self.code)
        said = self._row.desk.phrases.say(
            N_("{n} of {whole} from the viewer’s left: {name}"),
            n=self.number + 1,
            whole=len(self._row.order),
            name=name,
        )
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._row.desk.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self.code in COUNTRIES or self.code not in self._row.desk.visit.parties
        cloth = QRect(6, 4, self.width() - 8, round((self.width() - 8) / _RATIO))
        painter.setPen(QPen(theme.muted, 3))
        painter.drawLine(6, 4, 6, self.height() - 2)
        chosen = self.hasFocus() or self._row.target == self.number
        painter.setPen(QPen(theme.accent if chosen else theme.muted, 2.5 if chosen else 1))
        painter.setBrush(theme.accent_soft if state else theme.faint)
        painter.drawRect(cloth)
        painter.setPen(theme.text)
        painter.setFont(sized(self.font(), 0.9, self.font().weight()))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(cloth.adjusted(5, 3, -5, -3), flags, flag_name(self._row.desk, self.code))
        painter.setPen(theme.muted)
        below = QRect(14, cloth.bottom() + 4, self.width() - 16, 24)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, str(self.number + 1))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.current = self.number
        self._row.chosen.emit(self.number)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        to = self.number + step
        if step and 0 <= to < len(self._row.flags):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._row.moved.emit(self.number, to)
            self._row.flags[to].setFocus()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._row.removed.emit(self.number)
        elif not step:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begun = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._begun is None or not self._row.desk.writable:
            return
        if (here - self._begun).manhattanLength() >= QApplication.startDragDistance():
            self._row.aim(self.number, self.mapTo(self._row, here))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._begun = None
        target, self._row.target = self._row.target, -1
        self._row.unsetCursor()
        self._row.refresh()
        if target >= 0:
            self._row.moved.emit(self.number, target)
            self._row.flags[target].setFocus()


class FlagRow(QWidget):
    """All flags of a plan."""

    chosen = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.order: tuple[str, ...] = ()
        self.flags: list[Flag] = []
        self.target = -1
        self.current = -1
        self.setAccessibleName(desk.phrases.say(N_("Flags")))

    def show_plan(self, plan: FlagPlan | None) -> None:
        """Shows a plan as it is now."""
        self.order = plan.order if plan else ()
        while len(self.flags) > len(self.order):
            flag = self.flags.pop()
            flag.hide()
            flag.deleteLater()
        while len(self.flags) < len(self.order):
            flag = Flag(self, len(self.flags))
            flag.show()
            self.flags.append(flag)
        self.current = min(self.current, len(self.flags) - 1)
        self._lay()
        self.refresh()

    def refresh(self) -> None:
        """Draws everything again."""
        for flag in self.flags:
            flag.read()
        self.update()

    def aim(self, number: int, point: QPoint) -> None:
        """Marks the place a dragged flag would go to."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        found = (n for n, flag in enumerate(self.flags) if flag.geometry().contains(point))
        target = next((n for n in found if n != number), -1)
        if target != self.target:
            self.target = target
            self.refresh()

    def _lay(self) -> None:
        if not self.flags:
            return
        wide = min(_WIDEST, (self.width() - 40) // len(self.flags) - 16)
        high = min(self.height() - 60, 300)
        left = (self.width() - (wide + 16) * len(self.flags)) // 2
        for number, flag in enumerate(self.flags):
            flag.setGeometry(left + number * (wide + 16), (self.height() - high) // 2, wide, high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(380, 240)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.desk.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        painter.setPen(theme.muted)
        say = self.desk.phrases.say
        line = self.rect().adjusted(SIDE, 8, -SIDE, -8)
        left = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, left, say(N_("viewer’s left")))
        painter.drawText(line, right, say(N_("viewer’s right")))


SIDE: Final = 14


def flag_name(desk: Desk, code: str) -> str:
    """A country or a party by name."""
    party = desk.visit.parties.get(code)
    if party is not None:
        return cases.party_name(party, desk.language) or code
    return desk.phrases.say(COUNTRIES[code]) if code in COUNTRIES else code
