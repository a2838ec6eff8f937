# SPDX-License-Identifier: MIT
"""What each action of the table does, and when it can."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from visitplanner.gui.actions import When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.workspace import Workspace


def handlers(window: MainWindow) -> Mapping[str, Callable[[], None]]:
    """A handler for every action, by the action's name."""
    files, editing = window.files, window.editing
    return {
        "new-visit": files.new_visit,
        "official-visit": lambda: files.new_visit("official-visit"),
        "blank-visit": files.blank_visit,
        "open": files.open,
        "open-example": files.open_example,
        "save": files.save,
        "save-copy": files.save_copy,
        "close-visit": files.close_visit,
        "quit": QApplication.closeAllWindows,
        "undo": editing.undo,
        "redo": editing.redo,
        "new-item": editing.new_item,
        "rename": editing.rename,
        "duplicate": editing.duplicate,
        "delete": editing.delete,
        "lock": editing.lock,
        "earlier": editing.earlier,
        "later": editing.later,
        "shorter": editing.shorter,
        "longer": editing.longer,
        "untime": editing.untime,
        "align-starts": editing.align_starts,
        "align-ends": editing.align_ends,
        **_looking(window),
        **_editors(window),
        "palette": lambda: _open_palette(window),
        "find": lambda: _open_find(window),
        "shortcuts": lambda: _show_shortcuts(window),
        "about": lambda: _show_about(window),
        "backups": lambda: _mend("show_backups", window),
        "erase-visit": lambda: _mend("show_erasing", window),
    }


def _looking(window: MainWindow) -> Mapping[str, Callable[[], None]]:
    """The actions that change nothing of the visit."""

    def work(act: Callable[[Workspace], None]) -> Callable[[], None]:
        def on_open_visit() -> None:
            if window.workspace is not None:
                window.finish_typing()
                act(window.workspace)
                window.refresh()

        return on_open_visit

    return {
        "next-problem": work(lambda place: place.problems.walk(1)),
        "previous-problem": work(lambda place: place.problems.walk(-1)),
        "show-fixes": work(lambda place: place.show_fixes()),
        "fix-safe": work(lambda _: window.editing.fix_safe()),
        "show-problems": work(lambda place: place.bring("problems")),
        "export": work(lambda _: _export(window)),
        "lanes-track": work(lambda place: place.centre.show_lanes("track")),
        "lanes-person": work(lambda place: place.centre.show_lanes("person")),
        "lanes-venue": work(lambda place: place.centre.show_lanes("venue")),
        "lanes-vehicle": work(lambda place: place.centre.show_lanes("vehicle")),
        "lanes-day": work(lambda place: place.centre.show_lanes("day")),
        "ripple": work(lambda place: place.toggle_ripple()),
        "lane-left": work(lambda place: place.centre.step_lane(-1)),
        "lane-right": work(lambda place: place.centre.step_lane(1)),
        "hide-lane": work(lambda place: place.centre.hide_lane()),
        "show-all-lanes": work(lambda place: place.centre.show_all_lanes()),
        "only-problems": work(lambda place: place.centre.toggle_filter()),
        "previous-day": work(lambda place: place.show_day_beside(-1)),
        "next-day": work(lambda place: place.show_day_beside(1)),
        "zoom-in": work(lambda place: place.centre.zoom(1)),
        "zoom-out": work(lambda place: place.centre.zoom(-1)),
        "zoom-usual": work(lambda place: place.centre.zoom(0)),
        "timeline": work(lambda place: place.centre.show_timeline()),
        "table": work(lambda place: place.centre.show_table()),
        "preview": work(lambda place: place.centre.show_preview()),
        "print": work(lambda place: place.centre.print_paper()),
        "pane-navigator": work(lambda place: place.toggle("navigator")),
        "pane-inspector": work(lambda place: place.toggle("inspector")),
        "pane-problems": work(lambda place: place.toggle("problems")),
        "next-pane": work(lambda place: place.next_pane()),
        "theme-system": lambda: _choose_theme(window, ""),
        "theme-light": lambda: _choose_theme(window, "light"),
        "theme-dark": lambda: _choose_theme(window, "dark"),
        "language-system": lambda: _choose_language(window, ""),
        "language-ru": lambda: _choose_language(window, "ru"),
        "language-en": lambda: _choose_language(window, "en"),
    }


_TABLES = ("seating", "flags", "documents", "preparation", "measures", "days", "policy")
_WINDOWS: Final[Mapping[str, tuple[str, str]]] = {
    "inform": ("sending", "open_inform"),
    "reprint": ("sending", "open_reprint"),
    "register": ("sending", "open_register"),
    "hand-over": ("sending", "open_handing_over"),
    "versions": ("versions", "open_versions"),
    "history": ("versions", "open_history"),
    "author": ("versions", "open_author"),
    "compare": ("comparison", "open_comparison"),
    "people": ("people", "open_people"),
    "paste-list": ("people", "open_paste"),
    "replace-participant": ("people", "open_replace"),
    "edit-venues": ("places", "open_venues"),
    "edit-travel": ("places", "open_travel"),
    "edit-vehicles": ("places", "open_vehicles"),
    **{f"edit-{name}": ("tables", f"open_{name}") for name in _TABLES},
}
"""By action, what opens a window beside the main one: in which room, and its name there."""
_SECTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "people": ("people", "open_people"),
    "delegations": ("people", "open_delegations"),
    "venues": ("places", "open_venues"),
    "vehicles": ("places", "open_vehicles"),
    "versions": ("versions", "open_versions"),
    "history": ("versions", "open_history"),
    **{name: ("tables", f"open_{name}") for name in _TABLES},
}
"""The same by section of the navigator."""


def _open_beside(window: MainWindow, room: str, name: str, *key: str) -> None:
    """Opens a window whose room is loaded when it is first wanted."""
    window.finish_typing()
    getattr(import_module(f"visitplanner.gui.{room}.opening"), name)(window, *key)


def _editors(window: MainWindow) -> Mapping[str, Callable[[], None]]:
    """The windows beside the main one."""
    return {
        action: partial(_open_beside, window, room, name)
        for action, (room, name) in _WINDOWS.items()
    }


def edit_section(window: MainWindow, section: str, key: str) -> None:
    """Opens the editor of a section of the navigator, at one of its lines."""
    if section in _SECTIONS:
        _open_beside(window, *_SECTIONS[section], key)


def fillers(window: MainWindow) -> Mapping[str, Callable[[QMenu], None]]:
    """What fills the menus whose entries are not known before."""

    def days(menu: QMenu) -> None:
        from visitplanner.gui.viewing import fill_days

        if window.desk is not None:
            fill_days(menu, window.desk)

    def lanes(menu: QMenu) -> None:
        from visitplanner.gui.plan_menus import fill_lanes

        fill_lanes(menu, window)

    return {
        "lanes": lanes,
        "recent": window.files.fill_recent,
        "kinds": window.editing.fill_kinds,
        "days": days,
    }


def met(desk: Desk | None, *, zooms: bool = True) -> set[When]:
    """Which conditions of actions hold now; `zooms`: what is in front can be made larger."""
    if desk is None:
        return {When.ALWAYS}
    days = desk.days
    item, writable = desk.item, desk.writable
    timed = {key for key in desk.selection if (i := desk.visit.items.get(key)) and i.timed}
    wrong = any(problem.live for problem in desk.session.problems)
    facts = {
        When.ALWAYS: True,
        When.OPEN: True,
        When.ZOOMS: zooms,
        When.WRITABLE: writable,
        When.ITEM: writable and item is not None,
        When.TIMED_ITEM: writable and item is not None and item.timed,
        When.SEVERAL: writable and sum(key in timed for key in desk.selection) > 1,
        When.LANE: item is not None and item.timed,
        When.UNDO: writable and desk.session.undo_message is not None,
        When.REDO: writable and desk.session.redo_message is not None,
        When.PROBLEMS: wrong,
        When.FIXABLE: writable and wrong,
        When.EARLIER_DAY: desk.day in days[1:],
        When.LATER_DAY: desk.day in days[:-1],
    }
    return {when for when, holds in facts.items() if holds}


def _choose_theme(window: MainWindow, name: str) -> None:
    window.office.settings.theme = name
    window.office.keep_settings()
    window.restyle()


def _choose_language(window: MainWindow, name: str) -> None:
    window.office.settings.language = name
    window.office.keep_settings()
    window.restyle()


def _export(window: MainWindow) -> None:
    from visitplanner.gui.dialogs.export import ExportDialog

    if window.desk is not None:
        ExportDialog(window).open()


def _open_palette(window: MainWindow) -> None:
    from visitplanner.gui.palette.palette import open_palette

    window.finish_typing()
    open_palette(window)


def _open_find(window: MainWindow) -> None:
    from visitplanner.gui.palette.find import open_find

    window.finish_typing()
    open_find(window)


def _show_shortcuts(window: MainWindow) -> None:
    from visitplanner.gui.dialogs.shortcuts import ShortcutSheet

    ShortcutSheet(window).open()


def _show_about(window: MainWindow) -> None:
    from visitplanner.gui.dialogs.about import About

    About(window).open()


def _mend(name: str, window: MainWindow) -> None:
    from visitplanner.gui import mending

    getattr(mending, name)(window)
