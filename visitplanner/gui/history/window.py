# SPDX-License-Identifier: MIT
"""The window of the history: every edit, filtered and searched, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.history.details import Details
from visitplanner.gui.history.model import AUTHOR, CHANGE, WHEN, HistoryModel
from visitplanner.gui.looks import SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

_PAUSE_MS: Final = 200
_LONGEST: Final = 36


class HistoryWindow(EditorWindow):
    """Every edit with its author and time, the newest first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.desk.selection_changed.connect(self._selected)
        self.desk.changed.connect(self._told)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("History")))
        self.resize(max(self.width(), 1040), max(self.height(), 640))
        self._pinned = ""
        self.only = QCheckBox()
        self.search = QLineEdit()
        self.search.setPlaceholderText(say(N_("Search in the history")))
        self.search.setAccessibleName(say(N_("Search in the history")))
        self.search.setClearButtonEnabled(True)
        self.model = HistoryModel(self.desk)
        self.table = QTreeView()
        self._set_table()
        self.empty = QLabel()
        self.empty.setProperty("muted", True)
        self.empty.setContentsMargins(SPACE, 0, SPACE, SPACE)
        self.details = Details(self.desk)
        self.details.restore_asked.connect(self.restore)
        self.details.compare_asked.connect(self.compare)
        both = self._side_by_side()
        self._pause = QTimer(both)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._narrow)
        self.search.textChanged.connect(self._pause.start)
        self.only.toggled.connect(self._narrow)
        self.model.searched.connect(self._say_empty)
        self._narrow()
        both.setFocusProxy(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return both

    def _side_by_side(self) -> QSplitter:
        """The list below its filters, and what the chosen line did."""
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, SPACE, SPACE, 0)
        head.setSpacing(SPACE)
        head.addWidget(self.only)
        head.addWidget(self.search, 1)
        left = QWidget()
        left.setObjectName("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self.details)
        both.setStretchFactor(0, 1)
        both.setSizes([660, 380])
        return both

    def _set_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.desk.phrases.say(N_("History")))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(CHANGE, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(WHEN, 140)
        table.setColumnWidth(AUTHOR, 150)
        table.selectionModel().currentRowChanged.connect(self._show_current)

    # Reading

    @property
    def number(self) -> int:
        """The number of the line chosen; 0 where it is none."""
        place = self.table.currentIndex().row()
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        return row[0].number if isinstance(row, tuple) else 0

    def show_number(self, number: int) -> None:
        """Makes a line the current one, read as far as it lies back."""
        while True:
            for place, row in enumerate(self.model.rows):
                if isinstance(row, tuple) and row[0].number == number:
                    self.table.setCurrentIndex(self.model.index(place, CHANGE))
                    return
            if not self.model.canFetchMore(QModelIndex()):
                return
            self.model.fetchMore(QModelIndex())

    def _told(self, notice: Notice) -> None:
        """Something has been edited: the list grows at its head, the line chosen stays chosen."""
        number = self.number
        if notice.patch:
            self.model.grow()
        else:  # a version
            self.model.renew()
            if number:
                self.show_number(number)
        self._say_empty()
        self._show_current(self.table.currentIndex())

    def _selected(self) -> None:
        """The filter is offered for the selected item; it holds on to it while it is on."""
        if self.only.isChecked():
            return
        item, say = self.desk.item, self.desk.phrases.say
        self._pinned = item.id if item is not None else ""
        title = item.title.best(self.desk.language) if item is not None else ""
        short = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
        text = say(N_("Only “{title}”"), title=short) if short else ""
        self.only.setText(text or say(N_("Only the selected item")))
        self.only.setToolTip(title)
        self.only.setEnabled(item is not None)

    def _narrow(self) -> None:
        self._pause.stop()
        self._selected()
        self.model.narrow(self._pinned if self.only.isChecked() else "", self.search.text())
        self._say_empty()

    def _say_empty(self) -> None:
        narrowed = self.only.isChecked() or bool(self.search.text())
        text = N_("No change is like that.") if narrowed else N_("There are no changes yet.")
        self.empty.setText(self.desk.phrases.say(text))
        self.empty.setVisible(not self.model.rows and self.model.whole)
        if not self.table.currentIndex().isValid():
            self.details.show_nothing()

    def _show_current(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()] if index.isValid() else None
        if row is None:
            self.details.show_nothing()
        elif isinstance(row, tuple):
            self.details.show_edit(*row)
            self.details.offer_item(self._pinned)
        else:
            self.details.show_version(row)

    # Doing

    def restore(self, item: str, number: int) -> None:
        """Makes an item what it was after a line; everything else stays."""
        if not self.main.finish_typing():
            return
        if self.desk.tried(lambda: self.desk.session.restore_item(item, number)) is not None:
            self.desk.jump(item)
            self.offer_undo(self.desk.phrases.say(N_("The item is again as it was.")))

    def compare(self, before: int, after: int) -> None:
        """Shows the plan before and after a line."""
        from visitplanner.gui.comparison.opening import show_comparison

        show_comparison(self.main, before, after)
