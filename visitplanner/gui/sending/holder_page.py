# SPDX-License-Identifier: MIT
"""What one holder is told: what he holds, what has changed in it, the text to send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from visitplanner.gui import icons
from visitplanner.gui.dialogs.making import heading
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.scrolled import scrolled
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.distribution import Told
    from visitplanner.domain.text import Language
    from visitplanner.editions.telling import Telling
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.sending.ledger import Ledger

_LANGUAGES: Final[tuple[tuple[Language, str], ...]] = (("ru", "Русский"), ("en", "English"))


class HolderPage(QWidget):
    """The chosen holder; the text can be altered before it is copied."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self._desk = desk
        self.spoken: Language = language
        """The language of the text."""
        self._ledger: Ledger | None = None
        self._one: Told | None = None
        say = desk.phrases.say
        self.name = _wrapped(heading=True)
        self.post = _wrapped(muted=True)
        self.copies = _wrapped()
        self.changes = _wrapped()
        self.when = _wrapped(muted=True)
        self.copies_title, self.changes_title = heading(say(N_("Holds"))), heading("")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(say(N_("Text to send")))
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, WIDE, WIDE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._facts(), 1)
        column.addLayout(self._above_text())
        column.addWidget(self.text, 1)

    def _facts(self) -> QScrollArea:
        facts = QWidget()
        facts.setObjectName("page")
        inside = QVBoxLayout(facts)
        inside.setContentsMargins(0, 0, SPACE, 0)
        inside.setSpacing(SMALL)
        for label in (self.name, self.post, self.when):
            inside.addWidget(label)
        for title, label in (
            (self.copies_title, self.copies),
            (self.changes_title, self.changes),
        ):
            inside.addSpacing(SPACE)
            inside.addWidget(title)
            inside.addWidget(label)
        inside.addStretch(1)
        return scrolled(facts, sideways=True)

    def _above_text(self) -> QHBoxLayout:
        say = self._desk.phrases.say
        self.language = ChoiceField(_LANGUAGES)
        self.language.setAccessibleName(say(N_("Language of the text")))
        self.language.show_value(self.spoken)
        self.language.setMaximumWidth(140)
        self.language.chosen.connect(self._speak)
        self.copy = QPushButton(icons.icon("copy"), say(N_("Copy the text")))
        self.copy.setToolTip("Ctrl+Shift+C")
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(heading(say(N_("Text to send"))))
        line.addStretch(1)
        line.addWidget(self.language)
        line.addWidget(self.copy)
        return line

    def show_holder(self, ledger: Ledger, one: Told | None, said: str) -> None:
        """Shows a holder; `said` is who told him and when, or empty."""
        self._ledger, self._one = ledger, one
        phrases = self._desk.phrases
        for widget in (self.text, self.copy, self.language):
            widget.setEnabled(one is not None)
        for title in (self.copies_title, self.changes_title):
            title.setVisible(one is not None)
        if one is None:
            for label in (self.name, self.post, self.copies, self.changes, self.when):
                label.clear()
            self.text.clear()
            return
        telling = ledger.tellings(self._desk.language).of(one)
        self.name.setText(telling.name)
        self.post.setText(telling.post)
        self.post.setVisible(bool(telling.post))
        self.when.setText(said)
        self.when.setVisible(bool(said))
        self.copies.setText("\n".join(f"• {copy}" for copy in telling.copies))
        own = one.takes_part or not one.others
        self.changes_title.setText(
            phrases.say(N_("Changed in their rows") if own else N_("Changed in what they hold"))
        )
        self.changes.setText(_changes(telling) or phrases.say(N_("What they hold is right again.")))
        self._write()

    def _write(self) -> None:
        if self._ledger is not None and self._one is not None:
            self.text.setPlainText(self._ledger.tellings(self.spoken).of(self._one).text)

    def _speak(self, language: str) -> None:
        self.spoken = "en" if language == "en" else "ru"
        self._write()

    def copy_text(self) -> bool:
        """Puts the text, as it may have been altered, on the clipboard."""
        text = self.text.toPlainText()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)


def _changes(telling: Telling) -> str:
    lines: list[str] = []
    shown = [c for c in telling.changes if c.own] or list(telling.changes)
    for change in shown:
        lines.append(f"• {change.heading}")
        lines += [f"    {line}" for line in change.lines]
    return "\n".join(lines)


def _wrapped(*, heading: bool = False, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("heading", heading)
    label.setProperty("muted", muted)
    return label
