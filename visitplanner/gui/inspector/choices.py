# SPDX-License-Identifier: MIT
"""Fields to choose from: a few fixed values, or one name among many that completes as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from visitplanner.gui.inspector.fields import is_undo
from visitplanner.gui.keyboard import is_escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QFocusEvent, QWheelEvent

_SHOWN_AT_ONCE = 12


class ChoiceField(QComboBox):
    """One of a few values."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, text in options:
            self.addItem(text, value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _: self.chosen.emit(str(self.currentData())))

    def show_value(self, value: str) -> None:
        """Shows what is true now."""
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(self.currentText())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past a field does not change it


class NameField(QComboBox):
    """A name among many, typed; it completes by any part of it."""

    def __init__(self, parent: QWidget | None = None, *, letters: int = 6) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(letters)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.suggestions = QCompleter(self.model(), self)
        self.suggestions.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.suggestions.setFilterMode(Qt.MatchFlag.MatchContains)
        self.suggestions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.suggestions.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setCompleter(self.suggestions)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past a field does not change it


class PickField(NameField):
    """One name among many, or none."""

    picked = Signal(str)
    """The id, empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._clears = False
        self.suggestions.activated.connect(self._completed)
        self.activated.connect(self._take)
        self.edit.editingFinished.connect(self._left)
        self.edit.installEventFilter(self)

    def offer(
        self,
        options: Iterable[tuple[str, str]],
        *,
        none: str = "",
        headings: Collection[str] = (),
    ) -> None:
        """Sets what can be picked, with the text for none first; headings are only read."""
        wanted = [("", none), *options]
        if wanted != [(str(self.itemData(n)), self.itemText(n)) for n in range(self.count())]:
            self.blockSignals(True)
            self.clear()
            for value, text in wanted:
                self.addItem(text, value)
            self.blockSignals(False)
            self.show_value(self._shown)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for number, (value, _) in enumerate(wanted):
                model.item(number).setEnabled(value not in headings)

    def _open(self, number: int) -> bool:
        return bool(self.model().index(number, 0).flags() & Qt.ItemFlag.ItemIsEnabled)

    def show_value(self, value: str) -> None:
        """Shows what is true now."""
        self._shown = value
        index = self.findData(value)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        if not self.edit.isModified() or not self.hasFocus():
            self.setEditText(self.itemText(index) if index > 0 else "")
            self.edit.setCursorPosition(0)
        self.setToolTip(self.itemText(index) if index > 0 else "")

    def _completed(self, text: str) -> None:
        self._take(self.findText(text, Qt.MatchFlag.MatchExactly))

    def _take(self, index: int) -> None:
        if index < 0 or not self._open(index):
            return
        self.edit.setModified(False)
        value = str(self.itemData(index))
        if value != self._shown:
            self.picked.emit(value)
        self.show_value(self._shown)

    def _left(self) -> None:
        """Takes what was typed if it names one thing, else shows what is true again."""
        edit = self.edit
        if not edit.isModified():
            return
        typed = edit.text().strip()
        index = 0 if not typed else self._meant(typed)
        edit.setModified(False)
        if index >= 0:
            self._take(index)
        else:
            self.show_value(self._shown)

    def _meant(self, typed: str) -> int:
        """The one entry that contains what was typed."""
        low = typed.casefold()
        texts = [self.itemText(n).strip().casefold() for n in range(self.count())]
        exact = [n for n, text in enumerate(texts) if text == low and n]
        found = exact or [n for n, text in enumerate(texts) if low in text and n]
        found = [n for n in found if self._open(n)]
        return found[0] if len(found) == 1 else -1

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return True
        if not self.edit.isModified():
            return False
        if is_escape(event):  # else the window would close
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.edit.setModified(False)
            self.show_value(self._shown)
        return False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.edit.selectAll()
