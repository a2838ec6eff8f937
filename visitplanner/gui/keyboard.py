# SPDX-License-Identifier: MIT
"""Shortcuts under Russian and Belarusian layouts: the key counts, not the letter painted on it.

Qt itself tries the Latin letter of a key where the system knows a second layout. Registering
Cyrillic twins would then make both match and neither act, so the twin is looked for only when
neither Qt nor the widget with the keyboard knew a key, and it has come up to the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

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


def is_escape(event: QEvent) -> bool:
    """Whether Esc is offered to a field before the window takes it and closes."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )


def take_twin(event: QKeyEvent, actions: Iterable[QAction], focus: QWidget | None) -> bool:
    """Does what the Latin twin of a Cyrillic key stands for; answers whether it did anything."""
    twin = latin_key(event.key())
    if twin is None:
        return False
    wanted = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(twin)))
    for action in actions:
        if wanted in action.shortcuts():
            if action.isEnabled():
                action.trigger()
            return True
    if focus is None or not event.modifiers() & _COMMANDING:
        return False
    # Copy, paste and the like are known to the fields themselves.
    return QApplication.sendEvent(focus, QKeyEvent(event.type(), twin, event.modifiers()))
