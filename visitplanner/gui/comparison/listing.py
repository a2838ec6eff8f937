# SPDX-License-Identifier: MIT
"""The changes one under another: each with what was, what is and whom it concerns."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from visitplanner.editions.changes.sheet import ADDED, CHANGED, GONE
from visitplanner.exports.change_text import entry_lines
from visitplanner.gui.comparison.two_states import PLUS
from visitplanner.gui.looks import SMALL, SPACE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from visitplanner.editions.changes.sheet import ChangeSheet, Entry
    from visitplanner.editions.changes.values import ChangeLine
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.theme import Theme

_ITEM: Final = Qt.ItemDataRole.UserRole
_HTML: Final = Qt.ItemDataRole.UserRole + 1
_BAR: Final = 3
_INDENT: Final = 14


class ChangeList(QListWidget):
    """One entry a change, under headings of days; arrows walk, Enter and a click go to the item."""

    chosen = Signal(str)
    """The id of the item of the current entry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setItemDelegate(_Entries(self, desk.theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumWidth(360)
        self.currentItemChanged.connect(lambda *_: self._tell())

    @property
    def current(self) -> str:
        """The item of the current entry; empty on none."""
        line = self.currentItem()
        return str(line.data(_ITEM) or "") if line is not None else ""

    def show_sheet(self, sheet: ChangeSheet) -> None:
        """Shows the changes of a sheet; the current one stays the current one if it is there."""
        current = self.current
        self.blockSignals(True)
        self.clear()
        for change in sheet.lists:
            self._add_heading(change.name)
            for line in change.lines:
                self._add("", escape(line).replace(ADDED, PLUS), line)
        for day in sheet.days:
            self._add_heading(day.heading)
            for entry in day.entries:
                words = "\n".join(entry_lines(entry, sheet.concerns_label))
                added = self._add(entry.change.item, self._html(entry, sheet.concerns_label), words)
                added.setToolTip(", ".join(entry.names))
        self.blockSignals(False)
        if not self.show_item(current):
            self.show_item(next((e.change.item for e in sheet.entries), ""))
        self._tell()

    def show_item(self, key: str) -> bool:
        """Makes the entry of an item the current one; False when there is none."""
        for place in range(self.count()):
            line = self.item(place)
            if key and line.data(_ITEM) == key:
                self.setCurrentItem(line)
                self.scrollToItem(line)
                return True
        return False

    def _tell(self) -> None:
        self.chosen.emit(self.current)

    def _add_heading(self, text: str) -> None:
        line = self._add("", f"<b>{escape(text)}</b>", text)
        line.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, key: str, html: str, words: str) -> QListWidgetItem:
        line = QListWidgetItem()
        line.setData(_ITEM, key)
        line.setData(_HTML, html)
        line.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self.addItem(line)
        return line

    def _html(self, entry: Entry, concerns: str) -> str:
        theme = self._desk.theme
        colour = {CHANGED: theme.accent, GONE: theme.error, ADDED: theme.fine}[entry.sign].name()
        sign = f'<span style="color:{colour}">{entry.sign}</span>'
        lines = [f"<b>{sign}&nbsp; {escape(entry.heading)}</b>"]
        lines += [self._line(line) for line in entry.lines]
        if entry.concerns:
            muted = theme.muted.name()
            told = escape(f"{concerns}: {entry.concerns}")
            lines.append(f'<span style="color:{muted}">{told}</span>')
        html = "".join(f'<p style="margin:0 0 2px 0">{line}</p>' for line in lines)
        return html.replace(ADDED, PLUS)

    def _line(self, line: ChangeLine) -> str:
        muted = self._desk.theme.muted.name()
        label = f'<span style="color:{muted}">{escape(line.label)}:</span> ' if line.label else ""
        return f"{label}{escape(line.text)}"

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Entries(QStyledItemDelegate):
    """Draws entries as they are written, in lines as wide as the list."""

    def __init__(self, view: ChangeList, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._laid: dict[tuple[str, int, str], QTextDocument] = {}

    def _document(self, html: str, width: int) -> QTextDocument:
        key = (html, width, self._view.font().toString())
        found = self._laid.get(key)
        if found is None:
            found = QTextDocument()
            found.setDocumentMargin(0)
            found.setDefaultFont(QFont(self._view.font()))
            found.setDefaultStyleSheet(f"* {{ color: {self._theme.text.name()}; }}")
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            found.setDefaultTextOption(option)
            found.setHtml(f"<body>{html}</body>")
            found.setTextWidth(width)
            self._laid[key] = found
        return found

    def _width(self) -> int:
        return max(120, self._view.viewport().width() - _INDENT - SPACE)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        document = self._document(str(index.data(_HTML)), self._width())
        return QSize(self._view.viewport().width() - 1, round(document.size().height()) + 2 * SPACE)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        heading = not index.flags() & Qt.ItemFlag.ItemIsSelectable
        painter.save()
        if current:
            painter.fillRect(rect, self._theme.accent_soft)
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), self._theme.accent)
        elif heading:
            painter.fillRect(rect, self._theme.raised)
        painter.translate(rect.left() + _INDENT, rect.top() + SPACE)
        document = self._document(str(index.data(_HTML)), self._width())
        document.drawContents(painter, QRectF(0, 0, rect.width(), rect.height()))
        painter.restore()
        painter.setPen(self._theme.faint)
        painter.drawLine(rect.left() + SMALL, rect.bottom(), rect.right() - SMALL, rect.bottom())
