# SPDX-License-Identifier: MIT
"""The pages of a paper one under the other: scrolled, zoomed, and clicked for their items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QLabel
from typing_extensions import override

from visitplanner.gui.preview import stack
from visitplanner.gui.preview.canvas import PagePixels
from visitplanner.gui.preview.sheet import device_size, ground, on_pixel, paint_mark, paint_sheet
from visitplanner.gui.preview.stack import Stack, Zoom, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import (
        QImage,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QScrollBar

    from visitplanner.exports.pdf.places import PlaceOnPaper
    from visitplanner.gui.preview.press import Paper, Press
    from visitplanner.gui.preview.protocol import Draw
    from visitplanner.gui.theme import Theme

_LINE: Final = 48
"""How far an arrow key scrolls."""
_KEPT: Final = 40
"""How much of what was read stays in view when a screenful is turned."""
_NOTCH: Final = 120
"""A step of a mouse wheel, in eighths of a degree (Qt)."""


class PageView(QAbstractScrollArea):
    """Shows a paper; what it needs of it is asked of the press."""

    item_clicked = Signal(str)
    page_changed = Signal()
    """Another page is the current one, or there are more or fewer of them."""
    zoom_changed = Signal()

    def __init__(self, press: Press, theme: Theme) -> None:
        super().__init__()
        self._press, self._theme = press, theme
        self._paper: Paper | None = None
        self._stack: Stack = stacked((), stack.FIT_WIDTH, 0, 0)
        self._zoom: Zoom = stack.FIT_WIDTH
        self._pixels: dict[int, PagePixels] = {}
        self._selected: tuple[str, ...] = ()
        self._hovered = ""
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.words = QLabel(self.viewport())
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.words.setProperty("muted", True)
        press.drawn.connect(self._drawn)

    # What is shown

    @property
    def paper(self) -> Paper | None:
        """The paper shown."""
        return self._paper

    @property
    def page(self) -> int:
        """The page that is read now, counted from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._stack.boxes)

    @property
    def zoom(self) -> Zoom:
        """How large pages are."""
        return self._zoom

    @property
    def percent(self) -> int:
        """The same in per cent."""
        return self._stack.percent

    @property
    def complete(self) -> bool:
        """Whether all that is in view has been drawn."""
        return self._paper is not None and not self._wanted()

    def show_paper(self, paper: Paper) -> None:
        """Shows a paper in place of the one before; what is read stays where it is."""
        self._paper = paper
        self._hovered = ""
        self.say("")
        self._lay()

    def say(self, text: str) -> None:
        """A sentence in place of pages."""
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def set_zoom(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Shows pages larger or smaller; what is under `at`, else in the middle, stays there."""
        if isinstance(zoom, int):
            zoom = min(max(zoom, stack.LEAST), stack.MOST)
        if zoom == self._zoom:
            return
        point = at or self.viewport().rect().center()
        page, x, y = self._reading(point)
        self._zoom = zoom
        self._lay()
        self._read_on(point, page, x, y)
        self.zoom_changed.emit()

    def zoom_by(self, direction: int, at: QPoint | None = None) -> None:
        """A step larger or smaller; 0 fits the width."""
        self.set_zoom(stack.step(self.percent, direction) if direction else stack.FIT_WIDTH, at)

    def mark(self, items: Sequence[str]) -> None:
        """Marks items where they stand."""
        self._selected = tuple(items)
        self.viewport().update()

    def places_of(self, item: str) -> list[PlaceOnPaper]:
        """Where an item stands in the paper shown."""
        if self._paper is None:
            return []
        return [place for place in self._paper.made.places if place.item == item]

    def rect_of(self, item: str) -> QRect | None:
        """Where an item begins, in the viewport."""
        places = self.places_of(item)
        if not places or places[0].page >= self.page_count:
            return None
        box = self._stack.box_of(places[0])
        return QRect(box.left, box.top, box.width, box.height).translated(-self._offset())

    def reveal(self, items: Sequence[str]) -> bool:
        """Scrolls to the first of these items that is there, unless it is seen already."""
        rect = next((r for item in items if (r := self.rect_of(item)) is not None), None)
        if rect is None:
            return False
        height = self.viewport().height()
        if rect.top() < 0 or (rect.bottom() > height and rect.top() > height // 4):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 5)
        across = self.horizontalScrollBar()
        if not 0 <= rect.left() < self.viewport().width():
            across.setValue(across.value() + rect.left() - stack.MARGIN)
        return True

    def show_page(self, page: int) -> None:
        """Scrolls to the beginning of a page."""
        if self._stack.boxes:
            box = self._stack.boxes[min(max(page, 0), self.page_count - 1)]
            self.verticalScrollBar().setValue(box.top - stack.GAP)

    # Laying out

    def _lay(self) -> None:
        sheets = self._paper.made.sheets if self._paper is not None else ()
        size = self.maximumViewportSize()
        laid = stacked(sheets, self._zoom, size.width(), size.height())
        if laid.height > size.height():  # a scroll bar takes its part of the width
            bar = self.verticalScrollBar().sizeHint().width()
            laid = stacked(sheets, self._zoom, size.width() - bar, size.height())
        self._stack = laid
        view = self.viewport().size()
        _reach(self.verticalScrollBar(), laid.height, view.height())
        _reach(self.horizontalScrollBar(), laid.width, view.width())
        self.words.setGeometry(self.viewport().rect().adjusted(40, 0, -40, 0))
        self._ask()
        self._look()
        self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _reading(self, point: QPoint) -> tuple[int, float, float]:
        """The page at a point of the viewport, and where on it, in points."""
        if not self._stack.boxes:
            return 0, 0.0, 0.0
        there = point + self._offset()
        page = self._stack.page_at(there.y())
        box = self._stack.boxes[page]
        scale = self._stack.scale
        return page, (there.x() - box.left) / scale, (there.y() - box.top) / scale

    def _read_on(self, point: QPoint, page: int, x: float, y: float) -> None:
        """Scrolls so that a place of a page is at a point of the viewport."""
        if page < len(self._stack.boxes):
            box, scale = self._stack.boxes[page], self._stack.scale
            self.horizontalScrollBar().setValue(round(box.left + x * scale) - point.x())
            self.verticalScrollBar().setValue(round(box.top + y * scale) - point.y())

    def _look(self) -> None:
        """Notes which page is read: the one a little above the middle of the view."""
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            page = self._stack.page_at(bar.value() + height - stack.MARGIN - 1)
        else:
            page = self._stack.page_at(bar.value() + height * 2 // 5)
        self._page = page
        self.page_changed.emit()

    # Pixels

    def _seen(self) -> Iterator[tuple[int, int, int]]:
        """Pages in view with their first and last row seen, in logical pixels."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for page, box in enumerate(self._stack.boxes):
            if box.bottom > top and box.top < bottom:
                yield page, max(0, top - box.top), min(box.height, bottom - box.top)

    def _ask(self) -> None:
        """Wishes for what is in view, then for what comes next when one scrolls on."""
        if self._paper is None or not self.isVisible():
            return
        number, ratio = self._paper.task.number, self.devicePixelRatioF()
        seen = list(self._seen())
        near = {page + n for page, _, _ in seen for n in (-1, 0, 1)} & set(range(self.page_count))
        self._pixels = {page: self._pixels.get(page, PagePixels(page)) for page in sorted(near)}
        later: list[Draw] = []
        rows = {page for page, _, _ in seen}
        reach = int(self.viewport().height() * ratio)
        for page, pixels in self._pixels.items():
            width, height = self._size(page, self._paper)
            pixels.become(number, width)
            if page not in rows:
                above = page < min(rows, default=0)
                part = (height - reach, height) if above else (0, reach)
                later += pixels.missing(*part, height)
        self._press.wish([*self._wanted(), *later])

    def _size(self, page: int, paper: Paper) -> tuple[int, int]:
        """A page in pixels of the screen."""
        return device_size(
            paper.made.sheets[page], self._stack.boxes[page].width, self.devicePixelRatioF()
        )

    def _wanted(self) -> list[Draw]:
        """Strips in view that have not come yet."""
        wanted: list[Draw] = []
        ratio = self.devicePixelRatioF()
        for page, first, last in self._seen():
            if self._paper is not None and (pixels := self._pixels.get(page)) is not None:
                _, height = self._size(page, self._paper)
                wanted += pixels.missing(int(first * ratio), int(last * ratio), height)
        return wanted

    def strip_at(self, page: int) -> QImage | None:
        """The first strip of a page as it has come."""
        pixels = self._pixels.get(page)
        return pixels.first if pixels is not None else None

    def _drawn(self, asked: Draw, image: object) -> None:
        pixels = self._pixels.get(asked.page)
        if pixels is not None:
            pixels.take(asked, image)  # type: ignore[arg-type]
            box = self._stack.boxes[asked.page]
            area = QRect(box.left, box.top, box.width, box.height).translated(-self._offset())
            self.viewport().update(area)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), ground(self._theme))
        if self._paper is not None:
            for page, _, _ in self._seen():
                self._paint_page(painter, page, self._paper)
            self._paint_marks(painter, self._paper.made.places)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, paper: Paper) -> None:
        box = self._stack.boxes[page]
        rect = QRectF(box.left, box.top, box.width, box.height).translated(-self._offset())
        corner = on_pixel(painter, rect.topLeft())
        rect.moveTopLeft(corner)
        paint_sheet(painter, rect, self._theme)
        if (pixels := self._pixels.get(page)) is not None:
            ratio = self.devicePixelRatioF()
            width, height = self._size(page, paper)
            pixels.paint(painter, corner, (width / ratio, height / ratio))

    def _paint_marks(self, painter: QPainter, places: Sequence[PlaceOnPaper]) -> None:
        offset = self._offset()
        for place in places:
            chosen = place.item in self._selected
            if chosen or place.item == self._hovered:
                box = self._stack.box_of(place)
                rect = QRect(box.left, box.top, box.width, box.height).translated(-offset)
                paint_mark(painter, rect, chosen=chosen)

    # Hands

    def item_at(self, point: QPoint) -> str:
        """The item at a point of the viewport, or empty."""
        if self._paper is None:
            return ""
        there = point + self._offset()
        for place in self._paper.made.places:
            box = self._stack.box_of(place)
            if QRect(box.left, box.top, box.width, box.height).contains(there):
                return place.item
        return ""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            item = self.item_at(event.position().toPoint())
            if item:
                self.item_clicked.emit(item)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.item_at(event.position().toPoint()))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def _hover(self, item: str) -> None:
        if item != self._hovered:
            self._hovered = item
            shape = Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y() / _NOTCH
            if turned:
                grown = round(self.percent * 1.1**turned)
                self.set_zoom(grown, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        whole = self._zoom == stack.FIT_PAGE
        screen = self.viewport().height() - _KEPT
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self.show_page(self._page + 1) if whole else bar.setValue(bar.value() + screen)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}:
            self.show_page(self._page - 1) if whole else bar.setValue(bar.value() - screen)
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._ask()
        self._look()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page, x, y = self._reading(QPoint(0, 0))
        self._lay()
        self._read_on(QPoint(0, 0), page, x, y)
        self.zoom_changed.emit()

    def refresh(self) -> None:
        """Asks again for what is in view, when it is shown again."""
        self._lay()


def _reach(bar: QScrollBar, whole: int, seen: int) -> None:
    """Lets a bar scroll over the whole, of which so much is seen."""
    bar.setRange(0, max(0, whole - seen))
    bar.setPageStep(seen)
    bar.setSingleStep(_LINE)
