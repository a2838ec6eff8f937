# SPDX-License-Identifier: MIT
"""The workbook as a file: ready to print, text that stays text, nothing hidden in it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC

import pytest
from hypothesis import example as tried
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.exports.calendars import CREATED
from tests.exports.workbooks import (
    AUDIENCES,
    PUBLIC_SHEETS,
    opened,
    sheet_of,
    table,
    view_of,
)
from tests.factory import example, item, small_visit
from tests.leak import found, marked, with_secrets, with_tombstone
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import Version, first_record
from visitplanner.domain.text import Text, Visibility
from visitplanner.exports.excel import sheets, write_excel
from visitplanner.exports.excel.heights import row_height
from visitplanner.exports.excel.rows import column_name


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_sheet_is_ready_to_print(audience: Visibility) -> None:
    visit = example()
    record = replace(
        first_record(visit, CREATED),
        versions=(Version(number=3, created=CREATED, author="x"),),
        edit=0,
    )
    view = view_of(visit, audience, record=record)
    assert view.illustrative_note
    for sheet in opened(write_excel(view)).worksheets:
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
        assert sheet.oddFooter.left.text == "Редакция 3 от 01.12, проект"
        assert sheet.oddFooter.center.text == view.illustrative_note
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
@settings(max_examples=50)
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


def test_more_items_than_columns_go_on_on_another_sheet() -> None:
    view = view_of(small_visit(item("talks", "10:00", "11:00", "anna")))
    (day,), (row,) = view.days, view.rows
    crowd = replace(
        view,
        days=(replace(day, rows=(row,) * 16_400),),
        attendance=tuple(replace(a, marks=a.marks * 16_400) for a in view.attendance),
    )
    first, second = (s for s in sheets(crowd) if s.title.startswith("Люди × пункты"))
    assert second.title == "Люди × пункты 2"
    assert [len(s.headers) for s in (first, second)] == [16_384, 3 + 19]
    assert {len(line.values) for line in second.lines} == {22}


def test_an_empty_visit_is_a_workbook_of_headers() -> None:
    book = opened(write_excel(view_of(small_visit())))
    assert book.sheetnames == PUBLIC_SHEETS
    assert book["Программа"].max_row == 1


def test_names_of_columns() -> None:
    assert [column_name(n) for n in (1, 26, 27, 702, 703, 16384)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]


def test_rows_are_as_high_as_their_longest_text() -> None:
    one = row_height([("Слово", 40.0)], 10)
    assert row_height([("Слово " * 20, 40.0)], 10) > 2 * one
    assert row_height([("а\nб\nв", 40.0)], 10) > 2 * one
    assert row_height([("Ж" * 10_000, 10.0)], 10) == 409
