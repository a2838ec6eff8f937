# SPDX-License-Identifier: MIT
"""A drag on the screen: what floats, what is shaded, and what is said, until the button is up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

from visitplanner.gui.timeline.aiming import Aim, aimed
from visitplanner.gui.timeline.foresight import FINE, Foresight, Outlook
from visitplanner.gui.timeline.gestures import SNAP, Gesture, Grip
from visitplanner.gui.timeline.ground import Stretch
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY, LaneMode, axis_span
from visitplanner.gui.timeline.notes import drag_note, span_text
from visitplanner.gui.timeline.overlay import Floating
from visitplanner.gui.timeline.rippling import Ripple
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRectF

    from visitplanner.gui.timeline.layout import Block
    from visitplanner.gui.timeline.overlay import Note
    from visitplanner.gui.timeline.plate import Plate
    from visitplanner.gui.timeline.view import Timeline


class Dragging:
    """One gesture from its first pixel; it is over when it is dropped or let go."""

    def __init__(self, view: Timeline, gesture: Gesture) -> None:
        self._view: Final = view
        self.gesture: Final = gesture
        self._foresight: Foresight | None = None
        self._ripple: Ripple | None = None
        self._notes: dict[tuple[object, ...], tuple[Outlook, Note]] = {}
        self._aims: dict[int, Aim | str | None] = {}
        self.lane = gesture.lane
        """The lane under the pointer."""
        self._reason = ""
        """Why the lane stays, when it is held over another one."""
        self._made: dict[Block, Plate] = {}
        self._drawn: tuple[object, ...] = ()
        self._outlook = FINE
        """What was said last."""
        self.wondering = False
        """Whether only the rules know what comes of this place, and are still to be asked."""
        view.ruler.mark(None)
        if gesture.grip is Grip.GROUND:
            return
        if gesture.grip is not Grip.COPY:
            view.canvas.held = frozenset(held.item for held in gesture.held)
        self._foresight = Foresight(view.session, gesture)
        if gesture.grip is Grip.WHOLE:
            self._ripple = Ripple(view.scene, (held.item for held in gesture.held))
        self._shade(self._foresight)
        view.redraw()

    def aim(self, lane: int, *, shelved: bool) -> bool:
        """The pointer is over a lane or over the shelf; answers whether that is another place."""
        gesture = self.gesture
        if gesture.grip not in {Grip.WHOLE, Grip.COPY, Grip.CHIP}:
            return False
        before, self.lane = gesture.state, lane
        gesture.shelved = shelved and gesture.grip is not Grip.COPY
        if lane not in self._aims:
            self._aims[lane] = aimed(self._view.scene, gesture, lane)
        found = None if gesture.shelved else self._aims[lane]
        self._reason = found if isinstance(found, str) and gesture.grip is not Grip.CHIP else ""
        gesture.aim = found if isinstance(found, Aim) else None
        self._view.aim_at_shelf(aimed=gesture.shelved)
        if gesture.state[3:] != before[3:] and self._foresight is not None:
            self._shade(self._foresight)
            self._view.redraw()
        return gesture.state != before

    def follow(self, at: QPoint, minute: float, *, free: bool, shifted: bool) -> bool:
        """The pointer went on, to a point of the viewport; answers whether times have changed.

        With Shift it ripples where it would not, and does not where it would.
        """
        view = self._view
        before = view.overlay.covered()
        moved = self.gesture.to(minute, free=free)
        moved |= self._push(rippling=view.ripple is not shifted)
        moved |= self._drawn != self.gesture.state
        if moved or not view.overlay.plates:
            view.overlay.plates = self._plates()
            self._drawn = self.gesture.state
        known = self._foresight.at(self.gesture) if self._foresight else FINE
        self.wondering = known is None
        self._annotate(at, known if known is not None else self._outlook)
        view.redraw_overlay(before)
        return moved

    def settle(self, at: QPoint) -> None:
        """The pointer rests: all rules are asked, and the ruler marks the times."""
        view = self._view
        _, start, end = self.gesture.spans()[0]
        origin = view.scene.layout.lanes[0].origin
        view.ruler.mark(((start - origin) % MINUTES_A_DAY, (end - origin) % MINUTES_A_DAY))
        if self._foresight is not None:
            before = view.overlay.covered()
            self._annotate(at, self._foresight.look(self.gesture))
            view.redraw_overlay(before)

    def let_go(self) -> None:
        """Takes everything that floats from the screen."""
        view = self._view
        view.canvas.held = frozenset()
        view.canvas.shades = ()
        view.overlay.clear()
        view.aim_at_shelf(aimed=False)
        view.show_hours_of_selection()
        view.redraw()
        view.viewport().unsetCursor()

    def drop(self) -> None:
        """The button is up: one edit, or none."""
        view, gesture = self._view, self.gesture
        if gesture.grip is Grip.GROUND:
            if abs(gesture.reach) >= SNAP:
                view.titling.draw_new(gesture)
            return
        if self._reason:
            view.status.emit(translator(view.language).gettext(self._reason))
        fresh: dict[str, str] = {}
        if gesture.grip is Grip.COPY:
            fresh = view.commands.fresh_ids(held.item for held in gesture.held)
        edit = gesture.edit(fresh)
        if edit is not None and view.commands.make(edit) is not None and fresh:
            view.select(fresh.values(), reveal=False)

    def _push(self, *, rippling: bool) -> bool:
        """With ripple, what gives way moves as well; answers whether that has changed."""
        gesture, view = self.gesture, self._view
        before = gesture.followers
        gesture.followers = ()
        if self._ripple is not None and rippling and not gesture.shelved:
            gesture.followers = self._ripple.followers(gesture.shift)
        if gesture.followers == before:
            return False
        if {key for key, _, _ in gesture.followers} != {key for key, _, _ in before}:
            view.canvas.held = frozenset(item for item, _, _ in gesture.spans())
            view.redraw()
        return True

    def _plates(self) -> list[Floating]:
        view = self._view
        if self.gesture.grip is Grip.GROUND:
            return [Floating(plate) for plate in view.titling.draft_plates(self.gesture)]
        if self.gesture.shelved:
            return []
        if self.gesture.grip is Grip.CHIP:
            return [self._placed_chip()]
        if self.gesture.grip in {Grip.WHOLE, Grip.COPY} and view.choice.mode is not LaneMode.DAY:
            return [
                self._moved(block, start)
                for item, start, _ in self.gesture.spans()
                for block in view.scene.layout.pieces.get(item, ())
            ]
        found = []
        for item, start, end in self.gesture.spans():
            time = span_text(view.scene, start, end)
            for block in view.scene.layout.pieces.get(item, ()):
                found += [
                    Floating(view.canvas.floating(block, rect, time))
                    for rect in self._places(block, start, end)
                ]
        return found

    def _moved(self, block: Block, start: int) -> Floating:
        """A block whose times have changed alike: made once, without times, which the note says."""
        canvas = self._view.canvas
        item = self._view.scene.visit.items[block.item]
        span = axis_span(self._view.scene.visit, item)
        moved = start - span[0] if span is not None else 0
        aim = self.gesture.aim
        if aim is not None and block.item in aim.ids and self._taken_from(block):
            rect = canvas.rect(aim.lane, aim.lane + 1, block.top, block.bottom)
            aside = canvas.floating(block, rect, "")
            return Floating(aside, QPointF(0, canvas.crisp(moved * canvas.scale.minute)))
        plate = self._made.get(block)
        if plate is None:
            plate = self._made[block] = canvas.floating(block, canvas.rect_of(block), "")
        return Floating(plate, QPointF(0, canvas.crisp(moved * canvas.scale.minute)))

    def _taken_from(self, block: Block) -> bool:
        """Whether a block stands in the lane that is left; others of its item stay."""
        return block.first <= self.gesture.lane <= block.last

    def _placed_chip(self) -> Floating:
        """An item from the shelf where it would stand."""
        view = self._view
        key, start, end = self.gesture.spans()[0]
        lane = min(max(0, self.lane), len(view.scene.layout.lanes) - 1)
        origin = view.scene.layout.lanes[lane].origin
        rect = view.canvas.rect(lane, lane + 1, start - origin, end - origin)
        face = view.scene.faces.of(view.scene.visit.items[key])
        return Floating(view.canvas.fresh(rect, face.at(span_text(view.scene, start, end))))

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

    def _annotate(self, at: QPoint, outlook: Outlook) -> None:
        view = self._view
        self._outlook = outlook
        theme = view.canvas.theme
        severity = outlook.severity
        view.overlay.ring = theme.severity(severity) if severity is not None else theme.accent
        area = view.viewport().rect().translated(view.offset)
        view.overlay.place_note(self._note(outlook), at + view.offset, area, view.canvas.type)

    def _note(self, outlook: Outlook) -> Note:
        """The words for a place; the pointer comes back to the same ones again and again."""
        gesture = self.gesture
        place = (*gesture.state, self._reason)
        known = self._notes.get(place)
        if known is None or known[0] is not outlook:
            known = (outlook, drag_note(self._view.scene, gesture, outlook, self._reason))
            self._notes[place] = known
        return known[1]

    def _shade(self, foresight: Foresight) -> None:
        """Shades what is closed to each item in hand, in its lanes."""
        view = self._view
        lanes = view.scene.layout.lanes
        aim, pieces = self.gesture.aim, view.scene.layout.pieces
        first_day, last_day = lanes[0].origin, lanes[-1].origin
        found: dict[Stretch, None] = {}
        for item, shade in foresight.shades(first_day, last_day + MINUTES_A_DAY):
            stands = [(b.first, b.last + 1) for b in pieces.get(item, ())]
            if aim is not None and item in aim.ids:
                stands = [(aim.lane, aim.lane + 1)]
            elif view.choice.mode is LaneMode.DAY:
                stands = [(n, n + 1) for n in range(len(lanes))]
            for first, beyond in stands:
                top = max(0, shade.top - lanes[first].origin)
                bottom = min(MINUTES_A_DAY, shade.bottom - lanes[first].origin)
                if top < bottom:
                    found[Stretch(first, beyond, top, bottom, shade.severity)] = None
        view.canvas.shades = tuple(found)
