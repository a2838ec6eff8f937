# SPDX-License-Identifier: MIT
"""Travel times as a table of places by places; no Qt.

A cell holds the minutes of the way from the place of its row to the place of its column. Where
none are known, the guess by coordinates stands faintly: it is stored only when it is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain import legs
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.text import message
from visitplanner.domain.venues import Leg, LegSource
from visitplanner.gui.editors.column import Column, Listing, Shade
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_
from visitplanner.words.typed import length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.rules.rule import Problem

    Pairs = frozenset[frozenset[str]]

_SHORT: Final = 16
_ROW_HEAD: Final = 26
"""As many letters of a name stand at the head of a column, of a row."""
_LEG: Final = "legs."


def place(visit: Visit, key: str, language: str) -> str:
    """The name of a place as it begins a line."""
    name = cases.venue_name(visit.venues[key], language) or key  # type: ignore[arg-type]
    return name[:1].upper() + name[1:]


def short(name: str, most: int = _SHORT) -> str:
    """As much of a name as a heading bears."""
    return name if len(name) <= most else f"{name[:most].rstrip(' ,«(')}…"


def wanted_pairs(visit: Visit, problems: Iterable[Problem]) -> tuple[tuple[str, str], ...]:
    """The ways the plan needs and nobody knows: of transfers first, then those the checks miss."""
    found = dict.fromkeys(legs.ways_without_minutes(visit))
    known = {frozenset(pair) for pair in found}
    for problem in problems:
        for lack in problem.places:
            ends = (lack.id, lack.field.removeprefix(_LEG))
            if lack.kind != "venues" or not lack.field.startswith(_LEG):
                continue
            if frozenset(ends) not in known and all(end in visit.venues for end in ends):
                known.add(frozenset(ends))
                found[ends] = None
    return tuple(found)


def travel_listing(visit: Visit, language: str, wanted: Callable[[], Pairs]) -> Listing:
    """The table for the places there are now."""
    return Listing(
        title=N_("Travel times, minutes"),
        columns=(*(_to(key, place(visit, key, language), wanted) for key in visit.venues),),
        rows=lambda now: tuple(now.venues),
        row_title=lambda reading, key: short(
            place(reading.visit, key, reading.language), _ROW_HEAD
        ),
        reads=frozenset({"venues", "legs", "items", "movements", "people", "about"}),
    )


class _Ways:
    """The ways to one place."""

    def __init__(self, there: str, wanted: Callable[[], Pairs]) -> None:
        self._there = there
        self._wanted = wanted

    def leg(self, reading: Reading, here: str) -> Leg | None:
        return legs.leg_between(reading.visit, here, self._there)

    def read(self, reading: Reading, here: str) -> str:
        found = self.leg(reading, here)
        if found is None:
            return ""
        mark = "≈\N{NO-BREAK SPACE}" if found.source is LegSource.ESTIMATE else ""
        way = "\N{NO-BREAK SPACE}→" if found.one_way else ""
        return f"{mark}{dates.number_text(found.minutes)}{way}"

    def write(self, _reading: Reading, now: Visit, here: str, typed: str) -> Patch:
        digits = typed.replace("≈", "").replace("→", "").strip()
        minutes = length(digits) if digits else None
        if digits and minutes is None:
            raise EditRefusedError(message("“{text}” is no number of minutes.", text=typed))
        return legs.set_minutes(now, here, self._there, minutes)

    def ghost(self, reading: Reading, here: str) -> str:
        if here == self._there:
            return ""
        guess = legs.estimated(reading.visit, here, self._there)
        return f"({guess.minutes}?)" if guess is not None else ""

    def shade(self, reading: Reading, here: str) -> Shade:
        if here == self._there:
            return Shade.CLOSED
        if self.leg(reading, here) is not None:
            return Shade.PLAIN
        wanted = frozenset((here, self._there)) in self._wanted()
        return Shade.WANTED if wanted else Shade.LACKING

    def driven(self, reading: Reading, here: str) -> bool:
        found = self.leg(reading, here)
        return found is not None and found.verified_on is not None

    def order(self, reading: Reading, here: str) -> tuple[int | str, ...]:
        found = self.leg(reading, here)
        return (0, found.minutes) if found is not None else (1, 0)


def _to(there: str, name: str, wanted: Callable[[], Pairs]) -> Column:
    ways = _Ways(there, wanted)
    return Column(
        there,
        short(name),
        ways.read,
        ways.write,
        sort=ways.order,
        full_title=name,
        clears=True,
        digits=True,
        letters=False,
        ghost=ways.ghost,
        shade=ways.shade,
        marked=ways.driven,
        least="≈ 000 →",
    )
