# SPDX-License-Identifier: MIT
"""An open window as a test holds it, with short ways to its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from visitplanner.gui.office import Office

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.inspector.chapter import Chapter
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.problems.row import ProblemRow
    from visitplanner.gui.settings import Settings
    from visitplanner.gui.status import StatusLine
    from visitplanner.gui.tools import Tools
    from visitplanner.gui.workspace import Workspace

C = TypeVar("C", bound="Chapter")
W = TypeVar("W", bound=QWidget)

TODAY = date(2025, 12, 1)


def office(folder: Path, settings: Settings) -> Office:
    """A desk on 1 December 2025, 14.02, whose documents are in a folder of the test's."""
    ticks, numbers = count(1), count(1)
    start = datetime(2025, 12, 1, 11, tzinfo=UTC)
    return Office(
        now=lambda: start + timedelta(seconds=next(ticks)),
        today=lambda: TODAY,
        clock=lambda: (14, 2),
        author=lambda: "Иванова",
        settings=settings,
        settings_file=folder / "settings" / "settings.json",
        visits=lambda: folder / "Documents" / "visitplanner",
        new_uid=lambda: f"00000000-0000-0000-0000-{next(numbers):012}",
    )


def settle() -> None:
    """Lets everything that waits happen, files on their way and deletions included."""
    for _ in range(3):
        QApplication.processEvents()
        while _anything_on_its_way():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _anything_on_its_way() -> bool:
    from visitplanner.gui.main_window import MainWindow

    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    return any(window.isVisible() and window.busy for window in windows)


@dataclass
class Opened:
    """A window with what a test wants of it."""

    window: MainWindow

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def place(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def tools(self) -> Tools:
        assert self.window.tools is not None
        return self.window.tools

    @property
    def status(self) -> StatusLine:
        assert self.window.status is not None
        return self.window.status

    @property
    def visit(self) -> Visit:
        return self.desk.visit

    def item(self, key: str) -> ProgrammeItem:
        return self.visit.items[key]

    def act(self, name: str) -> None:
        """Triggers an action that must be possible now."""
        action = self.window.bars.actions[name]
        assert action.isEnabled(), name
        action.trigger()
        settle()

    def chapter(self, kind: type[C]) -> C:
        """A chapter of the page shown in the inspector."""
        found = [c for c in self.place.inspector.findChildren(kind) if c.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def rows(self) -> list[ProblemRow]:
        """The problems listed, from top to bottom."""
        panel = self.place.problems
        return [panel.rows[key] for key in panel.order]

    @property
    def sentences(self) -> list[str]:
        return [row.sentence.text() for row in self.rows]

    def dialog(self) -> QDialog:
        """The one dialog that is open."""
        found = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        assert len(found) == 1
        return found[0]


class Opening(Protocol):
    """Opens a window, on a file or empty."""

    def __call__(
        self,
        path: Path | None = None,
        *,
        language: str = "ru",
        theme: str = "light",
        first_start: bool = False,
    ) -> Opened: ...


def button(inside: QWidget, text: str) -> QPushButton:
    """The visible button with a text."""
    found = [b for b in inside.findChildren(QPushButton) if b.isVisible() and b.text() == text]
    assert len(found) == 1, [b.text() for b in inside.findChildren(QPushButton)]
    return found[0]


def click(widget: QWidget) -> None:
    """A click into the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def press(
    widget: QWidget, key: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key with its shortcuts, as the window system brings it."""
    QTest.keyClick(widget, Qt.Key(key), modifiers)
    settle()


def cyrillic(
    widget: QWidget,
    letter: str,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A letter key under a Cyrillic layout: the key code is that of the Cyrillic letter."""
    _send(widget, letter, modifiers)
    settle()


def type_text(widget: QWidget, text: str) -> None:
    """Types letters of any alphabet."""
    for letter in text:
        _send(widget, letter, Qt.KeyboardModifier.NoModifier)


def _send(widget: QWidget, letter: str, modifiers: Qt.KeyboardModifier) -> None:
    text = "" if modifiers & Qt.KeyboardModifier.ControlModifier else letter
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter.upper()), modifiers, text)
        QApplication.sendEvent(widget, event)


def write(widget: QWidget, text: str) -> None:
    """Replaces the text of a field by typing."""
    widget.setFocus()
    settle()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(widget, text)
