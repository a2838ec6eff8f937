# SPDX-License-Identifier: MIT
"""A text in several languages as fields, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visitplanner.domain.text import LANGUAGES
from visitplanner.gui.inspector.fields import TextField
from visitplanner.gui.looks import SMALL
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.text import Language, Text
    from visitplanner.gui.phrases import Phrases

NAMES = {"ru": N_("in Russian"), "be": N_("in Belarusian"), "en": N_("in English")}


class TextFields(QWidget):
    """One text; what is older in one language than in another is marked."""

    edited = Signal(str, str, int)
    """Language, string, and which visit to the field it was typed in."""

    def __init__(
        self,
        phrases: Phrases,
        name: str,
        languages: Iterable[Language],
        *,
        paragraphs: bool = False,
        least: int = 1,
    ) -> None:
        super().__init__()
        self._phrases = phrases
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self.fields: dict[Language, TextField] = {}
        self._badges: dict[Language, QLabel] = {}
        chosen = tuple(languages)
        for line, language in enumerate(chosen):
            field = TextField(paragraphs=paragraphs, least=least)
            field.setAccessibleName(f"{name}, {phrases.say(NAMES[language])}")
            field.edited.connect(lambda text, language=language: self._tell(language, text))
            badge = QLabel(language.upper())
            badge.setProperty("badge", True)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            badge.setFixedWidth(28)
            if len(chosen) == 1:
                badge.hide()
            self._grid.addWidget(badge, line, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, line, 1)
            self.fields[language] = field
            self._badges[language] = badge
        self.setFocusProxy(self.fields[chosen[0]])

    def _tell(self, language: Language, text: str) -> None:
        self.edited.emit(language, text, self.fields[language].typing.visits)

    def read(self, text: Text) -> None:
        """Shows the text as it is now."""
        for language, field in self.fields.items():
            field.show_text(text.own(language))
            stale = language in text.stale
            badge = self._badges[language]
            if bool(badge.property("stale")) != stale:
                badge.setProperty("stale", stale)
                badge.style().unpolish(badge)
                badge.style().polish(badge)
            name = self._phrases.say(NAMES[language])
            old = self._phrases.say(N_("older than another language: look it through"))
            badge.setToolTip(f"{name}: {old}" if stale else name)

    def finish(self) -> None:
        """Tells what is being typed."""
        for field in self.fields.values():
            field.typing.finish()


def languages_of(chosen: tuple[str, ...]) -> tuple[Language, ...]:
    """The languages a visit is written in; Russian always."""
    return tuple(language for language in LANGUAGES if language == "ru" or language in chosen)
