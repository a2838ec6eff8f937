# SPDX-License-Identifier: MIT
"""What one edit changed, beside the list: was and is, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from visitplanner.gui import icons
from visitplanner.gui.history.telling import Told, edit_name, told
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.scrolled import scrolled
from visitplanner.gui.versions.naming import approval_text, moment_text, version_name
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Version
    from visitplanner.gui.desk import Desk
    from visitplanner.store.contract import Entry

_MOST: Final = 60
"""Things told of one edit; a whole version restored may be hundreds."""


class Details(QFrame):
    """The chosen line of the history."""

    restore_asked = Signal(str, int)
    """An item, and the number of the state it is to be taken from."""
    compare_asked = Signal(int, int)
    item_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number = 0
        say = desk.phrases.say
        self.setObjectName("page")
        self.name, self.who = QLabel(), QLabel()
        self.name.setObjectName("pane-title")
        self.name.setWordWrap(True)
        self.who.setProperty("muted", True)
        self.who.setWordWrap(True)
        self.lines = QWidget()
        self._list = QVBoxLayout(self.lines)
        self._list.setContentsMargins(0, 0, SPACE, 0)
        self._list.setSpacing(SMALL)
        area = scrolled(self.lines, reached=True)
        self.item = ChoiceField(())
        self.item.setAccessibleName(say(N_("Item")))
        self.before = QPushButton(icons.icon("undo"), say(N_("Restore the item as it was before")))
        self.then = QPushButton(icons.icon("redo"), say(N_("Restore the item as it was then")))
        self.compare = QPushButton(icons.icon("compare"), say(N_("Compare before and after")))
        self.before.clicked.connect(lambda: self._restore(self._number - 1))
        self.then.clicked.connect(lambda: self._restore(self._number))
        self.compare.clicked.connect(
            lambda: self.compare_asked.emit(self._number - 1, self._number)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, SPACE, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.name)
        column.addWidget(self.who)
        column.addWidget(area, 1)
        for widget in (self.item, self.before, self.then, self.compare):
            column.addWidget(widget)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.name.setText("")
        self.who.setText(self._desk.phrases.say(N_("Choose a change to see what it did.")))
        self._fill(())
        self._offer([], number=0)

    def show_version(self, version: Version) -> None:
        """A version between the edits."""
        self.name.setText(version_name(self._desk.phrases, version))
        self.who.setText(f"{moment_text(self._desk, version.created)}, {version.author}")
        lines = [line for line in (version.note, approval_text(self._desk, version)) if line]
        self._fill(Told(line, ()) for line in lines)
        self._offer([], number=0)

    def show_edit(self, entry: Entry, patch: Patch) -> None:
        """An edit: what was, what is."""
        desk, number = self._desk, entry.number
        self.name.setText(edit_name(desk, entry))
        self.who.setText(f"{moment_text(desk, entry.at)}, {entry.author}")
        try:
            states = desk.session.states((number - 1, number))
        except StoreError as error:
            desk.failed.emit(error.sentence)
            self.show_nothing()
            return
        before, after = states[number - 1], states[number]
        found = list(told(desk, before, after, patch))
        self._fill(found[:_MOST], more=len(found) - _MOST)
        items = [c.id for c in patch.changes if c.collection == "items"]
        names = []
        for key in items:
            item = after.items.get(key) or before.items.get(key)
            names.append((key, item.title.best(desk.language) if item else key))
        self._offer(names, number=number)
        self.before.setEnabled(self._restorable(number - 1))
        self.then.setEnabled(self._restorable(number))

    def _restorable(self, number: int) -> bool:
        """Whether an item offered was there after a line, and is another one now."""
        desk = self._desk
        state = desk.session.states((number,)).get(number)
        if state is None or not desk.writable:
            return False
        keys = [str(self.item.itemData(n)) for n in range(self.item.count())]
        return any(k in state.items and state.items[k] != desk.visit.items.get(k) for k in keys)

    def _offer(self, items: list[tuple[str, str]], *, number: int) -> None:
        self._number = number
        current = str(self.item.currentData())
        self.item.clear()
        for key, title in items:
            self.item.addItem(title, key)
        self.item.show_value(current if current in dict(items) else items[0][0] if items else "")
        self.item.setVisible(len(items) > 1)
        for button in (self.before, self.then):
            button.setVisible(bool(items))
        self.compare.setVisible(number > 0)

    def offer_item(self, key: str) -> None:
        """Chooses which of several items is to be restored."""
        if self.item.findData(key) >= 0:
            self.item.show_value(key)

    def _restore(self, number: int) -> None:
        key = str(self.item.currentData() or "")
        if key:
            self.restore_asked.emit(key, number)

    def _fill(self, found: Iterable[Told], *, more: int = 0) -> None:
        while (entry := self._list.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in found:
            self._list.addWidget(_label(one.heading, strong=bool(one.lines)))
            for line in one.lines:
                label = _label(line)
                label.setContentsMargins(SPACE, 0, 0, 0)
                self._list.addWidget(label)
        if more > 0:
            self._list.addWidget(_label(self._desk.phrases.count("{n} more", "{n} more", more)))
        self._list.addStretch(1)


def _label(text: str, *, strong: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if strong:
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
    return label
