# SPDX-License-Identifier: MIT
"""The line above the table that says which rows are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus
from visitplanner.editions.labels import KINDS, STATUSES
from visitplanner.gui import icons
from visitplanner.gui.filter_list import filter_list
from visitplanner.gui.flow import Flow
from visitplanner.gui.keyboard import is_escape
from visitplanner.gui.looks import SPACE
from visitplanner.gui.table.rows import Sieve
from visitplanner.gui.theme import KIND_ICON
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from visitplanner.gui.desk import Desk


_SEARCH: Final = 230


class SearchField(QLineEdit):
    """Words to look for; Enter and ↓ go on to the rows, Esc lets them go."""

    left = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if is_escape(event) and self.text():
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """Text, kind, status, and whether there are problems."""

    changed = Signal(object)
    """A Sieve."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("filters")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        say = desk.phrases.say
        self.text = SearchField()
        self.text.setPlaceholderText(say(N_("Find in the table")))
        self.text.setAccessibleName(say(N_("Find in the table")))
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(_SEARCH)
        self.text.addAction(
            icons.icon("search", desk.theme.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.kind = filter_list(say(N_("All kinds")), say(N_("Kind of item")))
        self.status = filter_list(say(N_("Any status")), say(N_("Status")))
        for status in ItemStatus:
            self.status.addItem(say(STATUSES[status]), status.value)
        self.problems = QCheckBox(say(N_("Only with problems")))
        self.count = QLabel()
        self.count.setContentsMargins(SPACE, 0, 0, 0)
        self.count.setProperty("muted", True)
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE + 4, SPACE - 2, SPACE + 4, SPACE - 2)
        box = QWidget()
        across.addWidget(box)
        line = Flow(box, SPACE)  # in a narrow window they take two lines
        for widget in (self.text, self.kind, self.status, self.problems, self.count):
            widget.setMinimumHeight(self.text.sizeHint().height())
            line.addWidget(widget)
        self.text.textChanged.connect(self._tell)
        self.kind.currentIndexChanged.connect(self._tell)
        self.status.currentIndexChanged.connect(self._tell)
        self.problems.toggled.connect(self._tell)

    def offer_kinds(self, kinds: Collection[Kind]) -> None:
        """The kinds there are in the programme."""
        wanted = [kind for kind in Kind if kind in kinds]
        if [kind.value for kind in wanted] == [
            self.kind.itemData(n) for n in range(1, self.kind.count())
        ]:
            return
        chosen = self._kind
        self.kind.blockSignals(True)
        while self.kind.count() > 1:
            self.kind.removeItem(1)
        for kind in wanted:
            edge = self._desk.theme.kind(kind).edge
            self.kind.addItem(
                icons.icon(KIND_ICON[kind], edge), self._desk.phrases.say(KINDS[kind]), kind.value
            )
        found = wanted.index(chosen) + 1 if chosen in wanted else 0
        self.kind.setCurrentIndex(found)
        self.kind.blockSignals(False)
        if chosen is not None and not found:
            self._tell()

    def show_count(self, shown: int, whole: int) -> None:
        """How many rows there are."""
        phrases = self._desk.phrases
        text = phrases.count("{n} item", "{n} items", whole)
        if shown != whole:
            text = phrases.say(N_("{shown} of {whole}"), shown=shown, whole=whole)
        self.count.setText(text)

    @property
    def _kind(self) -> Kind | None:
        found = self.kind.currentData()
        return Kind(found) if found else None

    @property
    def _status(self) -> ItemStatus | None:
        found = self.status.currentData()
        return ItemStatus(found) if found else None

    def _tell(self, *_: object) -> None:
        self.changed.emit(
            Sieve(self.text.text(), self._kind, self._status, self.problems.isChecked())
        )
