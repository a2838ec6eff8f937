# SPDX-License-Identifier: MIT
"""Draws the window into pictures to be looked at: `python tests/pictures.py FOLDER`.

`python tests/pictures.py --window FILE` draws one picture of the window on the example.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog

from visitplanner.domain.edits import move_item
from visitplanner.domain.period import at
from visitplanner.gui.app import open_window
from visitplanner.gui.office import Office
from visitplanner.gui.settings import Settings
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.workspace import Workspace

NOW = datetime(2025, 12, 1, 11, 2, tzinfo=UTC)


@dataclass
class Scene:
    """A window on the example, in a folder of its own."""

    window: MainWindow

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def place(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace


def office(folder: Path, settings: Settings) -> Office:
    """A desk on 1 December 2025, 14.02 by the clock on the wall."""
    numbers = count(1)
    return Office(
        now=lambda: NOW,
        today=lambda: date(2025, 12, 1),
        clock=lambda: (14, 2),
        author=lambda: "Иванова",
        settings=settings,
        settings_file=folder / "settings.json",
        visits=lambda: folder / "Документы" / "visitplanner",
        new_uid=lambda: f"00000000-0000-0000-0000-{next(numbers):012}",
    )


def settle() -> None:
    """Lets everything that waits happen."""
    for _ in range(3):
        QApplication.processEvents()


def nothing(_: Scene) -> None:
    """The window as it opens."""


def selected(scene: Scene) -> None:
    scene.desk.jump("session")


def conflict(scene: Scene) -> None:
    scene.desk.edit(lambda visit: move_item(visit, "session", at("2025-12-23T11:45")))
    scene.place.problems.walk(1)
    scene.place.problems.explanation.show_rule("T01")


def waiving(scene: Scene) -> None:
    scene.place.problems.walk(1)
    row = scene.place.problems.current_row
    assert row is not None
    row.ask_reason()


def lanes(mode: LaneMode) -> Callable[[Scene], None]:
    def show(scene: Scene) -> None:
        scene.desk.show_lanes(mode)
        scene.desk.jump("signing")

    return show


def dragging(scene: Scene) -> None:
    timeline = scene.place.centre.timeline
    scene.desk.jump("session")
    settle()
    rect = timeline.rect_of("session")
    assert rect is not None
    begin = rect.center()
    end = begin - QPoint(0, round(25 * timeline.scale.minute))
    for kind, point, button in (
        (QEvent.Type.MouseButtonPress, begin, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, begin - QPoint(0, 12), Qt.MouseButton.NoButton),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton),
    ):
        where = QPointF(point)
        globally = QPointF(timeline.viewport().mapToGlobal(point))
        held = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, where, globally, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(timeline.viewport(), event)


def exporting(scene: Scene) -> None:
    scene.window.bars.actions["export"].trigger()


def shortcuts(scene: Scene) -> None:
    scene.window.bars.actions["shortcuts"].trigger()


def closed(scene: Scene) -> None:
    scene.window.files.close_visit()


def read_only(scene: Scene) -> None:
    path = scene.desk.session.path
    scene.window.files.close_visit()
    path.chmod(0o444)
    scene.window.files.open_path(path)
    path.chmod(0o644)


def preview(scene: Scene) -> None:
    """The working programme at the selected item, once it has come from its process."""
    scene.desk.jump("signing")
    scene.window.bars.actions["preview"].trigger()
    shown = scene.place.centre.preview
    shown.head.edition.setCurrentIndex(shown.head.edition.findData("working"))
    while not (shown.fresh and shown.view.complete) and not shown.trouble.text:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def deleted(scene: Scene) -> None:
    scene.desk.jump("press")
    scene.window.bars.actions["delete"].trigger()


def transfer(scene: Scene) -> None:
    scene.desk.jump("transfer-2")


def draw(  # noqa: PLR0913 -- what a picture is of
    target: Path,
    act: Callable[[Scene], None] = nothing,
    *,
    language: str = "ru",
    theme: str = "light",
    size: tuple[int, int] = (1440, 900),
    dialog: bool = False,
) -> None:
    """Draws one picture."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([*sys.argv[:1], "-style", "fusion"])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(language=language, theme=theme, first_start=False)
        window = open_window(application, office(Path(folder), settings))
        window.resize(*size)
        window.show()
        window.files.open_example()
        settle()
        act(Scene(window))
        settle()
        dialogs = [w for w in window.findChildren(QDialog) if w.isVisible()]
        shown = dialogs[0] if dialog else window
        shown.grab().save(str(target))
        for other in dialogs:
            other.close()
        window.close()
        settle()


PICTURES: dict[str, Callable[[Path], None]] = {
    "01-window": lambda path: draw(path, selected),
    "02-window-en": lambda path: draw(path, selected, language="en"),
    "03-window-dark": lambda path: draw(path, selected, theme="dark"),
    "04-opened": draw,
    "05-conflict": lambda path: draw(path, conflict),
    "06-dragging": lambda path: draw(path, dragging),
    "07-lanes-people": lambda path: draw(path, lanes(LaneMode.PERSON)),
    "08-lanes-places": lambda path: draw(path, lanes(LaneMode.VENUE)),
    "09-welcome": lambda path: draw(path, closed),
    "10-export": lambda path: draw(path, exporting, dialog=True),
    "11-reason": lambda path: draw(path, waiving),
    "12-read-only": lambda path: draw(path, read_only),
    "13-small": lambda path: draw(path, selected, size=(1100, 700)),
    "14-shortcuts": lambda path: draw(path, shortcuts, dialog=True),
    "15-deleted-dark-en": lambda path: draw(path, deleted, language="en", theme="dark"),
    "16-transfer-dark": lambda path: draw(path, transfer, theme="dark"),
    "17-export-en": lambda path: draw(path, exporting, language="en", dialog=True),
    "18-preview": lambda path: draw(path, preview),
    "19-preview-dark": lambda path: draw(path, preview, theme="dark"),
}
AT_150: tuple[str, ...] = ("01-window", "05-conflict", "10-export", "13-small", "18-preview")


def main(arguments: list[str]) -> None:
    """Draws what is asked for."""
    if arguments[:1] == ["--window"]:
        draw(Path(arguments[1]), selected)
        return
    if arguments[:1] == ["--only"]:
        PICTURES[arguments[1]](Path(arguments[2]))
        return
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in PICTURES.items():
        picture(folder / f"{name}.png")
    for name in AT_150:  # Qt reads the scale once, when it starts
        target = folder / f"{name}-150.png"
        subprocess.run(
            [sys.executable, __file__, "--only", name, str(target)],
            env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
            check=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
