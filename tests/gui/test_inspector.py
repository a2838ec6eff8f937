# SPDX-License-Identifier: MIT
"""The inspector edits the visit as one types, and every field is a step of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, click, press, settle, type_text, write
from tests.opened import read
from visitplanner.domain.period import at
from visitplanner.domain.programme import ItemStatus, Part
from visitplanner.gui.inspector.chapters import Duties, Notes, Title
from visitplanner.gui.inspector.people import People
from visitplanner.gui.inspector.places import Place, Tracks, Way
from visitplanner.gui.inspector.times import Times

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from visitplanner.gui.inspector.fields import TextField

SESSION = "session"


@pytest.fixture
def page(shown: Opened) -> Opened:
    """The window with the session selected."""
    shown.desk.jump(SESSION)
    settle()
    return shown


def title(page: Opened) -> TextField:
    return page.chapter(Title).title.fields["ru"]


def reads(page: Opened, text: str) -> bool:
    return page.item(SESSION).title.ru == text


def undo_text(page: Opened) -> str:
    return page.window.bars.actions["undo"].text()


def test_a_title_is_on_disk_after_a_pause_and_undone_at_once(
    page: Opened, path: Path, qtbot: QtBot
) -> None:
    before = page.item(SESSION).title.ru
    write(title(page), "Заседание")

    qtbot.waitUntil(lambda: page.item(SESSION).title.ru == "Заседание", timeout=3000)
    stored = read(path).visit.items[SESSION].title
    page.act("undo")

    assert stored.ru == "Заседание"
    assert stored.stale == ("be", "en")
    assert page.item(SESSION).title.ru == before
    assert title(page).toPlainText() == before


def test_typing_with_pauses_is_one_step(page: Opened, qtbot: QtBot) -> None:
    before = page.item(SESSION).title.ru
    for text in ("За", "Засе", "Заседание"):
        title(page).setFocus()
        title(page).selectAll()
        type_text(title(page), text)
        qtbot.waitUntil(partial(reads, page, text), timeout=3000)

    page.act("undo")

    assert page.item(SESSION).title.ru == before
    assert not page.window.bars.actions["undo"].isEnabled()


def test_leaving_a_field_takes_what_was_typed(page: Opened) -> None:
    write(title(page), "Заседание")
    page.chapter(Times).start.setFocus()
    settle()

    assert page.item(SESSION).title.ru == "Заседание"


def test_selecting_another_item_takes_what_was_typed_into_the_first(page: Opened) -> None:
    write(title(page), "Заседание")
    page.desk.jump("lunch")

    assert page.item(SESSION).title.ru == "Заседание"
    assert page.item("lunch").title.ru != "Заседание"


def test_undo_in_the_field_takes_back_what_was_just_typed(page: Opened) -> None:
    before = page.item(SESSION).title.ru
    page.act("later")
    write(title(page), "Заседание")
    press(title(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert page.item(SESSION).title.ru == before
    assert title(page).toPlainText() == before
    assert page.item(SESSION).start == at("2025-12-23T12:15")
    assert "переименование" in page.window.bars.actions["redo"].text()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_what_was_typed_first_can_be_dropped(
    page: Opened, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    before = page.item(SESSION).title.ru
    write(title(page), "Заседание")
    press(title(page), key, modifiers)

    assert title(page).toPlainText() == before
    assert page.item(SESSION).title.ru == before
    assert not page.window.bars.actions["undo"].isEnabled()


@pytest.mark.parametrize("typed", ["1015", "10.15", "10:15", "10 15"])
def test_a_time_typed_in_any_way_moves_the_item(page: Opened, typed: str) -> None:
    times = page.chapter(Times)
    write(times.start, typed)
    press(times.start, Qt.Key.Key_Return)

    assert page.item(SESSION).start == at("2025-12-23T10:15")
    assert page.item(SESSION).end == at("2025-12-23T11:35")
    assert (times.start.text(), times.end.text()) == ("10.15", "11.35")
    assert undo_text(page).startswith("Отменить: перенос «Заседание рабочей группы")


def test_end_and_length_resize(page: Opened) -> None:
    times = page.chapter(Times)
    write(times.end, "1300")
    press(times.end, Qt.Key.Key_Return)
    after_end = page.item(SESSION).minutes
    write(times.length, "65")
    press(times.length, Qt.Key.Key_Return)

    assert after_end == 50
    assert page.item(SESSION).end == at("2025-12-23T13:15")


def test_nonsense_is_marked_and_goes_when_the_field_is_left(page: Opened) -> None:
    times = page.chapter(Times)
    write(times.start, "25.99")
    press(times.start, Qt.Key.Key_Return)
    marked = times.start.property("wrong")
    times.length.setFocus()
    settle()

    assert marked
    assert times.start.text() == "12.10"
    assert page.item(SESSION).start == at("2025-12-23T12:10")


def test_an_end_before_the_start_is_refused_with_a_sentence(page: Opened) -> None:
    times = page.chapter(Times)
    write(times.end, "12.00")
    press(times.end, Qt.Key.Key_Return)

    assert page.item(SESSION).end == at("2025-12-23T13:30")
    assert page.window.notices.text != ""


def test_without_a_start_the_item_goes_to_the_shelf_and_back(page: Opened) -> None:
    times = page.chapter(Times)
    write(times.start, "")
    QTest.keyClick(times.start, Qt.Key.Key_Delete)
    press(times.start, Qt.Key.Key_Return)
    shelved = page.item(SESSION)
    write(times.start, "9")
    press(times.start, Qt.Key.Key_Return)

    assert not shelved.timed
    assert str(shelved.day) == "2025-12-23"
    assert page.item(SESSION).start == at("2025-12-23T09:00")


def test_choices_edit_at_once(page: Opened) -> None:
    times = page.chapter(Times)
    times.status.setFocus()
    press(times.status, Qt.Key.Key_Up)
    click(times.fixed)

    assert page.item(SESSION).status is ItemStatus.TENTATIVE
    assert page.item(SESSION).fixed


def test_a_venue_completes_by_any_part_of_its_name_and_frees_the_room(page: Opened) -> None:
    place = page.chapter(Place)
    write(place.venue.edit, "памяти")
    press(place.venue.edit, Qt.Key.Key_Return)

    assert page.item(SESSION).venue == "memorial"
    assert page.item(SESSION).room is None


def test_an_unknown_venue_is_not_taken(page: Opened) -> None:
    place = page.chapter(Place)
    write(place.venue.edit, "нет такого места")
    page.chapter(Times).start.setFocus()
    settle()

    assert page.item(SESSION).venue == "government-house"
    assert place.venue.edit.text() == "Дом Правительства Смоленской области"


def test_tracks_are_chips(page: Opened) -> None:
    chips = {chip.text(): chip for chip in page.chapter(Tracks).chips.values()}
    click(chips["Главы городов"])

    assert page.item(SESSION).tracks == ("regions", "cities", "delegations")


def test_a_participant_is_added_changed_and_taken_off(page: Opened) -> None:
    people = page.chapter(People)
    write(people.add.edit, "Пресса")
    press(people.add.edit, Qt.Key.Key_Return)
    added = page.item(SESSION).participants[-1]
    row = people.rows["press"]
    row.part.menu().actions()[list(Part).index(Part.PRESS)].trigger()
    row.required.menu().actions()[1].trigger()
    changed = page.item(SESSION).participants[-1]
    click(row.remove)

    assert (added.who, added.part, added.required) == ("press", Part.MEMBER, True)
    assert (changed.who, changed.part, changed.required) == ("press", Part.PRESS, False)
    assert "press" not in {p.who for p in page.item(SESSION).participants}


def test_notes_keep_their_lines(page: Opened) -> None:
    field = page.chapter(Notes).texts["internal_text"].fields["ru"]
    field.setFocus()
    settle()
    type_text(field, "Вода")
    QTest.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "Свет")
    page.window.finish_typing()

    assert page.item(SESSION).internal_text.ru == "Вода\nСвет"


def test_the_responsible_is_a_person_or_nobody(page: Opened) -> None:
    duties = page.chapter(Duties)
    write(duties.responsible.edit, "Морозова")
    press(duties.responsible.edit, Qt.Key.Key_Return)
    named = page.item(SESSION).responsible
    write(duties.responsible.edit, " ")
    press(duties.responsible.edit, Qt.Key.Key_Return)

    assert named == "morozova"
    assert page.item(SESSION).responsible is None


def test_a_transfer_has_its_own_page(page: Opened) -> None:
    page.desk.jump("transfer-2")
    settle()
    way = page.chapter(Way)

    assert way.origin.edit.text() == "Сквер памяти Героев"
    assert way.destination.edit.text() == "Дом Правительства Смоленской области"


def test_an_edit_elsewhere_shows_in_the_page(page: Opened) -> None:
    page.act("later")

    assert page.chapter(Times).start.text() == "12.15"


def test_the_visit_itself_has_a_page(shown: Opened, path: Path) -> None:
    visit_page = shown.place.inspector.visit_page
    write(visit_page.title.fields["ru"], "Визит")
    shown.act("save")
    visit_page.last.setFocus()
    visit_page.last.stepUp()
    settle()

    about = read(path).visit.about
    assert about.title.ru == "Визит"
    assert str(about.ends) == "2025-12-24"
    assert shown.window.bars.actions["next-day"].isEnabled()
