# SPDX-License-Identifier: MIT
"""When an item is, as a calendar counts it: from one moment to another, or whole days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.period import LocalTime, instant, on, to_datetime
from visitplanner.domain.text import Value

if TYPE_CHECKING:
    from datetime import datetime

    from visitplanner.editions.values import ProgrammeView, Row

ASSUMED_MINUTES: Final = 30
"""How long an item whose end is not known stands in a calendar (calendar.md section 5)."""


class Span(Value, frozen=True, kw_only=True):
    """Start and end; whole days when `start_zone` is empty, then the end is the last day."""

    start: LocalTime
    end: LocalTime
    start_zone: str = ""
    end_zone: str = ""
    assumed_end: bool = False

    @property
    def whole_days(self) -> bool:
        """Whether it has no time of day."""
        return not self.start_zone

    @property
    def dtstart(self) -> date | datetime:
        """DTSTART: a date, or a time with its zone."""
        return to_datetime(self.start, self.start_zone) if self.start_zone else self.start.date

    @property
    def dtend(self) -> date | datetime:
        """DTEND, exclusive: for whole days the day after the last."""
        if self.end_zone:
            return to_datetime(self.end, self.end_zone)
        return self.end.date + timedelta(days=1)

    @property
    def order(self) -> int:
        """Minutes by which items stand in the file."""
        return instant(self.start, self.start_zone or "UTC")


def span(view: ProgrammeView, row: Row) -> Span:
    """When a row is; without a day of its own it stands over all days of the visit."""
    if row.start is None:
        first = row.day or view.starts
        return Span(start=on(first), end=on(row.day or max(view.ends, first)))
    end, end_zone = row.end, row.end_zone
    known = end is not None and instant(end, end_zone) > instant(row.start, row.zone)
    if end is None or not known:
        end, end_zone = row.start.plus(ASSUMED_MINUTES), row.zone
    return Span(
        start=row.start,
        end=end,
        start_zone=row.zone,
        end_zone=end_zone,
        assumed_end=not known,
    )
