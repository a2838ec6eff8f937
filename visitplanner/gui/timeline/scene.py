# SPDX-License-Identifier: MIT
"""All the timeline draws, derived from one visit, its problems and what is chosen; no Qt."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.visit import days_of
from visitplanner.gui.timeline.alarms import Alarms
from visitplanner.gui.timeline.faces import Faces
from visitplanner.gui.timeline.layout import arrange
from visitplanner.gui.timeline.travel import bands, needs
from visitplanner.rules.roster import Roster
from visitplanner.rules.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
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
        before: Scene | None = None,
    ) -> None:
        self.visit: Final = visit
        self.choice: Final = choice
        self.language: Final[Language] = language
        self.roster: Final = before.roster.renewed(visit) if before else Roster(visit)
        kept = before is not None and before.language == language
        self.faces: Final = (
            before.faces.renewed(visit) if before and kept else Faces(visit, language)
        )
        self.alarms: Final = Alarms(visit, problems)
        self.layout: Final[Layout] = arrange(visit, choice, language, self.roster)
        ways = Ways(visit)
        self.needs: Final[Mapping[str, float]] = needs(visit, ways, self.layout)
        self.bands: Final[tuple[Band, ...]] = bands(visit, ways, self.layout)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.choice.day or self.visit.about.starts

    def days(self) -> list[date]:
        """The days one can go to: those of the visit, and any other with items."""
        found = set(days_of(self.visit))
        for item in self.visit.items.values():
            if item.start is not None and item.end is not None:
                found.add(item.start.date)
                found.add(item.end.plus(-1).date)
        return sorted(found)

    def day_beside(self, steps: int) -> date:
        """The day so many days on; days before and after the visit may be looked at too."""
        return self.day + timedelta(days=steps)
