# SPDX-License-Identifier: MIT
"""What menu and keys do to the plan: undo, items made, copied, moved and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.notices import Remedy
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from visitplanner.domain.kinds import Kind
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.table.view import Table
    from visitplanner.gui.timeline.view import Timeline


class Editing:
    """What the Edit and Programme menus do; deeds on items are the timeline's own."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def undo(self) -> None:
        """Takes the last step back."""
        self._on_desk(lambda desk: desk.undo())

    def redo(self) -> None:
        """Restores the step taken back last."""
        self._on_desk(lambda desk: desk.redo())

    def _on_desk(self, act: Callable[[Desk], object]) -> None:
        if self._window.desk is not None:
            self._window.finish_typing()
            act(self._window.desk)

    def _on_view(
        self, act: Callable[[Timeline], object], in_table: Callable[[Table], object]
    ) -> None:
        """Does it where the user is: what opens a field opens it in the view in front."""
        place = self._window.workspace
        if place is not None and place.centre.table_shown:
            self._window.finish_typing()
            in_table(place.centre.table)
            return
        if place is not None:
            place.centre.bring_timeline()
        self._on_timeline(act)

    def _on_timeline(self, act: Callable[[Timeline], object]) -> None:
        if self._window.workspace is not None:
            self._window.finish_typing()
            act(self._window.workspace.centre.timeline)

    def new_item(self) -> None:
        """Begins an item after the selected one, or at the end of the day."""
        self._add()

    def _add(self, kind: Kind | None = None) -> None:
        from visitplanner.domain.kinds import Kind

        chosen = kind or Kind.OTHER
        self._on_view(lambda view: view.new_item(chosen), lambda table: table.new_item(chosen))

    def fill_kinds(self, menu: QMenu) -> None:
        """The kinds of item one can add."""
        if not menu.isEmpty() or self._window.desk is None:
            return
        from visitplanner.domain.kinds import Kind
        from visitplanner.editions.labels import KINDS
        from visitplanner.gui import icons
        from visitplanner.gui.theme import KIND_ICON

        desk = self._window.desk
        for kind in Kind:
            entry = menu.addAction(self._window.phrases.say(KINDS[kind]))
            entry.setIcon(icons.icon(KIND_ICON[kind], desk.theme.kind(kind).edge))
            entry.setEnabled(desk.writable)
            entry.triggered.connect(lambda _=False, kind=kind: self._add(kind))

    def rename(self) -> None:
        """Opens the title of the selected item where it stands."""
        self._on_view(lambda timeline: timeline.edit_title(), lambda table: table.edit_title())

    def duplicate(self) -> None:
        """Copies the selected item to right after it."""
        self._on_timeline(lambda timeline: timeline.duplicate_selected())

    def delete(self) -> None:
        """Deletes the selected items; a notice offers to take that back."""
        desk = self._window.desk
        if desk is None:
            return
        before = desk.visit
        self._on_timeline(lambda timeline: timeline.delete_selected())
        gone = [item for key, item in before.items.items() if key not in desk.visit.items]
        if not gone:
            return
        phrases = self._window.phrases
        title = gone[0].title.best(desk.language)
        text = (
            phrases.say(N_("Deleted: “{title}”"), title=title)
            if len(gone) == 1
            else phrases.count("{n} item deleted", "{n} items deleted", len(gone))
        )
        self._window.notices.say(text, Remedy(phrases.say(N_("Take it back")), self.undo))

    def fix_safe(self) -> None:
        """Takes every fix that needs no look; a notice says how many."""
        window = self._window
        if window.workspace is None:
            return
        taken = window.workspace.problems.fix_safe()
        phrases = window.phrases
        if taken:
            text = phrases.count("{n} finding mended", "{n} findings mended", taken)
            window.notices.say(text, Remedy(phrases.say(N_("Take it back")), self.undo))
        else:
            window.notices.say(phrases.say(N_("No fix is beyond doubt: look at them one by one.")))

    def lock(self) -> None:
        """Fixes the time of the selected items, or lets it go."""
        self._on_timeline(lambda timeline: timeline.toggle_fixed())

    def untime(self) -> None:
        """Takes the times off the selected items: they stand on the shelf."""
        self._on_timeline(lambda timeline: timeline.untime_selected())

    def align_starts(self) -> None:
        """Lets the selected items start with the current one."""
        self._on_timeline(lambda timeline: timeline.align_selected(ends=False))

    def align_ends(self) -> None:
        """Lets the selected items end with the current one."""
        self._on_timeline(lambda timeline: timeline.align_selected(ends=True))

    def earlier(self) -> None:
        """Moves the selected items to earlier."""
        self._shift(-1)

    def later(self) -> None:
        """Moves the selected items to later."""
        self._shift(1)

    def _shift(self, direction: int) -> None:
        from visitplanner.gui.timeline.gestures import SNAP

        self._on_timeline(lambda view: view.move_selected(direction * SNAP, view.nudging("move")))

    def shorter(self) -> None:
        """Ends the selected item earlier."""
        self._stretch(-1)

    def longer(self) -> None:
        """Ends the selected item later."""
        self._stretch(1)

    def _stretch(self, direction: int) -> None:
        from visitplanner.gui.timeline.gestures import SNAP

        self._on_timeline(lambda view: view.stretch_selected(direction * SNAP, view.nudging("end")))
