# SPDX-License-Identifier: MIT
"""How long the ways of the day are: inside transfers, and in gaps nobody planned one for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus
from visitplanner.gui.timeline.lanes import LaneMode, axis_span
from visitplanner.rules.ways import OWN_CAR, Ride

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.roster import Roster
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.layout import Block, Layout
    from visitplanner.rules.ways import Ways


@dataclass(frozen=True, slots=True)
class Band:
    """The way between two items of a lane that no transfer fills; minutes from the top."""

    lane: int
    top: int
    ready: float
    """Where the way ends when nothing goes wrong."""
    bottom: int
    """Where the next item begins."""
    minutes: int


def needs(visit: Visit, ways: Ways, layout: Layout) -> dict[str, float]:
    """Minutes each transfer of the layout truly takes, with boarding and alighting."""
    rides: dict[str, list[Ride]] = {}
    for movement in visit.movements.values():
        vehicle = visit.vehicles.get(movement.vehicle)
        if vehicle is not None:
            rides.setdefault(movement.item, []).append(Ride(vehicle.category, movement.escorted))
    found: dict[str, float] = {}
    for key in layout.pieces:
        item = visit.items[key]
        if item.kind is not Kind.TRANSFER or item.start is None:
            continue
        if item.venue is None or item.destination is None:
            continue
        own = rides.get(key) or [OWN_CAR]
        for ride in own:
            way = ways.way(item.venue, item.destination, item.start.hour, ride)
            if way is not None:
                found[key] = max(found.get(key, 0.0), way.shortest)
    return found


def bands(visit: Visit, ways: Ways, layout: Layout, roster: Roster) -> tuple[Band, ...]:
    """The ways in gaps without a transfer, lane by lane, where somebody has to go them."""
    if layout.choice.mode not in {LaneMode.TRACK, LaneMode.PERSON}:
        return ()
    found: list[Band] = []
    for lane, column in enumerate(layout.columns):
        for before, after in _gaps(visit, column.blocks):
            origin = before.destination or before.venue
            if origin is None or after.venue is None or origin == after.venue:
                continue
            if not roster.attendance(before).keys() & roster.attendance(after).keys():
                continue
            spans = axis_span(visit, before), axis_span(visit, after)
            if spans[0] is None or spans[1] is None or before.end is None:
                continue
            way = ways.way(origin, after.venue, before.end.hour, OWN_CAR)
            if way is None:
                continue
            midnight = layout.lanes[lane].origin
            top = spans[0][1] - midnight
            found.append(
                Band(lane, top, top + way.shortest, spans[1][0] - midnight, round(way.shortest))
            )
    return tuple(found)


def _gaps(visit: Visit, blocks: list[Block]) -> Iterator[tuple[ProgrammeItem, ProgrammeItem]]:
    """Items that follow each other in a lane without a transfer between them."""
    previous: ProgrammeItem | None = None
    furthest = -1
    travelled = False
    for block in blocks:
        item = visit.items[block.item]
        if item.status is ItemStatus.CANCELLED:
            continue
        if item.kind is Kind.TRANSFER:
            travelled = True
            continue
        if previous is not None and not travelled and block.top >= furthest:
            yield previous, item
        if block.bottom >= furthest:
            previous, furthest = item, block.bottom
        travelled = False
