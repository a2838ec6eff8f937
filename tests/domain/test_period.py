# SPDX-License-Identifier: MIT
"""Wall-clock time: what a watch shows, when clocks skip or repeat an hour, and between zones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.period import (
    LocalTime,
    at,
    exists,
    from_instant,
    instant,
    is_ambiguous,
    is_zone,
    minutes_between,
    on,
    overlap,
    to_datetime,
)

# Whole hours, halves and quarters; clocks changed at night, at midnight and by half an hour; none.
ZONES = [
    "Europe/Moscow",
    "Europe/Minsk",
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
]
# Moscow had its last change of clocks in 2014; 1980 to 2100 holds all kinds of them.
TIMES = st.integers(at("1980-01-01T00:00").minutes, at("2100-01-01T00:00").minutes)


@given(TIMES.map(LocalTime))
def test_text_of_a_time_is_read_back_as_the_same_time(time: LocalTime) -> None:
    assert at(str(time)) == time


@given(TIMES.map(LocalTime), st.integers(-100_000, 100_000))
def test_time_goes_forward_and_back_by_minutes(time: LocalTime, minutes: int) -> None:
    later = time.plus(minutes)

    assert later.plus(-minutes) == time
    assert minutes_between(time, later) == minutes
    assert (later > time) is (minutes > 0)
    assert (later <= time) is (minutes <= 0)


@given(TIMES.map(LocalTime))
def test_parts_of_a_time_make_it_up(time: LocalTime) -> None:
    assert time.minute_of_day == time.hour * 60 + time.minute
    assert on(time.date, time.minute_of_day) == time


def test_midnight_belongs_to_the_day_it_begins() -> None:
    before, after = at("2025-12-31T23:59"), at("2026-01-01T00:00")

    assert before.plus(1) == after
    assert after.date == date(2026, 1, 1)
    assert (after.hour, after.minute) == (0, 0)
    assert on(date(2025, 12, 31), 24 * 60) == after


def test_time_before_1970_keeps_its_date() -> None:
    assert str(at("1969-12-31T23:59")) == "1969-12-31T23:59"
    assert at("1969-12-31T23:59").plus(1) == at("1970-01-01T00:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-12-23",
        "2025-12-23 11:00",
        "2025-12-23T11:00:00",
        "2025-12-23T11:00Z",
        "2025-12-23T24:00",
        "2025-12-23T11:60",
        "2025-02-30T11:00",
        "25-12-23T11:00",
        " 2025-12-23T11:00",
    ],
)
def test_what_is_no_local_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        at(text)


def test_time_cannot_be_changed_in_place() -> None:
    time = at("2025-12-23T11:00")

    with pytest.raises(AttributeError):
        time.minutes = 0
    assert time == at("2025-12-23T11:00")


def test_times_compare_and_hash_by_what_they_show() -> None:
    eleven, noon = at("2025-12-23T11:00"), at("2025-12-23T12:00")

    assert eleven < noon
    assert noon >= eleven
    assert len({eleven, at("2025-12-23T11:00"), noon}) == 2
    assert eleven != "2025-12-23T11:00"
    assert repr(eleven) == 'at("2025-12-23T11:00")'


@given(TIMES, st.sampled_from(ZONES))
def test_every_instant_shows_on_a_clock_that_leads_back_to_it(minutes: int, zone: str) -> None:
    shown = from_instant(minutes, zone)

    assert exists(shown, zone)
    if is_ambiguous(shown, zone):
        assert instant(shown, zone) in {minutes, minutes - 60, minutes - 30}
    else:
        assert instant(shown, zone) == minutes


@given(TIMES.map(LocalTime), st.sampled_from(ZONES))
def test_datetime_is_the_same_moment_as_the_instant(time: LocalTime, zone: str) -> None:
    moment = to_datetime(time, zone)

    assert moment.timestamp() == instant(time, zone) * 60
    assert moment.strftime("%Y-%m-%dT%H:%M") == str(time)


@pytest.mark.parametrize(
    ("zone", "time"),
    [
        ("Europe/Berlin", "2026-03-29T02:00"),
        ("Europe/Berlin", "2026-03-29T02:59"),
        ("Australia/Lord_Howe", "2026-10-04T02:15"),
    ],
)
def test_time_that_clocks_skip_does_not_exist(zone: str, time: str) -> None:
    assert not exists(at(time), zone)
    assert not is_ambiguous(at(time), zone)


@pytest.mark.parametrize("time", ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T02:30"])
def test_times_beside_the_gap_exist(time: str) -> None:
    assert exists(at(time), "Europe/Berlin")


def test_time_that_clocks_show_twice_takes_the_first() -> None:
    twice = at("2026-10-25T02:30")

    assert is_ambiguous(twice, "Europe/Berlin")
    assert instant(twice, "Europe/Berlin") == instant(at("2026-10-25T00:30"), "UTC")


@given(
    st.integers(at("2024-01-01T00:00").minutes, at("2028-01-01T00:00").minutes).map(LocalTime),
    st.sampled_from(ZONES),
)
def test_time_is_shown_never_once_or_twice_by_the_moments_that_show_it(
    time: LocalTime, zone: str
) -> None:
    near = instant(time, zone)
    shown = sum(
        from_instant(near + shift, zone) == time for shift in (-120, -60, -30, 0, 30, 60, 120)
    )

    assert exists(time, zone) is (shown > 0)
    assert is_ambiguous(time, zone) is (shown > 1)


@pytest.mark.parametrize("time", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_moscow_neither_skips_nor_repeats(time: str) -> None:
    assert exists(at(time), "Europe/Moscow")
    assert not is_ambiguous(at(time), "Europe/Moscow")


@pytest.mark.parametrize("time", ["2026-10-25T01:59", "2026-10-25T03:00"])
def test_times_beside_the_repeated_hour_are_shown_once(time: str) -> None:
    assert not is_ambiguous(at(time), "Europe/Berlin")


def test_minsk_and_moscow_show_the_same_and_berlin_two_hours_less_in_winter() -> None:
    eleven = at("2025-12-23T11:00")

    assert instant(eleven, "Europe/Minsk") == instant(eleven, "Europe/Moscow")
    assert instant(eleven, "Europe/Berlin") - instant(eleven, "Europe/Moscow") == 120


@pytest.mark.parametrize("name", ["Europe/Moscow", "UTC"])
def test_known_zones_are_zones(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize("name", ["Europe/Smolensk", "", "../etc/passwd", "Moscow time"])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert not is_zone(name)


@given(*(st.integers(0, 50) for _ in range(4)))
def test_overlap_is_the_number_of_shared_minutes(a: int, b: int, c: int, d: int) -> None:
    assert overlap(a, b, c, d) == len(set(range(a, b)) & set(range(c, d)))


def test_spans_that_touch_share_nothing() -> None:
    assert overlap(10, 20, 20, 30) == 0
