# SPDX-License-Identifier: MIT
"""Whom a change concerns: whole delegations at once, others by name, in the right case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Case
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.editions.changes.sides import Sides

_SMALLEST, _MISSING = 5, 2
"""From so many members on, a delegation stands for its people even when so many are missing."""


class Names:
    """Words the people changes concern."""

    def __init__(self, sides: Sides) -> None:
        self._sides: Final = sides
        self._words: Final = sides.words

    def concerned(self, change: ItemChange) -> str:
        """«обеих делегаций, Е. В. Морозовой, прессы»: what follows «Касается»."""
        left = dict.fromkeys(change.people)
        delegations, excepted = [], []
        for key in self._delegations():
            members = self._sides.after.index.members(key)
            missing = [p for p in members if p not in left]
            few = len(missing) <= _MISSING and len(members) >= _SMALLEST
            if len(members) > 1 and (not missing or few):
                delegations.append(key)
                excepted += missing
                for person in members:
                    left.pop(person, None)
        return self._words.join((self._bodies(delegations, excepted), *self._each(left, change)))

    def all_of(self, change: ItemChange) -> tuple[str, ...]:
        """Everybody concerned, in the nominative."""
        return tuple(self._named(who, Case.NOM) for who in change.people)

    def _delegations(self) -> list[str]:
        """Guests first, or as the policy has it."""
        visit, people = self._sides.after.visit, self._sides.after.people
        return sorted(visit.delegations, key=people.side_order)

    def _bodies(self, delegations: list[str], excepted: list[str]) -> str:
        if not delegations:
            return ""
        every = len(delegations) == len(self._sides.after.visit.delegations)
        if every and len(delegations) == 2:  # noqa: PLR2004 -- both
            named = self._words.say(N_("both delegations"))
        elif every and len(delegations) > 1:
            named = self._words.say(N_("all delegations"))
        else:
            named = self._words.join(self._delegation(key) for key in delegations)
        if not excepted:
            return named
        names = [self._named(p, Case.GEN) for p in excepted]
        return f"{named} ({self._words.say(N_('except {names}'), names=self._words.both(names))})"

    def _delegation(self, key: str) -> str:
        visit = self._sides.after.visit
        name = cases.delegation_name(visit, visit.delegations[key], self._words.language, Case.GEN)
        return name[:1].lower() + name[1:] if name[1:2].islower() else name

    def _each(self, people: Iterable[str], change: ItemChange) -> list[str]:
        """One by one: who takes part by precedence, then who serves, then groups."""
        there = {*change.attended, *change.attends}

        def place(who: str) -> tuple[bool, bool, tuple[int, int, int], str]:
            side = self._sides.side_of(who)
            person = side.visit.people.get(who)
            *order, _ = side.index.precedence(who, side.visit.about.starts)
            level, guest, rank = order
            surname = self._words.text(person.surname) if person is not None else who
            return person is None, who not in there, (level, guest, rank), surname

        return [self._named(who, Case.GEN) for who in sorted(people, key=place)]

    def _named(self, who: str, case: Case) -> str:
        side = self._sides.side_of(who)
        if who in side.visit.people:
            return side.people.name(who, case)
        group = side.visit.groups.get(who)
        if group is None:
            return who
        name = cases.group_name(group, self._words.language, case)
        return name[:1].lower() + name[1:] if name[1:2].islower() else name
