# SPDX-License-Identifier: MIT
"""The table of actions: complete, without double shortcuts, and shown in full on the sheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from visitplanner.gui import icons
from visitplanner.gui.actions import COMMANDS, MENUS, Menu
from visitplanner.gui.dialogs.shortcuts import ShortcutSheet
from visitplanner.gui.handlers import handlers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gui.opening import Opened


def in_menus(menus: tuple[str | Menu | None, ...] = MENUS) -> Iterator[str]:
    for entry in menus:
        if isinstance(entry, Menu):
            yield from in_menus(entry.entries)
        elif entry is not None:
            yield entry


def test_every_action_stands_in_one_menu_and_has_a_handler(shown: Opened) -> None:
    names = [command.name for command in COMMANDS]

    assert sorted(in_menus()) == sorted(names)
    assert set(handlers(shown.window)) == set(names)


def test_no_shortcut_is_given_twice() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_icon_is_shipped() -> None:
    assert {command.icon for command in COMMANDS} - {""} <= set(icons.names())


def test_the_sheet_shows_every_shortcut_and_finds_by_typing(shown: Opened) -> None:
    shown.act("shortcuts")
    sheet = shown.dialog()
    assert isinstance(sheet, ShortcutSheet)
    before = sheet.shown()
    sheet.search.setText("копи")

    with_keys = [command for command in COMMANDS if command.keys]
    assert len(before) >= len(with_keys)
    assert sheet.shown() == [
        "Сохранить копию  Ctrl+Shift+S",
        "Копировать пункт  Ctrl+D",
        "Копировать при перетаскивании  Ctrl",
    ]
