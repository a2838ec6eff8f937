# SPDX-License-Identifier: MIT
"""O03: whoever holds an older programme and has not been told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import clock
from tests.handed_out import MOVE, SECOND, handed_out, states
from visitplanner.domain.copies import told
from visitplanner.domain.distribution import named_states
from visitplanner.domain.edits import move_item, set_item_text
from visitplanner.domain.patch import apply
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.rules.findings import Findings
from visitplanner.rules.fixes import fixes_of
from visitplanner.rules.rule import Severity
from visitplanner.words.message import render

if TYPE_CHECKING:
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem

TODAY = date(2025, 12, 19)


def found(visit: Visit, record: Record) -> list[Problem]:
    """What O03 finds."""
    return list(Findings.full(visit, record, TODAY, {"O03"}, states()).problems)


def test_one_line_names_what_has_changed_and_how_many_do_not_know() -> None:
    (problem,) = found(states()[MOVE], handed_out())
    assert problem.severity is Severity.WARNING
    assert problem.items == ("laying",)
    assert set(problem.people) == {
        *("anokhin", "subbotin", "novikov", "morozova", "volkov", "tarasov"),
    }
    said = render(problem.message, states()[MOVE], "ru")
    assert said == (
        "8 получателей не оповещены об изменении в программе: «Возложение цветов к Вечному огню»"
    )


def test_several_changes_are_one_line_too() -> None:
    visit = states()[MOVE]
    visit = apply(visit, move_item(visit, "farewell", clock("16:55")))
    (problem,) = found(visit, handed_out())
    assert problem.items == ("laying", "farewell")
    assert render(problem.message, visit, "ru").endswith(
        "«Возложение цветов к Вечному огню» и ещё 1"
    )


def test_nothing_given_out_is_nothing_to_find() -> None:
    assert found(states()[MOVE], EMPTY_RECORD) == []
    assert found(states()[MOVE], replace(handed_out(), publications=())) == []


def test_everybody_told_is_nothing_to_find_any_more() -> None:
    record = handed_out()
    everybody = {p.reader for p in record.publications}
    ticked = told(record, sorted(everybody), MOVE, record.publications[0].at, "Е. В. Морозова")
    findings = Findings.full(states()[MOVE], record, TODAY, past=states())
    assert [p.code for p in findings.problems].count("O03") == 1
    after = findings.recorded(ticked, states())
    assert [p for p in after.problems if p.code != "O03"] == [
        p for p in findings.problems if p.code != "O03"
    ]
    assert "O03" not in {p.code for p in after.problems}


def test_edits_and_changes_of_the_record_lead_to_the_same_findings_as_a_whole_check() -> None:
    record = handed_out()
    findings = Findings.full(states()[SECOND], record, TODAY, past=states())
    for patch in (
        move_item(findings.visit, "laying", clock("11:05")),
        set_item_text(findings.visit, "lunch", "internal_text", "ru", "рыба"),
    ):
        visit = apply(findings.visit, patch)
        whole = Findings.full(visit, record, TODAY, past=states())
        assert findings.after(visit, patch, record).problems == whole.problems
        nobody = replace(record, publications=())
        assert whole.recorded(nobody, {}).problems == Findings.full(visit, nobody, TODAY).problems


def test_what_a_file_without_the_history_cannot_compare_is_said() -> None:
    past = {line: s for line, s in states().items() if line in named_states(handed_out()) - {1}}
    lines = Findings.full(states()[MOVE], handed_out(), TODAY, {"O03"}, past).problems
    assert [p.severity for p in lines] == [Severity.WARNING, Severity.INFO]
    assert render(lines[1].message, states()[MOVE], "ru") == (
        "Экземпляры 3 получателей сравнить не с чем: история этого файла начинается позже"
    )


def test_a_fix_is_not_blamed_for_the_copies_it_makes_outdated() -> None:
    visit, record = states()[SECOND], handed_out()
    without = Findings.full(visit, replace(record, publications=()), TODAY)
    given_out = Findings.full(visit, record, TODAY, past=states())
    (late,) = [p for p in without.problems if p.code == "R01"]
    offered = [(fix.title, fix.confidence) for fix in fixes_of(late, without)]
    assert offered
    assert [(fix.title, fix.confidence) for fix in fixes_of(late, given_out)] == offered
