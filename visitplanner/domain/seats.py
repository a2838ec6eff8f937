# SPDX-License-Identifier: MIT
"""The seats of a vehicle: where they are, how they are called, which are those of honour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.transport import VehicleClass

if TYPE_CHECKING:
    from visitplanner.domain.transport import Vehicle

FRONT: Final = "FL"
_HONOUR: Final = ("RR", "RL", FRONT)
"""By honour: behind right, behind left, in front (protocol.md section 2.10)."""
_ACROSS: Final = {VehicleClass.CAR: 3, VehicleClass.MINIBUS: 3, VehicleClass.BUS: 4}
_LEFT: Final = 2
"""Seats at the left of the aisle."""


class Row(NamedTuple):
    """One row of seats from the left side of the vehicle to the right; the aisle is between."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    driver: bool = False
    """The driver sits at the left of this row."""


def rows_of(vehicle: Vehicle) -> tuple[Row, ...]:
    """The rows of a vehicle from the front; their seats are as many as it has."""
    if vehicle.category is VehicleClass.CAR:
        return _car(vehicle.seats)
    first = 1 if vehicle.category is VehicleClass.BUS else 2
    # In a minibus row 1 is that of the driver.
    return (Row(driver=True), *_rows(vehicle.category, vehicle.seats, first))


def _car(seats: int) -> tuple[Row, ...]:
    front = Row(right=(FRONT,) if seats > 2 else (), driver=True)  # noqa: PLR2004 -- two behind
    behind = {0: (), 1: ("RR",), 2: ("RL", "RR"), 3: ("RL", "RR")}.get(seats, ("RL", "2-2", "RR"))
    further = _rows(VehicleClass.CAR, max(0, seats - 4), 3)
    return (front, *((Row(right=behind),) if behind else ()), *further)


def _rows(category: VehicleClass, seats: int, first: int) -> tuple[Row, ...]:
    across = _ACROSS[category]
    found = []
    row = first
    while seats > 0:
        # One seat left over stands in the last row, which goes through.
        taken = seats if seats == across + 1 else min(seats, across)
        names = tuple(f"{row}-{n}" for n in range(1, taken + 1))
        found.append(Row(left=names[:_LEFT], right=names[_LEFT:]))
        seats -= taken
        row += 1
    return tuple(found)


def seats_of(vehicle: Vehicle) -> tuple[str, ...]:
    """The seats of a vehicle, those of honour first."""
    named = [seat for row in rows_of(vehicle) for seat in (*row.left, *row.right)]
    honour = [seat for seat in _HONOUR if seat in named]
    return (*honour, *(seat for seat in named if seat not in honour))
