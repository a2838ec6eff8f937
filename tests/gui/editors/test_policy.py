# SPDX-License-Identifier: MIT
"""The accepted order as a form: every field of it, each a step of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import fields
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.gui.opening import Opened, click, settle, write
from tests.gui.people.hand import editor, go, paste, type_cell
from tests.opened import read
from visitplanner.domain.policy import ProtocolPolicy
from visitplanner.domain.transport import VehicleClass
from visitplanner.exports.pdf.official import PROFILES
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.tables import policy as form_of
from visitplanner.gui.tables.windows import PolicyWindow

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def policy(shown: Opened) -> PolicyWindow:
    return editor(shown, PolicyWindow, "edit-policy")


def test_every_field_of_the_accepted_order_can_be_edited(policy: PolicyWindow) -> None:
    shown = {name.partition("-")[0] for name in policy.form.fields} | {"lead_days", "word_terms"}

    assert shown == {field.name for field in fields(ProtocolPolicy)}


def test_a_number_is_a_step_of_its_own_and_nonsense_is_marked(
    shown: Opened, policy: PolicyWindow, path: Path
) -> None:
    write(policy.form.fields["boarding_minutes-minibus"], "7")
    policy.finish_typing()
    settle()
    stored = read(path).visit.policy
    assert stored.boarding_minutes[VehicleClass.MINIBUS] == 7
    wrong = policy.form.fields["escorted_factor"]
    write(wrong, "много")
    policy.finish_typing()
    settle()

    assert wrong.property("wrong") is True
    assert "много" in policy.notices.text
    assert shown.visit.policy.escorted_factor == 1.15
    shown.act("undo")
    assert shown.visit.policy.boarding_minutes[VehicleClass.MINIBUS] == 5


def test_a_choice_is_made_by_the_keyboard(shown: Opened, policy: PolicyWindow, path: Path) -> None:
    field = policy.form.fields["page_profile"]
    assert isinstance(field, ChoiceField)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    settle()

    assert read(path).visit.policy.page_profile == "by"
    assert {profile.value for profile in form_of.PageProfile} == set(PROFILES)
    shown.act("undo")
    assert field.currentText() == "российские: 30 и 10 мм по бокам"


def test_terms_by_their_wording_are_a_table_that_takes_rows_of_excel(
    shown: Opened, policy: PolicyWindow, path: Path
) -> None:
    table = policy.lists[1]
    QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    click(table.add)
    type_cell(table.grid, "0", "word", "весьма срочно")
    go(table.grid, "", "word")
    paste(table.grid, "срочно\t3\nоперативно\t10")

    terms = {"весьма срочно": 1, "срочно": 3, "оперативно": 10}
    assert dict(read(path).visit.policy.word_terms) == terms
    type_cell(table.grid, "1", "word", "оперативно")
    assert table.grid.field is not None
    assert table.grid.field.refused  # it stands in the list already
    QTest.keyClick(table.grid.field, Qt.Key.Key_Escape)
    settle()
    assert policy.isVisible()  # Esc lets the text go, and the window stays
    assert dict(shown.visit.policy.word_terms) == terms


def test_esc_in_a_field_drops_what_was_typed_and_a_second_one_closes_the_window(
    shown: Opened, policy: PolicyWindow
) -> None:
    before = shown.visit
    field = policy.form.fields["buffer_minutes"]
    write(field, "25")

    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert policy.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()

    assert shown.window.findChildren(PolicyWindow) == []
    assert shown.visit is before
