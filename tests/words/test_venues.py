# SPDX-License-Identifier: MIT
"""Coordinates, opening hours and minutes by the hour, written and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.venues import Opening
from visitplanner.words import venues

if TYPE_CHECKING:
    from visitplanner.domain.text import Language

MINUTES = st.integers(0, 24 * 60)


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    days = draw(st.sets(st.integers(1, 7), min_size=1))
    first, last = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2, unique=True)))
    opens, closes = (f"{m // 60:02}:{m % 60:02}" for m in (first, last))
    return Opening(weekdays=tuple(sorted(days)), opens=opens, closes=closes)


@given(st.lists(openings(), max_size=3).map(tuple), st.sampled_from(["ru", "be", "en"]))
def test_opening_hours_are_read_as_they_are_written(
    hours: tuple[Opening, ...], language: Language
) -> None:
    assert venues.hours_meant(venues.hours_text(hours, language)) == hours


@pytest.mark.parametrize(
    ("typed", "days", "opens", "closes"),
    [
        ("пн-пт 8-20", (1, 2, 3, 4, 5), "08:00", "20:00"),
        ("Пн – Пт: с 8.30 до 17.15", (1, 2, 3, 4, 5), "08:30", "17:15"),
        ("9:00-18:00", (1, 2, 3, 4, 5, 6, 7), "09:00", "18:00"),
        ("вторник, четверг 10.00–19.00", (2, 4), "10:00", "19:00"),
        ("Mon–Fri 8:00–20:00", (1, 2, 3, 4, 5), "08:00", "20:00"),
        ("круглосуточно", (1, 2, 3, 4, 5, 6, 7), "00:00", "24:00"),
    ],
)
def test_opening_hours_as_people_type_them(
    typed: str, days: tuple[int, ...], opens: str, closes: str
) -> None:
    assert venues.hours_meant(typed) == (Opening(weekdays=days, opens=opens, closes=closes),)


@pytest.mark.parametrize("typed", ["как получится", "пн–пт", "20.00–8.00", "пн 8.00–25.00"])
def test_what_is_no_opening_hours(typed: str) -> None:
    assert venues.hours_meant(typed) is None


@pytest.mark.parametrize(
    "typed", ["54.7826, 32.0453", "54.7826 32.0453", "54,7826 32,0453", "54,7826; 32,0453"]
)
def test_coordinates_as_people_type_them(typed: str) -> None:
    assert venues.coordinates_meant(typed) == (54.7826, 32.0453)


@given(st.integers(-90_000_000, 90_000_000), st.integers(-180_000_000, 180_000_000))
def test_coordinates_are_read_as_they_are_written(north: int, east: int) -> None:
    here = north / 1e6, east / 1e6

    assert venues.coordinates_meant(venues.coordinates_text(*here)) == here


@pytest.mark.parametrize("typed", ["Смоленск", "95, 32", "54.7", "54.7, 200"])
def test_what_is_no_place_on_the_map(typed: str) -> None:
    assert venues.coordinates_meant(typed) is None


@given(st.dictionaries(st.integers(0, 23).map(lambda h: f"{h:02}"), st.integers(1, 999)))
def test_minutes_by_the_hour_are_read_as_they_are_written(by_hour: dict[str, int]) -> None:
    assert venues.by_hour_meant(venues.by_hour_text(by_hour)) == by_hour


def test_no_minutes_at_an_hour_that_is_none() -> None:
    assert venues.by_hour_meant("25 – 10") is None
