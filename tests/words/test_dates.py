# SPDX-License-Identifier: MIT
"""Dates and times as they are printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.period import LocalTime, at
from visitplanner.domain.text import LANGUAGES, Language
from visitplanner.words import dates

DAY = date(2025, 12, 23)


@pytest.mark.parametrize(
    ("language", "separator", "printed"),
    [("ru", ".", "9.00"), ("ru", ":", "9:00"), ("be", ".", "9.00"), ("en", ".", "9:00")],
)
def test_time_has_no_leading_zero(language: Language, separator: str, printed: str) -> None:
    assert dates.time_text(at("2025-12-23T09:00"), language, separator) == printed


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2025-12-23T11:00", "2025-12-23T11:20", "11.00–11.20"),
        ("2025-12-23T09:05", "2025-12-23T10:00", "9.05–10.00"),
        ("2025-12-23T22:00", "2025-12-24T00:00", "22.00–24.00"),
        ("2025-12-23T22:00", "2025-12-24T01:30", "22.00–1.30"),
        ("2025-12-23T12:00", "2025-12-23T12:00", "12.00"),
        ("2025-12-23T00:00", "2025-12-23T00:15", "0.00–0.15"),
    ],
)
def test_range_has_an_en_dash_without_spaces(start: str, end: str, printed: str) -> None:
    assert dates.range_text(at(start), at(end), "ru", ".") == printed


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("ru", "23 декабря 2025 года, вторник", "23 декабря, вторник"),
        ("be", "23 снежня 2025 года, аўторак", "23 снежня, аўторак"),
        ("en", "Tuesday, 23 December 2025", "Tuesday, 23 December"),
    ],
)
def test_day_heading(language: Language, full: str, short: str) -> None:
    assert dates.day_heading(DAY, language) == full
    assert dates.short_day_heading(DAY, language) == short


def test_short_date_and_weekday() -> None:
    assert dates.short_date(DAY) == "23.12.2025"
    assert dates.short_date(date(2026, 1, 5)) == "05.01.2026"
    assert dates.day_mark(date(2026, 1, 5)) == "05.01"
    assert [dates.weekday(DAY, language) for language in LANGUAGES] == [
        "вторник",
        "аўторак",
        "Tuesday",
    ]
    assert dates.short_weekday(DAY, "be") == "аў"


@pytest.mark.parametrize(
    ("last", "year", "printed"),
    [
        (date(2025, 12, 23), False, "23 декабря"),
        (date(2025, 12, 24), False, "23–24 декабря"),
        (date(2025, 12, 24), True, "23–24 декабря 2025 года"),
        (date(2026, 1, 2), True, "23 декабря 2025 года – 2 января 2026 года"),
        (date(2026, 1, 2), False, "23 декабря – 2 января"),
        (date(2025, 11, 30), True, "30 ноября – 23 декабря 2025 года"),
    ],
)
def test_range_of_days(last: date, year: bool, printed: str) -> None:  # noqa: FBT001 -- a case
    assert dates.date_range(DAY, last, "ru", year=year) == printed


@pytest.mark.parametrize(
    ("minutes", "language", "printed"),
    [
        (20, "ru", "20\u00a0мин"),
        (20, "en", "20\u00a0min"),
        (20, "be", "20\u00a0хв"),
        (-20, "ru", "−20\u00a0мин"),
        (90, "ru", "1\u00a0ч 30\u00a0мин"),
        (120, "en", "2\u00a0h"),
        (-75, "ru", "−1\u00a0ч 15\u00a0мин"),
    ],
)
def test_length(minutes: int, language: Language, printed: str) -> None:
    assert dates.length_text(minutes, language) == printed


def test_months_and_weekdays_are_those_of_the_unicode_tables() -> None:
    from babel.dates import format_date

    for language in LANGUAGES:
        for month in range(1, 13):
            day = date(2025, month, month)
            assert dates.day_and_month(day, language) == format_date(day, "d MMMM", language)
            assert dates.weekday(day, language) == format_date(day, "EEEE", language)


@given(st.integers(0, 60 * 24 * 365 * 80), st.sampled_from(LANGUAGES))
def test_every_time_can_be_read_back(minutes: int, language: Language) -> None:
    time = LocalTime(minutes)

    hour, minute = dates.time_text(time, language, ":").split(":")

    assert (int(hour), int(minute)) == (time.hour, time.minute)
