# SPDX-License-Identifier: MIT
"""The ruler of hours: by the clock of the visit, and by a second one where items go by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from visitplanner.gui.theme import Metrics
from visitplanner.gui.timeline.clocks import SecondClock, shifted_text
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY
from visitplanner.gui.timeline.margins import Edge
from visitplanner.gui.timeline.scale import Scale
from visitplanner.gui.timeline.typesetter import Role
from visitplanner.words.dates import clock_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from visitplanner.domain.text import Language

_RIGHT: Final = 10


def ruler_width(second: SecondClock | None) -> int:
    """How wide the ruler is with one clock, or with two."""
    return Metrics.RULER if second is None else 2 * Metrics.RULER - 6


class Corner(Edge):
    """Between ruler and header: the names of the clocks where there are two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._second: SecondClock | None = None

    def show_clocks(self, second: SecondClock | None) -> None:
        """The second clock of the day, or none."""
        self._second = second
        self.setToolTip(f"{second.name} · {second.own}" if second is not None else "")
        self.setAccessibleName(self.toolTip())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.surface)
        if self._second is not None:
            y = self.height() - self.type.heights[Role.RULER] - 5
            for text, right, colour in (
                (self._second.name, self.width() - Metrics.RULER, self.theme.muted),
                (self._second.own, self.width() - _RIGHT, self.theme.text),
            ):
                painter.setPen(colour)
                width = self.type.shaped(Role.RULER, text)[1]
                self.put(painter, Role.RULER, text, right - width, y)
        painter.end()


class Ruler(Edge):
    """Hours at the left, finer as the zoom grows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = Scale()
        self._top = 0
        self._language: Language = "ru"
        self._separator = "."
        self._marked: tuple[int, int] | None = None
        self._second: SecondClock | None = None

    def show_hours(
        self,
        scale: Scale,
        language: Language,
        separator: str,
        second: SecondClock | None = None,
    ) -> None:
        """Hours at a scale, as the office writes them; with a second clock, by both."""
        self._scale, self._language, self._separator = scale, language, separator
        self._second = second
        self.update()

    def hours(self, minute: int) -> tuple[str, ...]:
        """What stands at a minute of the day: by the visit's clock, and by the second one."""
        own = clock_text(minute, self._language, self._separator)
        if self._second is None:
            return (own,)
        return own, shifted_text(minute, self._second, self._language, self._separator)

    def mark(self, minutes: tuple[int, int] | None) -> None:
        """Start and end of what is selected or in hand."""
        if minutes == self._marked:
            return
        height = round(self.type.heights[Role.RULER])
        for minute in (*(self._marked or ()), *(minutes or ())):
            y = self._scale.y(minute) - self._top
            # A tag hides the label beside it, so the neighbours are drawn again too.
            self.update(0, y - 2 * height, self.width(), 4 * height)
        self._marked = minutes

    def scroll_to(self, top: int) -> None:
        """The content is scrolled so far."""
        self._top = top
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._scale.label_step
        height = self.type.heights[Role.RULER]
        area = event.rect()
        first = self._scale.minute_at(self._top + area.top() - height)
        minute = int(first // step) * step
        marks = [self._scale.y(m) - self._top for m in self._marked or ()]
        while (y := self._scale.y(minute) - self._top) <= area.bottom() + height:
            if 0 <= minute <= MINUTES_A_DAY and all(abs(y - m) > height for m in marks):
                painter.setPen(self.theme.text if minute % 60 == 0 else self.theme.muted)
                self._label(painter, minute, y)
            minute += step
        for minute in self._marked or ():
            self._tag(painter, minute)
        painter.end()

    def _label(self, painter: QPainter, minute: int, y: float) -> None:
        own, *second = self.hours(minute)
        top = y - self.type.heights[Role.RULER] / 2
        width = self.type.shaped(Role.RULER, own)[1]
        self.put(painter, Role.RULER, own, self.width() - _RIGHT - width, top)
        for text in second:
            painter.setPen(self.theme.muted)
            width = self.type.shaped(Role.RULER, text)[1]
            self.put(painter, Role.RULER, text, self.width() - Metrics.RULER - width, top)

    def _tag(self, painter: QPainter, minute: int) -> None:
        y = self._scale.y(minute) - self._top
        width = self.type.shaped(Role.RULER, self.hours(minute)[0])[1]
        height = self.type.heights[Role.RULER]
        place = QRectF(self.width() - _RIGHT - width - 5, y - height / 2, width + 10, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.accent_soft)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self.theme.accent)
        self._label(painter, minute, y)
