# SPDX-License-Identifier: MIT
"""What a patch may alter: for each scope, the owners whose rules run again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.rules.chain_walk import following, step_into
from visitplanner.rules.overlaps import in_order
from visitplanner.rules.rule import Scope
from visitplanner.rules.slots import room_slots, vehicle_slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.patch import Patch
    from visitplanner.rules.schedule import Schedule
    from visitplanner.rules.slots import Slot

_STAGES: Final = frozenset({Kind.SIGNING, Kind.PRESS})
_WIDE: Final = frozenset({"about", "delegations", "memberships", "groups"})


def is_wide(patch: Patch) -> bool:
    """Whether the patch may alter who takes part anywhere, or when."""
    return any(
        change.collection in _WIDE or (change.collection == "people" and change.after is None)
        for change in patch.changes
    )


class Touched:
    """The owners a patch touches, found in the schedules before and after it."""

    def __init__(self, before: Schedule, after: Schedule, patch: Patch) -> None:
        self._schedules: Final = (before, after)
        self._patch: Final = patch
        self.collections: Final = frozenset(c.collection for c in patch.changes)

    def owners(self, scope: Scope) -> frozenset[str]:
        """The owners of that scope that are to be looked at again."""
        match scope:
            case Scope.CLASH:
                return self.by_clash
            case Scope.PERSON:
                return self.by_person
            case Scope.ROOM:
                return self.by_room
            case Scope.VEHICLE:
                return self.by_vehicle
            case Scope.AGENDA | Scope.DOCUMENT:
                return self._papers(scope)
            case _:
                return self.items if scope is Scope.ITEM else frozenset()

    @cached_property
    def items(self) -> frozenset[str]:
        """Items changed themselves or in what belongs to them."""
        found: set[str] = set()
        for change in self._patch.changes:
            if change.collection == "items":
                found.add(change.id)
                continue
            for entity in (change.before, change.after):
                owner = getattr(entity, "item", None)
                if isinstance(owner, str):
                    found.add(owner)
        return frozenset(found)

    @cached_property
    def by_clash(self) -> frozenset[str]:
        """Changed items, and later ones that take the same minute of somebody."""
        found = set(self.items)
        for schedule, item_id, slots in self._met():
            for other in slots:
                if (
                    other.item not in found
                    and in_order(schedule, item_id, other.item)[0] == item_id
                ):
                    found.add(other.item)
        return frozenset(found)

    def _met(self) -> Iterator[tuple[Schedule, str, set[Slot]]]:
        """The slots changed items overlap in anybody's day, before the patch and after it."""
        for schedule in self._schedules:
            for item_id in self.items:
                slots: set[Slot] = set()
                for person, slot in schedule.people_of(item_id).items():
                    slots.update(schedule.people[person].overlapping(slot.start, slot.end))
                yield schedule, item_id, slots

    @cached_property
    def by_person(self) -> frozenset[str]:
        """Changed items, their blocks, and those somebody comes to otherwise than before.

        A signing or a press approach may begin during a changed item, so it counts as well.
        """
        found = set(self.items)
        nexts: dict[str, set[Slot]] = {}
        for schedule, item_id, slots in self._met():
            found.update(slot.item for slot in slots if slot.kind in _STAGES)
            item = schedule.visit.items.get(item_id)
            if item is not None:
                found.update(schedule.block_of(item))
            for person, slot in schedule.people_of(item_id).items():
                nexts.setdefault(person, set()).update(following(schedule.people[person], slot))
        heads = self._schedules[0].roster.heads
        for person, slots in nexts.items():
            for slot in slots:
                if slot.item in found:
                    continue
                if person in heads or self._comes_otherwise(person, slot):
                    found.add(slot.item)
        return frozenset(found)

    def _comes_otherwise(self, person: str, slot: Slot) -> bool:
        """Whether a person comes to an item in another way than before, or over a changed one."""
        before, after = self._schedules
        old = step_into(before.people[person], slot, head=False)
        new = step_into(after.people[person], slot, head=False)
        if old is None and new is None:
            return False
        if old is None or new is None or old != new:
            return True
        return any(met.item in self.items for met in (new.before, *new.transfers))

    @cached_property
    def by_room(self) -> frozenset[str]:
        """Changed items and what shares their room at the time."""
        found = set(self.items)
        for schedule in self._schedules:
            for item_id in self.items:
                item = schedule.visit.items.get(item_id)
                for room, slot in (room_slots(schedule.visit, item) if item else {}).items():
                    shared = schedule.rooms[room].overlapping(slot.start, slot.end)
                    found.update(s.item for s in shared)
        return frozenset(found)

    @cached_property
    def by_vehicle(self) -> frozenset[str]:
        """Changed transfers and those their vehicles drive next."""
        found = set(self.items)
        for schedule in self._schedules:
            for item_id in self.items:
                for movement in schedule.movements.get(item_id, ()):
                    for vehicle, slot in vehicle_slots(schedule.visit, movement).items():
                        chain = schedule.vehicles[vehicle]
                        shared = chain.overlapping(slot.start, slot.end)
                        found.update(other.item for other in shared)
                        found.update(other.item for other in following(chain, slot))
        return frozenset(found)

    def _papers(self, scope: Scope) -> frozenset[str]:
        collection = "agendas" if scope is Scope.AGENDA else "documents"
        found = {change.id for change in self._patch.changes if change.collection == collection}
        for schedule in self._schedules:
            by_item = schedule.agendas if scope is Scope.AGENDA else schedule.documents
            for item_id in self.items:
                found.update(by_item.get(item_id, ()))
        return frozenset(found)
