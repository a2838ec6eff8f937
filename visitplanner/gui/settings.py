# SPDX-License-Identifier: MIT
"""What the user has chosen and opened before: one small JSON file, never in the way."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

RECENT_MOST: Final = 10
_LOG: Final = logging.getLogger("visitplanner.settings")


@dataclass
class Settings:
    """Choices of the user; an empty string follows the system."""

    language: str = ""
    theme: str = ""
    recent: list[str] = field(default_factory=list)
    """Files opened before, the last one first."""
    geometry: str = ""
    """Place and size of the window, in Qt's own form."""
    panes: dict[str, list[int]] = field(default_factory=dict)
    """Sizes of the panes of a splitter by its name."""
    hidden: list[str] = field(default_factory=list)
    """Names of the panes that are put away."""
    export_folder: str = ""
    first_start: bool = True

    def opened(self, path: Path) -> None:
        """Puts a file first among the recent ones."""
        name = str(path.absolute())
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT_MOST]

    def forgotten(self, path: Path) -> None:
        """Takes a file off the recent ones."""
        self.recent = [name for name in self.recent if name != str(path)]


def read_settings(path: Path) -> Settings:
    """The settings; what is absent or makes no sense is as at the first start."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings(first_start=False)
    if isinstance(found, dict):
        for known in fields(Settings):
            value = found.get(known.name)
            if _alike(value, getattr(settings, known.name)):
                setattr(settings, known.name, value)
    return settings


def _alike(value: object, usual: object) -> bool:
    """Whether a value read is of the shape of the usual one."""
    if type(value) is not type(usual):
        return False
    if isinstance(value, list):
        return all(isinstance(entry, str) for entry in value)
    if isinstance(value, dict):
        return all(
            isinstance(sizes, list) and all(isinstance(size, int) for size in sizes)
            for sizes in value.values()
        )
    return True


def write_settings(path: Path, settings: Settings) -> None:
    """Keeps the settings, whole or not at all; a place that cannot be written is only logged."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(
            json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
        partial.replace(path)
    except OSError as error:
        _LOG.warning("settings not written: %s", type(error).__name__)
