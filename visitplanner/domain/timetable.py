# SPDX-License-Identifier: MIT
"""When everything wished for can happen: the days of a visit from arrival to departure.

All orders the protocol allows are tried and the least painful is taken: lunch near one o'clock,
usual lengths, few ways, little idle time; what cannot be had is left out, the dearest last.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.course import BLOCK, HOUR, LATE, DayPlanner, Window
from visitplanner.domain.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from visitplanner.domain.fitting import Timed

_COURSE: Final = (Kind.LAYING, Kind.HEADS_MEETING, *BLOCK, Kind.ENTERPRISE)
_MORNING: Final = 9 * HOUR
_EVENING: Final = 20 * HOUR
_DAY: Final = 24 * HOUR
_DAWN: Final = 8 * HOUR
_NIGHTFALL: Final = 14 * HOUR
"""Who arrives later lays flowers in the light of the next day."""

# Costs, in minutes of shortening at three each.
_LEFT_OUT: Final = 2000.0
_OTHER_DAY: Final = 30.0
_EMPTY_DAY: Final = 60.0
_IN_THE_NIGHT: Final = 300.0
# What is left out first when not everything fits.
_EXPENDABLE: Final = (
    *(Kind.ENTERPRISE, Kind.LAYING, Kind.PRESS, Kind.SIGNING, Kind.SESSION, Kind.HEADS_MEETING),
    *(Kind.DEPARTURE, Kind.ARRIVAL),
)
"""Meals are no part of it: a day goes without one when there is no time at all."""


class Timetable(NamedTuple):
    """What happens on each day."""

    days: tuple[tuple[Timed, ...], ...]

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of item that found their place."""
        return frozenset(timed.piece.kind for day in self.days for timed in day)


def timetable(
    kinds: Collection[Kind],
    sites: Mapping[Kind, str],
    days: int,
    arrival: int,
    departure: int,
) -> Timetable:
    """The best arrangement of these kinds over so many days."""
    windows = _windows(sites, days, arrival, departure)
    wanted = frozenset(kinds)
    best: tuple[float, tuple[tuple[Timed, ...], ...]] | None = None
    expendable = [kind for kind in _EXPENDABLE if kind in wanted]
    plan = cache(DayPlanner(sites, wanted).plan)
    dawn = departure < _DAWN
    for dropped in range(len(expendable) + 1):
        cost = _LEFT_OUT * dropped
        if best is not None and best[0] <= cost:
            break
        kept = wanted.difference(expendable[:dropped])
        for share in _shares(kept, windows, dawn=dawn):
            plans = [plan(window, mine) for window, mine in zip(windows, share, strict=True)]
            found = [one for one in plans if one is not None]
            if len(found) < len(plans):
                continue
            whole = cost + sum(one.cost for one in found) + _displaced(share, arrival)
            if best is None or whole < best[0]:
                best = whole, tuple(one.timed() for one in found)
    return Timetable(best[1] if best is not None else tuple(() for _ in windows))


def _windows(
    sites: Mapping[Kind, str], days: int, arrival: int, departure: int
) -> tuple[Window, ...]:
    hotel = sites.get(Kind.REST, "")
    if days == 1:
        return (Window(arrival, departure),)
    # Who leaves just after midnight sets out on the evening before: then `last` is negative.
    last = min(_MORNING, departure - HOUR)
    inner = (Window(_MORNING, _EVENING, hotel, hotel) for _ in range(days - 2))
    evening = max(_EVENING, arrival + 2 * HOUR)
    if days == 2 and evening > _DAY + last:  # noqa: PLR2004 -- the night is too short to sleep
        return (Window(arrival, _DAY + departure),)
    return (Window(arrival, evening, "", hotel), *inner, Window(last, departure, hotel))


def _shares(
    kept: frozenset[Kind], windows: Sequence[Window], *, dawn: bool
) -> Iterator[tuple[tuple[Kind, ...], ...]]:
    """The ways to spread the items over the days.

    The order of the talks stands; flowers can be laid on any day, as the first thing of it.
    Before a departure at dawn nothing happens any more.
    """
    last = len(windows) - 1
    groups = [
        group
        for group in ((Kind.HEADS_MEETING,), BLOCK, (Kind.ENTERPRISE,))
        if kept.intersection(group)
    ]
    # In the middle of a long visit nothing is wished for: its days are left to the user.
    latest = last - 1 if dawn and last else last
    usable = sorted({0, min(1, latest), latest})
    for laying in usable if Kind.LAYING in kept else [0]:
        for chosen in combinations_with_replacement(usable, len(groups)):
            shares: list[list[Kind]] = [[] for _ in windows]
            if Kind.ARRIVAL in kept:
                shares[0].append(Kind.ARRIVAL)
            if Kind.LAYING in kept:
                shares[laying].append(Kind.LAYING)
            for day, group in zip(chosen, groups, strict=True):
                shares[day].extend(kind for kind in group if kind in kept)
            if Kind.DINNER in kept and last:
                shares[0].append(Kind.DINNER)
            if Kind.DEPARTURE in kept:
                shares[last].append(Kind.DEPARTURE)
            yield tuple(tuple(share) for share in shares)


def _displaced(shares: Sequence[Sequence[Kind]], arrival: int) -> float:
    """What it costs that items are on other days than is usual, and days without any."""
    last = len(shares) - 1
    if last == 0:
        return 0.0
    evening = arrival > _NIGHTFALL
    late = arrival > LATE - HOUR
    usual = {
        Kind.LAYING: 1 if evening else 0,
        Kind.HEADS_MEETING: 1 if late else 0,
        Kind.SESSION: 1 if evening else 0,
        Kind.ENTERPRISE: last,
    }
    moved = sum(
        abs(usual[kind] - day)
        for day, share in enumerate(shares)
        for kind in share
        if kind in usual
    )
    empty = sum(not set(share).intersection(_COURSE) for share in shares)
    dark = (evening and Kind.LAYING in shares[0]) + (late and Kind.HEADS_MEETING in shares[0])
    return _OTHER_DAY * moved + _EMPTY_DAY * empty + _IN_THE_NIGHT * dark
