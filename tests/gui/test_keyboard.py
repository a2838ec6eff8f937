# SPDX-License-Identifier: MIT
"""Every shortcut works under a Cyrillic layout too, and letters stay letters in fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.opening import Opened, cyrillic, press, settle, type_text, write
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


RUSSIAN = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM.,", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЮБ", strict=True))
LAYOUTS = {
    "latin": {},
    "russian": RUSSIAN,
    "belarusian": {**RUSSIAN, "O": "Ў", "B": "І"},
}


def strike(widget: QWidget, key: str, layout: dict[str, str]) -> None:
    """A portable shortcut as a keyboard of that layout sends it."""
    struck: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    letter = layout.get(key.rpartition("+")[2])
    if letter is None:
        press(widget, struck.key(), struck.keyboardModifiers())
    else:
        cyrillic(widget, letter, struck.keyboardModifiers())


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_shortcut_of_every_action_works_under_every_layout(page: Opened, layout: str) -> None:
    row = page.rows[0]
    heard: list[str] = []
    for name, action in page.window.bars.actions.items():
        action.triggered.disconnect()  # what they do is told elsewhere: here, that they are heard
        action.triggered.connect(lambda _ticked=False, name=name: heard.append(name))
    missed = []
    for command in COMMANDS:
        for key in command.keys:
            heard.clear()
            page.window.bars.actions[command.name].setEnabled(True)
            row.setFocus()
            strike(row, key, LAYOUTS[layout])
            if heard != [command.name]:
                missed.append((command.name, key, tuple(heard)))

    assert missed == []


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_what_the_keys_do_is_the_same_under_every_layout(page: Opened, layout: str) -> None:
    timeline = page.place.centre.timeline
    letters = LAYOUTS[layout]
    before = page.visit
    strike(timeline, "L", letters)
    locked = page.item("session").fixed
    strike(timeline, "Ctrl+D", letters)
    copied = len(page.visit.items) - len(before.items)
    strike(timeline, "Ctrl+U", letters)
    shelved = page.desk.item
    for _ in range(3):
        strike(timeline, "Ctrl+Z", letters)
    undone = page.visit
    strike(timeline, "Ctrl+Shift+Z", letters)

    assert locked
    assert copied == 1
    assert shelved is not None
    assert shelved.start is None
    assert undone == before
    assert page.item("session").fixed


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_views_windows_and_answers_come_by_the_same_keys(page: Opened, layout: str) -> None:
    letters, centre = LAYOUTS[layout], page.place.centre
    shown = []
    for key in ("Ctrl+2", "Ctrl+3", "Ctrl+1"):
        strike(centre.currentWidget(), key, letters)
        shown.append(centre.currentIndex())
    strike(centre.timeline, "Ctrl+S", letters)
    answer = page.status.currentMessage()
    opened = []
    for key in ("F1", "Ctrl+K", "Ctrl+F", "Ctrl+E"):
        strike(centre.timeline, key, letters)
        dialog = page.dialog()
        opened.append(dialog.windowTitle())
        dialog.reject()
        page.window.activateWindow()  # what a window manager does when a dialog closes
        settle()
        centre.timeline.setFocus()

    assert shown == [1, 2, 0]
    assert answer == "Всё сохранено, 14.02"
    assert opened == ["Сочетания клавиш", "Быстрый переход", "Найти в визите", "Выгрузка"]


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_a_title_is_edited_and_an_item_begun_by_keys(page: Opened, layout: str) -> None:
    timeline = page.place.centre.timeline
    press(timeline, Qt.Key.Key_Return)
    renaming = timeline.titling.editor.text()
    write(timeline.titling.editor, "Заседание")
    press(timeline.titling.editor, Qt.Key.Key_Return)
    strike(timeline, "N", LAYOUTS[layout])
    type_text(timeline.titling.editor, "Перерыв")
    press(timeline.titling.editor, Qt.Key.Key_Return)
    fresh = page.desk.item

    assert renaming.startswith("Заседание рабочей группы")
    assert page.item("session").title.ru == "Заседание"
    assert fresh is not None
    assert fresh.title.ru == "Перерыв"
    assert fresh.start == page.item("session").end
