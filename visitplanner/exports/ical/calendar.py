# SPDX-License-Identifier: MIT
"""A view as one VCALENDAR: the same view gives the same bytes, whenever and wherever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid5

from visitplanner.domain.record import UID_DOMAIN, visit_namespace
from visitplanner.exports.ical.event import Events
from visitplanner.exports.ical.lines import folded, text
from visitplanner.exports.ical.times import span
from visitplanner.exports.ical.zones import zones
from visitplanner.exports.plain import one_line

if TYPE_CHECKING:
    from datetime import date

    from icalendar import Calendar, Timezone

    from visitplanner.editions.values import ProgrammeView, Row
    from visitplanner.exports.ical.times import Span

PRODID: Final = "-//visitplanner//visitplanner//EN"
_GOOGLE_BYTES: Final = 1_000_000
_GOOGLE_EVENTS: Final = 1_000


def write_ical(
    view: ProgrammeView, *, reminders: bool | None = None, today: date | None = None
) -> bytes:
    """The calendar of a view as the bytes of an .ics file: no METHOD, UTF-8, CRLF.

    Reminders are set in a person's own calendar only, unless asked for or refused: whole and
    delegation calendars go to assistants, whose telephones would ring for everybody. With
    `today`, what lies before it gets none.
    """
    wanted = view.scope_kind == "person" if reminders is None else reminders
    entries = _entries(view)
    calendar = _calendar(view)
    for zone in _zones(view, [when for _, when in entries]):
        calendar.add_component(zone)
    events = Events(view)
    for row, when in entries:
        ahead = today is None or when.start.date >= today
        calendar.add_component(events.event(row, when, reminder=wanted and ahead))
    return b"\r\n".join(folded(line) for line in calendar.content_lines() if line) + b"\r\n"


def too_large(data: bytes) -> bool:
    """Whether Google refuses the file (about 1 MB or 1,000 events): give it out in parts."""
    return len(data) > _GOOGLE_BYTES or data.count(b"BEGIN:VEVENT") > _GOOGLE_EVENTS


def _entries(view: ProgrammeView) -> list[tuple[Row, Span]]:
    rows = (*view.rows, *view.removed)
    return sorted(
        ((row, span(view, row)) for row in rows), key=lambda entry: (entry[1].order, entry[0].id)
    )


def _zones(view: ProgrammeView, spans: list[Span]) -> list[Timezone]:
    """The zones in use; that of the visit when it has no items, for a file needs something."""
    if not spans:
        return zones([view.zone], view.starts.year, view.ends.year)
    timed = [span for span in spans if not span.whole_days]
    days = [moment.date for span in timed for moment in (span.start, span.end)]
    names = {name for span in timed for name in (span.start_zone, span.end_zone)}
    return zones(names, min(days).year, max(days).year) if days else []


def _calendar(view: ProgrammeView) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar["PRODID"] = text(PRODID)
    calendar["VERSION"] = text("2.0")
    calendar["CALSCALE"] = text("GREGORIAN")
    calendar["UID"] = text(_calendar_uid(view))
    calendar["NAME"] = calendar["X-WR-CALNAME"] = text(calendar_name(view))
    calendar["X-WR-TIMEZONE"] = text(view.zone)
    return calendar


def _calendar_uid(view: ProgrammeView) -> str:
    scope = f"calendar/{view.audience}/{view.scope_kind}/{view.scope}"
    return f"{uuid5(visit_namespace(view.visit_uid), scope)}@{UID_DOMAIN}"


def calendar_name(view: ProgrammeView) -> str:
    """What lists of calendars show: the visit, for whom, and whether it is internal."""
    name = one_line(view.title)
    if view.scope_name:
        name = f"{name}: {one_line(view.scope_name)}"
    return f"{name} ({one_line(view.mark).lower()})" if view.mark else name
