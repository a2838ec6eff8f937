# SPDX-License-Identifier: MIT
"""The room from above: the table, and a plate for each seat to be moved by mouse or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Side
from visitplanner.domain.seating import SeatKind, TableLayout
from visitplanner.gui.seating.geometry import Drawing, drawing
from visitplanner.gui.theme import mixed, sized
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from visitplanner.domain.seating import Seat, SeatingPlan
    from visitplanner.gui.desk import Desk

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_BAND: Final = 34
"""Room at the edges for door and window."""


class Plate(QWidget):
    """One seat: whose it is, and what is wrong with it."""

    def __init__(self, room: Room, number: int) -> None:
        super().__init__(room)
        self._room = room
        self.number = number
        self._begun: QPoint | None = None
        self.name = ""
        self.post = ""
        self.wrong = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def seat(self) -> Seat:
        """The seat as it is now."""
        return self._room.seats[self.number]

    def read(self) -> None:
        """Reads name and faults again."""
        room = self._room
        visit, language, say = room.desk.visit, room.desk.language, room.desk.phrases.say
        person = visit.people.get(self.seat.person or "")
        self.name = cases.person_name(person, language, style="surname-first") if person else ""
        post = visit.posts.get(room.posts.get(self.seat.person or "", ""))
        self.post = (post.short or post.title).best(language) if post else ""
        people = [s.person for s in room.seats if s.person]
        twice = self.seat.person is not None and people.count(self.seat.person) > 1
        self.wrong = twice or person is None
        side = say(N_("Guests")) if self.seat.side is Side.GUEST else say(N_("Host side"))
        state = say(N_("seated twice")) if twice else self.post
        said = say(
            N_("{side}, place {place}: {name}"),
            side=side,
            place=place_text(self.seat),
            name=self.name or say(N_("empty seat")),
        )
        self.setAccessibleName(said)
        self.setToolTip(f"{said}\n{state}".strip())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, seat = self._room.desk.theme, self.seat
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        guest = seat.side is Side.GUEST
        colour = theme.kind(_GUEST_KIND if guest else _HOST_KIND)
        rect = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        edge = theme.error if self.wrong else colour.edge
        if self.hasFocus() or self._room.target == self.number:
            edge = theme.accent
        pen = QPen(edge, 2.5 if self.hasFocus() or self.wrong else 1)
        if seat.person is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.surface if seat.person is None else colour.fill)
        painter.drawRoundedRect(rect, 5, 5)
        if seat.person is not None:  # a bar tells guests (at the left) from hosts without colour
            bar = rect.adjusted(0, 3, 0, -3)
            bar.setWidth(4)
            if not guest:
                bar.moveRight(rect.right())
            painter.fillRect(bar, colour.edge)
        self._texts(painter, QRect(6, 3, self.width() - 12, self.height() - 6))

    def _texts(self, painter: QPainter, room: QRect) -> None:
        theme = self._room.desk.theme
        look = theme.kind(_GUEST_KIND if self.seat.side is Side.GUEST else _HOST_KIND)
        empty = self.seat.person is None
        painter.setFont(sized(self.font(), 0.78))
        painter.setPen(theme.muted if empty else look.soft)
        line = painter.fontMetrics().height()
        mark = "" if self.seat.kind is SeatKind.DELEGATE else _MARKS.get(self.seat.kind, "")
        head = " · ".join(
            filter(None, (place_text(self.seat), mark and self._room.desk.phrases.say(mark)))
        )
        elided = painter.fontMetrics().elidedText(head, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, elided)
        if room.height() > 4 * line and self.post:
            cut = painter.fontMetrics().elidedText(
                self.post, Qt.TextElideMode.ElideRight, room.width()
            )
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(room, bottom, cut)
        painter.setPen(theme.error if empty else look.text)
        name = self.name or self._room.desk.phrases.say(N_("empty seat"))
        self._name(painter, room, name)

    def _name(self, painter: QPainter, room: QRect, name: str) -> None:
        """Surname and initials in two lines, as large as they fit."""
        surname, _, rest = name.partition(" ")
        for factor in (0.95, 0.85, 0.75, 0.66):
            painter.setFont(sized(self.font(), factor))
            metrics = painter.fontMetrics()
            if metrics.horizontalAdvance(name) <= room.width():
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
                return
            if metrics.horizontalAdvance(surname) <= room.width():
                break
        lines = (
            metrics.elidedText(x, Qt.TextElideMode.ElideRight, room.width())
            for x in (surname, rest)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._room.choose(self.number)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            other = self._room.beside(self.number, *way)
            if other is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._room.swapped.emit(self.number, other)
                self._room.plates[other].setFocus()
            elif other is not None:
                self._room.plates[other].setFocus()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._room.emptied.emit(self.number)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._room.asked.emit(self.number)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begun = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._begun is None or not self._room.desk.writable:
            return
        if (here - self._begun).manhattanLength() >= QApplication.startDragDistance():
            self._room.aim(self.number, self.mapTo(self._room, here))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._begun = None
        target, self._room.target = self._room.target, -1
        self._room.unsetCursor()
        self._room.refresh()
        if target >= 0:
            self._room.swapped.emit(self.number, target)
            self._room.plates[target].setFocus()


_GUEST_KIND: Final = Kind.SESSION
_HOST_KIND: Final = Kind.LUNCH
"""Kinds of item whose colours the sides take: both are of the one palette."""
_MARKS: Final = {
    SeatKind.INTERPRETER: N_("interpreter"),
    SeatKind.SECRETARY: N_("secretary"),
    SeatKind.SECOND_ROW: "",
}


def place_text(seat: Seat) -> str:
    """The place as the scheme numbers it: 0, +1, −1; second rows with their row."""
    sign = "+" if seat.position > 0 else "−" if seat.position < 0 else ""
    text = f"{sign}{abs(seat.position)}"
    return f"{seat.row + 1}/{text}" if seat.row else text


class Room(QWidget):
    """The drawing."""

    chosen = Signal(int)
    swapped = Signal(int, int)
    emptied = Signal(int)
    asked = Signal(int)
    """Enter: who sits here is to be said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.plan: SeatingPlan | None = None
        self.plates: list[Plate] = []
        self.posts: dict[str, str] = {}
        self.target = -1
        self.current = -1
        self._drawing = Drawing((), 1, 1, round=False)
        self._table = QRect()
        self.setAccessibleName(desk.phrases.say(N_("Seating")))

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats of the plan."""
        return self.plan.seats if self.plan else ()

    def show_plan(self, plan: SeatingPlan | None) -> None:
        """Shows a plan as it is now."""
        self.plan = plan
        visit = self.desk.visit
        self.posts = {m.person: m.post for m in visit.memberships.values() if m.post}
        if plan is not None:
            self._drawing = drawing(plan, visit.policy)
        while len(self.plates) > len(self.seats):
            plate = self.plates.pop()
            plate.hide()
            plate.deleteLater()
        while len(self.plates) < len(self.seats):
            plate = Plate(self, len(self.plates))
            plate.show()
            self.plates.append(plate)
        if self.current >= len(self.plates):
            self.current = -1
        self._lay()
        self.refresh()

    def refresh(self) -> None:
        """Draws everything again."""
        for plate in self.plates:
            plate.read()
        self.update()

    def choose(self, number: int) -> None:
        """Makes a seat the current one."""
        self.current = number
        self.chosen.emit(number)

    def beside(self, number: int, across: int, down: int) -> int | None:
        """The nearest seat in a direction."""
        here = self._drawing.spots[number]
        best, least = None, 1e9
        for other, spot in enumerate(self._drawing.spots):
            dx, dy = spot.x - here.x, spot.y - here.y
            along = dx * across + dy * down
            aside = abs(dx * down) + abs(dy * across)
            if other != number and along > 0.1 and along + 2 * aside < least:  # noqa: PLR2004
                best, least = other, along + 2 * aside
        return best

    def aim(self, number: int, point: QPoint) -> None:
        """Marks the seat a dragged one would change places with."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        found = (n for n, plate in enumerate(self.plates) if plate.geometry().contains(point))
        target = next((n for n in found if n != number), -1)
        if target != self.target:
            self.target = target
            self.refresh()

    def _lay(self) -> None:
        if self.plan is None:
            return
        reach = self._drawing.reach
        across = (self.width() - 2 * _BAND) / (2 * reach[0])
        down = (self.height() - 2 * _BAND) / (2 * reach[1])
        wide, high = min(across, 170.0), min(down, 96.0)
        middle = self.rect().center()
        size = QSize(round(wide) - 8, round(high) - 8)
        for plate, spot in zip(self.plates, self._drawing.spots, strict=True):
            rect = QRect(QPoint(0, 0), size)
            rect.moveCenter(middle + QPoint(round(spot.x * wide), round(spot.y * high)))
            plate.setGeometry(rect)
        half = QSize(
            round(self._drawing.half_width * wide * 2), round(self._drawing.half_height * high * 2)
        )
        self._table = QRect(QPoint(0, 0), half)
        self._table.moveCenter(middle)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(420, 300)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, plan = self.desk.theme, self.plan
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.surface)
        if plan is None:
            return
        painter.setPen(QPen(theme.line, 1.5))
        painter.setBrush(mixed(theme.faint, theme.surface, 0.9))
        if self._drawing.round:
            painter.drawEllipse(self._table)
        else:
            painter.drawRoundedRect(self._table, 8, 8)
            if plan.layout is TableLayout.U:
                painter.setBrush(theme.surface)
                painter.drawRect(self._table.adjusted(40, self._table.height() // 3, -40, 0))
        say = self.desk.phrases.say
        self._mark(painter, plan.door, say(N_("Door")))
        self._mark(painter, plan.window, say(N_("Window")))
        if plan.layout is TableLayout.SIGNING:
            painter.setPen(theme.muted)
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(self._table.adjusted(0, 0, 0, 34), bottom, say(N_("The hall")))

    def _mark(self, painter: QPainter, edge: str, text: str) -> None:
        """Door or window: a bar at its wall with its name."""
        if edge not in {"top", "bottom", "left", "right"}:
            return
        wall = QRect(0, 0, 150, 22)
        middle = self.rect().center()
        place = {
            "top": QPoint(middle.x(), 14),
            "bottom": QPoint(middle.x(), self.height() - 14),
            "left": QPoint(14, middle.y()),
            "right": QPoint(self.width() - 14, middle.y()),
        }[edge]
        painter.save()
        painter.translate(place)
        if edge in {"left", "right"}:
            painter.rotate(-90 if edge == "left" else 90)
        wall.moveCenter(QPoint(0, 0))
        theme = self.desk.theme
        painter.setPen(QPen(theme.muted, 1))
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(wall, 4, 4)
        painter.setPen(theme.text)
        painter.drawText(wall, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
