# SPDX-License-Identifier: MIT
"""Every field of every kind's page edits at once, without any "apply", as one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QToolButton, QWidget

from tests.gui.opening import Opened, click, press, settle, write
from tests.opened import read
from visitplanner.gui.editors.short_table import ShortTable
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.inspector.fields import LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from visitplanner.domain.visit import Visit

# One item for each page that differs.
ITEMS = (
    *("welcome", "transfer-2", "laying", "session", "signing", "press", "lunch", "enterprise"),
)
# What some field takes: a number, a time, a day, a list of languages, a name, else a text.
TYPED = (
    "7",
    "17.40",
    "2027",
    "22.12.2025",
    "ru, be",
    "Морозова",
    "Витебская область",
    "хлеб-соль",
    "Проба",
)


@pytest.fixture(params=ITEMS)
def page(shown: Opened, request: pytest.FixtureRequest) -> Opened:
    shown.desk.jump(str(request.param))
    settle()
    return shown


def fields(page: Opened) -> Iterator[QWidget]:
    """The fields of the page in sight, those below the first row of each short table too."""
    area = page.place.inspector.currentWidget()
    assert area is not None
    for table in area.findChildren(ShortTable):
        if table.isVisible() and table.model.rows:
            table.grid.show_row(table.model.rows[0])
    settle()
    for kind in (LineField, TextField, ChoiceField, PickField, QCheckBox):
        for field in area.findChildren(kind):
            inside = field.parentWidget()
            if field.isVisible() and field.isEnabled() and not isinstance(inside, PickField):
                yield field


def steps(page: Opened) -> int:
    """How many steps can be taken back."""
    count = 0
    while page.desk.session.undo_message is not None:
        page.desk.undo()
        count += 1
    return count


def enter(page: Opened, field: QWidget) -> None:
    """Enters something else by keyboard or mouse, as somebody would who comes to the field."""
    before = page.visit
    if isinstance(field, QCheckBox):
        click(field)
    elif isinstance(field, ChoiceField):
        field.setFocus()
        down = field.currentIndex() < field.count() - 1
        QTest.keyClick(field, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    elif isinstance(field, PickField):
        texts = [field.itemText(n).strip() for n in range(1, field.count()) if field._open(n)]
        other = next(
            t
            for t in reversed(texts)
            if t != field.edit.text() and sum(t in known for known in texts) == 1
        )
        write(field.edit, other)
        press(field.edit, Qt.Key.Key_Return)
    else:
        for text in TYPED:
            write(field, text)
            page.window.finish_typing()
            if page.visit is not before:
                break
            press(field, Qt.Key.Key_Escape)
    page.window.finish_typing()
    settle()


def name(field: QWidget) -> str:
    return f"{type(field).__name__} «{field.accessibleName()}»"


def test_every_field_of_the_page_is_on_disk_at_once_and_one_undo_takes_it_back(
    page: Opened, path: Path
) -> None:
    untouched: list[str] = []
    seen = 0
    for field in tuple(fields(page)):
        if not (field.isVisible() and field.isEnabled()):
            continue
        seen += 1
        before: Visit = page.visit
        enter(page, field)
        if page.visit == before:
            untouched.append(name(field))
            continue
        assert read(path).visit == page.visit, name(field)
        assert steps(page) == 1, name(field)
        assert page.visit == before, name(field)
        settle()

    assert untouched == []
    assert seen > 10


def test_every_short_table_of_the_page_adds_a_row_by_its_button_and_removes_it_again(
    page: Opened,
) -> None:
    area = page.place.inspector.currentWidget()
    assert area is not None
    for table in area.findChildren(ShortTable):
        if not table.isVisible() or not table.add.isVisible():
            continue
        QAbstractItemModelTester(
            table.model, QAbstractItemModelTester.FailureReportingMode.Fatal, table.model
        )
        before = page.visit
        rows = len(table.model.rows)
        click(table.add)
        assert len(table.model.rows) == rows + 1, table.title.text()
        click(table.remove)
        assert len(table.model.rows) == rows, table.title.text()
        steps(page)
        assert page.visit == before


def test_no_page_has_an_apply_button_and_every_widget_on_it_has_a_name(page: Opened) -> None:
    area = page.place.inspector.currentWidget()
    assert area is not None
    buttons = [b for b in area.findChildren(QAbstractButton) if b.isVisible()]
    texts = {b.text() for b in buttons}

    assert not texts & {"Применить", "Сохранить", "ОК", "OK"}
    for button in buttons:
        named = button.accessibleName() or button.text() or isinstance(button, QToolButton)
        assert named, button
    for field in area.findChildren(QLineEdit):
        if field.isVisible() and not isinstance(field.parentWidget(), PickField):
            assert field.accessibleName(), field
