# SPDX-License-Identifier: MIT
"""One list of a pasted letter on the screen: where its people go, and who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
)

from visitplanner.domain.people import Side
from visitplanner.domain.visit import memberships_of
from visitplanner.gui.looks import SPACE
from visitplanner.gui.people.proposals import (
    GIVEN,
    LEVEL,
    PATRONYMIC,
    POST,
    ROLE,
    SURNAME,
    TAKE,
    ProposalModel,
)
from visitplanner.imports.taking import Destination, NewDelegation
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.desk import Desk
    from visitplanner.imports.people_list import ProposedList

_SIZE: Final = (1340, 760)
_PAUSE_MS: Final = 400
_NEW_GUESTS, _NEW_HOSTS, _NOBODY = "new guests", "new hosts", "nobody"


class ListBox(QFrame):
    """One list: its heading, where its people go, and the people."""

    changed = Signal()

    def __init__(self, desk: Desk, proposed: ProposedList, entry: Destination) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self.setObjectName("card")
        self.model = ProposalModel(desk, entry.people)
        self.model.setParent(self)
        heading = QLabel(proposed.heading or say(N_("List without a heading")))
        heading.setProperty("heading", True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self.target = QComboBox()
        self.target.setAccessibleName(say(N_("Where the people of the list go")))
        self.party = QLineEdit()
        self.party.setAccessibleName(say(N_("Region, city or organisation")))
        self.party.setPlaceholderText(say(N_("Region, city or organisation")))
        self._fill(entry)
        self.table = self._table()
        where = QHBoxLayout()
        where.setSpacing(SPACE)
        label = QLabel(say(N_("Into")))
        label.setProperty("muted", True)
        where.addWidget(label)
        where.addWidget(self.target, 1)
        where.addWidget(self.party, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(heading)
        column.addLayout(where)
        column.addWidget(self.table)
        self.target.activated.connect(self._chosen)
        self.party.textEdited.connect(lambda _: self.changed.emit())
        self.model.changed.connect(self.changed)

    def _fill(self, entry: Destination) -> None:
        visit, say = self._desk.visit, self._desk.phrases.say
        for delegation in visit.delegations.values():
            name = cases.delegation_name(visit, delegation, self._desk.language)
            self.target.addItem(name[:1].upper() + name[1:], delegation.id)
        self.target.addItem(say(N_("A new delegation of guests")), _NEW_GUESTS)
        self.target.addItem(say(N_("A new delegation of hosts")), _NEW_HOSTS)
        self.target.addItem(say(N_("Nowhere: leave the list out")), _NOBODY)
        where = entry.delegation
        if isinstance(where, NewDelegation):
            self.party.setText(where.name)
            self.target.setCurrentIndex(self.target.findData(_NEW_GUESTS))
        else:
            self.party.setText(entry.party)
            self.target.setCurrentIndex(self.target.findData(where))
        self._show_party()

    def _chosen(self) -> None:
        self._show_party()
        self.changed.emit()

    def _show_party(self) -> None:
        key = str(self.target.currentData())
        empty = key in self._desk.visit.delegations and not memberships_of(self._desk.visit, key)
        self.party.setVisible(key in {_NEW_GUESTS, _NEW_HOSTS} or empty)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("grid")
        table.setModel(self.model)
        table.setAccessibleName(self._desk.phrases.say(N_("People of the list")))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side, top = table.verticalHeader(), table.horizontalHeader()
        side.setDefaultSectionSize(table.fontMetrics().height() + 10)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setMinimumSectionSize(24)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        top.setSectionResizeMode(POST, QHeaderView.ResizeMode.Stretch)
        wide = table.fontMetrics().averageCharWidth()
        for column, letters in (
            *((TAKE, 4), (SURNAME, 17), (GIVEN, 13), (PATRONYMIC, 15), (LEVEL, 11), (ROLE, 20)),
        ):
            table.setColumnWidth(column, letters * wide)
        rows = self.model.rowCount() * side.defaultSectionSize()
        table.setFixedHeight(rows + top.sizeHint().height() + 6)
        return table

    @property
    def destination(self) -> Destination:
        """The people who are ticked, and where they go."""
        key, party = str(self.target.currentData()), " ".join(self.party.text().split())
        if key == _NOBODY:
            return Destination(self.model.taken, None)
        if key in {_NEW_GUESTS, _NEW_HOSTS}:
            side = Side.GUEST if key == _NEW_GUESTS else Side.HOST
            return Destination(self.model.taken, NewDelegation(party, side))
        return Destination(self.model.taken, key, party if not self.party.isHidden() else "")
