# SPDX-License-Identifier: MIT
"""The sheets that tell the programme: item by item, and who is where."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Final

from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import Visibility
from visitplanner.exports.excel.table import Column, Form, Header, Line, Sheet, Tone, table
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.dates import day_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from visitplanner.domain.period import LocalTime
    from visitplanner.editions.values import ProgrammeView, Row, Site

    Translate = Callable[[str], str]

INTERNAL: Final = Visibility.INTERNAL
TONES: Final[Mapping[ItemStatus, Tone]] = {
    ItemStatus.TENTATIVE: Tone.TENTATIVE,
    ItemStatus.CONFIRMED: Tone.PLAIN,
    ItemStatus.CANCELLED: Tone.CANCELLED,
}
_MOST_COLUMNS: Final = 16_384  # of a sheet in the format


def programme(view: ProgrammeView) -> Sheet:
    """One row for each item of the view, in its order."""
    _ = translator(view.language).gettext
    wide = view.audience is Visibility.PUBLIC
    columns: list[Column[Row]] = [
        Column(N_("Date"), 11, lambda row: row.day, Form.DATE),
        Column(N_("Start"), 9, lambda row: clock(row.start), Form.TIME),
        Column(N_("End"), 11.5, lambda row: clock(row.end), Form.TIME),
        Column(N_("Min"), 6, lambda row: row.minutes or None, Form.NUMBER),
        Column(N_("Event"), 38 if wide else 32, lambda row: row.title, Form.TITLE),
        Column(N_("Place"), 28 if wide else 24, lambda row: place(row.site)),
        Column(N_("Participants"), 52 if wide else 42, _people),
        Column(N_("Dress"), 16 if wide else 13, lambda row: row.dress),
        Column(N_("For your information"), 30 if wide else 24, lambda row: _notes(row, _)),
        Column(N_("Responsible"), 20, _responsible, audience=INTERNAL),
        Column(N_("Resources"), 22, lambda row: "\n".join(row.resources), audience=INTERNAL),
        Column(N_("Notes (internal)"), 30, _internal, audience=INTERNAL),
        Column(N_("Track"), 14, lambda row: "\n".join(row.tracks)),
        Column(N_("Status"), 17, lambda row: row.status_name, Form.SHORT),
    ]
    if any(row.zone != view.zone or row.end_zone != view.zone for row in view.rows):
        columns.insert(3, Column(N_("Time zone"), 16, lambda row: row.zone_name, Form.SHORT))
    return table(
        N_("Programme"),
        columns,
        _rows(view),
        view,
        frozen_columns=3,
    )


def clock(moment: LocalTime | None) -> time | None:
    """The time of day for a cell."""
    return None if moment is None else time(moment.hour, moment.minute)


def place(site: Site | None) -> str:
    """Venue and room, the address below."""
    return "" if site is None else "\n".join(part for part in (site.text, site.address) if part)


def _rows(view: ProgrammeView) -> Iterator[tuple[Row, Tone, bool]]:
    for day in view.days:
        for number, row in enumerate(day.rows):
            yield row, TONES[row.status], number == 0


def _people(row: Row) -> str:
    return "\n".join(line.text for line in row.people)


def _notes(row: Row, translate: Translate) -> str:
    way = f"{translate('Where to')}: {row.destination.text}" if row.destination else ""
    parts = (row.clock_note, way, row.travel, row.public_text, *row.extra, row.press)
    return "\n".join(part for part in parts if part)


def _responsible(row: Row) -> str:
    parts = (row.responsible, row.responsible_phone, row.deputy, row.deputy_phone)
    return "\n".join(part for part in parts if part)


def _internal(row: Row) -> str:
    parts = (row.internal_text, row.fallback, *row.interpreters)
    return "\n".join(part for part in parts if part)


def people(view: ProgrammeView) -> Iterator[Sheet]:
    """People × items; more items than a sheet has columns go on on another sheet."""
    _ = translator(view.language).gettext
    fixed = (
        Header(title=_("Name"), width=32),
        Header(title=_("Post"), width=40),
        Header(title=_("Delegation"), width=22),
    )
    room = _MOST_COLUMNS - len(fixed)
    for number, first in enumerate(range(0, len(view.rows) or 1, room), start=1):
        title = _("People × items")
        yield Sheet(
            title=title if number == 1 else f"{title} {number}",
            headers=(
                *fixed,
                *(_item_header(view, row) for row in view.rows[first : first + room]),
            ),
            lines=tuple(
                Line(values=(p.name, p.post, p.delegation, *p.marks[first : first + room]))
                for p in view.attendance
            ),
            frozen_columns=1,
        )


def _item_header(view: ProgrammeView, row: Row) -> Header:
    several = view.starts != view.ends and row.day is not None
    mark = day_mark(row.day, view.language) if several and row.day else ""
    when = " ".join(part for part in (mark, row.when) if part)
    title = "\n".join(part for part in (when, row.title) if part)
    return Header(title=title, width=11, form=Form.MARK, upright=True)
