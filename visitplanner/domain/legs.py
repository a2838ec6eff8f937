# SPDX-License-Identifier: MIT
"""Edits of travel times, and a first guess of them by coordinates."""

from __future__ import annotations

from math import asin, ceil, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from visitplanner.domain.edits import put, remove
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import EditRefusedError, Patch
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.text import Message, Quote, message
from visitplanner.domain.venues import Leg, LegSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.venues import Venue
    from visitplanner.domain.visit import Visit

EARTH_KM: Final = 6371.0088
"""Mean radius of the earth (IUGG)."""
ROAD_FACTOR: Final = 1.3
"""Roads are longer than the straight line by about so much (working knowledge, no source)."""
TOWN_KM: Final = 15.0
"""Ways up to so long are taken to run through streets."""
TOWN_SPEED: Final = 30.0
ROAD_SPEED: Final = 60.0
"""Kilometres an hour on the average, lights and bends included (working knowledge, no source)."""
MOST_MINUTES: Final = 1440


class Estimate(NamedTuple):
    """What coordinates say of a way; a guess until somebody drives it."""

    straight: float
    """Kilometres in a straight line."""
    kilometres: float
    minutes: int


def straight_line(latitude: float, longitude: float, other: tuple[float, float]) -> float:
    """Kilometres between two points on the great circle (haversine)."""
    north, other_north = radians(latitude), radians(other[0])
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin(radians(other[1] - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def estimate(origin: Venue, destination: Venue) -> Estimate | None:
    """The way between two venues by their coordinates; None when one has none."""
    if origin.latitude is None or origin.longitude is None:
        return None
    if destination.latitude is None or destination.longitude is None:
        return None
    there = (destination.latitude, destination.longitude)
    straight = straight_line(origin.latitude, origin.longitude, there)
    road = straight * ROAD_FACTOR
    # The first kilometres are streets, whatever comes after them.
    hours = min(road, TOWN_KM) / TOWN_SPEED + max(0.0, road - TOWN_KM) / ROAD_SPEED
    return Estimate(straight, round(road, 1), max(1, ceil(hours * 60)))


def estimated(visit: Visit, origin: str, destination: str) -> Estimate | None:
    """The same by ids."""
    ends = visit.venues.get(origin), visit.venues.get(destination)
    return estimate(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def leg_between(visit: Visit, origin: str, destination: str) -> Leg | None:
    """The leg that leads there; one given in that direction comes before a way back."""
    back = None
    for leg in sorted(visit.legs.values(), key=lambda leg: leg.id):
        if (leg.origin, leg.destination) == (origin, destination):
            return leg
        if (leg.destination, leg.origin) == (origin, destination) and not leg.one_way:
            back = back or leg
    return back


def _named(visit: Visit, origin: str, destination: str) -> Message:
    ends = visit.venues[origin].name, visit.venues[destination].name
    return message(
        "Travel time “{origin}” – “{destination}”",
        origin=Quote(text=ends[0]),
        destination=Quote(text=ends[1]),
    )


def _checked(visit: Visit, origin: str, destination: str) -> None:
    for key in (origin, destination):
        if key not in visit.venues:
            raise EditRefusedError(message("There is no {id} in the visit.", id=key))
    if origin == destination:
        raise EditRefusedError(message("There is no way from a place to itself."))


def _fresh(visit: Visit, origin: str, destination: str, minutes: int) -> Leg:
    """A new leg; with a leg of its own the other way round it leads one way only."""
    stem = f"{origin}--{destination}"
    back = any(
        (leg.origin, leg.destination) == (destination, origin) for leg in visit.legs.values()
    )
    key = stem if stem not in visit.legs else fresh_id(visit, "legs", stem)
    return Leg(id=key, origin=origin, destination=destination, minutes=minutes, one_way=back)


def set_minutes(visit: Visit, origin: str, destination: str, minutes: int | None) -> Patch:
    """Sets the minutes of a way, in both directions unless it leads one way; None removes it.

    Other minutes are no longer those that were driven: source and day go with them.
    """
    _checked(visit, origin, destination)
    name = _named(visit, origin, destination)
    leg = leg_between(visit, origin, destination)
    if minutes is None:
        return remove(visit, name, "legs", leg.id) if leg is not None else Patch(name)
    if not 0 < minutes <= MOST_MINUTES:
        raise EditRefusedError(message("A way takes from 1 to {n} minutes.", n=MOST_MINUTES))
    if leg is None:
        return put(visit, name, "legs", _fresh(visit, origin, destination, minutes))
    if leg.minutes == minutes:
        return Patch(name)
    fresh = replace(leg, minutes=minutes, source=LegSource.MANUAL, verified_on=None)
    return put(visit, name, "legs", fresh)


def set_driven(visit: Visit, origin: str, destination: str, day: date | None) -> Patch:
    """Notes the day somebody drove a way; without a day it is not verified."""
    leg = _leg(visit, origin, destination)
    source = LegSource.DRIVEN if day is not None else leg.source
    if day is None and source is LegSource.DRIVEN:
        source = LegSource.MANUAL
    name = _named(visit, origin, destination)
    return put(visit, name, "legs", replace(leg, verified_on=day, source=source))


def set_by_hour(visit: Visit, origin: str, destination: str, by_hour: Mapping[str, int]) -> Patch:
    """Sets the hours of the day at which a way takes longer, or less."""
    leg = _leg(visit, origin, destination)
    return put(
        visit, _named(visit, origin, destination), "legs", replace(leg, by_hour=dict(by_hour))
    )


def set_leg_field(visit: Visit, origin: str, destination: str, field: str, value: object) -> Patch:
    """Sets one more field of a way: its length, its source, the border on it."""
    leg = _leg(visit, origin, destination)
    return put(visit, _named(visit, origin, destination), "legs", replace(leg, **{field: value}))


def set_one_way(visit: Visit, origin: str, destination: str, *, one_way: bool) -> Patch:
    """A way that leads there only, or back as well; then a leg of its own for the way back goes."""
    leg = _leg(visit, origin, destination)
    name = _named(visit, origin, destination)
    if (leg.origin, leg.destination) != (origin, destination):
        leg = replace(leg, origin=origin, destination=destination)
    patch = put(visit, name, "legs", replace(leg, one_way=one_way))
    if one_way:
        return patch
    back = [
        other.id
        for other in visit.legs.values()
        if (other.origin, other.destination) == (destination, origin) and other.id != leg.id
    ]
    return Patch(name, (*patch.changes, *remove(visit, name, "legs", *back).changes))


def take_estimates(visit: Visit, pairs: Iterable[tuple[str, str]]) -> Patch:
    """Takes the guess by coordinates for ways that have no minutes yet, marked as a guess."""
    legs: dict[str, Leg] = {}
    known: set[frozenset[str]] = set()
    for origin, destination in pairs:
        guess = estimated(visit, origin, destination)
        ends = frozenset((origin, destination))
        if guess is None or len(ends) == 1 or ends in known:
            continue
        if leg_between(visit, origin, destination) is not None:
            continue
        known.add(ends)
        leg = _fresh(visit, origin, destination, guess.minutes)
        legs[leg.id] = replace(leg, kilometres=guess.kilometres, source=LegSource.ESTIMATE)
    name = message("Take {n} estimate", "Take {n} estimates", n=len(legs))
    return put(visit, name, "legs", *legs.values())


def ways_without_minutes(visit: Visit) -> tuple[tuple[str, str], ...]:
    """The ends of transfers whose minutes nobody knows, by time."""
    found: dict[tuple[str, str], None] = {}
    moving = (
        item
        for item in visit.items.values()
        if item.kind is Kind.TRANSFER and item.status is not ItemStatus.CANCELLED
    )
    for item in sorted(moving, key=lambda i: (i.start.minutes if i.start else 0, i.id)):
        ends = item.venue, item.destination
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        if leg_between(visit, ends[0], ends[1]) is None:
            found[ends[0], ends[1]] = None
    return tuple(found)


def _leg(visit: Visit, origin: str, destination: str) -> Leg:
    _checked(visit, origin, destination)
    leg = leg_between(visit, origin, destination)
    if leg is None:
        raise EditRefusedError(message("First the minutes of this way are needed."))
    return leg
