# SPDX-License-Identifier: MIT
"""The export dialog: which papers, for whom, into which folder; the files are named before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.editions.edition import EDITIONS
from visitplanner.gui import icons
from visitplanner.gui.dialogs.export_job import ExportJob
from visitplanner.gui.folders import show_folder
from visitplanner.gui.inspector.chapters import CLASSES
from visitplanner.gui.inspector.people import who_name
from visitplanner.gui.looks import ICON, SPACE, WIDE
from visitplanner.gui.notices import Remedy
from visitplanner.gui.sending.handing_box import HandingBox
from visitplanner.gui.sending.ledger import enter, lines_of
from visitplanner.publishing import WHOLE, Order, file_name, scopes
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from visitplanner.exports.whole import Paper
    from visitplanner.gui.main_window import MainWindow

FORMATS: Final = (
    ("pdf", N_("PDF"), "document"),
    ("ical", N_("Calendar"), "calendar"),
    ("excel", N_("Excel workbook"), "table"),
)
_MOST_FINDINGS: Final = 6
"""As many findings of prints are told one by one."""
_USUAL: Final = {("official", "pdf"), ("official", "ical"), ("official", "excel")}


class ExportDialog(QDialog):
    """Editions and formats, readers of calendars, the files, the folder."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        desk = window.desk
        if desk is None:
            raise ValueError(window)
        self._window, self._desk = window, desk
        self._say = desk.phrases.say
        self._job: ExportJob | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say(N_("Export")))
        self.resize(860, 560)
        self.papers: dict[tuple[str, str], QCheckBox] = {}
        self.readers = self._readers()
        self.files = QListWidget()
        self.files.setObjectName("files")
        self.files.setAccessibleName(self._say(N_("Files to be written")))
        self.files.setIconSize(icons.fitting(ICON))
        self.files.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.handing = HandingBox(desk)
        self.folder = QLineEdit(str(self._usual_folder()))
        self.folder.setAccessibleName(self._say(N_("Folder")))
        self.folder.textChanged.connect(self._list_files)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setObjectName("export-message")
        self.message.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self._say(N_("Progress")))
        self.progress.setTextVisible(False)
        self._choices = QWidget()
        across = QHBoxLayout(self._choices)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * WIDE)
        across.addLayout(self._wishes(), 1)
        across.addLayout(self._results(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE + 2)
        column.addWidget(self._choices, 1)
        column.addWidget(self.message)
        column.addLayout(self._buttons())
        self.readers.itemChanged.connect(lambda _: self._list_files())
        self._list_files()

    # What is asked for

    def _wishes(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(_heading(self._say(N_("Documents"))))
        column.addLayout(self._matrix())
        column.addSpacing(SPACE)
        column.addWidget(_heading(self._say(N_("Calendars for whom"))))
        column.addWidget(self.readers, 1)
        return column

    def _matrix(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        for column, (_, title, icon) in enumerate(FORMATS, 1):
            mark = QLabel()
            colour = self._desk.theme.muted
            mark.setPixmap(icons.pixmap(icon, 20, colour, self.devicePixelRatioF()))
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label = QLabel(self._say(title))
            label.setProperty("muted", True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(mark, 0, column)
            grid.addWidget(label, 1, column)
        for line, edition in enumerate(EDITIONS.values(), 1):
            names = QVBoxLayout()
            names.setSpacing(0)
            names.addWidget(QLabel(self._say(edition.title)))
            audience = QLabel(self._say(CLASSES[edition.audience]))
            audience.setProperty("muted", True)
            names.addWidget(audience)
            grid.addLayout(names, line + 1, 0)
            for column, (name, title, _) in enumerate(FORMATS, 1):
                box = QCheckBox()
                box.setChecked((edition.name, name) in _USUAL)
                box.setAccessibleName(f"{self._say(edition.title)}, {self._say(title)}")
                box.setToolTip(box.accessibleName())
                box.toggled.connect(lambda _: self._list_files())
                self.papers[edition.name, name] = box
                grid.addWidget(box, line + 1, column, Qt.AlignmentFlag.AlignCenter)
        return grid

    def _readers(self) -> QListWidget:
        """The whole visit, delegations and people a calendar can be made for."""
        readers = QListWidget()
        readers.setObjectName("readers")
        readers.setAccessibleName(self._say(N_("Calendars for whom")))
        visit = self._desk.visit
        for scope in scopes(visit):
            name = (
                self._say(N_("Whole visit"))
                if scope == WHOLE
                else who_name(visit, scope, self._desk.language)
            )
            line = QListWidgetItem(name)
            line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsSelectable)
            chosen = scope == WHOLE
            line.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            line.setData(Qt.ItemDataRole.UserRole, scope)
            readers.addItem(line)
        return readers

    def orders(self) -> list[Order]:
        """The papers asked for."""
        found: list[Order] = []
        chosen = [
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in (self.readers.item(n) for n in range(self.readers.count()))
            if line.checkState() is Qt.CheckState.Checked
        ]
        for (edition, form), box in self.papers.items():
            if box.isChecked():
                scopes_asked = chosen if form == "ical" else [WHOLE]
                found += (Order(format=form, edition=edition, scope=s) for s in scopes_asked)
        return found

    # What will come of it

    def _results(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(_heading(self._say(N_("Files to be written"))))
        column.addWidget(self.files, 1)
        column.addSpacing(SPACE)
        column.addWidget(_heading(self._say(N_("Sent and handed out"))))
        column.addWidget(self.handing)
        column.addSpacing(SPACE)
        column.addWidget(_heading(self._say(N_("Folder"))))
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.folder, 1)
        choose = QPushButton(self._say(N_("Choose…")))
        choose.clicked.connect(self._choose_folder)
        line.addWidget(choose)
        column.addLayout(line)
        return column

    def _usual_folder(self) -> Path:
        if kept := self._window.office.settings.export_folder:
            return Path(kept)
        here = self._desk.session.path
        return here.parent / self._say(N_("{name} – documents"), name=here.stem)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self._say(N_("Folder for the documents")))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        start = Path(self.folder.text())
        dialog.setDirectory(str(start if start.is_dir() else start.parent))
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _list_files(self) -> None:
        """Names the files, and says which of them replace others."""
        self.files.clear()
        self.message.hide()
        folder = Path(self.folder.text())
        orders = self.orders()
        for order in orders:
            name = file_name(self._desk.visit, order)
            line = QListWidgetItem(name)
            icon = next(icon for form, _, icon in FORMATS if form == order.format)
            line.setIcon(icons.icon(icon, self._desk.theme.muted))
            line.setToolTip(str(folder / name))
            if (folder / name).exists():
                line.setText(f"{name}   ({self._say(N_('replaces the file there'))})")
            self.files.addItem(line)
        self._go.setEnabled(bool(orders) and bool(self.folder.text().strip()))
        self._number.setText(
            self._desk.phrases.count("{n} file", "{n} files", len(orders))
            if orders
            else self._say(N_("No files"))
        )

    # Doing it

    @property
    def running(self) -> bool:
        """Whether an export is going on."""
        return self._job is not None

    def _buttons(self) -> QHBoxLayout:
        self._number = QLabel()
        self._number.setProperty("muted", True)
        self._go = QPushButton(self._say(N_("Export the files")))
        self._go.setObjectName("go")
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._go.clicked.connect(self._start)
        self._close = QPushButton(self._say(N_("Close")))
        self._close.setObjectName("close")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self._stop_or_close)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._number)
        line.addWidget(self.progress, 1)
        line.addStretch(1)
        line.addWidget(self._go)
        line.addWidget(self._close)
        self.progress.hide()
        return line

    def _start(self) -> None:
        orders = self.orders()
        folder = Path(self.folder.text().strip()).expanduser()
        job = ExportJob(self._desk.session, orders, folder, self)
        job.advanced.connect(self.progress.setValue)
        lines = lines_of(self._desk, self.handing.handings(orders))
        job.done.connect(lambda made: self._done(made, folder))
        job.done.connect(lambda _: enter(self._desk, lines))
        job.stopped.connect(lambda: self._told(self._say(N_("Stopped: nothing was written."))))
        job.refused.connect(lambda why: self._refused(why, folder))
        self._job = job
        self._choices.setEnabled(False)
        self._go.setEnabled(False)
        self._close.setText(self._say(N_("Stop")))
        self.progress.setRange(0, len(orders))
        self.progress.setValue(0)
        self.progress.show()
        self.message.hide()
        job.start()

    def _rest(self) -> None:
        """Back to choosing."""
        if self._job is not None:
            self._job.wait()
            self._job = None
        self._choices.setEnabled(True)
        self.progress.hide()
        self._close.setText(self._say(N_("Close")))
        self._list_files()

    def _done(self, made: Sequence[Paper], folder: Path) -> None:
        settings = self._window.office.settings
        if folder != self._usual_folder():
            settings.export_folder = str(folder)
            self._window.office.keep_settings()
        self._rest()
        files = self._desk.phrases.count("{n} file written", "{n} files written", len(made))
        self._window.notices.say(
            f"{files}: {folder}",
            Remedy(self._say(N_("Open the folder")), lambda: show_folder(folder)),
            passing=False,
        )
        found = [(paper.name, f) for paper in made for f in paper.findings]
        if not found:
            self.accept()
            return
        lines = [f"{name}: {self._desk.say(f.message)}" for name, f in found[:_MOST_FINDINGS]]
        if more := len(found) - len(lines):
            lines.append(self._desk.phrases.count("{n} more", "{n} more", more))
        head = self._say(N_("{files}. To be looked at in print:"), files=files)
        self._told("\n".join((head, *lines)))

    def _refused(self, why: str, folder: Path) -> None:
        text = self._say(
            N_("Nothing was written into {folder}: see to the folder or choose another one."),
            folder=str(folder),
        )
        self._told(text)
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
        if self._job is not None:  # Esc while it runs
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


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
