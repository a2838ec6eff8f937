# SPDX-License-Identifier: MIT
"""What lies under and over the blocks: lines of time, ways, stains of problems, the now line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from visitplanner.gui.theme import Metrics, Theme, mixed, translucent
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY
from visitplanner.gui.timeline.typesetter import Role, Typesetter
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.gui.timeline.scale import Scale
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.gui.timeline.travel import Band

_NIGHT: Final = ((0, 7 * 60), (22 * 60, MINUTES_A_DAY))
_TILE: Final = 8
_LABEL_LEAST: Final = 15
_FAR: Final = 1_000_000
"""Wider than any row of lanes."""


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


class _Grid(NamedTuple):
    """The lines of a scale, from the top and from the left."""

    scale: Scale
    lanes: int
    rows: list[tuple[QRectF, QColor]]
    columns: list[QRectF]


class Ground:
    """Paints what is no block, for one theme, font and screen scale."""

    def __init__(self, theme: Theme, typesetter: Typesetter, ratio: float) -> None:
        self._theme = theme
        self._type = typesetter
        self._ratio = ratio
        self._hatches: dict[int, QBrush] = {}
        self._grid: _Grid | None = None
        self._stained: tuple[Scene, Scale, list[tuple[QRect, Severity]]] | None = None
        self._inks = {severity: self._ink(theme.severity(severity)) for severity in Severity}
        self._night = translucent(mixed(theme.text, theme.surface, 0.5), 0.045)

    def _ink(self, colour: QColor) -> tuple[QColor, QBrush, QColor]:
        """Fill, lines and lower edge of a stain."""
        hatched = self._hatch(translucent(colour, 0.30))
        return translucent(colour, 0.10), hatched, translucent(colour, 0.7)

    def _hatch(self, colour: QColor) -> QBrush:
        found = self._hatches.get(colour.rgba())
        if found is None:
            found = self._hatches[colour.rgba()] = hatch(colour, self._ratio)
        return found

    def lines(self, painter: QPainter, area: QRect, scale: Scale, lanes: int) -> None:
        """The empty grid."""
        painter.fillRect(area, self._theme.surface)
        for start, end in _NIGHT:
            y = scale.y(start)
            night = QRect(area.x(), y, area.width(), scale.y(end) - y).intersected(area)
            painter.fillRect(night, self._night)
        if self._grid is None or self._grid.scale != scale or self._grid.lanes != lanes:
            self._grid = self._gridded(scale, lanes)
        first = max(0, int(scale.minute_at(area.top()) // scale.line_step))
        last = int(scale.minute_at(area.bottom()) // scale.line_step) + 1
        for line, colour in self._grid.rows[first:last]:
            painter.fillRect(line, colour)
        left, right = max(0, int(scale.lane_at(area.left()))), int(scale.lane_at(area.right()))
        for line in self._grid.columns[left : right + 2]:
            painter.fillRect(line, self._theme.line)

    def _gridded(self, scale: Scale, lanes: int) -> _Grid:
        """All lines of a day, the thinnest that are sharp: whole pixels of the screen."""
        ratio, theme = self._ratio, self._theme
        thin = max(1, int(ratio)) / ratio

        def crisp(length: float) -> float:
            return round(length * ratio) / ratio

        rows = [
            (
                QRectF(0, crisp(minute * scale.minute), _FAR, thin),
                theme.line if minute % 60 == 0 else theme.faint,
            )
            for minute in range(0, MINUTES_A_DAY + 1, scale.line_step)
        ]
        columns = [QRectF(crisp(n * scale.lane), 0, thin, scale.height) for n in range(lanes + 1)]
        return _Grid(scale, lanes, rows, columns)

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

    def stains(self, painter: QPainter, area: QRect, scale: Scale, scene: Scene) -> None:
        """The time that two things want, on the blocks that want it."""
        if not scene.alarms.stains:
            return
        if self._stained is None or self._stained[0] is not scene or self._stained[1] != scale:
            self._stained = (scene, scale, list(self._stains_of(scene, scale)))
        for rect, severity in self._stained[2]:
            if rect.intersects(area):
                fill, brush, line = self._inks[severity]
                painter.fillRect(rect, fill)
                painter.fillRect(rect, brush)
                painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, line)

    def _stains_of(self, scene: Scene, scale: Scale) -> Iterator[tuple[QRect, Severity]]:
        for item, stains in scene.alarms.stains.items():
            for block in scene.layout.pieces.get(item, ()):
                midnight = scene.layout.lanes[block.first].origin
                for stain in stains:
                    top = max(stain.top - midnight, block.top)
                    bottom = min(stain.bottom - midnight, block.bottom)
                    if top < bottom:
                        stretch = Stretch(block.left, block.right, top, bottom, stain.severity)
                        yield _rect(scale, stretch), stain.severity

    def shade(self, painter: QPainter, area: QRect, scale: Scale, stretch: Stretch) -> None:
        """Time closed to what is being dragged: lighter, with a bar at the edge of the lanes."""
        rect = _rect(scale, stretch)
        if stretch.bottom <= stretch.top or not rect.intersects(area):
            return
        colour = self._theme.severity(stretch.severity)
        painter.fillRect(rect, translucent(colour, 0.045))
        painter.fillRect(rect, self._hatch(translucent(colour, 0.13)))
        painter.fillRect(rect.x() - 2, rect.y(), 3, rect.height(), translucent(colour, 0.75))

    def now(  # noqa: PLR0913, PLR0917 -- a line and where it is
        self, painter: QPainter, area: QRect, scale: Scale, first: int, beyond: int, minute: int
    ) -> None:
        """The line of this minute, across some lanes."""
        y, left = scale.y(minute), scale.x(first)
        line = QRect(left, y, scale.x(beyond) - left, 2)
        painter.fillRect(line.intersected(area.adjusted(0, -2, 0, 2)), self._theme.now)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.now)
        painter.drawEllipse(QPointF(left, y + 1), 5, 5)


def _rect(scale: Scale, stretch: Stretch) -> QRect:
    top, bottom = scale.y(stretch.top), scale.y(stretch.bottom)
    left, right = scale.x(stretch.left), scale.x(stretch.right)
    return QRect(left + 3, top + 1, right - left - 5, max(3, bottom - top - 1))
