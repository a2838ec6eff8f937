# SPDX-License-Identifier: MIT
"""Everything the window says is in its language, fits its place, and has a name to be read out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from tests.gui.fitting import everywhere, faults, shown_widgets, windows_beside
from visitplanner.domain import codec
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.gui.opening import Opened, Opening

# Latin that is right in a Russian window: formats, codes, keys, names of files and of the program.
LATIN_IS_RIGHT = re.compile(
    r"PDF|Excel|visitplanner|English|MIT|[A-Z]\d\d\b|RU|BE|EN|[\w/.–~-]+\.(visit|pdf|ics|xlsx)"
    r"|smolensk-vitebsk|(Ctrl|Shift|Alt|Del|Enter|Esc|F\d+|PgUp|PgDown|Home|End)\b|[A-Z+]$|…?[\w~-]*/\S*"
)


def test_every_text_fits_its_place(opened: Opening, path: Path) -> None:
    found = []
    for language in ("ru", "en"):
        shown = opened(path, language=language)
        found += faults(shown)
        shown.window.close()
    assert found == []


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_every_text_fits_its_place_on_a_finer_screen(scale: str) -> None:
    """Qt reads the scale once, when it starts: so a process of its own."""
    walk = subprocess.run(
        [sys.executable, "-m", "tests.gui.fitting"],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (walk.stdout, walk.returncode) == ("", 0), walk.stderr
    assert "Traceback" not in walk.stderr, walk.stderr


def test_a_window_that_was_closed_does_not_hear_of_edits(shown: Opened) -> None:
    for _ in windows_beside(shown):
        pass
    shown.desk.jump("press")
    before = shown.visit

    shown.act("delete")  # what a closed window does now would fail the test

    assert shown.visit is not before


def said(widget: QWidget) -> Iterator[str]:
    """Everything a widget says in words of the window."""
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox) and not widget.isEditable():
        yield from (widget.itemText(n) for n in range(widget.count()))
    yield from (action.text() for action in widget.actions())


def english(value: object) -> Iterator[str]:
    """What the visit itself says in English."""
    if isinstance(value, dict):
        yield str(value.get("en") or "")
    if isinstance(value, dict | list):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from english(inside)


def test_nothing_is_left_untranslated(shown: Opened) -> None:
    foreign = {"", *english(json.loads(codec.dump(shown.visit, shown.desk.session.record)))}
    left = {
        f"{state}: {text!r}"
        for state in everywhere(shown)
        for widget in shown_widgets()
        for text in said(widget)
        if text not in foreign
        and re.search(r"[A-Za-z]{2}", LATIN_IS_RIGHT.sub("", re.sub(r"<[^>]*>", "", text)))
    }

    assert sorted(left) == []


def test_every_widget_that_takes_the_keyboard_has_a_name(shown: Opened) -> None:
    nameless = {
        f"{state}: {type(widget).__name__} {widget.objectName()}"
        for state in everywhere(shown)
        for widget in shown_widgets()
        if interactive(widget) and not named(widget)
    }

    assert sorted(nameless) == []


def interactive(widget: QWidget) -> bool:
    kinds = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QAbstractSpinBox
    if isinstance(widget, QScrollArea | QHeaderView):  # what is in them has names
        return False
    return isinstance(widget, kinds | QAbstractItemView | QAbstractScrollArea) and not inner(widget)


def inner(widget: QWidget) -> bool:
    """A part of another widget that Qt names by it."""
    parent = widget.parentWidget()
    return isinstance(
        parent, QComboBox | QAbstractSpinBox | QLineEdit
    ) or widget.objectName().startswith("qt_")


def named(widget: QWidget) -> bool:
    if widget.accessibleName():
        return True
    return bool(isinstance(widget, QToolButton | QPushButton | QCheckBox) and widget.text())


@pytest.mark.parametrize("number", [0, 1, 2, 5, 11, 21, 22, 25, 101, 111])
def test_counts_are_in_the_right_plural(number: int) -> None:
    forms = {1: "ошибка", 2: "ошибки", 5: "ошибок"}
    tens, units = number % 100, number % 10
    few = 2 <= units <= 4 and not 12 <= tens <= 14
    form = 1 if units == 1 and tens != 11 else 2 if few else 5
    plural: Callable[[str, str, int], str] = translator("ru").ngettext

    assert plural("{n} error", "{n} errors", number) == f"{{n}} {forms[form]}"
