# SPDX-License-Identifier: MIT
"""A window beside the main one, over the same open visit: every edit is made at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.gui.keyboard import take_twin
from visitplanner.gui.notices import NoticeBar, Remedy
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from visitplanner.domain.text import Message
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.main_window import MainWindow

W = TypeVar("W", bound="EditorWindow")


class EditorWindow(QWidget):
    """Base of editors: its own line of notices and its own keys for undo; closes with the visit.

    A kind of window says what it shows in `fill`, which answers the content; it is asked again
    when language or colours change. At most one window of a kind is open (`show_editor`).
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Window)
        if window.desk is None:
            raise ValueError("no visit is open")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.main = window
        self.desk: Desk = window.desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._twinned = False
        self._content: QWidget | None = None
        self.notices: NoticeBar
        self._actions: list[QAction] = []
        self._dress()
        self.desk.refused.connect(self._refused)
        self.desk.failed.connect(self._failed)
        self.desk.dressed.connect(self._dress)
        self.desk.closed.connect(self.close)

    def fill(self) -> QWidget:
        """The content; a kind of window says it."""
        raise NotImplementedError

    def finish_typing(self) -> None:
        """Takes what is being typed as an edit; a kind of window with tables says how."""

    def _dress(self) -> None:
        """Makes everything anew in the language and the colours of the desk."""
        say = self.desk.phrases.say
        if self._content is not None:
            self.finish_typing()
            for old in (self._content, self.notices):
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.notices = NoticeBar(self.desk.phrases, self.desk.theme)
        self._content = self.fill()
        self._column.addWidget(self.notices)
        self._column.addWidget(self._content, 1)
        for action in self._actions:
            self.removeAction(action)
            action.deleteLater()
        self._actions = [
            self._action(say(N_("Undo")), self.undo, "Ctrl+Z"),
            self._action(say(N_("Redo")), self.redo, "Ctrl+Shift+Z", "Ctrl+Y"),
            self._action(say(N_("Close")), self.close, "Ctrl+W", "Esc"),
            *self.own_actions(),
        ]

    def own_actions(self) -> list[QAction]:
        """Further actions of a kind of window."""
        return []

    def _action(self, text: str, act: Callable[[], object], *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _ticked=False: act())
        self.addAction(action)
        return action

    def undo(self) -> None:
        """Takes the last step back."""
        self.finish_typing()
        self.desk.undo()

    def redo(self) -> None:
        """Restores the step taken back last."""
        self.finish_typing()
        self.desk.redo()

    def offer_undo(self, text: str) -> None:
        """Says what has been done, and offers to take it back."""
        self.notices.say(text, Remedy(self.desk.phrases.say(N_("Take it back")), self.undo))

    def _refused(self, reason: Message) -> None:
        if self.isVisible():
            self.notices.say(self.desk.say(reason))

    def _failed(self, sentence: Message) -> None:
        if self.isVisible():
            self.notices.say(self.desk.phrases.sentence(sentence, None), grave=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        # A key that a field has let pass comes once more as its own twin: not a third time.
        if self._twinned or focus is None:
            super().keyPressEvent(event)
            return
        self._twinned = True
        if not take_twin(event, self._actions, focus):
            super().keyPressEvent(event)
        self._twinned = False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish_typing()
        super().closeEvent(event)


def show_editor(window: MainWindow, kind: type[W]) -> W | None:
    """Shows the one window of a kind, made if it is not open; None when no visit is open."""
    if window.desk is None:
        return None
    found = next(
        (w for w in window.findChildren(kind) if w.isVisible() and w.desk is window.desk), None
    )
    editor = found if found is not None else kind(window)
    editor.show()
    editor.raise_()
    editor.activateWindow()
    return editor
