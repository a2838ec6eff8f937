# SPDX-License-Identifier: MIT
"""Which findings are shown: of a severity, about a person, on a day; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem, Severity


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is asked for; None is everything."""

    severity: Severity | None = None
    person: str | None = None
    day: date | None = None

    def admits(self, problem: Problem, visit: Visit) -> bool:
        """Whether a finding is shown."""
        return (
            self.severity in {None, problem.severity}
            and (self.person is None or self.person in people_of(problem))
            and (self.day is None or self.day in days_of(problem, visit))
        )


def people_of(problem: Problem) -> set[str]:
    """Those a finding names, and those whose own data it points at."""
    return {*problem.people, *(place.id for place in problem.places if place.kind == "people")}


def days_of(problem: Problem, visit: Visit) -> set[date]:
    """The days of the items a finding is about."""
    return set(_days(problem, visit))


def _days(problem: Problem, visit: Visit) -> Iterator[date]:
    named = (place.id for place in problem.places if place.kind == "items")
    for key in (*problem.items, *named):
        item = visit.items.get(key)
        if item is not None and item.start is not None:
            yield item.start.date
        elif item is not None and item.day is not None:
            yield item.day
