# SPDX-License-Identifier: MIT
"""Visits as files: begun, opened, copied; read-only and locked ones; nothing is ever asked."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from tests.gui.opening import Opened, button, click, settle
from tests.opened import read, session_on
from visitplanner.gui.app import begin
from visitplanner.gui.settings import read_settings
from visitplanner.gui.welcome import RecentVisit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opening


def choose(shown: Opened, target: Path) -> None:
    """Answers the file dialog that is open."""
    dialog = shown.dialog()
    assert isinstance(dialog, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(target))
    settle()
    dialog.accept()
    settle()


def test_the_first_start_opens_a_copy_of_the_example(opened: Opening, tmp_path: Path) -> None:
    shown = opened(first_start=True)
    begin(shown.window, None)
    settle()
    path = tmp_path / "Documents" / "visitplanner" / "smolensk-vitebsk.visit"

    assert shown.desk.session.path == path
    assert "session" in read(path).visit.items
    assert not read_settings(shown.window.office.settings_file).first_start


def test_later_starts_show_the_welcome_page(opened: Opening) -> None:
    shown = opened()
    begin(shown.window, None)
    settle()

    assert shown.window.desk is None
    assert button(shown.window, "Новый визит").isVisible()
    assert shown.window.tools is None


def test_the_example_opens_from_the_welcome_page_and_is_the_same_the_second_time(
    opened: Opening,
) -> None:
    shown = opened()
    click(button(shown.window, "Открыть смоленский пример"))
    shown.desk.jump("press")
    shown.act("delete")
    shown.act("close-visit")
    click(button(shown.window, "Открыть смоленский пример"))

    assert "press" not in shown.visit.items
    assert shown.window.windowTitle().startswith("Визит делегации Витебской области")


def test_a_blank_visit_is_on_disk_at_once_and_asks_for_nothing(
    opened: Opening, tmp_path: Path
) -> None:
    shown = opened()
    shown.act("blank-visit")
    shown.act("blank-visit")
    folder = tmp_path / "Documents" / "visitplanner"

    assert sorted(path.name for path in folder.glob("*.visit")) == [
        "Новый визит 2.visit",
        "Новый визит.visit",
    ]
    assert str(shown.visit.about.starts) == "2025-12-01"
    assert read(folder / "Новый визит.visit").visit.uid != shown.visit.uid


def test_recent_visits_are_on_the_welcome_page_and_in_the_menu(opened: Opening, path: Path) -> None:
    shown = opened(path)
    shown.act("close-visit")
    recent = shown.window.findChildren(RecentVisit)
    welcomed = [one.accessibleName() for one in recent]
    menu = QMenu(shown.window)
    shown.window.files.fill_recent(menu)
    names = [entry.text() for entry in menu.actions()]
    click(recent[0])

    assert welcomed == ["пример"]
    assert names == ["пример"]
    assert shown.desk.session.path == path


def test_a_copy_is_saved_whole_with_its_history(shown: Opened, tmp_path: Path) -> None:
    shown.desk.jump("session")
    shown.act("later")
    shown.act("save-copy")
    target = tmp_path / "копия.visit"
    choose(shown, target)
    said = shown.window.notices.text
    click(button(shown.window.notices, "Открыть копию"))

    assert str(target) in said
    assert shown.desk.session.path == target
    assert shown.window.bars.actions["undo"].isEnabled()


def test_a_copy_never_replaces_a_file(shown: Opened, tmp_path: Path) -> None:
    target = tmp_path / "занято.visit"
    target.write_text("чужое", "utf-8")
    shown.act("save-copy")
    choose(shown, target)

    assert target.read_text("utf-8") == "чужое"
    assert str(target) in shown.window.notices.text


def test_a_file_is_opened_from_the_dialog(opened: Opening, path: Path) -> None:
    shown = opened()
    shown.act("open")
    choose(shown, path)

    assert shown.desk.session.path == path


def test_what_is_no_visit_is_refused_and_the_open_one_stays(shown: Opened, tmp_path: Path) -> None:
    other = tmp_path / "письмо.visit"
    other.write_text("здравствуйте", "utf-8")
    shown.window.files.open_path(other)
    settle()

    assert str(other) in shown.window.notices.text
    assert "session" in shown.visit.items
    assert other.read_text("utf-8") == "здравствуйте"


def test_a_read_only_file_says_why_and_offers_a_copy(
    opened: Opening, path: Path, tmp_path: Path
) -> None:
    path.chmod(0o444)
    shown = opened(path)
    shown.desk.jump("session")
    settle()
    why = shown.window.standing.text
    enabled = [
        name
        for name in ("delete", "later", "lock", "new-item", "undo")
        if shown.window.bars.actions[name].isEnabled()
    ]
    click(button(shown.window.standing, "Сохранить копию…"))
    choose(shown, tmp_path / "копия.visit")

    assert why == f"{path}: файл только для чтения, для правки нужна копия."
    assert enabled == []
    assert shown.desk.session.path == tmp_path / "копия.visit"
    assert shown.desk.writable
    assert shown.window.standing.text == ""


def test_a_file_somebody_edits_can_be_opened_anyway(opened: Opening, path: Path) -> None:
    with closing(session_on(path)):
        shown = opened(path)
        read_only = not shown.desk.writable
        why = shown.window.standing.text
        click(button(shown.window.standing, "Всё равно открыть"))

        assert read_only
        assert str(path) in why
        assert shown.desk.writable
        assert shown.window.standing.text == ""


def test_closing_the_window_lets_the_file_go(opened: Opening, path: Path) -> None:
    shown = opened(path)
    shown.window.close()
    with closing(session_on(path)) as session:
        assert session.writable


def test_saving_answers_with_the_time(shown: Opened) -> None:
    shown.act("save")

    assert shown.status.currentMessage() == "Всё сохранено, 14.02"
    assert shown.status.saved.text() == "Все изменения сохранены"
    assert shown.status.where.text() == "время московское · 23 декабря 2025 года"


def test_a_file_taken_away_is_told_and_nothing_changes(shown: Opened, path: Path) -> None:
    shown.desk.jump("session")
    before = shown.item("session")
    path.rename(path.with_suffix(".away"))  # somebody takes the file away
    shown.act("later")
    path.with_suffix(".away").rename(path)

    assert str(path) in shown.window.notices.text
    assert button(shown.window.notices, "Сохранить копию…").isVisible()
    assert shown.item("session") is before


def test_a_file_from_a_letter_opens_for_reading(
    opened: Opening, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Content.Outlook" / "X1"
    folder.mkdir(parents=True)
    attached = path.rename(folder / "пример.visit")
    shown = opened(attached)

    assert not shown.desk.writable
    assert shown.window.standing.text == (
        f"{attached}: временная папка, файл может исчезнуть; для правки нужна копия."
    )
    assert button(shown.window.standing, "Сохранить копию…").isVisible()
