# SPDX-License-Identifier: MIT
"""The edges of the timeline: ruler of hours, lane names, shelf of untimed items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from visitplanner.gui.theme import Metrics, Theme
from visitplanner.gui.timeline.faces import clock
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY
from visitplanner.gui.timeline.scale import Scale
from visitplanner.gui.timeline.typesetter import Role, Typesetter

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from visitplanner.gui.timeline.lanes import Lane

HEADER_HEIGHT: Final = 46
CHIP_HEIGHT: Final = 24


class Ruler(QWidget):
    """Hours at the left, finer as the zoom grows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self.type: Typesetter | None = None
        self.scale = Scale()
        self.top = 0
        self.separator = "."
        self.now: int | None = None
        self.marked: tuple[int, int] | None = None
        """Start and end of what is being dragged or selected."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.theme is None or self.type is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.surface)
        step = self.scale.label_step
        first = int(self.scale.minute_at(self.top) // step) * step
        height = self.type.heights[Role.RULER]
        minute = first
        while (y := self.scale.y(minute) - self.top) <= self.height() + height:
            if 0 <= minute <= MINUTES_A_DAY:
                self._label(painter, minute, y, height)
            minute += step
        if self.marked is not None:
            for place in self.marked:
                self._mark(painter, place, height)
        painter.end()

    def _label(self, painter: QPainter, minute: int, y: int, height: float) -> None:
        assert self.theme is not None and self.type is not None
        if self.marked and any(abs(self.scale.y(m) - self.top - y) < height for m in self.marked):
            return
        text = (
            "24" + self.separator + "00"
            if minute == MINUTES_A_DAY
            else clock(minute, self.separator)
        )
        static, width = self.type.shaped(Role.RULER, text)
        painter.setFont(self.type.fonts[Role.RULER])
        painter.setPen(self.theme.muted if minute % 60 == 0 else self.theme.muted.lighter(125))
        painter.drawStaticText(QPointF(self.width() - 10 - width, y - height / 2), static)

    def _mark(self, painter: QPainter, minute: int, height: float) -> None:
        assert self.theme is not None and self.type is not None
        static, width = self.type.shaped(Role.RULER, clock(minute, self.separator))
        y = self.scale.y(minute) - self.top
        x = self.width() - 10 - width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.accent)
        painter.drawRoundedRect(QRectF(x - 5, y - height / 2, width + 10, height), 4, 4)
        painter.setFont(self.type.fonts[Role.RULER])
        painter.setPen(self.theme.on_accent)
        painter.drawStaticText(QPointF(x, y - height / 2), static)


class Header(QWidget):
    """The names of the lanes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self.type: Typesetter | None = None
        self.scale = Scale()
        self.left = 0
        self.lanes: tuple[Lane, ...] = ()
        self.setMouseTracking(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.theme is None or self.type is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.surface)
        for n, lane in enumerate(self.lanes):
            x = self.scale.x(n) - self.left
            right = self.scale.x(n + 1) - self.left
            if right < 0 or x > self.width():
                continue
            painter.fillRect(x, self.height() - 16, 1, 16, self.theme.line)
            self._name(painter, lane, x + 10, right - 8)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.line)
        painter.end()

    def _name(self, painter: QPainter, lane: Lane, left: int, right: int) -> None:
        assert self.theme is not None and self.type is not None
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left, self.height()))
        title = self.type.heights[Role.LANE]
        body = self.type.heights[Role.RULER] if lane.subtitle else 0.0
        y = (self.height() - title - body) / 2
        painter.setFont(self.type.fonts[Role.LANE])
        painter.setPen(self.theme.text)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(lane.title, Qt.TextElideMode.ElideRight, right - left)
        painter.drawStaticText(QPointF(left, y), self.type.shaped(Role.LANE, shown)[0])
        if lane.subtitle:
            painter.setFont(self.type.fonts[Role.RULER])
            painter.setPen(self.theme.muted)
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(lane.subtitle, Qt.TextElideMode.ElideRight, right - left)
            static = self.type.shaped(Role.RULER, shown)[0]
            painter.drawStaticText(QPointF(left, y + title), static)
        painter.restore()


class Shelf(QWidget):
    """Untimed items as chips."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self.type: Typesetter | None = None
        self.chips: tuple[tuple[str, str], ...] = ()
        """Item id and title."""
        self.selected: frozenset[str] = frozenset()
        self._places: list[tuple[str, QRectF]] = []

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.theme is None or self.type is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.line)
        self._places = []
        x = 6.0
        for key, title in self.chips:
            static, width = self.type.shaped(Role.BODY, title)
            rect = QRectF(x, (self.height() - CHIP_HEIGHT) / 2, width + 20, CHIP_HEIGHT)
            chosen = key in self.selected
            painter.setPen(self.theme.accent if chosen else self.theme.line)
            painter.setBrush(self.theme.accent_soft if chosen else self.theme.window)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
            painter.setFont(self.type.fonts[Role.BODY])
            painter.setPen(self.theme.text)
            top = rect.y() + (CHIP_HEIGHT - self.type.heights[Role.BODY]) / 2
            painter.drawStaticText(QPointF(x + 10, top), static)
            self._places.append((key, rect))
            x = rect.right() + 6
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for key, rect in self._places:
            if rect.contains(event.position()):
                self.picked.emit(key)
