# SPDX-License-Identifier: MIT
"""Makes plates: how a block of some size, item and status looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from visitplanner.gui import icons
from visitplanner.gui.theme import KIND_ICON, SEVERITY_ICON, Metrics, Pattern, Theme, mixed
from visitplanner.gui.timeline.plate import Plate
from visitplanner.gui.timeline.typesetter import Role, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.gui.theme import Look
    from visitplanner.gui.timeline.faces import Face
    from visitplanner.gui.timeline.plate import Status

BARE: Final = 11
"""Below this height a block is only colour."""
_ROUND: Final = 18
"""Below this height corners are nearly square."""
_ICON_ROOM: Final = 150
"""From this width on a block shows the icon of its kind."""


class _Ink(NamedTuple):
    """Font and colour of a text."""

    role: Role
    colour: QColor


class PlateMaker:
    """Makes plates for one theme, font and screen scale."""

    def __init__(self, theme: Theme, typesetter: Typesetter, ratio: float) -> None:
        self._theme = theme
        self._type = typesetter
        self._ratio = ratio
        self._patterns: dict[tuple[Pattern, int], QBrush] = {}

    def make(self, rect: QRectF, face: Face, status: Status) -> Plate:
        """The plate of a block of the given place and face."""
        look = self._theme.kind(face.kind)
        fill = self._fill(look, face, status)
        plate = Plate(rect, QBrush(fill))
        if rect.height() < max(BARE, self._type.heights[Role.TINY] - 3):
            self._bare(plate, look, status)
            return plate
        self._shapes(plate, look, face, status)
        self._weave(plate, look, face, status)
        plate.limit = self._marks(plate, face, look, status)
        self._words(plate, face, look, plate.limit)
        if not plate.texts:
            self._sign(plate, face, look)
        return plate

    def _fill(self, look: Look, face: Face, status: Status) -> QColor:
        if face.cancelled:
            return self._theme.surface
        fill = mixed(look.fill, self._theme.surface, 0.45) if face.tentative else look.fill
        if status.selected or status.hovered:
            return mixed(look.edge, fill, 0.14 if status.selected else 0.06)
        return fill

    def _bare(self, plate: Plate, look: Look, status: Status) -> None:
        strip = QPainterPath()
        rect = plate.rect
        strip.addRect(rect.x(), rect.y(), Metrics.EDGE, rect.height())
        plate.edge, plate.edge_brush = strip, QBrush(look.edge)
        if status.severity is not None:
            flag = QPixmap(1, 1)
            flag.fill(self._theme.severity(status.severity))
            wide = flag.scaled(4, max(1, int(rect.height())))
            plate.badges.append((QPointF(rect.right() - 4, rect.y()), wide))

    def _shapes(self, plate: Plate, look: Look, face: Face, status: Status) -> None:
        rect, fill = plate.rect, plate.fill.color()
        outlined = face.tentative or face.cancelled
        plate.body = _rounded(rect.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else rect, status)
        if outlined:
            colour = self._theme.muted if face.cancelled else look.edge
            pen = QPen(mixed(colour, fill, 0.65 if face.cancelled else 0.9), 1)
            if face.tentative:
                pen.setDashPattern([4, 3])
            plate.outline = pen
        side = QPainterPath()
        side.addRect(rect.x(), rect.y(), Metrics.EDGE, rect.height())
        plate.edge = _rounded(rect, status).intersected(side)
        plate.edge_brush = QBrush(mixed(look.edge, fill, 0.5) if face.cancelled else look.edge)

    def _weave(self, plate: Plate, look: Look, face: Face, status: Status) -> None:
        """The pattern: all over the block, on a transfer as far as the way is long."""
        if look.pattern is Pattern.PLAIN or face.cancelled or plate.body is None:
            return
        plate.pattern, plate.patterned = self._pattern(look), plate.body
        if 0 < status.travel < plate.rect.height() - 2:
            rect = plate.rect
            part = QPainterPath()
            part.addRect(rect.x(), rect.y(), rect.width(), status.travel)
            plate.patterned = plate.body.intersected(part)

    def _pattern(self, look: Look) -> QBrush:
        key = (look.pattern, look.edge.rgba())
        found = self._patterns.get(key)
        if found is None:
            found = QBrush(_tile(look, self._ratio))
            self._patterns[key] = found
        return found

    def _marks(self, plate: Plate, face: Face, look: Look, status: Status) -> float:
        """Badges at the right, from the corner inward; answers where the words must end."""
        rect = plate.rect
        size = Metrics.ICON_SMALL if rect.height() >= _ROUND + 2 else 11
        inset = 5 if rect.height() >= 2 * size else (rect.height() - size) / 2
        x = rect.right() - 6
        wanted: list[tuple[str, QColor]] = []
        if status.severity is not None:
            wanted.append((SEVERITY_ICON[status.severity], self._theme.severity(status.severity)))
        if face.fixed:
            wanted.append(("lock", look.soft))
        if face.internal:
            wanted.append(("internal", look.soft))
        for name, colour in wanted:
            if x - size < rect.x() + rect.width() / 3:
                break
            x -= size
            mark = icons.pixmap(name, size, colour, self._ratio)
            plate.badges.append((QPointF(x, rect.y() + inset), mark))
            x -= 3
        return x

    def _words(self, plate: Plate, face: Face, look: Look, right: float) -> None:
        rect = plate.rect
        left = rect.x() + Metrics.EDGE + Metrics.PADDING - 2
        body = self._type.heights[Role.BODY]
        title = self._type.heights[Role.TITLE]
        if rect.height() < title + body + 4:
            self._one_line(plate, face, look, left, right)
            return
        y = rect.y() + (4 if rect.height() >= title + body + 10 else 2)
        indent = Metrics.ICON_SMALL + 5 if rect.width() > _ICON_ROOM else 0
        room = rect.bottom() - 3
        bottom_lines = 1 if face.time else 0
        most = max(1, int((room - y - bottom_lines * body) / title))
        role = Role.STRUCK if face.cancelled else Role.TITLE
        colour = self._theme.muted if face.cancelled else look.text
        lines = self._type.fitted(role, face.title, right - left - indent, most)
        if not lines:
            return
        if indent:
            self._show_icon(plate, face, look, QPointF(left, y + (title - Metrics.ICON_SMALL) / 2))
            left += indent
        for line in lines:
            self._put(plate, _Ink(role, colour), line, QPointF(left, y))
            y += title
        edge = rect.right() - 6
        rest = [text for text in (face.time, face.place, face.people) if text]
        if y + 2 * body > room and len(rest) > 1:
            rest = [self._together(rest[:2], edge - left)]
        for text in rest:
            most = int((room - y) / body)
            if most < 1:
                break
            for line in self._type.fitted(Role.BODY, text, edge - left, most):
                self._put(plate, _Ink(Role.BODY, look.soft), line, QPointF(left, y))
                y += body

    def _one_line(self, plate: Plate, face: Face, look: Look, left: float, right: float) -> None:
        rect = plate.rect
        roomy = rect.height() >= self._type.heights[Role.TITLE] - 3
        role = (Role.STRUCK if face.cancelled else Role.TITLE) if roomy else Role.TINY
        indent = Metrics.ICON_SMALL + 5 if roomy and rect.width() > _ICON_ROOM else 0
        title = self._type.cut(role, face.title, right - left - indent)
        if not title and roomy and not face.cancelled:  # small letters before none at all
            role, indent = Role.TINY, 0
            title = self._type.cut(role, face.title, right - left)
        if not title:
            return
        if indent:
            top = rect.y() + (rect.height() - Metrics.ICON_SMALL) / 2
            self._show_icon(plate, face, look, QPointF(left, top))
            left += indent
        y = rect.y() + (rect.height() - self._type.heights[role]) / 2
        colour = self._theme.muted if face.cancelled else look.text
        left = self._put(plate, _Ink(role, colour), title, QPointF(left, y)) + 8
        if roomy and title == face.title:
            drop = (self._type.heights[Role.TITLE] - self._type.heights[Role.BODY]) / 2 + 0.5
            rest = self._together([t for t in (face.time, face.place) if t], right - left)
            if rest := self._type.cut(Role.BODY, rest, right - left):
                self._put(plate, _Ink(Role.BODY, look.soft), rest, QPointF(left, y + drop))

    def _together(self, texts: Sequence[str], room: float) -> str:
        """Texts beside each other; the first alone where nothing of the others would be seen."""
        whole, first = " · ".join(texts), next(iter(texts), "")
        return whole if len(self._type.cut(Role.BODY, whole, room)) > len(first) + 1 else first

    def _sign(self, plate: Plate, face: Face, look: Look) -> None:
        """The icon of the kind alone: the block is too narrow or too low for a word."""
        rect, size = plate.rect, Metrics.ICON_SMALL
        if rect.height() < size or rect.width() < Metrics.EDGE + size + 2:
            return
        left = rect.x() + Metrics.EDGE + min(4.0, (rect.width() - Metrics.EDGE - size) / 2)
        top = rect.y() + min(5.0, (rect.height() - size) / 2)
        if plate.badges and left + size > plate.limit:
            top += size + 4  # below the badges, where there is room
            if top + size > rect.bottom():
                return
        self._show_icon(plate, face, look, QPointF(left, top))
        plate.words |= QRectF(left, top, size, size)

    def _show_icon(self, plate: Plate, face: Face, look: Look, at: QPointF) -> None:
        icon = icons.pixmap(KIND_ICON[face.kind], Metrics.ICON_SMALL, look.edge, self._ratio)
        plate.icon = (QPointF(at.x(), round(at.y())), icon)

    def _put(self, plate: Plate, ink: _Ink, text: str, at: QPointF) -> float:
        """Places one line; answers where it ends."""
        static, width = self._type.shaped(ink.role, text)
        plate.texts.append((self._type.fonts[ink.role], ink.colour, at, static))
        plate.words |= QRectF(at.x(), at.y(), width, self._type.heights[ink.role])
        return at.x() + width


def _rounded(rect: QRectF, status: Status) -> QPainterPath:
    """The outline of a block; an end beyond the day is straight."""
    radius = Metrics.RADIUS if rect.height() >= _ROUND else Metrics.RADIUS * 0.6
    path = QPainterPath()
    if not (status.cut_above or status.cut_below):
        path.addRoundedRect(rect, radius, radius)
        return path
    above = 2 * radius if status.cut_above else 0
    below = 2 * radius if status.cut_below else 0
    path.addRoundedRect(rect.adjusted(0, -above, 0, below), radius, radius)
    inside = QPainterPath()
    inside.addRect(rect)
    return path.intersected(inside)


def _tile(look: Look, ratio: float) -> QPixmap:
    """The repeating tile of a pattern."""
    side = 8
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(look.edge)
    colour.setAlphaF(0.22)
    painter.setPen(QPen(colour, 1.2))
    if look.pattern is Pattern.HATCHED:
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(2, 2), 1, 1)
        painter.drawEllipse(QPointF(6, 6), 1, 1)
    painter.end()
    return tile
