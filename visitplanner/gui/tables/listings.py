# SPDX-License-Identifier: MIT
"""The tables of preparation, of papers and of the Plan, as columns; no Qt."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from visitplanner.domain import ledger, particulars
from visitplanner.domain.days import CalendarStatus, DayKind
from visitplanner.domain.edits import set_entity_field
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.preparation import TaskStatus
from visitplanner.domain.programme import InterpretingMode
from visitplanner.domain.roll import forget
from visitplanner.domain.text import message
from visitplanner.editions.labels import BOOKINGS
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.gui.inspector.paper_sheets import (
    document_columns,
    document_fields,
    resource_column,
)
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading

TASKS: Final = {
    TaskStatus.OPEN: N_("open"),
    TaskStatus.DONE: N_("done"),
    TaskStatus.DROPPED: N_("dropped"),
}
MODES: Final = {
    InterpretingMode.CONSECUTIVE: N_("consecutive"),
    InterpretingMode.SIMULTANEOUS: N_("simultaneous"),
}
DAYS: Final = {
    DayKind.OFF: N_("day off"),
    DayKind.SHORT: N_("short day"),
    DayKind.WORKED: N_("working day moved here"),
    DayKind.MOURNING: N_("day of mourning"),
    DayKind.MEMORIAL: N_("day of remembrance"),
}
CALENDARS: Final = {
    CalendarStatus.DRAFT: N_("draft"),
    CalendarStatus.APPROVED: N_("approved"),
}
_ALWAYS: Final = frozenset({"people", "items", "about", "policy"})


def listing(
    collection: str,
    title: str,
    hint: str,
    columns: tuple[Column, ...],
    *reads: str,
    rows: Callable[[Visit], Sequence[str]] | None = None,
) -> Listing:
    return Listing(
        title=title,
        columns=columns,
        rows=rows or (lambda visit: tuple(visit.collection(collection))),
        reads=_ALWAYS | {collection, *reads},
        add=lambda visit, _below: ledger.add_row(visit, collection),
        remove=lambda visit, keys: forget(visit, collection, keys),
        hint=hint,
    )


def _item(collection: str, *, needed: bool = True) -> Column:
    return usual.reference(
        collection, "item", N_("Item"), things.items, weight=2, clears=not needed
    )


def tasks() -> Listing:
    """Preparation tasks."""
    lead = usual.number(
        "tasks",
        "lead_days",
        N_("D−"),
        least=-99,
        most=365,
        full_title=N_("Working days before the visit"),
    )
    return listing(
        "tasks",
        N_("Preparation tasks"),
        N_("Type here to add a task."),
        (
            usual.text("tasks", "title", N_("What is to be done"), weight=4, clears=True),
            Column(
                "lead_days",
                lead.title,
                lead.read,
                lead.write,
                full_title=lead.full_title,
                clears=True,
                digits=True,
                letters=False,
            ),
            usual.day("tasks", "due", N_("Term")),
            usual.reference("tasks", "owner", N_("Responsible"), things.people, weight=2),
            usual.choice("tasks", "status", N_("Status"), TASKS, least="не сделано"),
            _item("tasks", needed=False),
            usual.several("tasks", "depends_on", N_("After"), things.tasks, weight=1),
            usual.string("tasks", "evidence", N_("Note"), weight=1),
        ),
    )


def bookings() -> Listing:
    """Things booked for items."""
    return listing(
        "bookings",
        N_("Resources by items"),
        N_("Type here to add a resource."),
        (
            _item("bookings"),
            resource_column(),
            usual.number("bookings", "quantity", N_("Qty"), full_title=N_("Quantity")),
            usual.number(
                "bookings",
                "lead_days",
                N_("D−"),
                most=99,
                full_title=N_("Working days before the visit"),
            ),
            usual.choice("bookings", "status", N_("Status"), BOOKINGS, least="возвращено"),
            usual.reference("bookings", "responsible", N_("Responsible"), things.people, weight=2),
            usual.string("bookings", "paper", N_("Paper"), weight=1),
        ),
        "resources",
    )


def resources() -> Listing:
    """Things and services."""
    return listing(
        "resources",
        N_("Things and services"),
        N_("Type here to add a thing."),
        (
            usual.text("resources", "name", N_("Resource"), weight=3, clears=True),
            usual.string("resources", "kind", N_("Kind"), weight=1),
            usual.string("resources", "unit", N_("Unit"), weight=1),
            usual.string("resources", "owner", N_("Owner"), weight=2),
        ),
    )


def _pair() -> Column:
    def read(reading: Reading, key: str) -> str:
        return "–".join(reading.visit.shifts[key].pair)

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        found = re.findall(r"[a-z]{2,3}", typed.lower())
        if len(found) != 2:  # noqa: PLR2004 -- a pair
            raise EditRefusedError(message("“{text}” is no pair such as ru–en.", text=typed))
        return set_entity_field(visit, "shifts", key, "pair", tuple(found))

    return Column("pair", N_("Languages"), read, write, least="ru–en")


def shifts() -> Listing:
    """Interpreters at work."""
    return listing(
        "shifts",
        N_("Interpreters’ shifts"),
        N_("Type here to add a shift."),
        (
            usual.reference(
                "shifts", "person", N_("Interpreter"), things.people, weight=2, clears=False
            ),
            _item("shifts"),
            usual.choice("shifts", "mode", N_("Interpreting"), MODES, least="последовательный"),
            _pair(),
            things.moment("shifts", "since", N_("From time")),
            things.moment("shifts", "until", N_("To time")),
        ),
    )


def sites() -> Listing:
    """Safety of visits to enterprises."""
    return listing(
        "sites",
        N_("Site safety"),
        N_("Type here to add a site."),
        (
            _item("sites"),
            usual.reference("sites", "officer", N_("Safety officer"), things.people, weight=2),
            usual.reference("sites", "briefing_by", N_("Briefing by"), things.people, weight=2),
            usual.number("sites", "equipment_sets", N_("Sets"), full_title=N_("Protection, sets")),
            usual.day("sites", "list_sent_on", N_("List sent on")),
            usual.text("sites", "route", N_("Route"), weight=3, clears=True),
            usual.text("sites", "photo_limits", N_("Photographs"), weight=2, clears=True),
        ),
    )


def _value() -> Column:
    def read(reading: Reading, key: str) -> str:
        value = reading.visit.gifts[key].value
        return "" if value is None else f"{value}".replace(".", ",")

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        digits = re.sub(r"\s", "", typed).replace(",", ".")
        try:
            value = Decimal(digits) if digits else None
        except InvalidOperation:
            raise EditRefusedError(message("“{text}” is no sum: type 2500.", text=typed)) from None
        if value is not None and not (value.is_finite() and value >= 0):
            raise EditRefusedError(message("“{text}” is no sum: type 2500.", text=typed))
        return set_entity_field(visit, "gifts", key, "value", value)

    return Column("value", N_("Value"), read, write, clears=True, digits=True, letters=False)


def gifts() -> Listing:
    """Gifts and the notices the law asks for."""
    return listing(
        "gifts",
        N_("Gifts"),
        N_("Type here to add a gift."),
        (
            usual.text("gifts", "what", N_("Gift"), weight=3, clears=True),
            usual.reference(
                "gifts", "giver", N_("From whom"), things.parties, weight=2, clears=False
            ),
            usual.reference(
                "gifts", "receiver", N_("To whom"), things.people, weight=2, clears=False
            ),
            _value(),
            usual.string("gifts", "currency", N_("Currency"), clears=False),
            _item("gifts", needed=False),
            usual.reference("gifts", "handed_by", N_("Handed by"), things.people, weight=1),
            usual.day("gifts", "notice_due", N_("Notice until")),
        ),
        "parties",
    )


def documents() -> Listing:
    """Documents to sign."""
    title, status = document_columns()
    kind = document_fields()[1].column
    return Listing(
        title=N_("Documents"),
        columns=(
            title,
            kind,
            _item("documents", needed=False),
            usual.several("documents", "parties", N_("Parties"), things.parties, weight=1),
            usual.day("documents", "signed_on", N_("Signed on")),
            status,
        ),
        rows=lambda visit: tuple(visit.documents),
        reads=_ALWAYS | {"documents", "parties"},
        add=lambda visit, _below: particulars.add_document(visit, None),
        remove=lambda visit, keys: forget(visit, "documents", keys),
        hint=N_("Type here to add a document."),
    )


def calendars() -> Listing:
    """Calendars of days off."""
    widest = "Принимающая сторона"
    side = usual.choice("calendars", "side", N_("Side"), things.SIDES, least=widest)
    return listing(
        "calendars",
        N_("Calendars"),
        N_("Type here to add a calendar."),
        (
            usual.string("calendars", "country", N_("Country"), clears=False),
            usual.number("calendars", "year", N_("Year"), least=1990, most=2100),
            things.optional(side, "calendars"),
            usual.choice("calendars", "status", N_("Status"), CALENDARS, least="утверждён"),
            usual.string("calendars", "source", N_("Source"), weight=1),
        ),
    )


def days(calendar: str) -> Listing:
    """The special days of one calendar."""
    date = usual.day("days", "date", N_("Day"))
    return Listing(
        title=N_("Days off"),
        columns=(
            Column(
                "date",
                date.title,
                date.read,
                date.write,
                sort=date.sort,
                least=date.least,
                letters=False,
            ),
            usual.choice("days", "kind", N_("Kind"), DAYS, least="перенесённый рабочий день"),
            usual.text("days", "name", N_("Name of the day"), weight=1, clears=True),
        ),
        rows=lambda visit: tuple(
            d.id
            for d in sorted(visit.days.values(), key=lambda d: (d.date, d.id))
            if d.calendar == calendar
        ),
        reads=frozenset({"days", "calendars"}),
        add=(lambda visit, _below: ledger.add_day(visit, calendar)) if calendar else None,
        remove=lambda visit, keys: forget(visit, "days", keys),
        hint=N_("Type here to add a day."),
    )
