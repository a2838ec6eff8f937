# SPDX-License-Identifier: MIT
"""The window of versions over a real file: freezing, approving, restoring, printing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from tests.gui.opening import click, press, settle, write
from tests.gui.people.hand import editor
from tests.opened import read
from visitplanner.domain import edits
from visitplanner.domain.record import VersionStatus
from visitplanner.domain.text import Text
from visitplanner.gui.comparison.window import ComparisonWindow
from visitplanner.gui.dialogs.author import AuthorDialog
from visitplanner.gui.versions.printing import PrintWindow
from visitplanner.gui.versions.window import VersionsWindow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opened, Opening

DRAFT, BEING_AGREED, AGREED, APPROVED, SUPERSEDED = VersionStatus


@pytest.fixture
def versions(shown: Opened) -> VersionsWindow:
    return editor(shown, VersionsWindow, "versions")


def retitle(shown: Opened, title: str) -> None:
    shown.desk.edit(lambda v: edits.set_item_title(v, "lunch", "ru", title))
    settle()


def clash(shown: Opened) -> None:
    """An edit that leaves errors behind."""
    shown.desk.edit(lambda v: edits.shift_items(v, ("lunch",), -60))
    settle()


def lines(window: VersionsWindow) -> list[list[str]]:
    found = [window.list.topLevelItem(n) for n in range(window.list.topLevelItemCount())]
    return [[line.text(c) for c in range(6)] for line in found if line is not None]


def navigator(shown: Opened, section: str) -> QTreeWidgetItem:
    tree = shown.place.navigator
    found = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return next(line for line in found if line is not None and line.text(0) == section)


def test_plan_is_frozen_with_a_remark_by_the_keyboard(
    shown: Opened, versions: VersionsWindow, path: Path
) -> None:
    assert versions.here.text() == "Проект редакции 1"
    write(versions.freezing.note, "отправлена в Витебск")
    press(versions.freezing.note, Qt.Key.Key_Return)
    settle()
    assert lines(versions) == [
        ["1", "Проект", lines(versions)[0][2], "Иванова", "отправлена в Витебск", ""]
    ]
    assert lines(versions)[0][2].startswith("01.12.2025 14.")
    (version,) = read(path).record.versions
    assert (version.note, version.status) == ("отправлена в Витебск", DRAFT)
    assert versions.freezing.note.text() == ""
    assert not versions.freezing.isEnabled()
    assert versions.here.text() == "Редакция 1 · Проект"
    assert shown.status.version.text() == "Редакция 1 · Проект"


def test_edit_starts_the_next_draft_and_undo_stands_on_the_version_again(
    shown: Opened, versions: VersionsWindow
) -> None:
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    assert shown.status.version.text() == "Редакция 1 · Утверждена"
    retitle(shown, "Рабочий обед")
    assert shown.status.version.text() == "проект редакции 2"
    assert versions.here.text() == "Проект редакции 2"
    assert versions.since.text().startswith("изменён после редакции 1 от 01.12.2025 14.")
    assert versions.freezing.button.text() == "Закрепить редакцию 2"
    shown.act("undo")
    assert shown.status.version.text() == "Редакция 1 · Утверждена"
    assert not versions.freezing.isEnabled()


def test_status_is_changed_on_the_way_to_the_approval(
    shown: Opened, versions: VersionsWindow, path: Path
) -> None:
    post, name = Text(ru="Губернатор"), Text(ru="В. Н. Анохин")
    shown.desk.edit(
        lambda v: edits.set_about(v, replace(v.about, approved_by_post=post, approved_by_name=name))
    )
    click(versions.freezing.button)
    assert not versions.settling.button.isEnabled()
    for status in (BEING_AGREED, AGREED):
        versions.settling.show_status(status)
        click(versions.settling.button)
        assert read(path).record.versions[0].status is status
    assert versions.settling.on.isHidden()
    versions.settling.show_status(APPROVED)
    assert not versions.settling.on.isHidden()
    click(versions.settling.button)
    (version,) = read(path).record.versions
    assert (version.status, version.approved_on) == (APPROVED, date(2025, 12, 1))
    assert versions.approval.text() == "01.12.2025, Губернатор В. Н. Анохин"
    assert lines(versions)[0][5] == "01.12.2025, Губернатор В. Н. Анохин"


def test_date_of_the_approval_is_set_right(versions: VersionsWindow, path: Path) -> None:
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    assert not versions.settling.button.isEnabled()
    versions.settling.show_day(date(2025, 11, 28))
    click(versions.settling.button)
    assert read(path).record.versions[0].approved_on == date(2025, 11, 28)
    assert versions.approval.text().startswith("28.11.2025")
    assert not versions.settling.button.isEnabled()


def test_second_approval_replaces_the_first_and_can_be_taken_back(
    shown: Opened, versions: VersionsWindow
) -> None:
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    retitle(shown, "Рабочий обед")
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    assert [line[1] for line in lines(versions)] == ["Утверждена", "Заменена"]
    versions.list.show_version(1)
    assert versions.settling.isHidden()
    versions.list.show_version(2)
    versions.settling.show_status(AGREED)
    click(versions.settling.button)
    assert [line[1] for line in lines(versions)] == ["Согласована", "Утверждена"]


def test_refused_approval_names_the_count_and_leads_to_the_errors(
    shown: Opened, versions: VersionsWindow, path: Path
) -> None:
    clash(shown)
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    box = versions.hindrances
    errors = [p for p in shown.desk.session.problems if p.live and p.severity == "error"]
    assert box.isVisible()
    assert len(errors) == 4
    assert box.text.text().startswith("Утвердить пока нельзя: остались 4 ошибки.")
    assert len(box.buttons) == len(errors)
    assert read(path).record.versions == ()
    assert QApplication.focusWidget() is box.buttons[0]
    press(box.buttons[0], Qt.Key.Key_Space)
    settle()
    row = shown.place.problems.current_row
    assert row is not None
    assert row.problem.key == errors[0].key
    shown.act("undo")
    click(versions.freezing.button)
    assert not box.isVisible()
    assert read(path).record.versions[0].status is APPROVED


def test_what_counts_only_at_approval_leads_to_its_item(
    shown: Opened, versions: VersionsWindow
) -> None:
    shown.desk.edit(lambda v: edits.set_item_field(v, "lunch", "responsible", None))
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    (button,) = versions.hindrances.buttons
    click(button)
    assert shown.desk.selection == ("lunch",)


def test_version_is_restored_as_an_edit_that_can_be_taken_back(
    shown: Opened, versions: VersionsWindow
) -> None:
    click(versions.freezing.button)
    frozen = shown.visit
    assert not versions.buttons["restore"].isEnabled()
    retitle(shown, "Рабочий обед")
    changed = shown.visit
    click(versions.buttons["restore"])
    assert shown.visit == frozen
    assert versions.notices.text == "План снова такой, как в редакции 1."
    assert shown.status.version.text() == "Редакция 1 · Проект"
    press(versions.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert shown.visit == changed


def test_navigator_lists_the_versions_and_opens_one(shown: Opened) -> None:
    shown.desk.session.freeze(BEING_AGREED)
    retitle(shown, "Рабочий обед")
    shown.desk.session.freeze(DRAFT)
    settle()
    section = navigator(shown, "Редакции")
    names = [section.child(n) for n in range(section.childCount())]
    assert [line.text(0) for line in names if line is not None] == [
        "Редакция 2 · Проект",
        "Редакция 1 · На согласовании",
    ]
    shown.place.navigator.itemActivated.emit(section.child(1), 0)
    settle()
    (window,) = [w for w in shown.window.findChildren(VersionsWindow) if w.isVisible()]
    assert window.list.version is not None
    assert window.list.version.number == 1


def test_status_bar_opens_the_versions(shown: Opened) -> None:
    assert shown.status.version.text() == "проект редакции 1"
    click(shown.status.version)
    assert [w for w in shown.window.findChildren(VersionsWindow) if w.isVisible()]


def test_version_is_shown_as_it_was_printed_then(shown: Opened, versions: VersionsWindow) -> None:
    versions.freezing.show_status(APPROVED)
    click(versions.freezing.button)
    frozen = shown.visit
    retitle(shown, "Рабочий обед")
    click(versions.buttons["print"])
    (window,) = [w for w in shown.window.findChildren(PrintWindow) if w.isVisible()]
    assert window.preview is not None
    task = window.preview.press.task
    assert task is not None
    assert task.visit == frozen
    assert window.windowTitle() == "Редакция 1 · Утверждена"
    assert task.record.edit == task.record.versions[-1].edit
    window.close()


def test_read_only_file_shows_its_versions_and_changes_none(
    shown: Opened, opened: Opening, path: Path
) -> None:
    shown.desk.session.freeze(AGREED)
    other = opened(path)
    assert not other.desk.writable
    window = editor(other, VersionsWindow, "versions")
    assert [line[:2] for line in lines(window)] == [["1", "Согласована"]]
    assert not window.freezing.isEnabled()
    assert not window.settling.isEnabled()
    assert not window.buttons["restore"].isEnabled()


def test_author_is_changed_and_signs_what_follows(shown: Opened, versions: VersionsWindow) -> None:
    shown.window.office.settings.author = ""
    click(versions.author)
    dialog = shown.dialog()
    assert isinstance(dialog, AuthorDialog)
    write(dialog.name, "Петрова  А. С. ")
    dialog.accept()
    settle()
    settings = shown.window.office.settings
    assert settings.author == "Петрова А. С."
    assert "Петрова А. С." in shown.window.office.settings_file.read_text("utf-8")


def test_signed_desk_names_the_new_author_everywhere(
    shown: Opened, versions: VersionsWindow, path: Path
) -> None:
    shown.desk.sign("Петрова А. С.")
    assert versions.author.text() == "Автор: Петрова А. С."
    retitle(shown, "Рабочий обед")
    click(versions.freezing.button)
    stored = read(path)
    assert stored.entries[-1].author == "Петрова А. С."
    assert stored.record.versions[0].author == "Петрова А. С."
    assert shown.desk.author == "Петрова А. С."


def test_versions_are_compared_with_each_other_and_with_the_plan(
    shown: Opened, versions: VersionsWindow
) -> None:
    click(versions.freezing.button)
    assert not versions.buttons["compare-now"].isEnabled()
    assert not versions.buttons["compare-before"].isEnabled()
    retitle(shown, "Рабочий обед")
    click(versions.freezing.button)
    assert versions.buttons["compare-before"].isEnabled()
    click(versions.buttons["compare-before"])
    (window,) = [w for w in shown.window.findChildren(ComparisonWindow) if w.isVisible()]
    assert window.was_title.text().startswith("Редакция 1")
    assert window.is_title.text().startswith("Редакция 2")
    retitle(shown, "Обед")
    click(versions.buttons["compare-now"])
    assert window.was_title.text().startswith("Редакция 2")
    assert "Редакция" not in window.is_title.text()
