# SPDX-License-Identifier: MIT
"""Who stands behind the names of participants: members, sides, ranks, heads, posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Membership, MemberStatus, Person, Post, Side

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from visitplanner.domain.programme import Participation, ProgrammeItem
    from visitplanner.domain.visit import Visit

COLLECTIONS: Final = ("people", "delegations", "memberships", "groups", "posts")
_LAST_RANK: Final = 999


class Roster:
    """Look-ups over the people of one visit; it never changes."""

    def __init__(self, visit: Visit) -> None:
        self.visit: Final = visit
        self.people: Final[Mapping[str, Person]] = visit.people
        self.membership: Final[dict[str, Membership]] = {}
        self.side: Final[dict[str, Side]] = {}
        self.members: Final[dict[str, tuple[str, ...]]] = {}
        self._rank: Final[dict[str, tuple[int, int, str]]] = {}
        self._posts: Final[dict[str, list[Post]]] = {}
        self._read_delegations(visit)
        self._read_groups(visit)
        for post in visit.posts.values():
            self._posts.setdefault(post.person, []).append(post)
        self.delegations: Final = tuple(visit.delegations[key] for key in sorted(visit.delegations))
        self.heads: Final = frozenset(d.head for d in visit.delegations.values() if d.head)

    def _read_delegations(self, visit: Visit) -> None:
        expected: dict[str, list[Membership]] = {key: [] for key in visit.delegations}
        for entry in sorted(visit.memberships.values(), key=lambda m: (m.rank or _LAST_RANK, m.id)):
            delegation = visit.delegations.get(entry.delegation)
            if delegation is None:
                continue
            self.membership.setdefault(entry.person, entry)
            self.side.setdefault(entry.person, delegation.side)
            if entry.status is not MemberStatus.DECLINED:
                expected[entry.delegation].append(entry)
        self.members.update(
            (key, tuple(m.person for m in found)) for key, found in expected.items()
        )
        for delegation in visit.delegations.values():
            if delegation.head:
                self.side.setdefault(delegation.head, delegation.side)

    def _read_groups(self, visit: Visit) -> None:
        for group in visit.groups.values():
            self.members[group.id] = group.members
            if group.side is not None:
                for person in group.members:
                    self.side.setdefault(person, group.side)

    def attendance(self, item: ProgrammeItem) -> dict[str, Participation]:
        """Everybody in an item with the entry that counts for him; his own entry wins."""
        people = self.people
        own = {p.who: p for p in item.participants if p.who in people}
        if len(own) == len(item.participants):
            return {who: p for who, p in own.items() if not p.excluded}
        out: set[str] = set()
        for entry in item.participants:
            if entry.excluded and entry.who not in own:
                out.update(self.members.get(entry.who, ()))
        found: dict[str, Participation] = {}
        for entry in item.participants:
            if entry.who in own:
                if not own[entry.who].excluded:
                    found[entry.who] = own[entry.who]
            elif not entry.excluded:
                for person in self.members.get(entry.who, ()):
                    if person not in own and person not in out:
                        found.setdefault(person, entry)
        return found

    def rank(self, person: str) -> tuple[int, int, str]:
        """What people are listed by: rank in the delegation, hosts before guests, id."""
        known = self._rank.get(person)
        if known is None:
            entry = self.membership.get(person)
            place = (entry.rank or _LAST_RANK) if entry else _LAST_RANK + 1
            known = (place, 0 if self.side.get(person) is Side.HOST else 1, person)
            self._rank[person] = known
        return known

    def ranked(self, people: Mapping[str, object] | set[str] | tuple[str, ...]) -> tuple[str, ...]:
        """The people by rank."""
        return tuple(sorted(people, key=self.rank))

    def post(self, person: str, day: date) -> Post | None:
        """The post a person holds on a day, the highest when he holds several."""
        held = [post for post in self._posts.get(person, ()) if post.held_on(day)]
        return min(held, key=lambda post: (post.level, post.id)) if held else None

    def renewed(self, visit: Visit) -> Roster:
        """The roster of an edited visit: this one where nobody has changed."""
        same = all(getattr(visit, name) is getattr(self.visit, name) for name in COLLECTIONS)
        return self if same else Roster(visit)
