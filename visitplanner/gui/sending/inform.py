# SPDX-License-Identifier: MIT
"""Inform…: who must be told of what has changed, with the words, and a tick for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.editions.wording import Wording
from visitplanner.gui import icons
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.notices import Remedy
from visitplanner.gui.sending.holder_page import HolderPage
from visitplanner.gui.sending.ledger import Ledger, named, tick, untick
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.distribution import Told
    from visitplanner.domain.text import Language
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (1080, 720)
_LIST: Final = 360
_READER: Final = Qt.ItemDataRole.UserRole


class InformWindow(EditorWindow):
    """Holders at the left, ticked when told; at the right what to say to the chosen one."""

    _answered = Signal(str, bool)

    def __init__(self, window: MainWindow) -> None:
        self._reader = ""
        super().__init__(window)
        self.resize(*_SIZE)
        self.desk.changed.connect(self._told)
        self.people.setFocus()

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Inform of changes")))
        self._reading = False
        self.summary = QLabel()
        self.summary.setProperty("heading", True)
        self.summary.setWordWrap(True)
        self.people = QListWidget()
        self.people.setAccessibleName(say(N_("Who must be told")))
        self.people.setMinimumWidth(_LIST)
        self.people.setWordWrap(True)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.currentItemChanged.connect(lambda *_: self._choose())
        self.people.itemChanged.connect(self._ticked)
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE, WIDE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.summary)
        column.addWidget(self.people, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        self.page = HolderPage(self.desk, self._language())
        self.page.copy.clicked.connect(self.copy_text)
        both.addWidget(self.page)
        both.setStretchFactor(1, 1)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(both, 1)
        whole.addLayout(self._foot())
        self.read()
        return page

    def _foot(self) -> QHBoxLayout:
        say = self.desk.phrases.say
        self.reprint = QPushButton(icons.icon("print"), say(N_("Reprint outdated…")))
        self.reprint.clicked.connect(self._open_reprint)
        self.register = QPushButton(icons.icon("table"), say(N_("Sent and handed out…")))
        self.register.clicked.connect(self._open_register)
        self.nameless = QPushButton()
        self.nameless.setProperty("quiet", True)
        self.nameless.clicked.connect(self._open_nameless)
        close = QPushButton(say(N_("Close")))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(WIDE, SPACE, WIDE, SPACE + SMALL)
        foot.setSpacing(SPACE)
        for button in (self.reprint, self.register, self.nameless):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    def _language(self) -> Language:
        """Of the text: as it was chosen, else that of the window."""
        if hasattr(self, "page"):
            return self.page.spoken
        return "en" if self.desk.language == "en" else "ru"

    # What is shown

    def read(self) -> None:
        """Everybody anew; who was chosen stays chosen."""
        phrases = self.desk.phrases
        self._ledger = ledger = Ledger(self.desk)
        self._known = {one.reader: one for one in (*ledger.untold, *ledger.told)}
        groups: tuple[tuple[str, list[Told]], ...] = (
            (N_("Take part"), [one for one in ledger.untold if one.takes_part]),
            (N_("See it in the whole programme"), [o for o in ledger.untold if not o.takes_part]),
            (N_("Have been told"), list(ledger.told)),
        )
        self._reading = True
        self.people.clear()
        for title, members in groups:
            if members:
                self.people.addItem(_head(f"{phrases.say(title)}: {len(members)}"))
            for one in members:
                self.people.addItem(self._line(one))
        self._reading = False
        self._summarise()
        self._stand_at(self._reader)
        outdated = len(ledger.outdated)
        self.reprint.setEnabled(bool(outdated))
        self.nameless.setVisible(bool(ledger.nameless))
        self.nameless.setText(
            phrases.count(
                "{n} copy without a holder", "{n} copies without a holder", ledger.nameless
            )
        )

    def _summarise(self) -> None:
        phrases, ledger = self.desk.phrases, self._ledger
        if ledger.untold:
            text = phrases.count(
                "{n} holder must be told", "{n} holders must be told", len(ledger.untold)
            )
        elif ledger.copies:
            text = phrases.say(N_("Everybody knows the programme as it is"))
        else:
            text = phrases.say(N_("Nothing has been given out yet"))
        self.summary.setText(text)

    def _line(self, one: Told) -> QListWidgetItem:
        told = one.reader not in {o.reader for o in self._ledger.untold}
        line = QListWidgetItem(f"{named(self.desk, one.reader)}\n{self._means(one)}")
        line.setData(_READER, one.reader)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if self.desk.writable else flags)
        line.setCheckState(Qt.CheckState.Checked if told else Qt.CheckState.Unchecked)
        line.setToolTip(self.desk.phrases.say(N_("Tick once told")))
        return line

    def _means(self, one: Told) -> str:
        """«экз. № 1 · календарь по ссылке»; of who has been told, by whom and when."""
        if said := self._said(one.reader):
            return said
        tellings = self._ledger.tellings(self.desk.language)
        return " · ".join(dict.fromkeys(tellings.means(c.publication) for c in one.copies))

    def _said(self, reader: str) -> str:
        """«Оповещён(а): Е. В. Морозова, 19.12.2025 10.30»; empty while he is to be told."""
        last = self._ledger.informing(reader)
        if last is None or reader in {one.reader for one in self._ledger.untold}:
            return ""
        words = Wording(self.desk.language, self.desk.visit.policy)
        at = words.moment(last.at, self.desk.visit.about.zone)
        return self.desk.phrases.say(N_("Told by {author}, {at}"), author=last.author, at=at)

    def _stand_at(self, reader: str) -> None:
        """Makes somebody the current one, else the first."""
        lines = [self.people.item(n) for n in range(self.people.count())]
        people = [line for line in lines if line.data(_READER)]
        found = [line for line in people if line.data(_READER) == reader] or people
        if found:
            self.people.setCurrentItem(found[0])
        else:
            self._choose()

    def _choose(self) -> None:
        if self._reading:
            return
        line = self.people.currentItem()
        reader = str(line.data(_READER) or "") if line is not None else ""
        self._reader = reader or self._reader
        said = self._said(reader) if reader else ""
        self.page.show_holder(self._ledger, self._known.get(reader), said)

    def _told(self, _: object) -> None:
        if self.isVisible():
            self.read()

    # What is done

    def _ticked(self, line: QListWidgetItem) -> None:
        if self._reading:
            return
        reader, done = str(line.data(_READER)), line.checkState() is Qt.CheckState.Checked
        # The list is made anew by what follows: not while its line still tells of the tick.
        self._answered.emit(reader, done)

    def _take(self, reader: str, done: bool) -> None:  # noqa: FBT001 -- a signal's slot
        if done:
            self._reader = self._next(reader)
            if tick(self.desk, [reader]):
                text = self.desk.phrases.say(N_("Told: {name}"), name=named(self.desk, reader))
                back = self.desk.phrases.say(N_("Take it back"))
                self.notices.say(text, Remedy(back, lambda: self._untick(reader)))
        else:
            self._untick(reader)

    def _next(self, reader: str) -> str:
        """Who comes after somebody among those not told yet."""
        waiting = [one.reader for one in self._ledger.untold]
        if reader not in waiting or len(waiting) == 1:
            return reader
        place = waiting.index(reader)
        return waiting[place + 1] if place + 1 < len(waiting) else waiting[place - 1]

    def _untick(self, reader: str) -> None:
        self._reader = reader
        untick(self.desk, reader)

    def copy_text(self) -> None:
        """Puts the text, as it may have been altered, on the clipboard."""
        if self.page.copy_text():
            self.notices.say(self.desk.phrases.say(N_("The text is on the clipboard.")))

    def _open_reprint(self) -> None:
        from visitplanner.gui.sending.opening import open_reprint

        open_reprint(self.main)

    def _open_register(self) -> None:
        from visitplanner.gui.sending.opening import open_register

        open_register(self.main)

    def _open_nameless(self) -> None:
        from visitplanner.gui.sending.opening import open_register

        open_register(self.main, nameless=True)

    @override
    def own_actions(self) -> list[QAction]:
        say = self.desk.phrases.say
        return [self._action(say(N_("Copy the text")), self.copy_text, "Ctrl+Shift+C")]


def _head(text: str) -> QListWidgetItem:
    line = QListWidgetItem(text)
    line.setFlags(Qt.ItemFlag.NoItemFlags)
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    line.setFont(font)
    return line
