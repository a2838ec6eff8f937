# SPDX-License-Identifier: MIT
"""Who takes part in an item, by side, with part and whether required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain.edits import add_participant, put, remove_participant
from visitplanner.domain.people import Side
from visitplanner.domain.programme import Part, Participation
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import members_of, memberships_of, post_on, side_of
from visitplanner.editions.labels import PART_MARKS
from visitplanner.gui import icons
from visitplanner.gui.inspector.chapter import Chapter
from visitplanner.gui.inspector.choices import PickField
from visitplanner.gui.inspector.elided import Elided
from visitplanner.gui.looks import SMALL
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtGui import QAction

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.inspector.chapter import Pen

_INDENT: Final = "\N{EM SPACE}"
_SIDES: Final = (
    (Side.GUEST, N_("Guests")),
    (Side.HOST, N_("Host side")),
    (None, N_("Others")),
)


def who_name(visit: Visit, who: str, language: Language) -> str:
    """A person, a delegation or a group by name."""
    if (person := visit.people.get(who)) is not None:
        to_follow = cases.head_to_follow(visit, who, language)
        return to_follow or cases.person_name(person, language, style="surname-first")
    if (delegation := visit.delegations.get(who)) is not None:
        name = cases.delegation_name(visit, delegation, language)
    elif (group := visit.groups.get(who)) is not None:
        name = cases.group_name(group, language)
    else:
        return who
    return name[:1].upper() + name[1:]


def who_more(visit: Visit, who: str, item: ProgrammeItem, language: Language) -> str:
    """The post of a person, or the people behind a delegation or a group."""
    if who in visit.people:
        day = item.start.date if item.start is not None else visit.about.starts
        post = visit.posts.get(post_on(visit, who, day) or "")
        full = cases.person_name(visit.people[who], language)
        return f"{full}\n{cases.post_title(post, language)}" if post else full
    names = (who_name(visit, member, language) for member in members_of(visit, who))
    return "\n".join((who_name(visit, who, language), *names))


def who_side(visit: Visit, who: str) -> Side | None:
    """The side somebody belongs to."""
    if who in visit.delegations:
        return visit.delegations[who].side
    if who in visit.groups:
        return visit.groups[who].side
    return side_of(visit, who)


class Row(QWidget):
    """One participant: name, part, required, and a way out."""

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._pen = pen
        self._entry = Participation(who="")
        self.name = Elided()
        self.part = _flat_menu(pen.say(N_("Part")))
        self.required = _flat_menu(pen.say(N_("Required or if possible")))
        self.remove = QToolButton()
        self.remove.setIcon(icons.icon("close"))
        self.remove.clicked.connect(lambda: self.removed.emit(self._entry.who))
        for part in Part:
            action = self._add(self.part, pen.say(PART_MARKS[part]))
            action.triggered.connect(
                lambda _=False, part=part: self._tell(replace(self._entry, part=part))
            )
        for required, text in ((True, N_("required")), (False, N_("if possible"))):
            action = self._add(self.required, pen.say(text))
            action.triggered.connect(
                lambda _=False, on=required: self._tell(replace(self._entry, required=on))
            )
        lower = QHBoxLayout()
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(self.part)
        lower.addWidget(self.required)
        lower.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addLayout(lower)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, SMALL)
        across.setSpacing(SMALL)
        across.addLayout(column, 1)
        across.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    @staticmethod
    def _add(button: QToolButton, text: str) -> QAction:
        action = button.menu().addAction(text)
        action.setCheckable(True)
        return action

    def _tell(self, entry: Participation) -> None:
        self.changed.emit(entry)

    def read(self, entry: Participation, item: ProgrammeItem) -> None:
        """Shows an entry as it is now."""
        self._entry = entry
        visit, language = self._pen.desk.visit, self._pen.phrases.language
        say = self._pen.say
        name = who_name(visit, entry.who, language)
        self.name.setText(name)
        more = who_more(visit, entry.who, item, language)
        self.name.setToolTip(more)
        part = say(N_("does not take part")) if entry.excluded else say(PART_MARKS[entry.part])
        self.part.setText(part)
        self.part.setEnabled(not entry.excluded)
        self.required.setText(say(N_("required")) if entry.required else say(N_("if possible")))
        self.required.setVisible(not entry.excluded)
        for number, choice in enumerate(Part):
            self.part.menu().actions()[number].setChecked(choice is entry.part)
        for number, on in enumerate((True, False)):
            self.required.menu().actions()[number].setChecked(on is entry.required)
        self.part.setAccessibleName(f"{name}: {part}")
        self.required.setAccessibleName(f"{name}: {self.required.text()}")
        out = say(N_("Take {name} off the item"), name=name)
        self.remove.setToolTip(out)
        self.remove.setAccessibleName(out)


def _flat_menu(tip: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("flat", True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMenu(QMenu(button))
    return button


def in_order(visit: Visit) -> Iterator[tuple[str, bool]]:
    """Delegations with their members by rank, groups with theirs, then all others.

    The second of each pair says whether it stands inside the one above; nobody comes twice.
    """
    named: set[str] = set()
    bodies = [(key, [m.person for m in memberships_of(visit, key)]) for key in visit.delegations]
    bodies += [(key, list(group.members)) for key, group in visit.groups.items()]
    for body, members in bodies:
        yield body, False
        for person in members:
            if person not in named:
                named.add(person)
                yield person, True
    yield from ((person, False) for person in visit.people if person not in named)


class People(Chapter):
    """The chapter of participants."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self.rows: dict[str, Row] = {}
        self._heads: dict[Side | None, QLabel] = {}
        self._columns: dict[Side | None, QVBoxLayout] = {}
        title = QLabel(pen.say(N_("Participants")))
        title.setProperty("heading", True)
        self.grid.addWidget(title, 0, 0, 1, 2)
        for line, (side, text) in enumerate(_SIDES, 1):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            head = QLabel(pen.say(text))
            head.setProperty("muted", True)
            column.addWidget(head)
            self.grid.addWidget(box, line, 0, 1, 2)
            self._heads[side], self._columns[side] = head, column
        self.add = PickField()
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add.edit.setPlaceholderText(pen.say(N_("Add a participant…")))
        self.add.setAccessibleName(pen.say(N_("Add a participant")))
        self.add.picked.connect(self._add)
        self.grid.addWidget(self.add, len(_SIDES) + 1, 0, 1, 2)

    @override
    def read(self, item: ProgrammeItem) -> None:
        entries = {entry.who: entry for entry in item.participants}
        for who in [who for who in self.rows if who not in entries]:
            row = self.rows.pop(who)
            row.hide()
            row.deleteLater()
        visit = self.pen.desk.visit
        for who, entry in entries.items():
            if who not in self.rows:
                self.rows[who] = self._new_row()
            row = self.rows[who]
            row.read(entry, item)
            self._columns[who_side(visit, who)].addWidget(row)
        for side, head in self._heads.items():
            head.setVisible(any(who_side(visit, who) is side for who in entries))
        self._offer(entries.keys())

    def _new_row(self) -> Row:
        row = Row(self.pen)
        row.changed.connect(self._change)
        row.removed.connect(self._remove)
        return row

    def _offer(self, known: Collection[str]) -> None:
        visit, language = self.pen.desk.visit, self.pen.phrases.language
        offered = [
            (who, inside)
            for who, inside in in_order(visit)
            if who not in visit.people or who not in known
        ]
        # Who takes part already as a whole stands there as the heading of his people.
        self.add.offer(
            (
                (who, f"{_INDENT if inside else ''}{who_name(visit, who, language)}")
                for who, inside in offered
            ),
            headings=known,
        )
        self.add.show_value("")

    def _add(self, who: str) -> None:
        if who:
            key = self.pen.item_id
            self.pen.edit(lambda visit: add_participant(visit, key, Participation(who=who)))

    def _change(self, entry: Participation) -> None:
        """Rewrites one entry where it stands."""
        item = self.pen.item
        if item is None:
            return
        name = message("Change participants of “{title}”", title=Quote(text=item.title))
        people = tuple(entry if p.who == entry.who else p for p in item.participants)
        changed = replace(item, participants=people)
        self.pen.edit(lambda visit: put(visit, name, "items", changed))

    def _remove(self, who: str) -> None:
        key = self.pen.item_id
        self.pen.edit(lambda visit: remove_participant(visit, key, who))
