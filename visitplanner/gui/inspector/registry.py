# SPDX-License-Identifier: MIT
"""Which chapters the page of a kind has; the inspector itself knows no kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import MEALS, Kind
from visitplanner.domain.seating_order import SEATED_KINDS
from visitplanner.gui.inspector.chapters import Duties, Findings, Notes, Title
from visitplanner.gui.inspector.particular import (
    AgendaOf,
    Column,
    Documents,
    Drawings,
    EnterpriseOf,
    JourneyOf,
    LayingOf,
    MealOf,
    Needs,
    PressOf,
    Steps,
)
from visitplanner.gui.inspector.people import People
from visitplanner.gui.inspector.places import Place, Tracks, Way
from visitplanner.gui.inspector.times import Times

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.inspector.chapter import Chapter, Pen


@dataclass(frozen=True)
class Registered:
    """A chapter, and the kinds of item that have it; None for all."""

    make: Callable[[Pen], Chapter]
    kinds: frozenset[Kind] | None = None
    line_above: bool = False


_STAYING: Final = frozenset(Kind) - {Kind.TRANSFER}
_UNSCRIPTED: Final = {Kind.TRANSFER, Kind.ASSEMBLY, Kind.COFFEE, Kind.REST, Kind.FREE}
_TRAVELLING: Final = frozenset({Kind.ARRIVAL, Kind.DEPARTURE})
_DEBATES: Final = frozenset({Kind.SESSION, Kind.TALKS})
CHAPTERS: Final[tuple[Registered, ...]] = (
    Registered(Title),
    Registered(Findings),
    Registered(Times),
    Registered(Place, _STAYING, line_above=True),
    Registered(Way, frozenset({Kind.TRANSFER}), line_above=True),
    Registered(Tracks),
    Registered(People, line_above=True),
    Registered(JourneyOf, _TRAVELLING, line_above=True),
    Registered(LayingOf, frozenset({Kind.LAYING}), line_above=True),
    Registered(AgendaOf, _DEBATES, line_above=True),
    Registered(Documents, frozenset({Kind.SIGNING}), line_above=True),
    Registered(MealOf, MEALS, line_above=True),
    Registered(PressOf, frozenset({Kind.PRESS}), line_above=True),
    Registered(EnterpriseOf, frozenset({Kind.ENTERPRISE}), line_above=True),
    Registered(Column, frozenset({Kind.TRANSFER}), line_above=True),
    Registered(Drawings, SEATED_KINDS | {Kind.PRESS}, line_above=True),
    Registered(Steps, frozenset(Kind) - _UNSCRIPTED, line_above=True),
    Registered(Needs, line_above=True),
    Registered(Duties, line_above=True),
    Registered(Notes, line_above=True),
)


def chapters_of(kind: Kind) -> tuple[Registered, ...]:
    """The chapters of a kind in their order."""
    return tuple(c for c in CHAPTERS if c.kinds is None or kind in c.kinds)
