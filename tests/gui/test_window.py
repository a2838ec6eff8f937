# SPDX-License-Identifier: MIT
"""The window as a whole: undo by name, days, lanes, colours, language, what it remembers."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from typing_extensions import override

from tests.gui.opening import Opened, button, click, press, settle
from tests.opened import read
from visitplanner.gui.app import install_hook
from visitplanner.gui.inspector.fields import TextField
from visitplanner.gui.settings import read_settings
from visitplanner.gui.theme import DARK
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.viewing import fill_days

if TYPE_CHECKING:
    from pathlib import Path


def test_undo_is_named_by_what_it_takes_back(shown: Opened) -> None:
    shown.desk.jump("signing")
    shown.act("later")
    undo = shown.window.bars.actions["undo"].text()
    shown.act("undo")

    assert undo == "Отменить: перенос «Церемония подписания Плана мероприятий на…»"
    assert shown.window.bars.actions["undo"].text() == "Отменить"
    assert shown.window.bars.actions["redo"].text().startswith("Повторить: перенос «Церемония")


def test_a_deleted_item_comes_back_from_the_notice(shown: Opened, path: Path) -> None:
    shown.desk.jump("press")
    shown.act("delete")
    gone = "press" not in read(path).visit.items
    said = shown.window.notices.text
    click(button(shown.window.notices, "Отменить"))

    assert gone
    assert said == "Удалено: «Подход к прессе»"
    assert "press" in read(path).visit.items
    assert shown.window.notices.text == ""


def test_undo_shows_where_it_was(shown: Opened) -> None:
    shown.desk.jump("press")
    shown.act("later")
    shown.desk.select(())
    shown.act("undo")

    assert shown.desk.selection == ("press",)


def test_lanes_by_menu_and_by_navigator(shown: Opened) -> None:
    shown.act("lanes-person")
    by_menu = shown.place.centre.timeline.choice.mode
    text = shown.tools.lanes.text()
    shown.place.navigator.venue_chosen.emit("memorial")
    settle()

    assert by_menu is LaneMode.PERSON
    assert text == "Колонки: по людям"
    assert shown.place.centre.timeline.choice.mode is LaneMode.VENUE
    assert shown.window.bars.actions["lanes-venue"].isChecked()


def test_days_are_gone_through_by_toolbar_and_menu(shown: Opened) -> None:
    page = shown.place.inspector.visit_page
    page.last.setFocus()
    page.last.stepUp()
    settle()
    shown.act("next-day")
    second = shown.tools.day.text()
    menu = QMenu(shown.window)
    fill_days(menu, shown.desk)
    menu.actions()[0].trigger()
    settle()

    assert second == "24 декабря, ср"
    assert shown.tools.day.text() == "23 декабря, вт"
    assert not shown.window.bars.actions["previous-day"].isEnabled()


def test_zoom_by_action(shown: Opened) -> None:
    timeline = shown.place.centre.timeline
    usual = timeline.scale.minute
    shown.act("zoom-in")
    larger = timeline.scale.minute
    shown.act("zoom-usual")

    assert larger > usual
    assert timeline.scale.minute == usual


@pytest.mark.parametrize(
    "name", ["lanes-person", "lanes-day", "show-all-lanes", "only-problems", "hide-lane", "rename"]
)
def test_what_is_done_to_lanes_and_blocks_brings_the_timeline_forward(
    shown: Opened, name: str
) -> None:
    centre = shown.place.centre
    shown.desk.jump("lunch")
    shown.act("preview")
    shown.act(name)

    assert centre.currentWidget() is centre.timeline
    if name == "rename":
        assert centre.timeline.titling.editor.isVisible()


def test_lanes_cannot_be_changed_behind_the_table(shown: Opened) -> None:
    centre = shown.place.centre
    shown.act("table")
    shown.place.navigator.person_chosen.emit("zhuk")
    settle()

    assert centre.currentWidget() is centre.timeline
    assert centre.timeline.scene.layout.lane_of("zhuk") is not None


def test_zoom_is_offered_where_something_can_be_made_larger(shown: Opened) -> None:
    timeline, zoom = shown.place.centre.timeline, shown.window.bars.actions["zoom-in"]
    before = timeline.scale.minute
    press(timeline, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    larger = timeline.scale.minute
    shown.act("table")
    in_table = zoom.isEnabled()
    press(shown.place.centre.table, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    shown.act("preview")
    in_preview = zoom.isEnabled()
    shown.act("zoom-in")

    assert larger > before
    assert (in_table, in_preview) == (False, True)
    assert timeline.scale.minute == larger


def test_panes_are_put_away_and_stay_so(shown: Opened) -> None:
    shown.act("pane-navigator")
    hidden = shown.place.panes["navigator"].isHidden()
    shown.window.close()
    settings = read_settings(shown.window.office.settings_file)

    assert hidden
    assert settings.hidden == ["navigator"]


def test_the_language_is_switched_without_a_restart(shown: Opened) -> None:
    shown.desk.jump("session")
    shown.act("later")
    shown.act("language-en")
    english = shown.window.bars.actions["undo"].text()
    selected = shown.place.centre.timeline.selection
    shown.act("language-ru")

    assert english.startswith("Undo: move “Session of the Working Group")
    assert selected == ("session",)
    assert shown.window.bars.actions["undo"].text().startswith("Отменить: перенос")
    assert read_settings(shown.window.office.settings_file).language == "ru"


def test_colours_are_switched_without_a_restart(shown: Opened) -> None:
    light = shown.window.grab().toImage().pixelColor(4, 4).lightness()
    shown.act("theme-dark")
    dark = shown.window.grab().toImage().pixelColor(4, 4).lightness()

    assert light > 200
    assert dark < 60
    assert shown.desk.theme.dark


def test_colours_follow_the_system_again_after_a_choice(shown: Opened) -> None:
    shown.act("theme-dark")
    dark = shown.desk.theme.dark
    shown.act("theme-system")
    follows = shown.desk.theme.dark
    ground = shown.window.grab().toImage().pixelColor(4, 4).lightness()

    assert dark
    assert not follows  # the system of the tests is light
    assert ground > 200
    assert read_settings(shown.window.office.settings_file).theme == ""
    assert shown.window.bars.actions["theme-system"].isChecked()


def test_the_system_is_followed_when_it_turns(shown: Opened, qapp: QApplication) -> None:
    shown.act("theme-dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    settle()
    chosen = shown.desk.theme.dark
    shown.act("theme-system")
    shown.desk.theme = DARK  # as it was while the system was dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    settle()

    assert chosen
    assert not shown.desk.theme.dark


def test_an_unexpected_error_is_told_and_the_window_goes_on(
    shown: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "log" / "visitplanner.log"
    monkeypatch.setattr("visitplanner.paths.log_file", lambda: log)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_hook(shown.window)
    secret = "фамилия из визита"
    try:
        int(secret)
    except ValueError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)

    assert shown.window.notices.text.startswith("Непредвиденная ошибка")
    assert str(log) in shown.window.notices.text
    assert "ValueError" in log.read_text("utf-8")
    assert secret not in log.read_text("utf-8")
    shown.desk.jump("press")
    shown.act("later")


class Flashes(QObject):
    """Notes every window of its own that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_beside_the_window(shown: Opened, qapp: QApplication) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    for item in shown.visit.items:
        shown.desk.jump(item)
        settle()
    shown.act("later")
    shown.act("undo")
    shown.act("next-problem")
    shown.act("theme-dark")
    qapp.removeEventFilter(flashes)

    assert flashes.seen == []


def test_the_timeline_has_the_keyboard_when_a_visit_opens(shown: Opened) -> None:
    assert shown.window.focusWidget() is shown.place.centre.timeline


def test_the_window_is_usable_at_1100_by_700(shown: Opened) -> None:
    shown.window.resize(1100, 700)
    settle()

    assert (shown.window.width(), shown.window.height()) == (1100, 700)
    bar = shown.tools
    right = shown.tools.count.mapTo(bar, shown.tools.count.rect().topRight()).x()
    assert shown.tools.count.isVisible()
    assert right <= bar.width()
    assert shown.place.centre.timeline.viewport().height() >= 250


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_page_of_properties_is_cut_at_1100_by_700(shown: Opened, language: str) -> None:
    shown.act(f"language-{language}")
    shown.window.resize(1100, 700)
    for item in shown.visit.items:
        shown.desk.jump(item)
        settle()
        (area,) = [a for a in shown.place.inspector.findChildren(QScrollArea) if a.isVisible()]
        page = area.widget()
        assert page is not None
        assert page.minimumSizeHint().width() <= area.viewport().width()


def test_a_click_on_an_item_of_the_navigator_selects_it(shown: Opened) -> None:
    tree = shown.place.navigator
    line = tree.findItems("Церемония", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)[0]
    tree.setFocus()
    tree.setCurrentItem(line)
    settle()

    assert shown.desk.selection == ("signing",)
    assert shown.place.centre.timeline.selection == ("signing",)


def test_a_person_of_the_navigator_leads_to_his_lane(shown: Opened) -> None:
    timeline = shown.place.centre.timeline
    shown.place.navigator.person_chosen.emit("zhuk")
    settle()
    lane = timeline.scene.layout.lane_of("zhuk")

    assert lane is not None
    assert timeline.horizontalScrollBar().value() > 0
    left = timeline.scale.x(lane) - timeline.horizontalScrollBar().value()
    assert 0 <= left < timeline.viewport().width()


def test_the_now_line_stands_on_the_day_itself(shown: Opened) -> None:
    centre = shown.place.centre
    centre.show_now(datetime(2025, 12, 23, 8, 5, tzinfo=UTC))  # 11.05 in Moscow
    on_the_day = centre.timeline.canvas.now
    centre.show_now(datetime(2025, 12, 22, 8, 5, tzinfo=UTC))

    assert on_the_day is not None
    assert on_the_day[2] == 11 * 60 + 5
    assert centre.timeline.canvas.now is None


def test_a_pane_gives_the_keyboard_to_what_is_in_it(shown: Opened) -> None:
    shown.desk.jump("session")
    settle()
    shown.act("next-pane")
    field = shown.window.focusWidget()
    shown.act("next-pane")
    row = shown.window.focusWidget()

    assert isinstance(field, TextField)
    assert field.isVisible()
    assert row is shown.rows[0]


def test_a_day_outside_the_visit_can_be_left_again(shown: Opened) -> None:
    shown.place.centre.timeline.step_day(2)  # as its keys do
    settle()
    outside = shown.tools.day.text()
    shown.act("previous-day")

    assert outside == "25 декабря, чт"
    assert shown.tools.day.text() == "23 декабря, вт"


def test_a_visit_that_moves_away_takes_the_view_along(shown: Opened) -> None:
    page = shown.place.inspector.visit_page
    page.first.setFocus()
    page.first.stepUp()
    settle()

    assert str(shown.visit.about.starts) == "2025-12-24"
    assert shown.tools.day.text() == "24 декабря, ср"
