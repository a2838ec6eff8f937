# SPDX-License-Identifier: MIT
"""When the sun rises and sets at a place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date

_NOON: Final = 12
_HORIZON: Final = -0.833
"""Degrees of the sun's centre when its upper edge touches the horizon."""


@lru_cache(maxsize=1024)
def daylight(latitude: float, longitude: float, day: date, zone: str) -> tuple[int, int] | None:
    """Sunrise and sunset in UTC minutes; the whole day in polar day, None in polar night."""
    from astral import Observer
    from astral.sun import elevation, sunrise, sunset

    place = Observer(latitude, longitude)
    tz = ZoneInfo(zone)
    try:
        return (
            _minutes(sunrise(place, day, tzinfo=tz)),
            _minutes(sunset(place, day, tzinfo=tz)),
        )
    except ValueError:  # it does not rise, or does not set
        noon = datetime(day.year, day.month, day.day, _NOON, tzinfo=tz)
        if elevation(place, noon) < _HORIZON:
            return None
        return _minutes(noon - timedelta(days=1)), _minutes(noon + timedelta(days=2))


def _minutes(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() // 60)
