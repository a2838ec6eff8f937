# SPDX-License-Identifier: MIT
"""Where a find leads: to an item in the plan, else to the row of its editor; to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.handlers import edit_section
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.workspace import Workspace

_TABLES = {
    "people": "people",
    "groups": "people",
    "delegations": "delegations",
    "venues": "venues",
    "vehicles": "vehicles",
    "tasks": "preparation",
    "resources": "preparation",
    "measures": "measures",
    "instructions": "measures",
    "days": "days",
}
"""Collections whose things have a row in an editor, and the section it belongs to."""


class Jumps:
    """Leads to things of the open visit."""

    def __init__(self, window: MainWindow, place: Workspace) -> None:
        self._window = window
        self._place = place
        self._desk = place.desk

    def to(self, collection: str, key: str) -> None:
        """Shows a thing of the visit, where that is possible."""
        if collection == "items":
            self.to_item(key)
        elif collection in _TABLES:
            edit_section(self._window, _TABLES[collection], key)
        elif collection == "tracks":
            self.to_track(key)
        elif (owner := _owner(self._desk.visit, collection, key)) is not None:
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

    def to_track(self, key: str) -> None:
        """Shows a line of the programme as a lane."""
        self._place.centre.show_timeline()
        self._desk.show_lanes(LaneMode.TRACK)
        self._place.centre.show_lane(key)


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
    """An item that uses a room of no place."""
    for item in visit.items.values():
        if collection == "rooms" and key == item.room:
            return "items", item.id
    return None
