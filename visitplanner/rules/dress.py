# SPDX-License-Identifier: MIT
"""What was found becomes a problem: due or not yet, waived or not, at its place in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from visitplanner.rules.rule import Found, Place, Problem, Rule, Severity

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.staging import Stages

_LAST: Final = 1 << 60


class Entry(NamedTuple):
    """A problem with what it is sorted by and what it was made from."""

    order: tuple[int, str, str, str]
    problem: Problem
    found: Found | None = None


class Dress:
    """The stages and waivers of one visit, put on what the rules find."""

    def __init__(
        self, visit: Visit, reached: Stages, waivers: dict[tuple[str, str], str] | None = None
    ) -> None:
        self.visit: Final = visit
        self.stages: Final = reached
        if waivers is None:
            waivers = {(w.code, w.place): key for key, w in sorted(visit.waivers.items())}
        self._waivers: Final = waivers

    def renewed(self, visit: Visit) -> Dress:
        """The same for an edited visit with the same stages and waivers."""
        return Dress(visit, self.stages, self._waivers)

    def entry(self, rule: Rule, found: Found) -> Entry:
        """The problem a rule has found."""
        severity = found.severity or rule.severity
        if rule.rises and severity is Severity.WARNING and self.stages.approval:
            severity = Severity.ERROR
        problem = Problem(
            code=rule.code,
            name=rule.name,
            severity=severity,
            stage=found.stage or rule.stage,
            message=found.message,
            items=found.items,
            people=found.people,
            places=found.places or tuple(Place("items", i) for i in found.items),
        )
        return self.entry_of(problem, found)

    def entry_of(self, problem: Problem, found: Found | None = None) -> Entry:
        """The problem with stage and waiver as they are now."""
        due = problem.stage in self.stages.reached
        worn = replace(
            problem,
            due=due,
            due_on=None if due else self.stages.due_on.get(problem.stage),
            waiver=self._waivers.get((problem.code, problem.key)) if self._waivers else None,
        )
        return Entry(self._order(worn), worn, found)

    def _order(self, problem: Problem) -> tuple[int, str, str, str]:
        first = self.visit.items.get(problem.items[0]) if problem.items else None
        start = first.start.minutes if first is not None and first.start is not None else _LAST
        return start, problem.key, problem.datum, problem.message.msgid
