# SPDX-License-Identifier: MIT
"""The lanes of the timeline: the same plan by track, person, venue, vehicle or day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.period import from_instant, instant, on
from visitplanner.domain.roster import Roster
from visitplanner.domain.visit import days_of, end_zone_of, zone_of
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit

MINUTES_A_DAY: Final = 1440
WITHOUT: Final = "~without"
"""Key of the lane of items that have no track, place or vehicle."""
ROAD: Final = "~road"
"""Key of the lane of transfers between places."""


class LaneMode(StrEnum):
    """What a lane stands for."""

    TRACK = "track"
    PERSON = "person"
    VENUE = "venue"
    VEHICLE = "vehicle"
    DAY = "day"


_UNNAMED: Final[Mapping[tuple[str, LaneMode], str]] = {
    (ROAD, LaneMode.VENUE): N_("On the way"),
    (WITHOUT, LaneMode.TRACK): N_("Without a track"),
    (WITHOUT, LaneMode.PERSON): N_("Without participants"),
    (WITHOUT, LaneMode.VENUE): N_("Without a place"),
    (WITHOUT, LaneMode.VEHICLE): N_("Without a vehicle"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A column: an entity's id (or WITHOUT, ROAD, a date), its names, and its midnight."""

    key: str
    title: str
    subtitle: str
    origin: int
    """Wall-clock minutes since 1970 of the midnight at the top."""


def axis_span(visit: Visit, item: ProgrammeItem) -> tuple[int, int] | None:
    """Start and end on the visit's own clock; None while the item is untimed."""
    if item.start is None or item.end is None:
        return None
    if item.zone is None and item.end_zone is None:
        return item.start.minutes, item.end.minutes
    zone = visit.about.zone
    start = from_instant(instant(item.start, zone_of(visit, item)), zone)
    end = from_instant(instant(item.end, end_zone_of(visit, item)), zone)
    return start.minutes, end.minutes


def lane_names(
    visit: Visit, roster: Roster, mode: LaneMode, key: str, language: Language
) -> tuple[str, str]:
    """Title and subtitle of a lane."""
    if (key, mode) in _UNNAMED:
        return translator(language).gettext(_UNNAMED[key, mode]), ""
    title, subtitle = key, ""
    match mode:
        case LaneMode.TRACK if key in visit.tracks:
            title = visit.tracks[key].name.best(language)
        case LaneMode.PERSON if key in visit.people:
            title = cases.head_to_follow(visit, key, language) or cases.person_name(
                visit.people[key], language, style="surname-first"
            )
            post = roster.post(key, visit.about.starts)
            named = cases.post_title(post, language, short=True) if post else ""
            subtitle = _capitalised(named)
        case LaneMode.VENUE if key in visit.venues:
            title = cases.venue_name(visit.venues[key], language)
            subtitle = visit.venues[key].address.best(language)
        case LaneMode.VEHICLE if key in visit.vehicles:
            title = visit.vehicles[key].name.best(language) or key
        case LaneMode.DAY:
            title = dates.short_day_heading(date.fromisoformat(key), language)
        case _:
            pass
    return _capitalised(title), subtitle


def _capitalised(text: str) -> str:
    """The text as it begins a line: a place or post is kept as it stands in a sentence."""
    return text[:1].upper() + text[1:]


class Laning:
    """Which lanes an item stands in, for one visit and one mode."""

    def __init__(self, visit: Visit, mode: LaneMode, roster: Roster | None = None) -> None:
        self.visit = visit
        self.mode = mode
        self.roster = roster if roster is not None else Roster(visit)
        self._vehicles: dict[str, list[str]] = {}
        if mode is LaneMode.VEHICLE:
            for movement in visit.movements.values():
                self._vehicles.setdefault(movement.item, []).append(movement.vehicle)

    def keys_of(self, item: ProgrammeItem) -> tuple[str, ...]:
        """The keys of the item's lanes, but by day, where its times decide."""
        match self.mode:
            case LaneMode.TRACK:
                return item.tracks or (WITHOUT,)
            case LaneMode.PERSON:
                return tuple(self.roster.attendance(item)) or (WITHOUT,)
            case LaneMode.VENUE:
                return (ROAD if item.kind is Kind.TRANSFER else item.venue or WITHOUT,)
            case LaneMode.VEHICLE:
                found = tuple(dict.fromkeys(self._vehicles.get(item.id, ())))
                return found or ((WITHOUT,) if item.kind is Kind.TRANSFER else ())
            case LaneMode.DAY:
                return ()

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """Keys, given by time of first use, in the order of lanes; what is without comes last."""
        chronological = tuple(dict.fromkeys(keys))
        present = set(chronological)
        last = [key for key in (ROAD, WITHOUT) if key in present]
        present.difference_update(last)
        return [*self._named_in_order(present, chronological), *last]

    def _named_in_order(self, present: set[str], chronological: tuple[str, ...]) -> list[str]:
        visit = self.visit
        if self.mode is LaneMode.TRACK:
            tracks = sorted(visit.tracks.values(), key=lambda track: (track.order, track.id))
            return [track.id for track in tracks]
        if self.mode is LaneMode.PERSON:
            return list(self.roster.ranked(present))
        return [key for key in chronological if key in present]


def day_lanes(visit: Visit) -> list[tuple[str, int]]:
    """Key and midnight of each day of the visit."""
    return [(day.isoformat(), on(day).minutes) for day in days_of(visit)]


def midnight(day: date) -> int:
    """Wall-clock minutes since 1970 at the beginning of a day."""
    return on(day).minutes
