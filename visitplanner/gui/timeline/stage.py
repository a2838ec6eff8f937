# SPDX-License-Identifier: MIT
"""The stage of the timeline: a scroll area that shows a canvas with its edges, and zooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget
from typing_extensions import override

from visitplanner.gui.theme import Metrics, Theme
from visitplanner.gui.timeline.canvas import Canvas
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY, LaneMode
from visitplanner.gui.timeline.layout import why_empty
from visitplanner.gui.timeline.margins import CHIP_HEIGHT, HEADER_HEIGHT, Header, Shelf
from visitplanner.gui.timeline.overlay import Overlay
from visitplanner.gui.timeline.ruler import Corner, Ruler, ruler_width
from visitplanner.gui.timeline.scale import STEP, USUAL, Scale
from visitplanner.gui.timeline.typesetter import Typesetter
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.text import Language
    from visitplanner.gui.timeline.layout import Block, Choice
    from visitplanner.gui.timeline.scene import Scene

_SCROLL_STEP: Final = 32
_MORNING: Final = 8 * 60
_ABOVE: Final = 40
"""Minutes left free above the first item of a day."""
_LOOSE: Final = 2
"""How much larger than its parts a rectangle may be that is drawn in their stead."""
_NOTCH: Final = 120
"""What Qt calls one notch of a wheel."""


class Stage(QAbstractScrollArea):
    """A scene on the screen: where everything is, drawn only where it has changed."""

    def __init__(self, scene: Scene, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language: Final[Language] = scene.language
        self._type = Typesetter(self.font())
        self.canvas: Final = Canvas(scene, theme, self._type, self.devicePixelRatioF())
        self.overlay: Final = Overlay()
        self.ruler: Final = Ruler(self)
        self.header: Final = Header(self)
        self.corner: Final = Corner(self)
        self.shelf: Final = Shelf(self)
        _ = translator(scene.language).gettext
        self.setAccessibleName(_("Timeline"))
        self.ruler.setAccessibleName(_("Hours"))
        self.header.setAccessibleName(_("Lanes"))
        self.shelf.setAccessibleName(_("Untimed"))
        self.accessible: object = None
        """What stands for it before assistive technology, once that has asked."""
        self._backdrop: QPixmap | None = None
        self._now: LocalTime | None = None
        self._placed = False
        self._empty = QLabel(self)  # not of the viewport: that would scroll it away
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        return self.canvas.scene

    @property
    def scale(self) -> Scale:
        """Pixels a minute and a lane."""
        return self.canvas.scale

    @property
    def choice(self) -> Choice:
        """Mode, day and lanes."""
        return self.scene.choice

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.canvas.restyle(theme, self._type, self.devicePixelRatioF())
        self.fit()

    def set_now(self, now: LocalTime | None) -> None:
        """The time of the now line, None for no line."""
        self._now = now
        self._place_now()
        self.redraw()

    def fit(self) -> None:
        """Gives edges, scale and scroll bars the sizes of the scene."""
        layout = self.scene.layout
        shelf = CHIP_HEIGHT + 12 if layout.shelf else 0
        second = self.scene.second
        ruler = ruler_width(second)
        self.setViewportMargins(ruler, HEADER_HEIGHT + shelf, 0, 0)
        area = self.viewport().geometry()
        self.ruler.setGeometry(0, area.y(), ruler, area.height())
        self.corner.setGeometry(0, 0, ruler, area.y())
        self.corner.show_clocks(second)
        self.header.setGeometry(area.x(), 0, area.width(), HEADER_HEIGHT)
        self.shelf.setGeometry(area.x(), HEADER_HEIGHT, area.width(), shelf)
        count = max(1, len(layout.lanes))
        wide = max(Metrics.LANE_LEAST, area.width() / count)
        self.canvas.rescale(Scale(self.scale.minute, wide))
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.scale.height + 1 - area.height()))
        down.setPageStep(area.height())
        down.setSingleStep(_SCROLL_STEP)
        across.setRange(0, max(0, round(wide * count) - area.width()))
        across.setPageStep(area.width())
        across.setSingleStep(_SCROLL_STEP)
        for edge in (self.ruler, self.header, self.shelf, self.corner):
            edge.dress(self.canvas.theme, self._type)
        faces, items = self.scene.faces, self.scene.visit.items
        separator = self.scene.visit.policy.time_separator
        self.ruler.show_hours(self.scale, self.language, separator, second)
        self.header.movable = self.choice.mode is not LaneMode.DAY
        self.header.show_lanes(self.scale, layout.lanes)
        self.shelf.show_items([(key, faces.of(items[key]).title) for key in layout.shelf])
        self._say_empty(area)
        self._place_now()
        self._follow()
        self.redraw()

    def _say_empty(self, area: QRect) -> None:
        """A word on a day without items, in the upper part of the plan."""
        layout = self.scene.layout
        self._empty.setVisible(not layout.pieces)
        if not layout.pieces:
            self._empty.setText(translator(self.language).gettext(why_empty(layout)))
        theme = self.canvas.theme
        self._empty.setStyleSheet(
            f"color: {theme.muted.name()}; background: {theme.surface.name()};"
        )
        width = min(360, area.width() - 20)
        height = self._empty.heightForWidth(width) + 16
        left = area.x() + (area.width() - width) // 2
        self._empty.setGeometry(left, area.y() + area.height() // 3, width, height)

    def _place_now(self) -> None:
        """On the day itself: across all its lanes, or in its own where lanes are days."""
        lanes = self.scene.layout.lanes
        self.canvas.now = None
        for number, lane in enumerate(lanes):
            minute = self._now.minutes - lane.origin if self._now is not None else -1
            if 0 <= minute < MINUTES_A_DAY:
                own = self.choice.mode is LaneMode.DAY
                stretch = (number, number + 1) if own else (0, len(lanes))
                self.canvas.now = (*stretch, minute)
                return

    def _follow(self) -> None:
        """The edges go with the scroll bars."""
        self.ruler.scroll_to(self.verticalScrollBar().value())
        self.header.scroll_to(self.horizontalScrollBar().value())

    # Where things are

    @property
    def offset(self) -> QPoint:
        """How far the content is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def minute_at(self, y: float) -> float:
        """The minute of the day at a row of the viewport."""
        return self.scale.minute_at(y + self.offset.y())

    def lane_at(self, x: float) -> float:
        """The place between lanes at a column of the viewport."""
        return self.scale.lane_at(x + self.offset.x())

    def block_at(self, point: QPointF) -> Block | None:
        """The block under a point of the viewport."""
        content = point.toPoint() + self.offset
        found = None
        for block in self.canvas.blocks_in(QRect(content, content)):
            if self.canvas.rect_of(block).adjusted(0, -1, 0, 1).contains(QPointF(content)):
                found = block
        return found

    def over_shelf(self, point: QPointF) -> bool:
        """Whether a point of the viewport is over the shelf, or over the header without one."""
        if not -self.viewport().y() <= point.y() < 0 or not self.viewport().rect().contains(
            QPoint(round(point.x()), 0)
        ):
            return False
        return self.shelf.height() == 0 or point.y() >= -self.shelf.height()

    def aim_at_shelf(self, *, aimed: bool) -> None:
        """Shows that what is in hand would lose its time here."""
        self.shelf.aim(aimed=aimed)
        self.header.aim(aimed=aimed and not self.scene.layout.shelf)

    def rect_of(self, item: str) -> QRect | None:
        """Where the first block of an item stands in the viewport."""
        blocks = self.scene.layout.pieces.get(item)
        if not blocks:
            return None
        return self.canvas.rect_of(blocks[0]).toAlignedRect().translated(-self.offset)

    def reveal_item(self, item: str) -> bool:
        """Scrolls to an item of the day shown; False when it is not on it."""
        blocks = self.scene.layout.pieces.get(item)
        if not blocks:
            return False
        rect = self.canvas.rect_of(blocks[0]).toAlignedRect()
        for bar, low, high, room in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
        ):
            if low < bar.value() or high - low > room:
                bar.setValue(low - 24)
            elif high > bar.value() + room:
                bar.setValue(high - room + 24)
        return True

    def show_first(self) -> None:
        """Scrolls to the first item of the day, or to the morning."""
        tops = [blocks[0].top for blocks in self.scene.layout.pieces.values()]
        self.verticalScrollBar().setValue(self.scale.y(min(tops, default=_MORNING) - _ABOVE))

    # Zoom

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Changes the pixels of an hour; the minute at a row of the viewport stays there."""
        y = self.viewport().height() / 2 if around is None else around
        minute = self.minute_at(y)
        scale = self.scale.zoomed(factor)
        if scale == self.scale:
            return
        self.canvas.rescale(scale)
        self.fit()
        self.verticalScrollBar().setValue(round(minute * scale.minute - y))

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom(STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom(1 / STEP)

    def zoom_usual(self) -> None:
        """The size at which 15 minutes hold one line."""
        self.zoom(USUAL / self.scale.minute)

    # Drawing

    def redraw(self, content: QRegion | None = None) -> None:
        """Draws the content, or a part of it, again."""
        self._backdrop = None
        if content is None:
            self.viewport().update()
        else:
            self.viewport().update(content.translated(-self.offset))

    def _redraw_top(self, rows: int) -> None:
        """After a scroll: blocks at the upper edge, whose words stay in sight."""
        offset = self.offset
        edge = QRect(offset.x(), offset.y() - rows, self.viewport().width(), 2 * rows)
        for block in self.canvas.blocks_in(edge):
            rect = self.canvas.rect_of(block).toAlignedRect().adjusted(-3, -3, 3, 3)
            self.viewport().update(rect.translated(-offset))

    def redraw_overlay(self, before: list[QRect]) -> None:
        """Draws what floats again; the plan below it is kept as a picture while it does."""
        after = self.overlay.covered()
        if len(before) == len(after):
            parts = [old.united(new) for old, new in zip(before, after, strict=True)]
        else:
            parts = [*before, *after]
        whole = QRect()
        for part in parts:
            whole |= part
        if _area(whole) < _LOOSE * sum(_area(part) for part in parts):
            parts = [whole]  # painting inside one rectangle is much cheaper than inside a region
        for part in parts:
            self.viewport().update(part.translated(-self.offset))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.offset
        self.canvas.corner = offset.toPointF()
        floating = bool(self.overlay.plates) or self.overlay.note is not None
        if floating:
            self._paint_kept(painter, event.region())
            painter.translate(-offset)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.overlay.draw(painter, self.canvas.theme, self._type, self.devicePixelRatioF())
        else:
            self._backdrop = None
            painter.translate(-offset)
            for rect in _rects(event.region()):
                area = rect.translated(offset)
                painter.setClipRect(area)
                self.canvas.paint(painter, area)
        painter.end()
        if self.canvas.goes_on():
            self.viewport().update()

    def _paint_kept(self, painter: QPainter, region: QRegion) -> None:
        if self._backdrop is None:
            self._backdrop = self._picture()
        hidden = self.overlay.opaque().translated(-self.offset)
        for rect in _rects(region.subtracted(QRegion(hidden))):
            painter.setClipRect(rect)
            painter.drawPixmap(0, 0, self._backdrop)
        painter.setClipping(False)

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        viewport = self.viewport()
        picture = QPixmap(viewport.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.translate(-self.offset)
        self.canvas.paint(painter, viewport.rect().translated(self.offset))
        painter.end()
        return picture

    # Events

    def scrolled(self) -> None:
        """The content has been scrolled."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._placed:
            self._placed = True
            self.show_first()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._backdrop = None
        if dx == 0 and not self.overlay.plates:
            self.viewport().scroll(dx, dy)
            self._redraw_top(abs(dy))
        else:
            self.viewport().update()
        self._follow()
        self.scrolled()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "canvas"):
            self._type = Typesetter(self.font())
            self.set_theme(self.canvas.theme)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.set_theme(self.canvas.theme)
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (event.angleDelta().y() / _NOTCH), event.position().y())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.angleDelta().y():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y() * 3 * _SCROLL_STEP // _NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()


def _rects(region: QRegion) -> Iterable[QRect]:
    """The rectangles of a region; Qt's stubs forget that it can be iterated."""
    return cast("Iterable[QRect]", region)
