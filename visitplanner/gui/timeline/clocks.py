# SPDX-License-Identifier: MIT
"""The clocks of a day: that of the visit, and a second one where items go by another; no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitplanner.domain.period import LocalTime, instant
from visitplanner.domain.visit import end_zone_of, zone_of
from visitplanner.words.dates import EN_DASH, clock_text, range_text, time_text

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.layout import Layout

_NOON = 720


@dataclass(frozen=True, slots=True)
class SecondClock:
    """A zone beside the visit's own, on one day."""

    zone: str
    shift: int
    """Minutes it is ahead of the visit's clock."""
    own: str
    """What the visit's clock is called in short: "UTC+3"."""
    name: str
    """The same of this one."""


def second_clock(visit: Visit, layout: Layout) -> SecondClock | None:
    """The zone, other than the visit's, by which most items of the layout go."""
    if not layout.lanes:
        return None
    noon = LocalTime(layout.lanes[0].origin + _NOON)
    home = visit.about.zone
    moment = instant(noon, home)
    found: Counter[str] = Counter()
    for key in layout.pieces:
        item = visit.items[key]
        for zone in {item.zone or home, item.end_zone or item.zone or home}:
            if _offset(noon, zone) != noon.minutes - moment:
                found[zone] += 1
    if not found:
        return None
    zone = min(found, key=lambda name: (-found[name], name))
    shift = _offset(noon, zone) - (noon.minutes - moment)
    return SecondClock(zone, shift, offset_text(noon, home), offset_text(noon, zone))


def times_text(visit: Visit, item: ProgrammeItem, language: Language) -> str:
    """The times of an item by the clocks at its place, named where they are not the visit's."""
    if item.start is None or item.end is None:
        return ""
    separator, home = visit.policy.time_separator, visit.about.zone
    zones = zone_of(visit, item), end_zone_of(visit, item)
    starts, ends = (
        offset_text(time, zone) if _offset(time, zone) != _offset(time, home) else ""
        for time, zone in zip((item.start, item.end), zones, strict=True)
    )
    if starts == ends:
        span = range_text(item.start, item.end, language, separator)
        return f"{span}\u00a0{starts}" if starts else span
    first, last = (
        f"{text}\u00a0{named}" if named else text
        for text, named in (
            (time_text(item.start, language, separator), starts),
            (time_text(item.end, language, separator), ends),
        )
    )
    return f"{first}\u00a0{EN_DASH} {last}"


def offset_text(time: LocalTime, zone: str) -> str:
    """What a zone is called in short at a time: "UTC+3", "UTC+5:30", "UTC−4"."""
    minutes = _offset(time, zone)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"


def shifted_text(minute: int, clock: SecondClock, language: Language, separator: str) -> str:
    """A minute of the visit's day as the second clock shows it."""
    return clock_text((minute + clock.shift) % 1440, language, separator)


def _offset(time: LocalTime, zone: str) -> int:
    return time.minutes - instant(time, zone)
