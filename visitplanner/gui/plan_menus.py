# SPDX-License-Identifier: MIT
"""The menus under the right button on the plan: of items, of the ground, and of lanes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.together import set_statuses
from visitplanner.gui import icons
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QPoint

    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.timeline.arranging import Arranging

_OF_ITEMS: Final = (
    *("rename", "duplicate", "delete", None),
    *("lock", "earlier", "later", "untime", None),
    *("align-starts", "align-ends", None),
)
_STATUS: Final[Mapping[ItemStatus, str]] = {
    ItemStatus.TENTATIVE: N_("Tentative"),
    ItemStatus.CONFIRMED: N_("Confirmed"),
    ItemStatus.CANCELLED: N_("Cancelled"),
}


def plan_menu(window: MainWindow, point: QPoint) -> QMenu:
    """What can be done to the selected items, or here when none is selected."""
    menu = _menu(window)
    desk = window.desk
    if desk is None or window.workspace is None:
        return menu
    if desk.selection:
        _add(menu, window, _OF_ITEMS)
        _add_status(menu, window)
        _add(menu, window, ("show-fixes", None, "new-item"))
    else:
        timeline = window.workspace.centre.timeline
        here = timeline.viewport().mapFromGlobal(point).toPointF()
        entry = menu.addAction(icons.icon("add"), window.phrases.say(N_("Item here")))
        entry.setObjectName("item-here")
        entry.setEnabled(desk.writable and bool(timeline.scene.layout.lanes))
        entry.triggered.connect(lambda: timeline.pointer.begin_at(here))
        _add(menu, window, ("new-item", None, "ripple", None, "undo", "redo"))
    return menu


def lane_menu(window: MainWindow, key: str) -> QMenu:
    """What can be done to a lane, or to all when none is meant."""
    menu = _menu(window)
    if window.workspace is None:
        return menu
    timeline = window.workspace.centre.timeline
    arranging, layout = timeline.arranging, timeline.scene.layout
    place = layout.lane_of(key)
    say = window.phrases.say
    for name, text, possible, act in (
        (
            "left",
            N_("Lane to the left"),
            place is not None and place > 0 and arranging.movable,
            lambda: arranging.step(key, -1),
        ),
        (
            "right",
            N_("Lane to the right"),
            place is not None and place < len(layout.lanes) - 1 and arranging.movable,
            lambda: arranging.step(key, 1),
        ),
        ("hide", N_("Hide the lane"), place is not None, lambda: arranging.hide(key)),
    ):
        entry = menu.addAction(say(text))
        entry.setObjectName(name)
        entry.setEnabled(possible)
        entry.triggered.connect(lambda _=False, act=act: act())
    menu.addSeparator()
    fill_lanes(menu.addMenu(say(N_("Lanes shown"))), window)
    _add(menu, window, ("show-all-lanes", "only-problems"))
    return menu


def fill_lanes(menu: QMenu, window: MainWindow) -> None:
    """All lanes of the day, those seen ticked."""
    menu.clear()
    if window.workspace is None:
        return
    timeline = window.workspace.centre.timeline
    for key, title in timeline.lane_titles():
        entry = menu.addAction(title)
        entry.setCheckable(True)
        entry.setChecked(key not in timeline.choice.hidden)
        entry.triggered.connect(partial(_turn, timeline.arranging, key))


def _turn(arranging: Arranging, key: str, seen: bool) -> None:  # noqa: FBT001 - Qt's own signature
    if seen:
        arranging.show(key)
    else:
        arranging.hide(key)


def _menu(window: MainWindow) -> QMenu:
    menu = QMenu(window)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, window: MainWindow, names: Iterable[str | None]) -> None:
    for name in names:
        if name is None:
            menu.addSeparator()
        else:
            menu.addAction(window.bars.actions[name])


def _add_status(menu: QMenu, window: MainWindow) -> None:
    desk = window.desk
    if desk is None:
        return
    status = menu.addMenu(window.phrases.say(N_("Status")))
    status.setEnabled(desk.writable)
    group = QActionGroup(status)
    for value, text in _STATUS.items():
        entry = status.addAction(window.phrases.say(text))
        entry.setCheckable(True)
        entry.setChecked(desk.item is not None and desk.item.status is value)
        entry.setActionGroup(group)
        entry.triggered.connect(lambda _=False, value=value: _set_status(window, value))


def _set_status(window: MainWindow, status: ItemStatus) -> None:
    """One step of undo, however many items."""
    desk = window.desk
    if desk is None:
        return
    chosen = [key for key in desk.selection if desk.visit.items[key].status is not status]
    if chosen:
        desk.edit(lambda visit: set_statuses(visit, chosen, status))
