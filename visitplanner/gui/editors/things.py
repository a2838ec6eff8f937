# SPDX-License-Identifier: MIT
"""What cells name beside people and places, and columns of times and optional choices; no Qt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.people import Side
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.text import LANGUAGES, Text, message
from visitplanner.gui.editors import usual
from visitplanner.gui.editors.column import Column
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import Candidate, Candidates
from visitplanner.words.typed import minute_of_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.gui.editors.usual import Rows

SIDES: Final[dict[StrEnum, str]] = {Side.HOST: N_("Host side"), Side.GUEST: N_("Guests")}


def people(reading: Reading) -> Candidates:
    """Everybody by himself."""
    return reading.names.people


def everybody(reading: Reading) -> Candidates:
    """People, delegations and groups."""
    return reading.names.everybody


def parties(reading: Reading) -> Candidates:
    """Regions, cities and organisations."""
    language = reading.language
    return Candidates(
        Candidate(
            p.id, cases.party_name(p, language) or p.id, names=(*_all(p.name), *_all(p.short))
        )
        for p in reading.visit.parties.values()
    )


def items(reading: Reading) -> Candidates:
    """Items of the programme in the order of their times."""
    visit, language = reading.visit, reading.language
    separator = visit.policy.time_separator
    ordered = sorted(visit.items.values(), key=lambda i: (i.start or LocalTime(0), i.id))
    alike: dict[str, int] = {}
    for item in ordered:
        title = item.title.best(language) or item.id
        alike[title] = alike.get(title, 0) + 1

    def name(title: str, start: LocalTime | None) -> str:
        if alike[title] == 1 or start is None:
            return title
        return f"{title} ({dates.time_text(start, language, separator)})"

    return Candidates(
        Candidate(
            item.id,
            name(item.title.best(language) or item.id, item.start),
            dates.time_text(item.start, language, separator) if item.start else "",
            _all(item.title),
        )
        for item in ordered
    )


def resources(reading: Reading) -> Candidates:
    """Things and services."""
    return _titled(reading, ((r.id, r.name) for r in reading.visit.resources.values()))


def tasks(reading: Reading) -> Candidates:
    """Preparation tasks."""
    return _titled(reading, ((t.id, t.title) for t in reading.visit.tasks.values()))


def documents(reading: Reading) -> Candidates:
    """Documents to sign."""
    return _titled(reading, ((d.id, d.title) for d in reading.visit.documents.values()))


def measures(reading: Reading) -> Candidates:
    """Measures of the Plan."""
    return _titled(reading, ((m.id, m.title) for m in reading.visit.measures.values()))


def vehicles(reading: Reading) -> Candidates:
    """Vehicles."""
    return _titled(reading, ((v.id, v.name) for v in reading.visit.vehicles.values()))


def _titled(reading: Reading, found: Iterable[tuple[str, Text]]) -> Candidates:
    known = [(key, text.best(reading.language) or key, _all(text)) for key, text in found]
    names = [name for _, name, _ in known]
    return Candidates(
        Candidate(key, name if names.count(name) == 1 else f"{name} [{key}]", names=others)
        for key, name, others in known
    )


def _all(text: Text) -> tuple[str, ...]:
    return tuple(found for language in LANGUAGES if (found := text.own(language)))


def optional(column: Column, rows: str | Rows) -> Column:
    """A choice that may be left open."""

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        if not typed or column.write is None:
            return usual.row_changed(visit, rows, key, column.key, None)
        return column.write(reading, visit, key, typed)

    return replace(column, write=write, clears=True)


def paragraphs(rows: str | Rows, field: str, title: str, full_title: str = "") -> Column:
    """A text of several lines in the language of the window."""

    def read(reading: Reading, key: str) -> str:
        found: Text = getattr(usual.row_value(reading.visit, rows, key), field)
        return found.best(reading.language)

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        found: Text = getattr(usual.row_value(visit, rows, key), field)
        fresh = found.edited(reading.language, typed.strip())
        return usual.row_changed(visit, rows, key, field, fresh)

    return Column(field, title, read, write, clears=True, full_title=full_title)


def strings(rows: str | Rows, field: str, title: str) -> Column:
    """Several strings, such as the names of papers: a semicolon stands between them."""

    def read(reading: Reading, key: str) -> str:
        return "; ".join(getattr(usual.row_value(reading.visit, rows, key), field))

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        parts = (" ".join(part.split()) for part in re.split(r"[;\n]", typed))
        return usual.row_changed(visit, rows, key, field, tuple(part for part in parts if part))

    return Column(field, title, read, write, clears=True)


def moment(rows: str | Rows, field: str, title: str, full_title: str = "") -> Column:
    """A time on a day of the visit; the day is said where the visit has several."""

    def read(reading: Reading, key: str) -> str:
        visit = reading.visit
        time: LocalTime | None = getattr(usual.row_value(visit, rows, key), field)
        if time is None:
            return ""
        text = dates.time_text(time, reading.language, visit.policy.time_separator)
        first = visit.about.starts == visit.about.ends and time.date == visit.about.starts
        return text if first else f"{time.date:%d.%m.%Y} {text}"

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        return usual.row_changed(visit, rows, key, field, moment_meant(typed, reading.visit))

    def order(reading: Reading, key: str) -> tuple[int | str, ...]:
        time: LocalTime | None = getattr(usual.row_value(reading.visit, rows, key), field)
        return (1, 0) if time is None else (0, time.minutes)

    return Column(
        field,
        title,
        read,
        write,
        sort=order,
        clears=True,
        letters=False,
        least="00.00.0000 00.00",
        full_title=full_title,
    )


def moment_meant(typed: str, visit: Visit) -> LocalTime | None:
    """`8.00` on the first day of the visit, `24.12 8.00` on that day."""
    if not typed:
        return None
    head, _, tail = typed.rpartition(" ")
    year = visit.about.starts.year
    day = usual.day_meant(head.rstrip(","), year) if head else visit.about.starts
    minute = minute_of_day(tail)
    if minute is None:
        raise EditRefusedError(message("“{text}” is no time: type 8.00.", text=typed))
    return on(day, minute)
