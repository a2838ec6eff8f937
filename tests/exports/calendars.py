# SPDX-License-Identifier: MIT
"""Calendars in tests: how they are made of a visit and read by another parser."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

from ical.calendar_stream import IcsCalendarStream

from visitplanner.domain.record import Record, first_record, updated, with_items
from visitplanner.domain.text import Language, Visibility
from visitplanner.editions.view import programme_view
from visitplanner.exports.ical import write_ical

if TYPE_CHECKING:
    from ical.calendar import Calendar
    from ical.event import Event

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit

CREATED: Final = datetime(2025, 12, 1, 9, 30, tzinfo=UTC)
_EVENT: Final = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
_UID: Final = re.compile(rb"\r\nUID:(.*?)\r\n(?! )", re.DOTALL)


def calendar_of(  # noqa: PLR0913 -- the choices of an export
    visit: Visit,
    record: Record | None = None,
    *,
    scope: str | None = None,
    audience: Visibility = Visibility.PUBLIC,
    language: Language = "ru",
    reminders: bool | None = None,
) -> bytes:
    """The .ics of a visit, with a record of its first day unless one is given."""
    view = programme_view(
        visit,
        record or first_record(visit, CREATED),
        audience=audience,
        language=language,
        scope=scope,
    )
    return write_ical(view, reminders=reminders)


def read(data: bytes) -> Calendar:
    """The one calendar of the file, read by another library than the one that wrote it."""
    (calendar,) = IcsCalendarStream.from_ics(data.decode()).calendars
    return calendar


def events(data: bytes) -> dict[str, Event]:
    """The events of a file by UID."""
    found = read(data).events
    by_uid = {str(event.uid): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def raw_events(data: bytes) -> dict[bytes, bytes]:
    """The bytes of every event by its UID."""
    found = _EVENT.findall(data)
    return {unfolded(_UID.findall(event)[0]): event for event in found}


def unfolded(data: bytes) -> bytes:
    """The bytes without the folds of long lines."""
    return data.replace(b"\r\n ", b"")


def lines(data: bytes) -> list[str]:
    """The content lines of a file."""
    return unfolded(data).decode().removesuffix("\r\n").split("\r\n")


def utc(moment: date | datetime | None) -> datetime:
    """A start or end in UTC; a day begins at midnight."""
    assert moment is not None
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment, time(), UTC)


def after(visit: Visit, record: Record, patch: Patch, now: datetime) -> tuple[Visit, Record]:
    """Visit and record when a patch has been applied, as the session keeps them."""
    from visitplanner.domain.patch import apply

    fresh = apply(visit, patch)
    return fresh, with_items(record, updated(record, visit, fresh, patch, now))
