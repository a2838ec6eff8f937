# SPDX-License-Identifier: MIT
"""The problems of one subject, live, as lines under a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SMALL, SPACE
from visitplanner.gui.theme import SEVERITY_ICON
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.gui.desk import Desk
    from visitplanner.rules.rule import Problem


class Checks(QWidget):
    """A line for each problem: its mark, its code, its sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE + SMALL, SMALL, SPACE + SMALL, SMALL)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(2, 1)
        self.setAccessibleName(desk.phrases.say(N_("Checks")))

    @property
    def sentences(self) -> list[str]:
        """What is said."""
        found = (self._grid.itemAtPosition(n, 2) for n in range(self._grid.rowCount()))
        labels = (entry.widget() for entry in found if entry is not None)
        return [label.text() for label in labels if isinstance(label, QLabel)]

    def show_problems(self, problems: Sequence[Problem], fine: str) -> None:
        """Shows these; the text for none when there are none."""
        while (entry := self._grid.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, problem in enumerate(problems):
            colour = self._desk.theme.severity(problem.severity)
            muted = problem.waiver is not None or not problem.due
            self._line(
                line,
                SEVERITY_ICON[problem.severity],
                self._desk.theme.muted if muted else colour,
                problem.code,
                self._desk.say(problem.message),
            )
        if not problems:
            self._line(0, "fine", self._desk.theme.fine, "", fine)

    def _line(self, line: int, icon: str, colour: object, code: str, text: str) -> None:
        mark = QLabel()
        ratio = self.devicePixelRatioF()
        mark.setPixmap(icons.pixmap(icon, ICON, colour, ratio))  # type: ignore[arg-type]
        named = QLabel(code)
        named.setProperty("muted", True)
        sentence = QLabel(text)
        sentence.setWordWrap(True)
        for column, label in enumerate((mark, named, sentence)):
            self._grid.addWidget(label, line, column)
