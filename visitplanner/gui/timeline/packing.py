# SPDX-License-Identifier: MIT
"""Items that overlap stand side by side: which part of its lanes each one gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True)
class Run:
    """An item over adjacent lanes, from minute to minute; its columns are found by `pack`."""

    item: str
    first: int
    last: int
    top: int
    bottom: int
    column: int = 0
    columns: int = 1
    reach: int = 1
    """Columns it takes: more than one where those to the right are free."""

    @property
    def left(self) -> float:
        """Where it begins, in lanes."""
        return self.first + self.column / self.columns

    @property
    def right(self) -> float:
        """Where it ends, in lanes."""
        return self.last + (self.column + self.reach) / self.columns

    def meets(self, other: Run) -> bool:
        """Whether both want the same lane at the same time."""
        return (
            self.top < other.bottom
            and other.top < self.bottom
            and self.first <= other.last
            and other.first <= self.last
        )


def pack(runs: Iterable[Run]) -> list[Run]:
    """Runs placed beside each other; one that cannot be drawn in a piece is drawn lane by lane."""
    waiting = list(runs)
    while True:
        clusters = _clusters(sorted(waiting, key=_reading_order))
        torn = [run for cluster in clusters for run in _colliding(cluster)]
        if not torn:
            for cluster in clusters:
                _widen(cluster)
            return [run for cluster in clusters for run in cluster]
        split = {id(run) for run in torn}
        waiting = [
            piece for run in waiting for piece in (_pieces(run) if id(run) in split else (run,))
        ]


def _reading_order(run: Run) -> tuple[int, int, int, str]:
    return (run.top, run.first - run.last, -run.bottom, run.item)


def _pieces(run: Run) -> list[Run]:
    return [
        Run(run.item, lane, lane, run.top, run.bottom) for lane in range(run.first, run.last + 1)
    ]


def _clusters(runs: Sequence[Run]) -> list[list[Run]]:
    """Groups of runs linked by meeting each other, each with its columns set."""
    active: dict[int, list[Run]] = {}
    home: dict[int, list[Run]] = {}
    for run in runs:
        run.column, run.columns, run.reach = 0, 1, 1
        own = [run]
        taken: set[int] = set()
        for lane in range(run.first, run.last + 1):
            still = [other for other in active.get(lane, ()) if other.bottom > run.top]
            for other in still:
                taken.add(other.column)
                joined = home[id(other)]
                if joined is not own:
                    own = _joined(own, joined, home)
            active[lane] = [*still, run]
        while run.column in taken:
            run.column += 1
        home[id(run)] = own
    clusters = list({id(cluster): cluster for cluster in home.values()}.values())
    for cluster in clusters:
        width = max(run.column for run in cluster) + 1
        for run in cluster:
            run.columns = width
    return clusters


def _joined(one: list[Run], other: list[Run], home: dict[int, list[Run]]) -> list[Run]:
    """Both clusters as one; the shorter moves into the longer."""
    into, moved = (one, other) if len(one) >= len(other) else (other, one)
    into.extend(moved)
    for run in moved:
        home[id(run)] = into
    for run in one:
        home[id(run)] = into
    return into


def _colliding(cluster: Sequence[Run]) -> list[Run]:
    """Spanning runs whose rectangle would lie over another run."""
    if len(cluster) == 1:
        return []
    return [
        run
        for run in cluster
        if run.first < run.last
        and any(
            other is not run
            and run.meets(other)
            and run.left < other.right
            and other.left < run.right
            for other in cluster
        )
    ]


def _widen(cluster: Sequence[Run]) -> None:
    """Lets every run of one lane take the free columns to its right."""
    for run in cluster:
        if run.columns == 1 or run.first != run.last:
            continue
        limit = run.columns
        for other in cluster:
            if other is not run and run.meets(other) and other.column > run.column:
                limit = min(limit, other.column)
        run.reach = limit - run.column
