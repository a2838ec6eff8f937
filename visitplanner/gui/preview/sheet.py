# SPDX-License-Identifier: MIT
"""How a sheet of paper lies on its ground: its shadow, its place on whole pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from visitplanner.gui import theme as themes

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor

    from visitplanner.gui.theme import Theme

_SHADOW: Final = 7
"""How far the shadow of a page reaches."""
_BAR: Final = 3
"""Width of the line beside a selected item."""
_BEYOND: Final = 6
"""How far a mark reaches beyond the text."""
_DARKNESS: Final = {False: 0.10, True: 0.5}
"""Of the shadow on a light and on a dark ground."""


def ground(theme: Theme) -> QColor:
    """What lies behind the pages: calm, and darker than they are."""
    return themes.mixed(theme.line, theme.window, 0.55 if not theme.dark else 0.0)


def device_size(sheet: tuple[float, float], width: int, ratio: float) -> tuple[int, int]:
    """A page in pixels of the screen."""
    across = max(1, round(width * ratio))
    return across, max(1, round(across * sheet[1] / sheet[0]))


def on_pixel(painter: QPainter, point: QPointF) -> QPointF:
    """The nearest place that lies on a whole pixel of the screen."""
    transform = painter.deviceTransform()
    there = transform.map(point)
    back, _ = transform.inverted()
    return back.map(QPointF(round(there.x()), round(there.y())))


def paint_sheet(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """An empty sheet, white in every theme, and its shadow."""
    strength = _DARKNESS[theme.dark]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for n in range(_SHADOW, 0, -1):
        painter.setBrush(
            themes.translucent(themes.LIGHT.text, strength * (1 - n / (_SHADOW + 1)) / 2)
        )
        grown = rect.adjusted(-n + 1, -n + 3, n - 1, n + 1)
        painter.drawRoundedRect(grown, n, n)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(rect, Qt.GlobalColor.white)


def paint_mark(painter: QPainter, rect: QRect, *, chosen: bool) -> None:
    """Tints an item that is selected or under the pointer; its letters stay as they are."""
    light = themes.LIGHT  # paper is white in every theme
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    wide = rect.adjusted(-_BEYOND, 0, _BEYOND, 0)
    painter.fillRect(wide, light.accent_soft if chosen else light.window)
    if chosen:
        painter.fillRect(wide.left() - _BAR, wide.top(), _BAR, wide.height(), light.accent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
