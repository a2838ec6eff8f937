# SPDX-License-Identifier: MIT
"""The register of copies as a model: one row for each copy ever given out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from typing_extensions import override

from visitplanner.domain.copies import standing
from visitplanner.domain.record import Channel
from visitplanner.editions.edition import EDITIONS
from visitplanner.editions.telling import CHANNELS
from visitplanner.editions.wording import Wording
from visitplanner.gui.sending.ledger import Ledger, named
from visitplanner.gui.typed.titled import Index, TitledModel
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sized

    from visitplanner.domain.record import Publication
    from visitplanner.editions.telling import Tellings
    from visitplanner.gui.desk import Desk

SORT: Final = Qt.ItemDataRole.UserRole
LINE: Final = Qt.ItemDataRole.UserRole + 1
"""The number of the row's line in the record."""

STANDS, OUTDATED, REPLACED, WITHDRAWN, NAMELESS, LOST = (
    N_("In use"),
    N_("Outdated"),
    N_("Replaced"),
    N_("Withdrawn"),
    N_("Holder not named"),
    N_("Cannot be compared"),
)
FORMATS: Final = {"pdf": "PDF", "ical": N_("Calendar"), "excel": "Excel"}


class Column(NamedTuple):
    """A column of the register."""

    key: str
    title: str
    width: int


COLUMNS: Final = (
    Column("number", N_("Copy No."), 62),
    Column("reader", N_("Given to"), 238),
    Column("state", N_("State"), 120),
    Column("edition", N_("Document"), 172),
    Column("channel", N_("How"), 155),
    Column("version", N_("Version"), 152),
    Column("at", N_("When"), 130),
    Column("scope", N_("Whose programme"), 140),
    Column("author", N_("Who gave it out"), 120),
)


class RegisterModel(TitledModel):
    """Read again from the record after each notice, never the truth."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, [column.title for column in COLUMNS])
        self.lines: tuple[Publication, ...] = ()
        self._texts: list[dict[str, str]] = []
        self.read()

    def read(self) -> None:
        """Everything anew."""
        self.beginResetModel()
        ledger = Ledger(self._desk)
        self.lines = ledger.record.publications
        held = {id(copy.publication): copy for copy in ledger.copies}
        stands = {id(p) for p in standing(ledger.record)}
        tellings = ledger.tellings(self._desk.language)
        words = Wording(self._desk.language, self._desk.visit.policy)
        say = self._desk.phrases.say
        self._texts = []
        for p in self.lines:
            copy = held.get(id(p))
            if p.withdrawn is not None:
                state = WITHDRAWN
            elif id(p) not in stands:
                state = REPLACED
            elif not p.reader:
                state = NAMELESS
            elif copy is not None and copy.lost:
                state = LOST
            else:
                state = OUTDATED if copy is not None and copy.outdated else STANDS
            edition = EDITIONS.get(p.edition)
            form = FORMATS.get(p.format, p.format)
            how = say(CHANNELS[p.channel])
            self._texts.append(
                {
                    "number": p.copy_number,
                    "reader": named(self._desk, p.reader) if p.reader else "",
                    "edition": say(edition.title) if edition else p.edition,
                    "scope": self._whose(p, tellings),
                    "version": tellings.version(p),
                    "channel": how if p.channel is Channel.PAPER else f"{say(form)}, {how}",
                    "at": words.moment(p.at, self._desk.visit.about.zone),
                    "author": p.author,
                    "state": say(state),
                    "key": state,
                }
            )
        self.endResetModel()

    def _whose(self, publication: Publication, tellings: Tellings) -> str:
        """Whose part of the programme a copy shows."""
        say = self._desk.phrases.say
        if not publication.scope:
            return say(N_("Whole visit"))
        if publication.scope == publication.reader:
            return say(N_("The holder's own"))
        return tellings.scope_name(publication)

    def state(self, row: int) -> str:
        """What has become of a copy."""
        return self._texts[row]["key"]

    @property
    @override
    def shown(self) -> Sized:
        return self.lines

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, key = index.row(), COLUMNS[index.column()].key
        text = self._texts[row][key]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return text or self._desk.phrases.say(N_("empty"))
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, key)
        if role == SORT:
            return self._order(row, key)
        return row if role == LINE else None

    def _colour(self, row: int, key: str) -> object:
        state, theme = self.state(row), self._desk.theme
        if state in {REPLACED, WITHDRAWN}:
            return theme.muted
        return theme.warning if key == "state" and state is not STANDS else None

    def _order(self, row: int, key: str) -> str:
        publication = self.lines[row]
        if key == "number":
            return publication.copy_number.rjust(12, "0")
        if key == "at":
            return publication.at.isoformat()
        if key == "version":
            return f"{publication.version:08}"
        return self._texts[row][key].casefold()
