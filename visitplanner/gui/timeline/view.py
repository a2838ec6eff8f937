# SPDX-License-Identifier: MIT
"""The timeline widget: lanes side by side, time downward, drawn by hand and only where needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from visitplanner.gui import theme as looks
from visitplanner.gui.theme import Metrics, Theme
from visitplanner.gui.timeline.faces import Faces
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY, LaneMode
from visitplanner.gui.timeline.layout import EMPTY, Choice, Layout, arrange
from visitplanner.gui.timeline.margins import CHIP_HEIGHT, HEADER_HEIGHT, Header, Ruler, Shelf
from visitplanner.gui.timeline.plates import Plate, PlateMaker, Status
from visitplanner.gui.timeline.roster import Roster
from visitplanner.gui.timeline.scale import Scale
from visitplanner.gui.timeline.typesetter import Typesetter

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.layout import Block

_NIGHT: Final = ((0, 7 * 60), (22 * 60, MINUTES_A_DAY))


class Timeline(QAbstractScrollArea):
    """The plan of a day."""

    selection_changed = Signal(tuple)
    edit_failed = Signal(str)
    status = Signal(str)

    def __init__(
        self,
        visit: Visit,
        language: Language,
        *,
        theme: Theme = looks.LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = visit
        self.language: Language = language
        self.theme = theme
        self.scale = Scale()
        self.choice = Choice()
        self.layout_now: Layout = EMPTY
        self.now: int | None = None
        self.ruler = Ruler(self)
        self.header = Header(self)
        self.shelf = Shelf(self)
        self._plates: dict[tuple[str, int], tuple[Status, Plate]] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.type = Typesetter(self.font())
        self._maker = PlateMaker(theme, self.type, self.devicePixelRatioF())
        self.arrange()

    def arrange(self) -> None:
        """Lays the visit out anew."""
        roster = Roster(self.visit)
        self.faces = Faces(self.visit, self.language, roster)
        self.layout_now = arrange(self.visit, self.choice, self.language, roster=roster)
        self._plates.clear()
        self._fit()

    def choose(self, choice: Choice) -> None:
        self.choice = choice
        self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Other colours; everything is drawn anew."""
        self.theme = theme
        self._maker = PlateMaker(theme, self.type, self.devicePixelRatioF())
        self._plates.clear()
        self._fit()

    def _fit(self) -> None:
        shelf = CHIP_HEIGHT + 12 if self.layout_now.shelf else 0
        self.setViewportMargins(Metrics.RULER, HEADER_HEIGHT + shelf, 0, 0)
        area = self.viewport().geometry()
        self.ruler.setGeometry(0, area.y(), Metrics.RULER, area.height())
        self.header.setGeometry(area.x(), 0, area.width(), HEADER_HEIGHT)
        self.shelf.setGeometry(area.x(), HEADER_HEIGHT, area.width(), shelf)
        count = max(1, len(self.layout_now.lanes))
        wide = max(Metrics.LANE_LEAST, area.width() / count)
        if abs(wide - self.scale.lane) > 0.01:
            self.scale = Scale(self.scale.minute, wide)
            self._plates.clear()
        self.verticalScrollBar().setRange(0, max(0, self.scale.height - area.height()))
        self.verticalScrollBar().setPageStep(area.height())
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setRange(0, max(0, round(wide * count) - area.width()))
        self.horizontalScrollBar().setPageStep(area.width())
        for edge in (self.ruler, self.header, self.shelf):
            edge.theme, edge.type = self.theme, self.type
        self.ruler.scale = self.header.scale = self.scale
        self.ruler.separator = self.visit.policy.time_separator
        self.header.lanes = self.layout_now.lanes
        items = self.visit.items
        self.shelf.chips = tuple((i, self.faces.of(items[i]).title) for i in self.layout_now.shelf)
        self._follow()
        self.viewport().update()

    def _follow(self) -> None:
        self.ruler.top = self.verticalScrollBar().value()
        self.header.left = self.horizontalScrollBar().value()
        self.ruler.update()
        self.header.update()
        self.shelf.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._follow()

    def rect_of(self, block: Block) -> QRectF:
        """Where a block stands in the content."""
        left, right = self.scale.x(block.left), self.scale.x(block.right)
        top, bottom = self.scale.y(block.top), self.scale.y(block.bottom)
        gap = Metrics.GAP if bottom - top > 8 else 1
        return QRectF(
            left + Metrics.GAP,
            top + 1,
            right - left - 2 * Metrics.GAP,
            max(3, bottom - top - gap + 1),
        )

    def plate_of(self, block: Block) -> Plate:
        """The plate of a block, made when its status is new."""
        status = Status()
        key = (block.item, block.piece)
        known = self._plates.get(key)
        if known is not None and known[0] == status:
            return known[1]
        face = self.faces.of(self.visit.items[block.item])
        plate = self._maker.make(self.rect_of(block), face, status)
        self._plates[key] = (status, plate)
        return plate

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-dx, -dy)
        area = event.rect().translated(dx, dy)
        painter.setClipRect(area)
        self._paint_ground(painter, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = int(self.scale.lane_at(area.left()))
        last = int(self.scale.lane_at(area.right()))
        top, bottom = self.scale.minute_at(area.top() - 1), self.scale.minute_at(area.bottom() + 2)
        for block in self.layout_now.visible(first, last, top, bottom):
            self.plate_of(block).draw(painter, self.type)
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        theme, scale = self.theme, self.scale
        painter.fillRect(area, theme.surface)
        for start, end in _NIGHT:
            y = scale.y(start)
            painter.fillRect(area.x(), y, area.width(), scale.y(end) - y, theme.outside)
        step = scale.line_step
        minute = int(scale.minute_at(area.top()) // step) * step
        while minute <= MINUTES_A_DAY and scale.y(minute) <= area.bottom():
            colour = theme.line if minute % 60 == 0 else theme.faint
            painter.fillRect(area.x(), scale.y(minute), area.width(), 1, colour)
            minute += step
        for n in range(len(self.layout_now.lanes) + 1):
            x = scale.x(n)
            if area.left() <= x <= area.right():
                painter.fillRect(x, area.top(), 1, area.height(), theme.line)
