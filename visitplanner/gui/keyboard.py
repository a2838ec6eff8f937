# SPDX-License-Identifier: MIT
"""Shortcuts under Russian and Belarusian layouts: the key counts, not the letter painted on it.

Qt itself tries the Latin letter of a key where the system knows a second layout. Registering
Cyrillic twins would then make both match and neither act, so the twin is looked for only when Qt
has let a key pass as unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QAction

_RUSSIAN: Final = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_LATIN: Final = "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.`"
_TWINS: Final[Mapping[int, int]] = {
    **{ord(ru): ord(la) for ru, la in zip(_RUSSIAN, _LATIN, strict=True)},
    ord("Ў"): ord("O"),  # Belarusian
    ord("І"): ord("B"),
}
_COMMANDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def latin_key(key: int) -> int | None:
    """The Latin key in the place of a Cyrillic one."""
    return _TWINS.get(key)


class CyrillicShortcuts(QObject):
    """Gives keys pressed under a Cyrillic layout to the actions of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def know(self, actions: Iterable[QAction]) -> None:
        """Takes note of the shortcuts of the window's actions."""
        self._actions = {
            sequence.toString(): action
            for action in actions
            for sequence in action.shortcuts()
            if not sequence.isEmpty()
        }

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is not QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, QWidget)
            or watched.window() is not self._window
            or (twin := latin_key(event.key())) is None
        ):
            return False
        commanding = bool(event.modifiers() & _COMMANDING)
        if not commanding and watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return False  # a letter typed into a field
        sequence = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(twin)))
        action = self._actions.get(sequence.toString())
        if action is not None:
            if action.isEnabled():
                action.trigger()
            return True
        if not commanding:
            return False
        # Copy, paste and the like are known to the fields themselves.
        return QApplication.sendEvent(watched, QKeyEvent(event.type(), twin, event.modifiers()))
