# SPDX-License-Identifier: MIT
"""Rules on days: whether either side has a day off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.days import DayKind
from visitplanner.domain.people import Side
from visitplanner.domain.text import message
from visitplanner.domain.visit import days_of
from visitplanner.rules import mention
from visitplanner.rules.rule import Found, Place, Rule, RuleText, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.domain.days import CalendarDay
    from visitplanner.rules.context import Context

_NEAR: Final = timedelta(days=2)
_SATURDAY: Final = 6
_SENTENCES: Final[Mapping[tuple[DayKind, Side], str]] = {
    (DayKind.OFF, Side.HOST): "{day}: a day off of the host side ({name})",
    (DayKind.OFF, Side.GUEST): "{day}: a day off of the guest side ({name})",
    (DayKind.SHORT, Side.HOST): "{day}: a short day of the host side ({name})",
    (DayKind.SHORT, Side.GUEST): "{day}: a short day of the guest side ({name})",
}


def _days_off(context: Context, _owner: str) -> Iterator[Found]:
    about = context.visit.about
    worked: set[tuple[Side, date]] = set()
    off: set[date] = set()
    for special, side in _special_days(context):
        if special.kind is DayKind.WORKED:
            worked.add((side, special.date))
        if special.kind is DayKind.OFF:
            off.add(special.date)
        inside = about.starts <= special.date <= about.ends
        near = about.starts - _NEAR <= special.date <= about.ends + _NEAR
        if (special.kind, side) in _SENTENCES and near:
            text = message(
                _SENTENCES[special.kind, side],
                day=mention.day(special.date),
                name=mention.one("days", special.id),
            )
            severity = Severity.WARNING if inside else Severity.INFO
            yield Found(text, places=(Place("days", special.id),), severity=severity)
    for day in days_of(context.visit):
        worked_by_both = all((side, day) in worked for side in Side)
        if day.isoweekday() >= _SATURDAY and day not in off and not worked_by_both:
            text = message("{day}: a weekend inside the visit", day=mention.day(day))
            yield Found(text, places=(Place("about", "", day.isoformat()),))


def _special_days(context: Context) -> Iterator[tuple[CalendarDay, Side]]:
    for special in sorted(context.visit.days.values(), key=lambda d: (d.date, d.id)):
        calendar = context.visit.calendars.get(special.calendar)
        if calendar is not None and calendar.side is not None:
            yield special, calendar.side


H01: Final = Rule(
    code="H01",
    name="day-off",
    title="Day off",
    severity=Severity.WARNING,
    family="calendar",
    source="Labour Code of the Russian Federation, article 112; Decree of the President of "
    "the Republic of Belarus No. 157",
    scope=Scope.VISIT,
    text=RuleText(
        finds="A day off or a short day of either side inside the visit; for information, a "
        "holiday or a moved day off within two days of it. Ordinary weekends count inside the "
        "visit only.",
        why="Offices are closed, drivers are paid double, and the guests leave their families on "
        "a holiday.",
        example="The visit is on 23 December; the 25th is a day off in Belarus and not in Russia.",
        remedy="Ask the side whose day it is, move the visit, or order work on a day off.",
    ),
    check=_days_off,
    reads=frozenset({"days", "calendars"}),
)
