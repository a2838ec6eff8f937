# SPDX-License-Identifier: MIT
"""The course of one day: what is fixed, what goes round lunch, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.fitting import (
    GRID,
    LEAST_FREE,
    PAUSE,
    Need,
    Piece,
    Timed,
    effort,
    filled,
    need,
)
from visitplanner.domain.kinds import KIND_FACTS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BLOCK: Final = (Kind.SESSION, Kind.SIGNING, Kind.PRESS)
"""One after another without a pause (protocol.md section 4, T08)."""
HOUR: Final = 60
LATE: Final = 18 * HOUR + 30
"""When the official part of a day is over."""
_LUNCH: Final = range(12 * HOUR, 14 * HOUR + 31, GRID)
_LUNCH_BEST: Final = 13 * HOUR
_DINNER: Final = range(18 * HOUR, 20 * HOUR + 1, 30)

# Costs: a minute of shortening costs three.
_MISSED_MEAL: Final = 2500.0
_WAY: Final = 8.0
_SHORT_LUNCH: Final = 45.0
_IDLE_MORNING: Final = 3.0
"""Times the cost of time lost later: a day begins with its programme."""
_LATE_MORNING: Final = 1.0
_AFTER_LUNCH: Final = 25.0
"""Flowers are laid and the heads meet before anything else."""


class Window(NamedTuple):
    """A day as far as the guests are there, in minutes from its midnight."""

    start: int
    end: int
    origin: str = ""
    """Where they wake up; empty on the day they come."""
    night: str = ""
    """Where they sleep; empty on the day they leave."""


class _Stretch(NamedTuple):
    pieces: tuple[Piece, ...]
    start: int
    end: int
    to_farewell: bool = False


class Plan(NamedTuple):
    """A course a day can take, and how much it hurts."""

    cost: float
    parts: tuple[_Stretch | Timed, ...] = ()

    def timed(self) -> tuple[Timed, ...]:
        """Everything of the day with its time."""
        found: list[Timed] = []
        for part in self.parts:
            if isinstance(part, Timed):
                found.append(part)
            else:
                found += filled(part.pieces, part.start, part.end, free_before_way=part.to_farewell)
        return tuple(found)


class _Chain(NamedTuple):
    pieces: tuple[Piece, ...]
    asked: Need


class _Pin(NamedTuple):
    """What ends a day at a set time, and what comes after that."""

    start: int
    site: str
    tail: tuple[Timed, ...]
    farewell: bool


class DayPlanner:
    """Plans single days."""

    def __init__(self, sites: Mapping[Kind, str], wanted: frozenset[Kind]) -> None:
        self._sites = sites
        self._lunch = Kind.LUNCH in wanted

    def plan(self, window: Window, share: tuple[Kind, ...]) -> Plan | None:
        """The best course of one day; None when it does not fit."""
        if not share:
            return Plan(0.0)
        options = [
            option for pin in self._pins(window, share) for option in self._with(window, share, pin)
        ]
        return min(options, key=lambda option: option.cost, default=None)

    def _pins(self, window: Window, share: tuple[Kind, ...]) -> Iterator[_Pin | None]:
        if Kind.DEPARTURE in share:
            site = self._sites[Kind.DEPARTURE]
            start = window.end - KIND_FACTS[Kind.DEPARTURE].usual
            start -= start % GRID
            farewell = Timed(Piece(Kind.DEPARTURE, site), start, window.end)
            yield _Pin(start, site, (farewell,), farewell=True)
            return
        yield None
        if Kind.DINNER in share:
            site = self._sites[Kind.DINNER]
            for start in _DINNER:
                end = start + KIND_FACTS[Kind.DINNER].usual
                after = _chained((Kind.REST,), self._sites, site, Kind.DINNER)
                evening = filled(after, end, end + need(after).usual)
                dinner = Timed(Piece(Kind.DINNER, site), start, end)
                yield _Pin(start, site, (dinner, *evening), farewell=False)

    def _with(self, window: Window, share: tuple[Kind, ...], pin: _Pin | None) -> Iterator[Plan]:
        course = tuple(k for k in share if k not in {Kind.DEPARTURE, Kind.DINNER})
        missed = _MISSED_MEAL if Kind.DINNER in share and pin is None else 0.0
        if window.night and pin is None:
            course = (*course, Kind.REST)
        rest = self._stretch(course, window.origin, None, pin)
        begin = _first_start(window, rest.asked, pin.start if pin is not None else None)
        without = missed + (_MISSED_MEAL if self._lunch else 0.0) + _lateness(window, begin)
        yield from _ended(Plan(without), rest, begin, window, pin)
        if self._lunch:
            for place in _lunch_places(course):
                yield from self._around_lunch(window, course, place, pin, missed)

    def _stretch(
        self, kinds: tuple[Kind, ...], origin: str, before: Kind | None, pin: _Pin | None
    ) -> _Chain:
        target = pin.site if pin is not None else ""
        pieces = _chained(kinds, self._sites, origin, before, target)
        return _Chain(pieces, need(pieces))

    def _around_lunch(
        self, window: Window, course: tuple[Kind, ...], place: int, pin: _Pin | None, missed: float
    ) -> Iterator[Plan]:
        site = self._sites[Kind.LUNCH]
        before = _chained(course[:place], self._sites, window.origin, None, site)
        after = self._stretch(course[place:], site, Kind.LUNCH, pin)
        walked = PAUSE if before and not before[-1].target else 0
        asked = need(before)
        slighted = sum(kind in {Kind.LAYING, Kind.HEADS_MEETING} for kind in course[place:])
        fixed = missed + _WAY * _ways(before) + _AFTER_LUNCH * slighted
        facts = KIND_FACTS[Kind.LUNCH]
        for start in _LUNCH:
            if start < window.start:
                continue
            until = start - walked
            begin = _first_start(window, asked, until)
            hurt = _filling(asked, until - begin) if before else 0.0
            if hurt is None:
                continue
            cost = fixed + _IDLE_MORNING * hurt + 0.5 * abs(start - _LUNCH_BEST)
            cost += _lateness(window, begin)
            for length, short in ((facts.usual, 0.0), (facts.shortest, _SHORT_LUNCH)):
                lunch = Timed(Piece(Kind.LUNCH, site), start, start + length)
                parts = (_Stretch(before, begin, until), lunch) if before else (lunch,)
                yield from _ended(Plan(cost + short, parts), after, start + length, window, pin)


def _first_start(window: Window, asked: Need, until: int | None) -> int:
    """When a day begins: with the arrival, or from the hotel when it is time to go."""
    if not window.origin or until is None:
        return window.start
    return max(window.start, until - asked.usual)


def _lateness(window: Window, begin: int) -> float:
    return _LATE_MORNING * (begin - window.start)


def _ended(
    plan: Plan, chain: _Chain, start: int, window: Window, pin: _Pin | None
) -> Iterator[Plan]:
    """The plan with the last stretch of the day, if that fits."""
    pieces, asked = chain
    cost = plan.cost + _WAY * _ways(pieces)
    if not pieces and pin is not None and plan.parts and pin.start - start >= LEAST_FREE:
        free = Timed(Piece(Kind.FREE, pin.site), start, pin.start)
        yield Plan(cost + pin.start - start, (*plan.parts, free, *pin.tail))
    elif not pieces:
        if start <= (window.end if pin is None else pin.start):
            yield Plan(cost, (*plan.parts, *(pin.tail if pin is not None else ())))
    elif pin is not None:
        end = pin.start - (0 if pieces[-1].target else PAUSE)
        hurt = _filling(asked, end - start)
        if hurt is not None:
            yield Plan(
                cost + hurt, (*plan.parts, _Stretch(pieces, start, end, pin.farewell), *pin.tail)
            )
    else:
        room = window.end - start
        wish = asked.usual + -(start + asked.usual) % GRID
        hurt = 0.0 if wish <= room else _filling(asked, room)
        if hurt is not None:
            end = start + min(wish, room)
            late = max(0, end - LATE)
            yield Plan(cost + hurt + late, (*plan.parts, _Stretch(pieces, start, end)))


def _filling(asked: Need, room: int) -> float | None:
    return effort(asked, room) if room >= 0 else None


def _ways(pieces: Sequence[Piece]) -> int:
    return sum(bool(piece.target) for piece in pieces)


def _chained(
    kinds: Sequence[Kind],
    sites: Mapping[Kind, str],
    origin: str,
    before: Kind | None,
    target: str = "",
) -> tuple[Piece, ...]:
    """The items in their order with the ways between their places."""
    pieces: list[Piece] = []
    here = origin
    for kind in kinds:
        site = sites[kind]
        moved = bool(here) and site != here
        if moved:
            pieces.append(Piece(Kind.TRANSFER, here, site))
        joined = kind in BLOCK and before in BLOCK
        pause = 0 if moved or joined or before is None else PAUSE
        pieces.append(Piece(kind, site, "", pause))
        here, before = site, kind
    if target and here and here != target:
        pieces.append(Piece(Kind.TRANSFER, here, target))
    return tuple(pieces)


def _lunch_places(course: tuple[Kind, ...]) -> Iterator[int]:
    """Where lunch can be set into a course: not before the arrival, not inside a block."""
    for place in range(len(course) + 1):
        before = course[place - 1] if place else None
        after = course[place] if place < len(course) else None
        inside = before in BLOCK and after in BLOCK
        if after is not Kind.ARRIVAL and before is not Kind.REST and not inside:
            yield place
