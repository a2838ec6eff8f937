# SPDX-License-Identifier: MIT
"""The export dialog: which papers, for whom, into which folder; the files are named before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)
from typing_extensions import override

from visitplanner.editions.edition import EDITIONS
from visitplanner.gui import icons
from visitplanner.gui.dialogs.making import MakingDialog, heading
from visitplanner.gui.inspector.chapters import CLASSES
from visitplanner.gui.inspector.people import who_name
from visitplanner.gui.looks import ICON, SPACE, WIDE
from visitplanner.gui.sending.handing_box import HandingBox
from visitplanner.publishing import WHOLE, Order, file_name, scopes
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.exports.whole import Paper
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.publishing import Handing

FORMATS: Final = (
    ("pdf", N_("PDF"), "document"),
    ("ical", N_("Calendar"), "calendar"),
    ("excel", N_("Excel workbook"), "table"),
)
_MOST_FINDINGS: Final = 6
"""As many findings of prints are told one by one."""
_USUAL: Final = {("official", "pdf"), ("official", "ical"), ("official", "excel")}


class ExportDialog(MakingDialog):
    """Editions and formats, readers of calendars, the files, the folder."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, N_("Export the files"))
        self.setWindowTitle(self._say(N_("Export")))
        self.resize(860, 560)
        self.papers: dict[tuple[str, str], QCheckBox] = {}
        self.readers = self._readers()
        self.files = QListWidget()
        self.files.setObjectName("files")
        self.files.setAccessibleName(self._say(N_("Files to be written")))
        self.files.setIconSize(icons.fitting(ICON))
        self.files.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.handing = HandingBox(self._desk)
        across = QHBoxLayout(self.choices)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * WIDE)
        across.addLayout(self._wishes(), 1)
        across.addLayout(self._results(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE + 2)
        column.addWidget(self.choices, 1)
        column.addWidget(self.message)
        column.addLayout(self.foot())
        self.readers.itemChanged.connect(lambda _: self.recount())
        self.recount()

    # What is asked for

    def _wishes(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(heading(self._say(N_("Documents"))))
        column.addLayout(self._matrix())
        column.addSpacing(SPACE)
        column.addWidget(heading(self._say(N_("Calendars for whom"))))
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
                box.toggled.connect(lambda _: self.recount())
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

    @override
    def orders(self) -> list[Order]:
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
        column.addWidget(heading(self._say(N_("Files to be written"))))
        column.addWidget(self.files, 1)
        column.addSpacing(SPACE)
        column.addWidget(heading(self._say(N_("Sent and handed out"))))
        column.addWidget(self.handing)
        column.addSpacing(SPACE)
        column.addWidget(heading(self._say(N_("Folder"))))
        column.addLayout(self.folder_line())
        return column

    @override
    def usual_folder(self) -> Path:
        if kept := self._window.office.settings.export_folder:
            return Path(kept)
        here = self._desk.session.path
        return here.parent / self._say(N_("{name} – documents"), name=here.stem)

    @override
    def recount(self) -> None:
        # Files that replace others say so.
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
        self.go.setEnabled(bool(orders) and bool(self.folder.text().strip()))
        self.number.setText(
            self._desk.phrases.count("{n} file", "{n} files", len(orders))
            if orders
            else self._say(N_("No files"))
        )

    @override
    def handings(self) -> list[Handing]:
        return self.handing.handings(self.orders())

    @override
    def made(self, papers: Sequence[Paper], folder: Path, files: str) -> None:
        settings = self._window.office.settings
        if folder != self.usual_folder():
            settings.export_folder = str(folder)
            self._window.office.keep_settings()
        found = [(paper.name, f) for paper in papers for f in paper.findings]
        if not found:
            self.accept()
            return
        lines = [f"{name}: {self._desk.say(f.message)}" for name, f in found[:_MOST_FINDINGS]]
        if more := len(found) - len(lines):
            lines.append(self._desk.phrases.count("{n} more", "{n} more", more))
        head = self._say(N_("{files}. To be looked at in print:"), files=files)
        self.tell("\n".join((head, *lines)))
