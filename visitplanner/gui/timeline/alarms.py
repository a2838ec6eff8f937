# SPDX-License-Identifier: MIT
"""What the rules say about the items on the timeline, kept by item; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.gui.timeline.lanes import axis_span
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem

_RANK: Final[Mapping[Severity, int]] = {severity: n for n, severity in enumerate(Severity)}
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Stain:
    """A stretch of an item's time that cannot be: minutes of the visit's clock since 1970."""

    item: str
    top: int
    bottom: int
    severity: Severity


class Alarms:
    """The problems that count now, by item, and the stretches of time they are about."""

    def __init__(self, visit: Visit, problems: Iterable[Problem]) -> None:
        self._by_item: dict[str, list[Problem]] = {}
        stains: dict[str, list[Stain]] = {}
        for problem in problems:
            if not problem.live or problem.datum:
                continue
            for item in dict.fromkeys(problem.items):
                self._by_item.setdefault(item, []).append(problem)
            for stain in _stains(visit, problem):
                stains.setdefault(stain.item, []).append(stain)
        self.stains: Final[Mapping[str, list[Stain]]] = stains

    def of(self, item: str) -> tuple[Problem, ...]:
        """The problems of an item, the worst first."""
        found = self._by_item.get(item, ())
        return tuple(sorted(found, key=lambda problem: _RANK[problem.severity]))

    def severity(self, item: str) -> Severity | None:
        """How bad the worst problem of an item is."""
        return worst(problem.severity for problem in self._by_item.get(item, ()))

    @property
    def concerned(self) -> Mapping[str, frozenset[str]]:
        """The items with problems, each with the people it is wrong for; none named is all."""
        found = {}
        for item, problems in self._by_item.items():
            named = [frozenset(problem.people) for problem in problems]
            found[item] = frozenset().union(*named) if all(named) else frozenset()
        return found

    @property
    def items(self) -> Iterable[str]:
        """The items with problems."""
        return self._by_item.keys()


def worst(severities: Iterable[Severity]) -> Severity | None:
    """The worst of some severities."""
    return min(severities, key=_RANK.__getitem__, default=None)


def _stains(visit: Visit, problem: Problem) -> Iterable[Stain]:
    """R01: the minutes short, at the start of the later item; T01, V01: the shared time."""
    if len(problem.items) != _PAIR:
        return
    before, after = (visit.items.get(key) for key in problem.items)
    if before is None or after is None:
        return
    spans = axis_span(visit, before), axis_span(visit, after)
    if spans[0] is None or spans[1] is None:
        return
    if problem.code == "R01":
        short = problem.message.args.get("minutes")
        if isinstance(short, int):
            start, end = spans[1]
            yield Stain(after.id, start, min(end, start + short), problem.severity)
    elif problem.code in {"T01", "V01"}:
        top, bottom = max(spans[0][0], spans[1][0]), min(spans[0][1], spans[1][1])
        if top < bottom:
            for item in (before, after):
                yield Stain(item.id, top, bottom, problem.severity)
