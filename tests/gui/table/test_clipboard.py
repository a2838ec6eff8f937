# SPDX-License-Identifier: MIT
"""Cells and rows exchanged with Excel and Word: one step of undo, or a sentence and no change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.factory import clock
from tests.gui.table.handling import CTRL

if TYPE_CHECKING:
    from tests.gui.table.handling import Rows

EXCEL = (
    "10:05\t10:25\t20\tВозложение цветов\r\n"
    '11.10\t11.50\t\t"Встреча глав\nрегионов"\r\n'
    "1330\t\t45\tОбед\r\n"
)
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {margin:0cm} table {mso-x:1} --></style></head><body lang=RU>
<!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0>
 <tr style='mso-yfti-irow:0'>
  <td width=100 valign=top><p class=MsoNormal><b>Время</b><o:p></o:p></p></td>
  <td><p class=MsoNormal><b>Пункт</b></p></td>
  <td><p class=MsoNormal><b>Место</b></p></td>
  <td><p class=MsoNormal><b>Участвуют</b></p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal>10.05–10.25<o:p></o:p></p></td>
  <td><p class=MsoNormal>Возложение
  цветов</p></td>
  <td><p class=MsoNormal>Сквер</p></td>
  <td><p class=MsoNormal>Анина</p><p class=MsoNormal>Верина</p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal>11.10&nbsp;–&nbsp;11.50</p></td>
  <td><p class=MsoNormal>Встреча <span style='mso-spacerun:yes'>&nbsp;</span>глав</p></td>
  <td><p class=MsoNormal>Дом<br>green</p></td>
  <td><p class=MsoNormal>&nbsp;<o:p></o:p></p></td>
 </tr>
 <tr style='display:none'><td></td><td></td><td></td><td></td></tr>
</table>
<!--EndFragment--></body></html>"""


def test_rows_of_excel_are_pasted_as_one_step(table: Rows) -> None:
    before = table.visit.items
    table.go("laying", "start")
    table.paste(EXCEL)
    laying, talks, lunch = (table.item(key) for key in ("laying", "talks", "lunch"))
    assert (laying.start, laying.end) == (clock("10:05"), clock("10:25"))
    assert (talks.start, talks.end) == (clock("11:10"), clock("11:50"))
    assert (lunch.start, lunch.end) == (clock("13:30"), clock("14:15"))
    assert [i.title.ru for i in (laying, talks, lunch)] == [
        "Возложение цветов",
        "Встреча глав регионов",
        "Обед",
    ]
    table.undo()
    assert table.visit.items == before


def test_table_of_word_is_pasted_by_its_headings(table: Rows) -> None:
    before = table.visit.items
    table.go("laying", "title")
    table.paste("не то", WORD)
    laying, talks = table.item("laying"), table.item("talks")
    assert (laying.start, laying.end) == (clock("10:05"), clock("10:25"))
    assert laying.title.ru == "Возложение цветов"
    assert laying.venue == "park"
    assert [p.who for p in laying.participants] == ["anna", "vera"]
    assert (talks.start, talks.end) == (clock("11:10"), clock("11:50"))
    assert talks.title.ru == "Встреча глав"
    assert (talks.venue, talks.room) == ("hall", "green")
    assert talks.participants == ()
    assert table.item("lunch") is before["lunch"]
    table.undo()
    assert table.visit.items == before


def test_rows_beyond_the_last_become_items(table: Rows) -> None:
    table.go("new", "start")
    table.paste("17:00\t17:30\t\tКофе-пауза\tСквер\n18:00\t\t\tОтъезд")
    first, second = (table.item(key) for key in table.ids[-2:])
    assert (first.start, first.end) == (clock("17:00"), clock("17:30"))
    assert first.kind.value == "coffee"
    assert first.venue == "park"
    assert (second.start, second.title.ru) == (clock("18:00"), "Отъезд")
    table.undo()
    assert len(table.ids) == 5


def test_unreadable_cell_is_named_and_nothing_is_pasted(table: Rows) -> None:
    before = table.visit
    table.go("laying", "start")
    table.paste("10:05\t10:25\n11:99\t12:00")
    assert table.visit is before
    assert "Строка 2" in table.notice
    assert "«Начало»" in table.notice
    assert "«11:99»" in table.notice


def test_copied_cells_are_text_and_html(table: Rows) -> None:
    table.choose(("laying", "start"), ("talks", "title"))
    table.key(Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == ("10.00\t10.20\t20\tПункт laying\n11.00\t12.00\t60\tПункт talks")
    assert data.html().count("<tr>") == 2
    assert ">10.20</td>" in data.html()
    assert ">Пункт talks</td>" in data.html()


def test_title_like_a_formula_stays_text_for_excel_and_comes_back_whole(table: Rows) -> None:
    table.type("laying", "title", '=1+1 <b>"x"</b>')
    table.go("laying", "title")
    table.key(Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert not data.text().startswith("=")
    assert "mso-number-format" in data.html()
    assert "<b>" not in data.html()
    table.go("talks", "title")
    table.paste(data.text())
    assert table.item("talks").title.ru == '=1+1 <b>"x"</b>'


def test_copied_rows_pasted_elsewhere_carry_everything_they_show(table: Rows) -> None:
    table.choose(("laying", "minutes"), ("laying", "status"))
    table.key(Qt.Key.Key_C, CTRL)
    table.go("lunch", "minutes")
    table.key(Qt.Key.Key_V, CTRL)
    lunch = table.item("lunch")
    assert (lunch.start, lunch.end) == (clock("13:00"), clock("13:20"))
    assert (lunch.title.ru, lunch.venue, lunch.room) == ("Пункт laying", "park", None)
    assert [p.who for p in lunch.participants] == ["anna", "vera"]


def test_one_cell_fills_all_selected_ones(table: Rows) -> None:
    table.choose(("welcome", "responsible"), ("lunch", "responsible"))
    table.paste("Дорина")
    keys = ("welcome", "laying", "talks", "lunch")
    assert [table.item(key).responsible for key in keys] == ["dora"] * 4
    assert table.item("farewell").responsible is None
    table.undo()
    assert [table.item(key).responsible for key in keys] == [None] * 4


def test_cut_takes_what_can_be_empty(table: Rows) -> None:
    table.choose(("laying", "title"), ("laying", "people"))
    table.key(Qt.Key.Key_X, CTRL)
    laying = table.item("laying")
    assert laying.title.ru == "Пункт laying"
    assert laying.venue is None
    assert laying.participants == ()
    assert "Сквер" in QGuiApplication.clipboard().text()


def test_cells_that_cannot_be_empty_say_so(table: Rows) -> None:
    before = table.visit
    table.choose(("laying", "end"), ("laying", "minutes"))
    table.key(Qt.Key.Key_Delete)
    assert table.visit is before
    assert table.notice == "Эта ячейка не может быть пустой."


def test_empty_clipboard_says_so(table: Rows) -> None:
    table.go("laying", "title")
    table.paste("")
    assert table.notice == "В буфере обмена нет текста для вставки."
