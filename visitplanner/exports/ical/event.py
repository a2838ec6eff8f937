# SPDX-License-Identifier: MIT
"""One item of the programme as a VEVENT (calendar.md section 5)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import uuid5

from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import UID_DOMAIN, item_uid, visit_namespace
from visitplanner.domain.text import Visibility
from visitplanner.exports.ical.description import Descriptions
from visitplanner.exports.ical.lines import Raw, text, texts
from visitplanner.exports.plain import one_line
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icalendar import Alarm, Event

    from visitplanner.editions.values import ProgrammeView, Row, Site
    from visitplanner.exports.ical.times import Span

_PREFIXES: Final[Mapping[ItemStatus, str]] = {
    ItemStatus.TENTATIVE: N_("TENTATIVE: "),
    ItemStatus.CONFIRMED: "",
    ItemStatus.CANCELLED: N_("CANCELLED: "),
}
_COLOURS: Final[Mapping[Kind, str]] = {
    Kind.ARRIVAL: "seagreen",
    Kind.DEPARTURE: "seagreen",
    Kind.ASSEMBLY: "slategray",
    Kind.LAYING: "firebrick",
    Kind.HEADS_MEETING: "navy",
    Kind.TALKS: "royalblue",
    Kind.SESSION: "royalblue",
    Kind.SIGNING: "purple",
    Kind.PRESS: "darkorange",
    Kind.BREAKFAST: "goldenrod",
    Kind.LUNCH: "goldenrod",
    Kind.DINNER: "goldenrod",
    Kind.RECEPTION: "goldenrod",
    Kind.COFFEE: "goldenrod",
    Kind.TRANSFER: "slategray",
    Kind.ENTERPRISE: "teal",
    Kind.SIGHTSEEING: "olivedrab",
    Kind.CULTURE: "olivedrab",
}
_OTHER_COLOUR: Final = "steelblue"
_FREE_KINDS: Final = frozenset({Kind.FREE, Kind.REST})
_ALARM_MINUTES: Final = 15
_TRANSFER_ALARM_MINUTES: Final = 60


class Events:
    """The VEVENTs of one view."""

    def __init__(self, view: ProgrammeView) -> None:
        self._view: Final = view
        self._descriptions: Final = Descriptions(view)
        say = translator(view.language).gettext
        self._prefixes: Final = {s: prefix and say(prefix) for s, prefix in _PREFIXES.items()}

    def event(self, row: Row, when: Span, *, reminder: bool) -> Event:
        """The VEVENT of a row. Everything in it comes from the row and the stamp of the view."""
        from icalendar import Event

        made = Event()
        changed = row.changed or self._view.changed
        made["UID"] = text(uid(self._view, row))
        made.add("DTSTAMP", changed)
        made["LAST-MODIFIED"] = made["DTSTAMP"]
        made.add("CREATED", row.created or changed)
        made.add("SEQUENCE", row.sequence)
        made.add("DTSTART", when.dtstart)
        made.add("DTEND", when.dtend)
        made["STATUS"] = text(row.status.upper())
        made["TRANSP"] = text("OPAQUE" if _takes_time(row, when) else "TRANSPARENT")
        made["CLASS"] = text("PUBLIC")
        summary = self.summary(row)
        made["SUMMARY"] = text(summary)
        made["DESCRIPTION"] = text(self._descriptions.of(row, when))
        made["CATEGORIES"] = texts(_categories(row))
        made["COLOR"] = text(_COLOURS.get(row.kind, _OTHER_COLOUR))
        if row.site is not None:
            _add_place(made, row.site)
        if reminder and _takes_time(row, when):
            made.add_component(_alarm(row, summary))
        return made

    def summary(self, row: Row) -> str:
        """The title; what is not certain or not at all is said first: few clients show STATUS."""
        return self._prefixes[row.status] + (one_line(row.title) or one_line(row.kind_name))


def uid(view: ProgrammeView, row: Row) -> str:
    """The item's own UID; another one for papers above public and for a person's calendar.

    The same UID in two files would overwrite what is richer with what is poorer.
    """
    own = row.uid or item_uid(view.visit_uid, row.id)
    parts = [own]
    if view.audience is not Visibility.PUBLIC or view.scope_kind == "person":
        parts.append(view.audience.value)
    if view.scope_kind == "person":
        parts.append(view.scope)
    if len(parts) == 1:
        return own
    return f"{uuid5(visit_namespace(view.visit_uid), '/'.join(parts))}@{UID_DOMAIN}"


def _takes_time(row: Row, when: Span) -> bool:
    return not (row.status is ItemStatus.CANCELLED or when.whole_days or row.kind in _FREE_KINDS)


def _categories(row: Row) -> list[str]:
    return sorted({one_line(name) for name in (row.kind_name, *row.tracks)} - {""})


def _add_place(made: Event, site: Site) -> None:
    from icalendar.parser import Parameters

    place = location(site)
    if not place:
        return
    made["LOCATION"] = text(place)
    if site.latitude is None or site.longitude is None:
        return
    latitude, longitude = _degrees(site.latitude), _degrees(site.longitude)
    made["GEO"] = Raw(f"{latitude};{longitude}")
    # Apple shows the map only when the title equals LOCATION (calendar.md section 2).
    apple = Raw(f"geo:{latitude},{longitude}")
    apple.params = Parameters({"VALUE": "URI", "X-APPLE-RADIUS": "70", "X-TITLE": place})
    made["X-APPLE-STRUCTURED-LOCATION"] = apple


def location(site: Site) -> str:
    """«Name, address» on one line, fit for a parameter too: no straight quotation marks."""
    parts = (one_line(part) for part in (site.venue, site.address))
    return _quoted(", ".join(part for part in parts if part))


def _quoted(words: str) -> str:
    pieces = words.split('"')
    marks = ("«", "»")
    return pieces[0] + "".join(marks[n % 2] + piece for n, piece in enumerate(pieces[1:]))


def _degrees(angle: float) -> str:
    return f"{angle:.6f}".rstrip("0").rstrip(".")


def _alarm(row: Row, summary: str) -> Alarm:
    from icalendar import Alarm

    transfer = row.kind is Kind.TRANSFER
    minutes = _TRANSFER_ALARM_MINUTES if transfer else _ALARM_MINUTES
    made = Alarm()
    made["ACTION"] = text("DISPLAY")
    made["DESCRIPTION"] = text(summary)
    made.add("TRIGGER", -timedelta(minutes=minutes))
    return made
