# SPDX-License-Identifier: MIT
"""Reprint outdated…: exactly the copies that are no longer so are made anew, and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from visitplanner.domain.record import Channel
from visitplanner.gui import icons
from visitplanner.gui.dialogs.making import MakingDialog, heading
from visitplanner.gui.looks import ICON, SMALL, SPACE, WIDE
from visitplanner.gui.sending.ledger import Ledger, named
from visitplanner.publishing import LANGUAGES, SUFFIXES, Handing, Order, order_of
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.record import Publication
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (760, 520)
_ICONS: Final = {"pdf": "document", "ical": "calendar", "excel": "table"}


class ReprintDialog(MakingDialog):
    """The outdated copies, ticked; the folder; one button."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, N_("Make them anew"))
        ledger = Ledger(self._desk)
        self._lines = tuple(c.publication for c in ledger.outdated if _makeable(c.publication))
        self.setWindowTitle(self._say(N_("Reprint outdated")))
        self.resize(*_SIZE)
        inside = QVBoxLayout(self.choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE)
        self._list(inside, ledger)
        inside.addSpacing(SMALL)
        inside.addWidget(heading(self._say(N_("Folder"))))
        inside.addLayout(self.folder_line())
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.choices, 1)
        column.addWidget(self.message)
        column.addLayout(self.foot())
        self.recount()

    def _list(self, column: QVBoxLayout, ledger: Ledger) -> None:
        say = self._say
        title = heading(say(N_("Copies that are no longer so")))
        self.copies = QListWidget()
        self.copies.setAccessibleName(title.text())
        self.copies.setIconSize(icons.fitting(ICON))
        tellings = ledger.tellings(self._desk.language)
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
        self.copies.itemChanged.connect(lambda _: self.recount())
        note = QLabel(
            say(N_("A calendar by link is to be put in the place of the one the link leads to."))
        )
        note.setProperty("muted", True)
        note.setWordWrap(True)
        note.setVisible(any(p.channel is Channel.LINK for p in self._lines))
        column.addWidget(title)
        column.addWidget(self.copies, 1)
        column.addWidget(note)

    def chosen(self) -> list[Publication]:
        """The copies to be made anew."""
        return [
            p
            for n, p in enumerate(self._lines)
            if self.copies.item(n).checkState() is Qt.CheckState.Checked
        ]

    @override
    def usual_folder(self) -> Path:
        session = self._desk.session
        version = session.standing.number
        here = session.path
        return here.parent / self._say(N_("{name} – version {n}"), name=here.stem, n=version)

    @override
    def orders(self) -> list[Order]:
        # Many holders of the same paper make one file.
        return list(dict.fromkeys(order_of(p) for p in self.chosen()))

    @override
    def handings(self) -> list[Handing]:
        return [_again(p) for p in self.chosen()]

    @override
    def recount(self) -> None:
        phrases, chosen = self._desk.phrases, self.chosen()
        papers = phrases.count("{n} copy", "{n} copies", len(chosen))
        files = phrases.count("{n} file", "{n} files", len(self.orders()))
        self.number.setText(f"{papers}, {files}")
        self.go.setEnabled(bool(chosen) and bool(self.folder.text().strip()))


def _again(publication: Publication) -> Handing:
    """The same paper for the same holder, under its old number."""
    p = publication
    return Handing(order=order_of(p), reader=p.reader, channel=p.channel, copy_number=p.copy_number)


def _makeable(publication: Publication) -> bool:
    """Whether this program can make the paper: the register may hold others."""
    p = publication
    return p.format in SUFFIXES and p.language in LANGUAGES[p.format]
