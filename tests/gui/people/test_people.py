# SPDX-License-Identifier: MIT
"""The window of people: tables edited in place, cases, ranks, groups, over a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.factory import example
from tests.gui.opening import click, press, settle, write
from tests.gui.people.hand import cell, editor, go, keys_in, paste, type_cell
from tests.opened import read
from visitplanner.domain.text import Case
from visitplanner.domain.visit import memberships_of
from visitplanner.editions.edition import EDITIONS
from visitplanner.editions.view import programme_view
from visitplanner.gui.people.window import PeopleWindow
from visitplanner.words.cases import person_name

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opened


@pytest.fixture
def people(shown: Opened) -> PeopleWindow:
    return editor(shown, PeopleWindow, "people")


def members(shown: Opened, key: str = "guests") -> list[str]:
    return [m.person for m in memberships_of(shown.visit, key)]


def test_names_and_posts_are_typed_over_in_the_table(
    shown: Opened, people: PeopleWindow, path: Path
) -> None:
    type_cell(people.people.grid, "zhuk", "name", "Жукова Ирина Олеговна")
    type_cell(people.people.grid, "zhuk", "post", "начальник отдела внешних связей")

    person = read(path).visit.people["zhuk"]
    assert (person.surname.ru, person.given.ru) == ("Жукова", "Ирина")
    assert person.surname.en == shown.visit.people["zhuk"].surname.en
    post = shown.visit.posts["post-zhuk"]
    assert post.title.ru == "начальник отдела внешних связей"
    assert "en" in post.title.stale


def test_each_cell_is_one_step_taken_back_from_this_window(
    shown: Opened, people: PeopleWindow
) -> None:
    before = shown.visit
    type_cell(people.people.grid, "zhuk", "post", "советник")
    type_cell(people.people.grid, "zhuk", "level", "6")

    press(people, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.visit.posts["post-zhuk"].level == 7
    press(people, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.visit.posts == before.posts


def test_a_name_typed_into_the_empty_row_is_a_new_person(
    shown: Opened, people: PeopleWindow
) -> None:
    type_cell(people.people.grid, "", "name", "Лукашевич Ольга Олеговна")

    (key,) = set(shown.visit.people) - set(example().people)
    person = shown.visit.people[key]
    assert (person.surname.ru, person.patronymic.ru) == ("Лукашевич", "Олеговна")
    assert person.gender.value == "female"
    press(people, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert key not in shown.visit.people


def test_what_makes_no_sense_is_refused_and_stays_to_be_mended(
    shown: Opened, people: PeopleWindow
) -> None:
    go(people.people.grid, "zhuk", "level")
    press(people.people.grid, Qt.Key.Key_9)
    field = people.people.grid.field
    assert field is not None
    write(field, "77")
    press(field, Qt.Key.Key_Return)

    assert people.people.grid.field is field
    assert field.refused
    assert shown.visit.posts["post-zhuk"].level == 7
    press(field, Qt.Key.Key_Escape)


def test_rows_of_excel_become_people_in_delegations(shown: Opened, people: PeopleWindow) -> None:
    before = set(shown.visit.people)
    go(people.people.grid, "", "name")

    paste(
        people.people.grid,
        "ФИО\tДолжность\tДелегация\n"
        "Ким Ян Петрович\tректор института\tВитебская область\n"
        "Ли Анна Юрьевна\tпереводчик\tСмоленская область\n",
    )

    fresh = {shown.visit.people[k].surname.ru: k for k in set(shown.visit.people) - before}
    assert fresh.keys() == {"Ким", "Ли"}
    assert members(shown)[-1] == fresh["Ким"]
    assert members(shown, "hosts")[-1] == fresh["Ли"]
    assert cell(people.people.grid, fresh["Ким"], "level") == "6"
    people.undo()
    assert set(shown.visit.people) == before


def test_a_wrong_cell_of_a_paste_is_named_and_nothing_is_taken(
    shown: Opened, people: PeopleWindow
) -> None:
    before = shown.visit
    go(people.people.grid, "", "name")

    paste(people.people.grid, "ФИО\tДелегация\nКим Ян Петрович\tНигде\n")

    assert shown.visit is before
    assert "Строка 2" in people.notices.text
    assert "Нигде" in people.notices.text


def test_rows_copied_are_tab_separated_with_their_words(people: PeopleWindow) -> None:
    grid = people.people.grid
    go(grid, "zhuk", "name")
    press(grid, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)

    press(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    cells = QApplication.clipboard().text().split("\t")
    assert cells[0] == "Жук Ирина Олеговна"
    assert cells[3] == "Витебская область"


def test_search_finds_in_every_language_and_what_is_edited_stays(people: PeopleWindow) -> None:
    write(people.people.search, "zhuk")
    assert keys_in(people.people) == ("zhuk",)

    write(people.people.search, "витебского городского")
    assert keys_in(people.people) == ("geroev",)
    people.people.search.clear()
    settle()
    assert len(keys_in(people.people)) == 31


def test_a_click_on_a_header_sorts(people: PeopleWindow) -> None:
    grid = people.people.grid
    model = people.people.model
    column = next(c for c in model.columns if c.key == "name")

    grid.sortByColumn(model.number_of(column), Qt.SortOrder.AscendingOrder)

    names = [cell(grid, key, "name") for key in keys_in(people.people)]
    assert names == sorted(names, key=lambda n: n.casefold().replace("ё", "е"))


def test_a_removed_person_is_gone_everywhere_in_one_step(
    shown: Opened, people: PeopleWindow
) -> None:
    go(people.people.grid, "zhuk", "name")
    click(people.people.remove)

    assert "zhuk" not in shown.visit.people
    assert [m.rank for m in memberships_of(shown.visit, "guests")] == list(range(1, 9))
    assert all("zhuk" not in [p.who for p in i.participants] for i in shown.visit.items.values())
    people.undo()
    assert shown.visit.people.keys() == example().people.keys()


def test_the_card_shows_the_chosen_one_and_edits_each_language(
    shown: Opened, people: PeopleWindow
) -> None:
    go(people.people.grid, "geroev", "name")
    assert people.card.title.text() == "Героев Алексей"

    write(people.card.names["patronymic", "ru"], "Иванович")
    people.card.finish_typing()
    write(people.card.names["surname", "en"], "Gerojew")
    people.card.finish_typing()
    settle()

    person = shown.visit.people["geroev"]
    assert (person.patronymic.ru, person.surname.en) == ("Иванович", "Gerojew")
    assert cell(people.people.grid, "geroev", "name") == "Героев Алексей Иванович"
    people.undo()
    assert shown.visit.people["geroev"].surname.en != "Gerojew"
    assert shown.visit.people["geroev"].patronymic.ru == "Иванович"


def test_a_case_corrected_by_hand_is_marked_wins_and_prints(
    shown: Opened, people: PeopleWindow
) -> None:
    go(people.people.grid, "subbotin", "name")
    grid = people.card.grid
    assert cell(grid, "ins", "surname") == "Субботиным"

    type_cell(grid, "ins", "surname", "Субботином")

    person = shown.visit.people["subbotin"]
    assert person.forms.surname.ins == "Субботином"
    assert person_name(person, "ru", Case.INS) == "Субботином Александром Михайловичем"
    column = next(c for c in people.card.cases.columns if c.key == "surname")
    assert column.marked is not None
    assert column.marked(people.card.cases.reading, "ins")
    edition = EDITIONS["official"]
    view = programme_view(
        shown.visit, shown.desk.session.record, audience=edition.audience, language="ru"
    )
    assert "Субботином" in view.subject

    go(grid, "ins", "surname")
    press(grid, Qt.Key.Key_Delete)
    assert shown.visit.people["subbotin"].forms == person.forms.__class__()
    assert cell(grid, "ins", "surname") == "Субботиным"


def test_the_post_has_cases_too(shown: Opened, people: PeopleWindow) -> None:
    go(people.people.grid, "subbotin", "name")

    type_cell(people.card.grid, "dat", "post", "председателю Облисполкома")

    assert shown.visit.posts["post-subbotin"].forms.dat == "председателю Облисполкома"
    type_cell(people.card.grid, "nom", "post", "председатель совета")
    assert shown.visit.posts["post-subbotin"].title.ru == "председатель совета"
    assert shown.visit.posts["post-subbotin"].forms.dat == ""


def test_members_are_dragged_and_moved_by_keys(shown: Opened, people: PeopleWindow) -> None:
    people.show_delegation("guests")
    settle()
    grid = people.delegations.members.grid
    go(grid, "member-korol", "name")

    press(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert members(shown)[3:5] == ["korol", "zhuravel"]
    assert grid.current == "member-korol"

    model = people.delegations.members.model
    data = model.mimeData([model.index(model.row_of("member-zhuk"), 1)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert members(shown)[:3] == ["subbotin", "zhuk", "mitskevich"]
    people.undo()
    people.undo()
    assert members(shown) == [m.person for m in memberships_of(example(), "guests")]


def test_sorted_or_searched_rows_cannot_be_dragged(people: PeopleWindow) -> None:
    people.show_delegation("guests")
    model = people.delegations.members.model
    assert model.movable
    people.delegations.members.grid.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert not model.movable


def test_head_and_substitute_by_button(shown: Opened, people: PeopleWindow) -> None:
    people.show_delegation("guests")
    settle()
    grid = people.delegations.members.grid
    go(grid, "member-mitskevich", "name")
    click(people.delegations.head)

    assert shown.visit.delegations["guests"].head == "mitskevich"
    assert members(shown)[0] == "mitskevich"
    go(grid, "member-subbotin", "name")
    click(people.delegations.stand_in)
    assert shown.visit.delegations["guests"].substitute == "subbotin"
    assert people.delegations.members.model.mark("member-mitskevich") == "star"


def test_a_counterpart_is_of_the_other_side(shown: Opened, people: PeopleWindow) -> None:
    people.show_delegation("guests")
    settle()
    grid = people.delegations.members.grid

    type_cell(grid, "member-zhuk", "counterpart", "Гончар")
    assert shown.visit.memberships["member-gonchar"].counterpart == "zhuk"

    type_cell(grid, "member-zhuk", "counterpart", "Король")
    assert grid.field is not None
    assert grid.field.refused
    press(grid.field, Qt.Key.Key_Escape)


def test_a_known_name_typed_into_a_delegation_joins_it(shown: Opened, people: PeopleWindow) -> None:
    people.show_delegation("hosts")
    settle()

    type_cell(people.delegations.members.grid, "", "name", "Павлов А. С.")

    joined = [p for p in members(shown, "hosts") if p == "pavlov"]
    fresh = set(shown.visit.people) - set(example().people)
    assert joined == ["pavlov"], members(shown, "hosts")
    assert fresh == set()


def test_groups_take_several_names(shown: Opened, people: PeopleWindow) -> None:
    people.tabs.setCurrentWidget(people.groups)

    go(people.groups.grid, "press", "members")
    people.groups.grid.begin()
    field = people.groups.grid.field
    assert field is not None
    write(field, "Громова, Жук")
    press(field, Qt.Key.Key_Return)
    type_cell(people.groups.grid, "press", "headcount", "12")

    group = shown.visit.groups["press"]
    assert (group.members, group.headcount) == (("gromova", "zhuk"), 12)


def test_posts_have_days(shown: Opened, people: PeopleWindow) -> None:
    people.tabs.setCurrentWidget(people.posts)

    assert cell(people.posts.grid, "post-subbotin", "valid_to") == "15.01.2026"
    type_cell(people.posts.grid, "post-subbotin", "valid_to", "31.1.26")

    assert str(shown.visit.posts["post-subbotin"].valid_to) == "2026-01-31"


def test_the_navigator_leads_to_the_delegation(shown: Opened) -> None:
    from visitplanner.gui.handlers import edit_section

    edit_section(shown.window, "delegations", "guests")
    settle()

    (window,) = (w for w in shown.window.findChildren(PeopleWindow) if w.isVisible())
    assert window.tabs.currentWidget() is window.delegations
    assert window.delegations.delegation == "guests"


def test_the_window_closes_with_the_visit_and_changes_language_with_it(
    shown: Opened, people: PeopleWindow
) -> None:
    shown.act("language-en")
    assert people.windowTitle() == "People and delegations"
    assert cell(people.people.grid, "zhuk", "name").startswith("Zhuk")

    shown.act("close-visit")
    assert not shown.window.findChildren(PeopleWindow)


def test_the_models_keep_the_rules_of_models(shown: Opened, people: PeopleWindow) -> None:
    tables = (people.people, people.delegations.members, people.groups, people.posts)
    strict = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table.model, strict) for table in tables]
    testers.append(QAbstractItemModelTester(people.card.cases, strict))
    people.show_delegation("guests")

    type_cell(people.delegations.members.grid, "member-zhuk", "name", "Жук Инна")
    people.delegations.members.grid.move_chosen(-1)
    write(people.people.search, "жук")
    people.undo()
    people.undo()
    people.people.search.clear()
    shown.desk.redo()
    people.people.grid.sortByColumn(2, Qt.SortOrder.DescendingOrder)

    assert len(testers) == 5
