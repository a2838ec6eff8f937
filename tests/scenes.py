# SPDX-License-Identifier: MIT
"""What the pictures show: the window after some deeds."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.crowd import crowded_visit
from tests.frozen import freeze_versions
from tests.gui import opening
from tests.gui.opening import Opened, settle
from tests.handed_out import written
from tests.opened import visit_file
from tests.twelve_edits import make_them
from visitplanner.domain.edits import move_item
from visitplanner.domain.period import at
from visitplanner.domain.record import VersionStatus
from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.history.window import HistoryWindow
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.versions.printing import PrintWindow
from visitplanner.gui.versions.window import VersionsWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.gui.office import Office
    from visitplanner.gui.settings import Settings

LETTER = """1. Кочанов Сергей Петрович – заместитель председателя комитета, глава делегации
2. Лис Анна Викторовна – начальник отдела внешних связей
3. Гром Пётр Ильич – советник"""
NOW = datetime(2025, 12, 1, 11, 2, tzinfo=UTC)


def office(folder: Path, settings: Settings) -> Office:
    """A desk on 1 December 2025, 14.02 by the clock on the wall."""
    return opening.office(folder, settings)._replace(
        now=lambda: NOW, visits=lambda: folder / "Документы" / "visitplanner"
    )


def nothing(_: Opened) -> None:
    """The window as it opens."""


def selected(scene: Opened) -> None:
    scene.desk.jump("session")


def conflict(scene: Opened) -> None:
    scene.desk.edit(lambda visit: move_item(visit, "session", at("2025-12-23T11:45")))
    scene.place.problems.walk(1)
    scene.place.problems.explanation.show_rule("T01")


def waiving(scene: Opened) -> None:
    scene.place.problems.walk(1)
    row = scene.place.problems.current_row
    assert row is not None
    row.ask_reason()


def lanes(mode: LaneMode) -> Callable[[Opened], None]:
    def show(scene: Opened) -> None:
        scene.desk.show_lanes(mode)
        scene.desk.jump("signing")

    return show


def dragging(scene: Opened) -> None:
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


def act(*names: str, item: str = "") -> Callable[[Opened], None]:
    """Commands as from the menu, with an item selected."""

    def trigger(scene: Opened) -> None:
        if item:
            scene.desk.jump(item)
        for name in names:
            scene.window.bars.actions[name].trigger()
            settle()

    return trigger


def closed(scene: Opened) -> None:
    scene.window.files.close_visit()


def read_only(scene: Opened) -> None:
    path = scene.desk.session.path
    scene.window.files.close_visit()
    path.chmod(0o444)
    scene.window.files.open_path(path)
    settle()
    path.chmod(0o644)


def preview(scene: Opened) -> None:
    """The working programme at the selected item, once it has come from its process."""
    scene.desk.jump("signing")
    scene.window.bars.actions["preview"].trigger()
    shown = scene.place.centre.preview
    shown.head.edition.setCurrentIndex(shown.head.edition.findData("working"))
    while not (shown.fresh and shown.view.complete) and not shown.trouble.text:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def crowd(mode: LaneMode) -> Callable[[Opened], None]:
    """The second day of a visit of 200 items, 60 people and three days, in place of the example."""

    def show(scene: Opened) -> None:
        folder = scene.desk.session.path.parent
        path = visit_file(folder, crowded_visit(items=200, people=60, days=3), "большой.visit")
        scene.window.files.open_path(path)
        settle()
        scene.desk.show_day(scene.desk.visit.about.ends)
        scene.desk.show_lanes(mode)
        settle()

    return show


def seating(scene: Opened) -> None:
    """The plan of the table at the talks."""
    from visitplanner.gui.seating.window import SeatingWindow

    scene.desk.jump("session")
    show_editor(scene.window, SeatingWindow)


def pasting(scene: Opened) -> None:
    """A letter with a list, on its way from the clipboard to people."""
    QApplication.clipboard().setText(LETTER)
    act("paste-list")(scene)


def replacing(scene: Opened) -> None:
    """Everywhere the head of the guests stands, before somebody takes his place."""
    from visitplanner.gui.people.replace import ReplaceWindow

    act("replace-participant")(scene)
    shown = scene.window.findChild(ReplaceWindow)
    assert shown is not None
    shown.ask("subbotin")
    shown.new.picked.emit("mitskevich")


def finding(scene: Opened) -> None:
    act("find")(scene)
    for field in scene.window.findChildren(QLineEdit):
        if field.hasFocus():
            field.setText("суб")


def comparing(item: str, person: str = "") -> Callable[[Opened], None]:
    """What twelve edits have changed since version 1, at one of the changes."""

    def show(scene: Opened) -> None:
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
            shown.filters.person.show_value(person)
            shown.filters.person.chosen.emit(person)

    return show


def sent(*names: str) -> Callable[[Opened], None]:
    """Commands on a visit with eight paper holders and eleven calendars, a change behind."""

    def show(scene: Opened) -> None:
        scene.window.files.open_path(written(scene.desk.session.path.parent))
        settle()
        act(*names)(scene)

    return show


def told_of(scene: Opened) -> None:
    """The problem that holders do not know of, and the button that leads to them."""
    sent("show-problems")(scene)
    row = next(r for r in scene.place.problems.rows.values() if r.problem.code == "O03")
    row.setFocus(Qt.FocusReason.OtherFocusReason)


def backed_up(scene: Opened) -> None:
    """Three backups; they go to the folder of the visit and not among the user's own."""
    path = scene.desk.session.path
    os.environ["XDG_DATA_HOME"] = str(path.parent)
    for _ in range(3):
        scene.desk.edit(lambda visit: move_item(visit, "session", at("2025-12-23T11:45")))
        scene.desk.session.undo()
        assert scene.window.safekeeping is not None
        scene.window.safekeeping.begin()
        scene.window.safekeeping.wait()
    act("backups")(scene)


def damaged(scene: Opened) -> None:
    """A file with a part of it gone, and what is offered."""
    path = scene.desk.session.path
    os.environ["XDG_DATA_HOME"] = str(path.parent)
    scene.window.files.close_visit()
    with closing(sqlite3.connect(path)) as link:
        link.execute("DELETE FROM entities WHERE id = 'session'")
        link.commit()
    scene.window.files.open_path(path)
    settle()


def restored(scene: Opened) -> None:
    """What came of it."""
    damaged(scene)
    scene.window.notices.findChildren(QPushButton)[0].click()


def versions(scene: Opened) -> None:
    freeze_versions(scene.desk.session)
    act("versions")(scene)


def approval_refused(scene: Opened) -> None:
    """An approval that errors forbid, with the way to each of them."""
    versions(scene)
    window = scene.window.findChild(VersionsWindow)
    assert window is not None
    window.freezing.show_status(VersionStatus.APPROVED)
    window.freeze()


def history(scene: Opened) -> None:
    """Every edit, and what the last one changed."""
    freeze_versions(scene.desk.session)
    act("history", item="laying")(scene)
    window = scene.window.findChild(HistoryWindow)
    assert window is not None
    window.table.setCurrentIndex(window.model.index(0, 0))


def version_printed(scene: Opened) -> None:
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


def crowded_table(scene: Opened) -> None:
    crowd(LaneMode.TRACK)(scene)
    act("table")(scene)
