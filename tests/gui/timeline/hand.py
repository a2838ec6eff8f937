# SPDX-License-Identifier: MIT
"""A hand on the mouse: drags on a timeline in minutes of the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline
    from visitplanner.session.session import Session

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def mouse(
    view: Timeline,
    kind: QEvent.Type,
    at: QPoint,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """One event of the left button."""
    target = view.viewport()
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    where = QPointF(at)
    event = QMouseEvent(kind, where, target.mapToGlobal(where), button, held, modifiers)
    QApplication.sendEvent(target, event)


def place(view: Timeline, item: str, part: str = "middle") -> QPoint:
    """A point of the item's first block: start, middle or end."""
    view.reveal_item(item)
    rect = view.rect_of(item)
    assert rect is not None
    y = {"start": rect.top() + 1, "middle": rect.center().y(), "end": rect.bottom() - 1}[part]
    return QPoint(rect.left() + 60, y)


def take(
    view: Timeline,
    item: str,
    minutes: float,
    part: str = "middle",
    modifiers: Qt.KeyboardModifier = NONE,
) -> QPoint:
    """Presses on an item and drags it down by so many minutes; answers where the pointer is."""
    at = place(view, item, part)
    to = at + QPoint(0, round(minutes * view.scale.minute))
    mouse(view, QEvent.Type.MouseButtonPress, at, modifiers)
    mouse(view, QEvent.Type.MouseMove, (at + to) / 2, modifiers)
    mouse(view, QEvent.Type.MouseMove, to, modifiers)
    return to


def drag(
    view: Timeline,
    item: str,
    minutes: float,
    part: str = "middle",
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """The same, and lets go there."""
    to = take(view, item, minutes, part, modifiers)
    mouse(view, QEvent.Type.MouseButtonRelease, to, modifiers)


def click(view: Timeline, item: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at = place(view, item)
    mouse(view, QEvent.Type.MouseButtonPress, at, modifiers)
    mouse(view, QEvent.Type.MouseButtonRelease, at, modifiers)


def key(target: QWidget, code: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key as the system sends it, whatever the layout."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, code, modifiers, text))


def type_text(field: QWidget, text: str) -> None:
    """Letters as a Cyrillic layout sends them (QTest knows Latin ones only)."""
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), NONE, letter)
        QApplication.sendEvent(field, event)


def picture(view: Timeline) -> QImage:
    """What the plan looks like now."""
    return view.viewport().grab().toImage()


def has_colour(image: QImage, colour: QColor) -> bool:
    """Whether any pixel is exactly of this colour."""
    wanted = colour.rgb()
    return any(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


def times(visit: Visit, item_id: str) -> str:
    """«HH:MM-HH:MM» of an item."""
    found = visit.items[item_id]
    assert found.start is not None
    assert found.end is not None
    return f"{str(found.start)[11:]}-{str(found.end)[11:]}"


def steps(session: Session) -> int:
    """How many edits are in the log."""
    return sum(1 for _ in session.history())
