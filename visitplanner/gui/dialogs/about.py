# SPDX-License-Identifier: MIT
"""What the program is, its version, and where its log lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from visitplanner import __version__, paths
from visitplanner.gui.folders import show_folder
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


class About(QDialog):
    """A few facts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        say = window.phrases.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("About the program")))
        title = QLabel(f"visitplanner {__version__}")
        title.setObjectName("welcome-title")
        what = QLabel(say(N_("Programmes of visits of official delegations.")))
        rights = QLabel(say(N_("Free software under the MIT licence.")))
        rights.setProperty("muted", True)
        log = QPushButton(say(N_("Open the folder of the log")))
        log.setAutoDefault(False)
        folder = paths.log_file().parent
        log.setEnabled(folder.is_dir())
        log.clicked.connect(lambda: show_folder(folder))
        close = QPushButton(say(N_("Close")))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(log)
        line.addStretch(1)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * WIDE, WIDE + SPACE, 2 * WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(title)
        column.addWidget(what)
        column.addWidget(rights)
        column.addSpacing(WIDE)
        column.addLayout(line)
