# SPDX-License-Identifier: MIT
"""Own icons: 24 × 24 strokes from resources/icons, drawn in any colour at any scale, and kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import visitplanner

_PACKAGE: Final = Path(visitplanner.__file__).parent
_PLACES: Final = (_PACKAGE / "resources" / "icons", _PACKAGE.parent / "resources" / "icons")
_SIZES: Final = (16, 20, 24)


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
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon at a logical size for a screen of the given device pixel ratio."""
    return _pixmap(name, size, colour.rgba(), ratio)


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon for buttons and menus, in the colour of button texts unless one is given."""
    shade = colour if colour is not None else QGuiApplication.palette().buttonText().color()
    faded = QColor(shade)
    faded.setAlphaF(0.38 * shade.alphaF())
    made = QIcon()
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    for size in _SIZES:
        made.addPixmap(pixmap(name, size, shade, ratio))
        made.addPixmap(pixmap(name, size, faded, ratio), QIcon.Mode.Disabled)
    return made


def fitting(size: int) -> QSize:
    """A square icon size, as setIconSize wants it."""
    return QSize(size, size)
