# SPDX-License-Identifier: MIT
"""The list of names under a cell that is being typed; the keyboard stays in the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from visitplanner.words.meant import Candidate

_MOST: Final = 60
_LINES: Final = 9
_WIDEST: Final = 520
_NARROWEST: Final = 180
_NOTE: Final = int(Qt.ItemDataRole.UserRole)
_PAD: Final = 8


class _Lines(QStyledItemDelegate):
    """A name, and its note at the right in a quieter colour."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        palette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.highlight())
            name = note = palette.highlightedText().color()
        else:
            name, note = palette.text().color(), palette.placeholderText().color()
        metrics = option.fontMetrics
        text = str(index.data())
        painter.setPen(name)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            rect, left, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        )
        taken = metrics.horizontalAdvance(text) + 3 * _PAD
        rest = rect.adjusted(taken, 0, 0, 0)
        more = str(index.data(_NOTE) or "")
        if more and rest.width() > 4 * _PAD:
            painter.setPen(note)
            cut = metrics.elidedText(more, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        note = str(index.data(_NOTE) or "")
        metrics = option.fontMetrics
        wide = metrics.horizontalAdvance(str(index.data())) + 2 * _PAD
        if note:
            wide += min(220, metrics.horizontalAdvance(note)) + 3 * _PAD
        return QSize(wide, metrics.height() + 8)


class Suggestions(QListWidget):
    """Names to choose from by arrows or mouse."""

    chosen = Signal(object)
    """A Candidate."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Lines(self))
        self.hide()
        self._found: tuple[Candidate, ...] = ()
        self.itemClicked.connect(lambda _: self._choose())

    def offer(self, found: Sequence[Candidate], *, choose: bool) -> None:
        """Shows names; with `choose` the first is the current one."""
        self._found = tuple(found[:_MOST])
        self.clear()
        for candidate in self._found:
            line = QListWidgetItem(candidate.text)
            if candidate.note not in candidate.text:
                line.setData(_NOTE, candidate.note)
            self.addItem(line)
        self.setCurrentRow(0 if choose else -1)

    def place_by(self, field: QWidget) -> None:
        """Stands under a field, or above it where there is no room."""
        window = field.window()
        rows = min(self.count(), _LINES)
        height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 2
        wide = self.sizeHintForColumn(0) + 24
        width = max(field.width(), _NARROWEST, min(wide, _WIDEST))
        under = field.mapTo(window, QPoint(0, field.height()))
        above = field.mapTo(window, QPoint(0, -height))
        y = above.y() if under.y() + height > window.height() and above.y() >= 0 else under.y()
        self.setGeometry(max(0, min(under.x(), window.width() - width)), y, width, height)
        self.show()
        self.raise_()

    @property
    def current(self) -> Candidate | None:
        """The name the arrows are at."""
        row = self.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def step(self, steps: int) -> None:
        """Goes down, or up when negative."""
        row = self.currentRow() + steps
        self.setCurrentRow(max(0, min(row, self.count() - 1)))
        if self.current is not None:
            text = f"{self.current.text}, {self.current.note}".strip(", ")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
