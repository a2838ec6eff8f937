# SPDX-License-Identifier: MIT
"""What the page of each kind holds, clause by clause: typed into the window, read from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, button, click, press, settle, write
from tests.gui.people.hand import cell, go, paste, type_cell
from tests.opened import read
from visitplanner.domain.kinds import Laying, Meal
from visitplanner.domain.preparation import BookingStatus
from visitplanner.domain.programme import PressMode
from visitplanner.domain.text import Visibility
from visitplanner.gui.inspector.chapters import Duties, Notes, Title
from visitplanner.gui.inspector.fields import LineField, TextField
from visitplanner.gui.inspector.particular import (
    AgendaOf,
    Column,
    Documents,
    LayingOf,
    MealOf,
    Needs,
    Steps,
)
from visitplanner.gui.inspector.people import People, in_order
from visitplanner.gui.places.vehicles import VehiclesWindow

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.editors.short_table import ShortTable


@pytest.fixture
def session(shown: Opened) -> Opened:
    return at(shown, "session")


def at(shown: Opened, item: str) -> Opened:
    """The window with an item selected."""
    shown.desk.jump(item)
    settle()
    return shown


def on_disk(path: Path, item: str) -> ProgrammeItem:
    return read(path).visit.items[item]


def below(table: ShortTable, field: str, text: str) -> None:
    """Types into the form of the current row."""
    entry = table.form.fields[field]
    assert isinstance(entry, LineField | TextField), field
    write(entry, text)
    table.finish_typing()
    settle()


# What all kinds share.


@pytest.mark.parametrize("language", ["ru", "be", "en"])
def test_the_title_is_edited_in_each_language_and_the_others_are_marked_older(
    session: Opened, path: Path, language: str
) -> None:
    title = session.chapter(Title).title
    fields = {code: field for code, field in title.fields.items() if code == language}
    write(fields[language], "Заседание – Session")  # type: ignore[index]
    session.window.finish_typing()

    found = on_disk(path, "session").title
    assert getattr(found, language) == "Заседание – Session"
    assert set(found.stale) == {"ru", "be", "en"} - {language}
    marked = {code for code, badge in title._badges.items() if badge.property("stale")}
    assert marked == set(found.stale)


def test_people_stand_by_side_the_guests_first(session: Opened) -> None:
    people = session.chapter(People)
    heads = [label.text() for label in people._heads.values() if label.isVisible()]
    rows = [row for row in people.rows.values() if row.isVisible()]

    assert heads == ["Гости", "Принимающая сторона"]
    rows.sort(key=lambda row: row.mapTo(people, row.rect().topLeft()).y())
    assert rows[0].name.text() == "Субботин А. М.".replace(" ", "\N{NO-BREAK SPACE}")
    assert rows[0].part.text() == "возглавляет"


def test_the_picker_offers_people_by_delegation_and_rank_then_groups_and_finds_any_part_of_a_name(
    session: Opened, path: Path
) -> None:
    picker = session.chapter(People).add
    offered = [(str(picker.itemData(n)), picker.itemText(n)) for n in range(1, picker.count())]
    keys = [key for key, _ in offered]
    visit = session.visit
    known = {p.who for p in visit.items["session"].participants}

    assert keys == [
        who for who, _ in in_order(visit) if who not in visit.people or who not in known
    ]
    ranks = {m.person: m.rank for m in visit.memberships.values() if m.delegation == "guests"}
    guests = [ranks[key] for key in keys if key in ranks]
    assert guests == sorted(guests)
    inside = [text for key, text in offered if key in visit.people]
    assert all(text.startswith("\N{EM SPACE}") for text in inside)
    assert not picker._open(1 + keys.index("guests"))  # they take part as a whole already

    write(picker.edit, "петрушко")
    press(picker.edit, Qt.Key.Key_Return)
    assert "petrushko" in {p.who for p in on_disk(path, "session").participants}


def test_responsible_dress_press_public_text_notes_and_visibility(
    session: Opened, path: Path
) -> None:
    duties, notes = session.chapter(Duties), session.chapter(Notes)
    write(duties.dress.fields["ru"], "деловая")
    session.window.finish_typing()
    write(duties.dress.fields["en"], "business")
    session.window.finish_typing()
    for field, key in ((duties.press, Qt.Key.Key_Up), (duties.visibility, Qt.Key.Key_Down)):
        field.setFocus()
        QTest.keyClick(field, key)
        settle()
    write(notes.texts["public_text"].fields["en"], "In two languages")
    write(notes.texts["internal_text"].fields["ru"], "Воду убрать")
    session.window.finish_typing()

    item = on_disk(path, "session")
    assert (item.dress.ru, item.dress.en) == ("деловая", "business")
    assert item.press is PressMode.NONE
    assert item.visibility is Visibility.INTERNAL
    assert item.public_text.en == "In two languages"
    assert item.internal_text.ru == "Воду убрать"


# Ceremony steps with minute offsets.


def test_steps_have_offsets_before_and_after_the_start_and_words_for_the_announcer(
    shown: Opened, path: Path
) -> None:
    table = at(shown, "laying").chapter(Steps).tables[0]
    assert cell(table.grid, "0", "offset") == "−60"

    type_cell(table.grid, "3", "offset", "-5")
    table.grid.show_row("3")
    below(table, "announcer_text", "Уважаемые участники!")
    below(table, "actors", "Анохин В. Н., Субботин А. М.")

    step = on_disk(path, "laying").steps[3]
    assert step.offset == -5
    assert step.announcer_text.ru == "Уважаемые участники!"
    assert step.actors == ("anokhin", "subbotin")
    assert table.sum.text() == "19 из 20 мин"  # what stands before the start does not count


def test_steps_are_pasted_from_excel_and_moved_by_keys(shown: Opened, path: Path) -> None:
    table = at(shown, "lunch").chapter(Steps).tables[0]
    click(table.add)
    go(table.grid, "0", "offset")
    paste(table.grid, "0\t5\tПриветствие\n5\t50\tОбед\n55\t5\tПрощание")
    steps = on_disk(path, "lunch").steps
    assert [(s.offset, s.minutes, s.action.ru) for s in steps] == [
        (0, 5, "Приветствие"),
        (5, 50, "Обед"),
        (55, 5, "Прощание"),
    ]

    go(table.grid, "2", "action")
    press(table.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = [s.action.ru for s in on_disk(path, "lunch").steps]
    assert moved == ["Приветствие", "Прощание", "Обед"]
    assert shown.item("lunch").start == shown.visit.items["lunch"].start
    press(table.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = [s.action.ru for s in on_disk(path, "lunch").steps]
    assert moved == ["Прощание", "Приветствие", "Обед"]  # the same row goes on
    shown.act("undo")
    shown.act("undo")
    assert shown.item("lunch").steps == steps


# Wreaths and ribbons.


def test_wreaths_have_a_party_a_ribbon_and_bearers(shown: Opened, path: Path) -> None:
    chapter = at(shown, "laying").chapter(LayingOf)
    table = chapter.tables[0]
    click(table.add)
    click(table.add)
    type_cell(table.grid, "1", "kind", "корзина")
    table.grid.show_row("0")
    below(table, "ribbon_text", "От Правительства области")
    below(table, "bearers", "Фёдоров И. А.")
    assert chapter.form is not None
    count = chapter.form.fields["flowers_each"]
    assert isinstance(count, LineField)
    write(count, "6")
    shown.window.finish_typing()

    detail = on_disk(path, "laying").detail
    assert isinstance(detail, Laying)
    assert [(w.party, w.kind) for w in detail.wreaths] == [
        ("smolensk", "wreath"),
        ("vitebsk", "basket"),
    ]
    assert detail.wreaths[0].ribbon_text.ru == "От Правительства области"
    assert detail.wreaths[0].bearers == ("fyodorov",)
    assert detail.flowers_each == 6


# Agenda with speakers, minutes, running total.


def test_questions_have_speakers_and_minutes_and_the_total_runs_against_the_length(
    session: Opened, path: Path
) -> None:
    table = session.chapter(AgendaOf).tables[0]
    assert table.sum.text() == "76 из 80 мин"
    questions = len(session.visit.agendas["agenda"].questions)

    type_cell(table.grid, "", "question", "О туризме")
    key = str(questions)
    type_cell(table.grid, key, "minutes", "10")
    table.grid.show_row(key)
    speaker = table.form.fields["speaker"]
    write(speaker.edit, "Орлова")  # type: ignore[union-attr]
    press(speaker.edit, Qt.Key.Key_Return)  # type: ignore[union-attr]

    found = read(path).visit.agendas["agenda"].questions[-1]
    assert (found.question.ru, found.minutes, found.speaker) == ("О туризме", 10, "orlova")
    assert table.sum.text() == "86 из 80 мин"
    assert table.sum.property("over") is True
    assert table.sum.toolTip() == "Дольше самого пункта"
    session.act("undo")
    session.act("undo")
    assert table.sum.text() == "76 из 80 мин"


# Documents with signatories and copies.


def test_documents_have_signatories_and_copies_by_the_alternat(shown: Opened, path: Path) -> None:
    chapter = at(shown, "signing").chapter(Documents)
    papers = chapter.papers
    assert cell(papers.signatories.grid, "1", "person").startswith("Субботин")

    type_cell(papers.signatories.grid, "1", "person", "Мицкевич")
    papers.copies.grid.show_row("0")
    below(papers.copies, "pages", "12")
    languages = chapter.tables[0].form.fields["languages"]
    assert isinstance(languages, TextField)
    write(languages, "ru, be")
    chapter.tables[0].finish_typing()
    click(papers.rebuild)

    plan = read(path).visit.documents["plan"]
    assert plan.signatories[1].person == "mitskevich"
    assert plan.signatories[1].post == "post-mitskevich"
    assert [(c.language, c.first_named, c.left_signature) for c in plan.copies] == [
        ("ru", "smolensk", "smolensk"),
        ("ru", "vitebsk", "vitebsk"),
        ("be", "smolensk", "smolensk"),
        ("be", "vitebsk", "vitebsk"),
    ]
    assert plan.copies[0].pages == 12


# The column of vehicles and seats.


def test_the_column_of_a_transfer_shows_seats_and_leads_to_the_drawing(
    shown: Opened, path: Path
) -> None:
    chapter = at(shown, "transfer-2").chapter(Column)
    table = chapter.tables[0]
    seats = [cell(table.grid, key, "aboard") for key in table.model.rows]
    assert seats[0] == "2/3"

    type_cell(table.grid, table.model.rows[0], "order", "6")
    assert table.model.rows[-1] == "transfer-2-lead-car"
    assert read(path).visit.movements["transfer-2-lead-car"].order == 6
    table.grid.show_row("transfer-2-lead-car")
    below(table, "unnamed", "1")
    assert cell(table.grid, "transfer-2-lead-car", "aboard") == "3/3"

    click(button(chapter, "Автомобили и рассадка…"))
    windows = [w for w in shown.window.findChildren(VehiclesWindow) if w.isVisible()]
    assert len(windows) == 1


# Menu and toasts.


def test_menu_and_toasts_of_a_meal(shown: Opened, path: Path) -> None:
    chapter = at(shown, "lunch").chapter(MealOf)
    assert chapter.form is not None
    menu = chapter.form.fields["menu"]
    assert isinstance(menu, TextField)
    write(menu, "Холодник")
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QTest.keyClicks(menu, "Draniki")
    shown.window.finish_typing()
    toasts = chapter.tables[0]
    type_cell(toasts.grid, "0", "minutes", "2")
    type_cell(toasts.grid, "", "speaker", "Новиков")

    meal = on_disk(path, "lunch").detail
    assert isinstance(meal, Meal)
    assert meal.menu.ru == "Холодник\nDraniki"
    assert (meal.toasts[0].speaker, meal.toasts[0].minutes) == ("anokhin", 2)
    assert meal.toasts[-1].speaker == "novikov"


# Resources with status.


def test_resources_stand_with_their_status_and_a_new_name_is_a_new_thing(
    shown: Opened, path: Path
) -> None:
    table = at(shown, "laying").chapter(Needs).tables[0]
    assert cell(table.grid, "laying-carnations", "status") == "заказано"

    type_cell(table.grid, "laying-carnations", "status", "гот")
    type_cell(table.grid, "", "resource", "зонты")

    stored = read(path).visit
    assert stored.bookings["laying-carnations"].status is BookingStatus.READY
    assert "зонты" in {r.name.ru for r in stored.resources.values()}
    assert cell(table.grid, "laying-carnations", "status") == "готово"
