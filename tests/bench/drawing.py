# SPDX-License-Identifier: MIT
"""The timeline: a full repaint and a drag frame, drawn off screen."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from tests.bench.measure import Row, compared
from tests.crowd import crowded_visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPoint

    from visitplanner.gui.timeline.plate import Calls, Told
    from visitplanner.gui.timeline.view import Timeline

WIDTH, HEIGHT = 1600, 900
DAY: Final = date(2026, 9, 7)
_PEOPLE: Final = 450
VISIBLE: Final = 860


def timeline(items: int) -> Timeline:
    """A timeline of one day by venues with so many items, shown off screen at 1600 × 900."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.opened import session_on, visit_file
    from visitplanner.gui import theme
    from visitplanner.gui.timeline.lanes import LaneMode
    from visitplanner.gui.timeline.view import Timeline

    app = QApplication.instance() or QApplication([])
    QApplication.setStyle("Fusion")
    QApplication.setFont(theme.window_font())
    folder = Path(tempfile.mkdtemp(prefix="visitplanner-bench-"))
    visit = crowded_visit(items, _PEOPLE, 1, seed=3)
    view = Timeline(session_on(visit_file(folder, visit)), "ru")
    view.resize(WIDTH, HEIGHT)
    view.set_mode(LaneMode.VENUE)
    view.show()
    app.processEvents()
    return view


def show_about(view: Timeline, visible: int) -> int:
    """Zooms so that about so many blocks are in sight; answers how many are."""
    for factor in (1.15, 1 / 1.05) * 40:
        seen = len(blocks_in_sight(view))
        if (factor > 1) == (seen > visible):
            view.zoom(factor)
    view.show_first()
    return len(blocks_in_sight(view))


def blocks_in_sight(view: Timeline) -> list[object]:
    """The blocks a full repaint draws."""
    return list(view.canvas.blocks_in(view.viewport().rect().translated(view.offset)))


def repaint(view: Timeline) -> None:
    """One full repaint of the plan."""
    view.redraw()
    view.viewport().repaint()


def primitives(view: Timeline) -> Calls:
    """Every call on the painter that a full repaint makes, with its arguments, in order."""
    from PySide6.QtGui import QPainter, QPixmap

    recorded: Calls = []

    class Recorder:
        """Writes down what a painter is told, and tells it."""

        def __init__(self, painter: QPainter) -> None:
            self._painter = painter

        def __getattr__(self, name: str) -> Callable[[object, object], object]:
            told = getattr(self._painter, name)
            plain: Told = getattr(QPainter, name)

            def call(*args: object) -> object:
                recorded.append((plain, args))
                return told(*args)

            return call

    picture = QPixmap(WIDTH, HEIGHT)
    painter = QPainter(picture)
    painter.translate(-view.offset)
    area = view.viewport().rect().translated(view.offset)
    canvas, scene = view.canvas, view.scene
    recorder = Recorder(painter)
    ground = canvas._ground
    # The recorder is typed as no painter, but passes on whatever it is told.
    ground.lines(recorder, area, canvas.scale, len(scene.layout.lanes))  # type: ignore[arg-type]
    recorder.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for block in canvas.blocks_in(area):
        recorded += canvas.plate_of(block).told()
    recorder.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    ground.stains(recorder, area, canvas.scale, scene)  # type: ignore[arg-type]
    painter.end()
    return recorded


def raw(view: Timeline, calls: Calls) -> Callable[[], None]:
    """The yardstick: the same calls on a painter of a bare widget of the same size."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    offset = view.offset

    class Bare(QWidget):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.translate(-offset)
            painter.setClipRect(event.rect().translated(offset))
            for method, arguments in calls:
                method(painter, *arguments)
            painter.end()

    bare = Bare()
    bare.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    bare.resize(view.viewport().size())
    bare.show()
    QApplication.processEvents()
    return bare.repaint


def dragging(view: Timeline) -> Callable[[], None]:
    """Takes an item in the middle of the window; each call is one frame of dragging it."""
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtWidgets import QApplication

    from tests.gui.timeline.hand import mouse

    middle = view.viewport().rect().center()
    blocks = view.canvas.blocks_in(view.viewport().rect().translated(view.offset))
    block = min(
        blocks,
        key=lambda b: (
            view.canvas.rect_of(b).toRect().translated(-view.offset).center() - middle
        ).manhattanLength(),
    )
    rect = view.canvas.rect_of(block).toRect().translated(-view.offset)
    at = QPoint(rect.center())
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, at + QPoint(0, 12))
    QApplication.processEvents()
    path: Iterator[QPoint] = cycle(
        [at + QPoint(n % 3, 12 + round(view.scale.minute * 5 * n)) for n in (1, 2, 3, 4, 3, 2)]
    )

    def frame() -> None:
        mouse(view, QEvent.Type.MouseMove, next(path))
        QApplication.sendPostedEvents()  # paints

    return frame


class Rendering:
    """The process of the preview, which makes the programme of a visit over and over."""

    def __init__(self, view: Timeline) -> None:
        from visitplanner.gui.preview.press import Press

        self._session = view.session
        self._press = Press()
        self._press.printed.connect(self._made)
        self._press.failed.connect(self._fail)
        self._busy = False
        self.papers = 0

    def go_on(self) -> None:
        """Sees to it that a paper is being made now."""
        from PySide6.QtWidgets import QApplication

        from visitplanner.publishing import Order

        QApplication.processEvents()
        if not self._busy:
            self._busy = True
            session = self._session
            self._press.make(session.visit, session.record, Order(format="pdf"), session.today)
        while not self._press.pid:
            QApplication.processEvents()

    def close(self) -> None:
        """Ends the process."""
        self._press.close()

    def _made(self, _paper: object) -> None:
        self._busy = False
        self.papers += 1

    @staticmethod
    def _fail() -> None:
        raise RuntimeError("the preview cannot make its paper")


def _repainted(items: int, visible: int) -> Row:
    view = timeline(items)
    seen = show_about(view, visible)
    return compared(
        f"timeline: full repaint, {items:,} items, {seen} in sight / raw QPainter",
        1.15,
        partial(repaint, view),
        raw(view, primitives(view)),
        times=5,
    )


def _dragged(items: int, yardstick: Timeline) -> Row:
    view = timeline(items)
    show_about(view, min(items, VISIBLE))
    frame = dragging(view)
    rendering = Rendering(view)
    measured = compared(
        f"timeline: a drag frame with checks, {items:,} items, preview rendering / a full repaint",
        0.05,
        frame,
        partial(repaint, yardstick),
        times=20,
        before=rendering.go_on,
    )
    rendering.close()
    return measured


def rows() -> Iterator[Row]:
    """Drawing rows of design.md section 9."""
    yield _repainted(200, 200)
    yield _repainted(2_000, VISIBLE)
    yardstick = timeline(2_000)
    show_about(yardstick, VISIBLE)
    yield _dragged(200, yardstick)
    yield _dragged(2_000, yardstick)
