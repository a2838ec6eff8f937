# SPDX-License-Identifier: MIT
"""Where everything of a day stands on the timeline: lanes, blocks, shelf; no Qt, no pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from visitplanner.gui.timeline.lanes import (
    MINUTES_A_DAY,
    Lane,
    LaneMode,
    Laning,
    axis_span,
    day_lanes,
    lane_names,
    midnight,
)
from visitplanner.gui.timeline.packing import Run, pack
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.roster import Roster
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One drawn piece of an item; `left` and `right` count lanes, `top` and `bottom` minutes."""

    item: str
    first: int
    last: int
    left: float
    right: float
    top: int
    bottom: int
    cut_above: bool
    """It began before the midnight at the top."""
    cut_below: bool
    """It goes on after the midnight at the bottom."""
    piece: int
    """0 for the piece that stands for the item; more for its further runs."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lanes are shown, and how: mode, day, hidden and moved lanes."""

    mode: LaneMode = LaneMode.TRACK
    day: date | None = None
    """None: the first day of the visit."""
    hidden: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    """Keys the user put first, in his order."""
    troubled: bool = False
    """Only lanes in which something is wrong."""


class Column:
    """The blocks that touch one lane, kept for look-up by time."""

    __slots__ = ("_reach", "_tops", "blocks")

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks: Final = sorted(blocks, key=lambda block: (block.top, block.left))
        self._tops = [block.top for block in self.blocks]
        self._reach: list[int] = []
        furthest = 0
        for block in self.blocks:
            furthest = max(furthest, block.bottom)
            self._reach.append(furthest)

    def between(self, top: float, bottom: float) -> Iterator[Block]:
        """Blocks that touch the half-open span of minutes."""
        for index in range(bisect_right(self._reach, top), bisect_left(self._tops, bottom)):
            block = self.blocks[index]
            if block.bottom > top:
                yield block


@dataclass(frozen=True)
class Layout:
    """The arrangement of one day in one mode."""

    choice: Choice
    lanes: tuple[Lane, ...] = ()
    columns: tuple[Column, ...] = ()
    shelf: tuple[str, ...] = ()
    """Untimed items, in the order of the plan."""
    pieces: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    """The blocks of an item, left to right; items in the order of their times."""
    all_keys: tuple[str, ...] = ()
    """The keys of all lanes of the day, those not shown as well, in order."""

    def visible(self, first: int, last: int, top: float, bottom: float) -> Iterator[Block]:
        """Each block once that touches the lanes first to last and the span of minutes."""
        start = max(0, first)
        for index in range(start, min(last + 1, len(self.columns))):
            for block in self.columns[index].between(top, bottom):
                if index in {block.first, start}:
                    yield block

    def at(self, lane: float, minute: float) -> Block | None:
        """The block under a point, the topmost when several are."""
        index = int(lane)
        if not 0 <= index < len(self.columns):
            return None
        found = None
        for block in self.columns[index].between(minute, minute + 1e-6):
            if block.left <= lane < block.right:
                found = block
        return found

    def lane_of(self, key: str) -> int | None:
        """The place of a lane by its key."""
        return next((n for n, lane in enumerate(self.lanes) if lane.key == key), None)


EMPTY: Final = Layout(Choice())


def arrange(
    visit: Visit,
    choice: Choice,
    language: Language,
    roster: Roster,
    wrong: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Layout:
    """The layout of a visit as chosen; `wrong`: items with problems, and whom they concern."""
    if choice.mode is LaneMode.DAY:
        return _by_day(visit, choice, language, roster, wrong)
    day = choice.day or visit.about.starts
    origin = midnight(day)
    timed: list[tuple[ProgrammeItem, int, int]] = []
    shelf: list[str] = []
    for item in visit.items.values():
        span = axis_span(visit, item)
        if span is None:
            if item.day in (None, day):
                shelf.append(item.id)
        elif span[0] < origin + MINUTES_A_DAY and span[1] > origin:
            timed.append((item, span[0] - origin, span[1] - origin))
    timed.sort(key=lambda entry: (entry[1], entry[2], entry[0].id))
    laning = Laning(visit, choice.mode, roster)
    keys = {item.id: laning.keys_of(item) for item, _, _ in timed}
    all_keys = _in_order(choice, laning.ordered(key for found in keys.values() for key in found))
    by_person = choice.mode is LaneMode.PERSON
    troubled = {
        key
        for item, found in keys.items()
        if (people := wrong.get(item)) is not None
        for key in found
        if key in people or not (people and by_person)
    }
    shown = _chosen(choice, all_keys, troubled)
    index = {key: n for n, key in enumerate(shown)}
    runs = [
        Run(item.id, first, last, max(0, start), min(MINUTES_A_DAY, end))
        for item, start, end in timed
        for first, last in _adjacent(index[key] for key in keys[item.id] if key in index)
    ]
    cuts = {item.id: (start < 0, end > MINUTES_A_DAY) for item, start, end in timed}
    lanes = tuple(
        Lane(key, *lane_names(visit, roster, choice.mode, key, language), origin) for key in shown
    )
    return replace(_built(choice, lanes, runs, cuts, tuple(shelf)), all_keys=tuple(all_keys))


def _in_order(choice: Choice, keys: Sequence[str]) -> list[str]:
    """Keys with those moved by the user first."""
    moved = [key for key in choice.order if key in keys]
    return [*moved, *(key for key in keys if key not in moved)]


def _chosen(choice: Choice, keys: Iterable[str], troubled: Collection[str]) -> list[str]:
    """Keys without the hidden ones; with the filter, those alone where something is wrong."""
    kept = (key for key in keys if key not in choice.hidden)
    return [key for key in kept if key in troubled or not choice.troubled]


def _adjacent(indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring lanes."""
    first = last = -2
    for index in sorted(set(indexes)):
        if index == last + 1:
            last = index
            continue
        if first >= 0:
            yield first, last
        first = last = index
    if first >= 0:
        yield first, last


def _by_day(
    visit: Visit, choice: Choice, language: Language, roster: Roster, wrong: Iterable[str]
) -> Layout:
    days = dict(day_lanes(visit))
    troubled = {
        key
        for key, origin in days.items()
        for item in wrong
        if item in visit.items
        and (span := axis_span(visit, visit.items[item]))
        and span[0] < origin + MINUTES_A_DAY
        and span[1] > origin
    }
    lanes = tuple(
        Lane(key, *lane_names(visit, roster, LaneMode.DAY, key, language), days[key])
        for key in _chosen(choice, days, troubled)
    )
    runs: list[Run] = []
    shelf: list[str] = []
    cuts: dict[str, tuple[bool, bool]] = {}
    for item in visit.items.values():
        span = axis_span(visit, item)
        if span is None:
            shelf.append(item.id)
            continue
        cuts[item.id] = (False, False)
        for n, lane in enumerate(lanes):
            top, bottom = span[0] - lane.origin, span[1] - lane.origin
            if top < MINUTES_A_DAY and bottom > 0:
                runs.append(Run(item.id, n, n, max(0, top), min(MINUTES_A_DAY, bottom)))
    return replace(_built(choice, lanes, runs, cuts, tuple(shelf)), all_keys=tuple(days))


def _built(
    choice: Choice,
    lanes: tuple[Lane, ...],
    runs: Iterable[Run],
    cuts: Mapping[str, tuple[bool, bool]],
    shelf: tuple[str, ...],
) -> Layout:
    by_item: dict[str, list[Run]] = {}
    for run in pack(_at_least_a_minute(run) for run in runs):
        by_item.setdefault(run.item, []).append(run)
    columns: list[list[Block]] = [[] for _ in lanes]
    pieces: dict[str, tuple[Block, ...]] = {}

    def place(key: str) -> tuple[int, float, str]:
        first = min(by_item[key], key=lambda run: run.left)
        return lanes[first.first].origin + first.top, first.left, key

    for item in sorted(by_item, key=place):
        own = sorted(by_item[item], key=lambda run: run.left)
        pieces[item] = blocks = tuple(
            Block(item, r.first, r.last, r.left, r.right, r.top, r.bottom, *cuts[item], n)
            for n, r in enumerate(own)
        )
        for block in blocks:
            for lane in range(block.first, block.last + 1):
                columns[lane].append(block)
    return Layout(choice, lanes, tuple(Column(blocks) for blocks in columns), shelf, pieces)


def _at_least_a_minute(run: Run) -> Run:
    run.bottom = max(run.bottom, run.top + 1)
    return run


def why_empty(layout: Layout) -> str:
    """What to say where no block is seen."""
    if layout.lanes or not layout.all_keys:
        return N_("Nothing is planned on this day. Drag the mouse here or press N to add an item.")
    if layout.choice.troubled:
        return N_("No lane has problems.")
    return N_("All lanes are hidden. They come back by View › Show all lanes.")
