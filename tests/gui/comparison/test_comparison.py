# SPDX-License-Identifier: MIT
"""The window that compares: changes in words, both states beside each other, filters, the sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QToolButton, QWidget

from tests.factory import clock
from tests.gui.fitting import cut
from tests.gui.opening import click, settle
from tests.gui.people.hand import editor
from tests.twelve_edits import make_them
from visitplanner.domain import edits
from visitplanner.domain.record import VersionStatus
from visitplanner.gui.comparison.ends import NOW
from visitplanner.gui.comparison.layout import IS, WAS
from visitplanner.gui.comparison.opening import show_comparison
from visitplanner.gui.comparison.window import ComparisonWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem

    from tests.gui.opening import Opened, Opening
    from visitplanner.gui.comparison.layout import Block

GOLDEN = Path(__file__).parents[2] / "golden" / "changes_12.ru.txt"
NEXT_DAY = date(2025, 12, 24)


@pytest.fixture
def window(shown: Opened) -> ComparisonWindow:
    """Version 1 of the example and the twelve edits since."""
    shown.desk.session.freeze(VersionStatus.BEING_AGREED)
    make_them(shown.desk.session)
    return editor(shown, ComparisonWindow, "compare")


def _lines(window: ComparisonWindow) -> list[QListWidgetItem]:
    return [window.list.item(n) for n in range(window.list.count())]


def _listed(window: ComparisonWindow) -> list[str]:
    keys = (str(line.data(Qt.ItemDataRole.UserRole) or "") for line in _lines(window))
    return [key for key in keys if key]


def _read_out(window: ComparisonWindow, key: str) -> str:
    for line in _lines(window):
        if line.data(Qt.ItemDataRole.UserRole) == key:
            return str(line.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
    raise LookupError(key)


def _block(window: ComparisonWindow, key: str, side: int) -> Block:
    found = [b for b in window.states.plan.blocks if b.item.id == key and b.side == side]
    assert len(found) == 1, key
    return found[0]


def test_changes_since_the_newest_version_are_listed_by_day_and_time(
    window: ComparisonWindow,
) -> None:
    assert _listed(window) == [
        *("transfer-1", "laying", "transfer-2", "heads-meeting", "session", "cities-meeting"),
        *("signing", "press", "dinner", "transfer-3", "enterprise", "transfer-4", "farewell"),
    ]
    assert "Время: 11.00–11.20 → 11.20–11.40 (на 20 мин позже)" in _read_out(window, "laying")
    assert "Касается: обеих делегаций" in _read_out(window, "laying")


def test_sheet_on_the_clipboard_is_the_golden_one(window: ComparisonWindow) -> None:
    click(window.copy)

    copied = QGuiApplication.clipboard().text().replace("\u00a0", " ").splitlines()
    written = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert [x for x in copied if "редакции 1" not in x and "по состоянию" not in x] == [
        x for x in written if "редакции 1" not in x and "по состоянию" not in x
    ]


def test_filters_by_person_and_kind_cut_the_list_and_the_sheet(window: ComparisonWindow) -> None:
    window.filters.person.show_value("yegorov")
    window.filters.person.chosen.emit("yegorov")
    mine = _listed(window)
    window.filters.kind.show_value("people")
    window.filters.kind.chosen.emit("people")

    assert "session" in mine
    assert "cities-meeting" not in mine
    assert _listed(window) == ["session", "transfer-3", "enterprise"]
    click(window.copy)
    copied = QGuiApplication.clipboard().text()
    assert "Заседание рабочей группы" in copied
    assert "Возложение" not in copied
    assert "без изменений" not in copied


def test_guests_edition_leaves_out_what_they_do_not_read(window: ComparisonWindow) -> None:
    window.edition.show_value("official")
    window.edition.chosen.emit("official")

    assert "transfer-1" not in _listed(window)
    assert "Волкова" not in _read_out(window, "transfer-2")


def test_click_on_a_change_goes_to_the_item(shown: Opened, window: ComparisonWindow) -> None:
    window.list.show_item("enterprise")
    rect = window.list.visualItemRect(window.list.currentItem())
    QTest.mouseClick(
        window.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(30, 10)
    )

    assert shown.desk.selection == ("enterprise",)
    assert shown.desk.day == NEXT_DAY


def test_both_states_stand_side_by_side_and_are_joined(window: ComparisonWindow) -> None:
    window.list.show_item("laying")
    was, now = _block(window, "laying", WAS), _block(window, "laying", IS)

    assert (was.top, now.top) == (11 * 60, 11 * 60 + 20)
    assert (was, now) in window.states.plan.links
    assert window.states.rect_of(was).right() < window.states.rect_of(now).left()
    assert window.states.rect_of(was).top() < window.states.rect_of(now).top()
    assert _block(window, "lunch", IS).change is None
    assert {b.side for b in window.states.plan.blocks if b.item.id == "press"} == {WAS}
    assert {b.side for b in window.states.plan.blocks if b.item.id == "dinner"} == {IS}


def test_what_moved_to_another_day_says_to_which(window: ComparisonWindow) -> None:
    was = _block(window, "farewell", WAS)
    assert was.elsewhere == NEXT_DAY
    assert "→ 24.12" in window.states.words(was)

    window.list.show_item("farewell")

    assert "← 23.12" in window.states.words(_block(window, "farewell", IS))
    checked = [b.text() for b in window.findChildren(QToolButton) if b.isChecked()]
    assert checked == ["24 декабря, среда"]


def test_click_on_a_block_chooses_its_change(window: ComparisonWindow) -> None:
    rect = window.states.rect_of(_block(window, "laying", WAS))
    QTest.mouseClick(
        window.states.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint()
    )

    assert window.list.current == "laying"


def test_what_is_edited_meanwhile_shows_at_once(shown: Opened, window: ComparisonWindow) -> None:
    shown.desk.edit(lambda v: edits.move_item(v, "lunch", clock("14:15")))
    settle()
    assert "lunch" in _listed(window)

    shown.act("undo")
    settle()
    assert "lunch" not in _listed(window)


def test_any_two_states_can_be_chosen(shown: Opened, window: ComparisonWindow) -> None:
    show_comparison(shown.window, 0, 1)
    assert _listed(window) == ["laying", "transfer-2"]

    window.until.show_value(str(NOW))
    window.until.chosen.emit(str(NOW))
    assert len(_listed(window)) == 13

    show_comparison(shown.window, 1, 1)
    assert _listed(window) == []
    assert window.count.text() == "Изменений нет."


def test_window_speaks_another_language_without_losing_its_place(
    shown: Opened, window: ComparisonWindow
) -> None:
    window.list.show_item("signing")
    shown.act("language-en")
    settle()

    assert window.windowTitle() == "Comparison"
    assert "Room: White hall → Large conference hall" in _read_out(window, "signing")
    shown.desk.edit(lambda v: edits.move_item(v, "lunch", clock("14:15")))
    settle()
    assert "lunch" in _listed(window)


def test_nothing_to_compare_says_so(shown: Opened) -> None:
    window = editor(shown, ComparisonWindow, "compare")

    assert _listed(window) == []
    assert window.count.text() == "Изменений нет."
    assert not window.copy.isEnabled()
    assert not window.jump.isEnabled()


def test_calendar_of_the_changes_is_saved_and_stands_in_the_register(
    shown: Opened, window: ComparisonWindow, tmp_path: Path
) -> None:
    window.filters.person.show_value("yegorov")
    window.filters.person.chosen.emit("yegorov")
    order, target = window.order(), tmp_path / "changes.ics"
    window.calendar.save_to(target, order, shown.desk.session.state(0))
    while not target.exists() or window.calendar.busy:
        settle()

    assert order.since == 1
    assert order.scope == "yegorov"
    events = target.read_text(encoding="utf-8").split("BEGIN:VEVENT")[1:]
    assert sum("STATUS:CANCELLED" in event for event in events) == 1
    assert [p.reader for p in shown.desk.session.record.publications] == ["yegorov"]


def test_only_changes_since_a_version_until_now_make_a_calendar(
    shown: Opened, window: ComparisonWindow
) -> None:
    assert window.ical.isEnabled()

    show_comparison(shown.window, 0, 2)
    assert not window.ical.isEnabled()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_text_fits_in_the_smallest_window(opened: Opening, path: Path, language: str) -> None:
    shown = opened(path, language=language)
    shown.desk.session.freeze(VersionStatus.BEING_AGREED)
    make_them(shown.desk.session)
    window = editor(shown, ComparisonWindow, "compare")
    window.resize(1100, 700)
    settle()

    assert window.width() <= 1100
    assert [fault for w in window.findChildren(QWidget) for fault in cut(w) if w.isVisible()] == []
    view = window.list.viewport().width()
    for line in _lines(window):
        hint = window.list.itemDelegate().sizeHint(
            QStyleOptionViewItem(), window.list.indexFromItem(line)
        )
        assert window.list.visualItemRect(line).height() >= hint.height()
        assert hint.width() <= view
