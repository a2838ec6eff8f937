# SPDX-License-Identifier: MIT
"""New rows of the tables of preparation, of the Plan and of days off; days off loaded at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.days import CalendarDay, CalendarSet
from visitplanner.domain.edits import combined, put
from visitplanner.domain.papers import Instruction, Measure
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.preparation import (
    Booking,
    Gift,
    InterpreterShift,
    Resource,
    SiteSafety,
    Task,
)
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.text import NO_TEXT, Entity, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit

_STEMS: Final = {
    "tasks": "task",
    "resources": "resource",
    "bookings": "booking",
    "shifts": "shift",
    "sites": "site",
    "gifts": "gift",
    "measures": "measure",
    "instructions": "instruction",
    "calendars": "calendar",
}


def _first(visit: Visit, collection: str, wanted: Iterable[str] = ()) -> str:
    """The first entity a new row can point at; a refusal while there is none."""
    known = visit.collection(collection)
    found = next((key for key in (*wanted, *known) if key in known), None)
    if found is None:
        raise EditRefusedError(_LACKS[collection])
    return found


_LACKS: Final[dict[str, Message]] = {
    "items": message("There is no item in the programme yet."),
    "people": message("There is nobody in the visit yet."),
    "parties": message("There is no party in the visit yet."),
    "resources": message("There is no resource yet: add one first."),
}


def _new(visit: Visit, collection: str) -> Entity:  # noqa: PLR0911 -- one for each table
    key = fresh_id(visit, collection, _STEMS[collection])
    match collection:
        case "tasks":
            return Task(id=key, title=NO_TEXT)
        case "resources":
            return Resource(id=key, name=NO_TEXT)
        case "bookings":
            item = _first(visit, "items")
            return Booking(id=key, item=item, resource=_first(visit, "resources"))
        case "shifts":
            return InterpreterShift(
                id=key, person=_first(visit, "people"), item=_first(visit, "items")
            )
        case "sites":
            sites = (i.id for i in visit.items.values() if i.kind.value == "enterprise")
            return SiteSafety(id=key, item=_first(visit, "items", sites))
        case "gifts":
            return Gift(
                id=key,
                giver=_first(visit, "parties"),
                receiver=_first(visit, "people"),
                what=NO_TEXT,
            )
        case "measures":
            number = max((m.number for m in visit.measures.values()), default=0) + 1
            document = next(iter(visit.documents), None)
            return Measure(id=key, number=number, title=NO_TEXT, document=document)
        case "instructions":
            number = max((i.number for i in visit.instructions.values()), default=0) + 1
            return Instruction(id=key, number=number, text=NO_TEXT)
        case _:
            return CalendarSet(id=key, country="RU", year=visit.about.starts.year)


def add_row(visit: Visit, collection: str) -> tuple[Patch, str]:
    """A new row of a table."""
    entity = _new(visit, collection)
    return put(visit, message("Add a row"), collection, entity), entity.id


def add_day(visit: Visit, calendar: str) -> tuple[Patch, str]:
    """A new day off, the day after the last one of its calendar."""
    dates = [d.date for d in visit.days.values() if d.calendar == calendar]
    year = visit.calendars[calendar].year
    last = max(dates, default=visit.about.starts.replace(year=year, month=1, day=1))
    day = CalendarDay(
        id=fresh_id(visit, "days", f"{calendar}-day"), calendar=calendar, date=last, name=NO_TEXT
    )
    return put(visit, message("Add a day off"), "days", day), day.id


def load_days(visit: Visit, calendar: CalendarSet, days: Iterable[CalendarDay]) -> Patch:
    """Loads the days off of a country and a year; those already in the visit are replaced."""
    name = message("Load days off {country} {year}", country=calendar.country, year=calendar.year)
    before = next(
        (
            c
            for c in visit.calendars.values()
            if (c.country, c.year) == (calendar.country, calendar.year)
        ),
        None,
    )
    free = calendar.id not in visit.calendars
    ours = calendar.id if free else fresh_id(visit, "calendars", calendar.id)
    target = before.id if before else ours
    side = before.side if before and before.side else calendar.side
    fresh = replace(calendar, id=target, side=side)
    known = {d.date: d for d in visit.days.values() if d.calendar == target}
    loaded: dict[str, CalendarDay] = {}
    for day in days:
        key = known[day.date].id if day.date in known else f"{target}-{day.date:%m-%d}"
        while key in loaded or (key in visit.days and visit.days[key].calendar != target):
            key += "-2"
        loaded[key] = replace(day, id=key, calendar=target)
    return combined(
        name,
        put(visit, name, "calendars", fresh),
        put(visit, name, "days", *loaded.values()),
    )
