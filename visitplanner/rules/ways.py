# SPDX-License-Identifier: MIT
"""How long people are on the way between two venues (design.md section 5, R01)."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.transport import VehicleClass

if TYPE_CHECKING:
    from visitplanner.domain.venues import Leg
    from visitplanner.domain.visit import Visit

_EXACT: Final = 1e-6
"""What float arithmetic may add to a whole number of minutes before it counts as a minute."""


class Ride(NamedTuple):
    """By what somebody goes: size of the vehicle, and whether the column is escorted."""

    category: VehicleClass = VehicleClass.CAR
    escorted: bool = False


OWN_CAR: Final = Ride()


class Way(NamedTuple):
    """Minutes from leaving one item to being ready for the next."""

    road: float
    """On the road, by the factor of the ride."""
    seats: int
    """Boarding and alighting."""
    buffer: int

    @property
    def shortest(self) -> float:
        """Minutes without which it cannot be done."""
        return self.road + self.seats

    @property
    def whole(self) -> float:
        """Minutes it should have."""
        return self.shortest + self.buffer


def whole_minutes(minutes: float) -> int:
    """Minutes rounded up, as a watch shows them."""
    return ceil(minutes - _EXACT)


class Ways:
    """The legs of one visit by where they begin and end."""

    def __init__(self, visit: Visit) -> None:
        self._policy: Final = visit.policy
        self._legs: Final[dict[tuple[str, str], Leg]] = {}
        legs = sorted(visit.legs.values(), key=lambda leg: leg.id, reverse=True)
        for leg in legs:
            if not leg.one_way:
                self._legs[leg.destination, leg.origin] = leg
        for leg in legs:
            self._legs[leg.origin, leg.destination] = leg

    def leg(self, origin: str, destination: str) -> Leg | None:
        """The leg that leads there; one given in that direction comes first."""
        return self._legs.get((origin, destination))

    def minutes(self, origin: str, destination: str, hour: int) -> int | None:
        """Minutes of the leg when left in that hour of the day; None when it is not known."""
        leg = self.leg(origin, destination)
        return None if leg is None else leg.by_hour.get(f"{hour:02}", leg.minutes)

    def way(self, origin: str, destination: str, hour: int, ride: Ride) -> Way | None:
        """The way by a ride; None when the leg is not known."""
        minutes = self.minutes(origin, destination, hour)
        if minutes is None:
            return None
        policy = self._policy
        factor = policy.escorted_factor if ride.escorted else policy.free_factor
        seats = policy.boarding_minutes.get(ride.category, 0)
        seats += policy.alighting_minutes.get(ride.category, 0)
        return Way(minutes * factor, seats, policy.buffer_minutes)
