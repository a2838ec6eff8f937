# SPDX-License-Identifier: MIT
"""The one question of the program: whether a visit is to go for ever, with all its traces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
)

from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.store import care
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.gui.main_window import MainWindow

_WIDTH: Final = 620


class Erasing(QDialog):
    """What would go, and a tick without which nothing goes."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        say = window.phrases.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Erase this visit everywhere")))
        self.setMinimumWidth(_WIDTH)
        what = QLabel(
            say(
                N_(
                    "The file of the visit goes, and with it all its backups and local copies,"
                    " whatever has been deleted in it before included. Nothing of it can be"
                    " undone or restored."
                )
            )
        )
        what.setWordWrap(True)
        self.traces = QListWidget()
        self.traces.setAccessibleName(say(N_("What is erased")))
        self.traces.addItems([str(trace) for trace in care.traces(path)])
        beyond = QLabel(
            say(
                N_(
                    "Exported papers and calendars, and copies saved elsewhere or sent to others,"
                    " stay where they are."
                )
            )
        )
        beyond.setWordWrap(True)
        beyond.setProperty("muted", True)
        self.sure = QCheckBox(say(N_("Erase for ever: this cannot be undone")))
        self.erased = QPushButton(say(N_("Erase everywhere")))
        self.erased.setAutoDefault(False)
        self.erased.setEnabled(False)
        self.sure.toggled.connect(self.erased.setEnabled)
        self.erased.clicked.connect(self._erase)
        cancel = QPushButton(say(N_("Cancel")))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.erased)
        line.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        for widget in (what, self.traces, beyond, self.sure):
            column.addWidget(widget)
        column.addLayout(line)

    def _erase(self) -> None:
        window, path = self._window, self._path
        self.accept()
        desk = window.desk
        uid = desk.visit.uid if desk is not None else ""
        window.office.settings.erased(path, uid)
        window.take(None)  # the file is let go first
        window.office.keep_settings()
        phrases = window.phrases
        try:
            left = care.erase(path)
        except StoreError as refusal:
            window.notices.say(phrases.sentence(refusal.sentence, None), grave=True)
            return
        if left:
            text = phrases.say(N_("It could not be erased: {file}"), file=str(left[0]))
            window.notices.say(text, grave=True)
        else:
            text = phrases.say(N_("The visit is erased everywhere: {name}"), name=path.stem)
            window.notices.say(text)
