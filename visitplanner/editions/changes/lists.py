# SPDX-License-Identifier: MIT
"""Who has joined a delegation or a group, who has left it, and who leads it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.editions.changes.values import ARROW, NOTHING, ListChange
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.editions.changes.sides import Side, Sides


class Lists:
    """Words the changes of delegations and of the groups that take part in items."""

    def __init__(self, sides: Sides) -> None:
        self._sides: Final = sides
        self._words: Final = sides.words

    def changes(self) -> tuple[ListChange, ...]:
        """One entry for each that is not what it was, delegations first."""
        return tuple(found for key in self._bodies() if (found := self._change(key)) is not None)

    def _bodies(self) -> list[str]:
        before, after = self._sides.before.visit, self._sides.after.visit
        delegations = dict.fromkeys((*after.delegations, *before.delegations))
        taking_part = {
            p.who for v in (before, after) for i in v.items.values() for p in i.participants
        }
        groups = dict.fromkeys((*after.groups, *before.groups))
        return [*delegations, *(g for g in groups if g in taking_part)]

    def _change(self, key: str) -> ListChange | None:
        old, new = self._members(self._sides.before, key), self._members(self._sides.after, key)
        left = [p for p in old if p not in new]
        came = [p for p in new if p not in old]
        lines = [
            *(f"✕ {self._sides.before.people.name(p)}" for p in left),
            *(f"＋ {self._joined(p)}" for p in came),
            *self._head(key),
        ]
        stayed = [p for p in old if p in new]
        if key in self._sides.after.visit.delegations:
            lines += [line for p in stayed for line in self._listed(p)]
            if stayed != [p for p in new if p in old]:
                lines.append(self._words.say(N_("in another order")))
        if not lines:
            return None
        other = [p for p in stayed if any(self._listed(p))]
        people = (*left, *came, *other)
        return ListChange(id=key, name=self._name(key), lines=tuple(lines), people=people)

    def _members(self, side: Side, key: str) -> tuple[str, ...]:
        return tuple(p for p in side.index.members(key) if p in side.visit.people)

    def _joined(self, person: str) -> str:
        here = self._sides.after
        return here.people.named(person, here.visit.about.starts).text

    def _listed(self, person: str) -> Iterator[str]:
        """What the list of a delegation says of somebody otherwise: his full name, his post."""
        names, posts = [], []
        for side in (self._sides.before, self._sides.after):
            named = side.people.named(person, side.visit.about.starts)
            names.append(self._words.person(side.visit.people[person], style="full"))
            posts.append(named.post)
        if names[0] != names[1]:
            yield f"{names[0]} {ARROW} {names[1]}"
        if posts[0] != posts[1]:
            told = f"{posts[0] or NOTHING} {ARROW} {posts[1] or NOTHING}"
            yield f"{self._sides.after.people.name(person)}: {told}"

    def _head(self, key: str) -> Iterator[str]:
        heads = []
        for side in (self._sides.before, self._sides.after):
            delegation = side.visit.delegations.get(key)
            head = delegation.head if delegation is not None else None
            heads.append((head, side.people.name(head)))
        (old, was), (new, now) = heads
        if old != new and (old or new):
            told = f"{was or '–'} {ARROW} {now or '–'}"
            yield self._words.say(N_("head of the delegation: {told}"), told=told)

    def _name(self, key: str) -> str:
        for side in (self._sides.after, self._sides.before):
            if key in side.visit.delegations:
                name = side.people.delegation_name(side.visit.delegations[key])
                return name[:1].upper() + name[1:]
            if key in side.visit.groups:
                name = self._words.group(side.visit.groups[key])
                return name[:1].upper() + name[1:]
        return key
