# SPDX-License-Identifier: MIT
"""Days off of a country and a year: what the library knows agrees with what was looked up."""

from __future__ import annotations

from datetime import date

import pytest

from visitplanner.domain.days import CalendarStatus, DayKind
from visitplanner.domain.patch import EditRefusedError
from visitplanner.imports.days_off import COUNTRIES, LAST_YEAR, days_off
from visitplanner.samples import EXAMPLE, template


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_days_of_2025_are_those_of_the_example(country: str) -> None:
    example = template(EXAMPLE, uid="example")
    looked_up = {
        (d.date, d.kind)
        for d in example.days.values()
        if example.calendars[d.calendar].country == country
    }

    _, days = days_off(country, 2025)

    known = {(d.date, d.kind) for d in days}
    assert looked_up <= known
    # The example names no short days of Belarus, and no Sundays.
    assert {d for d, kind in known - looked_up if kind is not DayKind.SHORT} <= {date(2025, 4, 20)}


def test_moved_days_say_from_where_they_were_moved() -> None:
    _, days = days_off("BY", 2026)
    named = {d.date: (d.kind, d.name.ru, d.name.en) for d in days}

    assert named[date(2026, 4, 25)] == (
        DayKind.WORKED,
        "Рабочий день за 20 апреля",
        "Working day for 20 April",
    )
    assert named[date(2026, 4, 20)][:2] == (DayKind.OFF, "Выходной, перенесённый с 25 апреля")
    assert named[date(2026, 7, 2)][0] is DayKind.SHORT
    assert date(2026, 4, 24) not in named  # the eve of no holiday


def test_a_year_whose_moved_days_are_not_law_yet_is_a_draft() -> None:
    assert days_off("RU", 2026)[0].status is CalendarStatus.APPROVED
    assert days_off("RU", 2050)[0].status is CalendarStatus.DRAFT


@pytest.mark.parametrize(("country", "year"), [("XX", 2025), ("RU", LAST_YEAR + 1), ("BY", 1900)])
def test_what_is_not_known_is_refused(country: str, year: int) -> None:
    with pytest.raises(EditRefusedError):
        days_off(country, year)
