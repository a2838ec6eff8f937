# SPDX-License-Identifier: MIT
"""What only one kind of item has: edited in the window, on disk at once, one step each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.opening import Opened, click, settle, write
from tests.opened import read
from visitplanner.domain.kinds import Laying, Meal
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
