# SPDX-License-Identifier: MIT
"""VTIMEZONE components: short, in a fixed order, and right to the hour."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


def zones(names: Iterable[str], first: int, last: int) -> list[Timezone]:
    """The zones in the order of their names, for events of the years from first to last."""
    return [
        _zone(name, date(first - 1, 1, 1), date(last + 2, 1, 1))
        for name in sorted(set(names) - {"UTC"})
    ]


@lru_cache(maxsize=32)
def _zone(name: str, first: date, last: date) -> Timezone:
    from icalendar import Timezone

    zone = Timezone.from_tzid(name, first_date=first, last_date=last)
    zone.pop("COMMENT", None)  # RFC 5545 3.6.5 knows none here, libical complains
    for part in (*zone.standard, *zone.daylight):
        _mend(cast("TimezoneStandard | TimezoneDaylight", part))
    return zone


def _mend(part: TimezoneStandard | TimezoneDaylight) -> None:
    """Onsets in the time that was valid before them (RFC 5545 3.6.5).

    icalendar 7.3.0 gives the first moment of the new time instead: an hour late in spring.
    """
    ahead = part.TZOFFSETTO - part.TZOFFSETFROM
    if ahead.total_seconds() <= 0:
        return
    part.DTSTART -= ahead
    repeated = part.get("RDATE")
    if repeated is not None:
        del part["RDATE"]
        part.add("RDATE", [moment.dt - ahead for moment in repeated.dts])
