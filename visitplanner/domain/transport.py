# SPDX-License-Identifier: MIT
"""Vehicles, their place in the column, and who sits where."""

from enum import StrEnum
from typing import Annotated

from visitplanner.domain.limits import Number
from visitplanner.domain.people import Side
from visitplanner.domain.period import LocalTime
from visitplanner.domain.refs import ItemId, PersonId, VehicleId
from visitplanner.domain.text import INTERNAL, NO_TEXT, RESTRICTED, Entity, Text, Value


class VehicleClass(StrEnum):
    """Size of a vehicle: boarding and alighting take longer in larger ones."""

    CAR = "car"
    MINIBUS = "minibus"
    BUS = "bus"


class ColumnRole(StrEnum):
    """What a vehicle is in the column (protocol.md section 2.10)."""

    ADVANCE = "advance"
    LEAD = "lead"
    MAIN = "main"
    DELEGATION = "delegation"
    PRESS = "press"
    LUGGAGE = "luggage"
    RESERVE = "reserve"


class Vehicle(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A car, minibus or bus; `seats` counts passengers, the driver excluded."""

    name: Text = NO_TEXT
    """What it is called in the papers, such as the make."""
    category: VehicleClass = VehicleClass.CAR
    seats: Number = 3
    side: Side = Side.HOST
    """Whose vehicle it is."""
    plate: Annotated[str, RESTRICTED] = ""
    driver: Annotated[PersonId | None, RESTRICTED] = None
    duty_from: Annotated[LocalTime | None, RESTRICTED] = None
    duty_to: Annotated[LocalTime | None, RESTRICTED] = None
    notes: Annotated[str, INTERNAL] = ""


class SeatAssignment(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person's seat: FL front, RL behind left, RR behind right, else "row-number"."""

    person: PersonId
    seat: str = ""


class Movement(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One vehicle on one transfer, with its number in the column and its passengers."""

    item: ItemId
    vehicle: VehicleId
    order: Number = 0
    """Number in the column, from 1; 0 while open."""
    role: ColumnRole = ColumnRole.MAIN
    escorted: bool = False
    departs: LocalTime | None = None
    """Where it differs from the start of the transfer."""
    in_charge: Annotated[PersonId | None, INTERNAL] = None
    passengers: Annotated[tuple[SeatAssignment, ...], INTERNAL] = ()
    unnamed: Number = 0
    """Further passengers without a name, such as the press."""
    luggage: Number = 0
