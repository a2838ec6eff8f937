# SPDX-License-Identifier: MIT
"""The timeline for assistive technology: every item in sight of the day is a child with a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

from visitplanner.gui.timeline.lifetime import alive
from visitplanner.gui.timeline.stage import Stage
from visitplanner.words.catalogue import translator
from visitplanner.words.message import render

if TYPE_CHECKING:
    from visitplanner.gui.timeline.scene import Scene

_INVALID: Final = -1


class TimelineAccessible(QAccessibleWidget):
    """The list of the items of the day, in the order of their times."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, QAccessible.Role.List)
        self._stage = stage
        self._children: dict[str, BlockAccessible] = {}

    @property
    def items(self) -> list[str]:
        """The items that are children."""
        if not alive(self._stage):
            return []
        layout = self._stage.scene.layout
        return [*layout.pieces, *layout.shelf]

    @override
    def childCount(self) -> int:
        return len(self.items)

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        items = self.items
        return self.child_of(items[index]) if 0 <= index < len(items) else None

    def child_of(self, item: str) -> BlockAccessible:
        """The child that stands for an item; it stays the same while the timeline lives."""
        found = self._children.get(item)
        if found is None:
            found = self._children[item] = BlockAccessible(self, self._stage, item)
            QAccessible.registerAccessibleInterface(found)
        return found

    @override
    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        if isinstance(child, BlockAccessible) and child.item in self.items:
            return self.items.index(child.item)
        return _INVALID

    @override
    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        for item in self.items:
            child = self.child_of(item)
            if child.rect().contains(x, y):
                return child
        return None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        current = self._stage.canvas.current
        if self._stage.hasFocus() and current in self.items:
            return self.child_of(current)
        return None


class BlockAccessible(QAccessibleInterface):
    """An item: its title, times, place, people and problems in one sentence."""

    def __init__(self, parent: TimelineAccessible, stage: Stage, item: str) -> None:
        super().__init__()
        self._parent = parent
        self._stage = stage
        self.item = item

    @override
    def isValid(self) -> bool:
        return alive(self._stage) and self.item in self._stage.scene.visit.items

    @override
    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    @override
    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._stage.window().windowHandle()

    @override
    def parent(self) -> QAccessibleInterface:
        return self._parent

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        return _INVALID

    @override
    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if t is QAccessible.Text.Name:
            return spoken(self._stage.scene, self.item)
        if t is QAccessible.Text.Description:
            return problems_spoken(self._stage.scene, self.item)
        return ""

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Titles are typed in the field the timeline opens."""

    @override
    def rect(self) -> QRect:
        found = self._stage.rect_of(self.item) if self.isValid() else None
        if found is None:
            return self._chip()
        return QRect(self._stage.viewport().mapToGlobal(found.topLeft()), found.size())

    def _chip(self) -> QRect:
        """Where it lies on the shelf."""
        shelf = self._stage.shelf if self.isValid() else None
        for key, _, place in shelf.places() if shelf is not None else ():
            if key == self.item and shelf is not None:
                chip = place.toAlignedRect()
                return QRect(shelf.mapToGlobal(chip.topLeft()), chip.size())
        return QRect()

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        canvas = self._stage.canvas
        state.selectable = state.focusable = True
        state.selected = self.item in canvas.selected
        state.focused = self._stage.hasFocus() and self.item == canvas.current
        found = self._stage.rect_of(self.item) if self.isValid() else None
        lies = found is None and not self._chip().isNull()
        state.offscreen = not lies and (
            found is None or not found.intersects(self._stage.viewport().rect())
        )
        state.invalid = not self.isValid()
        return state


def spoken(scene: Scene, item_id: str) -> str:
    """What a screen reader says of an item."""
    face = scene.faces.of(scene.visit.items[item_id])
    _ = translator(scene.language).gettext
    marks = [
        word
        for holds, word in (
            (face.tentative, _("Tentative")),
            (face.cancelled, _("Cancelled")),
            (face.fixed, _("Fixed time")),
            (face.internal, _("Internal")),
        )
        if holds
    ]
    return ", ".join(t for t in (face.title, face.time, face.place, face.people, *marks) if t)


def problems_spoken(scene: Scene, item_id: str) -> str:
    """The problems of an item as sentences."""
    return ". ".join(
        render(problem.message, scene.visit, scene.language) for problem in scene.alarms.of(item_id)
    )


def _made(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt calls when assistive technology asks for a widget."""
    if not isinstance(thing, Stage):
        return None
    # Qt does not hold the Python half of an interface: it lives as long as its timeline.
    thing.accessible = made = TimelineAccessible(thing)
    return made


@cache
def install() -> None:
    """Makes timelines known to assistive technology; once for the process."""
    QAccessible.installFactory(_made)


def tell_focus(stage: Stage) -> None:
    """Tells assistive technology where the keyboard is now."""
    if not QAccessible.isActive() or not stage.canvas.current:
        return
    interface = QAccessible.queryAccessibleInterface(stage)
    if isinstance(interface, TimelineAccessible):
        child = interface.child_of(stage.canvas.current)
        QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))
