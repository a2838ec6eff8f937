# SPDX-License-Identifier: MIT
"""What lies under and over the blocks: lines of time, ways, stains of problems, the now line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from visitplanner.gui.theme import Metrics, Theme, mixed, translucent
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY
from visitplanner.gui.timeline.typesetter import Role, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.gui.timeline.layout import Block
    from visitplanner.gui.timeline.scale import Scale
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.gui.timeline.travel import Band
    from visitplanner.rules.rule import Severity

_NIGHT: Final = ((0, 7 * 60), (22 * 60, MINUTES_A_DAY))
_TILE: Final = 8
_LABEL_LEAST: Final = 15


def hatch(colour: QColor, ratio: float) -> QBrush:
    """Slanted lines in a colour, as a brush."""
    tile = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    for shift in (-_TILE, 0, _TILE):
        painter.drawLine(QPointF(shift, _TILE), QPointF(shift + _TILE, 0))
    painter.end()
    return QBrush(tile)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of some lanes to be shaded: lanes as in a block, minutes from the top."""

    left: float
    right: float
    top: float
    bottom: float
    severity: Severity


class Ground:
    """Paints what is no block, for one theme, font and screen scale."""

    def __init__(self, theme: Theme, typesetter: Typesetter, ratio: float) -> None:
        self._theme = theme
        self._type = typesetter
        self._ratio = ratio
        self._hatches: dict[int, QBrush] = {}
        self._night = translucent(mixed(theme.text, theme.surface, 0.5), 0.045)

    def _hatch(self, colour: QColor) -> QBrush:
        found = self._hatches.get(colour.rgba())
        if found is None:
            found = self._hatches[colour.rgba()] = hatch(colour, self._ratio)
        return found

    def lines(self, painter: QPainter, area: QRect, scale: Scale, lanes: int) -> None:
        """The empty grid."""
        theme = self._theme
        painter.fillRect(area, theme.surface)
        for start, end in _NIGHT:
            y = scale.y(start)
            night = QRect(area.x(), y, area.width(), scale.y(end) - y).intersected(area)
            painter.fillRect(night, self._night)
        step = scale.line_step
        minute = int(scale.minute_at(area.top()) // step) * step
        while minute <= MINUTES_A_DAY and (y := scale.y(minute)) <= area.bottom():
            colour = theme.line if minute % 60 == 0 else theme.faint
            self._hair(painter, QRectF(area.x(), minute * scale.minute, area.width(), 0), colour)
            minute += step
        first = max(0, int(scale.lane_at(area.left())))
        for n in range(first, min(lanes, int(scale.lane_at(area.right())) + 1) + 1):
            self._hair(painter, QRectF(n * scale.lane, area.top(), 0, area.height()), theme.line)

    def _hair(self, painter: QPainter, line: QRectF, colour: QColor) -> None:
        """The thinnest line that is sharp: whole pixels of the screen."""
        ratio = self._ratio
        thin = max(1, int(ratio)) / ratio
        x, y = round(line.x() * ratio) / ratio, round(line.y() * ratio) / ratio
        painter.fillRect(QRectF(x, y, line.width() or thin, line.height() or thin), colour)

    def ways(self, painter: QPainter, area: QRect, scale: Scale, bands: Iterable[Band]) -> None:
        """The ways nobody planned a transfer for."""
        for band in bands:
            top, ready = scale.y(band.top), scale.y(min(band.ready, band.bottom))
            left, right = scale.x(band.lane), scale.x(band.lane + 1)
            rect = QRect(left + 3, top, right - left - 6, ready - top)
            if not rect.intersects(area):
                continue
            painter.fillRect(rect, self._hatch(translucent(self._theme.muted, 0.28)))
            if rect.height() >= _LABEL_LEAST:
                static, width = self._type.shaped(Role.RULER, f"→ {band.minutes}")
                height = self._type.heights[Role.RULER]
                place = QRectF(
                    rect.x() + Metrics.PADDING - 3,
                    rect.center().y() - height / 2,
                    width + 6,
                    height,
                )
                painter.fillRect(place, self._theme.surface)
                painter.setFont(self._type.fonts[Role.RULER])
                painter.setPen(self._theme.muted)
                painter.drawStaticText(QPointF(place.x() + 3, place.y()), static)

    def stains(
        self, painter: QPainter, area: QRect, scale: Scale, scene: Scene, blocks: Iterable[Block]
    ) -> None:
        """The time that two things want, on the blocks that want it."""
        for block in blocks:
            midnight = scene.layout.lanes[block.first].origin
            for stain in scene.alarms.stains[block.item]:
                stretch = Stretch(
                    block.left,
                    block.right,
                    max(stain.top - midnight, block.top),
                    min(stain.bottom - midnight, block.bottom),
                    stain.severity,
                )
                self.stain(painter, area, scale, stretch)

    def stain(self, painter: QPainter, area: QRect, scale: Scale, stretch: Stretch) -> None:
        """Time of a block that cannot be, in the colour of a severity."""
        rect = self._rect(scale, stretch)
        if stretch.bottom <= stretch.top or not rect.intersects(area):
            return
        colour = self._theme.severity(stretch.severity)
        painter.fillRect(rect, translucent(colour, 0.10))
        painter.fillRect(rect, self._hatch(translucent(colour, 0.30)))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, translucent(colour, 0.7))

    def shade(self, painter: QPainter, area: QRect, scale: Scale, stretch: Stretch) -> None:
        """Time closed to what is being dragged: lighter, with a bar at the edge of the lanes."""
        rect = self._rect(scale, stretch)
        if stretch.bottom <= stretch.top or not rect.intersects(area):
            return
        colour = self._theme.severity(stretch.severity)
        painter.fillRect(rect, translucent(colour, 0.045))
        painter.fillRect(rect, self._hatch(translucent(colour, 0.13)))
        painter.fillRect(rect.x() - 2, rect.y(), 3, rect.height(), translucent(colour, 0.75))

    def _rect(self, scale: Scale, stretch: Stretch) -> QRect:
        top, bottom = scale.y(stretch.top), scale.y(stretch.bottom)
        left, right = scale.x(stretch.left), scale.x(stretch.right)
        return QRect(left + 3, top + 1, right - left - 5, max(3, bottom - top - 1))

    def now(self, painter: QPainter, area: QRect, scale: Scale, minute: float) -> None:
        """The line of this minute."""
        y = scale.y(minute)
        painter.fillRect(QRect(area.x(), y, area.width(), 2), self._theme.now)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.now)
        painter.drawEllipse(QPointF(0, y + 1), 5, 5)
