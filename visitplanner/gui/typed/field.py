# SPDX-License-Identifier: MIT
"""The field a cell is typed into, with the names it may mean, and why a text was not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from visitplanner.gui.keyboard import is_escape
from visitplanner.gui.typed.suggestions import Suggestions

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from visitplanner.words.meant import Candidate, Candidates

_BREAKS: Final = ",;\n"
_ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TABS: Final = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class Typed(Protocol):
    """What a field wants to know of the column it is typed into."""

    @property
    def opens(self) -> bool: ...
    @property
    def several(self) -> bool: ...


class CellField(QLineEdit):
    """One cell being typed; the table decides whether the text is taken."""

    taken = Signal(int, int)
    """Done: rows down and columns right to go to."""
    left = Signal()
    """The keyboard went elsewhere."""
    dropped = Signal()

    def __init__(
        self, parent: QWidget, index: QModelIndex, column: Typed, names: Candidates | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cell")
        self.index = QPersistentModelIndex(index)
        self.column = column
        self._names = names
        self._bubble: QLabel | None = None
        self._list: Suggestions | None = None
        self.begun = False
        self.refused = False
        self.textEdited.connect(self._typed)

    def begin(self, text: str) -> None:
        """Starts with a text, unless somebody is typing."""
        if self.begun:
            return
        self.begun = True
        self.setText(text)
        self.selectAll()
        if self.column.opens or (self._names is not None and not text):
            self._suggest("", everything=True)

    def add(self, typed: str) -> None:
        """Starts with a first letter: in place of the text, or as one more name of a list."""
        if self.column.several and self.text().strip():
            self.setText(f"{self.text().rstrip(' ,')}, {typed}")
        else:
            self.setText(typed)
        self.end(False)
        self._typed()

    def go_on(self) -> None:
        """Stands behind the last name of a list, ready for one more."""
        if self.column.several and self.text().strip():
            self.setText(f"{self.text().rstrip(' ,')}, ")
            self.end(False)

    def refuse(self, sentence: str) -> None:
        """Keeps the text and says why it was not taken."""
        self.refused = True
        self._mark(wrong=True)
        self._hush()
        if self._bubble is None:
            self._bubble = QLabel(self.window())
            self._bubble.setObjectName("refusal")
            self._bubble.setWordWrap(True)
            self._bubble.setTextFormat(Qt.TextFormat.PlainText)
        self._bubble.setText(sentence)
        self._bubble.setFixedWidth(min(380, max(self.width(), 260)))
        self._bubble.adjustSize()
        self._bubble.move(_beside(self, self._bubble))
        self._bubble.show()
        self._bubble.raise_()
        self.setAccessibleDescription(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _typed(self) -> None:
        self.refused = False
        self._mark(wrong=False)
        if self._bubble is not None:
            self._bubble.hide()
        self._suggest(self._token())

    # The names offered.

    def _token(self) -> str:
        """The name being typed: of a list, the one at the cursor."""
        first, last = self._token_place()
        return self.text()[first:last].strip()

    def _token_place(self) -> tuple[int, int]:
        text = self.text()
        if not self.column.several:
            after = max(text.rfind("→"), text.rfind("->") + 1) + 1 if _arrowed(text) else 0
            return after, len(text)
        place = self.cursorPosition()
        first = max(text.rfind(mark, 0, place) for mark in (*_BREAKS, ":", "(", ")")) + 1
        ends = [found for mark in (*_BREAKS, ")") if (found := text.find(mark, place)) >= 0]
        return first, min(ends, default=len(text))

    def _suggest(self, token: str, *, everything: bool = False) -> None:
        if self._names is None or not (token or everything):
            self._hush()
            return
        found = self._names.matching(token)
        if not found or (len(found) == 1 and found[0].text == token):
            self._hush()
            return
        if self._list is None:
            self._list = Suggestions(self.window())
            self._list.chosen.connect(self._complete)
        self._list.offer(found, choose=bool(token))
        self._list.place_by(self)

    def _hush(self) -> None:
        if self._list is not None:
            self._list.hide()

    @property
    def offering(self) -> bool:
        """Whether names are offered."""
        return self._list is not None and self._list.isVisible()

    def _complete(self, candidate: Candidate) -> None:
        """Puts a name in the place of what was typed of it."""
        first, last = self._token_place()
        text = self.text()
        if self.column.several:
            before, after = text[:first].rstrip(), text[last:].lstrip(" ,")
            gap = " " if before and not before.endswith("(") else ""
            done = f"{before}{gap}{candidate.text}, "
            self.setText(f"{done}{after}")
            self.setCursorPosition(len(done))
        else:
            gap = " " if first else ""
            self.setText(f"{text[:first]}{gap}{candidate.text}")
        self._hush()
        self.refused = False
        self._mark(wrong=False)

    # Keys.

    @override
    def event(self, event: QEvent) -> bool:
        if is_escape(event):  # the window would take it for its own and close
            event.accept()
            return True
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _TABS  # Qt would take them for the way to the next widget
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.offering and self._walk(key):
            return
        if key in _ENTERS or key in _TABS:
            self._finish(key, shift=shift)
        elif key == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif key == Qt.Key.Key_Down and self._names is not None:
            self._suggest(self._token(), everything=True)
        else:
            super().keyPressEvent(event)

    def _walk(self, key: int) -> bool:
        """Moves in the list of names; answers whether the key is used up."""
        if self._list is None:
            return False
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in steps:
            self._list.step(steps[Qt.Key(key)])
            return True
        if key == Qt.Key.Key_Escape:
            self._hush()
            return True
        chosen = self._list.current
        if chosen is not None and (key in _ENTERS or key in _TABS):
            self._complete(chosen)
            return self.column.several and key in _ENTERS
        return False

    def _finish(self, key: int, *, shift: bool) -> None:
        step = -1 if shift or key == Qt.Key.Key_Backtab else 1
        if key in _ENTERS:
            self.taken.emit(step, 0)
        else:
            self.taken.emit(0, step)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self._hush()
            self.left.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clear_away()

    def clear_away(self) -> None:
        """Takes list and bubble off the screen."""
        for widget in (self._list, self._bubble):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._list = self._bubble = None


def _arrowed(text: str) -> bool:
    return "→" in text or "->" in text


def _beside(field: QWidget, other: QWidget) -> QPoint:
    """Under a field, or above it where there is no room."""
    window = field.window()
    place = field.mapTo(window, QPoint(0, field.height() + 2))
    if place.y() + other.height() > window.height():
        place = field.mapTo(window, QPoint(0, -other.height() - 2))
    return QPoint(max(4, min(place.x(), window.width() - other.width() - 4)), max(0, place.y()))
