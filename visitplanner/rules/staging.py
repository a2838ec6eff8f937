# SPDX-License-Identifier: MIT
"""From when on a finding counts (design.md section 5, "Quiet by stage")."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.days import DayKind
from visitplanner.domain.people import Side
from visitplanner.domain.record import Record, VersionStatus
from visitplanner.domain.text import Value
from visitplanner.domain.versions import approved, newest
from visitplanner.rules.rule import Stage

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

_SATURDAY: Final = 6
_DAYS_BEFORE: Final[Mapping[Stage, int]] = {Stage.D3: 3, Stage.D1: 1}
_AGREEING: Final = frozenset(
    {VersionStatus.BEING_AGREED, VersionStatus.AGREED, VersionStatus.APPROVED}
)
_APPROVING: Final = frozenset({VersionStatus.AGREED, VersionStatus.APPROVED})


class Stages(Value, frozen=True):
    """Which stages the visit has reached on a day, and when the dated ones come."""

    reached: frozenset[Stage]
    due_on: Mapping[Stage, date]

    @property
    def approval(self) -> bool:
        """Whether the programme is agreed and so up for approval."""
        return Stage.APPROVE in self.reached


def stages(visit: Visit, record: Record, today: date) -> Stages:
    """The stages reached today: by where the plan stands, else by working days.

    A draft goes on from the newest version, and while one is approved all of it is in force: what
    was due stays due. A new version frozen as a draft begins anew.
    """
    bases = (newest(record), approved(record))
    statuses = {version.status for version in bases if version is not None}
    reached = {Stage.DRAFT}
    if statuses & _AGREEING:
        reached.add(Stage.AGREE)
    if statuses & _APPROVING:
        reached.add(Stage.APPROVE)
    due_on = {
        stage: working_days_before(visit, visit.about.starts, days)
        for stage, days in _DAYS_BEFORE.items()
    }
    reached.update(stage for stage, day in due_on.items() if day <= today)
    return Stages(reached=frozenset(reached), due_on=due_on)


def working_days_before(visit: Visit, day: date, days: int) -> date:
    """The day so many working days of the host side earlier."""
    off, worked = _special_days(visit)
    while days > 0:
        day -= timedelta(days=1)
        weekend = day.isoweekday() >= _SATURDAY
        if day in worked or (not weekend and day not in off):
            days -= 1
    return day


def _special_days(visit: Visit) -> tuple[set[date], set[date]]:
    off: set[date] = set()
    worked: set[date] = set()
    for special in visit.days.values():
        calendar = visit.calendars.get(special.calendar)
        if calendar is None or calendar.side is not Side.HOST:
            continue
        if special.kind is DayKind.OFF:
            off.add(special.date)
        elif special.kind is DayKind.WORKED:
            worked.add(special.date)
    return off, worked
