# SPDX-License-Identifier: MIT
"""The export dialog names the files, writes them all or none, and can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.factory import example, having
from tests.gui.opening import Opened, button, click, press, settle
from tests.opened import visit_file
from visitplanner.domain.text import Text
from visitplanner.gui.dialogs.export import ExportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opening


@pytest.fixture
def dialog(shown: Opened) -> ExportDialog:
    shown.act("export")
    found = shown.dialog()
    assert isinstance(found, ExportDialog)
    return found


def listed(dialog: ExportDialog) -> list[str]:
    return [dialog.files.item(n).text() for n in range(dialog.files.count())]


def finish(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.running, timeout=30_000)
    settle()


def test_the_files_are_named_before(dialog: ExportDialog) -> None:
    dialog.papers["working", "pdf"].setChecked(True)
    for n in range(dialog.readers.count()):
        line = dialog.readers.item(n)
        if line.text() == "Субботин А. М.".replace(" ", "\N{NO-BREAK SPACE}"):
            line.setCheckState(Qt.CheckState.Checked)

    assert listed(dialog) == [
        "smolensk-vitebsk-official.pdf",
        "smolensk-vitebsk.ics",
        "smolensk-vitebsk-subbotin.ics",
        "smolensk-vitebsk-official.xlsx",
        "smolensk-vitebsk-working_служебное.pdf",
    ]


def test_everything_is_written_and_the_folder_offered(
    shown: Opened, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Документы для печати"
    dialog.folder.setText(str(folder))
    click(button(dialog, "Выгрузить"))
    finish(dialog, qtbot)

    assert sorted(path.name for path in folder.iterdir()) == [
        "smolensk-vitebsk-official.pdf",
        "smolensk-vitebsk-official.xlsx",
        "smolensk-vitebsk.ics",
    ]
    assert (folder / "smolensk-vitebsk-official.pdf").read_bytes().startswith(b"%PDF")
    assert shown.window.notices.text == f"Записано 3 файла: {folder}"
    assert button(shown.window.notices, "Открыть папку").isVisible()
    assert [d for d in shown.window.findChildren(ExportDialog) if d.isVisible()] == []


def test_files_already_there_are_replaced_and_that_is_said(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    old = tmp_path / "smolensk-vitebsk.ics"
    old.write_text("старое", "utf-8")
    dialog.folder.setText(str(tmp_path))
    before = listed(dialog)
    click(button(dialog, "Выгрузить"))
    finish(dialog, qtbot)

    assert before[1] == "smolensk-vitebsk.ics   (заменит имеющийся файл)"
    assert old.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_stopped_it_writes_nothing(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "новая"
    dialog.folder.setText(str(folder))
    click(button(dialog, "Выгрузить"))
    click(button(dialog, "Остановить"))
    finish(dialog, qtbot)

    assert not folder.exists()
    assert dialog.message.text() == "Остановлено: ничего не записано."
    assert button(dialog, "Выгрузить").isEnabled()


@pytest.mark.parametrize("way", ["stop", "escape", "close"])
def test_however_it_is_stopped_files_already_there_stay_as_they_were_and_nothing_half_is_left(
    shown: Opened, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, way: str
) -> None:
    folder = tmp_path / "папка"
    folder.mkdir()
    old = folder / "smolensk-vitebsk-official.pdf"
    old.write_bytes(b"old")
    dialog.folder.setText(str(folder))
    for box in dialog.papers.values():
        box.setChecked(True)
    click(button(dialog, "Выгрузить"))
    assert dialog.progress.isVisible()
    assert dialog.progress.maximum() == len(dialog.orders())
    if way == "stop":
        click(button(dialog, "Остановить"))
    elif way == "escape":
        press(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    if way != "close":
        finish(dialog, qtbot)
    settle()

    assert [path.name for path in folder.iterdir()] == [old.name]
    assert old.read_bytes() == b"old"
    assert not shown.window.notices.isVisible()


def test_what_only_the_print_shows_stands_in_the_result_with_its_file(
    opened: Opening, tmp_path: Path, qtbot: QtBot
) -> None:
    visit = example()
    long = replace(visit.items["farewell"], title=Text(ru="Щ" * 90))
    shown = opened(visit_file(tmp_path, having(visit, items=(long,))))
    shown.act("export")
    dialog = shown.dialog()
    assert isinstance(dialog, ExportDialog)
    folder = tmp_path / "папка"
    dialog.folder.setText(str(folder))

    click(button(dialog, "Выгрузить"))
    finish(dialog, qtbot)

    lines = dialog.message.text().split("\n")
    assert dialog.message.isVisible()
    assert lines[0] == "Записано 3 файла. Проверить в печати:"
    assert lines[1].startswith("smolensk-vitebsk-official.pdf: Слово «ЩЩЩ")
    assert len(list(folder.iterdir())) == 3
    assert shown.window.notices.text == f"Записано 3 файла: {folder}"


def test_a_folder_that_cannot_be_written_is_refused_inside_the_dialog(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "нет" / "такой"
    dialog.folder.setText(str(folder))
    click(button(dialog, "Выгрузить"))
    finish(dialog, qtbot)

    assert dialog.isVisible()
    assert str(folder) in dialog.message.text()
    assert not (tmp_path / "нет").exists()


def test_without_a_paper_there_is_nothing_to_do(dialog: ExportDialog) -> None:
    for box in dialog.papers.values():
        box.setChecked(False)

    assert listed(dialog) == []
    assert not button(dialog, "Выгрузить").isEnabled()
    assert "Файлов нет" in {label.text() for label in dialog.findChildren(QLabel)}


def test_the_keyboard_alone_exports(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.folder.setText(str(tmp_path / "папка"))
    default = [b.text() for b in dialog.findChildren(QPushButton) if b.isDefault()]
    press(dialog, Qt.Key.Key_Return)
    finish(dialog, qtbot)

    assert default == ["Выгрузить"]
    assert (tmp_path / "папка").is_dir()
