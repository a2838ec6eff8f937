# SPDX-License-Identifier: MIT
"""The drawing of seats: by protocol first, then by hand; every name whole on its plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, click, settle, write
from tests.gui.people.hand import editor
from tests.opened import read
from visitplanner.domain.seating import TableLayout
from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.seating.room import _parts
from visitplanner.gui.seating.window import SeatingWindow
from visitplanner.gui.timeline.typesetter import Role

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opening


@pytest.mark.parametrize("layout", list(TableLayout))
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_surname_stands_whole_on_its_plate_and_all_are_of_one_size(
    opened: Opening, path: Path, language: str, layout: TableLayout
) -> None:
    shown = opened(path, language=language)
    shown.desk.jump("session")
    window = editor(shown, SeatingWindow, "edit-seating")
    window.layout_field.setFocus()
    while window.layout_field.currentData() != layout.value:
        at = window.layout_field.currentIndex()
        wanted = window.layout_field.findData(layout.value)
        key = Qt.Key.Key_Down if at < wanted else Qt.Key.Key_Up
        QTest.keyClick(window.layout_field, key)
        settle()
    assert window.plan is not None
    assert window.plan.layout is layout
    metrics = QFontMetricsF(window.room.setter.fonts[Role.TITLE])

    cut = [
        plate.name
        for plate in window.room.pieces
        for part in _parts(plate.name)[0].split("-")
        if metrics.horizontalAdvance(part) > plate.width() - 12
    ]
    assert cut == []
    inside = window.room.rect()
    assert all(inside.contains(plate.geometry()) for plate in window.room.pieces)


def test_the_door_and_the_plate_are_set_in_fields_and_each_is_a_step(
    shown: Opened, path: Path
) -> None:
    shown.desk.jump("session")
    window = editor(shown, SeatingWindow, "edit-seating")
    before = shown.visit
    assert window.seat is not None  # the first seat is chosen at once
    window.door.setFocus()
    QTest.keyClick(window.door, Qt.Key.Key_Up)
    settle()
    write(window.plate, "А. М. СУББОТИН")
    window.finish_typing()

    plan = next(p for p in read(path).visit.seatings.values() if p.item == "session")
    assert plan.door == "top"
    assert plan.seats[0].plate_text.ru == "А. М. СУББОТИН"
    shown.act("undo")
    shown.act("undo")
    assert shown.visit == before


def test_enter_asks_who_sits_here_and_one_without_a_seat_takes_it(
    shown: Opened, path: Path
) -> None:
    shown.desk.jump("session")
    window = editor(shown, SeatingWindow, "edit-seating")
    plate = window.room.pieces[3]
    plate.setFocus()
    was = window.room.seats[3].person
    QTest.keyClick(plate, Qt.Key.Key_Delete)
    settle()
    assert window.unseated.isVisible()
    assert window.unseated.count() == 1
    QTest.keyClick(plate, Qt.Key.Key_Return)
    settle()
    assert window.person.hasFocus() or window.person.edit.hasFocus()
    window.unseated.setFocus()
    window.unseated.setCurrentRow(0)
    QTest.keyClick(window.unseated, Qt.Key.Key_Return)
    settle()

    plan = next(p for p in read(path).visit.seatings.values() if p.item == "session")
    assert plan.seats[3].person == was
    assert not window.unseated.isVisible()


def test_seats_are_swapped_by_keys_and_by_mouse_and_filled_by_protocol(shown: Opened) -> None:
    shown.desk.jump("session")
    shown.act("edit-seating")
    window = show_editor(shown.window, SeatingWindow)
    assert window is not None
    settle()
    assert window.plan is not None
    first = [s.person for s in window.plan.seats]
    window.room.pieces[0].setFocus()
    QTest.keyClick(window.room.pieces[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    by_keys = [s.person for s in window.plan.seats]
    assert sorted(map(str, by_keys)) == sorted(map(str, first))
    assert by_keys != first
    assert window.faults.count() == 1

    plate, other = window.room.pieces[1], window.room.pieces[4]
    QTest.mousePress(plate, Qt.MouseButton.LeftButton, pos=plate.rect().center())
    there = plate.mapFromGlobal(other.mapToGlobal(other.rect().center()))
    QTest.mouseMove(plate, plate.rect().center() + (there - plate.rect().center()) / 2)
    QTest.mouseMove(plate, there)
    QTest.mouseRelease(plate, Qt.MouseButton.LeftButton, pos=there)
    settle()
    assert [s.person for s in window.plan.seats][4] == by_keys[1]

    QTest.keyClick(window.room.pieces[2], Qt.Key.Key_Delete)
    settle()
    assert window.plan.seats[2].person is None
    assert "пусто" in window.room.pieces[2].accessibleName()
    click(window.automatic)
    assert window.faults.count() == 0
    assert window.unseated.count() == 0


def test_a_signing_table_is_laid_for_a_signing_and_a_plate_gets_a_text(shown: Opened) -> None:
    window = show_editor(shown.window, SeatingWindow)
    assert window is not None
    window.show_item("signing")
    click(window.automatic)
    assert window.plan is not None
    assert window.plan.layout is TableLayout.SIGNING
    window.room.pieces[0].setFocus()
    settle()
    write(window.plate, "Анохин")
    window.finish_typing()
    settle()

    assert window.plan.seats[0].plate_text.ru == "Анохин"
