# SPDX-License-Identifier: MIT
"""Days off of any year and country, loaded into the visit by one edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, click, settle, write
from tests.opened import read
from visitplanner.domain.people import Side
from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.tables.days import DaysWindow

if TYPE_CHECKING:
    from pathlib import Path


def test_days_off_of_any_year_are_loaded_into_a_visit_that_has_none(
    shown: Opened, path: Path
) -> None:
    window = show_editor(shown.window, DaysWindow)
    assert window is not None
    table = window.tables[0]
    for key in tuple(shown.visit.calendars):
        table.show_row(key)
        table.remove_chosen()
    settle()
    assert not shown.visit.days

    click(window.load)
    window.country.setFocus()
    QTest.keyClick(window.country, Qt.Key.Key_Down)  # Belarus
    write(window.year, "2026")
    QTest.keyClick(window.year, Qt.Key.Key_Tab)
    click(window.load)

    on_disk = read(path).visit
    assert {(c.country, c.year, c.side) for c in on_disk.calendars.values()} == {
        ("RU", 2025, Side.HOST),
        ("BY", 2026, Side.GUEST),
    }
    named = {d.date: d.name.ru for d in on_disk.days.values()}
    assert named[date(2025, 11, 4)] == "День народного единства"
    assert named[date(2026, 4, 25)] == "Рабочий день за 20 апреля"
    assert window.tables[0].current == "by-2026"
    assert window.days.model.rows[0] == "by-2026-01-01"
    before = shown.visit
    click(window.load)  # once more: nothing comes twice
    assert shown.visit.days == before.days
