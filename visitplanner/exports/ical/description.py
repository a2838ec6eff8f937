# SPDX-License-Identifier: MIT
"""What a telephone shows below the title: plain lines in a fixed order, the version last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.programme import Certainty
from visitplanner.exports.ical.times import ASSUMED_MINUTES
from visitplanner.exports.plain import one_line, plain
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visitplanner.editions.values import ProgrammeView, Row, VehicleLine
    from visitplanner.exports.ical.times import Span

    Translate = Callable[[str], str]


def description(view: ProgrammeView, row: Row, when: Span) -> str:
    """Place, people, hosts, telephones, dress, cars, interpreters, notes, version."""
    _ = translator(view.language).gettext
    lines = (
        *_where(row, _),
        *_uncertainty(row, when, _),
        *(line.text for line in row.people),
        *_contacts(row, _),
        *_service(row, _),
        *_notes(row),
        view.illustrative_note,
        view.stamp,
    )
    return "\n".join(line for line in map(_tidy, lines) if line)


def _tidy(line: str) -> str:
    return plain(line).strip("\n ")


def _labelled(label: str, value: str) -> str:
    return f"{label}: {value}" if one_line(value) else ""


def _where(row: Row, _: Translate) -> Iterator[str]:
    if row.site is not None:
        yield _labelled(_("Room"), row.site.room)
        yield _labelled(_("Entrance"), row.site.entrance)
    if row.destination is not None:
        parts = (row.destination.text, row.destination.address)
        yield _labelled(_("Where to"), ", ".join(part for part in parts if part))
    yield row.travel


def _uncertainty(row: Row, when: Span, _: Translate) -> Iterator[str]:
    if when.whole_days or row.certainty is Certainty.TO_BE_CONFIRMED:
        if not row.whole_day:
            yield _("The time is to be confirmed")
    elif row.certainty is Certainty.ABOUT:
        yield _("The time is approximate")
    if when.assumed_end:
        yield _("The end is not known; the calendar shows {n} minutes").format(n=ASSUMED_MINUTES)


def _contacts(row: Row, _: Translate) -> Iterator[str]:
    yield _labelled(_("Responsible"), row.responsible)
    yield _labelled(_("Deputy"), row.deputy)


def _service(row: Row, _: Translate) -> Iterator[str]:
    yield _labelled(_("Dress"), row.dress)
    for vehicle in row.vehicles:
        yield _vehicle(vehicle, _)
    yield _labelled(_("Interpreter"), ", ".join(row.interpreters))
    yield row.press


def _vehicle(vehicle: VehicleLine, _: Translate) -> str:
    number = f" № {vehicle.order}" if vehicle.order else ""
    name = ", ".join(part for part in (vehicle.name, vehicle.plate, vehicle.driver) if part)
    line = _labelled(_("Vehicle") + number, name or vehicle.category)
    return f"{line}: {', '.join(vehicle.passengers)}" if vehicle.passengers else line


def _notes(row: Row) -> Iterator[str]:
    yield row.public_text
    yield from row.extra
    yield row.internal_text
    yield row.fallback
