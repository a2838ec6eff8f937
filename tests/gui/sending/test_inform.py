# SPDX-License-Identifier: MIT
"""Informing holders: the list, the words, ticks that stay, the problem that leads there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, Opening, button, click, press, settle
from tests.handed_out import MOVE, written
from tests.opened import read, session_on
from visitplanner.gui.sending.inform import InformWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem

GOLDEN = Path(__file__).parents[2] / "golden" / "told_laying.ru.txt"


@pytest.fixture
def sent(opened: Opening, tmp_path: Path) -> Opened:
    """The Russian window on a visit with eight paper holders and eleven calendars."""
    return opened(written(tmp_path))


def inform_window(shown: Opened) -> InformWindow:
    """The window of informing, opened by its command."""
    shown.act("inform")
    (found,) = [w for w in shown.window.findChildren(InformWindow) if w.isVisible()]
    return found


@pytest.fixture
def inform(sent: Opened) -> InformWindow:
    return inform_window(sent)


def listed(inform: InformWindow) -> list[str]:
    """The first line of every entry of the list, headings among them."""
    items = (inform.people.item(n) for n in range(inform.people.count()))
    return [item.text().split("\n")[0] for item in items]


def line(inform: InformWindow, name: str) -> QListWidgetItem:
    """The entry of somebody."""
    for n in range(inform.people.count()):
        if inform.people.item(n).text().startswith(name):
            return inform.people.item(n)
    raise LookupError(name)


def tick_with_mouse(inform: InformWindow, name: str) -> None:
    """A click into the box of somebody."""
    place = inform.people.visualItemRect(line(inform, name))
    at = place.topLeft()
    at.setX(place.left() + 12)
    at.setY(place.center().y())
    QTest.mouseClick(
        inform.people.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at,
    )
    settle()


def test_the_list_is_the_one_written_by_hand(inform: InformWindow) -> None:
    golden = GOLDEN.read_text(encoding="utf-8").split("\n\n")[1].split("\n")[1:]
    wanted = [row.split(" – ") for row in golden if not row.startswith(" ")]
    parts = [name for name, how in wanted if how == "участвует"]
    sees = [name for name, how in wanted if how == "видит в общей программе"]
    assert listed(inform) == [
        *("Участвуют: 6", *parts),
        *("Видят в общей программе: 2", *sees),
        *("Оповещены: 1", "Гончар Ольга Петровна"),
    ]
    assert inform.summary.text() == "Оповестить 8 получателей"


def test_each_sees_what_he_holds_what_changed_and_a_text_to_send(inform: InformWindow) -> None:
    inform.people.setCurrentItem(line(inform, "Субботин"))
    assert inform.page.post.text() == "председатель Витебского областного исполнительного комитета"
    assert inform.page.copies.text().split("\n") == [
        "• Официальная программа, экз. № 2, редакция 2 от 18.12",
        "• Официальная программа, календарь файлом, редакция 2 от 18.12",
    ]
    assert inform.page.changes.text().split("\n") == [
        "• 11.20–11.40 Возложение цветов к Вечному огню",
        "    Время: 11.00–11.20 → 11.20–11.40 (на 20\N{NO-BREAK SPACE}мин позже)",
    ]
    text = inform.page.text.toPlainText()
    assert text.startswith("Уважаемый Александр Михайлович!\n\nСообщаем об изменениях в программе")
    assert "экз. № 2" in text
    assert "просим загрузить новый файл" in text
    assert text.endswith("С уважением,\nслужба протокола")


def test_a_woman_a_delegation_and_a_name_that_was_typed_are_addressed(
    inform: InformWindow,
) -> None:
    inform.people.setCurrentItem(line(inform, "Морозова"))
    assert inform.page.text.toPlainText().startswith("Уважаемая Елена Викторовна!")
    inform.people.setCurrentItem(line(inform, "Делегация Витебской"))
    assert inform.page.text.toPlainText().startswith("Уважаемые коллеги!")


def test_the_text_can_be_had_in_english_and_goes_to_the_clipboard(inform: InformWindow) -> None:
    inform.people.setCurrentItem(line(inform, "Анохин"))
    inform.page.language.setFocus()
    press(inform.page.language, Qt.Key.Key_Down)
    assert inform.page.text.toPlainText().startswith("Dear Mr Anokhin,")
    press(
        inform.people,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QGuiApplication.clipboard().text() == inform.page.text.toPlainText()
    assert inform.notices.text == "Текст скопирован."


def test_a_tick_is_kept_with_who_and_when_and_the_next_one_comes(
    sent: Opened, inform: InformWindow
) -> None:
    tick_with_mouse(inform, "Анохин")
    assert "Участвуют: 5" in listed(inform)
    told = line(inform, "Анохин").text().split("\n")[1]
    assert told == "Оповещён(а): Иванова, 01.12.2025\N{NO-BREAK SPACE}14.00"
    assert inform.people.currentItem().text().startswith("Субботин")
    last = read(sent.desk.session.path).record.informed[-1]
    assert (last.reader, last.edit, last.author) == ("anokhin", MOVE, "Иванова")


def test_a_tick_taken_away_is_gone_from_the_file(sent: Opened, inform: InformWindow) -> None:
    before = read(sent.desk.session.path).record.informed
    tick_with_mouse(inform, "Анохин")
    click(button(inform.notices, "Отменить"))
    assert "Участвуют: 6" in listed(inform)
    assert read(sent.desk.session.path).record.informed == before
    tick_with_mouse(inform, "Анохин")
    tick_with_mouse(inform, "Анохин")
    assert read(sent.desk.session.path).record.informed == before


def test_by_keyboard_alone_everybody_is_told(sent: Opened, inform: InformWindow) -> None:
    assert inform.people.hasFocus()
    for _ in range(8):
        press(inform.people, Qt.Key.Key_Space)
    assert inform.summary.text() == "Оповещены все"
    assert "O03" not in {row.problem.code for row in sent.rows}
    assert sent.desk.session.undo_message is not None  # ticks are no edits: undo is the move
    sent.act("undo")
    sent.act("redo")
    assert len(read(sent.desk.session.path).record.informed) == 2 + 8


def test_the_problem_leads_to_the_window(sent: Opened) -> None:
    sent.act("show-problems")
    (row,) = [row for row in sent.rows if row.problem.code == "O03"]
    assert row.sentence.text() == (
        "8 получателей не оповещены об изменении в программе: «Возложение цветов к Вечному огню»"
    )
    click(row)
    click(button(row, "Оповестить…"))
    assert [w for w in sent.window.findChildren(InformWindow) if w.isVisible()]


def test_another_edit_is_news_for_those_told_before(sent: Opened, inform: InformWindow) -> None:
    assert "Оповещены: 1" in listed(inform)
    sent.desk.jump("laying")
    sent.act("later")
    assert "Участвуют: 9" in listed(inform)  # Гончар, Героев and Фёдоров as well
    assert "Оповещены: 1" not in listed(inform)
    sent.act("undo")
    assert "Участвуют: 6" in listed(inform)


def test_it_follows_the_language_of_the_window(sent: Opened, inform: InformWindow) -> None:
    sent.act("language-en")
    assert inform.windowTitle() == "Inform of changes"
    assert listed(inform)[0] == "Take part: 6"


def test_read_only_it_shows_and_ticks_nothing(opened: Opening, tmp_path: Path) -> None:
    path = written(tmp_path)
    with closing(session_on(path)):  # somebody else works on it
        shown = opened(path)
        assert not shown.desk.writable
        inform = inform_window(shown)
        assert inform.summary.text() == "Оповестить 8 получателей"
        assert not line(inform, "Анохин").flags() & Qt.ItemFlag.ItemIsUserCheckable
