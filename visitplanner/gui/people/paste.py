# SPDX-License-Identifier: MIT
"""The window that takes a pasted letter: its text at the left, what it proposes at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.cells import read_cells
from visitplanner.gui.clipboard import offered_text
from visitplanner.gui.editors.window import EditorWindow, show_editor
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.people.list_box import ListBox
from visitplanner.gui.scrolled import scrolled
from visitplanner.imports.people_list import read_letter
from visitplanner.imports.taking import destinations, taken
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (1340, 760)
_PAUSE_MS: Final = 400


class PasteWindow(EditorWindow):
    """Paste a letter, look, take."""

    letter: QPlainTextEdit
    take: QPushButton
    boxes: list[ListBox]

    def __init__(self, window: MainWindow) -> None:
        self._text = clipboard_text()
        super().__init__(window)
        self.resize(*_SIZE)
        self.take.setFocus() if self.boxes else self.letter.setFocus()

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        if hasattr(self, "letter"):
            self._text = self.letter.toPlainText()
        self.setWindowTitle(say(N_("Paste a list of people")))
        self.boxes = []
        self.letter = QPlainTextEdit()
        self.letter.setTabChangesFocus(True)
        self.letter.setAccessibleName(say(N_("Text of the letter")))
        self.letter.setPlaceholderText(
            say(N_("1. Subbotin Aleksandr Mikhailovich – chairman …\n2. …"))
        )
        self._pause = QTimer(self.letter)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.read)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side(say(N_("Text of the letter")), self.letter))
        splitter.addWidget(self._side(say(N_("What is proposed")), self._proposals()))
        splitter.setSizes([420, 900])
        splitter.setStretchFactor(1, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(splitter, 1)
        column.addLayout(self._foot())
        self.letter.setPlainText(self._text)
        self.letter.textChanged.connect(self._pause.start)
        self.read()
        return page

    def offer_clipboard(self) -> None:
        """Reads a list that has come to the clipboard while nothing was pasted."""
        if not self.boxes and (text := clipboard_text()):
            self.letter.setPlainText(text)
            self.read()
            self.take.setFocus()

    def _proposals(self) -> QScrollArea:
        """What the lists of the letter stand in."""
        self._lists = QVBoxLayout()
        self._lists.setSpacing(SPACE)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.addLayout(self._lists)
        column.addStretch(1)
        return scrolled(inside, sideways=True)

    def _side(self, title: str, content: QWidget) -> QWidget:
        heading = QLabel(title)
        heading.setProperty("heading", True)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(WIDE, SPACE, SPACE, SPACE)
        column.setSpacing(SMALL)
        column.addWidget(heading)
        column.addWidget(content, 1)
        return side

    def _foot(self) -> QHBoxLayout:
        say = self.desk.phrases.say
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.take = QPushButton(icons.icon("import", self.desk.theme.on_accent), "")
        self.take.setProperty("primary", True)
        self.take.setAutoDefault(True)
        self.take.clicked.connect(self._take)
        cancel = QPushButton(say(N_("Cancel")))
        cancel.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(WIDE, SPACE, WIDE, SPACE + SMALL)
        foot.setSpacing(SPACE)
        foot.addWidget(self.count, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        return foot

    def read(self) -> None:
        """Reads the letter anew."""
        for box in self.boxes:
            self._lists.removeWidget(box)
            box.hide()
            box.deleteLater()
        lists = read_letter(self.letter.toPlainText())
        entries = destinations(self.desk.visit, lists)
        self.boxes = [
            ListBox(self.desk, proposed, entry)
            for proposed, entry in zip(lists, entries, strict=True)
        ]
        for box in self.boxes:
            self._lists.addWidget(box)
            box.changed.connect(self._recount)
        self._recount()

    def _recount(self) -> None:
        phrases = self.desk.phrases
        chosen = [box.destination for box in self.boxes]
        number = sum(len(e.people) for e in chosen if e.delegation is not None)
        self.take.setText(phrases.count("Take {n} person", "Take {n} people", number))
        self.take.setEnabled(bool(number) and self.desk.writable)
        doubtful = sum(bool(p.doubts) for e in chosen for p in e.people)
        text = ""
        if not self.boxes:
            text = phrases.say(N_("No names are found: one person a line, name, dash, post."))
        elif doubtful:
            text = phrases.count(
                "{n} line should be looked at.", "{n} lines should be looked at.", doubtful
            )
        self.count.setText(text)

    def _take(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.read()
        chosen = tuple(box.destination for box in self.boxes)
        if self.desk.edit(lambda visit: taken(visit, chosen)) is None:
            return
        from visitplanner.gui.people.window import PeopleWindow

        name = self.desk.session.undo_message
        shown = show_editor(self.main, PeopleWindow)
        if shown is not None:
            first = next((e.delegation for e in chosen if isinstance(e.delegation, str)), "")
            shown.show_delegation(first or next(iter(self.desk.visit.delegations), ""))
            if name is not None:
                shown.offer_undo(f"{self.desk.say(name)}.")
        self.close()


def clipboard_text() -> str:
    """The text on the clipboard when it holds people; cells of Word and Excel parted by tabs."""
    text, html = offered_text()
    if "<table" in html.lower():
        cells = read_cells(text, html)
        text = "\n".join("\t".join(" ".join(c.split("\n")) for c in row) for row in cells) or text
    return text if read_letter(text) else ""
