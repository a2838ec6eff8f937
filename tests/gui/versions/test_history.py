# SPDX-License-Identifier: MIT
"""The window of the history: every edit in its place, what it changed, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from tests.factory import clock
from tests.gui.opening import click, press, settle, write
from tests.gui.people.hand import editor
from tests.opened import session_on
from visitplanner.domain import edits
from visitplanner.domain.record import VersionStatus
from visitplanner.gui.history.model import AUTHOR, CHANGE, PORTION, WHEN
from visitplanner.gui.history.window import HistoryWindow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opened, Opening


@pytest.fixture
def edited(shown: Opened) -> Opened:
    """The example after a move, a new title, an undo and a version between."""
    shown.desk.edit(lambda v: edits.move_item(v, "farewell", clock("16:55")))
    shown.desk.session.freeze(VersionStatus.AGREED, "после совещания")
    shown.desk.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Рабочий обед"))
    shown.desk.edit(lambda v: edits.set_fixed(v, "signing", fixed=False))
    shown.act("undo")
    return shown


@pytest.fixture
def history(edited: Opened) -> HistoryWindow:
    return editor(edited, HistoryWindow, "history")


def column(window: HistoryWindow, number: int) -> list[str]:
    model = window.model
    return [str(model.index(n, number).data()) for n in range(model.rowCount())]


def told(window: HistoryWindow) -> list[str]:
    return [label.text() for label in window.details.lines.findChildren(QLabel)]


def titled(title: str) -> edits.Edit:
    return lambda visit: edits.set_item_title(visit, "lunch", "ru", title)


def choose(window: HistoryWindow, row: int) -> None:
    window.table.setCurrentIndex(window.model.index(row, CHANGE))
    settle()


def test_edits_stand_newest_first_with_versions_between(history: HistoryWindow) -> None:
    names = column(history, CHANGE)
    assert names[0].startswith("Отменено: ")
    assert names[2].startswith("Переименование «Обед")
    assert names[3] == "Редакция 1 · Согласована: после совещания"
    assert names[4] == "Перенос «Проводы делегации»"
    assert len(names) == 5
    assert set(column(history, AUTHOR)) == {"Иванова"}
    assert all(when.startswith("01.12.2025 14.") for when in column(history, WHEN))


def test_model_keeps_qts_rules(edited: Opened, history: HistoryWindow) -> None:
    tester = QAbstractItemModelTester(
        history.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    edited.desk.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Обед"))
    history.search.setText("обед")
    settle()
    assert tester.model() is history.model


def test_edit_says_what_was_and_what_is(history: HistoryWindow) -> None:
    choose(history, 4)
    text = "\n".join(told(history))
    assert "Проводы делегации" in text
    assert "16.50–17.05 → 16.55–17.10" in text
    assert history.details.name.text() == "Перенос «Проводы делегации»"
    assert history.details.who.text().endswith("Иванова")


def test_arrows_walk_through_the_edits(history: HistoryWindow) -> None:
    choose(history, 0)
    press(history.table, Qt.Key.Key_Down)
    press(history.table, Qt.Key.Key_Down)
    assert history.details.name.text().startswith("Переименование")


def test_version_between_shows_its_remark(history: HistoryWindow) -> None:
    choose(history, 3)
    assert told(history) == ["после совещания"]
    assert history.details.before.isHidden()
    assert history.details.compare.isHidden()


def test_item_is_restored_as_it_was_before_an_edit(edited: Opened, history: HistoryWindow) -> None:
    choose(history, 4)
    assert not history.details.then.isEnabled()
    click(history.details.before)
    assert edited.item("farewell").start == clock("16:50")
    assert edited.item("lunch").title.ru == "Рабочий обед"
    assert column(history, CHANGE)[0] == "Возврат прежнего пункта «Проводы делегации»"
    assert history.number == 1
    assert history.notices.text == "Пункт снова такой, каким был."
    assert history.details.then.isEnabled()
    press(history.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert edited.item("farewell").start == clock("16:55")


def test_deleted_item_comes_back_from_its_last_edit(edited: Opened, history: HistoryWindow) -> None:
    edited.desk.edit(lambda v: edits.remove_item(v, "farewell"))
    settle()
    choose(history, 0)
    assert any("Проводы делегации" in text for text in told(history))
    assert not history.details.then.isEnabled()
    click(history.details.before)
    assert edited.item("farewell").start == clock("16:55")


def test_only_the_edits_of_the_selected_item(edited: Opened, history: HistoryWindow) -> None:
    edited.desk.select(())
    assert not history.only.isEnabled()
    edited.desk.jump("lunch")
    assert history.only.text().startswith("Только «Рабочий обед»")
    press(history.only, Qt.Key.Key_Space)
    assert len(column(history, CHANGE)) == 1
    edited.desk.jump("welcome")
    assert history.only.text().startswith("Только «Рабочий обед»")
    press(history.only, Qt.Key.Key_Space)
    assert len(column(history, CHANGE)) == 5
    assert "Рабочий обед" not in history.only.text()


def test_search_finds_words_of_edits(history: HistoryWindow) -> None:
    write(history.search, "ПРОВОДЫ")
    history.search.returnPressed.emit()
    history._narrow()
    settle()
    assert column(history, CHANGE) == ["Перенос «Проводы делегации»"]
    history.search.setText("такого нет")
    history._narrow()
    settle()
    assert column(history, CHANGE) == []
    assert history.empty.text() == "Таких правок нет."
    assert history.empty.isVisible()


def test_new_edit_comes_on_top_and_the_chosen_line_stays(
    edited: Opened, history: HistoryWindow
) -> None:
    choose(history, 4)
    edited.desk.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Обед"))
    settle()
    assert column(history, CHANGE)[0].startswith("Переименование «Рабочий обед»")
    assert history.details.name.text() == "Перенос «Проводы делегации»"


def test_long_history_is_read_in_portions(opened: Opening, path: Path) -> None:
    session = session_on(path)
    for number in range(PORTION * 2 + 30):
        session.edit(titled(f"Обед {number}"))
    session.close()
    window = editor(opened(path), HistoryWindow, "history")
    model = window.model
    assert model.rowCount() >= PORTION
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == PORTION * 2 + 30
    window.show_number(1)
    assert window.number == 1
    assert any("Обед 0" in text for text in told(window))


def test_history_of_a_new_file_is_empty(shown: Opened) -> None:
    window = editor(shown, HistoryWindow, "history")
    assert window.model.rowCount() == 0
    assert window.empty.text() == "Правок пока нет."
    assert window.details.before.isHidden()
