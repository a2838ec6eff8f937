# SPDX-License-Identifier: MIT
"""The sheet of keyboard shortcuts, made from the table of actions; typing searches it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from visitplanner.gui.actions import COMMANDS, MENUS, Command, Menu
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.gui.main_window import MainWindow

ON_TIMELINE: Final = (
    (N_("To the next item by time or lane"), N_("Arrows")),
    (N_("Select several"), N_("Shift and arrows")),
    (N_("Select all of the day"), "Ctrl+A"),
    (N_("Edit the title in place"), "Enter"),
    (N_("Take a drag back"), "Esc"),
    (N_("Copy while dragging"), "Ctrl"),
    (N_("Drag to the minute"), "Alt"),
    (N_("Zoom"), N_("Ctrl and wheel")),
)


class ShortcutSheet(QDialog):
    """All shortcuts by menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        say = window.phrases.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Keyboard shortcuts")))
        self.resize(520, 620)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say(N_("Search")))
        self.search.setAccessibleName(say(N_("Search")))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QTreeWidget()
        self.list.setAccessibleName(say(N_("Keyboard shortcuts")))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(SPACE)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        by_name = {command.name: command for command in COMMANDS}
        for menu in MENUS:
            commands = [by_name[name] for name in _names(menu) if by_name[name].keys]
            self._group(
                say(menu.text),
                [(say(command.text).rstrip("…"), _keys(command)) for command in commands],
            )
        self._group(say(N_("Timeline")), [(say(text), say(keys)) for text, keys in ON_TIMELINE])
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def _group(self, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        head = QTreeWidgetItem(self.list, [title])
        font = head.font(0)
        font.setWeight(font.Weight.DemiBold)
        head.setFont(0, font)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for text, keys in lines:
            QTreeWidgetItem(head, [text, keys])
        head.setExpanded(True)

    def shown(self) -> list[str]:
        """What the list shows, line by line."""
        heads = (self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount()))
        return [
            f"{line.text(0)}  {line.text(1)}"
            for head in heads
            if head is not None
            for line in (head.child(m) for m in range(head.childCount()))
            if line is not None and not line.isHidden()
        ]

    def _filter(self, wanted: str) -> None:
        low = wanted.casefold()
        for n in range(self.list.topLevelItemCount()):
            head = self.list.topLevelItem(n)
            if head is None:
                continue
            fits = 0
            lines = (head.child(m) for m in range(head.childCount()))
            for line in lines:
                if line is None:
                    continue
                found = low in f"{line.text(0)} {line.text(1)}".casefold()
                line.setHidden(not found)
                fits += found
            head.setHidden(not fits)


def _names(menu: Menu) -> Iterator[str]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _names(entry)
        elif entry is not None:
            yield entry


def _keys(command: Command) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in command.keys)
