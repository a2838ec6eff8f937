# SPDX-License-Identifier: MIT
"""What menu and keys do to the plan: undo, items made, copied, moved and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.gui.notices import Remedy
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.text import Message
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.main_window import MainWindow

SNAP: Final = 5
"""Minutes a move by key takes."""


class Editing:
    """What the Edit and Programme menus do."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._kind: str = "other"

    @property
    def _desk(self) -> Desk:
        desk = self._window.desk
        assert desk is not None  # noqa: S101 -- these actions are disabled without a visit
        self._window.finish_typing()
        return desk

    def undo(self) -> None:
        """Takes the last step back."""
        self._desk.undo()

    def redo(self) -> None:
        """Restores the step taken back last."""
        self._desk.redo()

    def new_item(self) -> None:
        """Adds an item after the selected one, or at the end of the day."""
        from visitplanner.domain.kinds import Kind

        self._add(Kind(self._kind))

    def _add(self, kind: Kind) -> None:
        from visitplanner.domain.edits import create_item
        from visitplanner.gui.drafts import draft

        desk = self._desk
        self._kind = kind.value
        item = draft(desk, kind)
        if desk.edit(lambda visit: create_item(visit, item)) is not None:
            desk.jump(item.id)
            self._window.rename()

    def fill_kinds(self, menu: QMenu) -> None:
        """The kinds of item one can add."""
        from visitplanner.domain.kinds import Kind
        from visitplanner.editions.labels import KINDS
        from visitplanner.gui import icons
        from visitplanner.gui.theme import KIND_ICON

        desk = self._desk
        if not menu.isEmpty():
            return
        for kind in Kind:
            entry = menu.addAction(self._window.phrases.say(KINDS[kind]))
            entry.setIcon(icons.icon(KIND_ICON[kind], desk.theme.kind(kind).edge))
            entry.setEnabled(desk.writable)
            entry.triggered.connect(lambda _=False, kind=kind: self._add(kind))

    def rename(self) -> None:
        """Puts the cursor into the title of the selected item."""
        self._window.rename()

    def duplicate(self) -> None:
        """Copies the selected items, each after itself."""
        from visitplanner.domain.edits import copy_item

        desk = self._desk
        item = desk.item
        if item is None:
            return
        fresh = desk.session.fresh_item_id(item.kind.value)
        start = item.end
        if desk.edit(lambda visit: copy_item(visit, item.id, fresh, start)) is not None:
            desk.jump(fresh)

    def delete(self) -> None:
        """Deletes the selected items; a notice offers to take that back."""
        from visitplanner.domain.edits import remove_item

        desk = self._desk
        chosen = desk.selection
        merge = f"delete {' '.join(chosen)}"
        for key in chosen:
            if desk.edit(lambda visit, key=key: remove_item(visit, key), merge) is None:  # type: ignore[misc]
                return
        name = desk.session.undo_message
        if name is not None:
            self.say_deleted(name)

    def say_deleted(self, name: Message) -> None:
        """Says what was deleted."""
        phrases, desk = self._window.phrases, self._window.desk
        if desk is not None:
            self._window.notices.say(
                f"{desk.say(name)}.", Remedy(phrases.say(N_("Take it back")), self.undo)
            )

    def lock(self) -> None:
        """Fixes the time of the selected items, or lets it go."""
        from visitplanner.domain.edits import set_fixed

        desk = self._desk
        item = desk.item
        if item is None:
            return
        fixed = not item.fixed
        for key in desk.selection:
            desk.edit(
                lambda visit, key=key: set_fixed(visit, key, fixed=fixed),  # type: ignore[misc]
                f"lock {fixed} {' '.join(desk.selection)}",
            )

    def earlier(self) -> None:
        """Moves the selected items to earlier."""
        self._shift(-SNAP)

    def later(self) -> None:
        """Moves the selected items to later."""
        self._shift(SNAP)

    def _shift(self, minutes: int) -> None:
        from visitplanner.domain.edits import shift_items

        desk = self._desk
        chosen = desk.selection
        desk.edit(lambda visit: shift_items(visit, chosen, minutes), f"move {' '.join(chosen)}")

    def shorter(self) -> None:
        """Ends the selected item earlier."""
        self._stretch(-SNAP)

    def longer(self) -> None:
        """Ends the selected item later."""
        self._stretch(SNAP)

    def _stretch(self, minutes: int) -> None:
        from visitplanner.domain.edits import resize_item

        desk = self._desk
        item = desk.item
        if item is None or item.start is None or item.end is None:
            return
        start, end = item.start, item.end.plus(minutes)
        desk.edit(lambda visit: resize_item(visit, item.id, start, end), f"resize {item.id}")
