# SPDX-License-Identifier: MIT
"""The room from above: the table, and a plate for each seat to be moved by mouse or keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from typing_extensions import override

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Side
from visitplanner.domain.seating import SeatKind, TableLayout
from visitplanner.gui.board import Board, Piece
from visitplanner.gui.seating.geometry import Drawing, drawing
from visitplanner.gui.theme import mixed
from visitplanner.gui.timeline.typesetter import Role, Typesetter
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from visitplanner.domain.seating import Seat, SeatingPlan
    from visitplanner.gui.desk import Desk

_BAND: Final = 34
"""Room at the edges for door and window."""
_FRAME: Final = 23
"""What a plate has around its texts, with the space to the next one."""
_NARROWEST: Final = 64.0
_WIDEST: Final = 170.0
_HIGHEST: Final = 150.0
_POST_LINES: Final = 4


class Plate(Piece):
    """One seat: whose it is, and what is wrong with it."""

    def __init__(self, room: Room, number: int) -> None:
        super().__init__(room, number)
        self._room: Final = room
        self.name = ""
        self.post = ""
        self.wrong = False

    @property
    def seat(self) -> Seat:
        """The seat as it is now."""
        return self._room.seats[self.number]

    @override
    def read(self) -> None:
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
        if self.aimed_at:
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
        self._texts(painter, QRect(6, 4, self.width() - 12, self.height() - 8))

    def _texts(self, painter: QPainter, room: QRect) -> None:
        """The place above, the name in one size on all plates, and of the post what has room."""
        theme, say = self._room.desk.theme, self._room.desk.phrases.say
        look = theme.kind(_GUEST_KIND if self.seat.side is Side.GUEST else _HOST_KIND)
        empty = self.seat.person is None
        mark = "" if self.seat.kind is SeatKind.DELEGATE else _MARKS.get(self.seat.kind, "")
        head = " · ".join(filter(None, (place_text(self.seat), mark and say(mark))))
        column = _Column(painter, self._room.setter, room)
        column.write(Role.RULER, head, theme.muted if empty else look.soft, 1)
        column.skip(2)
        surname, rest = _parts(self.name) if self.name else (say(N_("empty seat")), "")
        ink = theme.error if empty else look.text
        column.write(Role.TITLE, surname, ink, 2)
        column.write(Role.BODY, rest, ink, 1)
        column.skip(2)
        column.write(Role.RULER, self.post, look.soft, _POST_LINES)


def _parts(name: str) -> tuple[str, str]:
    """Surname, and the initials after it."""
    surname, _, rest = name.replace("\N{NO-BREAK SPACE}", " ", 1).partition(" ")
    return surname, rest


class _Column:
    """Lines written one below the other into a place, as long as there is room for them."""

    def __init__(self, painter: QPainter, setter: Typesetter, room: QRect) -> None:
        self._painter = painter
        self._setter = setter
        self._room = room
        self._top = float(room.top())

    def skip(self, height: int) -> None:
        """Leaves some air."""
        self._top += height

    def write(self, role: Role, text: str, ink: QColor, most: int) -> None:
        """Writes a text on at most so many lines."""
        high = self._setter.heights[role]
        most = min(most, int((self._room.bottom() + 1 - self._top) / high))
        if not text or most < 1:
            return
        self._painter.setFont(self._setter.fonts[role])
        self._painter.setPen(ink)
        lines = self._setter.fitted(role, text, self._room.width(), most)
        if not lines and role is Role.TITLE:
            lines = (text,)
        for line in lines:
            place = QRectF(self._room.left(), self._top, self._room.width(), high)
            self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
            self._top += high


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


class Room(Board[Plate]):
    """The drawing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plan: SeatingPlan | None = None
        self.posts: dict[str, str] = {}
        self.setter: Final = Typesetter(self.font())
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
        self.match(len(self.seats), lambda number: Plate(self, number))
        self.setMinimumSize(self.minimumSizeHint())

    @override
    def beside(self, number: int, across: int, down: int) -> int | None:
        here = self._drawing.spots[number]
        best, least = None, 1e9
        for other, spot in enumerate(self._drawing.spots):
            dx, dy = spot.x - here.x, spot.y - here.y
            along = dx * across + dy * down
            aside = abs(dx * down) + abs(dy * across)
            if other != number and along > 0.1 and along + 2 * aside < least:  # noqa: PLR2004
                best, least = other, along + 2 * aside
        return best

    @override
    def lay(self) -> None:
        if self.plan is None:
            return
        reach = self._drawing.reach
        across = (self.width() - 2 * _BAND) / (2 * reach[0])
        down = (self.height() - 2 * _BAND) / (2 * reach[1])
        wide, high = min(across, _WIDEST), min(down, _HIGHEST)
        middle = self.rect().center()
        size = QSize(round(wide) - 8, round(high) - 8)
        for plate, spot in zip(self.pieces, self._drawing.spots, strict=True):
            rect = QRect(QPoint(0, 0), size)
            rect.moveCenter(middle + QPoint(round(spot.x * wide), round(spot.y * high)))
            plate.setGeometry(rect)
        half = QSize(
            round(self._drawing.half_width * wide * 2), round(self._drawing.half_height * high * 2)
        )
        self._table = QRect(QPoint(0, 0), half)
        self._table.moveCenter(middle)

    @override
    def minimumSizeHint(self) -> QSize:
        """So large that every name stands whole on its plate."""
        heights = self.setter.heights
        high = heights[Role.RULER] + heights[Role.TITLE] + heights[Role.BODY] + _FRAME
        reach = self._drawing.reach
        return QSize(
            max(420, round(2 * reach[0] * self._needed()) + 2 * _BAND),
            max(300, round(2 * reach[1] * high) + 2 * _BAND),
        )

    def _needed(self) -> float:
        """How wide a plate must be for the longest name, or a part of it before its hyphen."""
        metrics = QFontMetricsF(self.setter.fonts[Role.TITLE])
        parts = (
            part for plate in self.pieces for part in re.findall(r"[^-]+-?", _parts(plate.name)[0])
        )
        widest = max(map(metrics.horizontalAdvance, parts), default=0.0)
        return min(max(widest + _FRAME, _NARROWEST), _WIDEST)

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
