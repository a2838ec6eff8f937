# SPDX-License-Identifier: MIT
"""Which items are selected, and the way from one to the next by time and lane; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.gui.timeline.layout import Block, Layout


class Selection:
    """Ids in order, the current one first."""

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ()

    @property
    def current(self) -> str:
        """The one the keyboard is at; empty when nothing is selected."""
        return self.ids[0] if self.ids else ""

    def choose(self, ids: Iterable[str]) -> bool:
        """Selects; answers whether that changed anything."""
        chosen = tuple(dict.fromkeys(ids))
        changed = chosen != self.ids
        self.ids = chosen
        return changed

    def toggled(self, item: str) -> tuple[str, ...]:
        """The selection with one item more or less."""
        if item in self.ids:
            return tuple(key for key in self.ids if key != item)
        return (item, *self.ids)


def first_block(layout: Layout, item: str) -> Block | None:
    """The piece an item is walked by."""
    blocks = layout.pieces.get(item)
    return blocks[0] if blocks else None


def in_time(layout: Layout, item: str, steps: int) -> str | None:
    """The next or previous item of the same lane; above the first one is the shelf."""
    block = first_block(layout, item)
    if block is None and item in layout.shelf and steps < 0:
        return None
    if block is None:
        return edge(layout, last=steps < 0 and item not in layout.shelf)
    order = [b.item for b in layout.columns[block.first].blocks]
    place = order.index(item) + steps
    if 0 <= place < len(order):
        return order[place]
    return layout.shelf[0] if place < 0 and layout.shelf else None


def in_lanes(layout: Layout, item: str, steps: int) -> str | None:
    """The item of the lane beside, nearest in time."""
    block = first_block(layout, item)
    if block is None and item in layout.shelf:
        place = layout.shelf.index(item) + steps
        return layout.shelf[place] if 0 <= place < len(layout.shelf) else None
    if block is None:
        return edge(layout, last=steps < 0)
    lane = (block.last if steps > 0 else block.first) + steps
    while 0 <= lane < len(layout.columns):
        others = [b for b in layout.columns[lane].blocks if b.item != item]
        if others:
            return min(others, key=lambda other: _apart(block, other)).item
        lane += steps
    return None


def _apart(one: Block, other: Block) -> tuple[int, int]:
    """How far two blocks are from each other in time: gap first, then starts."""
    gap = max(other.top - one.bottom, one.top - other.bottom, 0)
    return gap, abs(other.top - one.top)


def edge(layout: Layout, *, last: bool) -> str | None:
    """The first or the last item of the day."""
    items = list(layout.pieces)
    if not items:
        return None
    if not last:
        return items[0]
    return max(items, key=lambda key: layout.pieces[key][0].bottom)
