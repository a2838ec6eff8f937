# SPDX-License-Identifier: MIT
"""A cleared visit with what papers look up again and again, found once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.of_item import by_item, ways
from visitplanner.domain.people import Delegation, Membership, Post, Side
from visitplanner.domain.roster import Roster
from visitplanner.domain.visit import Visit, memberships_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from visitplanner.domain.programme import Participation, ProgrammeItem

_LOWEST: Final = 9
_UNRANKED: Final = 999


class Index:
    """Look-ups over one cleared visit."""

    def __init__(self, visit: Visit) -> None:
        self.visit: Final = visit
        self.agendas: Final = by_item(visit.agendas.values())
        self.documents: Final = by_item(visit.documents.values())
        self.movements: Final = by_item(visit.movements.values())
        self.bookings: Final = by_item(visit.bookings.values())
        self.shifts: Final = by_item(visit.shifts.values())
        self.roster: Final = Roster(visit)
        self.heads: Final = self.roster.heads
        self.lists: Final = {d: self._list(d) for d in sorted(visit.delegations)}
        self.legs: Final = ways(visit)

    def _list(self, delegation: str) -> tuple[Membership, ...]:
        """Its members by rank under its head, who may have taken over with another rank."""
        head = self.visit.delegations[delegation].head
        ranked = memberships_of(self.visit, delegation)
        return tuple(sorted(ranked, key=lambda m: m.person != head))

    def post(self, person: str, day: date) -> Post | None:
        """The post of a person on a day: that of the membership if held then, else the highest."""
        membership = self.roster.membership.get(person)
        if membership and membership.post:
            own = self.visit.posts.get(membership.post)
            if own is not None and own.held_on(day):
                return own
        return self.roster.post(person, day)

    def delegation(self, person: str) -> Delegation | None:
        """The delegation of a person."""
        membership = self.roster.membership.get(person)
        return self.visit.delegations.get(membership.delegation) if membership else None

    def side(self, person: str) -> Side | None:
        """The side of a person."""
        return self.roster.side.get(person)

    def precedence(self, person: str, day: date) -> tuple[int, int, int, str]:
        """Sorts people of both sides: by level, a guest before a host, by the rank of his side.

        protocol.md section 2.1: a tie between equal posts goes to the guest [S13a].
        """
        post = self.post(person, day)
        membership = self.roster.membership.get(person)
        return (
            post.level if post else _LOWEST,
            0 if self.side(person) is Side.GUEST else 1,
            (membership.rank if membership else 0) or _UNRANKED,
            person,
        )

    def members(self, who: str) -> tuple[str, ...]:
        """The people behind a person, a delegation by rank, or a group; none who declined."""
        found = self.roster.members.get(who)
        return ((who,) if who in self.visit.people else ()) if found is None else found

    def attendees(self, item: ProgrammeItem) -> Mapping[str, Participation]:
        """Who takes part, each by the entry of his own, else by a group's or a delegation's."""
        return self.roster.attendance(item)
