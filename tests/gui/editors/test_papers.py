# SPDX-License-Identifier: MIT
"""Agenda materials, clearances of documents, reports on measures: edited in the window, on disk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtTest import QAbstractItemModelTester

from tests.gui.opening import Opened, click, settle, write
from tests.gui.people.hand import cell, editor, go, paste, type_cell
from tests.opened import read
from visitplanner.gui.inspector.fields import LineField, TextField
from visitplanner.gui.inspector.particular import AgendaOf, Documents
from visitplanner.gui.tables.windows import (
    DocumentsWindow,
    MeasuresWindow,
    PolicyWindow,
    PreparationWindow,
)

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.gui.editors.short_table import ShortTable


def fill(table: ShortTable, field: str, text: str) -> None:
    """Types into a field of the form below a short table."""
    entry = table.form.fields[field]
    assert isinstance(entry, LineField | TextField)
    write(entry, text)
    table.finish_typing()
    settle()


def test_the_papers_for_a_question_and_the_day_they_came_are_typed_beside_it(
    shown: Opened, path: Path
) -> None:
    shown.desk.jump("session")
    settle()
    table = shown.chapter(AgendaOf).tables[0]
    table.grid.show_row("1")

    fill(table, "materials", "справка о сервисе; проект соглашения")
    fill(table, "received_on", "18.12")

    question = read(path).visit.agendas["agenda"].questions[1]
    assert question.materials == ("справка о сервисе", "проект соглашения")
    assert question.received_on == date(2025, 12, 18)
    shown.act("undo")
    assert shown.visit.agendas["agenda"].questions[1].received_on is None
    assert shown.visit.agendas["agenda"].questions[1].materials


def test_clearances_of_a_document_are_rows_in_the_window_and_in_the_inspector(
    shown: Opened, path: Path
) -> None:
    window = editor(shown, DocumentsWindow, "edit-documents")
    table = window.papers.clearances
    QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    click(table.add)
    type_cell(table.grid, "0", "agency", "Минэкономразвития России")
    type_cell(table.grid, "0", "due", "23.11.2025")
    go(table.grid, "0", "agency")
    go(table.grid, "", "agency")
    paste(table.grid, "МИД России\t23.11.2025\t15.12.2025")

    found = read(path).visit.documents["plan"].clearances
    assert [(c.agency.ru, c.due, c.received_on) for c in found] == [
        ("Минэкономразвития России", date(2025, 11, 23), None),
        ("МИД России", date(2025, 11, 23), date(2025, 12, 15)),
    ]
    shown.desk.jump("signing")
    settle()
    beside = shown.chapter(Documents).papers.clearances
    assert cell(beside.grid, "1", "agency") == "МИД России"
    click(table.remove)
    assert len(shown.visit.documents["plan"].clearances) == 1
    assert beside.model.rows == ("0",)


def test_reports_on_a_measure_and_what_else_it_has_stand_beside_it(
    shown: Opened, path: Path
) -> None:
    window = editor(shown, MeasuresWindow, "edit-measures")
    window.tables[0].show_row("exhibitions")
    details = window.details[0]
    QAbstractItemModelTester(
        details.reports.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    click(details.reports.add)
    type_cell(details.reports.grid, "0", "on", "20.06.2026")
    type_cell(details.reports.grid, "0", "percent", "40")
    fill(details.reports, "text", "Проведена выставка в Витебске")
    money = details.form.fields["budget"]
    assert isinstance(money, TextField)
    write(money, "1,2 млн рублей")
    window.finish_typing()

    measure = read(path).visit.measures["exhibitions"]
    assert [(r.on, r.percent, r.text.ru) for r in measure.reports] == [
        (date(2026, 6, 20), 40, "Проведена выставка в Витебске")
    ]
    assert measure.budget.ru == "1,2 млн рублей"
    window.tables[0].show_row("investment")
    settle()
    assert details.reports.model.rows == ()
    type_cell(window.tables[0].grid, "exhibitions", "state", "в работе")
    assert shown.visit.measures["exhibitions"].state.value == "in-work"


def test_more_than_a_whole_is_no_percent(shown: Opened) -> None:
    window = editor(shown, MeasuresWindow, "edit-measures")
    reports = window.details[0].reports
    click(reports.add)
    type_cell(reports.grid, "0", "percent", "140")

    assert reports.grid.field is not None
    assert reports.grid.field.refused
    assert shown.visit.measures["investment"].reports[0].percent == 0


def test_an_instruction_is_extended_with_its_reason_and_reported_on(
    shown: Opened, path: Path
) -> None:
    window = editor(shown, MeasuresWindow, "edit-measures")
    window.show_table(1)
    settle()
    table = window.tables[1]
    type_cell(table.grid, "", "text", "Подготовить предложения по маршруту")
    key = table.model.rows[0]
    table.show_row(key)
    settle()
    details = window.details[1]
    for field, text in (("extended_to", "01.03.2026"), ("extension_reason", "ждём Минск")):
        entry = details.form.fields[field]
        assert isinstance(entry, LineField | TextField)
        write(entry, text)
    window.finish_typing()
    click(details.reports.add)

    instruction = read(path).visit.instructions[key]
    assert instruction.extended_to == date(2026, 3, 1)
    assert instruction.extension_reason.ru == "ждём Минск"
    assert len(instruction.reports) == 1


def test_a_thing_of_a_kind_is_ready_as_early_as_the_accepted_order_says(
    shown: Opened, path: Path
) -> None:
    kinds = editor(shown, PolicyWindow, "edit-policy").lists[0]
    click(kinds.add)
    type_cell(kinds.grid, "0", "word", "flags")
    type_cell(kinds.grid, "0", "days", "7")
    window = editor(shown, PreparationWindow, "edit-preparation")
    window.show_table(1)
    settle()
    bookings = window.tables[1]
    row = next(key for key, b in shown.visit.bookings.items() if b.resource != "flags")
    flags = next(r for r in shown.visit.resources.values() if r.kind == "flags")

    type_cell(bookings.grid, row, "resource", flags.name.ru)

    stored = read(path).visit
    assert dict(stored.policy.lead_days) == {"flags": 7}
    assert (stored.bookings[row].resource, stored.bookings[row].lead_days) == (flags.id, 7)
