# SPDX-License-Identifier: MIT
"""The tables of places, of their rooms and of vehicles; no Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import premises
from visitplanner.domain.edits import set_entity_field
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.people import Side
from visitplanner.domain.roll import forget
from visitplanner.domain.text import message
from visitplanner.domain.transport import Vehicle, VehicleClass
from visitplanner.domain.venues import Layout, Room, Venue
from visitplanner.editions.labels import VEHICLES
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.words import cases, dates, venues
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.words.meant import Candidates

LAYOUTS: Final[Mapping[Layout, tuple[str, str]]] = {
    Layout.TALKS: (N_("Talks table"), N_("Seats at a table of talks")),
    Layout.THEATRE: (N_("Theatre"), N_("Seats in rows")),
    Layout.ROUND: (N_("Round table"), N_("Seats at a round table")),
    Layout.U: (N_("U-shape"), N_("Seats at a U-shaped table")),
    Layout.BANQUET: (N_("Banquet"), N_("Seats at a banquet")),
    Layout.STANDING: (N_("Standing"), N_("Standing people")),
}
SIDES: Final[Mapping[StrEnum, str]] = {Side.HOST: N_("hosts"), Side.GUEST: N_("guests")}
CLASSES: Final[Mapping[StrEnum, str]] = dict(VEHICLES.items())
_SPACES: Final = re.compile(r"\s+")
_LAYOUT: Final = "capacity-"
_LONG: Final = "0" * 32
_MIDDLE: Final = "0" * 24
"""As wide as so many digits."""


def people(reading: Reading) -> Candidates:
    """Everybody by himself."""
    return reading.names.people


# Places.


def _venue(visit: Visit, key: str) -> Venue:
    found = usual.entity(visit, "venues", key)
    if not isinstance(found, Venue):
        raise TypeError(key)
    return found


def _read_name(reading: Reading, key: str) -> str:
    return cases.venue_name(_venue(reading.visit, key), reading.language)


def _write_name(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    return premises.rename(visit, "venues", key, reading.language, _SPACES.sub(" ", typed))


def _read_coordinates(reading: Reading, key: str) -> str:
    venue = _venue(reading.visit, key)
    return venues.coordinates_text(venue.latitude, venue.longitude)


def _write_coordinates(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    found = venues.coordinates_meant(typed) if typed else (None, None)
    if found is None:
        raise EditRefusedError(
            message("“{text}” is no place on the map: type 54.782, 32.045.", text=typed)
        )
    venue = _venue(visit, key)
    return premises.change_venue(visit, replace(venue, latitude=found[0], longitude=found[1]))


def _read_hours(reading: Reading, key: str) -> str:
    return venues.hours_text(_venue(reading.visit, key).hours, reading.language)


def _write_hours(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    found = venues.hours_meant(typed)
    if found is None:
        raise EditRefusedError(
            message("“{text}” is no opening hours: type Mon–Fri 8:00–20:00.", text=typed)
        )
    return set_entity_field(visit, "venues", key, "hours", found)


def _read_closed(reading: Reading, key: str) -> str:
    return ", ".join(usual.day_text(day) for day in _venue(reading.visit, key).closed_on)


def _write_closed(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    year = reading.visit.about.starts.year
    days = [usual.day_meant(part, year) for part in re.split(r"[,;\s]+", typed) if part]
    return set_entity_field(visit, "venues", key, "closed_on", tuple(sorted(set(days))))


def _lacking(reading: Reading, key: str) -> str:
    """What a place still lacks, for the mark at the beginning of its row."""
    venue = _venue(reading.visit, key)
    lacks = {
        N_("address"): venue.address,
        N_("coordinates"): venue.latitude is not None,
        N_("entrance"): venue.entrance,
        N_("parking"): venue.parking,
        N_("contact"): venue.contact or venue.contact_note,
    }
    return ", ".join(reading.say(word) for word, known in lacks.items() if not known)


def venue_listing() -> Listing:
    """All places."""
    return Listing(
        title=N_("Venues"),
        columns=(
            Column("name", N_("Place"), _read_name, _write_name, least=_LONG),
            usual.text("venues", "address", N_("Address"), least=_LONG, clears=True),
            usual.text("venues", "entrance", N_("Entrance"), least=_MIDDLE, clears=True),
            usual.text("venues", "parking", N_("Parking"), least=_MIDDLE, clears=True),
            usual.reference(
                "venues", "contact", N_("Contact"), people, least="Константинопольский К. К."
            ),
            usual.string("venues", "contact_note", N_("Contact note"), least=_MIDDLE),
            Column(
                "hours",
                N_("Opening hours"),
                _read_hours,
                _write_hours,
                clears=True,
                least="пн–пт 8.00–20.00; сб 10",
            ),
            Column(
                "closed_on",
                N_("Closed on"),
                _read_closed,
                _write_closed,
                clears=True,
                least="00.00.0000, 00.00.0000",
                full_title=N_("Days on which the place is closed"),
            ),
            usual.tick("venues", "pass_required", N_("Pass"), full_title=N_("Entry by pass lists")),
            usual.tick("venues", "lighting", N_("Lighting")),
            usual.tick("venues", "outdoor", N_("Outdoors")),
            Column(
                "coordinates",
                N_("Coordinates"),
                _read_coordinates,
                _write_coordinates,
                clears=True,
                least="54.78260, 32.04530",
                full_title=N_("Latitude and longitude"),
            ),
        ),
        rows=lambda visit: tuple(visit.venues),
        reads=frozenset({"venues", "people", "about"}),
        add=lambda visit, _below: premises.add_venue(visit),
        remove=lambda visit, keys: forget(visit, "venues", keys),
        mark=lambda reading, key: "info" if _lacking(reading, key) else "",
        mark_tip=lambda reading, key: (
            reading.say(N_("Not filled in: {what}")).format(what=_lacking(reading, key))
            if _lacking(reading, key)
            else ""
        ),
        hint=N_("Type here to add a place."),
    )


# Rooms.


def _room(visit: Visit, key: str) -> Room:
    found = usual.entity(visit, "rooms", key)
    if not isinstance(found, Room):
        raise TypeError(key)
    return found


def _capacity(layout: Layout) -> Column:
    title, full = LAYOUTS[layout]

    def read(reading: Reading, key: str) -> str:
        number = _room(reading.visit, key).capacity.get(layout)
        return "" if number is None else dates.number_text(number)

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        digits = typed.replace("\N{NO-BREAK SPACE}", "")
        if typed and not re.fullmatch(r"\d{1,5}", digits):
            raise EditRefusedError(message("“{text}” is no number of people.", text=typed))
        return premises.set_capacity(visit, key, layout, int(digits) if typed else None)

    return Column(
        f"{_LAYOUT}{layout.value}",
        title,
        read,
        write,
        full_title=full,
        clears=True,
        digits=True,
        letters=False,
    )


def _read_equipment(reading: Reading, key: str) -> str:
    return ", ".join(_room(reading.visit, key).equipment)


def _write_equipment(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    parts = [_SPACES.sub(" ", part).strip() for part in re.split(r"[,;]", typed)]
    return set_entity_field(visit, "rooms", key, "equipment", tuple(filter(None, parts)))


def room_listing(venue: str) -> Listing:
    """The rooms of one place."""

    def read_name(reading: Reading, key: str) -> str:
        return cases.room_name(_room(reading.visit, key), reading.language)

    def write_name(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        return premises.rename(visit, "rooms", key, reading.language, _SPACES.sub(" ", typed))

    return Listing(
        title=N_("Rooms"),
        columns=(
            Column("name", N_("Room"), read_name, write_name, least=_MIDDLE),
            *(_capacity(layout) for layout in LAYOUTS),
            Column(
                "equipment",
                N_("Equipment"),
                _read_equipment,
                _write_equipment,
                clears=True,
                least=_LONG,
            ),
        ),
        rows=lambda visit: tuple(r.id for r in visit.rooms.values() if r.venue == venue),
        reads=frozenset({"rooms", "venues"}),
        add=(lambda visit, _below: premises.add_room(visit, venue)) if venue else None,
        remove=lambda visit, keys: forget(visit, "rooms", keys),
        hint=N_("Type here to add a room."),
    )


# Vehicles.


def _vehicle(visit: Visit, key: str) -> Vehicle:
    found = usual.entity(visit, "vehicles", key)
    if not isinstance(found, Vehicle):
        raise TypeError(key)
    return found


def _write_class(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    value = usual.chosen(reading, CLASSES, typed)
    return premises.set_class(visit, key, VehicleClass(value.value))


def vehicle_listing() -> Listing:
    """All vehicles."""
    return Listing(
        title=N_("Vehicles"),
        columns=(
            usual.text(
                "vehicles",
                "name",
                N_("Vehicle"),
                weight=5,
                full_title=N_("Make, or what it is called"),
            ),
            Column(
                "category",
                N_("Class"),
                lambda reading, key: reading.say(VEHICLES[_vehicle(reading.visit, key).category]),
                _write_class,
                offers=lambda reading: usual.choices(reading, CLASSES),
                opens=True,
                least="легковой автомобиль",
            ),
            usual.number(
                "vehicles",
                "seats",
                N_("Seats"),
                least=1,
                most=99,
                full_title=N_("Seats of passengers, without the driver"),
            ),
            usual.choice("vehicles", "side", N_("Whose"), SIDES, least="принимающие"),
            usual.string("vehicles", "plate", N_("Plate"), least="А 000 АА 000"),
            usual.reference("vehicles", "driver", N_("Driver"), people, weight=2),
            things.moment(
                "vehicles", "duty_from", N_("Duty from"), N_("The driver is on duty from")
            ),
            things.moment("vehicles", "duty_to", N_("Duty to"), N_("The driver is on duty until")),
            usual.string("vehicles", "notes", N_("Notes"), weight=3),
        ),
        rows=lambda visit: tuple(visit.vehicles),
        reads=frozenset({"vehicles", "people", "about", "policy"}),
        add=lambda visit, _below: premises.add_vehicle(visit),
        remove=lambda visit, keys: forget(visit, "vehicles", keys),
        hint=N_("Type here to add a vehicle."),
    )
