# SPDX-License-Identifier: MIT
"""The page of delegations: which there are, and the members of the chosen one by rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from visitplanner.domain import roll
from visitplanner.domain.edits import put
from visitplanner.domain.people import Delegation, Party, Side
from visitplanner.domain.text import NO_TEXT, message
from visitplanner.gui import icons
from visitplanner.gui.editors import usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.people.columns import READS, SIDES, people_names
from visitplanner.gui.people.members import members_listing
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.editors.column import Reading


def _name(reading: Reading, key: str) -> str:
    delegation = reading.visit.delegations[key]
    name = cases.delegation_name(reading.visit, delegation, reading.language)
    return name[:1].upper() + name[1:]


def _write_name(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    delegation = visit.delegations[key]
    fresh = replace(delegation, name=delegation.name.edited(reading.language, typed))
    return put(visit, message("Change the delegation"), "delegations", fresh)


def _party(reading: Reading, key: str) -> str:
    party = reading.visit.parties.get(reading.visit.delegations[key].party)
    return cases.party_name(party, reading.language) if party is not None else ""


def _write_party(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    """Renames the party; forms set by hand belong to the old name."""
    party = visit.parties[visit.delegations[key].party]
    name = party.name.edited(reading.language, typed)
    forms = type(party.forms)() if reading.language == "ru" else party.forms
    fresh = replace(party, name=name, forms=forms)
    return put(visit, message("Change the delegation"), "parties", fresh)


def _write_head(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    who = usual.meant(people_names(reading), typed) if typed else None
    return roll.lead(visit, key, who)


def _write_substitute(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    who = usual.meant(people_names(reading), typed) if typed else None
    return roll.stand_in(visit, key, who)


def _person(key: str | None, reading: Reading) -> str:
    return usual.written(people_names(reading), key)


def _add(visit: Visit, _below: str) -> tuple[Patch, str]:
    party = Party(id=roll.fresh_id(visit, "parties", "party"), name=NO_TEXT)
    delegation = Delegation(
        id=roll.fresh_id(visit, "delegations", "delegation"), party=party.id, side=Side.GUEST
    )
    name = message("Add a delegation")
    patch = roll.add_delegation(visit, delegation)
    founded = put(visit, name, "parties", party)
    return replace(patch, changes=(*founded.changes, *patch.changes)), delegation.id


def _count(reading: Reading, key: str) -> str:
    return str(sum(m.delegation == key for m in reading.visit.memberships.values()))


def delegations_listing() -> Listing:
    """All delegations."""
    return Listing(
        title=N_("Delegations"),
        rows=lambda visit: tuple(visit.delegations),
        reads=READS,
        add=_add,
        remove=lambda visit, keys: roll.forget(visit, "delegations", keys),
        hint=N_("Type the name of a delegation here to add it."),
        columns=(
            Column("name", N_("Delegation"), _name, _write_name, weight=26, clears=True),
            Column("party", N_("Of whom"), _party, _write_party, weight=20, clears=True),
            usual.choice("delegations", "side", N_("Side"), SIDES, least=N_("guests")),
            Column(
                "head",
                N_("Head"),
                lambda reading, key: _person(reading.visit.delegations[key].head, reading),
                _write_head,
                offers=people_names,
                clears=True,
                weight=16,
            ),
            Column(
                "substitute",
                N_("Stands in"),
                lambda reading, key: _person(reading.visit.delegations[key].substitute, reading),
                _write_substitute,
                full_title=N_("Stands in for the head"),
                offers=people_names,
                clears=True,
                weight=16,
            ),
            Column("count", N_("Headcount"), _count, digits=True, muted=True, least="000"),
        ),
    )


class DelegationsPage(QWidget):
    """Delegations above, the members of the chosen one below."""

    person_chosen = Signal(str)
    """The id of the person of the current row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self.table = EntityTable(desk, delegations_listing())
        self.table.search.hide()
        self.members = EntityTable(desk, members_listing(""))
        self.head = self._button("star", say(N_("Make head")), self._lead)
        self.stand_in = self._button("substitute", say(N_("Stands in")), self._stand_in)
        self.stand_in.setToolTip(say(N_("Stands in for the head")))
        self.up = self._button("up", "", lambda: self.members.grid.move_chosen(-1))
        self.up.setToolTip(say(N_("Higher in order (Alt+↑)")))
        self.up.setAccessibleName(say(N_("Higher in order")))
        self.down = self._button("down", "", lambda: self.members.grid.move_chosen(1))
        self.down.setToolTip(say(N_("Lower in order (Alt+↓)")))
        self.down.setAccessibleName(say(N_("Lower in order")))
        place = self.members.head.count() - 2
        for step, button in enumerate((self.up, self.down, self.head, self.stand_in)):
            self.members.head.insertWidget(place + step, button)
        splitter = QSplitter(self)
        splitter.setOrientation(splitter.orientation().Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.members)
        splitter.setSizes([190, 460])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.table.row_chosen.connect(self._choose)
        self.members.row_chosen.connect(self._choose_member)
        self.setFocusProxy(self.members)
        first = next(iter(desk.visit.delegations), "")
        if first:
            self.table.show_row(first)

    def _button(self, icon: str, text: str, act: object) -> QPushButton:
        button = QPushButton(icons.icon(icon), text)
        button.setEnabled(self._desk.writable)
        button.clicked.connect(lambda _ticked=False: act())  # type: ignore[operator]
        return button

    @property
    def delegation(self) -> str:
        """The id of the chosen delegation, or empty."""
        return self.table.current

    @property
    def person(self) -> str:
        """The id of the person of the current row, or empty."""
        entry = self._desk.visit.memberships.get(self.members.current)
        return entry.person if entry is not None else ""

    def show_delegation(self, key: str) -> None:
        """Shows the members of a delegation."""
        self.table.show_row(key)

    def show_person(self, key: str) -> None:
        """Shows somebody in his delegation."""
        entry = roll.membership_of(self._desk.visit, key)
        if entry is not None:
            self.table.show_row(entry.delegation)
            self.members.show_row(entry.id)

    def _choose(self, key: str) -> None:
        self.members.show_listing(members_listing(key))
        self.members.setEnabled(bool(key))
        self.members.show_row(next(iter(self.members.model.rows), ""))

    def _choose_member(self, _key: str) -> None:
        writable = bool(self.person) and self._desk.writable
        for button in (self.head, self.stand_in, self.up, self.down):
            button.setEnabled(writable)
        self.person_chosen.emit(self.person)

    def _lead(self) -> None:
        delegation, person, row = self.delegation, self.person, self.members.current
        if self._desk.edit(lambda visit: roll.lead(visit, delegation, person)) is not None:
            self.members.show_row(row)

    def _stand_in(self) -> None:
        delegation, person = self.delegation, self.person
        known = self._desk.visit.delegations[delegation].substitute
        who = None if known == person else person
        self._desk.edit(lambda visit: roll.stand_in(visit, delegation, who))

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        self.table.finish_typing()
        self.members.finish_typing()
