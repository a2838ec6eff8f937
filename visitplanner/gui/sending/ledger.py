# SPDX-License-Identifier: MIT
"""What the windows of sending read: copies, who must be told, who has been; and what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import copies as register
from visitplanner.domain.distribution import (
    Held,
    Place,
    Told,
    held,
    named_states,
    reader_order,
    to_be_told,
)
from visitplanner.domain.record import Channel
from visitplanner.editions.telling import Tellings, reader_name
from visitplanner.publishing import published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from visitplanner.domain.record import Informing, Publication, Record
    from visitplanner.domain.text import Language
    from visitplanner.gui.desk import Desk
    from visitplanner.publishing import Handing


class Ledger:
    """The record of one open visit as it is now; made anew after every notice."""

    def __init__(self, desk: Desk) -> None:
        self._desk: Final = desk
        session = desk.session
        self.record: Final[Record] = session.record
        self.past: Final = session.states(named_states(self.record))
        self.copies: Final = held(session.visit, self.record, self.past)
        self.untold: Final = to_be_told(session.visit, self.copies)
        """Who must be told."""
        self.told: Final = self._told()
        """Who has been, and still holds what he held."""

    def _told(self) -> tuple[Told, ...]:
        visit = self._desk.visit
        waiting = {one.reader for one in self.untold}
        heard = [
            replace(c, news=c.outdated, heard=c.publication.edit)
            for c in self.copies
            if c.heard > c.publication.edit and c.publication.reader not in waiting
        ]
        found = {one.reader: one for one in to_be_told(visit, heard)}
        for copy in heard:
            reader = copy.publication.reader
            if reader not in found:  # what he holds happens to be right again
                found[reader] = Told(reader, takes_part=False, copies=(copy,), own=(), others=())
        order = reader_order(visit)
        return tuple(sorted(found.values(), key=lambda one: order(one.reader)))

    def informing(self, reader: str) -> Informing | None:
        """Who told a holder last, and when."""
        return register.last_told(self.record, reader)

    def tellings(self, language: Language) -> Tellings:
        """The words for all of them."""
        return Tellings(self._desk.visit, self.record, self.past, language)

    @property
    def outdated(self) -> tuple[Held, ...]:
        """The copies that are no longer so, papers first, by number and holder."""
        order = reader_order(self._desk.visit)
        due = [c for c in self.copies if c.outdated]
        return tuple(sorted(due, key=lambda c: _place(c.publication, order)))

    @property
    def nameless(self) -> int:
        """How many copies went out without anybody saying to whom."""
        return sum(not p.reader for p in register.standing(self.record))


def _place(
    publication: Publication, order: Callable[[str], Place]
) -> tuple[bool, bool, int, str, Place]:
    p = publication
    number = p.copy_number
    figure = int(number) if number.isdecimal() else 0
    return p.channel is not Channel.PAPER, p.format == "ical", figure, number, order(p.reader)


def keep(desk: Desk, change: Callable[[Record], Record]) -> bool:
    """Changes the record; what cannot be written is told to the windows."""
    return desk.record(change) is not None


def enter(desk: Desk, lines: Iterable[Publication]) -> bool:
    """Writes papers into the register; a visit that is only read has none to write."""
    return desk.writable and keep(desk, lambda record: register.given(record, lines))


def lines_of(
    desk: Desk, handings: Iterable[Handing], record: Record | None = None
) -> tuple[Publication, ...]:
    """The lines for papers made of the plan as it is now: after the work it may be another one.

    `record`: the one that goes with another state papers were made of.
    """
    session = desk.session
    made_with = record if record is not None else session.stamped
    return published(handings, made_with, at=session.moment, author=session.author)


def tick(desk: Desk, readers: Iterable[str]) -> bool:
    """These have been told of everything there is now."""
    session, whom = desk.session, tuple(readers)
    last, at, author = session.last, session.moment, session.author
    return keep(desk, lambda record: register.told(record, whom, last, at, author))


def untick(desk: Desk, reader: str) -> bool:
    """He has not been told after all."""
    last = register.last_told(desk.session.record, reader)
    return last is not None and keep(desk, lambda record: register.untold(record, last))


def named(desk: Desk, reader: str) -> str:
    """A holder as lists name him."""
    return reader_name(desk.visit, reader, desk.language) or "–"
