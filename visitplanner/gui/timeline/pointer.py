# SPDX-License-Identifier: MIT
"""The mouse on the timeline: selecting, dragging, resizing, copying, drawing new items."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer

from visitplanner.gui.theme import Metrics
from visitplanner.gui.timeline.foresight import FINE, Foresight, Outlook
from visitplanner.gui.timeline.gestures import SNAP, Gesture, Grip, Held
from visitplanner.gui.timeline.ground import Stretch
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY, LaneMode, axis_span
from visitplanner.gui.timeline.notes import drag_note, span_text
from visitplanner.gui.timeline.rippling import Ripple

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from visitplanner.gui.timeline.layout import Block
    from visitplanner.gui.timeline.overlay import Note
    from visitplanner.gui.timeline.plate import Plate
    from visitplanner.gui.timeline.view import Timeline

_SLACK: Final = 4
"""Pixels the pointer may tremble before a click becomes a drag."""
_EDGE: Final = 28
"""Pixels from the edge of the window where a drag scrolls."""
_REST_MS: Final = 60
"""Milliseconds after which a pointer that stays at one place rests there."""
_NEW_MINUTES: Final = 30


class _State(Enum):
    IDLE = 0
    PRESSED = 1
    DRAGGING = 2


class Pointer:
    """What the mouse is doing."""

    def __init__(self, view: Timeline) -> None:
        self._view: Final = view
        self._state = _State.IDLE
        self._at = QPointF()
        self._pressed_at = QPointF()
        self._block: Block | None = None
        self._copying = False
        self._free = False
        self._gesture: Gesture | None = None
        self._foresight: Foresight | None = None
        self._ripple: Ripple | None = None
        self._shifted = False
        """Shift is down: it ripples where it would not, and does not where it would."""
        self._notes: dict[tuple[int, int, int], tuple[Outlook, Note]] = {}
        self._edge_timer = QTimer(view, interval=30)
        self._edge_timer.timeout.connect(self._creep)
        self._rest_timer = QTimer(view, interval=_REST_MS, singleShot=True)
        self._rest_timer.timeout.connect(self._settle)

    @property
    def busy(self) -> bool:
        """Whether something is in hand."""
        return self._state is _State.DRAGGING

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        view = self._view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._at = self._pressed_at = event.position()
        self._copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._block = view.block_at(self._at)
        self._state = _State.PRESSED
        if self._block is None:
            view.select(())
        elif self._copying:
            view.select(view.chosen.toggled(self._block.item), reveal=False)
        elif self._block.item not in view.selection:
            view.select((self._block.item,), reveal=False)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        self._at = event.position()
        if self._state is _State.IDLE:
            self._hover()
            return
        self._free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._state is _State.PRESSED:
            moved = self._at - self._pressed_at
            if abs(moved.x()) + abs(moved.y()) < _SLACK or not self._begin():
                return
        self._follow()
        near = self._creeping() != 0
        if near and not self._edge_timer.isActive():
            self._edge_timer.start()

    def release(self, event: QMouseEvent) -> None:
        """The button went up: one edit, or none."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        state, gesture, block = self._state, self._gesture, self._block
        self.cancel()
        if state is _State.PRESSED and block is not None and not self._copying:
            self._view.select((block.item,), reveal=False)
        if state is _State.DRAGGING and gesture is not None:
            self._drop(gesture)
        self._hover()

    def double_click(self, event: QMouseEvent) -> None:
        """On a block its title is edited, on the ground a new item begins."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.cancel()
        block = self._view.block_at(event.position())
        if block is not None:
            self._view.titling.rename(block.item)
            return
        gesture = self._on_ground(event.position())
        if gesture is not None:
            gesture.reach = _NEW_MINUTES
            self._view.titling.draw_new(gesture)

    def left(self) -> None:
        """The pointer left the timeline."""
        if self._state is _State.IDLE:
            self._set_hovered("")

    def cancel(self) -> None:
        """Takes a drag back."""
        self._state = _State.IDLE
        self._gesture = self._foresight = self._ripple = None
        self._edge_timer.stop()
        self._rest_timer.stop()
        view = self._view
        if not view.canvas.held and not view.overlay.plates and view.overlay.note is None:
            return
        view.canvas.held = frozenset()
        view.canvas.shades = ()
        view.overlay.plates = []
        view.overlay.note = None
        view.show_hours_of_selection()
        view.redraw()
        view.viewport().unsetCursor()

    # Hover

    def _hover(self) -> None:
        block = self._view.block_at(self._at)
        self._set_hovered(block.item if block is not None else "")
        if block is None:
            self._view.viewport().unsetCursor()
            return
        grip = self._grip(block, self._at)
        if grip is Grip.WHOLE:
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
        if not view.session.writable:
            view.status.emit(view.session.read_only_reason)
            self._state = _State.IDLE
            return False
        gesture = self._on_ground(self._pressed_at) if self._block is None else self._on_block()
        if gesture is None:
            return False
        self._gesture, self._state = gesture, _State.DRAGGING
        self._notes.clear()
        if gesture.grip is Grip.GROUND:
            return True
        if gesture.grip is not Grip.COPY:
            view.canvas.held = frozenset(held.item for held in gesture.held)
        self._foresight = Foresight(view.session, gesture)
        if gesture.grip is Grip.WHOLE and len(gesture.held) == 1:
            self._ripple = Ripple(view.scene, gesture.held[0].item)
        self._shade(self._foresight, gesture)
        view.redraw()
        return True

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
        if block is None:
            return None
        grip = Grip.COPY if self._copying else self._grip(block, self._pressed_at)
        ids = [block.item]
        if grip is Grip.WHOLE:
            ids += [key for key in view.selection if key != block.item]
        held = []
        for key in ids:
            span = axis_span(view.scene.visit, view.scene.visit.items[key])
            if span is not None:
                held.append(Held(key, *span))
        if grip is Grip.COPY:
            view.select((block.item,), reveal=False)
        return Gesture(grip, self._minute(self._pressed_at), tuple(held)) if held else None

    def _follow(self) -> None:
        """The pointer went on: where things would be, and what would come of it."""
        gesture = self._gesture
        if gesture is None:
            return
        view = self._view
        before = view.overlay.covered()
        moved = gesture.to(self._minute(self._at), free=self._free)
        if self._push(gesture) or moved or not view.overlay.plates:
            view.overlay.plates = self._plates(gesture)
            self._rest_timer.start()
        outlook = self._foresight.at(gesture) if self._foresight else FINE
        self._annotate(gesture, outlook)
        view.redraw_overlay(before)

    def _push(self, gesture: Gesture) -> bool:
        """With ripple, what gives way moves as well; answers whether that has changed."""
        before = gesture.followers
        gesture.followers = ()
        if self._ripple is not None and self._view.ripple is not self._shifted:
            gesture.followers = self._ripple.followers(gesture.shift)
        if gesture.followers == before:
            return False
        if {key for key, _, _ in gesture.followers} != {key for key, _, _ in before}:
            self._view.canvas.held = frozenset(item for item, _, _ in gesture.spans())
            self._view.redraw()
        return True

    def _plates(self, gesture: Gesture) -> list[Plate]:
        view = self._view
        if gesture.grip is Grip.GROUND:
            return view.titling.draft_plates(gesture)
        found = []
        for item, start, end in gesture.spans():
            time = span_text(view.scene, start, end)
            for block in view.scene.layout.pieces.get(item, ()):
                found += [
                    view.canvas.floating(block, rect, time)
                    for rect in self._places(block, start, end)
                ]
        return found

    def _places(self, block: Block, start: int, end: int) -> list[QRectF]:
        """Where a block would stand with other times."""
        view = self._view
        lanes = view.scene.layout.lanes
        if view.choice.mode is not LaneMode.DAY:
            top, bottom = start - lanes[0].origin, end - lanes[0].origin
            return [view.canvas.rect(block.left, block.right, top, bottom)]
        return [
            view.canvas.rect(
                n, n + 1, max(0, start - lane.origin), min(MINUTES_A_DAY, end - lane.origin)
            )
            for n, lane in enumerate(lanes)
            if start < lane.origin + MINUTES_A_DAY and end > lane.origin
        ]

    def _annotate(self, gesture: Gesture, outlook: Outlook) -> None:
        view = self._view
        theme = view.canvas.theme
        severity = outlook.severity
        view.overlay.ring = theme.severity(severity) if severity is not None else theme.accent
        note = self._note(gesture, outlook)
        area = view.viewport().rect().translated(view.offset)
        point = self._at.toPoint() + view.offset
        view.overlay.place_note(note, point, area, view.canvas.type)
        _, start, end = gesture.spans()[0]
        origin = view.scene.layout.lanes[0].origin
        view.ruler.mark(((start - origin) % MINUTES_A_DAY, (end - origin) % MINUTES_A_DAY))

    def _note(self, gesture: Gesture, outlook: Outlook) -> Note:
        """The words for a place; the pointer comes back to the same ones again and again."""
        place = (gesture.shift, gesture.reach, len(gesture.followers))
        known = self._notes.get(place)
        if known is None or known[0] is not outlook:
            known = (outlook, drag_note(self._view.scene, gesture, outlook))
            self._notes[place] = known
        return known[1]

    def _drop(self, gesture: Gesture) -> None:
        view = self._view
        if gesture.grip is Grip.GROUND:
            if abs(gesture.reach) >= SNAP:
                view.titling.draw_new(gesture)
            return
        fresh = ""
        if gesture.grip is Grip.COPY:
            kind = view.scene.visit.items[gesture.held[0].item].kind
            fresh = view.commands.fresh_id(kind)
        edit = gesture.edit(fresh)
        if edit is not None and view.commands.make(edit) is not None and fresh:
            view.select((fresh,), reveal=False)

    # While the button is down

    def _settle(self) -> None:
        """The pointer rests: all rules are asked, not only those that can be looked up."""
        gesture, foresight = self._gesture, self._foresight
        if gesture is not None and foresight is not None:
            before = self._view.overlay.covered()
            self._annotate(gesture, foresight.look(gesture))
            self._view.redraw_overlay(before)

    def _shade(self, foresight: Foresight, gesture: Gesture) -> None:
        """Shades what is closed to the item under the pointer, in its lanes."""
        view = self._view
        lanes = view.scene.layout.lanes
        shades = foresight.shades(lanes[0].origin, lanes[0].origin + MINUTES_A_DAY)
        view.canvas.shades = tuple(
            Stretch(
                block.first,
                block.last + 1,
                max(0, shade.top - lanes[block.first].origin),
                min(MINUTES_A_DAY, shade.bottom - lanes[block.first].origin),
                shade.severity,
            )
            for block in view.scene.layout.pieces.get(gesture.held[0].item, ())
            for shade in shades
        )

    def _creeping(self) -> int:
        """Rows to scroll because the pointer is near the edge."""
        y, height = self._at.y(), self._view.viewport().height()
        if y < _EDGE:
            return -int(_EDGE - y)
        return int(y - height + _EDGE) if y > height - _EDGE else 0

    def _creep(self) -> None:
        rows = self._creeping()
        if rows == 0 or not self.busy:
            self._edge_timer.stop()
            return
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + rows)
        if bar.value() != before:
            self._follow()
