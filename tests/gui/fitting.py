# SPDX-License-Identifier: MIT
"""Walks through every window and says which texts are cut: `python -m tests.gui.fitting`.

Run alone it does so at the scale of QT_SCALE_FACTOR, which Qt reads once, when it starts.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from tests.frozen import freeze_versions
from tests.gui.opening import Opened, click, office, settle
from visitplanner.domain.record import VersionStatus
from visitplanner.gui.actions import COMMANDS
from visitplanner.gui.history.window import HistoryWindow
from visitplanner.gui.inspector.elided import Elided
from visitplanner.gui.problems.panel import GroupHead
from visitplanner.gui.settings import Settings
from visitplanner.gui.versions.hindrances import ElidedButton
from visitplanner.gui.versions.window import VersionsWindow
from visitplanner.gui.welcome import RecentVisit

if TYPE_CHECKING:
    from collections.abc import Iterator

# What ends in an ellipsis on purpose; the whole is in the tooltip.
ELIDED: Final = (Elided, ElidedButton, RecentVisit)
# Commands that ask the system for a file or a printer, or end the walk.
NOT_WALKED: Final = {"open", "save-copy", "quit", "print", "close-visit"}
# Those that the walk goes to by itself.
_IN_THE_WINDOW: Final = {"undo", "redo", "delete", "blank-visit", "open-example"}


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
    shown.act("table")
    yield "table"
    shown.act("preview")
    yield "preview"
    shown.act("timeline")
    if not shown.desk.session.record.versions:  # the walk may be the second one
        freeze_versions(shown.desk.session)
        settle()
    yield from windows_beside(shown)
    shown.act("save")
    shown.act("delete")
    yield "a notice"
    shown.act("close-visit")
    yield "welcome"


def windows_beside(shown: Opened) -> Iterator[str]:
    """Every window a command opens, with each of its tabs in front."""
    for command in COMMANDS:
        action = shown.window.bars.actions[command.name]
        if command.name in NOT_WALKED | _IN_THE_WINDOW or command.group or not action.isEnabled():
            continue
        if command.name in {"rename", "new-item", "duplicate"}:  # they type into the plan
            continue
        before = set(top_windows())
        action.trigger()
        settle()
        for fresh in [w for w in top_windows() if w not in before]:
            if isinstance(fresh, VersionsWindow):
                fresh.freezing.show_status(VersionStatus.APPROVED)
                fresh.freeze()
                settle()
                yield "a refused approval"
            if isinstance(fresh, HistoryWindow):
                fresh.table.setCurrentIndex(fresh.model.index(0, 0))
                settle()
            for tabs in (None, *fresh.findChildren(QTabWidget)):
                for number in range(tabs.count() if tabs is not None else 1):
                    if tabs is not None:
                        tabs.setCurrentIndex(number)
                        settle()
                    yield f"{command.name} {number}" if tabs is not None else command.name
            fresh.close()
            settle()


def top_windows() -> list[QWidget]:
    """The windows on the screen, menus and tips left out."""
    return [
        w
        for w in QApplication.topLevelWidgets()
        if w.isVisible()
        and not isinstance(w, QMenu)
        and w.windowType() is not Qt.WindowType.ToolTip
    ]


def shown_widgets() -> list[QWidget]:
    """All that can be seen now."""
    found = {id(w): w for root in top_windows() for w in (root, *root.findChildren(QWidget))}
    return [w for w in found.values() if w.isVisible() and not isinstance(w, QMenu)]


def faults(shown: Opened) -> list[str]:
    """What is cut anywhere."""
    found: dict[str, str] = {}
    for state in everywhere(shown):
        for widget in shown_widgets():
            for fault in cut(widget):
                found.setdefault(fault, state)
    return [f"{state}: {fault}" for fault, state in found.items()]


def cut(widget: QWidget) -> Iterator[str]:
    """What of a widget's text is cut."""
    if isinstance(widget, ELIDED):
        return
    if isinstance(widget, QLabel) and widget.text() and label_is_cut(widget):
        yield f"label {widget.text()!r}"
    boxes = QPushButton | QToolButton | QCheckBox | QRadioButton | QGroupBox | QComboBox
    if isinstance(widget, boxes) and _text(widget) and _needed(widget) > widget.width() + 1:
        yield f"{type(widget).__name__} {_text(widget)!r}"
    if isinstance(widget, QLineEdit):
        yield from _cut_field(widget)
    if isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    if isinstance(widget, QHeaderView):
        yield from _cut_headers(widget)
    if isinstance(widget, QScrollArea) and _is_clipped(widget):
        yield f"page of {type(widget.parentWidget()).__name__} is clipped"
    if isinstance(widget, QToolBar | QMenuBar) and _has_more(widget):
        yield f"{type(widget).__name__} does not show all it has"


def _is_clipped(area: QScrollArea) -> bool:
    """Whether a page is wider than what shows it, with no bar to scroll it by."""
    page, bar = area.widget(), area.horizontalScrollBar()
    return page is not None and page.width() > area.viewport().width() and not bar.isVisible()


def _cut_field(field: QLineEdit) -> Iterator[str]:
    advance, text = field.fontMetrics().horizontalAdvance, field.text()
    if field.property("entry") and advance(text) > field.width() - 10:
        yield f"entry {text!r}"
    if not text and advance(field.placeholderText()) > field.contentsRect().width() - 4:
        yield f"placeholder {field.placeholderText()!r}"


def _has_more(bar: QToolBar | QMenuBar) -> bool:
    """Whether Qt has put what has no room behind an arrow."""
    arrows = [
        bar.findChild(QToolButton, f"qt_{kind}_ext_button") for kind in ("toolbar", "menubar")
    ]
    return any(arrow is not None and arrow.isVisible() for arrow in arrows)


def _text(widget: QWidget) -> str:
    names = ("text", "currentText", "title")
    return next((str(found) for name in names if (found := widget.property(name))), "")


def _needed(widget: QWidget) -> int:
    """How wide a button must be; a list of choices, for the one chosen."""
    if not isinstance(widget, QComboBox):
        return widget.sizeHint().width()
    if widget.isEditable():
        return 0
    return widget.fontMetrics().horizontalAdvance(widget.currentText()) + 24


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        text = bar.tabText(number)
        room = bar.tabRect(number).width()
        if bar.isTabVisible(number) and bar.fontMetrics().horizontalAdvance(text) > room - 4:
            yield f"tab {text!r}"
    if bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width() + 1:
        yield f"tab bar ends after {bar.tabText(bar.count() - 1)!r}"


def _cut_headers(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return
    for number in range(header.count()):
        text = str(model.headerData(number, Qt.Orientation.Horizontal) or "")
        if text and not header.isSectionHidden(number):
            needed = max(map(header.fontMetrics().horizontalAdvance, text.split("\n")))
            if needed > header.sectionSize(number) - 4:
                yield f"header {text!r}"


def label_is_cut(label: QLabel) -> bool:
    """Whether a label has too little room in either direction."""
    metrics, room = label.fontMetrics(), label.contentsRect().width() + 1
    if not label.wordWrap():
        lines = re.sub(r"<[^>]*>", "", label.text()).split("\n")
        return max(map(metrics.horizontalAdvance, lines)) > room
    words = re.sub(r"<[^>]*>", " ", label.text()).split()
    longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    return label.heightForWidth(label.width()) > label.height() + 1 or longest > room


def main() -> None:
    """Says what is cut at this scale, in both languages and the smallest window."""
    from visitplanner.gui.app import open_window

    application = QApplication(["visitplanner", "-style", "fusion"])
    for language in ("ru", "en"):
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(language=language, theme="light", first_start=False)
            window = open_window(application, office(Path(folder), settings))
            window.resize(1100, 700)
            window.show()
            window.files.open_example()
            settle()
            for fault in faults(Opened(window)):
                print(f"{language}: {fault}")
            for dialog in window.findChildren(QDialog):
                dialog.close()
            window.close()
            settle()


if __name__ == "__main__":
    main()
