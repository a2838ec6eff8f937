# SPDX-License-Identifier: MIT
"""Which lanes are seen and in which order: hidden, brought back, moved, filtered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from visitplanner.gui.timeline.layout import Choice
    from visitplanner.gui.timeline.view import Timeline


class Arranging:
    """What the user does to the lanes of a timeline; the visit knows nothing of it."""

    def __init__(self, view: Timeline) -> None:
        self._view: Final = view

    @property
    def movable(self) -> bool:
        """Whether lanes can be put in another order: days follow the calendar."""
        return self._view.choice.mode is not LaneMode.DAY

    @property
    def current(self) -> str:
        """The lane of the selected item, the first one when it stands in several; or empty."""
        layout = self._view.scene.layout
        blocks = layout.pieces.get(self._view.chosen.current)
        return layout.lanes[blocks[0].first].key if blocks else ""

    def hide(self, key: str) -> None:
        """Takes a lane out of sight."""
        if key:
            self._choose(replace(self._choice, hidden=self._choice.hidden | {key}))

    def show(self, key: str) -> None:
        """Brings a hidden lane back; with the filter, that is lifted when it stands in the way."""
        choice = replace(self._choice, hidden=self._choice.hidden - {key})
        self._choose(choice)
        if self._view.scene.layout.lane_of(key) is None and choice.troubled:
            self._choose(replace(choice, troubled=False))

    def show_all(self) -> None:
        """Every lane of the day."""
        self._choose(replace(self._choice, hidden=frozenset(), troubled=False))

    def filter(self, *, troubled: bool) -> None:
        """Only lanes in which something is wrong, or all again."""
        self._choose(replace(self._choice, troubled=troubled))

    def step(self, key: str, steps: int) -> bool:
        """Moves a lane past the lanes seen beside it; answers whether it could."""
        layout = self._view.scene.layout
        place = layout.lane_of(key)
        if place is None or not self.movable or not 0 <= place + steps < len(layout.lanes):
            return False
        self.move(key, place + steps + (1 if steps > 0 else 0))
        return True

    def move(self, key: str, before: int) -> None:
        """Puts a lane before that of a place; hidden ones keep to their neighbours."""
        layout = self._view.scene.layout
        seen = [lane.key for lane in layout.lanes]
        if key not in seen or not self.movable:
            return
        order = [other for other in layout.all_keys if other != key]
        beyond = next((other for other in seen[before:] if other != key), None)
        order.insert(order.index(beyond) if beyond is not None else len(order), key)
        gone = (other for other in self._choice.order if other not in layout.all_keys)
        self._choose(replace(self._choice, order=(*order, *gone)))

    def reveal(self, item: str) -> bool:
        """Brings back the lanes of an item of the day shown; answers whether that helped."""
        view = self._view
        if item in view.scene.layout.pieces or not (self._choice.hidden or self._choice.troubled):
            return False
        before = self._choice
        view.choose(replace(before, hidden=frozenset(), troubled=False))
        if item not in view.scene.layout.pieces:
            view.choose(before)
            return False
        keys = self._keys_of(item)
        self._choose(replace(before, hidden=before.hidden - keys, troubled=False))
        return True

    def _keys_of(self, item: str) -> frozenset[str]:
        layout = self._view.scene.layout
        return frozenset(
            layout.lanes[n].key
            for block in layout.pieces[item]
            for n in range(block.first, block.last + 1)
        )

    @property
    def _choice(self) -> Choice:
        return self._view.choice

    def _choose(self, choice: Choice) -> None:
        self._view.choose(choice)
        self._view.arranged.emit()
