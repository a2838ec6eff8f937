# SPDX-License-Identifier: MIT
"""What must be ready before the day: resources, tasks, interpreters, site safety, gifts."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from visitplanner.domain.limits import Number
from visitplanner.domain.period import LocalTime
from visitplanner.domain.programme import InterpretingMode
from visitplanner.domain.refs import ItemId, PartyId, PersonId, ResourceId, TaskId
from visitplanner.domain.text import INTERNAL, NO_TEXT, Entity, Text, Value, Visibility


class Resource(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A thing or service items need, such as a sound system or a guard of honour."""

    name: Text
    kind: str = ""
    unit: str = ""
    owner: str = ""


class BookingStatus(StrEnum):
    """How far a resource is from being in place."""

    NEEDED = "needed"
    ORDERED = "ordered"
    READY = "ready"
    ISSUED = "issued"
    RETURNED = "returned"


class Booking(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A resource asked for one item, due so many working days before it."""

    item: ItemId
    resource: ResourceId
    quantity: Number = 1
    lead_days: Number = 1
    status: BookingStatus = BookingStatus.NEEDED
    responsible: PersonId | None = None
    paper: str = ""
    visibility: Visibility = Visibility.INTERNAL


class TaskStatus(StrEnum):
    """Where a preparation task stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Task(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A preparation task, due on a date or so many working days before the visit."""

    title: Text
    kind: str = ""
    due: date | None = None
    lead_days: Number | None = None
    """D-n; negative after the visit. Used while `due` is not set."""
    owner: PersonId | None = None
    status: TaskStatus = TaskStatus.OPEN
    item: ItemId | None = None
    depends_on: tuple[TaskId, ...] = ()
    evidence: str = ""


class InterpreterShift(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An interpreter at work in an item, for one pair of languages."""

    person: PersonId
    item: ItemId
    mode: InterpretingMode = InterpretingMode.CONSECUTIVE
    pair: tuple[str, str] = ("ru", "en")
    since: LocalTime | None = None
    until: LocalTime | None = None


class SiteSafety(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Safety of a visit to an enterprise: officer, briefing, protective equipment, route."""

    item: ItemId
    officer: PersonId | None = None
    briefing_by: PersonId | None = None
    equipment_sets: Number = 0
    list_sent_on: date | None = None
    route: Text = NO_TEXT
    photo_limits: Text = NO_TEXT


class Gift(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A gift from one side to a person, and the notice the law asks for (K06)."""

    item: ItemId | None = None
    giver: PartyId
    receiver: PersonId
    what: Text
    value: Annotated[Decimal | None, INTERNAL] = None
    currency: str = "RUB"
    notice_due: date | None = None
    handed_by: PersonId | None = None


class DistributionEntry(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One reader of a paper: how many copies, in which way."""

    reader: PersonId
    copies: Number = 1
    channel: str = "paper"


class Distribution(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is to get an edition; who did is in the record beside the visit."""

    edition: str
    readers: tuple[DistributionEntry, ...] = ()
