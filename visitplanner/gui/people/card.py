# SPDX-License-Identifier: MIT
"""The page of one person: names and post in each language, the six cases, how to reach him."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from visitplanner.domain import roll
from visitplanner.domain.edits import put
from visitplanner.domain.people import Acting, Gender
from visitplanner.domain.text import LANGUAGES, NO_TEXT, message
from visitplanner.gui.editors.grid import EntityGrid
from visitplanner.gui.editors.model import EntityModel
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.inspector.fields import LineField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.people.cases import cases_listing
from visitplanner.gui.people.columns import ACTING, GENDERS
from visitplanner.gui.people.naming import called
from visitplanner.imports.levels import guessed_level
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.people import Person
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.session.session import Notice

_PARTS: Final = (
    ("surname", N_("Surname")),
    ("given", N_("Given name")),
    ("patronymic", N_("Patronymic")),
)
_LANGUAGES: Final = {"ru": N_("in Russian"), "be": N_("in Belarusian"), "en": N_("in English")}
_REACH: Final = (
    ("phone", N_("Telephone")),
    ("email", N_("E-mail")),
    ("diet", N_("Diet")),
    ("hotel_room", N_("Hotel room")),
    ("notes", N_("Notes (internal)")),
)

_ROOM: Final = "hotel_room"


class PersonCard(QScrollArea):
    """Fields of one person; each edits at once, one undo step a field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person = ""
        say = desk.phrases.say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.names = {(part, x): LineField() for x in LANGUAGES for part, _ in _PARTS}
        self.posts = {x: LineField() for x in LANGUAGES}
        self.reach = {field: LineField() for field, _ in _REACH}
        self.gender = ChoiceField((value.value, say(text)) for value, text in GENDERS.items())
        self.acting = ChoiceField((value.value, say(text)) for value, text in ACTING.items())
        self.cases = EntityModel(desk, cases_listing(""))
        self.cases.setParent(self)
        self.grid = EntityGrid(self.cases, marks=False)  # what is set by hand is drawn strong
        self.grid.setAccessibleName(say(cases_listing("").title))
        self.grid.verticalHeader().hide()
        self.grid.setSortingEnabled(False)
        rows = self.grid.verticalHeader().defaultSectionSize() * 6
        self.grid.setFixedHeight(rows + self.grid.horizontalHeader().height() + 4)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay()
        self._connect()
        self.show_person("")

    # How it is laid out.

    def _lay(self) -> None:
        say = self._desk.phrases.say
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, SPACE, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.title)
        column.addLayout(self._name_grid())
        column.addWidget(self._heading(say(N_("Post"))))
        column.addLayout(self._post_grid())
        column.addWidget(self._heading(say(N_("Cases in Russian: type over what is wrong"))))
        column.addWidget(self.grid)
        column.addLayout(self._reach_grid())
        column.addStretch(1)
        self.setWidget(page)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("heading", True)
        return label

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("muted", True)
        return label

    def _badge(self, language: Language) -> QLabel:
        badge = QLabel(language.upper())
        badge.setProperty("badge", True)
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedWidth(28)
        return badge

    def _name_grid(self) -> QGridLayout:
        say = self._desk.phrases.say
        grid = _grid()
        for place, (_, title) in enumerate(_PARTS, 1):
            grid.addWidget(self._muted(say(title)), 0, place)
            grid.setColumnStretch(place, 1)
        for line, language in enumerate(LANGUAGES, 1):
            grid.addWidget(self._badge(language), line, 0)
            for place, (part, title) in enumerate(_PARTS, 1):
                field = self.names[part, language]
                field.setAccessibleName(f"{say(title)}, {say(_LANGUAGES[language])}")
                grid.addWidget(field, line, place)
        grid.addWidget(self._muted(say(N_("Gender"))), len(LANGUAGES) + 1, 0)
        grid.addWidget(self.gender, len(LANGUAGES) + 1, 1)
        self.gender.setAccessibleName(say(N_("Gender")))
        return grid

    def _post_grid(self) -> QGridLayout:
        say = self._desk.phrases.say
        grid = _grid()
        grid.setColumnStretch(1, 1)
        for line, language in enumerate(LANGUAGES):
            field = self.posts[language]
            field.setAccessibleName(f"{say(N_('Post'))}, {say(_LANGUAGES[language])}")
            grid.addWidget(self._badge(language), line, 0)
            grid.addWidget(field, line, 1)
        self.acting.setAccessibleName(say(N_("Office")))
        grid.addWidget(self.acting, 0, 2)
        return grid

    def _reach_grid(self) -> QGridLayout:
        say = self._desk.phrases.say
        grid = _grid()
        for place, (field, title) in enumerate(_REACH):
            line, side = divmod(place, 2)
            self.reach[field].setAccessibleName(say(title))
            grid.addWidget(self._muted(say(title)), 2 * line, side)
            grid.addWidget(self.reach[field], 2 * line + 1, side)
            grid.setColumnStretch(side, 1)
        return grid

    # What it shows.

    def _connect(self) -> None:
        for (part, language), field in self.names.items():
            field.edited.connect(lambda text, p=part, x=language: self._rename(p, x, text))
        for language, field in self.posts.items():
            field.edited.connect(lambda text, x=language: self._entitle(x, text))
        for name, field in self.reach.items():
            field.edited.connect(lambda text, n=name: self._set(n, text))
        self.gender.chosen.connect(lambda value: self._set("gender", Gender(value)))
        self.acting.chosen.connect(self._act)
        self._desk.changed.connect(self._told)

    def show_person(self, key: str) -> None:
        """Shows a person, or nobody."""
        if key != self.person:
            self.finish_typing()
            self.person = key
            self.cases.show_listing(cases_listing(key))
        self.read()

    def _told(self, notice: Notice) -> None:
        self.cases.told(notice)
        self.read()

    def read(self) -> None:
        """Shows what is true now."""
        visit = self._desk.visit
        person = visit.people.get(self.person)
        writable = self._desk.writable
        self.setEnabled(person is not None)
        say = self._desk.phrases.say
        name = called(person, self._desk.language) if person is not None else ""
        empty = say(N_("No name yet")) if person is not None else say(N_("Nobody is chosen"))
        self.title.setText(name or empty)
        for (part, language), field in self.names.items():
            field.show_text(getattr(person, part).own(language) if person is not None else "")
            field.setReadOnly(not writable)
        post = roll.own_post(visit, self.person) if person is not None else None
        for language, field in self.posts.items():
            field.show_text(post.title.own(language) if post is not None else "")
            field.setCursorPosition(0)
            field.setToolTip(field.text())
            field.setReadOnly(not writable)
        for name, field in self.reach.items():
            field.show_text(self._reached(name))
            field.setReadOnly(not writable)
        entry = roll.membership_of(visit, self.person)
        self.reach[_ROOM].setEnabled(entry is not None)
        self.gender.show_value(person.gender.value if person is not None else "")
        self.gender.setEnabled(writable)
        self.acting.show_value(post.acting.value if post is not None else "")
        self.acting.setEnabled(writable and post is not None)

    def _reached(self, name: str) -> str:
        visit = self._desk.visit
        holder = (
            roll.membership_of(visit, self.person)
            if name == _ROOM
            else visit.people.get(self.person)
        )
        return str(getattr(holder, name)) if holder is not None else ""

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        self.grid.finish()
        for field in (*self.names.values(), *self.posts.values(), *self.reach.values()):
            field.typing.finish()

    # What it changes.

    def _edit(self, field: LineField | None, edit: Callable[[Visit], Patch]) -> None:
        merge = f"card {self.person} {id(field)} {field.typing.visits}" if field else None
        self._desk.edit(edit, merge)
        self.read()

    def _change(self, field: LineField | None, change: Callable[[Person], Person]) -> None:
        key = self.person
        self._edit(
            field,
            lambda visit: roll.change_person(visit, change(roll.person_of(visit, key))),
        )

    def _rename(self, part: str, language: Language, text: str) -> None:
        string = " ".join(text.split())
        self._change(
            self.names[part, language],
            lambda person: roll.renamed(person, part, language, string),
        )

    def _set(self, name: str, value: object) -> None:
        if name == _ROOM:
            key = self.person
            self._edit(self.reach[name], lambda visit: _roomed(visit, key, str(value)))
            return
        self._change(self.reach.get(name), lambda person: replace(person, **{name: value}))

    def _entitle(self, language: Language, text: str) -> None:
        key, string = self.person, " ".join(text.split())

        def edit(visit: Visit) -> Patch:
            post = roll.own_post(visit, key)
            if post is None:
                title = replace(NO_TEXT, **{language: string})
                return roll.set_post(visit, key, title, guessed_level(string))
            name = message("Change the data of a post")
            return put(visit, name, "posts", roll.titled(post, language, string))

        self._edit(self.posts[language], edit)

    def _act(self, value: str) -> None:
        key = self.person

        def edit(visit: Visit) -> Patch:
            post = roll.own_post(visit, key)
            name = message("Change the data of a post")
            fresh = [replace(post, acting=Acting(value))] if post is not None else []
            return put(visit, name, "posts", *fresh)

        self._edit(None, edit)


def _roomed(visit: Visit, person: str, room: str) -> Patch:
    entry = roll.membership_of(visit, person)
    fresh = [replace(entry, hotel_room=room)] if entry is not None else []
    return put(visit, message("Change the data"), "memberships", *fresh)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(SMALL)
    return grid
