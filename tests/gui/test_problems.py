# SPDX-License-Identifier: MIT
"""The problems panel: what is wrong appears, leads to its place, and can be mended or waived."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.factory import clock, item, small_visit
from tests.gui.opening import TODAY, Opened, button, click, press, settle, write
from tests.opened import read, visit_file
from visitplanner.domain.edits import move_item
from visitplanner.domain.period import at
from visitplanner.gui.inspector.times import Times
from visitplanner.gui.problems.panel import GroupHead
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox

    from tests.gui.opening import Opening

CLASH = (
    "В. Н. Анохин и А. М. Субботин: «Протокольная встреча глав регионов» и «Заседание рабочей"
    " группы по сотрудничеству Смоленской и Витебской областей» одновременно, 20 минут"
)


def move_session(shown: Opened, typed: str) -> None:
    """Types another start of the session."""
    shown.desk.jump("session")
    settle()
    times = shown.chapter(Times)
    write(times.start, typed)
    press(times.start, Qt.Key.Key_Return)


def heads(shown: Opened) -> dict[str, GroupHead]:
    found = shown.place.problems.findChildren(GroupHead)
    return {head.text().rsplit("  ", 1)[0]: head for head in found if head.isVisible()}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_example_has_one_warning(shown: Opened) -> None:
    assert [row.problem.code for row in shown.rows] == ["R01", "H01"]
    assert shown.tools.count.text() == "ошибок нет · внимание: 1"


def test_a_moved_session_clashes_and_undo_mends_it(shown: Opened) -> None:
    before = shown.sentences
    move_session(shown, "1145")
    clash = [plain(sentence) for sentence in shown.sentences]
    counted = shown.tools.count.text()
    shown.act("undo")

    assert clash == [CLASH, *map(plain, before)]
    assert counted == "1 ошибка · внимание: 1"
    assert shown.sentences == before
    assert shown.tools.count.text() == "ошибок нет · внимание: 1"


def test_a_click_leads_to_the_place(shown: Opened) -> None:
    move_session(shown, "1145")
    shown.desk.select(())
    click(shown.rows[0].sentence)

    assert shown.desk.selection == ("heads-meeting",)
    assert shown.place.centre.timeline.selection == ("heads-meeting",)
    assert shown.rows[0].current


def test_f8_walks_round_the_problems(shown: Opened) -> None:
    timeline = shown.place.centre.timeline
    walked = []
    for _ in range(3):
        press(timeline, Qt.Key.Key_F8)
        row = shown.place.problems.current_row
        assert row is not None
        walked.append(row.problem.code)
    press(timeline, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    back = shown.place.problems.current_row

    assert walked == ["R01", "H01", "R01"]
    assert back is not None
    assert back.problem.code == "H01"


def test_a_fix_is_a_button_named_by_its_effect(shown: Opened) -> None:
    move_session(shown, "1145")
    click(shown.rows[0])
    click(button(shown.rows[0], "Перенести на 12.10"))

    assert shown.item("session").start == at("2025-12-23T12:10")
    assert "T01" not in {row.problem.code for row in shown.rows}


def test_fixes_by_keyboard_alone(shown: Opened) -> None:
    shown.desk.edit(lambda visit: move_item(visit, "session", at("2025-12-23T11:45")))
    shown.desk.jump("session")
    timeline = shown.place.centre.timeline
    press(timeline, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    focus = shown.window.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_Return)

    assert shown.item("session").start == at("2025-12-23T12:10")


def test_a_finding_is_left_as_it_is_for_a_reason(shown: Opened, path: Path) -> None:
    row = shown.rows[0]
    click(row)
    click(button(row, "Оставить как есть…"))
    keep = button(row, "Оставить как есть")
    empty = keep.isEnabled()
    focus = shown.window.focusWidget()
    assert focus is not None
    write(focus, "Сопровождение ГАИ")
    click(keep)

    waiver = next(iter(read(path).visit.waivers.values()))
    assert not empty
    assert (waiver.code, waiver.reason) == ("R01", "Сопровождение ГАИ")
    assert (waiver.author, waiver.on) == ("Иванова", TODAY)
    assert [row.problem.code for row in shown.rows] == ["H01"]
    assert shown.tools.count.text() == "ошибок нет"
    assert "Отступления" in heads(shown)


def test_a_waiver_is_taken_back(shown: Opened) -> None:
    row = shown.rows[0]
    click(row)
    row.waived.emit("Сопровождение ГАИ")
    settle()
    click(heads(shown)["Отступления"])
    waived = next(row for row in shown.rows if row.problem.code == "R01")
    remark = waived.accessibleDescription()
    click(waived)
    click(button(waived, "Отменить отступление"))

    assert remark == "Основание: Сопровождение ГАИ (Иванова, 01.12.2025)"
    assert shown.visit.waivers == {}
    assert shown.tools.count.text() == "ошибок нет · внимание: 1"


def test_what_is_not_due_yet_is_folded_with_its_day(shown: Opened) -> None:
    head = heads(shown)["Ещё рано"]
    folded = [row.problem.code for row in shown.rows]
    click(head)
    early = next(row for row in shown.rows if not row.problem.due)

    assert "V06" not in folded
    assert early.problem.code == "V06"
    assert early.accessibleDescription().startswith("Учитывается с ")


def test_the_explanation_opens_beside_the_list(shown: Opened) -> None:
    row = shown.rows[0]
    click(row)
    click(button(row, "Почему это важно"))
    explanation = shown.place.problems.explanation
    opened = explanation.isVisible()
    text = explanation.accessibleDescription()
    click(button(shown.rows[0], "Почему это важно"))

    assert opened
    assert explanation.accessibleName().startswith("R01")
    for heading in ("Что находит", "Почему это важно", "Пример", "Что делать", "Источник"):
        assert f"{heading}: " in text
    assert not explanation.isVisible()


def test_a_finding_in_the_inspector_leads_to_the_panel(shown: Opened) -> None:
    from visitplanner.gui.inspector.chapters import Finding

    move_session(shown, "1145")
    finding = next(
        f for f in shown.place.inspector.findChildren(Finding) if plain(f.accessibleName()) == CLASH
    )
    click(finding)

    assert shown.rows[0].current


def test_the_list_says_when_nothing_is_wrong(shown: Opened) -> None:
    shown.act("blank-visit")

    assert shown.rows == []
    assert shown.tools.count.text() == "ошибок нет"


def test_what_is_beyond_doubt_is_mended_in_one_step(shown: Opened) -> None:
    shown.desk.edit(lambda visit: move_item(visit, "session", at("2025-12-23T11:45")))
    shown.act("fix-safe")
    mended = shown.item("session").start
    left = {row.problem.code for row in shown.rows}
    said = shown.window.notices.text
    click(button(shown.window.notices, "Отменить"))

    assert mended == at("2025-12-23T12:10")
    assert "T01" not in left
    assert said.startswith("Исправлен")
    assert shown.item("session").start == at("2025-12-23T11:45")


def pick(choice: QComboBox, text: str) -> None:
    """Chooses a line of a list by its first letters."""
    choice.setFocus()
    number = next(n for n in range(choice.count()) if choice.itemText(n).startswith(text))
    while choice.currentIndex() != number:
        down = choice.currentIndex() < number
        press(choice, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_findings_are_filtered_by_severity(shown: Opened) -> None:
    move_session(shown, "1145")
    filters = shown.place.problems.filters
    pick(filters.severity, "Внимание")
    warnings = [row.problem.severity for row in shown.rows]
    pick(filters.severity, "Ошибка")
    errors = [row.problem.code for row in shown.rows]
    pick(filters.severity, "Любая")

    assert set(warnings) == {Severity.WARNING}
    assert errors == ["T01"]
    assert [row.problem.code for row in shown.rows] == ["T01", "R01", "H01"]
    assert shown.tools.count.text() == "1 ошибка · внимание: 1"


def test_findings_are_filtered_by_person(shown: Opened) -> None:
    move_session(shown, "1145")
    filters = shown.place.problems.filters
    offered = [filters.person.itemText(n) for n in range(1, filters.person.count())]
    pick(filters.person, "Анохин")
    his = [row.problem.code for row in shown.rows]
    shown.act("undo")
    settle()
    mended = [row.problem.code for row in shown.rows]
    click(button(shown.place.problems, "Показать всё"))

    assert [plain(name) for name in offered][:2] == ["Анохин В. Н.", "Субботин А. М."]
    assert his == ["T01"]
    assert mended == []
    assert [row.problem.code for row in shown.rows] == ["R01", "H01"]
    assert filters.person.currentIndex() == 0


def test_findings_are_filtered_by_day(opened: Opening, tmp_path: Path) -> None:
    day = 1440
    late = item("c", "10:00", "11:00", "anna")
    late = replace(late, start=clock("10:00").plus(day), end=clock("11:00").plus(day))
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("b", "10:30", "11:30", "anna"),
        late,
        replace(late, id="d"),
    )
    visit = replace(visit, about=replace(visit.about, ends=visit.about.ends + timedelta(1)))
    shown = opened(visit_file(tmp_path, visit))
    filters = shown.place.problems.filters
    clashes = [row.problem.items for row in shown.rows if row.problem.code == "T01"]
    pick(filters.day, "24 декабря")
    second = [row.problem.items for row in shown.rows if row.problem.code == "T01"]

    assert clashes == [("a", "b"), ("c", "d")]
    assert second == [("c", "d")]
    press(shown.place.centre.timeline, Qt.Key.Key_F8)
    assert shown.desk.selection[0] in {"c", "d"}


def test_a_jump_to_a_finding_lets_the_filters_go(shown: Opened) -> None:
    filters = shown.place.problems.filters
    pick(filters.severity, "Ошибка")
    hidden = list(shown.rows)
    shown.desk.ask_problem(next(p.key for p in shown.desk.session.problems if p.code == "R01"))
    settle()

    assert hidden == []
    assert filters.severity.currentIndex() == 0
    assert shown.place.problems.current_row is shown.rows[0]


def test_hundreds_of_findings_are_laid_out_by_and_by(opened: Opening, tmp_path: Path) -> None:
    visit = small_visit(*(item(f"i{n:02}", "10:00", "11:00", "anna") for n in range(20)))
    shown = opened(visit_file(tmp_path, visit))
    panel = shown.place.problems
    press(shown.place.centre.timeline, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    last = panel.current_row
    for _ in range(20):
        settle()

    assert len(panel.order) == 190
    assert last is not None
    assert last.problem.items == ("i18", "i19")
    assert len(panel.rows) == 190
    assert all(row.isVisible() for row in panel.rows.values())
    assert heads(shown)["Ошибки"].text().endswith("190")


def test_the_count_in_the_toolbar_leads_to_the_list(shown: Opened) -> None:
    shown.act("pane-problems")
    click(shown.tools.count)

    assert shown.place.panes["problems"].isVisible()
    assert shown.window.focusWidget() is shown.rows[0]


def test_a_finding_says_code_severity_people_place_and_minutes(shown: Opened) -> None:
    row = shown.rows[0]

    assert row.accessibleName().startswith("Внимание R01: ")
    for wanted in ("Шевченко", "«Проводы делегации»", "площадка у въездной стелы", "3 мин"):
        assert wanted in plain(row.sentence.text())
