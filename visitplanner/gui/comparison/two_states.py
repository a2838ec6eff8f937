# SPDX-License-Identifier: MIT
"""A day as it was and as it is, on one scale of time; ribbons lead from what was to what is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip
from typing_extensions import override

from visitplanner.domain.comparison import Mark
from visitplanner.domain.programme import ItemStatus
from visitplanner.editions.changes.sheet import CHANGED, GONE
from visitplanner.gui.comparison.layout import IS, WAS, Block, Plan, plan_of
from visitplanner.gui.theme import Metrics, mixed, translucent
from visitplanner.gui.timeline.scale import Scale
from visitplanner.gui.timeline.typesetter import Role, Typesetter
from visitplanner.words import dates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk

GAP: Final = 56
"""Between the columns: the room of the ribbons."""
_MINUTE: Final = 1.75
"""Pixels a minute at least."""
_MARGIN: Final = 8
_PALE: Final = 0.42
PLUS: Final = "+"
"""What papers print wide; not every font of a screen has that."""


class TwoStates(QAbstractScrollArea):
    """Draws both states of one day; a click chooses a change, a double click goes to the item."""

    chosen = Signal(str)
    """The id of an item that has changed."""
    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan = Plan(0, 0, (), ())
        self._current = ""
        self._scale = Scale(_MINUTE)
        self._type = Typesetter(self.font())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(420)
        self.viewport().setMouseTracking(True)

    def show_day(
        self, before: Visit, after: Visit, changes: Mapping[str, ItemChange], day: date
    ) -> None:
        """Shows a day of both."""
        self._plan = plan_of(before, after, changes, day)
        self._fit()

    def show_item(self, key: str) -> None:
        """Marks an item and brings it into view."""
        self._current = key
        mine = [b for b in self._plan.blocks if b.item.id == key]
        if mine:
            top = self._y(min(b.top for b in mine))
            bottom = self._y(max(b.bottom for b in mine))
            bar = self.verticalScrollBar()
            if top < 0 or bottom > self.viewport().height():
                bar.setValue(bar.value() + round(top) - self.viewport().height() // 4)
        self.viewport().update()

    @property
    def plan(self) -> Plan:
        """What is shown."""
        return self._plan

    # Measures

    def _fit(self) -> None:
        """As much room a minute as the day leaves, and never less than text needs."""
        span = max(1, self._plan.last - self._plan.first)
        room = self.viewport().height() - 2 * _MARGIN
        self._scale = Scale(max(_MINUTE, room / span))
        height = round(span * self._scale.minute) + 2 * _MARGIN
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(30)
        bar.setRange(0, max(0, height - self.viewport().height()))
        self.viewport().update()

    def _y(self, minute: int) -> float:
        offset = (minute - self._plan.first) * self._scale.minute
        return _MARGIN + offset - self.verticalScrollBar().value()

    def column(self, side: int) -> tuple[float, float]:
        """Where a column begins and how wide it is."""
        width = (self.viewport().width() - Metrics.RULER - GAP - _MARGIN) / 2
        return Metrics.RULER + side * (width + GAP), width

    def rect_of(self, block: Block) -> QRectF:
        """Where a block is drawn."""
        left, width = self.column(block.side)
        x, right = left + block.left * width, left + block.right * width
        top = self._y(block.top)
        return QRectF(x, top, right - x - Metrics.GAP, self._y(block.bottom) - top - 1)

    # Drawing

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._desk.theme.surface)
        self._draw_hours(painter)
        for was, now in self._plan.links:
            self._draw_ribbon(painter, was, now)
        for block in self._plan.blocks:
            self._draw_block(painter, block)
        painter.end()

    def _draw_hours(self, painter: QPainter) -> None:
        theme = self._desk.theme
        step = self._scale.label_step
        begin = -(-self._plan.first // step) * step
        painter.setFont(self._type.fonts[Role.RULER])
        separator = "." if self._desk.language != "en" else ":"
        for minute in range(begin, self._plan.last + 1, step):
            y = self._y(minute)
            painter.setPen(QPen(theme.line if minute % 60 == 0 else theme.faint, 1))
            painter.drawLine(QPointF(Metrics.RULER - 6, y), QPointF(self.viewport().width(), y))
            painter.setPen(theme.muted)
            label = dates.clock_text(minute, self._desk.language, separator)
            box = QRectF(0, y - 10, Metrics.RULER - 10, 20)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label
            )

    def _draw_ribbon(self, painter: QPainter, was: Block, now: Block) -> None:
        """From the item as it was to the same as it is."""
        theme = self._desk.theme
        one, other = self.rect_of(was), self.rect_of(now)
        middle = QPolygonF([one.topRight(), other.topLeft(), other.bottomLeft(), one.bottomRight()])
        current = was.item.id == self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(translucent(theme.accent, 0.38 if current else 0.14))
        painter.drawPolygon(middle)

    def _draw_block(self, painter: QPainter, block: Block) -> None:
        theme, rect = self._desk.theme, self.rect_of(block)
        look = theme.kind(block.item.kind)
        pale = block.change is None
        fill = mixed(look.fill, theme.surface, _PALE) if pale else look.fill
        edge = mixed(look.edge, theme.surface, _PALE) if pale else look.edge
        current = block.item.id == self._current
        painter.setBrush(fill)
        line = Qt.PenStyle.DashLine if _is_gone(block) else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.accent if current else edge, 2 if current else 1, line))
        painter.drawRoundedRect(rect, Metrics.RADIUS, Metrics.RADIUS)
        painter.fillRect(QRectF(rect.left(), rect.top() + 2, 3, max(1, rect.height() - 4)), edge)
        self._draw_words(painter, block, rect)

    def _draw_words(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        look = self._desk.theme.kind(block.item.kind)
        role = Role.STRUCK if _is_gone(block) else Role.TITLE
        inside = rect.adjusted(10, 0, -4, 0)
        if inside.height() < self._type.heights[role]:
            role = Role.TINY  # a short item: one small line
        most = max(1, int((inside.height() + 2) // self._type.heights[role]))
        lines = self._type.fitted(role, self.words(block), inside.width(), most)
        if lines and lines[0].rstrip("…") in {"", CHANGED, GONE, PLUS}:
            return  # a sign by itself says nothing
        painter.setPen(self._desk.theme.muted if block.change is None else look.text)
        painter.setFont(self._type.fonts[role])
        metrics = painter.fontMetrics()
        y = inside.top() + metrics.ascent() + 1
        if most == 1:
            y = inside.center().y() + (metrics.ascent() - metrics.descent()) / 2
        for line in lines:
            painter.drawText(QPointF(inside.left(), y), line)
            y += self._type.heights[role]

    def words(self, block: Block) -> str:
        """«▲ 11.20–11.40 Возложение цветов → 24.12»."""
        item, language = block.item, self._desk.language
        separator = self._desk.visit.policy.time_separator
        when = ""
        if item.start is not None:
            when = dates.range_text(item.start, item.end or item.start, language, separator)
        title = " ".join(item.title.best(language).split())
        other = ""
        if block.elsewhere is not None:
            arrow = "→" if block.side == WAS else "←"
            other = f"({arrow} {dates.day_mark(block.elsewhere, language)})"
        return " ".join(part for part in (_sign(block), when, other, title) if part)

    # Pointing

    def block_at(self, x: float, y: float) -> Block | None:
        """What is drawn there."""
        point = QPointF(x, y)
        return next((b for b in self._plan.blocks if self.rect_of(b).contains(point)), None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().x(), event.position().y())
        if block is not None and block.change is not None:
            self.chosen.emit(block.item.id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().x(), event.position().y())
        if block is not None:
            self.opened.emit(block.item.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().x(), event.position().y())
        text = self.words(block) if block is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._type = Typesetter(self.font())
            self.viewport().update()


def _is_gone(block: Block) -> bool:
    """Whether it is not to happen: cancelled here, or in the old state alone."""
    last = block.side == WAS and block.change is not None and block.change.now is None
    return last or block.item.status is ItemStatus.CANCELLED


def _sign(block: Block) -> str:
    change = block.change
    if change is None:
        return ""
    if change.gone:
        return GONE
    if change.fresh:
        return PLUS if block.side == IS else ""
    return CHANGED if change.marks != (Mark.MEMBERS,) else ""
