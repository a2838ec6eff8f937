# SPDX-License-Identifier: MIT
"""The cells of an entity table on the screen: rows removed and dragged, widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from visitplanner.gui.editors.column import Column
from visitplanner.gui.editors.delegate import PAD, EntityDelegate
from visitplanner.gui.typed.grid import TypedGrid
from visitplanner.gui.typed.widths import Widths
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from visitplanner.gui.editors.model import EntityModel

_MARKS: Final = 30
_LEAST_SHARE: Final = 80
_AIR: Final = 12
Flag = QItemSelectionModel.SelectionFlag


class EntityGrid(TypedGrid[Column]):
    """The table itself."""

    remove_wanted = Signal()

    def __init__(self, model: EntityModel, *, marks: bool = True) -> None:
        super().__init__(model)
        self.entities: Final = model
        self.delegate = EntityDelegate(model, self.font(), self)
        self.furnish(self.delegate, self.fontMetrics().height() + _AIR, _MARKS)
        if model.listing.move is not None:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDragDropOverwriteMode(False)
            self.setDropIndicatorShown(True)
        top = self.horizontalHeader()
        top.setSortIndicatorClearable(True)
        top.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._widths: Final = Widths(self, _MARKS if marks else 0, self._fixed, self._narrowest)

    def _fixed(self, column: Column) -> int:
        say = self.entities.desk.phrases.say
        texts = (say(column.least), f"{say(column.title)}  ↑")
        return max(map(self.fontMetrics().horizontalAdvance, texts)) + 2 * PAD + 8

    def _narrowest(self, column: Column) -> int:
        """The width a column that shares what is left has at least: its header, its usual text."""
        say = self.entities.desk.phrases.say
        texts = (say(column.least), say(column.title))
        wide = max(self.fontMetrics().horizontalAdvance(text) for text in texts) + 2 * PAD + 4
        return max(_LEAST_SHARE, wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.lay()

    def show_row(self, key: str, column: int = 1) -> None:
        """Makes a row the current one."""
        row = self.entities.row_of(key)
        if row >= 0:
            at = self.entities.index(row, column)
            self.selectionModel().setCurrentIndex(at, Flag.ClearAndSelect)
            self.scrollTo(at)

    @override
    def wipe(self) -> None:
        """Whole rows are removed; cells are emptied, where they may be empty."""
        if self.whole_rows:
            self.remove_wanted.emit()
        else:
            super().wipe()

    @override
    def add_actions(self, menu: QMenu) -> None:
        model, say = self.entities, self.entities.desk.phrases.say
        if model.listing.remove is not None:
            entry = menu.addAction(say(N_("Remove the selected rows")))
            entry.setEnabled(bool(self.chosen) and model.desk.writable)
            entry.triggered.connect(self.remove_wanted)
        for text, step in ((N_("Move up"), -1), (N_("Move down"), 1)):
            if model.movable:
                entry = menu.addAction(say(text))
                entry.triggered.connect(lambda _=False, step=step: self.move_chosen(step))

    @override
    def _own(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete or self._step(event):
            return True
        return super()._own(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step(event)
        if step:
            self.move_chosen(step)
        else:
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> int:
        """Alt+↑ and Alt+↓ move rows where their order is the user's."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        return steps.get(event.key(), 0) if alt and self.entities.movable else 0

    def move_chosen(self, step: int) -> None:
        """Moves the selected rows up (−1) or down (1) by one."""
        keys = self.chosen
        if not keys:
            return
        places = [self.entities.row_of(key) for key in keys]
        before = (
            max(0, min(places) - 1) if step < 0 else min(len(self.entities.rows), max(places) + 2)
        )
        here, current, rows = self.currentIndex(), self.current, self.entities.rows
        row = here.row()
        if not self.entities.move(keys, before):
            return
        if self.entities.rows == rows:  # rows known by their numbers
            current = self.entities.key(max(0, min(row + step, len(rows) - 1)))
        self.show_row(current, here.column())
