# SPDX-License-Identifier: MIT
"""Wall-clock time at a place, and what it means between time zones (minutes, half-open spans)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from typing_extensions import override

from visitplanner.domain.limits import FIRST_YEAR, LAST_YEAR

_SHAPE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)")
_MINUTES_A_DAY: Final = 1440
_EPOCH: Final = date(1970, 1, 1).toordinal()


class LocalTime:
    """A date and a time of day to the minute, as a watch at the place shows it; it has no zone.

    `minutes` counts wall-clock minutes since 1970-01-01T00:00 at the place itself.
    """

    __slots__ = ("minutes",)
    minutes: int

    def __init__(self, minutes: int) -> None:
        object.__setattr__(self, "minutes", minutes)

    @override
    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __lt__(self, other: LocalTime) -> bool:
        return self.minutes < other.minutes

    def __le__(self, other: LocalTime) -> bool:
        return self.minutes <= other.minutes

    def __gt__(self, other: LocalTime) -> bool:
        return self.minutes > other.minutes

    def __ge__(self, other: LocalTime) -> bool:
        return self.minutes >= other.minutes

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, LocalTime) and self.minutes == other.minutes

    @override
    def __hash__(self) -> int:
        return hash(self.minutes)

    @override
    def __repr__(self) -> str:
        return f'at("{self}")'

    @override
    def __str__(self) -> str:
        """`YYYY-MM-DDTHH:MM`."""
        return f"{self.date.isoformat()}T{self.hour:02}:{self.minute:02}"

    def plus(self, minutes: int) -> LocalTime:
        """The wall-clock time so many minutes later (earlier when negative)."""
        return LocalTime(self.minutes + minutes)

    @property
    def date(self) -> date:
        """The calendar day."""
        return date.fromordinal(self.minutes // _MINUTES_A_DAY + _EPOCH)

    @property
    def hour(self) -> int:
        """0 to 23."""
        return self.minutes % _MINUTES_A_DAY // 60

    @property
    def minute(self) -> int:
        """0 to 59."""
        return self.minutes % 60

    @property
    def minute_of_day(self) -> int:
        """0 to 1439, counted from midnight."""
        return self.minutes % _MINUTES_A_DAY


def at(text: str) -> LocalTime:
    """The time written `YYYY-MM-DDTHH:MM`; ValueError when it is no such time."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a local time YYYY-MM-DDTHH:MM: {text!r}")
    year, month, day, hour, minute = map(int, found.groups())
    if hour > 23 or minute > 59:  # noqa: PLR2004 -- the clock's own limits
        raise ValueError(f"no such time of day: {text!r}")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"not in the years {FIRST_YEAR} to {LAST_YEAR}: {text!r}")
    return on(date(year, month, day), hour * 60 + minute)


def on(day: date, minute_of_day: int = 0) -> LocalTime:
    """The time so many minutes after midnight of a day; it may lie beyond that day."""
    return LocalTime((day.toordinal() - _EPOCH) * _MINUTES_A_DAY + minute_of_day)


def minutes_between(start: LocalTime, end: LocalTime) -> int:
    """Wall-clock minutes from start to end at one place."""
    return end.minutes - start.minutes


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def is_zone(name: str) -> bool:
    """Whether the name is an IANA zone known here."""
    try:
        _zone(name)
    except (ValueError, OSError, KeyError):
        return False
    return True


def to_datetime(time: LocalTime, zone: str) -> datetime:
    """The aware datetime; a time that exists twice takes the first."""
    days, minute = divmod(time.minutes, _MINUTES_A_DAY)
    day = date.fromordinal(days + _EPOCH)
    return datetime(
        day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=_zone(zone), fold=0
    )


@lru_cache(maxsize=4096)
def _steady_offset(day: int, zone: str) -> int | None:
    """Minutes ahead of UTC all through a day counted from 1970; None if clocks change in it."""
    midnight = LocalTime(day * _MINUTES_A_DAY)
    offset = _offset(midnight, zone)
    return offset if offset == _offset(midnight.plus(_MINUTES_A_DAY), zone) else None


def _offset(time: LocalTime, zone: str) -> int:
    offset = to_datetime(time, zone).utcoffset() or timedelta(0)
    return int(offset.total_seconds() // 60)


def instant(time: LocalTime, zone: str) -> int:
    """Minutes since 1970-01-01T00:00 UTC: the one scale on which zones compare."""
    offset = _steady_offset(time.minutes // _MINUTES_A_DAY, zone)
    return time.minutes - (_offset(time, zone) if offset is None else offset)


def from_instant(minutes: int, zone: str) -> LocalTime:
    """The wall-clock time in the zone at so many UTC minutes since 1970."""
    moment = datetime.fromtimestamp(minutes * 60, tz=UTC).astimezone(_zone(zone))
    return on(moment.date(), moment.hour * 60 + moment.minute)


def exists(time: LocalTime, zone: str) -> bool:
    """Whether clocks at the place ever show this time (they skip an hour in spring)."""
    if _steady_offset(time.minutes // _MINUTES_A_DAY, zone) is not None:
        return True
    return from_instant(instant(time, zone), zone) == time


def is_ambiguous(time: LocalTime, zone: str) -> bool:
    """Whether clocks at the place show this time twice (they repeat an hour in autumn)."""
    if _steady_offset(time.minutes // _MINUTES_A_DAY, zone) is not None:
        return False
    first = to_datetime(time, zone)
    return exists(time, zone) and first.utcoffset() != first.replace(fold=1).utcoffset()


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """Minutes shared by two half-open spans; 0 when they only touch."""
    return max(0, min(end, other_end) - max(start, other_start))
