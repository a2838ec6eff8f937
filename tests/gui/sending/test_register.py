# SPDX-License-Identifier: MIT
"""The register of copies, what is reprinted from it, and what every way out writes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, Opening, button, click, press, settle, type_text, write
from tests.handed_out import MOVE, PAPERS, written
from tests.opened import read
from visitplanner.domain.record import Channel
from visitplanner.gui.dialogs.export import ExportDialog
from visitplanner.gui.sending.register import RegisterWindow
from visitplanner.gui.sending.reprint import ReprintDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from visitplanner.domain.record import Publication


@pytest.fixture
def sent(opened: Opening, tmp_path: Path) -> Opened:
    """The Russian window on a visit with eight paper holders and eleven calendars."""
    return opened(written(tmp_path))


@pytest.fixture
def register(sent: Opened) -> RegisterWindow:
    sent.act("register")
    (found,) = [w for w in sent.window.findChildren(RegisterWindow) if w.isVisible()]
    return found


def kept(shown: Opened) -> tuple[Publication, ...]:
    """The register in the file."""
    return read(shown.desk.session.path).record.publications


def column(register: RegisterWindow, title: str) -> list[str]:
    """The cells under a heading, from top to bottom."""
    head, *rows = register.cells()
    return [row[head.index(title)] for row in rows]


def stand_at(register: RegisterWindow, row: int) -> None:
    """A click on a row."""
    place = register.view.visualRect(register.sorting.index(row, 1)).center()
    viewport = register.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()


def test_it_says_who_holds_what_and_whether_it_is_still_so(register: RegisterWindow) -> None:
    assert register.count.text() == "20 экземпляров"
    states = column(register, "Состояние")
    assert states[:8] == [*["Устарело"] * 5, "Действует", "Действует", "Изъят"]
    assert states[17:19] == ["Заменён новым", "Действует"]
    assert column(register, "№ экз.")[:8] == [p.copy_number for p in PAPERS]
    assert column(register, "Кому выдано")[5] == "Дежурный по зданию"
    assert column(register, "Редакция")[18] == "проект редакции 3"
    assert column(register, "Как")[8] == "Календарь, по ссылке"


def test_a_heading_sorts_and_the_table_goes_to_excel(register: RegisterWindow) -> None:
    place = register.view.horizontalHeader()
    at = place.sectionViewportPosition(1) + 20
    QTest.mouseClick(
        place.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(at, 8),
    )
    settle()
    names = column(register, "Кому выдано")
    assert names == sorted(names, key=str.casefold)
    click(button(register, "Скопировать таблицу"))
    lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
    assert len(lines) == 21
    assert lines[0].startswith("№ экз.\tКому выдано\tСостояние\tДокумент")
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_a_copy_is_added_by_hand_and_its_holder_typed(
    sent: Opened, register: RegisterWindow
) -> None:
    click(button(register, "Добавить экземпляр"))
    assert register.number.text() == "9"
    line = register.reader.lineEdit()
    assert line is not None
    assert line.hasFocus()
    type_text(line, "Приёмная")
    press(line, Qt.Key.Key_Return)
    fresh = kept(sent)[-1]
    assert (fresh.reader, fresh.copy_number, fresh.channel) == ("Приёмная", "9", Channel.PAPER)
    assert (fresh.version, fresh.edit, fresh.author) == (3, MOVE, "Иванова")
    write(line, "Кузнецов Павел Андреевич")
    press(line, Qt.Key.Key_Return)
    assert kept(sent)[-1].reader == _id(sent, "Кузнецов")


def test_a_copy_has_any_number(sent: Opened, register: RegisterWindow) -> None:
    stand_at(register, 0)
    write(register.number, "1а")
    press(register.number, Qt.Key.Key_Tab)
    assert kept(sent)[0].copy_number == "1а"


def test_the_edition_of_a_line_decides_what_is_news_for_its_holder(
    sent: Opened, register: RegisterWindow
) -> None:
    stand_at(register, 0)
    register.edition.setFocus()
    press(register.edition, Qt.Key.Key_Down)
    line = kept(sent)[0]
    assert (line.edition, line.audience.value) == ("working", "internal")


def test_an_older_version_can_be_chosen_for_a_line(sent: Opened, register: RegisterWindow) -> None:
    stand_at(register, 0)
    register.version.setFocus()
    press(register.version, Qt.Key.Key_Up)
    assert (kept(sent)[0].version, kept(sent)[0].edit) == (1, 1)
    assert column(register, "Состояние")[0] == "Действует"  # version 1 says what is so now


def test_a_copy_is_taken_back_and_given_again(sent: Opened, register: RegisterWindow) -> None:
    stand_at(register, 0)
    click(button(register, "Изъять"))
    assert column(register, "Состояние")[0] == "Изъят"
    assert kept(sent)[0].withdrawn is not None
    click(button(register.notices, "Отменить"))
    assert kept(sent)[0].withdrawn is None
    stand_at(register, 7)
    click(button(register, "Вернуть получателю"))
    assert column(register, "Состояние")[7] == "Устарело"


def finish(dialog: ExportDialog | ReprintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.running, timeout=60_000)
    settle()


def test_an_export_is_recorded_with_holder_channel_and_number(
    sent: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    sent.act("export")
    dialog = sent.dialog()
    assert isinstance(dialog, ExportDialog)
    dialog.papers["official", "excel"].setChecked(False)
    dialog.handing.reader.setEditText("Громова Наталья Андреевна")
    dialog.handing.channel.setFocus()
    press(dialog.handing.channel, Qt.Key.Key_End)
    assert dialog.handing.number.text() == "9"
    for n in range(dialog.readers.count()):
        if dialog.readers.item(n).text().startswith("Героев"):
            dialog.readers.item(n).setCheckState(Qt.CheckState.Checked)
    dialog.folder.setText(str(tmp_path / "выдано"))
    before = len(kept(sent))
    click(button(dialog, "Выгрузить"))
    finish(dialog, qtbot)
    fresh = kept(sent)[before:]
    assert [(p.reader, p.format, p.channel, p.copy_number) for p in fresh] == [
        ("gromova", "pdf", Channel.PAPER, "9"),
        ("gromova", "ical", Channel.FILE, ""),
        ("geroev", "ical", Channel.FILE, ""),
    ]
    assert {(p.edit, p.version, p.author) for p in fresh} == {(MOVE, 3, "Иванова")}


def test_exactly_the_outdated_copies_are_made_anew(
    sent: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    sent.act("reprint")
    dialog = sent.dialog()
    assert isinstance(dialog, ReprintDialog)
    assert dialog.number.text() == "11 экземпляров, 8 файлов"
    dialog.folder.setText(str(tmp_path / "заново"))
    before = kept(sent)
    click(button(dialog, "Сделать заново"))
    finish(dialog, qtbot)
    assert sorted(path.name for path in (tmp_path / "заново").iterdir()) == [
        "smolensk-vitebsk-anokhin.ics",
        "smolensk-vitebsk-gonchar.ics",
        "smolensk-vitebsk-guests.ics",
        "smolensk-vitebsk-hosts.ics",
        "smolensk-vitebsk-official.pdf",
        "smolensk-vitebsk-subbotin.ics",
        "smolensk-vitebsk-working_служебное.pdf",
        "smolensk-vitebsk_internal.ics",
    ]
    fresh = kept(sent)[len(before) :]
    assert [p.copy_number for p in fresh[:5]] == ["1", "2", "3", "4", "5"]
    assert {(p.edit, p.version) for p in fresh} == {(MOVE, 3)}
    assert {p.channel for p in fresh} == set(Channel)
    # Новиков was told of version 2 and holds version 1, which is right again: he alone is left.
    (row,) = [row for row in sent.rows if row.problem.code == "O03"]
    assert row.problem.people == ("novikov",)


def test_an_unticked_copy_is_left_as_it_is(sent: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    sent.act("reprint")
    dialog = sent.dialog()
    assert isinstance(dialog, ReprintDialog)
    for n in range(1, dialog.copies.count()):
        dialog.copies.item(n).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.number.text() == "1 экземпляр, 1 файл"
    dialog.folder.setText(str(tmp_path / "заново"))
    before = len(kept(sent))
    click(button(dialog, "Сделать заново"))
    finish(dialog, qtbot)
    assert len(kept(sent)) == before + 1


def _id(shown: Opened, surname: str) -> str:
    return next(p.id for p in shown.visit.people.values() if p.surname.ru == surname)
