# SPDX-License-Identifier: MIT
"""Who is meant by an item's participants, looked up once for a whole visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.people import Side
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

_LAST_RANK = 999


class Roster:
    """Delegations and groups as people, and the people in the order of their sides and ranks."""

    def __init__(self, visit: Visit) -> None:
        members: dict[str, list[tuple[int, str, str]]] = {}
        side: dict[str, Side] = {}
        rank: dict[str, int] = {}
        for membership in visit.memberships.values():
            place = membership.rank or _LAST_RANK
            entry = (place, membership.id, membership.person)
            members.setdefault(membership.delegation, []).append(entry)
            delegation = visit.delegations.get(membership.delegation)
            if delegation is not None:
                side.setdefault(membership.person, delegation.side)
                rank.setdefault(membership.person, place)
        self._members: dict[str, tuple[str, ...]] = {
            key: tuple(person for _, _, person in sorted(found)) for key, found in members.items()
        }
        for group in visit.groups.values():
            self._members[group.id] = group.members
        self._people: Mapping[str, object] = visit.people
        self.side: Mapping[str, Side] = side
        self.rank: Mapping[str, int] = rank

    def expanded(self, who: str) -> tuple[str, ...]:
        """The people behind one id."""
        return (who,) if who in self._people else self._members.get(who, ())

    def people_of(self, item: ProgrammeItem) -> tuple[str, ...]:
        """The named people of an item, each once, in the order of its participants."""
        found: dict[str, None] = {}
        excluded: set[str] = set()
        for entry in item.participants:
            if entry.excluded:
                excluded.update(self.expanded(entry.who))
            else:
                found.update(dict.fromkeys(self.expanded(entry.who)))
        return tuple(person for person in found if person not in excluded)

    def in_order(self, people: set[str]) -> list[str]:
        """People by rank, the host's and the guest's of one rank beside each other."""

        def place(person: str) -> tuple[int, str, str]:
            side = self.side.get(person)
            return (self.rank.get(person, _LAST_RANK + 1), side.value if side else "z", person)

        return sorted(people, key=place)
