# SPDX-License-Identifier: MIT
"""A hand at the keyboard and the mouse that counts what it does beside typing names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget

from tests.gui.opening import cyrillic, settle, type_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Keys go to whatever has the keyboard; letters are those of a Russian layout."""

    def __init__(self) -> None:
        self.count = 0

    @property
    def focus(self) -> QWidget:
        """What has the keyboard now."""
        settle()
        if QApplication.activeWindow() is None:
            # What a window manager does when a dialog closes.
            for window in QApplication.topLevelWidgets():
                if isinstance(window, QMainWindow) and window.isVisible():
                    window.activateWindow()
            settle()
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Keys that mean the same under every layout, one after another."""
        for key in keys:
            self.count += 1
            QTest.keyClick(self.focus, key, modifiers)
            settle()

    def shortcut(self, letter: str, also: Qt.KeyboardModifier = NONE) -> None:
        """Ctrl with a Cyrillic letter."""
        self.count += 1
        cyrillic(self.focus, letter, CTRL | also)

    def enter(self, text: str) -> None:
        """Types a name, a title, a date: not counted."""
        type_text(self.focus, text)
        settle()

    def digits(self, text: str) -> None:
        """Types figures, as date fields take them: not counted."""
        QTest.keyClicks(self.focus, text)
        settle()

    def click(self, widget: QWidget) -> None:
        """A click into the middle of a widget."""
        assert widget.isVisible()
        assert widget.isEnabled()
        self.count += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """A click on a line of a list."""
        self.count += 1
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        settle()
