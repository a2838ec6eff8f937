# SPDX-License-Identifier: MIT
"""Edits of places, their rooms, and vehicles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import put
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.text import NO_FORMS, NO_TEXT, Language, Quote, message
from visitplanner.domain.transport import Vehicle, VehicleClass
from visitplanner.domain.venues import Room, Venue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Case
    from visitplanner.domain.venues import Layout
    from visitplanner.domain.visit import Visit

USUAL_SEATS: Final[Mapping[VehicleClass, int]] = {
    VehicleClass.CAR: 3,
    VehicleClass.MINIBUS: 12,
    VehicleClass.BUS: 40,
}
"""Passengers without the driver, while nobody has said otherwise."""


def add_venue(visit: Visit) -> tuple[Patch, str]:
    """A place without a name yet, and its id."""
    venue = Venue(id=fresh_id(visit, "venues", "venue"), name=NO_TEXT)
    return put(visit, message("Add a place"), "venues", venue), venue.id


def add_room(visit: Visit, venue: str) -> tuple[Patch, str]:
    """A room of a place, and its id."""
    room = Room(id=fresh_id(visit, "rooms", "room"), venue=venue, name=NO_TEXT)
    return put(visit, message("Add a room"), "rooms", room), room.id


def add_vehicle(visit: Visit) -> tuple[Patch, str]:
    """A car of the host side, and its id."""
    vehicle = Vehicle(id=fresh_id(visit, "vehicles", "vehicle"))
    return put(visit, message("Add a vehicle"), "vehicles", vehicle), vehicle.id


def change_venue(visit: Visit, venue: Venue) -> Patch:
    """Puts a changed place in the place of what it was."""
    shown = (visit.venues.get(venue.id) or venue).name or venue.name
    return put(visit, message("Change “{title}”", title=Quote(text=shown)), "venues", venue)


def rename(visit: Visit, collection: str, key: str, language: Language, string: str) -> Patch:
    """Renames a place or a room in one language; forms set by hand belong to the old name."""
    found = visit.collection(collection).get(key)
    if not isinstance(found, Venue | Room):
        raise EditRefusedError(message("There is no {id} in the visit.", id=key))
    fresh = replace(found, name=found.name.edited(language, string))
    if language == "ru" and fresh.name != found.name:
        fresh = replace(fresh, forms=NO_FORMS)
    name = message("Rename “{title}”", title=Quote(text=found.name or fresh.name))
    return put(visit, name, collection, fresh)


def set_form(visit: Visit, venue: str, case: Case, string: str) -> Patch:
    """Sets one case form of a place's name by hand; empty leaves it to the generator."""
    found = visit.venues.get(venue)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=venue))
    forms = replace(found.forms, **{case.value: string})
    return change_venue(visit, replace(found, forms=forms))


def set_capacity(visit: Visit, room: str, layout: Layout, number: int | None) -> Patch:
    """Sets how many people a room holds when it is set so; None: not known."""
    found = visit.rooms.get(room)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=room))
    capacity = {key: value for key, value in found.capacity.items() if key is not layout}
    if number is not None:
        capacity[layout] = number
    return put(visit, message("Change the data"), "rooms", replace(found, capacity=capacity))


def set_class(visit: Visit, vehicle: str, category: VehicleClass) -> Patch:
    """Sets the class of a vehicle; usual numbers of seats follow it."""
    found = visit.vehicles.get(vehicle)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=vehicle))
    usual = found.seats == USUAL_SEATS[found.category]
    seats = USUAL_SEATS[category] if usual else found.seats
    fresh = replace(found, category=category, seats=seats)
    return put(visit, message("Change the data"), "vehicles", fresh)
