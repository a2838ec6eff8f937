# SPDX-License-Identifier: MIT
"""Why a finding matters: the rule in words, beside the list."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from visitplanner.gui import icons
from visitplanner.gui.looks import SPACE
from visitplanner.gui.scrolled import scrolled
from visitplanner.rules import catalogue
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.theme import Theme


class Explanation(QFrame):
    """One rule: what it finds, why it matters, an example, what to do."""

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self._phrases = phrases
        self._theme = theme
        self.code = ""
        self.setObjectName("explanation")
        self._title, self._text = QLabel(), QLabel()
        self._title.setProperty("heading", True)
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setToolTip(phrases.say(N_("Close the explanation")))
        close.setAccessibleName(phrases.say(N_("Close the explanation")))
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        area = scrolled(self._text, reached=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE - 2, SPACE, SPACE)
        column.setSpacing(SPACE - 2)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.hide()

    def show_rule(self, code: str) -> None:
        """Explains a rule."""
        self.code = code
        rule = catalogue.BY_CODE.get(code)
        if rule is None:
            self.hide()
            return
        language = self._phrases.language
        self._title.setText(f"{code}  {catalogue.title(code, language)}")
        muted = self._theme.muted.name()
        parts = [*catalogue.text(rule, language).items()]
        parts.append((self._phrases.say(N_("Source")), self._phrases.say(rule.source)))
        self._text.setText(
            "".join(
                f'<p style="margin: 0 0 2px 0; color: {muted}">{escape(heading)}</p>'
                f'<p style="margin: 0 0 8px 0">{escape(paragraph)}</p>'
                for heading, paragraph in parts
            )
        )
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription("\n".join(f"{a}: {b}" for a, b in parts))
        self.show()
