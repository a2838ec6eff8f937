# SPDX-License-Identifier: MIT
"""What only one kind of item has: edited in the window, on disk at once, one step each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.gui.opening import Opened, click, settle, write
from tests.opened import read
from visitplanner.domain.kinds import Laying, Meal
from visitplanner.domain.people import Side
from visitplanner.domain.seating import TableLayout
from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.flags.window import FlagsWindow
from visitplanner.gui.inspector.choices import PickField
from visitplanner.gui.inspector.fields import LineField
from visitplanner.gui.inspector.particular import (
    AgendaOf,
    Documents,
    LayingOf,
    MealOf,
    Needs,
    Steps,
)
from visitplanner.gui.seating.window import SeatingWindow
from visitplanner.gui.tables.days import DaysWindow
from visitplanner.gui.tables.windows import (
    DocumentsWindow,
    MeasuresWindow,
    PreparationWindow,
)

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.gui.editors.short_table import ShortTable


def enter(table: ShortTable, column: int, text: str) -> None:
    """Types into a cell of the current row."""
    row = table.grid.currentIndex().row()
    assert table.model.setData(table.model.index(row, column), text)
    settle()


def test_a_step_is_added_after_the_last_and_the_sum_goes_over(shown: Opened, path: Path) -> None:
    shown.desk.jump("laying")
    settle()
    table = shown.chapter(Steps).tables[0]
    assert table.sum.text() == "20 из 20 мин"

    click(table.add)
    enter(table, 3, "Завершение")

    steps = shown.item("laying").steps
    assert (steps[-1].offset, steps[-1].minutes, steps[-1].action.ru) == (20, 1, "Завершение")
    assert table.sum.text() == "21 из 20 мин"
    assert table.sum.property("over") is True
    assert read(path).visit.items["laying"].steps == steps
    shown.act("undo")
    shown.act("undo")
    assert len(shown.item("laying").steps) == len(steps) - 1


def test_flowers_and_wreaths_are_entered_by_typing(shown: Opened) -> None:
    shown.desk.jump("laying")
    settle()
    chapter = shown.chapter(LayingOf)
    assert chapter.form is not None
    field = chapter.form.fields["flowers_each"]
    assert isinstance(field, LineField)
    write(field, "4")
    chapter.form.finish_typing()

    click(chapter.tables[0].add)
    ribbon = chapter.tables[0].form.fields["ribbon_text"]
    write(ribbon, "От Правительства Смоленской области")
    chapter.tables[0].finish_typing()
    settle()

    detail = shown.item("laying").detail
    assert isinstance(detail, Laying)
    assert detail.flowers_each == 4
    assert detail.wreaths[0].ribbon_text.ru == "От Правительства Смоленской области"


def test_the_agenda_says_how_long_it_takes_and_changes_its_chair(shown: Opened) -> None:
    shown.desk.jump("session")
    settle()
    chapter = shown.chapter(AgendaOf)
    table = chapter.tables[0]
    assert table.sum.text() == "76 из 80 мин"
    table.grid.show_row("0")
    enter(table, 2, "16")
    assert table.sum.text() == "86 из 80 мин"
    assert chapter.form is not None
    field = chapter.form.fields["secretary"]
    assert isinstance(field, PickField)
    field.picked.emit("zhuk")
    settle()

    agenda = shown.visit.agendas["agenda"]
    assert (agenda.questions[0].minutes, agenda.secretary) == (16, "zhuk")


def test_a_broken_alternat_is_rebuilt_by_one_button(shown: Opened) -> None:
    shown.desk.jump("signing")
    settle()
    papers = shown.chapter(Documents).papers
    before = shown.visit.documents["plan"].copies
    papers.copies.grid.show_row("0")
    click(papers.copies.remove)
    assert len(shown.visit.documents["plan"].copies) == 1

    click(papers.rebuild)

    assert len(shown.visit.documents["plan"].copies) == len(before)
    assert "D03" not in {p.code for p in shown.desk.session.problems if p.live}


def test_a_resource_by_a_new_name_is_a_new_thing_and_a_toast_a_new_line(shown: Opened) -> None:
    shown.desk.jump("lunch")
    settle()
    needs = shown.chapter(Needs).tables[0]
    click(needs.add)
    enter(needs, 1, "вода без газа")
    toasts = shown.chapter(MealOf).tables[0]
    click(toasts.add)

    names = {r.name.ru for r in shown.visit.resources.values()}
    assert "вода без газа" in names
    assert all(names)
    detail = shown.item("lunch").detail
    assert isinstance(detail, Meal)
    assert len(detail.toasts) == 3


def test_seats_are_swapped_by_keys_and_by_mouse_and_filled_by_protocol(shown: Opened) -> None:
    shown.desk.jump("session")
    shown.act("edit-seating")
    window = show_editor(shown.window, SeatingWindow)
    assert window is not None
    settle()
    assert window.plan is not None
    first = [s.person for s in window.plan.seats]
    window.room.pieces[0].setFocus()
    QTest.keyClick(window.room.pieces[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    by_keys = [s.person for s in window.plan.seats]
    assert sorted(map(str, by_keys)) == sorted(map(str, first))
    assert by_keys != first
    assert window.faults.count() == 1

    plate, other = window.room.pieces[1], window.room.pieces[4]
    QTest.mousePress(plate, Qt.MouseButton.LeftButton, pos=plate.rect().center())
    there = plate.mapFromGlobal(other.mapToGlobal(other.rect().center()))
    QTest.mouseMove(plate, plate.rect().center() + (there - plate.rect().center()) / 2)
    QTest.mouseMove(plate, there)
    QTest.mouseRelease(plate, Qt.MouseButton.LeftButton, pos=there)
    settle()
    assert [s.person for s in window.plan.seats][4] == by_keys[1]

    QTest.keyClick(window.room.pieces[2], Qt.Key.Key_Delete)
    settle()
    assert window.plan.seats[2].person is None
    assert "пусто" in window.room.pieces[2].accessibleName()
    click(window.automatic)
    assert window.faults.count() == 0
    assert window.unseated.count() == 0


def test_a_signing_table_is_laid_for_a_signing_and_a_plate_gets_a_text(shown: Opened) -> None:
    window = show_editor(shown.window, SeatingWindow)
    assert window is not None
    window.show_item("signing")
    click(window.automatic)
    assert window.plan is not None
    assert window.plan.layout is TableLayout.SIGNING
    window.room.pieces[0].setFocus()
    settle()
    write(window.plate, "Анохин")
    window.finish_typing()
    settle()

    assert window.plan.seats[0].plate_text.ru == "Анохин"


def test_flags_are_moved_by_keys_and_put_in_order(shown: Opened) -> None:
    shown.desk.jump("signing")
    shown.act("edit-flags")
    window = show_editor(shown.window, FlagsWindow)
    assert window is not None
    settle()
    QTest.keyClick(window.row.pieces[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    assert shown.visit.flags["signing-flags"].order == ("RU", "smolensk", "BY", "vitebsk")
    assert window.verdict.text() == "Не по принятому порядку"

    click(window.automatic)
    assert shown.visit.flags["signing-flags"].order == ("smolensk", "RU", "BY", "vitebsk")
    assert window.verdict.text() == ""


@pytest.mark.parametrize(
    ("kind", "number", "collection"),
    [
        *(
            (PreparationWindow, n, c)
            for n, c in enumerate(("tasks", "bookings", "resources", "shifts", "sites", "gifts"))
        ),
        (MeasuresWindow, 0, "measures"),
        (MeasuresWindow, 1, "instructions"),
        (DocumentsWindow, 0, "documents"),
        (DaysWindow, 0, "calendars"),
    ],
)
def test_every_table_adds_reads_and_removes_a_row(
    shown: Opened, kind: type[PreparationWindow], number: int, collection: str
) -> None:
    window = show_editor(shown.window, kind)
    assert window is not None
    window.show_table(number)
    model = window.tables[number].model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = dict(shown.visit.collection(collection))

    key = model.add()
    settle()

    assert key in shown.visit.collection(collection)
    assert all(isinstance(model.text(key, column), str) for column in model.columns)
    window.tables[number].show_row(key)
    window.tables[number].remove_chosen()
    settle()
    assert dict(shown.visit.collection(collection)) == before


def test_days_off_of_any_year_are_loaded_into_a_visit_that_has_none(
    shown: Opened, path: Path
) -> None:
    window = show_editor(shown.window, DaysWindow)
    assert window is not None
    table = window.tables[0]
    for key in tuple(shown.visit.calendars):
        table.show_row(key)
        table.remove_chosen()
    settle()
    assert not shown.visit.days

    click(window.load)
    window.country.setFocus()
    QTest.keyClick(window.country, Qt.Key.Key_Down)  # Belarus
    write(window.year, "2026")
    QTest.keyClick(window.year, Qt.Key.Key_Tab)
    click(window.load)

    on_disk = read(path).visit
    assert {(c.country, c.year, c.side) for c in on_disk.calendars.values()} == {
        ("RU", 2025, Side.HOST),
        ("BY", 2026, Side.GUEST),
    }
    named = {d.date: d.name.ru for d in on_disk.days.values()}
    assert named[date(2025, 11, 4)] == "День народного единства"
    assert named[date(2026, 4, 25)] == "Рабочий день за 20 апреля"
    assert window.tables[0].current == "by-2026"
    assert window.days.model.rows[0] == "by-2026-01-01"
    before = shown.visit
    click(window.load)  # once more: nothing comes twice
    assert shown.visit.days == before.days
