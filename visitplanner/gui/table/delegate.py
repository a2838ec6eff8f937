# SPDX-License-Identifier: MIT
"""How cells look, and the fields they are typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.text import Visibility
from visitplanner.gui import icons
from visitplanner.gui.table.columns import (
    DAY,
    MINUTES,
    PLACE,
    RESPONSIBLE,
    START,
    STATUS,
    TITLE,
    Column,
)
from visitplanner.gui.table.names import DOT
from visitplanner.gui.table.rows import item_day
from visitplanner.gui.theme import KIND_ICON, SEVERITY_ICON, mixed
from visitplanner.gui.timeline.typesetter import Role, Typesetter
from visitplanner.gui.typed.delegate import FieldDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.table.model import TableModel

    Index = QModelIndex | QPersistentModelIndex

PAD: Final = 8
_ICON: Final = 16
_EDGE: Final = 4
_LINES: Final = 2
_FIELD: Final = 44
"""Letters a field of names shows at least."""
_SHORT_FIELD: Final = 9


class CellDelegate(FieldDelegate[Column]):
    """Draws cells from the item itself."""

    def __init__(self, model: TableModel, font: QFont, parent: QObject) -> None:
        super().__init__(model, parent)
        self._model: Final = model
        self._theme: Final = model.desk.theme
        self._setter: Final = Typesetter(font)

    @property
    def height(self) -> int:
        """Two lines and some air."""
        return round(self._setter.heights[Role.BODY] * _LINES + 10)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        least = editor.sizeHint().height() + 4
        if rect.height() > least:
            rect.setTop(rect.center().y() - least // 2)
            rect.setHeight(least)
        column = self._model.column(index.column())
        letters = _FIELD if column is not None and column.weight else _SHORT_FIELD
        rect.setWidth(max(rect.width(), editor.fontMetrics().averageCharWidth() * letters))
        inside = editor.parentWidget()
        if inside is not None and rect.right() >= inside.width():
            rect.moveLeft(max(0, inside.width() - rect.width()))
        editor.setGeometry(rect)

    # Looks.

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, column = self._model.item(index.row()), self._model.column(index.column())
        painter.save()
        self._ground(painter, option, index, item)
        rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        if item is None:
            if column is TITLE:
                self._hint(painter, rect)
        elif column is None:
            self._mark(painter, option.rect, item)
        elif column is TITLE:
            self._title(painter, option.rect, item)
        elif column is START:
            self._start(painter, rect, item)
        elif column is STATUS:
            self._status(painter, rect, item)
        elif column is PLACE:
            self._place(painter, rect, item)
        else:
            self._plain(painter, rect, item, column)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        item: ProgrammeItem | None,
    ) -> None:
        theme, rect = self._theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = theme.accent_soft if selected else theme.surface
        if not selected and item is not None and item.id in self._model.desk.selection:
            ground = mixed(theme.accent_soft, theme.surface, 0.35)
        painter.fillRect(rect, ground)
        painter.setPen(QPen(theme.faint, 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(theme.muted if self._ends_day(index, item) else theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _ends_day(self, index: Index, item: ProgrammeItem | None) -> bool:
        """Whether another day begins below, in the order of time."""
        after = self._model.item(index.row() + 1)
        if item is None or after is None or self._model.order.column is not START:
            return False
        return item_day(item) != item_day(after)

    def _ink(self, item: ProgrammeItem) -> QColor:
        cancelled = item.status is ItemStatus.CANCELLED
        return self._theme.muted if cancelled else self._theme.text

    def _hint(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(mixed(self._theme.muted, self._theme.surface, 0.8))
        painter.setFont(self._setter.fonts[Role.BODY])
        text = self._model.desk.phrases.say("Type here to add an item.")
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def _mark(self, painter: QPainter, rect: QRect, item: ProgrammeItem) -> None:
        severity = self._model.alarms.severity(item.id)
        if severity is not None:
            self._icon(
                painter,
                SEVERITY_ICON[severity],
                self._theme.severity(severity),
                rect.center().x() - _ICON // 2,
                rect,
            )

    def _icon(self, painter: QPainter, name: str, colour: QColor, left: int, rect: QRect) -> None:
        ratio = painter.device().devicePixelRatio()
        top = rect.center().y() - _ICON // 2
        painter.drawPixmap(left, top, icons.pixmap(name, _ICON, colour, ratio))

    def _title(self, painter: QPainter, cell: QRect, item: ProgrammeItem) -> None:
        look = self._theme.kind(item.kind)
        cancelled = item.status is ItemStatus.CANCELLED
        edge = mixed(look.edge, self._theme.surface, 0.4) if cancelled else look.edge
        painter.fillRect(QRect(cell.left() + 1, cell.top() + 4, _EDGE, cell.height() - 8), edge)
        self._icon(painter, KIND_ICON[item.kind], edge, cell.left() + _EDGE + PAD, cell)
        rect = cell.adjusted(_EDGE + _ICON + 2 * PAD - 1, 0, -PAD, 0)
        if item.visibility is not Visibility.PUBLIC:
            left = rect.right() - _ICON
            self._icon(painter, "internal", self._theme.muted, left, cell)
            rect.setRight(left - 4)
        text = self._model.text(item, TITLE) or self._model.desk.phrases.say("No title")
        role = Role.STRUCK if cancelled else Role.TITLE
        self._lines(painter, rect, text, role, self._ink(item))

    def _start(self, painter: QPainter, rect: QRect, item: ProgrammeItem) -> None:
        text = self._model.text(item, START)
        if text and item.certainty is not Certainty.EXACT:
            text = f"≈\N{NO-BREAK SPACE}{text}"
        role = Role.STRUCK if item.status is ItemStatus.CANCELLED else Role.TITLE
        self._lines(painter, rect, text, role, self._ink(item))
        if item.fixed:
            self._icon(painter, "lock", self._theme.muted, rect.right() - _ICON + 4, rect)

    def _status(self, painter: QPainter, rect: QRect, item: ProgrammeItem) -> None:
        theme = self._theme
        colour = {
            ItemStatus.CONFIRMED: theme.fine,
            ItemStatus.TENTATIVE: theme.muted,
            ItemStatus.CANCELLED: theme.error,
        }[item.status]
        spot = QRect(rect.left(), rect.center().y() - 4, 9, 9)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, 1.6)
        if item.status is ItemStatus.TENTATIVE:
            pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        if item.status is ItemStatus.CONFIRMED:
            painter.setBrush(colour)
        if item.status is ItemStatus.CANCELLED:
            painter.drawLine(spot.topLeft(), spot.bottomRight())
            painter.drawLine(spot.topRight(), spot.bottomLeft())
        else:
            painter.drawEllipse(spot)
        rect = rect.adjusted(spot.width() + 7, 0, 0, 0)
        text = self._model.text(item, STATUS)
        if self._setter.shaped(Role.BODY, text)[1] <= rect.width():
            self._lines(painter, rect, text, Role.BODY, self._ink(item))

    def _place(self, painter: QPainter, rect: QRect, item: ProgrammeItem) -> None:
        text = self._model.text(item, PLACE)
        venue, dot, room = text.partition(DOT)
        if not dot or "→" in text:
            self._lines(painter, rect, text, Role.BODY, self._ink(item))
            return
        upper = QRect(rect.left(), rect.top() + 4, rect.width(), rect.height() // 2 - 4)
        lower = QRect(rect.left(), rect.center().y() + 1, rect.width(), rect.height() // 2 - 4)
        self._lines(painter, upper, venue, Role.BODY, self._ink(item), 1)
        self._lines(painter, lower, room, Role.BODY, self._theme.muted, 1)

    def _plain(self, painter: QPainter, rect: QRect, item: ProgrammeItem, column: Column) -> None:
        muted = column is MINUTES or column is RESPONSIBLE or self._same_day(item, column)
        ink = self._theme.muted if muted else self._ink(item)
        text = self._model.text(item, column)
        most = 1 if column is RESPONSIBLE else _LINES
        self._lines(painter, rect, text, Role.BODY, ink, most, right=column.digits)

    def _same_day(self, item: ProgrammeItem, column: Column) -> bool:
        """Whether the cell repeats the day of the row above."""
        above = self._model.item(self._model.row_of(item.id) - 1)
        return column is DAY and above is not None and item_day(above) == item_day(item)

    def _lines(  # noqa: PLR0913, PLR0917 -- a text and how it stands
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        role: Role,
        ink: QColor,
        most: int = _LINES,
        *,
        right: bool = False,
    ) -> None:
        """The text on as many lines as it needs and may have, in the middle of its cell."""
        if not text or rect.width() <= 0:
            return
        painter.setFont(self._setter.fonts[role])
        painter.setPen(ink)
        # On one line as many letters as there is room for: «Дом…» may be any house.
        fits = most > 1 or self._setter.shaped(role, text)[1] <= rect.width()
        lines = self._setter.fitted(role, text, rect.width(), most) if fits else (text,)
        lines = lines or (text,)
        height = self._setter.heights[role]
        top = rect.top() + (rect.height() - height * len(lines)) / 2
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        for number, line in enumerate(lines):
            cut = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
            place = QRect(rect.left(), round(top + number * height), rect.width(), round(height))
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, cut)
