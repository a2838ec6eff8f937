# SPDX-License-Identifier: MIT
"""The edges of the timeline beside the ruler: lane names, shelf of untimed items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from visitplanner.gui.theme import LIGHT, Theme
from visitplanner.gui.timeline.scale import Scale
from visitplanner.gui.timeline.typesetter import Role, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPaintEvent

    from visitplanner.gui.timeline.lanes import Lane

HEADER_HEIGHT: Final = 46
CHIP_HEIGHT: Final = 24
_SLACK: Final = 6
"""Pixels the pointer may tremble before a press becomes a drag."""


class Edge(QWidget):
    """What they have in common: colours and fonts of the timeline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.type = Typesetter(self.font())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def dress(self, theme: Theme, typesetter: Typesetter) -> None:
        """Other colours and fonts."""
        self.theme, self.type = theme, typesetter
        self.update()

    def put(self, painter: QPainter, role: Role, text: str, x: float, y: float) -> float:
        """Draws a line of text; answers its width."""
        static, width = self.type.shaped(role, text)
        painter.setFont(self.type.fonts[role])
        painter.drawStaticText(QPointF(x, y), static)
        return width


class Header(Edge):
    """The names of the lanes; a name that is dragged takes its lane along."""

    moved = Signal(str, int)
    """A lane is to stand before the lane of that place."""
    menu_wanted = Signal(str, QPoint)
    """A menu for a lane, or for none, at a point of the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = Scale()
        self._left = 0
        self._lanes: tuple[Lane, ...] = ()
        self.movable = True
        """Whether lanes may be put in another order."""
        self._taken: int | None = None
        """The lane under the pointer when the button went down."""
        self._from = 0.0
        self._gap: int | None = None
        """Where the lane in hand would go."""
        self._aimed = False

    def show_lanes(self, scale: Scale, lanes: tuple[Lane, ...]) -> None:
        """Lanes at a scale."""
        self._scale, self._lanes = scale, lanes
        self.update()

    def scroll_to(self, left: int) -> None:
        """The content is scrolled so far."""
        self._left = left
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.theme.accent_soft if self._aimed else self.theme.surface
        painter.fillRect(event.rect(), ground)
        for n, lane in enumerate(self._lanes):
            x = self._scale.x(n) - self._left
            right = self._scale.x(n + 1) - self._left
            if right < 0 or x > self.width():
                continue
            painter.fillRect(x, self.height() - 14, 1, 14, self.theme.line)
            if self._gap is not None and n == self._taken:
                painter.fillRect(x + 1, 0, right - x - 1, self.height(), self.theme.accent_soft)
            self._name(painter, lane, x + 9, right - 8)
        if self._gap is not None:
            x = self._scale.x(self._gap) - self._left
            painter.fillRect(max(0, x - 1), 4, 3, self.height() - 8, self.theme.accent)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.line)
        painter.end()

    def _name(self, painter: QPainter, lane: Lane, left: int, right: int) -> None:
        body = self.type.heights[Role.RULER] if lane.subtitle else 0.0
        y = (self.height() - self.type.heights[Role.LANE] - body) / 2
        painter.setPen(self.theme.text)
        self.put(painter, Role.LANE, self._elided(Role.LANE, lane.title, right - left), left, y)
        if lane.subtitle:
            painter.setPen(self.theme.muted)
            text = self._elided(Role.RULER, lane.subtitle, right - left)
            self.put(painter, Role.RULER, text, left, y + self.type.heights[Role.LANE])

    def _elided(self, role: Role, text: str, width: int) -> str:
        if self.type.shaped(role, text)[1] <= width:
            return text
        metrics = QFontMetricsF(self.type.fonts[role])
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self._tell(event)  # type: ignore[arg-type]
            return True
        return super().event(event)

    def aim(self, *, aimed: bool) -> None:
        """Whether something in hand would be put here."""
        if aimed != self._aimed:
            self._aimed = aimed
            self.update()

    def _lane_at(self, x: float) -> int | None:
        index = int(self._scale.lane_at(x + self._left))
        return index if 0 <= index < len(self._lanes) else None

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self._lane_at(event.pos().x())
        key = self._lanes[index].key if index is not None else ""
        self.menu_wanted.emit(key, event.globalPos())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.movable:
            self._from = event.position().x()
            self._taken = self._lane_at(self._from)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._taken is None or (self._gap is None and abs(x - self._from) < _SLACK):
            return
        place = round(self._scale.lane_at(x + self._left))
        self._gap = min(max(0, place), len(self._lanes))
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        taken, gap = self._taken, self._gap
        self.drop()
        if taken is not None and gap is not None and gap not in {taken, taken + 1}:
            self.moved.emit(self._lanes[taken].key, gap)

    def drop(self) -> bool:
        """Takes a drag back; answers whether there was one."""
        dragged = self._gap is not None
        self._taken = self._gap = None
        self.unsetCursor()
        self.update()
        return dragged

    def _tell(self, event: QHelpEvent) -> None:
        index = self._lane_at(event.pos().x())
        if index is not None:
            lane = self._lanes[index]
            text = "\n".join(text for text in (lane.title, lane.subtitle) if text)
            QToolTip.showText(event.globalPos(), text, self)


class Shelf(Edge):
    """Untimed items as chips."""

    picked = Signal(str)
    pulled = Signal(str, QPointF, object)
    """An item is dragged to a point of the screen, with modifiers."""
    put_down = Signal()
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: tuple[str, QPointF] | None = None
        self._pulling = False
        self._aimed = False
        self._chips: tuple[tuple[str, str], ...] = ()
        self._selected: frozenset[str] = frozenset()

    def show_items(self, chips: Iterable[tuple[str, str]]) -> None:
        """Ids and titles."""
        self._chips = tuple(chips)
        self.update()

    def aim(self, *, aimed: bool) -> None:
        """Whether something in hand would be put here."""
        if aimed != self._aimed:
            self._aimed = aimed
            self.update()

    def mark(self, selected: frozenset[str]) -> None:
        """Which items are selected."""
        self._selected = selected
        self.update()

    def places(self) -> list[tuple[str, str, QRectF]]:
        """Id, title and place of each chip."""
        found = []
        x = 6.0
        for key, title in self._chips:
            width = self.type.shaped(Role.BODY, title)[1] + 20
            place = QRectF(x, (self.height() - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT)
            found.append((key, title, place))
            x = place.right() + 6
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.theme.accent_soft if self._aimed else self.theme.surface
        painter.fillRect(event.rect(), ground)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.line)
        for key, title, place in self.places():
            chosen = key in self._selected
            painter.setPen(self.theme.accent if chosen else self.theme.line)
            painter.setBrush(self.theme.accent_soft if chosen else self.theme.window)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
            painter.setPen(self.theme.text)
            top = place.y() + (CHIP_HEIGHT - self.type.heights[Role.BODY]) / 2
            self.put(painter, Role.BODY, title, place.x() + 10, top)
        painter.end()

    def _chip_at(self, at: QPointF) -> str:
        return next((key for key, _, place in self.places() if place.contains(at)), "")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._chip_at(event.position())
        if not key or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = (key, event.position())
        self.picked.emit(key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        key, start = self._pressed
        self._pulling |= (event.position() - start).manhattanLength() >= _SLACK
        if self._pulling:
            self.pulled.emit(key, event.globalPosition(), event.modifiers())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pulled, self._pulling, self._pressed = self._pulling, False, None
        if pulled:
            self.put_down.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self._chip_at(event.pos().toPointF())
        if key:
            self.picked.emit(key)
            self.menu_wanted.emit(key, event.globalPos())
