# SPDX-License-Identifier: MIT
"""The workbook read back: rows as the view has them, with real dates and times."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.exports.workbooks import (
    AUDIENCES,
    PUBLIC_SHEETS,
    comparable,
    opened,
    sheet_of,
    table,
    view_of,
)
from tests.factory import example, having, item, small_visit
from visitplanner.domain.people import Membership
from visitplanner.domain.period import at
from visitplanner.domain.text import Language, Text, Visibility
from visitplanner.exports.excel import sheets, write_excel

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_cell_is_what_the_view_says(audience: Visibility, language: Language) -> None:
    view = view_of(example(), audience, language)
    book = opened(write_excel(view))
    planned = sheets(view)
    assert book.sheetnames == [sheet.title for sheet in planned]
    for sheet, plan in zip(book.worksheets, planned, strict=True):
        header, *rows = sheet.iter_rows(values_only=True)
        assert list(header) == [column.title for column in plan.headers]
        assert [tuple(map(comparable, row)) for row in rows] == [
            tuple(value or None for value in line.values) for line in plan.lines
        ]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_programme_has_the_rows_of_the_view(audience: Visibility) -> None:
    view = view_of(example(), audience)
    rows = table(sheet_of(write_excel(view), "Программа"))
    assert len(rows) == len(view.rows) == 14
    for cells, row in zip(rows, view.rows, strict=True):
        assert row.start is not None
        assert row.end is not None
        assert row.site is not None
        assert cells["Дата"] == datetime(2025, 12, 23)  # noqa: DTZ001 -- Excel knows no zones
        assert cells["Начало"] == time(row.start.hour, row.start.minute)
        assert cells["Окончание"] == time(row.end.hour, row.end.minute)
        assert cells["Мин"] == row.minutes
        assert cells["Мероприятие"] == row.title
        assert str(cells["Место"]).splitlines() == [row.site.text, row.site.address]
        assert str(cells["Участвуют"]).splitlines() == [line.text for line in row.people]
        assert cells["Статус"] == row.status_name


def test_dates_and_times_are_numbers_with_a_form() -> None:
    sheet = sheet_of(write_excel(view_of(example())), "Программа")
    first, start, end, minutes = (sheet.cell(2, column) for column in range(1, 5))
    assert (first.data_type, first.number_format) == ("d", "dd.mm.yyyy")
    assert (start.data_type, start.number_format) == ("d", "hh:mm")
    assert (end.data_type, end.number_format) == ("d", "hh:mm")
    assert (minutes.data_type, minutes.value) == ("n", 15)


def test_every_minute_of_a_day_is_that_minute() -> None:
    day = date(2025, 12, 23)
    items = [
        item(f"i{n}", "00:00", "00:01", start=at(f"2025-12-23T{n // 60:02}:{n % 60:02}"))
        for n in range(0, 1440, 7)
    ]
    rows = table(sheet_of(write_excel(view_of(small_visit(*items))), "Программа"))
    assert [row["Начало"] for row in rows] == [time(n // 60, n % 60) for n in range(0, 1440, 7)]
    assert {comparable(row["Дата"]) for row in rows} == {day}


def test_what_has_no_time_has_an_empty_cell() -> None:
    visit = small_visit(
        item("note", "10:00", "11:00", start=None, end=None, day=date(2025, 12, 23)),
        item("open", "10:00", "11:00", start=None, end=None),
        item("late", "10:00", "11:00", end=None),
    )
    rows = {
        row["Мероприятие"]: (comparable(row["Дата"]), row["Начало"], row["Окончание"], row["Мин"])
        for row in table(sheet_of(write_excel(view_of(visit)), "Программа"))
    }
    assert rows == {
        "Пункт note": (date(2025, 12, 23), None, None, None),
        "Пункт late": (date(2025, 12, 23), time(10), None, None),
        "Пункт open": (None, None, None, None),
    }


def test_another_zone_is_named() -> None:
    here = item("here", "10:00", "11:00")
    flight = item("flight", "12:00", "13:00", end_zone="Europe/Minsk")
    plain = table(sheet_of(write_excel(view_of(small_visit(here))), "Программа"))
    assert "Часовой пояс" not in plain[0]
    rows = table(sheet_of(write_excel(view_of(small_visit(here, flight))), "Программа"))
    assert [row["Часовой пояс"] for row in rows] == [
        "время московское",
        "время московское – время минское",
    ]


def test_who_is_where() -> None:
    view = view_of(example())
    sheet = sheet_of(write_excel(view), "Люди × пункты")
    header, *rows = sheet.iter_rows(values_only=True)
    assert [str(title).split("\n")[-1] for title in header[3:]] == [r.title for r in view.rows]
    assert len(rows) == len(view.attendance)
    for cells, person in zip(rows, view.attendance, strict=True):
        assert cells[0] == person.name
        assert tuple(cell or "" for cell in cells[3:]) == person.marks


def test_delegations_agenda_and_documents_are_complete() -> None:
    view = view_of(example())
    data = write_excel(view)
    people = table(sheet_of(data, "Делегации"))
    assert [row["ФИО"] for row in people] == [m.name for d in view.delegations for m in d.members]
    assert people[0]["Должность"] == "председатель Витебского областного исполнительного комитета"
    questions = table(sheet_of(data, "Повестка"))
    assert [row["Вопрос"] for row in questions] == [
        q.question for a in view.agendas for q in a.questions
    ]
    assert len(questions) == 7
    (document,) = table(sheet_of(data, "Документы"))
    assert document["Документ"] == view.documents[0].title
    assert str(document["Подписывают"]).splitlines() == list(view.documents[0].signatories)


def test_vehicles_and_findings_are_for_the_office_only() -> None:
    assert opened(write_excel(view_of(example()))).sheetnames == PUBLIC_SHEETS
    data = write_excel(view_of(example(), Visibility.INTERNAL))
    assert opened(data).sheetnames == [*PUBLIC_SHEETS, "Автомобили", "Нестыковки"]
    vehicles = table(sheet_of(data, "Автомобили"))
    assert vehicles[0]["Отправление"] == time(9, 45)
    assert vehicles[0]["№ в колонне"] == 1
    assert not {"Госномер", "Водитель"} & vehicles[0].keys()  # for the narrow circle
    assert [tuple(row.values()) for row in table(sheet_of(data, "Нестыковки"))] == [
        ("Внимание", "R01", "Не успевают", "Проводы делегации", "Требует решения", None),
        ("К сведению", "K04", "Рано", None, "Ещё рано", None),
        ("Ошибка", "V06", "=1+1", None, "Оставлено как есть", "Так решил Губернатор"),
    ]


def test_sheets_are_named_in_the_language_of_the_workbook() -> None:
    book = opened(write_excel(view_of(example(), Visibility.INTERNAL, "en")))
    assert book.sheetnames == [
        *("Programme", "People × items", "Delegations", "Agenda", "Documents"),
        *("Vehicles", "Findings"),
    ]


def test_hundreds_of_people_and_items_fit() -> None:
    items = [item(f"i{n}", "10:00", "11:00", "anna") for n in range(700)]
    sheet = sheet_of(write_excel(view_of(small_visit(*items))), "Люди × пункты")
    assert sheet.max_column == 703
    assert sheet.auto_filter.ref == f"A1:AAA{sheet.max_row}"
    assert {c.value for c in sheet[2][3:]} <= {"участвует", None}


def test_a_member_without_a_post_has_an_empty_cell() -> None:
    visit = having(
        small_visit(),
        memberships=(Membership(id="m-dora", delegation="hosts", person="dora", rank=9),),
    )
    rows = table(sheet_of(write_excel(view_of(visit)), "Делегации"))
    assert [row["Должность"] for row in rows if row["ФИО"] == "Дорина"] == [None]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_reads_the_rows_of_the_view(tmp_path: Path) -> None:
    visit = having(example(), items=(replace(example().items["press"], title=Text(ru="=1+1")),))
    view = view_of(visit)
    (tmp_path / "visit.xlsx").write_bytes(write_excel(view))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1"),
            *("--outdir", str(tmp_path), str(tmp_path / "visit.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "visit.csv").open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    assert header[:5] == ["Дата", "Начало", "Окончание", "Мин", "Мероприятие"]
    assert [row[:5] for row in rows] == [
        [
            "23.12.2025",
            *(f"{t.hour:02}:{t.minute:02}" for t in (r.start, r.end) if t is not None),
            str(r.minutes),
            r.title,
        ]
        for r in view.rows
    ]
    assert "=1+1" in {row[4] for row in rows}
