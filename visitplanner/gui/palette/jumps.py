# SPDX-License-Identifier: MIT
"""Where a find leads: to an item, else to the lane of a person or place, and to its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.roster import Roster
from visitplanner.gui.navigator import Entry
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.workspace import Workspace


class Jumps:
    """Leads to things of the open visit."""

    def __init__(self, place: Workspace) -> None:
        self._place = place
        self._desk = place.desk

    def to(self, collection: str, key: str) -> None:
        """Shows a thing of the visit, where that is possible."""
        ways: dict[str, Callable[[str], None]] = {
            "items": self.to_item,
            "people": self.to_person,
            "delegations": self.to_delegation,
            "venues": self.to_venue,
            "vehicles": self.to_vehicle,
        }
        if collection in ways:
            ways[collection](key)
            return
        owner = _owner(self._desk.visit, collection, key)
        if owner is not None:
            self.to(*owner)
        else:
            self._desk.select(())
            self._place.bring("inspector")

    def to_item(self, key: str) -> None:
        """Selects an item in the view in front, which gets the keyboard."""
        self._desk.jump(key)
        view = self._place.centre.currentWidget()
        if view is not None:
            view.setFocus()

    def to_day(self, day: date) -> None:
        """Shows a day."""
        self._desk.show_day(day)
        self._place.centre.show_timeline()

    def to_person(self, key: str) -> None:
        """Lays the plan out by people and selects the person's first item."""
        roster = Roster(self._desk.visit)
        self._to_lane(LaneMode.PERSON, lambda item: key in roster.attendance(item))
        self._place.navigator.reveal(Entry.PERSON, key)

    def to_delegation(self, key: str) -> None:
        """Shows the delegation among the sections, and its head in the plan."""
        head = self._desk.visit.delegations[key].head
        if head is not None:
            self.to_person(head)
        self._place.navigator.reveal(Entry.DELEGATION, key)

    def to_venue(self, key: str) -> None:
        """Lays the plan out by places and selects the first item there."""
        self._to_lane(LaneMode.VENUE, lambda item: item.venue == key)
        self._place.navigator.reveal(Entry.VENUE, key)

    def to_vehicle(self, key: str) -> None:
        """Lays the plan out by vehicles and selects the vehicle's first way."""
        used = {m.item for m in self._desk.visit.movements.values() if m.vehicle == key}
        self._to_lane(LaneMode.VEHICLE, lambda item: item.id in used)
        self._place.navigator.reveal(Entry.VEHICLE, key)

    def _to_lane(self, mode: LaneMode, fits: Callable[[ProgrammeItem], bool]) -> None:
        self._desk.show_lanes(mode)
        self._place.centre.show_timeline()
        found = self._first(fits)
        if found is not None:
            self._desk.jump(found.id)

    def _first(self, fits: Callable[[ProgrammeItem], bool]) -> ProgrammeItem | None:
        """The first such item of the day shown, else of the visit."""
        items = [item for item in self._desk.visit.items.values() if item.start and fits(item)]
        today = [item for item in items if item.start and item.start.date == self._desk.day]
        return _earliest(today) or _earliest(items)


def _earliest(items: Iterable[ProgrammeItem]) -> ProgrammeItem | None:
    timed = [(item.start, item.id, item) for item in items if item.start is not None]
    return min(timed)[2] if timed else None


def _owner(visit: Visit, collection: str, key: str) -> tuple[str, str] | None:
    """What a thing belongs to, that can be shown: its item, person or venue."""
    entity = visit.collection(collection).get(key)
    for field, owner in (("item", "items"), ("person", "people"), ("venue", "venues")):
        found = getattr(entity, field, None)
        if isinstance(found, str) and found in visit.collection(owner):
            return owner, found
    if collection == "parties":
        for delegation in visit.delegations.values():
            if delegation.party == key:
                return "delegations", delegation.id
    return _user(visit, collection, key)


def _user(visit: Visit, collection: str, key: str) -> tuple[str, str] | None:
    """An item that uses the thing: a room, a track, a group."""
    for item in visit.items.values():
        used = {item.room, *item.tracks, *(entry.who for entry in item.participants)}
        if collection in {"rooms", "tracks", "groups"} and key in used:
            return "items", item.id
    return None
