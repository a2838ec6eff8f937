# SPDX-License-Identifier: MIT
"""What the user has chosen and opened before: one small JSON file, never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QJsonDocument

if TYPE_CHECKING:
    from pathlib import Path

RECENT_MOST: Final = 10


class Settings:
    """Choices of the user; an empty string follows the system."""

    def __init__(self, *, language: str = "", theme: str = "", first_start: bool = True) -> None:
        self.language = language
        self.theme = theme
        self.first_start = first_start
        self.author = ""
        """The name that edits are signed with."""
        self.recent: list[str] = []
        """Files opened before, the last one first."""
        self.geometry = ""
        """Place and size of the window, in Qt's own form."""
        self.panes: dict[str, list[int]] = {}
        """Sizes of the panes of a splitter by its name."""
        self.hidden: list[str] = []
        """Names of the panes that are put away."""
        self.ripple = False
        """Whether moves to later push what follows."""
        self.hidden_lanes: dict[str, list[str]] = {}
        """Lanes out of sight, by visit and what lanes stand for."""
        self.lane_order: dict[str, list[str]] = {}
        """Lanes in the user's order, likewise."""
        self.export_folder = ""
        self.jumps: list[str] = []
        """What was chosen in the command palette, the last one first."""

    def opened(self, path: Path) -> None:
        """Puts a file first among the recent ones, if its name is a text."""
        name = str(path.absolute())
        if not name.isascii() and name.encode(errors="ignore").decode() != name:
            return
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT_MOST]

    def forgotten(self, path: Path) -> None:
        """Takes a file off the recent ones."""
        self.recent = [name for name in self.recent if name != str(path)]

    def erased(self, path: Path, uid: str) -> None:
        """Forgets all about a visit."""
        self.forgotten(path)
        self.jumps.clear()  # they do not say of which visit they are
        for lanes in (self.hidden_lanes, self.lane_order):
            for key in [key for key in lanes if key.partition(" ")[0] == uid]:
                del lanes[key]


def read_settings(path: Path) -> Settings:
    """The settings; what is absent or makes no sense is as at the first start."""
    try:
        # Qt's reader is there already; Python's would take longer to load than to read.
        found = QJsonDocument.fromJson(path.read_bytes()).object()
    except OSError:
        return Settings()
    settings = Settings(first_start=False)
    for name, usual in vars(settings).items():
        value = found.get(name)
        if _alike(value, usual, int if name == "panes" else str):
            setattr(settings, name, value)
    return settings


def _alike(value: object, usual: object, kind: type) -> bool:
    """Whether a value read is of the shape of the usual one; `kind` is that of lists by name."""
    if type(value) is not type(usual):
        return False
    if isinstance(value, list):
        return all(isinstance(entry, str) for entry in value)
    if isinstance(value, dict):
        return all(
            isinstance(entries, list) and all(isinstance(entry, kind) for entry in entries)
            for entries in value.values()
        )
    return True


def write_settings(path: Path, settings: Settings) -> None:
    """Keeps the settings, whole or not at all; a place that cannot be written is only logged."""
    import json

    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(vars(settings), ensure_ascii=False, indent=1) + "\n", "utf-8")
        partial.replace(path)
    except (OSError, UnicodeError) as error:
        import logging

        name = type(error).__name__
        logging.getLogger("visitplanner.settings").warning("settings not written: %s", name)
