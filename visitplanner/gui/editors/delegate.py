# SPDX-License-Identifier: MIT
"""How the cells of an entity table look, and the fields they are typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QTableView, QWidget
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.editors.column import Column, Shade
from visitplanner.gui.theme import mixed, translucent
from visitplanner.gui.typed.delegate import FieldDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from visitplanner.gui.editors.model import EntityModel

    Index = QModelIndex | QPersistentModelIndex

PAD: Final = 8
_ICON: Final = 16
_AIR: Final = 12


class EntityDelegate(FieldDelegate[Column]):
    """One line of text a cell; an icon in the column of marks."""

    def __init__(self, model: EntityModel, font: QFont, parent: QObject) -> None:
        super().__init__(model, parent)
        self._model: Final = model
        self._theme: Final = model.desk.theme
        self._plain: Final = QFont(font)
        self._strong: Final = QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        rect.setWidth(max(rect.width(), editor.fontMetrics().averageCharWidth() * 10))
        editor.setGeometry(rect)

    # Looks.

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, option.fontMetrics.height() + _AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        key, column = self._model.key(index.row()), self._model.column(index.column())
        painter.save()
        self._ground(painter, option, parted=bool(key))
        rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        if not key:
            self._hint(painter, option.rect)
        elif column is None:
            self._mark(painter, option.rect, key)
        else:
            reading = self._model.reading
            if column.shade is not None:
                self._shade(painter, option.rect, column.shade(reading, key))
            by_hand = column.marked is not None and column.marked(reading, key)
            painter.setFont(self._strong if by_hand else self._plain)
            quiet = column.muted or (column.marked is not None and not by_hand)
            painter.setPen(self._theme.muted if quiet else self._theme.text)
            text = " ".join(column.read(reading, key).split("\n"))
            if not text and column.ghost is not None:
                text = column.ghost(reading, key)
                painter.setPen(mixed(self._theme.muted, self._theme.surface, 0.85))
            side = Qt.AlignmentFlag.AlignRight if column.digits else Qt.AlignmentFlag.AlignLeft
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, cut)
        self._focus(painter, option)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, parted: bool) -> None:
        theme, rect = self._theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_soft if selected else theme.surface)
        if parted:
            painter.setPen(QPen(theme.faint, 1))
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _shade(self, painter: QPainter, rect: QRect, shade: Shade) -> None:
        """Marks a cell by colour and by pattern, so that either tells."""
        theme = self._theme
        inside = rect.adjusted(0, 0, -1, -1)
        match shade:
            case Shade.PLAIN:
                return
            case Shade.CLOSED:
                painter.fillRect(inside, theme.faint)
            case Shade.LACKING:
                painter.fillRect(inside, QBrush(theme.line, Qt.BrushStyle.BDiagPattern))
            case Shade.WANTED:
                painter.fillRect(inside, translucent(theme.warning, 0.16))
                hatch = translucent(theme.warning, 0.45)
                painter.fillRect(inside, QBrush(hatch, Qt.BrushStyle.BDiagPattern))

    def _hint(self, painter: QPainter, cell: QRect) -> None:
        """What the empty row is for: one text across its cells, each drawing its own piece."""
        grid = self.parent()
        if not isinstance(grid, QTableView):
            return
        left = grid.columnViewportPosition(1) + PAD
        painter.setPen(mixed(self._theme.muted, self._theme.surface, 0.8))
        painter.setFont(self._plain)
        text = self._model.desk.phrases.say(self._model.listing.hint)
        painter.setClipRect(cell.adjusted(0, 0, 0, -1))
        whole = QRect(left, cell.top(), grid.viewport().width() - left, cell.height())
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, text)

    def _mark(self, painter: QPainter, rect: QRect, key: str) -> None:
        name = self._model.mark(key)
        if not name:
            return
        ratio = painter.device().devicePixelRatio()
        left, top = rect.center().x() - _ICON // 2, rect.center().y() - _ICON // 2
        painter.drawPixmap(left, top, icons.pixmap(name, _ICON, self._theme.accent, ratio))
