# SPDX-License-Identifier: MIT
"""The drawing of flags: moved by keys and by mouse, put in the accepted order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import Opened, click, press, settle, write
from tests.gui.people.hand import editor
from tests.opened import read
from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.flags.window import FlagsWindow

if TYPE_CHECKING:
    from pathlib import Path


def test_a_flag_is_dragged_to_another_place_added_and_removed(shown: Opened, path: Path) -> None:
    shown.desk.jump("signing")
    window = editor(shown, FlagsWindow, "edit-flags")
    before = shown.visit
    first, last = window.row.pieces[0], window.row.pieces[3]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=first.rect().center())
    there = first.mapFromGlobal(last.mapToGlobal(last.rect().center()))
    QTest.mouseMove(first, first.rect().center() + (there - first.rect().center()) / 2)
    QTest.mouseMove(first, there)
    assert window.row.target == 3
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=there)
    settle()
    assert read(path).visit.flags["signing-flags"].order == ("RU", "BY", "vitebsk", "smolensk")
    assert window.row.pieces[3].hasFocus()

    press(window.row.pieces[3], Qt.Key.Key_Delete)
    assert read(path).visit.flags["signing-flags"].order == ("RU", "BY", "vitebsk")
    write(window.more.edit, "Смоленская")
    press(window.more.edit, Qt.Key.Key_Return)
    assert shown.visit.flags["signing-flags"].order == ("RU", "BY", "vitebsk", "smolensk")
    for _ in range(3):
        shown.act("undo")
    assert shown.visit == before


def test_every_flag_says_its_place_and_name(shown: Opened) -> None:
    shown.desk.jump("signing")
    window = editor(shown, FlagsWindow, "edit-flags")

    assert [piece.accessibleName() for piece in window.row.pieces] == [
        "1 из 4 слева для зрителя: Смоленская область",
        "2 из 4 слева для зрителя: Российская Федерация",
        "3 из 4 слева для зрителя: Республика Беларусь",
        "4 из 4 слева для зрителя: Витебская область",
    ]


def test_flags_are_moved_by_keys_and_put_in_order(shown: Opened) -> None:
    shown.desk.jump("signing")
    shown.act("edit-flags")
    window = show_editor(shown.window, FlagsWindow)
    assert window is not None
    settle()
    QTest.keyClick(window.row.pieces[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    assert shown.visit.flags["signing-flags"].order == ("RU", "smolensk", "BY", "vitebsk")
    assert window.verdict.text() == "Не по принятому порядку"

    click(window.automatic)
    assert shown.visit.flags["signing-flags"].order == ("smolensk", "RU", "BY", "vitebsk")
    assert window.verdict.text() == ""
