# SPDX-License-Identifier: MIT
"""A dialog that makes files away from the window's thread: all or none, it can be stopped.

A kind of dialog says which files (`orders`), for whom they are (`handings`), what it shows anew
when a choice changes (`recount`), and what comes after (`made`). What has been made is entered
into the register.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from visitplanner.gui.dialogs.export_job import ExportJob
from visitplanner.gui.folders import show_folder
from visitplanner.gui.looks import SPACE
from visitplanner.gui.notices import Remedy
from visitplanner.gui.sending.ledger import enter, lines_of
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from visitplanner.exports.whole import Paper
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.publishing import Handing, Order


class MakingDialog(QDialog):
    """The folder, the progress and the two buttons; `choices` is closed while files are made."""

    def __init__(self, window: MainWindow, go: str) -> None:
        super().__init__(window)
        desk = window.desk
        if desk is None:
            raise ValueError(window)
        self._window, self._desk, self._say = window, desk, desk.phrases.say
        self._job: ExportJob | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = QWidget()
        self.folder = QLineEdit(str(self.usual_folder()))
        self.folder.setAccessibleName(self._say(N_("Folder")))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setObjectName("export-message")
        self.message.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self._say(N_("Progress")))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.number = QLabel()
        self.number.setProperty("muted", True)
        self.go = QPushButton(self._say(go))
        self.go.setObjectName("go")
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.clicked.connect(self._start)
        self.shut = QPushButton(self._say(N_("Close")))
        self.shut.setObjectName("close")
        self.shut.setAutoDefault(False)
        self.shut.clicked.connect(self.reject)

    # What a kind of dialog says

    def usual_folder(self) -> Path:
        """Where the files go unless another place is chosen."""
        raise NotImplementedError

    def orders(self) -> list[Order]:
        """The files asked for."""
        raise NotImplementedError

    def handings(self) -> list[Handing]:
        """What the register will say of them."""
        raise NotImplementedError

    def recount(self) -> None:
        """Shows what would be made now."""
        raise NotImplementedError

    def made(self, papers: Sequence[Paper], folder: Path, files: str) -> None:
        """What comes when all is written; `files` says how many."""
        del papers, folder, files
        self.accept()

    # What all of them show

    def folder_line(self) -> QHBoxLayout:
        """The field of the folder with its button."""
        self.folder.textChanged.connect(lambda _: self.recount())
        choose = QPushButton(self._say(N_("Choose…")))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        return line

    def foot(self) -> QHBoxLayout:
        """How many files, how far, and the buttons."""
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.number)
        line.addWidget(self.progress, 1)
        line.addStretch(1)
        line.addWidget(self.go)
        line.addWidget(self.shut)
        return line

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self._say(N_("Folder for the documents")))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        start = Path(self.folder.text())
        dialog.setDirectory(str(start if start.is_dir() else start.parent))
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    # Doing it

    @property
    def running(self) -> bool:
        """Whether files are being made."""
        return self._job is not None

    def _start(self) -> None:
        orders, folder = self.orders(), Path(self.folder.text().strip()).expanduser()
        lines = lines_of(self._desk, self.handings())
        job = ExportJob(self._desk.session, orders, folder, self)
        job.advanced.connect(self.progress.setValue)
        job.done.connect(lambda papers: self._done(papers, folder))
        job.done.connect(lambda _: enter(self._desk, lines))
        job.stopped.connect(lambda: self.tell(self._say(N_("Stopped: nothing was written."))))
        job.refused.connect(lambda why: self._refused(why, folder))
        self._job = job
        self.choices.setEnabled(False)
        self.go.setEnabled(False)
        self.shut.setText(self._say(N_("Stop")))
        self.progress.setRange(0, len(orders))
        self.progress.setValue(0)
        self.progress.show()
        self.message.hide()
        job.start()

    def _rest(self) -> None:
        """Back to choosing."""
        self._let_go()
        self.choices.setEnabled(True)
        self.progress.hide()
        self.shut.setText(self._say(N_("Close")))
        self.recount()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None

    def _done(self, papers: Sequence[Paper], folder: Path) -> None:
        self._rest()
        files = self._desk.phrases.count("{n} file written", "{n} files written", len(papers))
        self._window.notices.say(
            f"{files}: {folder}",
            Remedy(self._say(N_("Open the folder")), lambda: show_folder(folder)),
            passing=False,
        )
        self.made(papers, folder, files)

    def _refused(self, why: str, folder: Path) -> None:
        text = self._say(
            N_("Nothing was written into {folder}: see to the folder or choose another one."),
            folder=str(folder),
        )
        self.tell(text)
        self.message.setToolTip(why)

    def tell(self, text: str) -> None:
        """Says how it went, and lets choose again."""
        self._rest()
        self.message.setText(text)
        self.message.show()

    @override
    def reject(self) -> None:
        if self._job is not None:  # Esc or the button while it runs
            self._job.stop()
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.stop()
        self._let_go()
        super().closeEvent(event)


def heading(text: str) -> QLabel:
    """The title of a part of a dialog."""
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
