# SPDX-License-Identifier: MIT
"""Lines of a list of finds: an icon, a text with the letters that fit, and a note at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QColor

    from visitplanner.gui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_TALL: Final = 2 * SPACE
"""What a line has above and below its text."""
_NOTE_SHARE: Final = 0.5
"""The widest a note gets."""


@dataclass(frozen=True)
class Row:
    """One thing that was found."""

    key: str
    text: str
    note: str
    act: Callable[[], None]
    icon: str = ""
    colour: QColor | None = None
    marks: tuple[int, ...] = ()
    """Places in the text of the letters that fit."""
    names: tuple[str, ...] = ()
    """Other names it is found by."""


class RowModel(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other finds."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (row.text, row.note) if part)
        return None


class RowPainter(QStyledItemDelegate):
    """Paints a line; letters that fit are strong."""

    def __init__(self, theme: Theme, model: RowModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _TALL)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.accent_soft)
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 4, 4)
        inside = rect.adjusted(SPACE + 2, 0, -SPACE - 2, 0)
        if row.icon:
            colour = row.colour or self._theme.muted
            ratio = painter.device().devicePixelRatio()
            top = inside.top() + (inside.height() - ICON) // 2
            painter.drawPixmap(inside.left(), top, icons.pixmap(row.icon, ICON, colour, ratio))
        inside.setLeft(inside.left() + ICON + SPACE)
        metrics = QFontMetrics(painter.font())
        note = self._note(painter, inside, metrics, row.note)
        inside.setRight(inside.right() - note)
        self._text(painter, inside, metrics, row)
        painter.restore()

    def _note(self, painter: QPainter, room: QRect, metrics: QFontMetrics, note: str) -> int:
        """Writes the note at the right; answers the room it takes."""
        if not note:
            return 0
        widest = int(room.width() * _NOTE_SHARE)
        text = metrics.elidedText(note, Qt.TextElideMode.ElideRight, widest)
        painter.setPen(self._theme.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(right), text)
        return metrics.horizontalAdvance(text) + 2 * SPACE

    def _text(self, painter: QPainter, room: QRect, metrics: QFontMetrics, row: Row) -> None:
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        whole = len(text) if text == row.text else len(text) - 1
        strong = QTextCharFormat()
        strong.setForeground(self._theme.accent)
        formats = []
        for place in row.marks:
            if place < whole:
                one = QTextLayout.FormatRange()
                one.start, one.length, one.format = place, 1, strong
                formats.append(one)
        layout = QTextLayout(text, painter.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        painter.setPen(self._theme.text)
        top = room.top() + (room.height() - layout.boundingRect().height()) / 2
        painter.translate(room.left(), top)
        layout.draw(painter, layout.boundingRect().topLeft())
        painter.translate(-room.left(), -top)
