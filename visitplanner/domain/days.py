# SPDX-License-Identifier: MIT
"""Days off of both countries, loaded into the visit so that verdicts never change by themselves."""

import datetime
from enum import StrEnum

from visitplanner.domain.limits import Number
from visitplanner.domain.people import Side
from visitplanner.domain.refs import CalendarId
from visitplanner.domain.text import Entity, Text


class CalendarStatus(StrEnum):
    """Whether a year's days off are law already."""

    DRAFT = "draft"
    APPROVED = "approved"


class DayKind(StrEnum):
    """What makes a day special."""

    OFF = "off"
    SHORT = "short"
    WORKED = "worked"  # a weekend day made a working day
    MOURNING = "mourning"
    MEMORIAL = "memorial"


class CalendarSet(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The days off of one country in one year, and where they were taken from."""

    country: str
    year: Number
    side: Side | None = None
    status: CalendarStatus = CalendarStatus.APPROVED
    source: str = ""


class CalendarDay(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A special day of a calendar."""

    calendar: CalendarId
    date: datetime.date
    kind: DayKind = DayKind.OFF
    name: Text
