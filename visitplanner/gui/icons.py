# SPDX-License-Identifier: MIT
"""Own icons: 24 × 24 strokes from resources/icons, drawn in any colour at any scale, and kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import visitplanner
from visitplanner.gui.overriding import override

_PACKAGE: Final = Path(visitplanner.__file__).parent
_PLACES: Final = (_PACKAGE / "resources" / "icons", _PACKAGE.parent / "resources" / "icons")
_FADED: Final = 0.38
"""Opacity of an icon that cannot be used now."""


class UnknownIconError(LookupError):
    """No icon of this name is shipped: a slip in the program, not of the user."""


@cache
def folder() -> Path:
    """Where the icons are: beside the installed package, or in the checkout."""
    return next(place for place in _PLACES if place.is_dir())


def names() -> tuple[str, ...]:
    """The names of all icons in alphabetical order."""
    return tuple(sorted(path.stem for path in folder().glob("*.svg")))


@cache
def _source(name: str) -> str:
    path = folder() / f"{name}.svg"
    if not path.is_file():
        raise UnknownIconError(name)
    return path.read_text(encoding="utf-8")


@cache
def _pixmap(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    drawing = _source(name).replace("currentColor", colour.name(QColor.NameFormat.HexRgb))
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon at a logical size for a screen of the given device pixel ratio."""
    return _pixmap(name, size, colour.rgba(), ratio)


class _Engine(QIconEngine):
    """Draws an icon when it is first looked at: most of those in menus never are."""

    def __init__(self, name: str, colour: QColor) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def _shade(self, mode: QIcon.Mode) -> QColor:
        if mode is not QIcon.Mode.Disabled:
            return self._colour
        # QColor(QColor) would load all enumerations of Qt to see that none of them is meant.
        shade = QColor.fromRgba(self._colour.rgba())
        shade.setAlphaF(_FADED * shade.alphaF())
        return shade

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state  # an icon looks the same on and off
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        if side < 1:
            return
        drawn = pixmap(self._name, side, self._shade(mode), ratio)
        x, y = rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2
        painter.drawPixmap(x, y, drawn)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The size is logical; so many pixels of the screen as the scale says stand for one."""
        del state
        side = min(size.width(), size.height())
        if side < 1:
            return QPixmap()
        return pixmap(self._name, side, self._shade(mode), scale)

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon for buttons and menus, in the colour of button texts unless one is given."""
    _source(name)  # a slip in a name shows at once
    shade = colour if colour is not None else QGuiApplication.palette().buttonText().color()
    return QIcon(_Engine(name, shade))


def fitting(size: int) -> QSize:
    """A square icon size, as setIconSize wants it."""
    return QSize(size, size)
