# SPDX-License-Identifier: MIT
"""Flags on their staffs from the viewer's left to right, to be moved by mouse or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from visitplanner.gui.board import Board, Piece
from visitplanner.gui.theme import sized
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from visitplanner.domain.flags import FlagPlan
    from visitplanner.gui.desk import Desk

_WIDEST: Final = 190
_RATIO: Final = 1.5
COUNTRIES: Final = {"RU": N_("Russian Federation"), "BY": N_("Republic of Belarus")}


class Flag(Piece):
    """One flag: the cloth with its name; emblems are no business of a drawing of the order."""

    def __init__(self, row: FlagRow, number: int) -> None:
        super().__init__(row, number)
        self._row: Final = row

    @property
    def code(self) -> str:
        """Country code or party id."""
        return self._row.order[self.number]

    @override
    def read(self) -> None:
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
        edge = theme.accent if self.aimed_at else theme.muted
        painter.setPen(QPen(edge, 2.5 if self.aimed_at else 1))
        painter.setBrush(theme.accent_soft if state else theme.faint)
        painter.drawRect(cloth)
        painter.setPen(theme.text)
        painter.setFont(sized(self.font(), 0.9, self.font().weight()))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(cloth.adjusted(5, 3, -5, -3), flags, flag_name(self._row.desk, self.code))
        painter.setPen(theme.muted)
        below = QRect(14, cloth.bottom() + 4, self.width() - 16, 24)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, str(self.number + 1))


class FlagRow(Board[Flag]):
    """All flags of a plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.order: tuple[str, ...] = ()
        self.setAccessibleName(desk.phrases.say(N_("Flags")))

    def show_plan(self, plan: FlagPlan | None) -> None:
        """Shows a plan as it is now."""
        self.order = plan.order if plan else ()
        self.match(len(self.order), lambda number: Flag(self, number))

    @override
    def beside(self, number: int, across: int, down: int) -> int | None:
        del down
        other = number + across
        return other if across and 0 <= other < len(self.pieces) else None

    @override
    def lay(self) -> None:
        if not self.pieces:
            return
        count = len(self.pieces)
        wide = min(_WIDEST, (self.width() - 40) // count - 16)
        high = min(self.height() - 60, 300)
        left = (self.width() - (wide + 16) * count) // 2
        for number, flag in enumerate(self.pieces):
            flag.setGeometry(left + number * (wide + 16), (self.height() - high) // 2, wide, high)

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
