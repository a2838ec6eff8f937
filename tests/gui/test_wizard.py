# SPDX-License-Identifier: MIT
"""A visit planned from nothing: by keyboard alone, by mouse alone, and counted to the print."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.factory import example
from tests.gui.hand import Hand
from tests.gui.opening import Opened, button, press, settle, write
from tests.imports.letters import letter
from tests.opened import read
from visitplanner.domain.kinds import Kind
from visitplanner.domain.period import at, on
from visitplanner.domain.visit import memberships_of
from visitplanner.gui.wizard.dialog import Wizard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opening
    from visitplanner.domain.visit import Visit

EIGHT = ("arrival", "laying", "heads-meeting", "session", "signing", "press", "lunch", "departure")
MOST_STEPS = 60


@pytest.fixture
def hand() -> Hand:
    return Hand()


def wizard(shown: Opened) -> Wizard:
    dialog = shown.dialog()
    assert isinstance(dialog, Wizard)
    return dialog


def file_of(shown: Opened) -> Visit:
    """What is on disk."""
    return read(shown.desk.session.path).visit


def course(visit: Visit) -> list[tuple[int, int, str]]:
    """Start, end and id of every item, by time."""
    return sorted(
        (item.start.minutes, item.end.minutes, item.id)
        for item in visit.items.values()
        if item.start is not None and item.end is not None
    )


def chosen(visit: Visit) -> tuple[str, ...]:
    """The items one asked for, by time."""
    kinds = {key: item.kind for key, item in visit.items.items()}
    return tuple(key for *_, key in course(visit) if kinds[key] is not Kind.TRANSFER)


def is_whole(visit: Visit) -> bool:
    return all(0 <= after[0] - before[1] <= 10 for before, after in pairwise(course(visit)))


def test_a_day_of_eight_items_is_planned_by_keyboard_alone_under_a_russian_layout(
    opened: Opening, hand: Hand
) -> None:
    shown = opened()
    hand.shortcut("т")
    page = wizard(shown)
    hand.enter("Рабочий визит витебской делегации")
    hand.press(Qt.Key.Key_Tab)
    hand.enter("Смоленская область")
    hand.press(Qt.Key.Key_Tab)
    hand.enter("Анохин Василий Николаевич – Губернатор Смоленской области")
    hand.press(Qt.Key.Key_Tab)
    hand.enter("Витебская область")
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    hand.digits("23122025")
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    hand.enter("10.00")
    hand.press(Qt.Key.Key_Tab)
    hand.enter("1600")
    while not page.kinds[Kind.ENTERPRISE].hasFocus():
        hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Space)
    assert not page.kinds[Kind.ENTERPRISE].isChecked()
    hand.press(Qt.Key.Key_Return)
    visit = file_of(shown)

    assert shown.window.isVisible()
    assert chosen(visit) == EIGHT
    assert is_whole(visit)
    assert str(visit.items["arrival"].start) == "2025-12-23T10:00"
    assert str(visit.items["departure"].end) == "2025-12-23T16:00"
    assert visit.about.title.ru == "Рабочий визит витебской делегации"
    assert visit.parties["guest"].name.ru == "Витебская область"
    assert visit.people["host-head"].patronymic.ru == "Николаевич"
    assert visit.posts["host-post"].title.ru == "Губернатор Смоленской области"
    assert shown.desk.session.path.stem == "Рабочий визит витебской делегации"
    assert not [p for p in shown.desk.session.problems if p.live and p.severity == "error"]


def test_the_same_is_planned_by_mouse_alone(opened: Opening, hand: Hand) -> None:
    shown = opened()
    hand.click(button(shown.window, "Новый визит"))
    page = wizard(shown)
    hand.click(page.kinds[Kind.ENTERPRISE])
    hand.click(button(page, "Создать"))

    assert set(chosen(file_of(shown))) == set(EIGHT)
    assert is_whole(file_of(shown))
    assert shown.window.windowTitle() == "Рабочий визит – visitplanner"


def test_from_the_wizard_to_a_printed_draft_takes_few_steps(
    opened: Opening, hand: Hand, qtbot: QtBot
) -> None:
    shown = opened()
    hand.shortcut("т")
    hand.press(Qt.Key.Key_Tab)
    hand.enter("Смоленская область")
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    hand.enter("Витебская область")
    hand.press(Qt.Key.Key_Return)
    assert shown.visit.about.title.ru == "Визит делегации Витебской области"
    hand.shortcut("у")
    papers = shown.desk.session.path.parent / f"{shown.desk.session.path.stem} – документы"
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.window.findChildren(QDialog), timeout=20_000)

    assert [path.suffix for path in sorted(papers.iterdir())].count(".pdf") == 1
    assert hand.count <= MOST_STEPS // 6


def test_from_a_pasted_letter_to_a_printed_draft_takes_at_most_sixty_steps(
    opened: Opening, hand: Hand, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText(letter(example()))
    shown = opened()
    hand.shortcut("т")
    hand.press(Qt.Key.Key_Tab)
    hand.enter("Смоленская область")
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    hand.enter("Витебская область")
    hand.press(Qt.Key.Key_Return)
    hand.shortcut("м", Qt.KeyboardModifier.ShiftModifier)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Escape)
    hand.shortcut("у")
    papers = shown.desk.session.path.parent / f"{shown.desk.session.path.stem} – документы"
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.window.findChildren(QDialog), timeout=20_000)
    visit = file_of(shown)

    assert len(visit.people) == 18
    assert visit.people["guest-head"].surname.ru == "Субботин"
    assert {p.who for p in visit.items["heads-meeting"].participants} == {"host-head", "guest-head"}
    assert len(memberships_of(visit, "guests")) == 9
    assert list(papers.glob("*.pdf"))
    assert hand.count <= MOST_STEPS


def test_the_page_shows_the_day_while_it_is_wished_for(opened: Opening, hand: Hand) -> None:
    shown = opened()
    hand.shortcut("т")
    page = wizard(shown)
    before = lines(page)
    page.arrival.setText("11.00")
    page.departure.setText("13:30")
    page.show_draft()

    assert before[0] == "9.30–9.45 Встреча делегации"
    assert "13.10–14.25 Обед от имени принимающей стороны" in before
    assert lines(page)[0] == "11.00–11.10 Встреча делегации"
    assert "посещение предприятия" in page.draft.gave.text()
    assert page.draft.gave.isVisible()


def lines(page: Wizard) -> list[str]:
    shown = (page.draft.list.item(n) for n in range(page.draft.list.count()))
    return [" ".join(line.text().split()) for line in shown]


def test_a_departure_before_the_arrival_makes_nothing(opened: Opening, hand: Hand) -> None:
    shown = opened()
    hand.shortcut("т")
    page = wizard(shown)
    page.departure.setText("8.00")
    page.show_draft()

    assert lines(page) == []
    assert page.draft.gave.text() == "Отъезд должен быть позже прибытия."
    assert not button(page, "Создать").isEnabled()


def test_escape_leaves_all_as_it_was(opened: Opening, hand: Hand, tmp_path: Path) -> None:
    shown = opened()
    hand.shortcut("т")
    hand.press(Qt.Key.Key_Escape)

    assert shown.window.desk is None
    assert not list(tmp_path.rglob("*.visit"))


def test_two_days_come_with_a_night_and_a_dinner(opened: Opening, hand: Hand) -> None:
    shown = opened()
    hand.click(button(shown.window, "Официальный визит, два дня"))
    page = wizard(shown)
    dinner = page.kinds[Kind.DINNER].isVisible()
    hand.click(button(page, "Создать"))
    visit = file_of(shown)

    assert dinner
    assert (visit.about.ends - visit.about.starts).days == 1
    assert {"dinner", "rest", "lunch-2"} <= visit.items.keys()
    assert visit.items["departure"].end.date == visit.about.ends  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "minute", "sets_out"),
    [
        ("4.00", 240, "2025-12-24T03:25"),
        ("0:20", 20, "2025-12-23T23:45"),
        ("0010", 10, "2025-12-23T23:35"),
    ],
)
def test_who_leaves_before_dawn_of_a_later_day_has_done_all_before_he_slept(
    opened: Opening, hand: Hand, typed: str, minute: int, sets_out: str
) -> None:
    shown = opened()
    shown.act("official-visit")
    page = wizard(shown)
    page.first.setFocus()
    hand.digits("23.12.2025")
    write(page.departure, typed)
    press(page.departure, Qt.Key.Key_Return)
    visit = file_of(shown)

    departure = visit.items["departure"]
    assert departure.end == on(date(2025, 12, 24), minute)
    last = [item for *_, item in course(visit)][-2:]
    assert last[1] == "departure"
    assert visit.items[last[0]].kind is Kind.TRANSFER
    assert visit.items[last[0]].start == at(sets_out)
    wished = {"laying", "heads-meeting", "session", "signing", "press", "dinner"}
    assert wished <= visit.items.keys()
    others = [i for i in visit.items.values() if i.id not in last]
    assert all(i.end is not None and i.end <= at("2025-12-23T21:00") for i in others)


def test_another_first_day_takes_the_last_along(opened: Opening) -> None:
    shown = opened()
    shown.act("official-visit")
    page = wizard(shown)
    page.first.setDate(page.first.date().addDays(30))

    assert page.first.date().daysTo(page.last.date()) == 1


def test_a_blank_visit_is_one_click_away(opened: Opening, hand: Hand) -> None:
    shown = opened()
    hand.shortcut("т")
    hand.click(button(wizard(shown), "Пустой визит"))

    assert file_of(shown).items == {}


def test_a_title_no_file_can_have_is_no_trouble(opened: Opening) -> None:
    shown = opened()
    shown.act("new-visit")
    page = wizard(shown)
    page.title.setText('Визит: "Смоленск/Витебск" <2026>?')
    button(page, "Создать").click()
    settle()

    assert shown.desk.session.path.stem == "Визит Смоленск Витебск 2026"
    assert shown.visit.about.title.ru == 'Визит: "Смоленск/Витебск" <2026>?'


def test_the_english_page_is_english_and_so_is_what_is_typed(opened: Opening) -> None:
    shown = opened(language="en")
    shown.act("new-visit")
    page = wizard(shown)
    page.guest.setText("Vitebsk Region")
    page.guest_head.setText("Aleksandr Subbotin, Chairman")
    texts = [b.text() for b in page.findChildren(QPushButton)]
    button(page, "Create").click()
    settle()

    assert texts == ["Blank visit", "Create", "Cancel"]
    assert shown.visit.parties["guest"].name.en == "Vitebsk Region"
    assert shown.visit.people["guest-head"].surname.en == "Subbotin"
    assert shown.visit.about.title.en == "Visit of the delegation of Vitebsk Region"
