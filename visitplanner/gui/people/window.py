# SPDX-License-Identifier: MIT
"""The window of people: everybody, delegations by rank, groups, posts; one person beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.domain import roll
from visitplanner.gui import icons
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.people.card import PersonCard
from visitplanner.gui.people.columns import people_listing
from visitplanner.gui.people.delegations import DelegationsPage
from visitplanner.gui.people.groups import groups_listing, posts_listing
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (1400, 800)
_SHARES: Final = [835, 565]


class PeopleWindow(EditorWindow):
    """People and delegations."""

    people: EntityTable
    delegations: DelegationsPage
    groups: EntityTable
    posts: EntityTable
    card: PersonCard
    tabs: QTabWidget

    def __init__(self, window: MainWindow) -> None:
        self._page = 0
        super().__init__(window)
        self.resize(*_SIZE)

    @override
    def fill(self) -> QWidget:
        desk, say = self.desk, self.desk.phrases.say
        person = self.card.person if hasattr(self, "card") else ""
        self.setWindowTitle(say(N_("People and delegations")))
        self.people = EntityTable(desk, people_listing())
        self.delegations = DelegationsPage(desk)
        self.groups = EntityTable(desk, groups_listing())
        self.posts = EntityTable(desk, posts_listing())
        self.card = PersonCard(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        pages: tuple[tuple[QWidget, str], ...] = (
            (self.people, N_("People")),
            (self.delegations, N_("Delegations")),
            (self.groups, N_("Groups")),
            (self.posts, N_("Posts")),
        )
        for tab, title in pages:
            self.tabs.addTab(tab, say(title))
        self.tabs.setCurrentIndex(self._page)
        self.tabs.currentChanged.connect(self._turned)
        self.paste = QPushButton(icons.icon("import"), say(N_("Paste a list…")))
        self.paste.clicked.connect(self._paste)
        self.replace = QPushButton(icons.icon("repeat"), say(N_("Replace…")))
        self.replace.setToolTip(say(N_("Replace a participant…")))
        self.replace.clicked.connect(self._replace)
        for button in (self.paste, self.replace):
            button.setEnabled(desk.writable)
            self.people.head.insertWidget(self.people.head.count() - 2, button)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self.card)
        splitter.setSizes(_SHARES)
        splitter.setStretchFactor(0, 1)
        self.people.row_chosen.connect(lambda _: self._follow())
        self.delegations.person_chosen.connect(lambda _: self._follow())
        self.posts.row_chosen.connect(lambda _: self._follow())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.show_person(person or next(iter(desk.visit.people), ""))
        self._turned(self._page)
        return page

    @property
    def chosen(self) -> str:
        """The id of the person who is looked at, or empty."""
        page = self.tabs.currentWidget()
        if page is self.delegations:
            return self.delegations.person
        if page is self.posts:
            post = self.desk.visit.posts.get(self.posts.current)
            return post.person if post is not None else ""
        return self.people.current if page is self.people else self.card.person

    def show_person(self, key: str) -> None:
        """Makes somebody the chosen one, in the table and on the card."""
        if key in self.desk.visit.people:
            self.people.show_row(key)
            if roll.membership_of(self.desk.visit, key) is not None:
                self.delegations.show_person(key)
        self.card.show_person(key if key in self.desk.visit.people else "")

    def show_delegation(self, key: str) -> None:
        """Turns to the members of a delegation."""
        self.tabs.setCurrentWidget(self.delegations)
        if key:
            self.delegations.show_delegation(key)

    def show_group(self, key: str) -> None:
        """Turns to a group of people."""
        self.tabs.setCurrentWidget(self.groups)
        self.groups.show_row(key)

    def _follow(self) -> None:
        if not hasattr(self, "tabs"):
            return
        if self.chosen != self.card.person:
            self.card.show_person(self.chosen)

    def _turned(self, number: int) -> None:
        self._page = number
        self._follow()
        page = self.tabs.currentWidget()
        page.setFocus()

    @override
    def own_actions(self) -> list[QAction]:
        return [
            self._action(self.paste.text(), self._paste, "Ctrl+Shift+V"),
            self._action(self.replace.text(), self._replace, "Ctrl+H"),
        ]

    def _paste(self) -> None:
        from visitplanner.gui.people.opening import open_paste

        self.finish_typing()
        open_paste(self.main)

    def _replace(self) -> None:
        from visitplanner.gui.people.opening import open_replace

        self.finish_typing()
        open_replace(self.main, self.chosen)

    @override
    def finish_typing(self) -> None:
        for table in (self.people, self.groups, self.posts):
            table.finish_typing()
        self.delegations.finish_typing()
        self.card.finish_typing()
