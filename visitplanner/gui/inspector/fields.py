# SPDX-License-Identifier: MIT
"""Fields that tell what was entered after a pause or when they are left, and never hold truth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from visitplanner.gui.keyboard import is_escape

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

PAUSE_MS: Final = 500
"""How long typing rests before it is taken as an edit."""


def is_undo(event: QEvent) -> bool:
    """Whether a key asks for undo or redo: these are the visit's, not the field's own."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
        )
    )


def takes_back(event: QKeyEvent) -> bool:
    """Whether a key drops what was typed; undo comes here only when there is no step to undo."""
    return event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)


class Typing(QObject):
    """What is being typed into a field and not yet told."""

    rested = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.finish)
        self.kept = False
        """What was told could not be written: it stays as long as what is true stays."""
        self.visits = 0
        """How often the field was entered: each visit is an undo step of its own."""

    @property
    def pending(self) -> bool:
        """Whether something typed has not been told."""
        return self._pause.isActive()

    def touch(self) -> None:
        """A key changed the text."""
        self._pause.start()

    def finish(self) -> None:
        """Tells what is pending."""
        if self._pause.isActive():
            self._pause.stop()
            self.rested.emit()
        elif self.sender() is self._pause:
            self.rested.emit()

    def finish_again(self) -> None:
        """Tells what is pending, or once more what could not be written."""
        if self.kept and not self._pause.isActive():
            self.rested.emit()
        self.finish()

    def drop(self) -> None:
        """Forgets what is pending, and what could not be written."""
        self._pause.stop()
        self.kept = False

    def stays(self, *, same: bool) -> bool:
        """Whether the text in the field is not to be replaced; `same`: what is true has stayed."""
        self.kept = self.kept and same
        return self.pending or self.kept


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typing = Typing(self)
        self._shown = ""
        self.textEdited.connect(lambda _: self.typing.touch())
        self.typing.rested.connect(self.tell)
        self.editingFinished.connect(self.typing.finish)

    def show_text(self, text: str) -> None:
        """Shows what is true now; typing that goes on is not disturbed."""
        stays = self.typing.stays(same=text == self._shown)
        self._shown = text
        if not stays and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def differs(self) -> bool:
        """Whether another text stands in it than what is true."""
        return self.text() != self._shown

    def tell(self) -> None:
        """Tells the text when it is another than what is shown as true."""
        if self.text() != self._shown:
            self.edited.emit(self.text())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.typing.visits += 1
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if takes_back(event) and self.text() != self._shown:
            self.typing.drop()
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return True
        if is_escape(event) and self.text() != self._shown:
            event.accept()
            return True
        return super().event(event)


class TextField(QPlainTextEdit):
    """Text that grows with what is in it; in a field of one paragraph Enter ends the typing."""

    edited = Signal(str)

    def __init__(self, *, paragraphs: bool = False, least: int = 1) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._least = least
        self._shown = ""
        self.typing = Typing(self)
        self.typing.rested.connect(self.tell)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._reading = False
        self.textChanged.connect(self._touched)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def show_text(self, text: str) -> None:
        """Shows what is true now; typing that goes on is not disturbed."""
        stays = self.typing.stays(same=text == self._shown)
        self._shown = text
        if not stays and self.toPlainText() != text:
            self._reading = True
            self.setPlainText(text)
            self._reading = False

    @property
    def differs(self) -> bool:
        """Whether another text stands in it than what is true."""
        return self._text() != self._shown

    def tell(self) -> None:
        """Tells the text when it is another than what is shown as true."""
        if self._text() != self._shown:
            self.edited.emit(self._text())

    def _text(self) -> str:
        text = self.toPlainText()
        return text if self._paragraphs else " ".join(text.splitlines())

    def _touched(self) -> None:
        if not self._reading:
            self.typing.touch()

    def _grow(self) -> None:
        lines = max(self._least, int(self.document().size().height()))
        margins = self.contentsMargins()
        room = lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin())
        self.setFixedHeight(room + margins.top() + margins.bottom() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.typing.visits += 1
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.typing.finish()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not self._paragraphs:
            self.typing.finish()
            return
        if takes_back(event) and self._text() != self._shown:
            self.typing.drop()
            self.show_text(self._shown)
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return True
        if is_escape(event) and self._text() != self._shown:
            event.accept()
            return True
        return super().event(event)


class EntryField(LineField):
    """A short entry with a meaning, such as a time; what has none is marked, not told."""

    entered = Signal(object)

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setProperty("entry", True)
        self.edited.connect(self._understand)

    def meaning(self, text: str) -> object:
        """What the text means; None when it means nothing."""
        return text

    def _understand(self, text: str) -> None:
        found = self.meaning(text)
        self.mark(wrong=found is None)
        if found is not None:
            self.entered.emit(found)

    def mark(self, *, wrong: bool) -> None:
        """Marks the entry as not understood."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def show_text(self, text: str) -> None:
        super().show_text(text)
        if self.text() == text:
            self.mark(wrong=False)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.property("wrong"):
            self.show_text(self._shown)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance("0") * self._width + 18, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - 8, hint.height())
