# SPDX-License-Identifier: MIT
"""The status bar: that everything is saved, which clock the times are by, and the day shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QStatusBar

from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.gui.desk import Desk

_ZONES: Final[Mapping[str, str]] = {
    "Europe/Moscow": N_("Moscow time"),
    "Europe/Minsk": N_("Minsk time"),
}
_ANSWER_MS: Final = 6_000


class StatusLine(QStatusBar):
    """One line of facts that are always true, and short answers that pass."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.saved = QLabel()
        self.where = QLabel()
        self.addWidget(self.saved)
        self.addPermanentWidget(self.where)

    def show_desk(self, desk: Desk) -> None:
        """The facts about the open visit."""
        say = desk.phrases.say
        self.saved.setText(
            say(N_("All changes saved")) if desk.writable else say(N_("For reading only"))
        )
        zone = desk.visit.about.zone
        clock = say(_ZONES[zone]) if zone in _ZONES else zone
        self.where.setText(f"{clock} · {dates.long_date(desk.day, desk.language)}")

    def answer(self, text: str) -> None:
        """Says something for a moment."""
        self.showMessage(text, _ANSWER_MS)
