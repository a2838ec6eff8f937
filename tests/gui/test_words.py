# SPDX-License-Identifier: MIT
"""Everything the window says is in its language, fits its place, and has a name to be read out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from tests.gui.opening import Opened, click, settle
from visitplanner.gui.inspector.elided import Elided
from visitplanner.gui.problems.panel import GroupHead
from visitplanner.gui.welcome import RecentVisit
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.gui.opening import Opening

# Latin that is right in a Russian window: formats, codes, keys, names of files and of the program.
LATIN_IS_RIGHT = re.compile(
    r"PDF|Excel|visitplanner|English|MIT|[A-Z]\d\d\b|RU|BE|EN|[\w/.–~-]+\.(visit|pdf|ics|xlsx)"
    r"|smolensk-vitebsk|(Ctrl|Shift|Alt|Del|Enter|Esc|F\d+|PgUp|PgDown|Home|End)\b|[A-Z+]$|…?[\w~-]*/\S*"
)


def everywhere(shown: Opened) -> Iterator[str]:
    """The window in each of its states, one after the other."""
    yield "visit page"
    for item in ("session", "transfer-2", "press"):
        shown.desk.jump(item)
        settle()
        yield item
    shown.act("next-problem")
    row = shown.rows[0]
    row.explained.emit()
    settle()
    yield "a problem with its explanation"
    row.ask_reason()
    settle()
    yield "a reason"
    for title in ("Не заполнено", "Ещё рано", "Not filled in", "Not due yet"):
        for head in shown.place.problems.findChildren(GroupHead):
            if head.isVisible() and head.text().startswith(title):
                click(head)
                break
    yield "folded groups"
    shown.act("preview")
    yield "preview"
    shown.act("timeline")
    shown.act("save")
    shown.act("delete")
    yield "a notice"
    for name in ("export", "shortcuts", "about"):
        shown.act(name)
        yield name
        shown.dialog().close()
        settle()
    shown.act("close-visit")
    yield "welcome"


def shown_widgets(shown: Opened) -> list[QWidget]:
    roots = [shown.window, *(w for w in QApplication.topLevelWidgets() if w.isVisible())]
    found = {id(w): w for root in roots for w in (root, *root.findChildren(QWidget))}
    return [w for w in found.values() if w.isVisible() and not isinstance(w, QMenu)]


def test_every_label_and_button_fits_its_width(opened: Opening, path: Path) -> None:
    faults = []
    for language in ("ru", "en"):
        shown = opened(path, language=language)
        for state in everywhere(shown):
            faults += [
                f"{language}, {state}: {fault}"
                for widget in shown_widgets(shown)
                for fault in (cut(widget),)
                if fault
            ]
        shown.window.close()
    assert sorted(set(faults)) == []


def cut(widget: QWidget) -> str:
    """What of a widget's text is cut, or empty."""
    if isinstance(widget, Elided | RecentVisit):
        return ""  # ends in an ellipsis, the whole is in the tooltip
    if isinstance(widget, QLabel) and widget.text() and label_is_cut(widget):
        return f"label {widget.text()!r}"
    buttons = QPushButton | QToolButton | QCheckBox
    if isinstance(widget, buttons) and widget.sizeHint().width() > widget.width() + 1:
        return f"button {widget.text()!r}"
    if isinstance(widget, QLineEdit) and widget.property("entry"):
        needed = widget.fontMetrics().horizontalAdvance(widget.text())
        return f"entry {widget.text()!r}" if needed > widget.width() - 10 else ""
    return ""


def label_is_cut(label: QLabel) -> bool:
    metrics, room = label.fontMetrics(), label.contentsRect().width() + 1
    if not label.wordWrap():
        return metrics.horizontalAdvance(label.text()) > room
    words = re.sub(r"<[^>]*>", " ", label.text()).split()
    longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    return label.heightForWidth(label.width()) > label.height() + 1 or longest > room


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


def test_nothing_is_left_untranslated(shown: Opened) -> None:
    foreign = {text for item in shown.visit.items.values() for text in (item.title.en,)}
    foreign |= {shown.visit.about.title.en, ""}
    left = {
        f"{state}: {text!r}"
        for state in everywhere(shown)
        for widget in shown_widgets(shown)
        for text in said(widget)
        if text not in foreign
        and re.search(r"[A-Za-z]{2}", LATIN_IS_RIGHT.sub("", re.sub(r"<[^>]*>", "", text)))
    }

    assert sorted(left) == []


def test_every_widget_that_takes_the_keyboard_has_a_name(shown: Opened) -> None:
    nameless = {
        f"{state}: {type(widget).__name__} {widget.objectName()}"
        for state in everywhere(shown)
        for widget in shown_widgets(shown)
        if interactive(widget) and not named(widget)
    }

    assert sorted(nameless) == []


def interactive(widget: QWidget) -> bool:
    kinds = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QAbstractSpinBox
    if isinstance(widget, QScrollArea):
        return False
    return isinstance(widget, kinds | QAbstractItemView | QAbstractScrollArea) and not inner(widget)


def inner(widget: QWidget) -> bool:
    """A part of another widget that Qt names by it."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox) or widget.objectName().startswith("qt_")


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
