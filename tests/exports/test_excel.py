# SPDX-License-Identifier: MIT
"""The workbook read back: rows as the view has them, real dates and times, ready to print."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

import openpyxl
import pytest
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from tests.exports.calendars import CREATED
from tests.factory import example, having, item, small_visit
from tests.leak import found, marked, with_secrets, with_tombstone
from visitplanner.domain.people import Membership
from visitplanner.domain.period import at
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import Record, Version, first_record
from visitplanner.domain.text import Language, Text, Visibility
from visitplanner.editions.values import ProblemLine, ProgrammeView
from visitplanner.editions.view import programme_view
from visitplanner.exports.excel import sheets, write_excel
from visitplanner.exports.excel.heights import row_height
from visitplanner.exports.excel.rows import column_name

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from visitplanner.domain.visit import Visit

AUDIENCES: Final = (Visibility.PUBLIC, Visibility.INTERNAL)
PUBLIC_SHEETS: Final = ["Программа", "Люди × пункты", "Делегации", "Повестка", "Документы"]
PROBLEMS: Final = (
    ProblemLine(code="R01", severity="Внимание", message="Не успевают", items=("farewell",)),
    ProblemLine(code="K04", severity="К сведению", message="Рано", due=False),
    ProblemLine(
        code="V06", severity="Ошибка", message="=1+1", waived=True, reason="Так решил Губернатор"
    ),
)


def view_of(
    visit: Visit,
    audience: Visibility = Visibility.PUBLIC,
    language: Language = "ru",
    record: Record | None = None,
) -> ProgrammeView:
    return programme_view(
        visit,
        record or first_record(visit, CREATED),
        audience=audience,
        language=language,
        problems=PROBLEMS,
    )


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet_of(data: bytes, title: str) -> Worksheet:
    sheet = opened(data)[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows under their headers."""
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


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


def comparable(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


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
        "Europe/Moscow",
        "Europe/Moscow – Europe/Minsk",
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


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_sheet_is_ready_to_print(audience: Visibility) -> None:
    visit = example()
    record = replace(
        first_record(visit, CREATED), versions=(Version(number=3, created=CREATED, author="x"),)
    )
    for sheet in opened(write_excel(view_of(visit, audience, record=record))).worksheets:
        assert sheet.freeze_panes is not None
        assert re.fullmatch("[A-D]2", sheet.freeze_panes)
        last = f"{column_name(sheet.max_column)}{sheet.max_row}"
        assert sheet.auto_filter.ref == f"A1:{last}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.left.text == "Проект, редакция 3 от 01.12"
        assert sheet.oddFooter.right.text == "Лист &P из &N"
        widths = [sheet.column_dimensions[column_name(n)].width for n in (1, sheet.max_column)]
        assert all(5 < width < 100 for width in widths)
        assert sheet.cell(1, 1).font.bold
        if sheet.max_row > 1:
            assert sheet.cell(2, 1).alignment.vertical == "top"


def test_ampersands_in_the_margin_are_no_commands() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"))
    visit = replace(visit, about=replace(visit.about, title=Text(ru="Связь & A&B &P")))
    with zipfile.ZipFile(io.BytesIO(write_excel(view_of(visit)))) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<oddHeader>&amp;LСвязь &amp;&amp; A&amp;&amp;B &amp;&amp;P</oddHeader>" in xml


@pytest.mark.parametrize("text", ["=1+1", "+7 900", "-5", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    visit = small_visit(item("talks", "10:00", "11:00", title=Text(ru=text)))
    sheet = sheet_of(write_excel(view_of(visit)), "Программа")
    cell = sheet.cell(2, 5)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix  # and after somebody has edited it
    assert not sheet.cell(2, 6).quotePrefix


def test_the_workbook_points_nowhere() -> None:
    visit = small_visit(
        item("talks", "10:00", "11:00", title=Text(ru='=HYPERLINK("http://x"); https://y'))
    )
    with zipfile.ZipFile(io.BytesIO(write_excel(view_of(visit)))) as archive:
        names = archive.namelist()
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert not [n for n in names if "externalLink" in n or "macro" in n.lower() or "vba" in n]
    assert not [n for n in names if n.startswith("xl/worksheets/_rels")]
    assert not re.search(rb"<f[ >]", sheet)
    assert b"hyperlink " not in sheet


def test_cancelled_and_tentative_rows_look_so() -> None:
    visit = small_visit(
        item("off", "10:00", "11:00", status=ItemStatus.CANCELLED),
        item("open", "12:00", "13:00", status=ItemStatus.TENTATIVE),
        item("sure", "14:00", "15:00", status=ItemStatus.CONFIRMED),
    )
    sheet = sheet_of(write_excel(view_of(visit)), "Программа")
    fonts = [sheet.cell(row, 6).font for row in (2, 3, 4)]
    assert [(bool(f.strike), bool(f.italic)) for f in fonts] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_the_properties_are_of_the_record() -> None:
    properties = opened(write_excel(view_of(example()))).properties
    assert properties.title == "Визит делегации Витебской области в Смоленскую область"
    assert properties.creator == "visitplanner"
    assert properties.lastModifiedBy is None
    for moment in (properties.created, properties.modified):
        assert moment is not None
        assert moment.replace(tzinfo=UTC) == CREATED


def test_no_part_of_the_package_tells_the_time_of_its_making() -> None:
    with zipfile.ZipFile(io.BytesIO(write_excel(view_of(example())))) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_above_the_audience_is_in_the_bytes(audience: Visibility) -> None:
    visit, tokens = marked(with_secrets(example()), audience)
    hidden = visit.items["laying"]
    record = with_tombstone(first_record(visit, CREATED), hidden)
    gone = replace(visit, items={k: v for k, v in visit.items.items() if k != hidden.id})
    for shown in (visit, gone):
        assert found(tokens, write_excel(view_of(shown, audience, record=record))) == []


def test_the_narrow_circle_reads_plates_and_rooms() -> None:
    visit, tokens = marked(with_secrets(example()), Visibility.INTERNAL)
    assert len(found(tokens, write_excel(view_of(visit, Visibility.RESTRICTED)))) > 3


@given(
    st.text(
        st.one_of(
            st.sampled_from("=+-@_x0041<>&\"'\n\r\t\x00\x0b\x85\u2028\ufffe😀ё"), st.characters()
        ),
        max_size=120,
    )
)
@tried("_x0041_ <b>&amp;</b>\r\nвторая строка ")
@tried("x" * 40_000)
def test_any_text_can_be_read_back(text: str) -> None:
    visit = small_visit(item("talks", "10:00", "11:00", public_text=Text(ru=text)))
    data = write_excel(view_of(visit))
    (row,) = table(sheet_of(data, "Программа"))
    mended = re.sub("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text.strip()).replace("\t", " ")
    mended = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", "", mended)
    mended = re.sub("[\ud800-\udfff]", "\ufffd", mended)
    read = str(row["Справочно"] or "").replace("_x005F_", "_")
    assert read.strip() == mended.strip()[:32_767]


def test_hundreds_of_people_and_items_fit() -> None:
    items = [item(f"i{n}", "10:00", "11:00", "anna") for n in range(700)]
    sheet = sheet_of(write_excel(view_of(small_visit(*items))), "Люди × пункты")
    assert sheet.max_column == 703
    assert sheet.auto_filter.ref == f"A1:AAA{sheet.max_row}"
    assert {c.value for c in sheet[2][3:]} <= {"участвует", None}


def test_names_of_columns() -> None:
    assert [column_name(n) for n in (1, 26, 27, 702, 703, 16384)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]


def test_rows_are_as_high_as_their_longest_text() -> None:
    one = row_height([("Слово", 40.0)], 10)
    assert row_height([("Слово " * 20, 40.0)], 10) > 2 * one
    assert row_height([("а\nб\nв", 40.0)], 10) > 2 * one
    assert row_height([("Ж" * 10_000, 10.0)], 10) == 409


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
