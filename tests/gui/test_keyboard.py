# SPDX-License-Identifier: MIT
"""Every shortcut works under a Cyrillic layout too, and letters stay letters in fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.opening import Opened, cyrillic, press, settle
from visitplanner.domain.period import at
from visitplanner.gui.actions import COMMANDS
from visitplanner.gui.inspector.chapters import Title
from visitplanner.gui.keyboard import latin_key

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(shown: Opened) -> Opened:
    shown.desk.jump("session")
    shown.place.centre.timeline.setFocus()
    settle()
    return shown


@pytest.mark.parametrize("layout", ["latin", "cyrillic"])
def test_undo_and_redo(page: Opened, layout: str) -> None:
    timeline = page.place.centre.timeline
    page.act("later")
    if layout == "latin":
        press(timeline, Qt.Key.Key_Z, CTRL)
    else:
        cyrillic(timeline, "я", CTRL)
    undone = page.item("session").start
    if layout == "latin":
        press(timeline, Qt.Key.Key_Y, CTRL)
    else:
        cyrillic(timeline, "я", CTRL | SHIFT)

    assert undone == at("2025-12-23T12:10")
    assert page.item("session").start == at("2025-12-23T12:15")


@pytest.mark.parametrize("letter", ["l", "д"])
def test_a_letter_alone_locks(page: Opened, letter: str) -> None:
    timeline = page.place.centre.timeline
    if letter == "l":
        press(timeline, Qt.Key.Key_L)
    else:
        cyrillic(timeline, letter)

    assert page.item("session").fixed


def test_the_same_letter_in_a_field_is_a_letter(page: Opened) -> None:
    field = page.chapter(Title).title.fields["ru"]
    field.setFocus()
    field.selectAll()
    for letter in "дят":
        cyrillic(field, letter)

    assert field.toPlainText() == "дят"
    assert not page.item("session").fixed
    assert page.visit.items.keys() == page.desk.visit.items.keys()


def test_copying_in_a_field_works_under_a_cyrillic_layout(page: Opened) -> None:
    field = page.chapter(Title).title.fields["ru"]
    QApplication.clipboard().clear()
    field.setFocus()
    cyrillic(field, "ф", CTRL)
    cyrillic(field, "с", CTRL)

    assert QApplication.clipboard().text() == page.item("session").title.ru


def test_the_belarusian_layout_has_its_own_letters() -> None:
    assert latin_key(ord("Ў")) == Qt.Key.Key_O
    assert latin_key(ord("І")) == Qt.Key.Key_B


def test_every_shortcut_with_a_letter_has_a_cyrillic_twin() -> None:
    twins = {latin_key(code) for code in range(ord("Ё"), ord("Я") + 1)}
    last = [key.rsplit("+", 1)[-1] for command in COMMANDS for key in command.keys]
    letters = {ord(name) for name in last if len(name) == 1 and name.isalpha()}

    assert {Qt.Key.Key_Z, Qt.Key.Key_S, Qt.Key.Key_N} <= letters
    assert letters <= twins


def test_f6_goes_round_the_panes(page: Opened) -> None:
    place = page.place
    seen = []
    for _ in range(4):
        focus = page.window.focusWidget()
        assert focus is not None
        press(focus, Qt.Key.Key_F6)
        focus = page.window.focusWidget()
        panes = (place.navigator, place.centre, place.inspector, place.problems)
        seen.append(
            next(n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus))
        )

    assert seen == [2, 3, 0, 1]


def test_a_disabled_action_does_nothing_under_any_layout(page: Opened) -> None:
    before = page.visit
    cyrillic(page.place.centre.timeline, "я", CTRL)

    assert page.visit is before
