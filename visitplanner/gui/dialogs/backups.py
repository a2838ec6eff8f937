# SPDX-License-Identifier: MIT
"""The backups of a file, or of all: when they were made, and a new file of any."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from visitplanner.gui.folders import show_folder
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.gui.whereabouts import SUFFIX, free_path
from visitplanner.store import care
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_
from visitplanner.words.dates import clock_text, short_date

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.store.care import Backup

_WHEN: Final = {
    care.Moment.OPENED: N_("at the opening"),
    care.Moment.WORKING: N_("while working"),
    care.Moment.MIGRATION: N_("before a new format"),
    care.Moment.REPAIRED: N_("after a restoration"),
}
_SIZE: Final = (860, 420)


class Backups(QDialog):
    """A list; whatever is taken out of it becomes a new file, nothing is replaced."""

    def __init__(self, window: MainWindow, path: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._say = say = window.phrases.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Backups")))
        self.resize(*_SIZE)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(say(N_("Backups")))
        columns = (N_("Made"), N_("Occasion"), N_("Last change"), N_("Size"), N_("File"))
        self.list.setHeaderLabels([say(column) for column in columns])
        self.all = QCheckBox(say(N_("Those of all visits")))
        self.all.setChecked(path is None)
        self.all.setEnabled(path is not None)
        self.empty = QLabel(say(N_("There are no backups yet: they are made while working.")))
        self.empty.setProperty("muted", True)
        self.taken = QPushButton(say(N_("Restore into a new file…")))
        self.taken.setProperty("primary", True)
        self.folder = QPushButton(say(N_("Open the folder")))
        self.folder.setAutoDefault(False)
        close = QPushButton(say(N_("Close")))
        close.setAutoDefault(False)
        self.all.toggled.connect(self._read)
        self.list.itemSelectionChanged.connect(self._choose)
        self.list.itemActivated.connect(self._take)
        self.taken.clicked.connect(self._take)
        self.folder.clicked.connect(self._show_folder)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        for button in (self.taken, self.folder):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        for widget in (self.all, self.empty, self.list):
            column.addWidget(widget)
        column.addLayout(line)
        self._read()
        self.list.setFocus()

    def _read(self) -> None:
        path = None if self.all.isChecked() else self._path
        found = care.every() if path is None else care.of_file(path)
        self.list.clear()
        self._backups = found
        self.list.addTopLevelItems([self._row(backup) for backup in found])
        for column in range(self.list.columnCount()):
            self.list.resizeColumnToContents(column)
        self.empty.setVisible(not found)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._choose()

    def _row(self, backup: Backup) -> QTreeWidgetItem:
        local = backup.at.astimezone()
        language = self._window.phrases.language
        time = clock_text(local.hour * 60 + local.minute, language)
        size = self._say(N_("{size} kB"), size=max(1, backup.size // 1000))
        row = QTreeWidgetItem(
            [
                f"{short_date(local.date(), language)} {time}",
                self._say(_WHEN[backup.moment]),
                str(backup.last),
                size,
                backup.file.name,
            ]
        )
        row.setToolTip(4, str(backup.file))
        for column in (2, 3):
            row.setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        return row

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        row = self.list.currentItem()
        index = self.list.indexOfTopLevelItem(row) if row is not None else -1
        return self._backups[index] if 0 <= index < len(self._backups) else None

    def _choose(self) -> None:
        self.taken.setEnabled(self.chosen is not None)
        self.folder.setEnabled(self.chosen is not None)

    def _show_folder(self) -> None:
        if self.chosen is not None:
            show_folder(self.chosen.path.parent)

    def _take(self) -> None:
        """Asks where the new file is to be."""
        backup = self.chosen
        if backup is None:
            return
        folder = backup.file.parent
        folder = folder if folder.is_dir() else self._window.office.visits()
        name = self._say(N_("{name} – restored"), name=backup.file.stem)
        dialog = QFileDialog(self, self._say(N_("Restore into a new file")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self._say(N_('Visits'))} (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it never replaces a file
        dialog.setDirectory(str(folder))
        dialog.selectFile(free_path(folder, name).name)
        dialog.fileSelected.connect(lambda chosen: self._write(backup, Path(chosen)))
        dialog.open()

    def _write(self, backup: Backup, target: Path) -> None:
        notices = self._window.notices
        try:
            care.take_out(backup, target)
        except StoreError as refusal:
            notices.say(self._window.phrases.sentence(refusal.sentence, None), grave=True)
        else:
            self._window.files.open_path(target)
        self.accept()
