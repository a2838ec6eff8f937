# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, example, having
from tests.rules.alone import alone, told
from visitplanner.domain.days import CalendarDay, CalendarSet, DayKind
from visitplanner.domain.people import Side
from visitplanner.domain.text import Text
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

SATURDAY = date(2025, 12, 20)


def on(day: date, *special: CalendarDay, days: int = 1) -> Visit:
    visit = replace(example(), calendars={}, days={})
    about = replace(visit.about, starts=day, ends=day + timedelta(days=days - 1))
    calendars = (
        CalendarSet(id="ru", country="RU", year=2025, side=Side.HOST),
        CalendarSet(id="by", country="BY", year=2025, side=Side.GUEST),
    )
    return having(replace(visit, about=about), calendars=calendars, days=special)


def special(
    calendar: str, day: date, kind: DayKind = DayKind.OFF, name: str = "Рождество"
) -> CalendarDay:
    return CalendarDay(
        id=f"{calendar}-{day}", calendar=calendar, date=day, kind=kind, name=Text(ru=name)
    )


def test_a_visit_on_christmas_is_on_a_day_off_of_the_guests_alone() -> None:
    christmas = date(2025, 12, 25)
    assert told("H01", on(christmas, special("by", christmas))) == [
        "W 25 December: a day off of the guest side (Рождество)"
    ]


@pytest.mark.parametrize(("distance", "found"), [(-3, 0), (-2, 1), (2, 1), (3, 0)])
def test_a_day_off_within_two_days_is_for_information(distance: int, found: int) -> None:
    problems = alone("H01", on(DAY, special("ru", DAY + timedelta(days=distance))))
    assert [p.severity for p in problems] == [Severity.INFO] * found


def test_short_days_count_and_other_kinds_do_not() -> None:
    assert told("H01", on(DAY, special("ru", DAY, DayKind.SHORT, "накануне праздника"))) == [
        "W 23 December: a short day of the host side (накануне праздника)"
    ]
    for kind in (DayKind.MOURNING, DayKind.MEMORIAL, DayKind.WORKED):
        assert alone("H01", on(DAY, special("ru", DAY, kind))) == []


def test_a_weekend_counts_inside_the_visit_only() -> None:
    assert told("H01", on(SATURDAY, days=2)) == [
        "W 20 December: a weekend inside the visit",
        "W 21 December: a weekend inside the visit",
    ]
    assert alone("H01", on(SATURDAY - timedelta(days=1))) == []


def test_a_weekend_day_worked_on_both_sides_is_a_working_day() -> None:
    host = special("ru", SATURDAY, DayKind.WORKED)
    guest = special("by", SATURDAY, DayKind.WORKED)
    assert len(alone("H01", on(SATURDAY, host))) == 1
    assert alone("H01", on(SATURDAY, host, guest)) == []


def test_a_holiday_on_a_weekend_is_told_once() -> None:
    assert told("H01", on(SATURDAY, special("ru", SATURDAY))) == [
        "W 20 December: a day off of the host side (Рождество)"
    ]
