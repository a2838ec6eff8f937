# SPDX-License-Identifier: MIT
"""Where an item must not be dropped: computed once when a drag begins, looked up per frame.

The starts found are those at which the item would break T01, R01, V01 or C03 by overlap, told in
the words of those rules. Travel to the next item is taken at the hour that one begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from visitplanner.domain.period import from_instant, instant, on
from visitplanner.domain.visit import zone_of
from visitplanner.rules.barriers import Barrier, Drag, barriers, where_it_stands
from visitplanner.rules.rule import Severity
from visitplanner.rules.slots import span_of
from visitplanner.rules.timing import clash_text
from visitplanner.rules.travel import late_text
from visitplanner.rules.vehicles import vehicle_text
from visitplanner.rules.venues import room_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Message
    from visitplanner.rules.context import Context

_UNTIMED_MINUTES: Final = 30
"""The length `move_item` gives an item that had no time."""


class Hit(NamedTuple):
    """What a drop would break, and for whom."""

    code: str
    severity: Severity
    message: Message
    items: tuple[str, str]
    people: tuple[str, ...]


class Band(NamedTuple):
    """Start times, the last one exclusive, at which something of this severity breaks."""

    start: LocalTime
    end: LocalTime
    severity: Severity


def forbidden(context: Context, item_id: str, along: Collection[str] = ()) -> Forbidden:
    """The forbidden starts of an item; items that move `along` with it are in nobody's way."""
    item = context.visit.items[item_id]
    if item.start is None or item.end is None:
        start = on(item.day or context.visit.about.starts)
        item = replace(item, start=start, end=start.plus(_UNTIMED_MINUTES))
    origin = where_it_stands(context, item)
    found: list[Barrier] = []
    if origin is not None:
        found = list(barriers(Drag(context, item, origin, frozenset({item_id, *along}))))
    return Forbidden(context, item, found)


class Forbidden:
    """The starts of one item that break something."""

    def __init__(self, context: Context, item: ProgrammeItem, found: Sequence[Barrier]) -> None:
        self._context: Final = context
        self._item: Final = item
        self._zone: Final = zone_of(context.visit, item)
        self._edges: Final = sorted({edge for b in found for edge in (b.first, b.last)})
        self._active: Final = _by_segment(self._edges, found)

    def at(self, start: LocalTime) -> tuple[Hit, ...]:
        """What would break if the item started then, errors first."""
        moment = instant(start, self._zone)
        found: dict[tuple[str, str, str], list[Barrier]] = defaultdict(list)
        for barrier in self._segment(moment):
            found[barrier.code, barrier.other, _apart(barrier)].append(barrier)
        hits = [self._hit(together, moment) for together in found.values()]
        hits.sort(key=lambda hit: (hit.severity is not Severity.ERROR, hit.code, hit.items))
        return tuple(hits)

    def severity_at(self, start: LocalTime) -> Severity | None:
        """The worst that would break if the item started then."""
        return _worst(self._segment(instant(start, self._zone)))

    def bands(self, first: LocalTime, last: LocalTime) -> tuple[Band, ...]:
        """The forbidden starts between two times by severity, in order and not overlapping."""
        begin, end = instant(first, self._zone), instant(last, self._zone)
        edges = [begin, *(edge for edge in self._edges if begin < edge < end), end]
        bands: list[Band] = []
        for left, right in pairwise(edges):
            worst = _worst(self._segment(left))
            if worst is None:
                continue
            start, stop = from_instant(left, self._zone), from_instant(right, self._zone)
            if bands and bands[-1].severity is worst and bands[-1].end == start:
                start = bands.pop().start
            bands.append(Band(start, stop, worst))
        return tuple(bands)

    def _segment(self, moment: int) -> tuple[Barrier, ...]:
        at = bisect_right(self._edges, moment) - 1
        return self._active[at] if at >= 0 else ()

    def _hit(self, together: Sequence[Barrier], moment: int) -> Hit:
        barrier = together[0]
        minutes = max((b.minutes(moment) for b in together), key=abs)
        pair = self._pair(barrier, moment)
        people: tuple[str, ...] = ()
        if barrier.code in {"T01", "R01"}:
            people = self._context.roster.ranked({b.who for b in together})
        text = self._text(barrier, pair, people, minutes)
        return Hit(barrier.code, _worst(together) or barrier.severity, text, pair, people)

    def _pair(self, barrier: Barrier, moment: int) -> tuple[str, str]:
        """The two items in their order if the item starts at that moment."""
        visit = self._context.visit
        other = span_of(visit, visit.items[barrier.other]) or (moment, moment)
        span = span_of(visit, self._item) or (0, 0)
        mine = (moment, moment + span[1] - span[0], self._item.id)
        if (*other, barrier.other) <= mine:
            return barrier.other, self._item.id
        return self._item.id, barrier.other

    def _text(
        self, barrier: Barrier, pair: tuple[str, str], people: tuple[str, ...], minutes: int
    ) -> Message:
        if barrier.code == "T01":
            return clash_text(pair, people, minutes, duty=barrier.severity is Severity.WARNING)
        if barrier.code == "R01":
            venue = self._context.visit.items[pair[1]].venue or ""
            return late_text(pair, people, venue, minutes)
        if barrier.code == "V01":
            return room_text(barrier.who, pair, abs(minutes), at_once=minutes > 0)
        return vehicle_text(barrier.who, pair, minutes)


def _apart(barrier: Barrier) -> str:
    """What keeps two hits on the same item apart: the thing wanted, or required from on duty."""
    if barrier.code == "R01":
        return ""
    return barrier.severity if barrier.code == "T01" else barrier.who


def _worst(found: Sequence[Barrier]) -> Severity | None:
    if any(barrier.severity is Severity.ERROR for barrier in found):
        return Severity.ERROR
    return Severity.WARNING if found else None


def _by_segment(edges: Sequence[int], found: Sequence[Barrier]) -> list[tuple[Barrier, ...]]:
    """What is active from each edge to the next."""
    opened: dict[int, list[Barrier]] = defaultdict(list)
    for barrier in found:
        opened[barrier.first].append(barrier)
    active: list[Barrier] = []
    segments: list[tuple[Barrier, ...]] = []
    for edge in edges:
        active = [barrier for barrier in active if barrier.last > edge] + opened[edge]
        segments.append(tuple(active))
    return segments
