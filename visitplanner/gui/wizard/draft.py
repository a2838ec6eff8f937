# SPDX-License-Identifier: MIT
"""The day that comes of the wishes, shown while they are entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from visitplanner.domain.visit import days_of
from visitplanner.editions.labels import KINDS
from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SPACE
from visitplanner.gui.theme import KIND_ICON
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.outline import Outline
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.theme import Theme

_ROW: Final = 26
_LONGEST_TIME: Final = len("10.00–11.00")


class DraftView(QWidget):
    """The programme to be, day by day, and what had to give."""

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self._phrases = phrases
        self._theme = theme
        heading = QLabel(phrases.say(N_("What comes of it")))
        heading.setProperty("heading", True)
        self.list = QListWidget()
        self.list.setObjectName("draft")
        self.list.setAccessibleName(heading.text())
        self.list.setAutoFillBackground(False)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setStyleSheet("background: transparent;")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.gave = QLabel()
        self.gave.setObjectName("gave")
        self.gave.setWordWrap(True)
        self.gave.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(heading)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.list)
        column.addWidget(card, 1)
        column.addWidget(self.gave)

    def show_outline(self, outline: Outline) -> None:
        """Shows a draft, and says what was left out or shortened for it."""
        self.list.clear()
        visit, language = outline.visit, self._phrases.language
        days = tuple(days_of(visit))
        for day in days:
            if len(days) > 1:
                self._heading(dates.short_day_heading(day, language))
            for item in visit.items.values():
                if item.start is not None and item.start.date == day:
                    self._line(item)
        short = [f"{visit.items[key].title.best(language)}" for key in outline.shortened]
        lines = []
        if outline.left_out:
            names = self._names(self._phrases.say(KINDS[kind]) for kind in outline.left_out)
            lines.append(self._phrases.say(N_("No time for: {items}"), items=names))
        if short:
            text = self._phrases.say(N_("Shorter than usual: {items}"), items=self._names(short))
            lines.append(text)
        self._say("\n".join(lines))

    def show_nothing(self, why: str) -> None:
        """Says why there is no draft."""
        self.list.clear()
        self._say(why)

    @staticmethod
    def _names(names: Iterable[str]) -> str:
        return ", ".join(name[:1].lower() + name[1:] for name in dict.fromkeys(names))

    def _say(self, text: str) -> None:
        self.gave.setText(text)
        self.gave.setVisible(bool(text))
        self.gave.setStyleSheet(f"color: {self._theme.warning.name()};")

    def _heading(self, text: str) -> None:
        line = QListWidgetItem(text)
        font = self.font()
        font.setBold(True)
        line.setFont(font)
        line.setSizeHint(QSize(0, self._row()))
        self.list.addItem(line)

    def _line(self, item: ProgrammeItem) -> None:
        if item.start is None or item.end is None:
            return
        language = self._phrases.language
        separator = "." if language == "ru" else ":"
        time = dates.range_text(item.start, item.end, language, separator)
        aligned = time.ljust(_LONGEST_TIME, "\N{FIGURE SPACE}")
        line = QListWidgetItem(f"{aligned}\N{EN SPACE}{item.title.best(language)}")
        line.setIcon(icons.icon(KIND_ICON[item.kind], self._theme.kind(item.kind).edge))
        line.setSizeHint(QSize(0, self._row()))
        line.setToolTip(f"{time} {item.title.best(language)}")
        self.list.addItem(line)

    def _row(self) -> int:
        return max(_ROW, self.fontMetrics().height() + SPACE)
