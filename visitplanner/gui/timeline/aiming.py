# SPDX-License-Identifier: MIT
"""Where a drag sideways leads: to another track, to another place, or nowhere, and why; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitplanner.domain.kinds import Kind
from visitplanner.domain.together import put_at_venue, put_on_track
from visitplanner.gui.timeline.lanes import ROAD, WITHOUT, LaneMode, Laning
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.gestures import Gesture
    from visitplanner.gui.timeline.scene import Scene

_PEOPLE = N_("A drag does not change who takes part: participants are named in the properties.")
_VEHICLES = N_("A drag does not change the vehicle: seats are given out among the vehicles.")
_ON_THE_WAY = N_("A transfer goes from place to place: both are named in its properties.")


@dataclass(frozen=True, slots=True)
class Aim:
    """Another lane for what is held."""

    mode: LaneMode
    ids: tuple[str, ...]
    old: str | None
    new: str | None
    """None: no track, no place."""
    lane: int

    def edit(self, visit: Visit, ids: Iterable[str] | None = None) -> Patch:
        """Puts the items, or their copies, there."""
        chosen = tuple(ids if ids is not None else self.ids)
        if self.mode is LaneMode.TRACK:
            return put_on_track(visit, chosen, self.old, self.new)
        return put_at_venue(visit, chosen, self.new)


def aimed(scene: Scene, gesture: Gesture, lane: int) -> Aim | str | None:
    """What it means to hold the items over a lane; a sentence when it cannot mean anything."""
    layout = scene.layout
    mode = layout.choice.mode
    if mode is LaneMode.DAY or not 0 <= lane < len(layout.lanes):
        return None
    key = layout.lanes[lane].key
    laning = Laning(scene.visit, mode, scene.roster)
    own = {held.item: laning.keys_of(scene.visit.items[held.item]) for held in gesture.held}
    if key in own[gesture.held[0].item]:
        return None
    if mode is LaneMode.PERSON:
        return _PEOPLE
    if mode is LaneMode.VEHICLE:
        return _VEHICLES
    on_the_way = (scene.visit.items[held.item].kind is Kind.TRANSFER for held in gesture.held)
    if mode is LaneMode.VENUE and (key == ROAD or any(on_the_way)):
        return _ON_THE_WAY
    source = _source(gesture, scene, own[gesture.held[0].item])
    ids = tuple(item for item, keys in own.items() if source in keys and key not in keys)
    return Aim(mode, ids, _named(source), _named(key), lane)


def _source(gesture: Gesture, scene: Scene, own: tuple[str, ...]) -> str:
    """The lane it was taken from; what comes from the shelf, from its first one."""
    lanes = scene.layout.lanes
    pressed = lanes[gesture.lane].key if 0 <= gesture.lane < len(lanes) else ""
    return pressed if pressed in own else own[0]


def _named(key: str) -> str | None:
    return None if key in {WITHOUT, ROAD} else key
