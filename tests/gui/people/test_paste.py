# SPDX-License-Identifier: MIT
"""A pasted letter in the real window: read at once, corrected in place, taken by a key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.factory import UID, example
from tests.gui.opening import press, settle, write
from tests.gui.people.hand import editor
from tests.imports.letters import letter
from tests.opened import read, visit_file
from visitplanner.domain.people import Side
from visitplanner.domain.visit import memberships_of
from visitplanner.gui.people.paste import PasteWindow
from visitplanner.gui.people.proposals import LEVEL, POST, SURNAME, TAKE
from visitplanner.gui.people.window import PeopleWindow
from visitplanner.samples import template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opened, Opening
    from visitplanner.gui.people.list_box import ListBox


@pytest.fixture
def blank(tmp_path: Path, opened: Opening) -> Opened:
    """The window on a blank visit, with a letter of two lists of nine on the clipboard."""
    QApplication.clipboard().setText(letter(example()))
    visit = template("blank", uid=UID, day=date(2026, 3, 2))
    return opened(visit_file(tmp_path, visit, "новый.visit"))


def correct(box: ListBox, row: int, column: int, text: str) -> None:
    """Opens a cell by F2, types over it and presses Enter."""
    box.table.setFocus()
    box.table.setCurrentIndex(box.model.index(row, column))
    press(box.table, Qt.Key.Key_F2)
    (field,) = box.table.viewport().findChildren(QLineEdit)
    write(field, text)
    press(field, Qt.Key.Key_Return)


def test_two_lists_of_nine_are_taken_by_two_keys(blank: Opened) -> None:
    press(
        blank.window,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    (window,) = blank.window.findChildren(PasteWindow)
    assert window.focusWidget() is window.take
    assert window.take.text() == "Внести 18 человек"

    press(window.take, Qt.Key.Key_Space)

    visit = read(blank.desk.session.path).visit
    for side, head, party in (
        (Side.GUEST, "subbotin", "Витебская область"),
        (Side.HOST, "anokhin", "Смоленская область"),
    ):
        (delegation,) = (d for d in visit.delegations.values() if d.side is side)
        assert delegation.head == head
        assert visit.parties[delegation.party].name.ru == party
        assert [m.rank for m in memberships_of(visit, delegation.id)] == list(range(1, 10))
    assert visit.memberships[memberships_of(visit, "guests")[0].id].counterpart == "anokhin"
    (people,) = blank.window.findChildren(PeopleWindow)
    assert people.tabs.currentWidget() is people.delegations
    assert "18 человек" in people.notices.text
    people.undo()
    assert blank.visit.people == {}


def test_enter_takes_as_well(blank: Opened) -> None:
    window = editor(blank, PasteWindow, "paste-list")

    press(window.take, Qt.Key.Key_Return)

    assert len(blank.visit.people) == 18


def test_proposals_are_corrected_before_they_are_taken(blank: Opened) -> None:
    window = editor(blank, PasteWindow, "paste-list")
    hosts = window.boxes[1].model

    correct(window.boxes[0], 5, SURNAME, "Герасимов")
    correct(window.boxes[0], 1, POST, "врио начальника управления")
    correct(window.boxes[0], 2, LEVEL, "5")
    correct(window.boxes[0], 2, LEVEL, "11")  # there is no such level
    tick = window.boxes[1].table
    tick.setCurrentIndex(hosts.index(8, TAKE))
    tick.setFocus()
    press(tick, Qt.Key.Key_Space)
    assert window.take.text() == "Внести 17 человек"
    press(window.take, Qt.Key.Key_Return)

    visit = blank.visit
    assert "Герасимов" in {p.surname.ru for p in visit.people.values()}
    assert "Фёдоров" not in {p.surname.ru for p in visit.people.values()}
    members = memberships_of(visit, "guests")
    acting, third = (visit.posts[members[n].post or ""] for n in (1, 2))
    assert (acting.title.ru, acting.acting.value) == ("начальник управления", "vrio")
    assert third.level == 5


def test_a_list_goes_where_it_is_sent(shown: Opened) -> None:
    QApplication.clipboard().setText("Делегация Брянской области:\n1. Ким Ян Петрович – ректор")
    window = editor(shown, PasteWindow, "paste-list")
    (box,) = window.boxes

    box.target.setCurrentIndex(box.target.findData("new guests"))
    box.target.activated.emit(box.target.currentIndex())
    write(box.party, "Брянская область")
    press(window.take, Qt.Key.Key_Return)

    (delegation,) = (
        d for d in shown.visit.delegations.values() if d.id not in example().delegations
    )
    assert delegation.head == "kim"
    assert shown.visit.parties[delegation.party].name.ru == "Брянская область"


def test_a_letter_can_be_typed_and_mended(shown: Opened) -> None:
    QApplication.clipboard().setText("ничего похожего")
    window = editor(shown, PasteWindow, "paste-list")
    assert not window.take.isEnabled()
    assert window.count.text().startswith("Имена не найдены")

    window.letter.setPlainText("Ли Сун – эксперт")
    window.read()

    assert window.take.text() == "Внести 1 человека"
    assert window.count.text() == "Проверить 1 строку."
    (box,) = window.boxes
    assert box.model.doubts(0) == ["Какое слово – фамилия?"]


def test_a_table_of_word_is_read_from_the_clipboard(shown: Opened) -> None:
    data = QMimeData()
    data.setText("Ким Ян Петрович ректор")
    data.setHtml(
        "<table><tr><td>№</td><td>ФИО</td><td>Должность</td></tr>"
        "<tr><td>1</td><td>Ким<br>Ян Петрович</td><td>ректор</td></tr></table>"
    )
    QApplication.clipboard().setMimeData(data)

    window = editor(shown, PasteWindow, "paste-list")

    (box,) = window.boxes
    (kim,) = box.model.people
    assert (kim.name.surname, kim.name.patronymic, kim.post) == ("Ким", "Петрович", "ректор")


def test_people_met_again_are_marked(shown: Opened) -> None:
    QApplication.clipboard().setText(letter(example()))
    window = editor(shown, PasteWindow, "paste-list")

    assert all(box.model.doubts(0) for box in window.boxes)
    before = shown.visit.people
    press(window.take, Qt.Key.Key_Return)
    assert shown.visit.people == before


def test_the_model_keeps_the_rules_of_models(blank: Opened) -> None:
    window = editor(blank, PasteWindow, "paste-list")
    model = window.boxes[0].model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.setData(model.index(0, POST), "ректор")
    settle()
    assert tester.model() is model
