# SPDX-License-Identifier: MIT
"""The preview shows the real print, keeps up with edits and with what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from tests.factory import example, having, small_visit
from tests.gui.opening import cyrillic, press, settle, write
from tests.gui.preview.looking import ink, look, pages, picture, rows_of, text, wait
from tests.opened import visit_file
from visitplanner.domain.edits import put
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import Text, message
from visitplanner.editions.edition import EDITIONS
from visitplanner.gui import theme
from visitplanner.gui.preview import stack

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opened, Opening
    from visitplanner.gui.preview.panel import Preview

CTRL = Qt.KeyboardModifier.ControlModifier


def retitle(shown: Opened, item: str, title: str) -> None:
    changed = replace(shown.item(item), title=Text(ru=title))
    shown.desk.edit(lambda visit: put(visit, message("Test"), "items", changed))


def centre(preview: Preview, item: str) -> QPoint:
    rect = preview.view.rect_of(item)
    assert rect is not None
    return rect.center()


def in_view(preview: Preview, item: str) -> bool:
    rect = preview.view.rect_of(item)
    return rect is not None and preview.view.viewport().rect().contains(rect.topLeft())


def test_every_page_of_the_example_is_there(preview: Preview) -> None:
    assert preview.view.paper is not None
    found = pages(preview.view.paper.data)

    assert preview.view.page_count == len(found) > 2
    assert "ПРОГРАММА" in found[0]
    assert preview.foot.count.text() == f"из {len(found)}"
    assert ink(picture(preview)) > 200


def test_pages_are_sharp(preview: Preview) -> None:
    """A row of the print stands in the window pixel by pixel, neither stretched nor blurred."""
    seen, view = picture(preview), preview.view
    drawn = view.strip_at(0)
    assert drawn is not None
    rows = [row[400:2400] for row in rows_of(drawn)[60:300]]
    letters = max(rows, key=lambda row: len({row[n : n + 4] for n in range(0, len(row), 4)}))

    assert any(letters in row for row in rows_of(seen))


def test_every_edition_can_be_chosen(shown: Opened, preview: Preview, qtbot: QtBot) -> None:
    names = [preview.head.edition.itemData(n) for n in range(preview.head.edition.count())]
    preview.head.edition.setCurrentIndex(names.index("working"))
    wait(preview, qtbot)

    assert names == list(EDITIONS)
    assert "Ответственный" in text(preview)
    assert preview.head.language.currentText() == "Русский"
    del shown


def test_an_edit_is_printed_and_what_is_read_stays(
    shown: Opened, preview: Preview, qtbot: QtBot
) -> None:
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    wait(preview, qtbot)
    before, image = bar.value(), picture(preview)
    retitle(shown, "lunch", "Обед в саду у реки")
    wait(preview, qtbot)

    assert "Обед в саду у реки" in text(preview)
    assert bar.value() == before
    assert picture(preview) != image


def test_undo_is_printed_too(shown: Opened, preview: Preview, qtbot: QtBot) -> None:
    before = text(preview)
    retitle(shown, "lunch", "Обед в саду у реки")
    wait(preview, qtbot)
    shown.act("undo")
    wait(preview, qtbot)

    assert "в саду" not in text(preview)
    assert before.split("Проект")[0] == text(preview).split("Проект")[0]


def test_edits_behind_another_tab_are_printed_when_it_is_looked_at(
    shown: Opened, preview: Preview, qtbot: QtBot
) -> None:
    shown.act("timeline")
    retitle(shown, "lunch", "Обед в саду у реки")
    settle()
    assert not preview.fresh
    look(shown, qtbot)

    assert "Обед в саду у реки" in text(preview)


def test_selection_leads_to_its_page_and_is_marked(
    shown: Opened, preview: Preview, qtbot: QtBot
) -> None:
    shown.desk.jump("farewell")
    wait(preview, qtbot)
    rect = preview.view.rect_of("farewell")
    assert rect is not None

    assert in_view(preview, "farewell")
    assert preview.view.page == preview.view.places_of("farewell")[0].page > 0
    colour = picture(preview).pixelColor(rect.right() - 2, rect.top() + 3)
    assert colour == theme.LIGHT.accent_soft


def test_the_item_selected_before_is_shown_at_once(shown: Opened, qtbot: QtBot) -> None:
    shown.desk.jump("farewell")
    preview = look(shown, qtbot)

    assert in_view(preview, "farewell")


def test_an_edited_item_that_moves_to_another_page_is_followed(
    shown: Opened, preview: Preview, qtbot: QtBot
) -> None:
    shown.desk.jump("laying")
    wait(preview, qtbot)
    page = preview.view.places_of("laying")[0].page
    lines = "\n".join(f"Строка {n} для сведения" for n in range(60))
    welcome = replace(shown.item("laying"), public_text=Text(ru=lines))
    shown.desk.edit(lambda visit: put(visit, message("Test"), "items", welcome))
    wait(preview, qtbot)

    assert preview.view.places_of("laying")[0].page >= page
    assert in_view(preview, "laying")


def test_a_click_on_an_item_selects_it(shown: Opened, preview: Preview) -> None:
    shown.desk.select(())
    preview.view.reveal(["laying"])
    at = centre(preview, "laying")
    QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert shown.desk.selection == ("laying",)


def test_a_click_on_the_margin_selects_nothing(shown: Opened, preview: Preview) -> None:
    shown.desk.select(())
    QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))

    assert shown.desk.selection == ()


def test_keys_go_through_the_pages(preview: Preview) -> None:
    view, bar = preview.view, preview.view.verticalScrollBar()
    press(view, Qt.Key.Key_End)
    assert (bar.value(), view.page) == (bar.maximum(), view.page_count - 1)
    press(view, Qt.Key.Key_Home)
    assert (bar.value(), view.page) == (0, 0)
    press(view, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < view.viewport().height()
    press(view, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_whole_pages_are_turned_one_by_one(preview: Preview) -> None:
    preview.view.set_zoom(stack.FIT_PAGE)
    preview.view.show_page(0)
    seen = [preview.view.page]
    for _ in range(preview.view.page_count - 1):
        press(preview.view, Qt.Key.Key_PageDown)
        seen.append(preview.view.page)

    assert seen == list(range(preview.view.page_count))


def test_a_page_is_asked_for_by_its_number(preview: Preview) -> None:
    write(preview.foot.page, "3")
    press(preview.foot.page, Qt.Key.Key_Return)

    assert preview.view.page == 2
    assert not in_view(preview, "welcome")


def test_buttons_turn_pages(preview: Preview) -> None:
    preview.foot.after.click()
    assert (preview.view.page, preview.foot.page.text()) == (1, "2")
    preview.foot.before.click()
    assert preview.view.page == 0
    assert not preview.foot.before.isEnabled()


def test_zoom_actions_are_the_pages_own(shown: Opened, preview: Preview) -> None:
    before = preview.view.percent
    shown.act("zoom-in")
    assert preview.view.percent > before
    assert preview.foot.zoom.currentText() in {f"{preview.view.percent} %", ""}
    shown.act("zoom-usual")
    assert preview.view.zoom == stack.FIT_WIDTH


def test_zoom_has_its_ends(preview: Preview) -> None:
    for direction, end in ((1, 300), (-1, 50)):
        for _ in range(12):
            preview.view.zoom_by(direction)
        assert preview.view.percent == end
    assert not preview.foot.smaller.isEnabled()


def test_the_wheel_enlarges_what_is_under_it(preview: Preview, qtbot: QtBot) -> None:
    preview.view.reveal(["laying"])
    at = centre(preview, "laying")
    where = QPointF(at)
    turned = QWheelEvent(
        where,
        preview.view.viewport().mapToGlobal(where),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = preview.view.percent
    QApplication.sendEvent(preview.view.viewport(), turned)
    wait(preview, qtbot)

    assert preview.view.percent > before
    assert preview.view.item_at(at) == "laying"


def test_a_word_too_wide_is_told_and_leads_to_its_item(
    opened: Opening, tmp_path: Path, qtbot: QtBot
) -> None:
    visit = example()
    long = replace(visit.items["farewell"], title=Text(ru="Щ" * 90))
    shown = opened(visit_file(tmp_path, having(visit, items=(long,))))
    preview = look(shown, qtbot)

    assert preview.findings.isVisible()
    assert "Щ" * 90 in preview.findings.text.text()
    preview.findings.show_item.click()
    assert shown.desk.selection == ("farewell",)
    assert in_view(preview, "farewell")


def test_nothing_found_shows_no_bar(preview: Preview) -> None:
    assert not preview.findings.isVisible()


def test_an_empty_visit_says_so(opened: Opening, tmp_path: Path, qtbot: QtBot) -> None:
    preview = look(opened(visit_file(tmp_path, small_visit())), qtbot)

    assert "готовится" in text(preview)
    assert preview.findings.text.text() == "В программе пока нет пунктов для печати."


def test_an_item_that_is_not_printed_is_told(opened: Opening, tmp_path: Path, qtbot: QtBot) -> None:
    visit = example()
    off = replace(visit.items["press"], status=ItemStatus.CANCELLED)
    shown = opened(visit_file(tmp_path, having(visit, items=(off,))))
    shown.desk.jump("press")
    preview = look(shown, qtbot)

    assert preview.foot.note.text() == "Выбранного пункта в этом документе нет."
    shown.desk.jump("lunch")
    assert preview.foot.note.text() == ""


def test_it_opens_by_its_key_under_a_russian_layout(shown: Opened, qtbot: QtBot) -> None:
    press(shown.window, Qt.Key.Key_3, CTRL)
    preview = shown.place.centre.preview
    wait(preview, qtbot)

    assert shown.place.centre.preview_shown
    assert preview.view.hasFocus()
    shown.act("timeline")
    cyrillic(shown.window, "З", CTRL)
    assert shown.place.centre.preview_shown


def test_f6_comes_by_the_pages(shown: Opened, preview: Preview) -> None:
    shown.place.navigator.setFocus()
    press(shown.window, Qt.Key.Key_F6)

    assert preview.view.hasFocus()


def test_everything_has_a_name_to_be_read_out(preview: Preview) -> None:
    for tool in preview.findChildren(QToolButton):
        assert tool.text() or tool.accessibleName()
    for part in (preview.view, preview.head.edition, preview.head.language, preview.foot.zoom):
        assert part.accessibleName()
    assert preview.foot.page.accessibleName() == "Страница"
