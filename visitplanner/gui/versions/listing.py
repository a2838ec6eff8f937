# SPDX-License-Identifier: MIT
"""The list of versions, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from visitplanner.domain.record import VersionStatus
from visitplanner.gui import icons
from visitplanner.gui.looks import ICON
from visitplanner.gui.versions.naming import approval_text, moment_text, status_name
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.record import Version
    from visitplanner.gui.desk import Desk

_NUMBER: Final = Qt.ItemDataRole.UserRole
_COLUMNS: Final = (
    N_("Version"),
    N_("Status"),
    N_("Frozen"),
    N_("Author"),
    N_("Remark"),
    N_("Approval"),
)
_WIDTHS: Final = (90, 150, 140, 140, 200, 260)
_ICONS: Final = {
    VersionStatus.DRAFT: "edit",
    VersionStatus.BEING_AGREED: "talks",
    VersionStatus.AGREED: "signing",
    VersionStatus.APPROVED: "fine",
    VersionStatus.SUPERSEDED: "repeat",
}


class VersionList(QTreeWidget):
    """One line a version."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self.setAccessibleName(say(N_("Versions")))
        self.setHeaderLabels([say(title) for title in _COLUMNS])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())
        self.read()

    @property
    def version(self) -> Version | None:
        """The version of the current line."""
        line = self.currentItem()
        number = line.data(0, _NUMBER) if line is not None else None
        return next((v for v in self._desk.session.record.versions if v.number == number), None)

    def read(self) -> None:
        """Reads the versions again; the current line stays the current one."""
        current = self.version
        stands = self._desk.session.standing
        self.blockSignals(True)
        self.clear()
        for version in sorted(self._desk.session.record.versions, key=lambda v: -v.number):
            line = self._line(version, here=stands.version is version)
            self.addTopLevelItem(line)
            if current is not None and current.number == version.number:
                self.setCurrentItem(line)
        first = self.topLevelItem(0)
        if not self.currentIndex().isValid() and first is not None:
            self.setCurrentItem(first)
        self.blockSignals(False)
        self.chosen.emit()

    def show_version(self, number: int) -> None:
        """Makes a version the current one."""
        for place in range(self.topLevelItemCount()):
            line = self.topLevelItem(place)
            if line is not None and line.data(0, _NUMBER) == number:
                self.setCurrentItem(line)

    def _line(self, version: Version, *, here: bool) -> QTreeWidgetItem:
        desk = self._desk
        texts = [
            str(version.number),
            status_name(desk.phrases, version.status),
            moment_text(desk, version.created),
            version.author,
            version.note,
            approval_text(desk, version),
        ]
        line = QTreeWidgetItem(texts)
        line.setData(0, _NUMBER, version.number)
        line.setIcon(1, icons.icon(_ICONS[version.status]))
        for column, text in enumerate(texts):
            line.setToolTip(column, text)
        if here:  # the plan stands on it
            font = line.font(0)
            font.setWeight(font.Weight.DemiBold)
            for column in range(len(texts)):
                line.setFont(column, font)
        if version.status is VersionStatus.SUPERSEDED:
            for column in range(len(texts)):
                line.setForeground(column, desk.theme.muted)
        return line
