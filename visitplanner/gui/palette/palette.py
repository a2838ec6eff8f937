# SPDX-License-Identifier: MIT
"""The command palette: anything of the visit and every command, by a few letters."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from visitplanner.gui.actions import BY_NAME, MENUS, Menu
from visitplanner.gui.palette.box import JumpBox
from visitplanner.gui.palette.rows import Row
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.fuzzy import best_match, readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from visitplanner.gui.main_window import MainWindow
    from visitplanner.words.fuzzy import Match

_MOST: Final = 60
_RECENT_MOST: Final = 8
_UNLISTED: Final = frozenset({"palette"})


def open_palette(window: MainWindow) -> JumpBox:
    """Shows everything one can jump to."""
    say = window.phrases.say
    source = Palette(window)
    box = JumpBox(window, say(N_("Command palette")), say(N_("Nothing found")), source.find)
    box.open()
    return box


class Palette:
    """What can be jumped to now, ranked; the last choices come first."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        rows = [*_of_visit(window), *_commands(window), *_files(window)]
        self._rows = [replace(row, act=partial(self._go, row)) for row in rows]

    def _go(self, row: Row) -> None:
        settings = self._window.office.settings
        others = [key for key in settings.jumps if key != row.key]
        settings.jumps = [row.key, *others][:_RECENT_MOST]
        self._window.office.keep_settings()
        row.act()

    def find(self, typed: str) -> Sequence[Row]:
        """What fits, the best first; while nothing is typed all, the last choices first."""
        turns = {key: turn for turn, key in enumerate(self._window.office.settings.jumps)}
        if not typed.strip():
            latest = sorted(self._rows, key=lambda row: turns.get(row.key, len(turns)))
            return latest[:_MOST]
        # Other keyboard layouts are tried only when what was typed is found nowhere.
        direct, *others = readings(typed)
        found = self._fitting([direct], turns) or self._fitting(others, turns)
        return [row for _, row in found[:_MOST]]

    def _fitting(self, asked: Sequence[str], turns: dict[str, int]) -> list[tuple[Match, Row]]:
        found = []
        for place, row in enumerate(self._rows):
            fits = best_match(asked, (row.text, *row.names))
            if fits is not None:
                order = (fits.rank, turns.get(row.key, len(turns)), fits.length, place)
                found.append((order, fits, replace(row, marks=fits.marks)))
        return [(fits, row) for _, fits, row in sorted(found, key=lambda one: one[0])]


def _of_visit(window: MainWindow) -> Iterator[Row]:
    if window.workspace is None:
        return
    from visitplanner.gui.palette.jumps import Jumps
    from visitplanner.gui.palette.targets import Targets

    yield from Targets(window.workspace.desk, Jumps(window, window.workspace)).rows()


def _commands(window: MainWindow) -> Iterator[Row]:
    """Every command that makes sense now, with its shortcut and the menus it stands in."""
    say, english = window.phrases.say, translator("en").gettext
    for menu in MENUS:
        for path, name in _entries(menu):
            action = window.bars.actions[name]
            if name in _UNLISTED or not action.isEnabled():
                continue
            command = BY_NAME[name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            text = action.text().rstrip("…")
            where = " › ".join(say(part) for part in path)
            yield Row(
                key=f"command/{name}",
                text=text,
                note=f"{where}\N{EN SPACE}{keys}" if keys else where,
                act=action.trigger,
                icon=command.icon or "menu",
                names=(f"{say(path[-1])} {text}", english(command.text).rstrip("…")),
            )


def _entries(menu: Menu, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    path = (*above, menu.text)
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _entries(entry, path)
        elif entry is not None:
            yield path, entry


def _files(window: MainWindow) -> Iterator[Row]:
    """Visits opened before."""
    here = window.desk.session.path if window.desk is not None else None
    for name in window.office.settings.recent:
        path = Path(name)
        if path != here and path.exists():
            yield Row(
                key=f"file/{name}",
                text=path.stem,
                note=window.phrases.say(N_("Recent visits")),
                act=partial(_open, window, path),
                icon="open",
            )


def _open(window: MainWindow, path: Path) -> None:
    window.files.open_path(path)
