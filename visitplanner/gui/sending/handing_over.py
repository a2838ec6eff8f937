# SPDX-License-Identifier: MIT
"""Copy for handing over…: the visit without history and without what is above an audience."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from visitplanner.domain.clearance import cleared_record, handed_over
from visitplanner.domain.text import Visibility
from visitplanner.gui.folders import show_folder
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.notices import Remedy
from visitplanner.store import create_visit
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow

_WIDTH: Final = 560
_CHOICES: Final = (
    (
        Visibility.PUBLIC,
        N_("For guests and the press"),
        N_("Without anything internal: notes, phones, vehicles, tasks, waivers, drivers."),
    ),
    (
        Visibility.INTERNAL,
        N_("For colleagues"),
        N_("With what is internal; without instructions and other things for a narrow circle."),
    ),
)


class HandingOverDialog(QDialog):
    """For whom it is; then where."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        desk = window.desk
        if desk is None:
            raise ValueError(window)
        self._window, self._desk, self._say = window, desk, desk.phrases.say
        say = self._say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Copy for handing over")))
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        self.audiences: dict[Visibility, QRadioButton] = {}
        self._one_of = QButtonGroup(self)
        for audience, title, more in _CHOICES:
            column.addWidget(self._choice(audience, say(title), say(more)))
        self.audiences[Visibility.PUBLIC].setChecked(True)
        without = QLabel(
            say(
                N_(
                    "In neither: the history of edits, deleted texts, the register of copies and"
                    " who was told."
                )
            )
        )
        without.setWordWrap(True)
        without.setProperty("muted", True)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.hide()
        column.addSpacing(SMALL)
        column.addWidget(without)
        column.addWidget(self.message)
        column.addLayout(self._buttons())

    def _choice(self, audience: Visibility, title: str, more: str) -> QWidget:
        button = QRadioButton(title)
        button.setAccessibleName(title)
        button.setAccessibleDescription(more)
        self.audiences[audience] = button
        self._one_of.addButton(button)
        note = QLabel(more)
        note.setWordWrap(True)
        note.setProperty("muted", True)
        note.setContentsMargins(WIDE + SPACE, 0, 0, SPACE)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        inside.addWidget(button)
        inside.addWidget(note)
        return box

    def _buttons(self) -> QHBoxLayout:
        self.go = QPushButton(self._say(N_("Save the copy…")))
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.clicked.connect(self._ask_where)
        cancel = QPushButton(self._say(N_("Cancel")))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addStretch(1)
        line.addWidget(self.go)
        line.addWidget(cancel)
        return line

    @property
    def audience(self) -> Visibility:
        """For whom the copy is."""
        return next(a for a, button in self.audiences.items() if button.isChecked())

    def _suggested(self) -> Path:
        here = self._desk.session.path
        mark = "" if self.audience is Visibility.PUBLIC else "_служебное"
        name = self._say(N_("{name} – for handing over"), name=here.stem)
        return here.with_name(f"{name}{mark}.visit")

    def _ask_where(self) -> None:
        say = self._say
        dialog = QFileDialog(self, say(N_("Copy for handing over")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{say(N_('Visits'))} (*.visit)")
        dialog.setDefaultSuffix("visit")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it never overwrites
        suggested = self._suggested()
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Makes the copy; a file already there is never replaced."""
        session, audience = self._desk.session, self.audience
        visit = handed_over(session.visit, audience)
        try:
            create_visit(target, visit, cleared_record(session.stamped, audience, visit))
        except StoreError as error:
            self.message.setText(self._desk.phrases.sentence(error.sentence, None))
            self.message.show()
            return
        self._window.notices.say(
            self._say(N_("The copy is saved: {file}"), file=str(target)),
            Remedy(self._say(N_("Open the folder")), lambda: show_folder(target.parent)),
            passing=False,
        )
        self.accept()
