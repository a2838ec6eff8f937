# SPDX-License-Identifier: MIT
"""The window that replaces a participant: by whom, from when on, and every place it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import roll
from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.people import Person, Post
from visitplanner.domain.replacing import AFTER_THE_VISIT, Newcomer, places_of, replace_person
from visitplanner.domain.text import NO_TEXT
from visitplanner.gui import icons
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.notices import Remedy
from visitplanner.gui.people.naming import called, renamed_as, written_in
from visitplanner.gui.people.preview import ReplacePreview
from visitplanner.gui.people.texts import FoundText, found_texts, spoken_of
from visitplanner.gui.people.where import Whose
from visitplanner.imports.levels import guessed_level
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

_SIZE: Final = (980, 760)
_PAUSE_MS: Final = 250
_TYPED: Final = "\N{PLUS SIGN}"
_WHOLE: Final = ""


class ReplaceWindow(EditorWindow):
    """One preview of every place; one step of undo."""

    old: PickField
    new: PickField
    since: ChoiceField
    name: QLineEdit
    post: QLineEdit
    preview: ReplacePreview
    do: QPushButton

    def __init__(self, window: MainWindow) -> None:
        self._asked = ("", "", _WHOLE)
        super().__init__(window)
        self.resize(*_SIZE)
        self.desk.changed.connect(self._told)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        typed = (self.name.text(), self.post.text()) if hasattr(self, "name") else ("", "")
        self.setWindowTitle(say(N_("Replace a participant")))
        self.old, self.new = PickField(), PickField()
        self.since = ChoiceField(self._beginnings())
        self.name, self.post = QLineEdit(typed[0]), QLineEdit(typed[1])
        self.preview = ReplacePreview(self.desk)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.do = QPushButton(icons.icon("repeat", self.desk.theme.on_accent), say(N_("Replace")))
        self.do.setProperty("primary", True)
        self.do.clicked.connect(self._replace)
        cancel = QPushButton(say(N_("Cancel")))
        cancel.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.count, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.do)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, WIDE, WIDE, SPACE + SMALL)
        column.setSpacing(SPACE)
        column.addLayout(self._questions())
        column.addWidget(self.preview, 1)
        column.addLayout(foot)
        self._offer()
        self._connect()
        self.read()
        return page

    def _questions(self) -> QGridLayout:
        say = self.desk.phrases.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.newcomer = QWidget()
        inside = QHBoxLayout(self.newcomer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE)
        self.name.setPlaceholderText(say(N_("Surname, given name, patronymic")))
        self.name.setAccessibleName(say(N_("Full name of the newcomer")))
        self.post.setPlaceholderText(say(N_("Post")))
        self.post.setAccessibleName(say(N_("Post of the newcomer")))
        inside.addWidget(self.name, 2)
        inside.addWidget(self.post, 3)
        rows: tuple[tuple[str, QWidget], ...] = (
            (N_("Who is replaced"), self.old),
            (N_("By whom"), self.new),
            ("", self.newcomer),
            (N_("From when on"), self.since),
        )
        for line, (title, field) in enumerate(rows):
            label = QLabel(say(title) if title else "")
            label.setProperty("muted", True)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1, 1, 2)
            if title:
                field.setAccessibleName(say(title))
        return grid

    def _beginnings(self) -> list[tuple[str, str]]:
        """The whole visit, from an item on, or what follows the visit."""
        visit, language, say = self.desk.visit, self.desk.language, self.desk.phrases.say
        timed = [item for item in visit.items.values() if item.start is not None]
        timed.sort(key=lambda item: (item.start.minutes if item.start is not None else 0, item.id))
        several = visit.about.starts != visit.about.ends
        found = [(_WHOLE, say(N_("For the whole visit")))]
        for item in timed:
            if item.start is None:
                continue
            time = dates.time_text(item.start, language, visit.policy.time_separator)
            day = f"{dates.day_mark(item.start.date, language)} " if several else ""
            title = item.title.best(language)
            found.append((item.id, say(N_("From {item} on"), item=f"{day}{time} {title}")))
        return [*found, (AFTER_THE_VISIT, say(N_("After the visit: measures and instructions")))]

    def _offer(self) -> None:
        visit, language = self.desk.visit, self.desk.language
        people = sorted(
            ((p.id, called(p, language)) for p in visit.people.values()),
            key=lambda entry: entry[1].casefold(),
        )
        named = []
        for key, name in people:
            post = roll.own_post(visit, key)
            title = cases.post_title(post, language, short=True) if post is not None else ""
            named.append((key, f"{name or key}{f' – {title}' if title else ''}"))
        self.old.offer(named)
        typed = (_TYPED, self.desk.phrases.say(N_("Somebody new…")))
        self.new.offer([typed, *named])
        old, new, since = self._asked
        self.old.show_value(old)
        self.new.show_value(new)
        self.since.show_value(since)

    def _connect(self) -> None:
        self.old.picked.connect(lambda key: self._ask(old=key))
        self.new.picked.connect(lambda key: self._ask(new=key))
        self.since.chosen.connect(lambda key: self._ask(since=key))
        self._pause = QTimer(self.name)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.read)
        for field in (self.name, self.post):
            field.textEdited.connect(lambda _: self._pause.start())
            field.textEdited.connect(lambda _: self._recount())
        self.preview.changed.connect(self._recount)

    def ask(self, old: str) -> None:
        """Asks who comes in somebody's place."""
        self._ask(old=old)
        self.old.show_value(old)
        self.new.setFocus()

    def _ask(
        self, old: str | None = None, new: str | None = None, since: str | None = None
    ) -> None:
        was = self._asked
        self._asked = (
            was[0] if old is None else old,
            was[1] if new is None else new,
            was[2] if since is None else since,
        )
        if new == _TYPED:
            post = roll.own_post(self.desk.visit, self._asked[0])
            if post is not None and not self.post.text():
                self.post.setText(cases.post_title(post, self.desk.language))
                self.post.setCursorPosition(0)
        self.old.show_value(self._asked[0])
        self.new.show_value(self._asked[1])
        self.since.show_value(self._asked[2])
        self.read()
        if new == _TYPED:
            self.name.setFocus()

    def newcomer_or_id(self) -> str | Newcomer | None:
        """Who comes: somebody known, somebody typed, or nobody yet."""
        old, new, _ = self._asked
        if new != _TYPED:
            return new if new and new != old else None
        name = " ".join(self.name.text().split())
        if not name:
            return None
        return self._typed(name, " ".join(self.post.text().split()))

    def _typed(self, name: str, title: str) -> Newcomer | None:
        visit, language = self.desk.visit, self.desk.language
        try:
            person = renamed_as(roll.blank_person(visit), name, language)
        except EditRefusedError:
            surname = replace(NO_TEXT, **{written_in(name, language): name})
            person = Person(id=roll.blank_person(visit).id, surname=surname)
        known = roll.own_post(visit, self._asked[0])
        if not title:
            return Newcomer(person=person)
        key = roll.fresh_id(visit, "posts", "post")
        if known is not None and cases.post_title(known, language) == title:
            post = replace(known, id=key, person=person.id, valid_from=None, valid_to=None)
        else:
            post = Post(
                id=key,
                person=person.id,
                title=replace(NO_TEXT, **{written_in(title, language): title}),
                level=guessed_level(title),
                party=known.party if known is not None else None,
            )
        return Newcomer(person=person, post=post)

    @property
    def _since(self) -> str | None:
        return self._asked[2] or None

    def read(self) -> None:
        """Shows every place anew."""
        old = self._asked[0]
        self.newcomer.setVisible(self._asked[1] == _TYPED)
        new = self.newcomer_or_id()
        visit, today = self.desk.visit, self.desk.session.today
        if old not in visit.people:
            self.preview.show_nothing()
            self._recount()
            return
        texts: tuple[FoundText, ...] = ()
        if new is not None:
            texts = found_texts(visit, old, spoken_of(visit, new), self._since, today)
        places = places_of(visit, old, self._since, today)
        self.preview.show_places(places, texts, self._headings(new), self._whose(old, new))
        self._recount()

    def _whose(self, old: str, new: str | Newcomer | None) -> Whose:
        """The levels of the two, as far as they are known."""
        before = roll.own_post(self.desk.visit, old)
        if isinstance(new, Newcomer):
            after = new.post
        else:
            after = roll.own_post(self.desk.visit, new) if new is not None else None
        return Whose(old, before.level if before else None, after.level if after else None)

    def _headings(self, new: str | Newcomer | None) -> tuple[str, str]:
        """The title of the programme before and after, where it changes."""
        if new is None:
            return "", ""
        try:
            after = apply(self.desk.visit, self._edit(new)(self.desk.visit))
        except EditRefusedError:
            return "", ""
        return _title(self.desk.visit), _title(after)

    def _edit(self, new: str | Newcomer) -> Edit:
        old, since, today = self._asked[0], self._since, self.desk.session.today
        texts = self.preview.texts

        def edit(visit: Visit) -> Patch:
            return replace_person(visit, old, new, since, texts=texts, today=today)

        return edit

    def _recount(self) -> None:
        phrases = self.desk.phrases
        number = self.preview.number
        self.count.setText(
            phrases.count("{n} place will change.", "{n} places will change.", number)
        )
        ready = self.newcomer_or_id() is not None and self._asked[0] in self.desk.visit.people
        self.do.setEnabled(ready and self.desk.writable)

    def _told(self, _notice: Notice) -> None:
        if self.isVisible():
            self._offer()
            self.read()

    def _replace(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.read()
        new = self.newcomer_or_id()
        if new is None:
            return
        self.desk.changed.disconnect(self._told)
        notice = self.desk.edit(self._edit(new))
        self.desk.changed.connect(self._told)
        if notice is None:
            return
        name = self.desk.session.undo_message
        if name is not None:
            say = self.desk.phrases.say
            remedy = Remedy(say(N_("Take it back")), self.main.editing.undo)
            self.main.notices.say(f"{self.desk.say(name)}.", remedy)
        self.close()


def _title(visit: Visit) -> str:
    """The title of the official programme."""
    from visitplanner.domain.record import EMPTY_RECORD
    from visitplanner.editions.headings import Headings
    from visitplanner.editions.index import Index
    from visitplanner.editions.wording import Wording

    return " ".join(Headings(Index(visit), EMPTY_RECORD, Wording("ru", visit.policy)).subject())
