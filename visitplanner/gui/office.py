# SPDX-License-Identifier: MIT
"""What the window gets from outside: the clock, the author of edits, and the user's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from visitplanner.gui.settings import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from visitplanner.gui.settings import Settings
    from visitplanner.store import Share


class Office(NamedTuple):
    """Where, when and by whom the work is done; read once, by the application."""

    now: Callable[[], datetime]
    """The moment, aware, in UTC."""
    today: Callable[[], date]
    """The day at the desk."""
    clock: Callable[[], tuple[int, int]]
    """Hour and minute at the desk."""
    author: Callable[[], str]
    settings: Settings
    settings_file: Path
    visits: Callable[[], Path]
    """The folder new visits go to; it may not exist yet."""
    new_uid: Callable[[], str]
    share: Share | None = None
    """When a place counts as slow, if not as usual."""

    def keep_settings(self) -> None:
        """Writes the settings down."""
        write_settings(self.settings_file, self.settings)
