# SPDX-License-Identifier: MIT
"""The name that edits, versions and waivers are signed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from visitplanner.author import system_author
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow

_WIDTH = 420


class AuthorDialog(QDialog):
    """One field; empty, the name is that of the system's user."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        say = window.phrases.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Author of the edits")))
        self.name = QLineEdit(window.office.settings.author)
        chosen, author = window.office.settings.author, window.office.author()
        self.name.setPlaceholderText(system_author() if chosen else author)
        self.name.setAccessibleName(say(N_("Author")))
        self.name.setMinimumWidth(_WIDTH)
        self.name.setMaxLength(200)
        what = QLabel(
            say(
                N_(
                    "This name stands at edits, versions and waivers from now on. Left empty,"
                    " it is the name of the user of this computer."
                )
            )
        )
        what.setWordWrap(True)
        what.setProperty("muted", True)
        keep, cancel = QPushButton(say(N_("Save"))), QPushButton(say(N_("Cancel")))
        keep.setProperty("primary", True)
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(keep)
        line.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.name)
        column.addWidget(what)
        column.addSpacing(SPACE)
        column.addLayout(line)
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        office = self._window.office
        office.settings.author = " ".join(self.name.text().split())
        office.keep_settings()
        if self._window.desk is not None:
            self._window.desk.sign(office.author())
