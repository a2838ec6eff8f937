# SPDX-License-Identifier: MIT
"""The people of one pasted list as a model: ticked, and corrected before they are taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace as domain_replace
from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from visitplanner.domain.people import MemberRole, Post
from visitplanner.domain.text import NO_TEXT
from visitplanner.editions.labels import ROLES
from visitplanner.gui import icons
from visitplanner.gui.typed.titled import Index, TitledModel
from visitplanner.imports.acting import acting_of
from visitplanner.imports.full_names import guessed_gender
from visitplanner.imports.levels import guessed_level, guessed_role
from visitplanner.imports.people_list import NO_POST, UNSURE_NAME
from visitplanner.imports.taking import known_as
from visitplanner.words.cases import post_title
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sized

    from PySide6.QtGui import QColor

    from visitplanner.gui.desk import Desk
    from visitplanner.imports.people_list import Proposed

TAKE, SURNAME, GIVEN, PATRONYMIC, POST, LEVEL, ROLE = range(7)
_TITLES: Final = (
    "",
    N_("Surname"),
    N_("Given name"),
    N_("Patronymic"),
    N_("Post"),
    N_("Level"),
    N_("Role"),
)
KNOWN: Final = N_("The visit knows this person: only what is new is taken.")
_NAME_PARTS: Final = {SURNAME: "surname", GIVEN: "given", PATRONYMIC: "patronymic"}


class ProposalModel(TitledModel):
    """Proposals of one list; a change of any says `changed`."""

    changed = Signal()

    def __init__(self, desk: Desk, people: tuple[Proposed, ...]) -> None:
        super().__init__(desk, _TITLES)
        self.people = list(people)
        self.ticked = [True] * len(people)

    @property
    @override
    def shown(self) -> Sized:
        return self.people

    @property
    def taken(self) -> tuple[Proposed, ...]:
        """Those who are ticked."""
        return tuple(p for p, on in zip(self.people, self.ticked, strict=True) if on)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                found = self._text(row, column)
            case Qt.ItemDataRole.CheckStateRole if column == TAKE:
                ticked = self.ticked[row]
                found = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole if column == SURNAME:
                found = self._icon(row)
            case Qt.ItemDataRole.ToolTipRole:
                found = self._tip(row, column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                found = self._spoken(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                found = self._ink(row)
        return found

    def _text(self, row: int, column: int) -> str:
        person = self.people[row]
        if column in _NAME_PARTS:
            return str(getattr(person.name, _NAME_PARTS[column]))
        if column == POST:
            title = domain_replace(NO_TEXT, **{person.name.language: person.post})
            post = Post(id="", person="", title=title, acting=person.acting)
            return post_title(post, person.name.language)
        if column == LEVEL:
            return str(person.level)
        return self._desk.phrases.say(ROLES[person.role]) if column == ROLE else ""

    def doubts(self, row: int) -> list[str]:
        """What should be looked at in a row."""
        say = self._desk.phrases.say
        person = self.people[row]
        found = [say(doubt) for doubt in person.doubts]
        if known_as(self._desk.visit, person) is not None:
            found.append(say(KNOWN))
        return found

    def _icon(self, row: int) -> object:
        theme = self._desk.theme
        if self.people[row].doubts:
            return icons.icon("warning", theme.warning)
        if known_as(self._desk.visit, self.people[row]) is not None:
            return icons.icon("person", theme.info)
        return None

    def _tip(self, row: int, column: int) -> str:
        if column in _NAME_PARTS or column == TAKE:
            return "\n".join(self.doubts(row))
        return self._text(row, column)

    def _spoken(self, row: int, column: int) -> str:
        say = self._desk.phrases.say
        if column == TAKE:
            return say(N_("taken")) if self.ticked[row] else say(N_("not taken"))
        text = self._text(row, column) or say(N_("empty"))
        doubts = self.doubts(row) if column == SURNAME else []
        return ". ".join((text, *doubts))

    def _ink(self, row: int) -> QColor | None:
        return None if self.ticked[row] else self._desk.theme.muted

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        extra = (
            Qt.ItemFlag.ItemIsUserCheckable
            if index.column() == TAKE
            else Qt.ItemFlag.ItemIsEditable
        )
        return flags | extra | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TAKE:
            self.ticked[row] = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole or not self._write(row, column, str(value).strip()):
            return False
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(_TITLES) - 1))
        self.changed.emit()
        return True

    def _write(self, row: int, column: int, text: str) -> bool:
        person = self.people[row]
        if column in _NAME_PARTS:
            fresh = self._named(person, _NAME_PARTS[column], text)
        elif column == POST:
            fresh = self._posted(person, text)
        elif column == LEVEL:
            fresh = replace(person, level=int(text)) if text in set("123456789") else None
        else:
            fresh = self._in_role(person, text)
        if fresh is None:
            return False
        self.people[row] = fresh
        return True

    @staticmethod
    def _named(person: Proposed, part: str, text: str) -> Proposed | None:
        if not text and part == "surname":
            return None
        parts = {n: getattr(person.name, n) for n in _NAME_PARTS.values()} | {part: text}
        name = replace(
            person.name,
            surname=parts["surname"],
            given=parts["given"],
            patronymic=parts["patronymic"],
        )
        gender = guessed_gender(name.surname, name.given, name.patronymic)
        doubts = tuple(doubt for doubt in person.doubts if doubt != UNSURE_NAME)
        return replace(person, name=replace(name, gender=gender, sure=True), doubts=doubts)

    @staticmethod
    def _posted(person: Proposed, text: str) -> Proposed:
        acting, post = acting_of(text)
        doubts = tuple(doubt for doubt in person.doubts if doubt != NO_POST)
        return replace(
            person,
            post=post,
            acting=acting,
            level=guessed_level(post),
            role=guessed_role(post),
            doubts=doubts if post else (*doubts, NO_POST),
        )

    def _in_role(self, person: Proposed, text: str) -> Proposed | None:
        low = text.casefold()
        say = self._desk.phrases.say
        found = [r for r in MemberRole if low and say(ROLES[r]).casefold().startswith(low)]
        return replace(person, role=found[0]) if len(found) == 1 else None
