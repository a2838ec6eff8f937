# SPDX-License-Identifier: MIT
"""The column of a transfer: its vehicles, their order and roles (protocol.md section 2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import combined, item_of, put, remove
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Quote, message
from visitplanner.domain.transport import ColumnRole, Movement, VehicleClass

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit


def column_of(visit: Visit, item_id: str) -> tuple[Movement, ...]:
    """The vehicles of a transfer by their number; those without one come last."""
    found = (m for m in visit.movements.values() if m.item == item_id)
    return tuple(sorted(found, key=lambda m: (m.order or 999, m.id)))


def movement_of(visit: Visit, movement_id: str) -> Movement:
    """The movement, or EditRefusedError when it is gone."""
    found = visit.movements.get(movement_id)
    if found is None:
        raise EditRefusedError(message("This vehicle is no longer on the transfer."))
    return found


def seats_on(visit: Visit, item_id: str) -> Message:
    """The name of an edit of the column."""
    return message("Seats on “{title}”", title=Quote(text=item_of(visit, item_id).title))


def add_to_column(visit: Visit, item_id: str, vehicle: str) -> Patch:
    """A vehicle joins the column of a transfer at its end."""
    if vehicle not in visit.vehicles:
        raise EditRefusedError(message("There is no {id} in the visit.", id=vehicle))
    column = column_of(visit, item_id)
    if any(m.vehicle == vehicle for m in column):
        raise EditRefusedError(message("This vehicle is in the column already."))
    stem = f"{item_id}-{vehicle}"
    key = stem if stem not in visit.movements else fresh_id(visit, "movements", stem)
    big = visit.vehicles[vehicle].category is not VehicleClass.CAR
    fresh = Movement(
        id=key,
        item=item_id,
        vehicle=vehicle,
        order=max((m.order for m in column), default=0) + 1,
        role=ColumnRole.DELEGATION if big else ColumnRole.MAIN,
        escorted=bool(column) and all(m.escorted for m in column),
    )
    return put(visit, seats_on(visit, item_id), "movements", fresh)


def leave_column(visit: Visit, movement_id: str) -> Patch:
    """A vehicle leaves the column; those behind it close up, its passengers have no seat."""
    gone = movement_of(visit, movement_id)
    name = seats_on(visit, gone.item)
    others = [m for m in column_of(visit, gone.item) if m.id != movement_id]
    renumbered = [replace(m, order=n) for n, m in enumerate(others, 1)]
    return combined(
        name,
        remove(visit, name, "movements", movement_id),
        put(visit, name, "movements", *renumbered),
    )


def move_in_column(visit: Visit, movement_id: str, before: int) -> Patch:
    """Puts a vehicle before the one of this number (from 0), and numbers all anew."""
    moved = movement_of(visit, movement_id)
    column = list(column_of(visit, moved.item))
    place = column.index(moved)
    column.remove(moved)
    column.insert(before - 1 if before > place else before, moved)
    renumbered = [replace(m, order=n) for n, m in enumerate(column, 1)]
    return put(visit, seats_on(visit, moved.item), "movements", *renumbered)


def set_movement_field(visit: Visit, movement_id: str, field: str, value: object) -> Patch:
    """Sets the role, the escort, the one in charge … of a vehicle on a transfer."""
    movement = movement_of(visit, movement_id)
    fresh = replace(movement, **{field: value})
    return put(visit, seats_on(visit, movement.item), "movements", fresh)


def copy_column(visit: Visit, source: str, target: str) -> Patch:
    """The column of one transfer for another: same vehicles, and who takes part there, seated."""
    name = seats_on(visit, target)
    going = Roster(visit).attendance(item_of(visit, target))
    old = column_of(visit, target)
    fresh = []
    for movement in column_of(visit, source):
        known = next((m for m in old if m.vehicle == movement.vehicle), None)
        stem = f"{target}-{movement.vehicle}"
        key = stem if stem not in visit.movements else fresh_id(visit, "movements", stem)
        seats = tuple(
            s for s in movement.passengers if s.person in going and not going[s.person].own_car
        )
        charge = movement.in_charge if movement.in_charge in going else None
        fresh.append(
            replace(
                movement,
                id=known.id if known is not None else key,
                item=target,
                departs=None,
                in_charge=charge,
                passengers=seats,
            )
        )
    kept = {m.id for m in fresh}
    return combined(
        name,
        remove(visit, name, "movements", *(m.id for m in old if m.id not in kept)),
        put(visit, name, "movements", *fresh),
    )
