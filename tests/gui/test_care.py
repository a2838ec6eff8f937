# SPDX-License-Identifier: MIT
"""Damaged files offered for restoring, backups listed and taken out, a visit erased everywhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from tests.gui.opening import Opened, Opening, button, click, settle
from tests.opened import dumped, hashes, read, session_on
from visitplanner import paths
from visitplanner.domain import edits
from visitplanner.gui import safekeeping
from visitplanner.gui.dialogs.backups import Backups
from visitplanner.gui.dialogs.erasing import Erasing
from visitplanner.gui.settings import read_settings
from visitplanner.store import care

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE entities SET json = zeroblob(9) WHERE id = 'session'")
        link.commit()


def backed_up(shown: Opened) -> None:
    """What the timer would do by and by."""
    keeper = shown.window.safekeeping
    assert keeper is not None
    keeper.begin()
    keeper.wait()


def shift(shown: Opened) -> None:
    shown.desk.session.edit(lambda v: edits.shift_items(v, ("session",), 5))
    settle()


def test_damaged_file_is_restored_from_the_notice(opened: Opening, path: Path) -> None:
    right = dumped(read(path))
    spoil(path)
    shown = opened(path)
    assert shown.window.desk is None
    assert "файл повреждён или скопирован не полностью" in shown.window.notices.text
    click(button(shown.window.notices, "Восстановить"))

    assert shown.desk.session.path == path
    assert shown.desk.writable
    assert shown.window.notices.text == (
        f"{path}: файл восстановлен полностью, ни одна правка не утрачена."
        f" Повреждённый файл сохранён: {path.with_name('пример.damaged.visit')}."
    )
    assert dumped(read(path)) == right


def test_file_beyond_repair_offers_its_backups(opened: Opening, path: Path) -> None:
    care.keep(path, care.Moment.OPENED)
    path.unlink()
    shown = opened(path)
    assert "такого файла нет" in shown.window.notices.text
    click(button(shown.window.notices, "Резервные копии…"))
    dialog = shown.dialog()
    assert isinstance(dialog, Backups)
    assert dialog.list.topLevelItemCount() == 1


def test_what_was_never_a_visit_offers_nothing(opened: Opening, tmp_path: Path) -> None:
    letter = tmp_path / "письмо.visit"
    letter.write_text("Уважаемые коллеги!")
    shown = opened(letter)
    assert "это не файл визита" in shown.window.notices.text
    assert shown.window.notices.findChildren(QPushButton) == []


def test_backups_are_made_while_working(
    shown: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(shown)
    assert [kept.moment for kept in care.of_file(path)] == [care.Moment.OPENED]
    monkeypatch.setattr(safekeeping, "MOST_EDITS", 3)
    for _ in range(3):
        shift(shown)
    assert shown.window.safekeeping is not None
    shown.window.safekeeping.wait()
    kept = care.of_file(path)
    assert [(one.moment, one.last) for one in kept] == [("working", 3), ("opened", 0)]


def test_reader_makes_no_backups(opened: Opening, path: Path) -> None:
    path.chmod(0o444)
    shown = opened(path)
    assert not shown.desk.writable
    shown.window.close()
    assert care.every() == ()


def test_backup_that_finds_no_room_disturbs_nobody(
    shown: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    paths.backups_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.backups_folder().touch()
    backed_up(shown)
    shift(shown)
    assert shown.window.notices.text == ""
    (line,) = caplog.records
    assert line.getMessage().startswith("no backup made: ")
    assert "пример" not in line.getMessage()
    caplog.clear()


def test_backups_are_listed_and_one_becomes_a_new_file(
    shown: Opened, path: Path, tmp_path: Path
) -> None:
    backed_up(shown)
    before = dumped(read(path))
    shift(shown)
    backed_up(shown)
    shown.act("backups")
    dialog = shown.dialog()
    assert isinstance(dialog, Backups)
    rows = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    assert [(row.text(1), row.text(2), row.text(4)) for row in rows if row] == [
        ("во время работы", "1", "пример.visit"),
        ("при открытии", "0", "пример.visit"),
    ]
    assert rows[1] is not None
    dialog.list.setCurrentItem(rows[1])
    click(button(dialog, "Восстановить в новый файл…"))
    asked = next(found for found in dialog.findChildren(QFileDialog) if found.isVisible())
    name = asked.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    assert name.text() == "пример – восстановлен.visit"
    name.setText(str(tmp_path / "раньше.visit"))
    settle()
    asked.accept()
    settle()

    assert shown.desk.session.path == tmp_path / "раньше.visit"
    assert dumped(read(tmp_path / "раньше.visit")) == before


def test_visit_is_erased_everywhere_after_a_tick(shown: Opened, path: Path) -> None:
    backed_up(shown)
    shift(shown)
    shown.act("erase-visit")
    dialog = shown.dialog()
    assert isinstance(dialog, Erasing)
    files = hashes(path.parent)
    assert not dialog.erased.isEnabled()
    assert dialog.traces.item(0).text() == str(path)
    assert dialog.traces.count() > 1
    dialog.reject()
    settle()
    assert hashes(path.parent) == files

    shown.act("erase-visit")
    dialog = shown.dialog()
    assert isinstance(dialog, Erasing)
    dialog.sure.click()
    click(dialog.erased)

    assert shown.window.desk is None
    assert shown.window.notices.text == "Визит удалён отовсюду: пример"
    assert not path.exists()
    assert care.every() == ()
    assert read_settings(shown.window.office.settings_file).recent == []


def test_menu_says_where_undo_stops(opened: Opening, path: Path) -> None:
    """The log is lost; what is left of the file begins with the state it was restored to."""
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.shift_items(v, ("session",), 5))
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE edits SET patch = zeroblob(9)")
        link.commit()
    care.restore(path)
    shown = opened(path)
    undo = shown.window.bars.actions["undo"]
    assert not undo.isEnabled()
    assert undo.text() == "Отменить: раньше истории в этом файле нет"
    shift(shown)
    shown.act("undo")
    assert not undo.isEnabled()
    assert undo.text() == "Отменить: раньше истории в этом файле нет"
