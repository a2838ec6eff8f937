# SPDX-License-Identifier: MIT
"""All the timeline draws, derived from one visit, its problems and what is chosen; no Qt."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.roster import Roster
from visitplanner.gui.timeline.alarms import Alarms
from visitplanner.gui.timeline.clocks import second_clock
from visitplanner.gui.timeline.faces import Faces
from visitplanner.gui.timeline.layout import arrange
from visitplanner.gui.timeline.travel import bands, needs
from visitplanner.rules.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.clocks import SecondClock
    from visitplanner.gui.timeline.layout import Choice, Layout
    from visitplanner.gui.timeline.travel import Band
    from visitplanner.rules.rule import Problem


class Scene:
    """One picture of a visit; it never changes but for what it looks up lazily."""

    def __init__(
        self,
        visit: Visit,
        problems: Iterable[Problem],
        choice: Choice,
        language: Language,
        known: Scene | None = None,
    ) -> None:
        self.visit: Final = visit
        self.choice: Final = choice
        self.language: Final[Language] = language
        self.roster: Final[Roster] = known.roster.renewed(visit) if known else Roster(visit)
        self.faces: Final[Faces] = known.faces.renewed(visit) if known else Faces(visit, language)
        self.alarms: Final = Alarms(visit, problems)
        self.layout: Final[Layout] = arrange(
            visit, choice, language, self.roster, self.alarms.concerned
        )
        self.second: Final[SecondClock | None] = second_clock(visit, self.layout)
        ways = Ways(visit)
        self.needs: Final[Mapping[str, float]] = needs(visit, ways, self.layout)
        self.bands: Final[tuple[Band, ...]] = bands(visit, ways, self.layout, self.roster)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.choice.day or self.visit.about.starts

    def day_beside(self, steps: int) -> date:
        """The day so many days on; days before and after the visit may be looked at too."""
        return self.day + timedelta(days=steps)
