# SPDX-License-Identifier: MIT
"""Reprint outdated…: exactly the copies that are no longer so are made anew, and recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)
from typing_extensions import override

from visitplanner.domain.record import Channel
from visitplanner.gui import icons
from visitplanner.gui.dialogs.export_job import ExportJob
from visitplanner.gui.folders import show_folder
from visitplanner.gui.looks import ICON, SMALL, SPACE, WIDE
from visitplanner.gui.notices import Remedy
from visitplanner.gui.sending.ledger import Ledger, enter, lines_of, named
from visitplanner.publishing import LANGUAGES, SUFFIXES, Handing, Order, order_of
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from visitplanner.domain.record import Publication
    from visitplanner.exports.whole import Paper
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (760, 520)
_ICONS: Final = {"pdf": "document", "ical": "calendar", "excel": "table"}


class ReprintDialog(QDialog):
    """The outdated copies, ticked; the folder; one button."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        desk = window.desk
        if desk is None:
            raise ValueError(window)
        self._window, self._desk, self._say = window, desk, desk.phrases.say
        self._job: ExportJob | None = None
        self._lines: tuple[Publication, ...] = tuple(
            c.publication for c in Ledger(desk).outdated if _makeable(c.publication)
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say(N_("Reprint outdated")))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        self._list(column)
        self._place(column)
        column.addLayout(self._buttons())
        self._count()

    @property
    def running(self) -> bool:
        """Whether files are being made."""
        return self._job is not None

    def _list(self, column: QVBoxLayout) -> None:
        say = self._say
        title = QLabel(say(N_("Copies that are no longer so")))
        title.setProperty("heading", True)
        self.copies = QListWidget()
        self.copies.setAccessibleName(title.text())
        self.copies.setIconSize(icons.fitting(ICON))
        tellings = Ledger(self._desk).tellings(self._desk.language)
        for p in self._lines:
            line = QListWidgetItem(f"{named(self._desk, p.reader)} – {tellings.copy(p)}")
            line.setToolTip(line.text())
            line.setIcon(icons.icon(_ICONS.get(p.format, "document"), self._desk.theme.muted))
            line.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            line.setCheckState(Qt.CheckState.Checked)
            self.copies.addItem(line)
        self.copies.itemChanged.connect(lambda _: self._count())
        note = QLabel(
            say(N_("A calendar by link is to be put in the place of the one the link leads to."))
        )
        note.setProperty("muted", True)
        note.setWordWrap(True)
        note.setVisible(any(p.channel is Channel.LINK for p in self._lines))
        column.addWidget(title)
        column.addWidget(self.copies, 1)
        column.addWidget(note)

    def _place(self, column: QVBoxLayout) -> None:
        say, here = self._say, self._desk.session.path
        title = QLabel(say(N_("Folder")))
        title.setProperty("heading", True)
        number = self._desk.session.standing.number
        folder = here.parent / say(N_("{name} – version {n}"), name=here.stem, n=number)
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(title.text())
        self.folder.textChanged.connect(lambda _: self._count())
        choose = QPushButton(say(N_("Choose…")))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.hide()
        column.addSpacing(SMALL)
        column.addWidget(title)
        column.addLayout(line)
        column.addWidget(self.message)

    def _buttons(self) -> QHBoxLayout:
        self.number = QLabel()
        self.number.setProperty("muted", True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self._say(N_("Progress")))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.go = QPushButton(self._say(N_("Make them anew")))
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.clicked.connect(self._start)
        self.shut = QPushButton(self._say(N_("Close")))
        self.shut.setAutoDefault(False)
        self.shut.clicked.connect(self._stop_or_close)
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
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def chosen(self) -> list[Publication]:
        """The copies to be made anew."""
        return [
            p
            for n, p in enumerate(self._lines)
            if self.copies.item(n).checkState() is Qt.CheckState.Checked
        ]

    def orders(self) -> list[Order]:
        """The files: many holders of the same paper make one."""
        return list(dict.fromkeys(order_of(p) for p in self.chosen()))

    def _count(self) -> None:
        phrases, chosen = self._desk.phrases, self.chosen()
        papers = phrases.count("{n} copy", "{n} copies", len(chosen))
        files = phrases.count("{n} file", "{n} files", len(self.orders()))
        self.number.setText(f"{papers}, {files}")
        self.go.setEnabled(bool(chosen) and bool(self.folder.text().strip()))

    # Doing it

    def _start(self) -> None:
        folder, chosen = Path(self.folder.text().strip()).expanduser(), self.chosen()
        orders = self.orders()
        job = ExportJob(self._desk.session, orders, folder, self)
        job.advanced.connect(self.progress.setValue)
        lines = lines_of(self._desk, (_again(p) for p in chosen))
        job.done.connect(lambda made: self._done(made, folder))
        job.done.connect(lambda _: enter(self._desk, lines))
        job.stopped.connect(lambda: self._told(self._say(N_("Stopped: nothing was written."))))
        job.refused.connect(lambda why: self._refused(why, folder))
        self._job = job
        self.go.setEnabled(False)
        self.copies.setEnabled(False)
        self.shut.setText(self._say(N_("Stop")))
        self.progress.setRange(0, len(orders))
        self.progress.show()
        job.start()

    def _rest(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        self.copies.setEnabled(True)
        self.progress.hide()
        self.shut.setText(self._say(N_("Close")))
        self._count()

    def _done(self, made: Sequence[Paper], folder: Path) -> None:
        self._rest()
        files = self._desk.phrases.count("{n} file written", "{n} files written", len(made))
        self._window.notices.say(
            f"{files}: {folder}",
            Remedy(self._say(N_("Open the folder")), lambda: show_folder(folder)),
            passing=False,
        )
        self.accept()

    def _refused(self, why: str, folder: Path) -> None:
        self._told(
            self._say(
                N_("Nothing was written into {folder}: see to the folder or choose another one."),
                folder=str(folder),
            )
        )
        self.message.setToolTip(why)

    def _told(self, text: str) -> None:
        self._rest()
        self.message.setText(text)
        self.message.show()

    def _stop_or_close(self) -> None:
        if self._job is not None:
            self._job.stop()
        else:
            self.reject()

    @override
    def reject(self) -> None:
        if self._job is not None:
            self._job.stop()
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.stop()
            self._job.wait()
            self._job = None
        super().closeEvent(event)


def _again(publication: Publication) -> Handing:
    """The same paper for the same holder, under its old number."""
    p = publication
    return Handing(order=order_of(p), reader=p.reader, channel=p.channel, copy_number=p.copy_number)


def _makeable(publication: Publication) -> bool:
    """Whether this program can make the paper: the register may hold others."""
    p = publication
    return p.format in SUFFIXES and p.language in LANGUAGES[p.format]
