# SPDX-License-Identifier: MIT
"""Paints a scene at a scale: grid, blocks, marks; keeps what was worked out for each block."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from visitplanner.gui.theme import Metrics, Theme, translucent
from visitplanner.gui.timeline.ground import Ground, Stretch
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY
from visitplanner.gui.timeline.plate import Plate, Status
from visitplanner.gui.timeline.plates import BARE, PlateMaker
from visitplanner.gui.timeline.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.gui.timeline.faces import Face
    from visitplanner.gui.timeline.layout import Block
    from visitplanner.gui.timeline.plate import Calls
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.gui.timeline.typesetter import Typesetter


class Canvas:
    """The picture of a scene; coordinates are those of the content, not of the window."""

    def __init__(self, scene: Scene, theme: Theme, typesetter: Typesetter, ratio: float) -> None:
        self.scene = scene
        self.scale = Scale()
        self.theme = theme
        self.type = typesetter
        self.selected: frozenset[str] = frozenset()
        self.current = ""
        self.hovered = ""
        self.focused = False
        self._held: frozenset[str] = frozenset()
        self.shades: tuple[Stretch, ...] = ()
        self.now: tuple[int, int, int] | None = None
        """The lanes of the now line, the last exclusive, and its minute from their top."""
        self.corner = QPointF()
        """The first visible point of the content."""
        self.at_once: float = inf
        """So many new blocks are drawn by one painting; the next ones draw the rest."""
        self._unfinished = False
        self._ratio = ratio
        self._maker = PlateMaker(theme, typesetter, ratio)
        self._ground = Ground(theme, typesetter, ratio)
        self._told: dict[Block, Calls] = {}
        """What the painter is told for each block, as long as nothing about it changes."""
        self._list: tuple[QRect, QPointF, Calls] | None = None
        self._made: dict[tuple[str, int], tuple[QRectF, Face, Status, Plate]] = {}

    @property
    def held(self) -> frozenset[str]:
        """Items in hand: their blocks are faded, they float over the plan instead."""
        return self._held

    @held.setter
    def held(self, items: frozenset[str]) -> None:
        self._held = items
        self._list = None

    def show(self, scene: Scene) -> None:
        """Another scene; plates of blocks that look the same are used again."""
        self.scene = scene
        self._forget()
        if len(self._made) > 4 * len(scene.layout.pieces) + 1000:
            self._made.clear()

    def rescale(self, scale: Scale) -> None:
        """Another scale."""
        self.scale = scale
        self._forget()

    def restyle(self, theme: Theme, typesetter: Typesetter, ratio: float) -> None:
        """Other colours, fonts or another screen."""
        self.theme, self.type = theme, typesetter
        self._ratio = ratio
        self._maker = PlateMaker(theme, typesetter, ratio)
        self._ground = Ground(theme, typesetter, ratio)
        self._forget()
        self._made.clear()

    def touch(self, items: Iterable[str]) -> QRegion:
        """Forgets how some items look; answers the part of the content to be drawn again."""
        region = QRegion()
        self._list = None
        for item in items:
            for block in self.scene.layout.pieces.get(item, ()):
                self._told.pop(block, None)
                region |= QRegion(self.rect_of(block).toAlignedRect().adjusted(-4, -4, 4, 4))
        return region

    def rect_of(self, block: Block) -> QRectF:
        """Where a block stands."""
        return self.rect(block.left, block.right, block.top, block.bottom)

    def rect(self, left: float, right: float, top: float, bottom: float) -> QRectF:
        """A stretch of lanes and minutes as a block would fill it."""
        scale, crisp = self.scale, self.crisp
        x, y = crisp(left * scale.lane + Metrics.GAP), crisp(top * scale.minute + 1)
        gap = 1 if (bottom - top) * scale.minute > BARE else 0
        far = crisp(right * scale.lane - Metrics.GAP + 1)
        low = crisp(bottom * scale.minute - gap)
        return QRectF(x, y, max(4.0, far - x), max(2.0, low - y))

    def crisp(self, length: float) -> float:
        """The length in whole pixels of the screen."""
        return round(length * self._ratio) / self._ratio

    def plate_of(self, block: Block) -> Plate:
        """The plate of a block, made when it looks new."""
        face = self.scene.faces.of(self.scene.visit.items[block.item])
        rect, status = self.rect_of(block), self._status(block)
        key = (block.item, block.piece)
        known = self._made.get(key)
        if known is not None and known[1] is face and known[2] == status and known[0] == rect:
            plate = known[3]
        else:
            plate = self._maker.make(rect, face, status)
            self._made[key] = (rect, face, status, plate)
        return plate

    def floating(self, block: Block, rect: QRectF, time: str) -> Plate:
        """A plate for a block on the move, with its new time."""
        face = self.scene.faces.of(self.scene.visit.items[block.item])
        return self._maker.make(rect, face.at(time), Status(selected=True))

    def fresh(self, rect: QRectF, face: Face) -> Plate:
        """A plate for an item that is only being drawn."""
        return self._maker.make(rect, face, Status())

    def _status(self, block: Block) -> Status:
        item = block.item
        way = self.scene.needs.get(item, 0.0)
        return Status(
            selected=item in self.selected,
            hovered=item == self.hovered,
            severity=self.scene.alarms.severity(item),
            travel=way * self.scale.minute,
            cut_above=block.cut_above and block.top == 0,
            cut_below=block.cut_below and block.bottom == MINUTES_A_DAY,
        )

    def blocks_in(self, area: QRect) -> Iterator[Block]:
        """The blocks that touch a part of the content."""
        scale = self.scale
        return self.scene.layout.visible(
            int(scale.lane_at(area.left())),
            int(scale.lane_at(area.right())),
            scale.minute_at(area.top() - 2),
            scale.minute_at(area.bottom() + 3),
        )

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draws a part of the content."""
        scene, scale, ground = self.scene, self.scale, self._ground
        ground.lines(painter, area, scale, len(scene.layout.lanes))
        ground.ways(painter, area, scale, scene.bands)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tell, what in self._listed(area):
            tell(painter, *what)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ground.stains(painter, area, scale, scene)
        for shade in self.shades:
            ground.shade(painter, area, scale, shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rings(painter, area)
        if self.now is not None:
            ground.now(painter, area, scale, *self.now)

    def _listed(self, area: QRect) -> Calls:
        """What the painter is told for all blocks of an area; the last list is kept."""
        if self._list is not None and self._list[0] == area and self._list[1] == self.corner:
            return self._list[2]
        self._unfinished = False
        left = self.scale.lane_at(self.corner.x())
        top = self.scale.minute_at(self.corner.y())
        calls: Calls = []
        told = len(self._told)
        for block in self.blocks_in(area):
            if block.item in self.held:
                calls += self.plate_of(block).told_faintly()
            elif block.top < top or block.left < left:
                calls += self.plate_of(block).told(self.corner)
            else:
                known = self._told.get(block)
                if known is None:
                    if len(self._told) - told >= self.at_once:
                        self._unfinished = True
                        continue
                    known = self._told[block] = self.plate_of(block).told()
                calls += known
        if not self._unfinished:
            self._list = (area, QPointF(self.corner), calls)
        return calls

    @property
    def whole(self) -> bool:
        """Whether a painting has left nothing out."""
        return self.at_once == inf

    def adopt(self, other: Canvas) -> None:
        """Takes over what another canvas of the same looks has drawn."""
        if (self.theme, self._ratio) == (other.theme, other._ratio):
            self._made.update(other._made)

    def goes_on(self) -> bool:
        """Whether the last painting has left out blocks that another is to draw."""
        if not self._unfinished:
            self.at_once = inf
        return self._unfinished

    def _forget(self) -> None:
        self._told.clear()
        self._list = None

    def _rings(self, painter: QPainter, area: QRect) -> None:
        """Selection, and where the keyboard is."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for item in self.selected | {self.current}:
            if item in self.held:
                continue
            strong = item == self.current and self.focused
            colour = self.theme.accent if strong else translucent(self.theme.accent, 0.6)
            painter.setPen(QPen(colour, 2 if strong else 1.5))
            for block in self.scene.layout.pieces.get(item, ()):
                rect = self.rect_of(block)
                if rect.toAlignedRect().adjusted(-3, -3, 3, 3).intersects(area):
                    painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), 5, 5)
