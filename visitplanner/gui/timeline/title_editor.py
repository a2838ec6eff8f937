# SPDX-License-Identifier: MIT
"""The field that opens on a block to type its title in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from visitplanner.gui.theme import Theme


class TitleEditor(QLineEdit):
    """Enter takes the text, Esc lets it go, leaving the field takes it as well."""

    taken = Signal(str)
    let_go = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = False
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a title is being typed."""
        return self._open

    def dress(self, theme: Theme) -> None:
        """Slim enough to stand in a block of one line."""
        self.setStyleSheet(
            f"QLineEdit {{ border: 1px solid {theme.accent.name()}; border-radius: 3px;"
            f" padding: 0 4px; background: {theme.surface.name()}; color: {theme.text.name()}; }}"
        )

    def open(self, title: str) -> None:
        """Begins with a title."""
        self.setText(title)
        self.selectAll()
        self._open = True
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Hides the field."""
        self._open = False
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.shut()
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._open and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._take()

    def _take(self) -> None:
        if self._open:
            self._open = False
            self.taken.emit(self.text().strip())
