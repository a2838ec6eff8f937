# SPDX-License-Identifier: MIT
"""The window in which what is missing is filled in: the rows that lack it, its column in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.gui.editors.column import Listing
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow, show_editor
from visitplanner.gui.looks import SPACE
from visitplanner.gui.problems.lacks import listing_of
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.rules.rule import Problem

_SIZE: Final = (860, 460)
_NOTHING: Final = Listing(N_("Not filled in"), (), lambda _visit: (), frozenset())


class FillingWindow(EditorWindow):
    """What one finding says is not filled in."""

    table: EntityTable

    def __init__(self, window: MainWindow) -> None:
        self._lack: Problem | None = None
        self._listing = _NOTHING
        self._front = 1
        super().__init__(window)
        self.resize(*_SIZE)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Not filled in")))
        self.sentence = QLabel(self.desk.say(self._lack.message) if self._lack is not None else "")
        self.sentence.setProperty("heading", True)
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(SPACE + 4, SPACE, SPACE, 0)
        self.table = EntityTable(self.desk, self._listing)
        if self.table.model.rows:
            self.table.grid.show_row(self.table.model.rows[0], self._front)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        page.setFocusProxy(self.table)
        self.table.setFocus()
        return page

    def show_lack(self, problem: Problem) -> None:
        """Shows the rows a finding names."""
        found = listing_of(problem.datum, self.desk.visit, problem.places)
        if found is not None:
            self.finish_typing()
            self._lack = problem
            self._listing, self._front = found
            self._dress()
            self.table.setFocus()

    @override
    def finish_typing(self) -> None:
        self.table.finish_typing()


def open_filling(window: QWidget, problem: Problem) -> None:
    """Opens the table for what a finding says is missing."""
    from visitplanner.gui.main_window import MainWindow

    if isinstance(window, MainWindow):
        window.finish_typing()
        editor = show_editor(window, FillingWindow)
        if editor is not None:
            editor.show_lack(problem)
