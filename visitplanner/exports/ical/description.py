# SPDX-License-Identifier: MIT
"""What a telephone shows below the title: plain lines in a fixed order, the version last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from visitplanner.domain.programme import Certainty
from visitplanner.exports.ical.times import ASSUMED_MINUTES
from visitplanner.exports.plain import plain
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from visitplanner.editions.values import ProgrammeView, Row, VehicleLine
    from visitplanner.exports.ical.times import Span

_NUMBER: Final = re.compile(r"\+?[\d\s()–-]{5,}")
_BETWEEN_DIGITS: Final = re.compile(r"[\s()–-]")


class Descriptions:
    """The descriptions of one calendar."""

    def __init__(self, view: ProgrammeView) -> None:
        self._view: Final = view
        self._say: Final = translator(view.language).gettext
        self._person: Final = view.scope if view.scope_kind == "person" else ""
        self._parts: Final = _own_parts(view) if self._person else {}

    def of(self, row: Row, when: Span) -> str:
        """Place, own part, people, hosts, telephones, dress, cars, interpreters, notes, version."""
        lines = (
            *self._where(row),
            *self._uncertainty(row, when),
            self._own_part(row),
            *(line.text for line in row.people),
            *self._service(row),
            row.public_text,
            *row.extra,
            row.internal_text,
            row.fallback,
            self._view.illustrative_note,
            self._view.stamp,
        )
        return "\n".join(line for line in map(_tidy, lines) if line)

    def _labelled(self, label: str, value: str) -> str:
        return f"{self._say(label)}: {value}" if value else ""

    def _where(self, row: Row) -> Iterator[str]:
        if row.site is not None:
            yield self._labelled(N_("Room"), row.site.room)
            yield self._labelled(N_("Entrance"), row.site.entrance)
        if row.destination is not None:
            where = _joined((row.destination.text, row.destination.address))
            yield self._labelled(N_("Where to"), where)
        yield row.travel

    def _uncertainty(self, row: Row, when: Span) -> Iterator[str]:
        open_time = when.whole_days and not row.whole_day
        if open_time or row.certainty is Certainty.TO_BE_CONFIRMED:
            yield self._say(N_("The time is to be confirmed"))
        elif row.certainty is Certainty.ABOUT and not when.whole_days:
            yield self._say(N_("The time is approximate"))
        if when.assumed_end:
            text = self._say(N_("The end is not known; the calendar shows {n} minutes"))
            yield text.format(n=ASSUMED_MINUTES)

    def _own_part(self, row: Row) -> str:
        """In a person's own calendar: what he does there, in the words of the plan."""
        notes = (n.note for line in row.people for n in line.names if n.id == self._person)
        return self._labelled(N_("Participation"), _joined((self._parts.get(row.id, ""), *notes)))

    def _service(self, row: Row) -> Iterator[str]:
        for label, name, phone in (
            (N_("Responsible"), row.responsible, row.responsible_phone),
            (N_("Deputy"), row.deputy, row.deputy_phone),
        ):
            yield self._labelled(label, _joined((name, _dialled(phone))))
        yield self._labelled(N_("Dress"), row.dress)
        for vehicle in row.vehicles:
            if not self._person or self._person in vehicle.passenger_ids:
                yield self._vehicle(vehicle)
        yield self._labelled(N_("Interpreter"), _joined(row.interpreters))
        yield row.press

    def _vehicle(self, vehicle: VehicleLine) -> str:
        number = f" № {vehicle.order}" if vehicle.order else ""
        name = _joined((vehicle.name or vehicle.category, vehicle.plate, vehicle.driver))
        passengers = _joined(
            text
            for who, text in zip(vehicle.passenger_ids, vehicle.passengers, strict=True)
            if not self._person or who == self._person
        )
        line = f"{self._say(N_('Vehicle'))}{number}: {name}"
        return f"{line}: {passengers}" if passengers else line


def _own_parts(view: ProgrammeView) -> Mapping[str, str]:
    """By the id of a row, what the person of the scope does there."""
    marks = next((a.marks for a in view.attendance if a.person == view.scope), ())
    return dict(zip((row.id for row in view.rows), marks, strict=False))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _tidy(line: str) -> str:
    return plain(line).strip("\n ")


def _dialled(phone: str) -> str:
    """A number without what keeps telephones from dialling it on a tap: «+375291234567»."""
    return _BETWEEN_DIGITS.sub("", phone) if _NUMBER.fullmatch(phone) else phone
