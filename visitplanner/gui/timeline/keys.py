# SPDX-License-Identifier: MIT
"""The keyboard on the timeline, the same under Latin and Cyrillic layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from visitplanner.gui.keyboard import latin_key
from visitplanner.gui.timeline.gestures import SNAP
from visitplanner.gui.timeline.selection import edge, in_lanes, in_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from visitplanner.gui.timeline.view import Timeline

_Key = Qt.Key
_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


def pressed(view: Timeline, event: QKeyEvent) -> bool:
    """Does what a key stands for; answers whether it stands for anything."""
    key = latin_key(event.key()) or event.key()
    modifiers = event.modifiers() & (_CTRL | _ALT | _SHIFT)
    nudge = _NUDGES.get((key, modifiers))
    if nudge is not None:
        deed = "end" if modifiers & _SHIFT else "move"
        nudge(view, view.nudging(deed, repeated=event.isAutoRepeat()))
        return True
    act = _DEEDS.get((key, modifiers))
    if act is None:
        return False
    act(view)
    return True


def _go(view: Timeline, item: str | None) -> None:
    if item is not None:
        view.select((item,))


def _extend(view: Timeline, item: str | None) -> None:
    """Walks on with the keyboard and takes what it passes into the selection, or out of it."""
    if item is None:
        return
    here = view.chosen.current
    back = item in view.selection
    kept = [key for key in view.selection if key != item and not (back and key == here)]
    view.select((item, *kept))


def _escape(view: Timeline) -> None:
    if view.pointer.busy:
        view.pointer.cancel()
    elif not view.header.drop():
        view.select(())


def _scroll(view: Timeline, pages: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + pages * round(bar.pageStep() * 0.9))


_DEEDS: Final[Mapping[tuple[int, Qt.KeyboardModifier], Callable[[Timeline], None]]] = {
    (_Key.Key_Up, _NONE): lambda v: _go(v, in_time(v.scene.layout, v.chosen.current, -1)),
    (_Key.Key_Down, _NONE): lambda v: _go(v, in_time(v.scene.layout, v.chosen.current, 1)),
    (_Key.Key_Left, _NONE): lambda v: _go(v, in_lanes(v.scene.layout, v.chosen.current, -1)),
    (_Key.Key_Right, _NONE): lambda v: _go(v, in_lanes(v.scene.layout, v.chosen.current, 1)),
    (_Key.Key_Up, _SHIFT): lambda v: _extend(v, in_time(v.scene.layout, v.chosen.current, -1)),
    (_Key.Key_Down, _SHIFT): lambda v: _extend(v, in_time(v.scene.layout, v.chosen.current, 1)),
    (_Key.Key_Left, _SHIFT): lambda v: _extend(v, in_lanes(v.scene.layout, v.chosen.current, -1)),
    (_Key.Key_Right, _SHIFT): lambda v: _extend(v, in_lanes(v.scene.layout, v.chosen.current, 1)),
    (_Key.Key_Home, _NONE): lambda v: _go(v, edge(v.scene.layout, last=False)),
    (_Key.Key_End, _NONE): lambda v: _go(v, edge(v.scene.layout, last=True)),
    (_Key.Key_PageUp, _NONE): lambda v: _scroll(v, -1),
    (_Key.Key_PageDown, _NONE): lambda v: _scroll(v, 1),
    (_Key.Key_PageUp, _CTRL): lambda v: v.step_day(-1),
    (_Key.Key_PageDown, _CTRL): lambda v: v.step_day(1),
    (_Key.Key_Return, _NONE): lambda v: v.edit_title(),
    (_Key.Key_Enter, _NONE): lambda v: v.edit_title(),
    (_Key.Key_F2, _NONE): lambda v: v.edit_title(),
    (_Key.Key_Delete, _NONE): lambda v: v.delete_selected(),
    (_Key.Key_Escape, _NONE): _escape,
    (_Key.Key_L, _NONE): lambda v: v.toggle_fixed(),
    (_Key.Key_N, _NONE): lambda v: v.new_item(),
    (_Key.Key_D, _CTRL): lambda v: v.duplicate_selected(),
    (_Key.Key_A, _CTRL): lambda v: v.select(v.scene.layout.pieces, reveal=False),
    (_Key.Key_Plus, _CTRL): lambda v: v.zoom_in(),
    (_Key.Key_Equal, _CTRL): lambda v: v.zoom_in(),
    (_Key.Key_Minus, _CTRL): lambda v: v.zoom_out(),
    (_Key.Key_0, _CTRL): lambda v: v.zoom_usual(),
}
_NUDGES: Final[Mapping[tuple[int, Qt.KeyboardModifier], Callable[[Timeline, str], None]]] = {
    (_Key.Key_Up, _ALT): lambda v, merge: v.move_selected(-SNAP, merge),
    (_Key.Key_Down, _ALT): lambda v, merge: v.move_selected(SNAP, merge),
    (_Key.Key_Up, _ALT | _SHIFT): lambda v, merge: v.stretch_selected(-SNAP, merge),
    (_Key.Key_Down, _ALT | _SHIFT): lambda v, merge: v.stretch_selected(SNAP, merge),
}
