# SPDX-License-Identifier: MIT
"""The mouse on the timeline: hovering, selecting, and where a drag begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt, QTimer

from visitplanner.domain.kinds import KIND_FACTS
from visitplanner.gui.theme import Metrics
from visitplanner.gui.timeline.dragging import Dragging
from visitplanner.gui.timeline.gestures import SNAP, Gesture, Grip, Held, snapped
from visitplanner.gui.timeline.lanes import axis_span

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from visitplanner.gui.timeline.layout import Block
    from visitplanner.gui.timeline.view import Timeline

_SLACK: Final = 4
"""Pixels the pointer may tremble before a click becomes a drag."""
_EDGE: Final = 28
"""Pixels from the edge of the window where a drag scrolls."""
_ASIDE: Final = 30
"""Pixels sideways after which another lane is meant."""
_REST_MS: Final = 60
"""Milliseconds after which a pointer that stays at one place rests there."""
_SOON_MS: Final = 12
"""The same where nothing was worked out before: the frame is drawn first."""
_NEW_MINUTES: Final = 30


class Pointer:
    """What the mouse is doing."""

    def __init__(self, view: Timeline) -> None:
        self._view: Final = view
        self._pressed = False
        self._drag: Dragging | None = None
        self._at = QPointF()
        self._pressed_at = QPointF()
        self._block: Block | None = None
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._copying = False
        self._before: tuple[str, ...] = ()
        """What was selected when the button went down."""
        self._pulling = ""
        """The item in hand that comes from the shelf."""
        self._edge_timer = QTimer(view, interval=30)
        self._edge_timer.timeout.connect(self._creep)
        self._rest_timer = QTimer(view, singleShot=True)
        self._rest_timer.timeout.connect(self._settle)

    @property
    def busy(self) -> bool:
        """Whether something is in hand."""
        return self._drag is not None

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        view = self._view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._at = self._pressed_at = event.position()
        self._copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._block = view.block_at(self._at)
        self._before = view.selection
        self._pressed = True
        if self._block is None:
            view.select(())
        elif self._copying:
            view.select(view.chosen.toggled(self._block.item), reveal=False)
        elif self._block.item not in view.selection:
            view.select((self._block.item,), reveal=False)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        self._at = event.position()
        self._modifiers = event.modifiers()
        if not self._pressed:
            self._hover()
            return
        if self._drag is None:
            moved = self._at - self._pressed_at
            if abs(moved.x()) + abs(moved.y()) < _SLACK or not self._begin():
                return
        self._follow()
        if self._rows_to_scroll() and not self._edge_timer.isActive():
            self._edge_timer.start()

    def release(self, event: QMouseEvent) -> None:
        """The button went up: a drag is dropped, a click selects."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pressed, drag, block = self._pressed, self._drag, self._block
        self.cancel()
        if drag is not None:
            drag.drop()
        elif pressed and block is not None and not self._copying:
            self._view.select((block.item,), reveal=False)
        self._hover()

    def pull(self, key: str, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """A chip of the shelf is dragged, to a point of the viewport."""
        view = self._view
        self._at, self._modifiers = at, modifiers
        if self._drag is None:
            if self._pulling == key or not view.viewport().rect().contains(at.toPoint()):
                return
            self._pulling = key
            if not self._may_edit():
                return
            gesture = self._on_chip(key)
            if gesture is None:
                return
            self._drag = Dragging(view, gesture)
        self._follow()

    def put_down(self) -> None:
        """The chip is let go."""
        drag, self._pulling = self._drag, ""
        self.cancel()
        if drag is not None:
            drag.drop()

    def double_click(self, event: QMouseEvent) -> None:
        """On a block its title is edited, on the ground a new item begins."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.cancel()
        block = self._view.block_at(event.position())
        if block is not None:
            self._view.titling.rename(block.item)
            return
        self.begin_at(event.position())

    def begin_at(self, at: QPointF) -> None:
        """Begins a new item at a point of the empty ground."""
        gesture = self._on_ground(at)
        if gesture is not None:
            gesture.reach = _NEW_MINUTES
            self._view.titling.draw_new(gesture)

    def left(self) -> None:
        """The pointer left the timeline."""
        if not self._pressed:
            self._set_hovered("")

    def cancel(self) -> None:
        """Takes a drag back."""
        drag, self._drag = self._drag, None
        self._pressed = False
        self._edge_timer.stop()
        self._rest_timer.stop()
        if drag is not None:
            drag.let_go()

    # Hover

    def _hover(self) -> None:
        block = self._view.block_at(self._at)
        self._set_hovered(block.item if block is not None else "")
        if block is None or self._grip(block, self._at) is Grip.WHOLE:
            self._view.viewport().unsetCursor()
        else:
            self._view.viewport().setCursor(Qt.CursorShape.SizeVerCursor)

    def _set_hovered(self, item: str) -> None:
        canvas = self._view.canvas
        if item != canvas.hovered:
            before, canvas.hovered = canvas.hovered, item
            self._view.redraw(canvas.touch({before, item}))

    def _grip(self, block: Block, at: QPointF) -> Grip:
        """Which part of a block a point of the viewport holds."""
        rect = self._view.canvas.rect_of(block)
        y = at.y() + self._view.offset.y()
        zone = min(Metrics.GRIP, rect.height() / 4)
        if y < rect.top() + zone and not block.cut_above:
            return Grip.START
        if y > rect.bottom() - zone and not block.cut_below:
            return Grip.END
        return Grip.WHOLE

    # Dragging

    def _begin(self) -> bool:
        view = self._view
        if not self._may_edit():
            self._pressed = False
            return False
        gesture = self._on_ground(self._pressed_at) if self._block is None else self._on_block()
        if gesture is None:
            return False
        self._drag = Dragging(view, gesture)
        return True

    def _may_edit(self) -> bool:
        view = self._view
        if not view.session.writable:
            view.status.emit(view.session.read_only_reason)
        return view.session.writable

    def _lane(self, at: QPointF) -> int:
        """The lane under a point; the one it was taken from while it has hardly left that."""
        view = self._view
        lane = int(view.lane_at(at.x()))
        if self._drag is None or self._drag.gesture.grip is Grip.CHIP:
            return lane
        taken = self._drag.gesture.lane
        if abs(at.x() - self._pressed_at.x()) < _ASIDE:
            return taken
        return lane if 0 <= lane < len(view.scene.layout.lanes) else taken

    def _minute(self, at: QPointF) -> float:
        """The minute under a point, on the visit's clock since 1970."""
        view = self._view
        lanes = view.scene.layout.lanes
        lane = min(max(0, int(view.lane_at(at.x()))), len(lanes) - 1)
        return lanes[lane].origin + view.minute_at(at.y())

    def _on_ground(self, at: QPointF) -> Gesture | None:
        view = self._view
        lane = int(view.lane_at(at.x()))
        if not view.session.writable or not 0 <= lane < len(view.scene.layout.lanes):
            return None
        return Gesture(Grip.GROUND, self._minute(at), lane=lane)

    def _on_block(self) -> Gesture | None:
        view, block = self._view, self._block
        if block is None or block.item not in view.scene.visit.items:
            return None
        grip = Grip.COPY if self._copying else self._grip(block, self._pressed_at)
        ids = [block.item]
        chosen = self._before if grip is Grip.COPY else view.selection
        if grip is Grip.WHOLE or (grip is Grip.COPY and block.item in chosen):
            ids += [key for key in chosen if key != block.item]
        held = []
        for key in ids:
            span = axis_span(view.scene.visit, view.scene.visit.items[key])
            if span is not None:
                held.append(Held(key, *span))
        if grip is Grip.COPY:
            view.select(ids, reveal=False)
        if not held:
            return None
        lane = int(view.lane_at(self._pressed_at.x()))
        return Gesture(grip, self._minute(self._pressed_at), tuple(held), lane)

    def _on_chip(self, key: str) -> Gesture | None:
        view = self._view
        item = view.scene.visit.items.get(key)
        if item is None or not view.scene.layout.lanes:
            return None
        minute = self._minute(self._at)
        start = snapped(minute, SNAP)
        held = Held(key, start, start + KIND_FACTS[item.kind].usual)
        return Gesture(Grip.CHIP, minute, (held,), int(view.lane_at(self._at.x())))

    def _follow(self) -> None:
        if self._drag is None:
            return
        aside = self._drag.aim(self._lane(self._at), shelved=self._view.over_shelf(self._at))
        moved = aside | self._drag.follow(
            self._at.toPoint(),
            self._minute(self._at),
            free=bool(self._modifiers & Qt.KeyboardModifier.AltModifier),
            shifted=bool(self._modifiers & Qt.KeyboardModifier.ShiftModifier),
        )
        if moved:
            self._rest_timer.start(_SOON_MS if self._drag.wondering else _REST_MS)

    def _settle(self) -> None:
        if self._drag is not None:
            self._drag.settle(self._at.toPoint())

    def _rows_to_scroll(self) -> int:
        """Rows to scroll because the pointer is near the edge."""
        y, height = self._at.y(), self._view.viewport().height()
        if self._drag is not None and self._drag.gesture.shelved:
            return 0
        if y < _EDGE:
            return -int(_EDGE - y)
        return int(y - height + _EDGE) if y > height - _EDGE else 0

    def _creep(self) -> None:
        rows = self._rows_to_scroll()
        if rows == 0 or not self.busy:
            self._edge_timer.stop()
            return
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + rows)
        if bar.value() != before:
            self._follow()
