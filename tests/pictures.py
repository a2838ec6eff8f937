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
sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from tests.crowd import crowded_visit
from tests.frozen import freeze_versions
from tests.gui.opening import settle
from tests.handed_out import written
from tests.opened import visit_file
from tests.twelve_edits import make_them
from visitplanner.domain.edits import move_item
from visitplanner.domain.period import at
from visitplanner.domain.record import VersionStatus
from visitplanner.gui.app import open_window
from visitplanner.gui.editors.window import EditorWindow, show_editor
from visitplanner.gui.history.window import HistoryWindow
from visitplanner.gui.office import Office
from visitplanner.gui.settings import Settings
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.versions.printing import PrintWindow
from visitplanner.gui.versions.window import VersionsWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.workspace import Workspace

LETTER = """1. Кочанов Сергей Петрович – заместитель председателя комитета, глава делегации
2. Лис Анна Викторовна – начальник отдела внешних связей
3. Гром Пётр Ильич – советник"""
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


def act(*names: str, item: str = "") -> Callable[[Scene], None]:
    """Commands as from the menu, with an item selected."""

    def trigger(scene: Scene) -> None:
        if item:
            scene.desk.jump(item)
        for name in names:
            scene.window.bars.actions[name].trigger()
            settle()

    return trigger


def closed(scene: Scene) -> None:
    scene.window.files.close_visit()


def read_only(scene: Scene) -> None:
    path = scene.desk.session.path
    scene.window.files.close_visit()
    path.chmod(0o444)
    scene.window.files.open_path(path)
    settle()
    path.chmod(0o644)


def preview(scene: Scene) -> None:
    """The working programme at the selected item, once it has come from its process."""
    scene.desk.jump("signing")
    scene.window.bars.actions["preview"].trigger()
    shown = scene.place.centre.preview
    shown.head.edition.setCurrentIndex(shown.head.edition.findData("working"))
    while not (shown.fresh and shown.view.complete) and not shown.trouble.text:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def crowd(mode: LaneMode) -> Callable[[Scene], None]:
    """The second day of a visit of 200 items, 60 people and three days, in place of the example."""

    def show(scene: Scene) -> None:
        folder = scene.desk.session.path.parent
        path = visit_file(folder, crowded_visit(items=200, people=60, days=3), "большой.visit")
        scene.window.files.open_path(path)
        settle()
        scene.desk.show_day(scene.desk.visit.about.ends)
        scene.desk.show_lanes(mode)
        settle()

    return show


def seating(scene: Scene) -> None:
    """The plan of the table at the talks."""
    from visitplanner.gui.seating.window import SeatingWindow

    scene.desk.jump("session")
    show_editor(scene.window, SeatingWindow)


def pasting(scene: Scene) -> None:
    """A letter with a list, on its way from the clipboard to people."""
    QApplication.clipboard().setText(LETTER)
    act("paste-list")(scene)


def replacing(scene: Scene) -> None:
    """Everywhere the head of the guests stands, before somebody takes his place."""
    from visitplanner.gui.people.replace import ReplaceWindow

    act("replace-participant")(scene)
    shown = scene.window.findChild(ReplaceWindow)
    assert shown is not None
    shown.ask("subbotin")
    shown.new.picked.emit("mitskevich")


def finding(scene: Scene) -> None:
    act("find")(scene)
    for field in scene.window.findChildren(QLineEdit):
        if field.hasFocus():
            field.setText("суб")


def comparing(item: str, person: str = "") -> Callable[[Scene], None]:
    """What twelve edits have changed since version 1, at one of the changes."""

    def show(scene: Scene) -> None:
        from visitplanner.gui.comparison.opening import open_comparison
        from visitplanner.gui.comparison.window import ComparisonWindow

        scene.desk.session.freeze(VersionStatus.BEING_AGREED)
        make_them(scene.desk.session)
        open_comparison(scene.window)
        shown = scene.window.findChild(ComparisonWindow)
        assert shown is not None
        settle()
        shown.list.show_item(item)
        if person:
            shown.person.show_value(person)
            shown.person.chosen.emit(person)

    return show


def sent(*names: str) -> Callable[[Scene], None]:
    """Commands on a visit with eight paper holders and eleven calendars, a change behind."""

    def show(scene: Scene) -> None:
        scene.window.files.open_path(written(scene.desk.session.path.parent))
        settle()
        act(*names)(scene)

    return show


def told_of(scene: Scene) -> None:
    """The problem that holders do not know of, and the button that leads to them."""
    sent("show-problems")(scene)
    row = next(r for r in scene.place.problems.rows.values() if r.problem.code == "O03")
    row.setFocus(Qt.FocusReason.OtherFocusReason)


def versions(scene: Scene) -> None:
    freeze_versions(scene.desk.session)
    act("versions")(scene)


def approval_refused(scene: Scene) -> None:
    """An approval that errors forbid, with the way to each of them."""
    versions(scene)
    window = scene.window.findChild(VersionsWindow)
    assert window is not None
    window.freezing.show_status(VersionStatus.APPROVED)
    window.freeze()


def history(scene: Scene) -> None:
    """Every edit, and what the last one changed."""
    freeze_versions(scene.desk.session)
    act("history", item="laying")(scene)
    window = scene.window.findChild(HistoryWindow)
    assert window is not None
    window.table.setCurrentIndex(window.model.index(0, 0))


def version_printed(scene: Scene) -> None:
    """An approved version as it is printed, while the plan has gone on."""
    versions(scene)
    window = scene.window.findChild(VersionsWindow)
    assert window is not None
    window.print_version()
    window.close()
    shown = scene.window.findChild(PrintWindow)
    assert shown is not None
    assert shown.preview is not None
    paper = shown.preview
    paper.head.edition.setCurrentIndex(paper.head.edition.findData("working"))
    while not (paper.fresh and paper.view.complete) and not paper.trouble.text:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def crowded_table(scene: Scene) -> None:
    crowd(LaneMode.TRACK)(scene)
    act("table")(scene)


def draw(
    target: Path,
    do: Callable[[Scene], None] = nothing,
    *,
    language: str = "ru",
    theme: str = "light",
    size: tuple[int, int] = (1440, 900),
) -> None:
    """Draws one picture: of the window, or of the window that has come beside it."""
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
        do(Scene(window))
        settle()
        beside = [w for w in window.findChildren(QWidget) if w.isWindow() and w.isVisible()]
        shown = next((w for w in beside if isinstance(w, QDialog | EditorWindow)), window)
        shown.grab().save(str(target))
        for other in beside:
            other.close()
        window.close()
        settle()


def picture(
    do: Callable[[Scene], None] = nothing,
    language: str = "ru",
    theme: str = "light",
    size: tuple[int, int] = (1440, 900),
) -> Callable[[Path], None]:
    """What draws one picture."""
    return lambda path: draw(path, do, language=language, theme=theme, size=size)


PICTURES: dict[str, Callable[[Path], None]] = {
    "01-window": picture(selected),
    "02-window-en": picture(selected, "en"),
    "03-window-dark": picture(selected, theme="dark"),
    "04-opened": picture(),
    "05-conflict": picture(conflict),
    "06-dragging": picture(dragging),
    "07-lanes-people": picture(lanes(LaneMode.PERSON)),
    "08-lanes-places": picture(lanes(LaneMode.VENUE)),
    "09-lanes-vehicles": picture(lanes(LaneMode.VEHICLE)),
    "10-lanes-days": picture(lanes(LaneMode.DAY)),
    "11-crowd": picture(crowd(LaneMode.TRACK)),
    "12-crowd-people": picture(crowd(LaneMode.PERSON), "en"),
    "13-crowd-days-dark": picture(crowd(LaneMode.DAY), theme="dark"),
    "14-crowd-table": picture(crowded_table),
    "15-table": picture(act("table", item="signing")),
    "16-table-dark-en": picture(act("table", item="signing"), "en", "dark"),
    "17-preview": picture(preview),
    "18-preview-dark": picture(preview, theme="dark"),
    "19-welcome": picture(closed),
    "20-wizard": picture(act("new-visit")),
    "21-wizard-two-days-en-dark": picture(act("official-visit"), "en", "dark"),
    "22-people": picture(act("people")),
    "23-people-en-dark": picture(act("people"), "en", "dark"),
    "24-paste-list": picture(pasting),
    "25-replace": picture(replacing),
    "26-places": picture(act("edit-venues")),
    "27-travel": picture(act("edit-travel")),
    "28-travel-en-dark": picture(act("edit-travel"), "en", "dark"),
    "29-vehicles": picture(act("edit-vehicles", item="transfer-1")),
    "30-seating": picture(seating),
    "31-export": picture(act("export")),
    "32-export-en": picture(act("export"), "en"),
    "33-palette": picture(act("palette")),
    "34-find": picture(finding),
    "35-shortcuts": picture(act("shortcuts")),
    "36-reason": picture(waiving),
    "37-read-only": picture(read_only),
    "38-small": picture(selected, size=(1100, 700)),
    "39-deleted-dark-en": picture(act("delete", item="press"), "en", "dark"),
    "40-transfer-dark": picture(act(item="transfer-2"), theme="dark"),
    "41-versions": picture(versions),
    "42-versions-en-dark": picture(versions, "en", "dark"),
    "43-approval-refused": picture(approval_refused),
    "44-history": picture(history),
    "45-history-en-dark": picture(history, "en", "dark"),
    "46-version-printed": picture(version_printed),
    "47-author": picture(act("author")),
    "50-inform": picture(sent("inform")),
    "51-inform-en-dark": picture(sent("inform"), "en", "dark"),
    "52-register": picture(sent("register")),
    "53-register-en-dark": picture(sent("register"), "en", "dark"),
    "54-reprint": picture(sent("reprint")),
    "55-handing-over": picture(sent("hand-over")),
    "56-handing-over-en-dark": picture(sent("hand-over"), "en", "dark"),
    "57-not-told": picture(told_of),
}
AT_150 = (
    *("01-window", "05-conflict", "15-table", "17-preview", "20-wizard"),
    *("22-people", "27-travel", "31-export", "38-small"),
    *("41-versions", "43-approval-refused", "44-history"),
    *("50-inform", "52-register", "55-handing-over"),
)


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
    for name, drawing in PICTURES.items():
        drawing(folder / f"{name}.png")
    for name in AT_150:  # Qt reads the scale once, when it starts
        target = folder / f"{name}-150.png"
        subprocess.run(
            [sys.executable, __file__, "--only", name, str(target)],
            env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
            check=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
