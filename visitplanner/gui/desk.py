# SPDX-License-Identifier: MIT
"""One open visit as all its views share it: session, selection, day and lanes.

Truth flows one way: an edit goes to the session, the session tells the desk, the desk tells the
views, and each reads again what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.visit import days_of
from visitplanner.gui.phrases import Phrases
from visitplanner.gui.timeline.lanes import MINUTES_A_DAY, LaneMode
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.record import Record
    from visitplanner.domain.text import Language, Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.gui.theme import Theme
    from visitplanner.session.session import Notice, Session


class Desk(QObject):
    """The open visit and what of it is being looked at."""

    changed = Signal(object)
    """A Notice: the visit is another one now."""
    selection_changed = Signal()
    sight_changed = Signal()
    """Another day or other lanes."""
    refused = Signal(object)
    """A Message: an edit was not made."""
    failed = Signal(object)
    """A Message: the file could not be written."""
    dressed = Signal()
    """Another language or other colours: windows beside the main one make themselves anew."""
    signed = Signal()
    """Edits have another author now."""
    closed = Signal()
    problem_asked = Signal(str)
    """The key of a problem that is to be shown."""

    def __init__(self, session: Session, language: Language, theme: Theme, author: str) -> None:
        super().__init__()
        self.session = session
        self.phrases = Phrases(language)
        self.theme = theme
        self.author = author
        self.day: date = session.visit.about.starts
        self.lanes = LaneMode.TRACK
        self._selection: tuple[str, ...] = ()
        self._dated: tuple[object, set[int]] = (None, set())
        """The items as they were when their days were last asked, and these days."""
        self._reading: Reading | None = None
        self._stop = session.observe(self._told)

    @property
    def visit(self) -> Visit:
        """The visit now."""
        return self.session.visit

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.phrases.language

    @property
    def reading(self) -> Reading:
        """The visit read in the language of the window, with the names found so far."""
        from visitplanner.gui.editors.column import Reading

        known = self._reading
        if known is None or known.language != self.language:
            known = Reading(self.visit, self.language)
        self._reading = known.renewed(self.visit)
        return self._reading

    @property
    def writable(self) -> bool:
        """Whether edits are possible."""
        return self.session.writable

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected items, the current one first."""
        return self._selection

    @property
    def item(self) -> ProgrammeItem | None:
        """The current item."""
        return self.visit.items.get(self._selection[0]) if self._selection else None

    @property
    def days(self) -> list[date]:
        """The days one can go to: those of the visit, others with items, and the one shown."""
        visit = self.visit
        if self._dated[0] is not visit.items:
            starts = {item.start for item in visit.items.values() if item.start is not None}
            self._dated = visit.items, {start.minutes // MINUTES_A_DAY for start in starts}
        found = {on(day).minutes // MINUTES_A_DAY for day in (*days_of(visit), self.day)}
        found |= self._dated[1]
        return [LocalTime(day * MINUTES_A_DAY).date for day in sorted(found)]

    def dress(self, language: Language, theme: Theme) -> None:
        """Another language or other colours; the views are made anew by the window."""
        self.phrases = Phrases(language)
        self.theme = theme
        self.dressed.emit()

    def sign(self, author: str) -> None:
        """Edits are somebody else's from now on."""
        self.author = self.session.author = author
        self.signed.emit()

    def select(self, ids: Iterable[str]) -> None:
        """Selects items; those that are gone are left out."""
        chosen = tuple(key for key in dict.fromkeys(ids) if key in self.visit.items)
        if chosen != self._selection:
            self._selection = chosen
            self.selection_changed.emit()

    def jump(self, item_id: str) -> None:
        """Selects an item and shows its day."""
        item = self.visit.items.get(item_id)
        if item is None:
            return
        day = item.start.date if item.start is not None else item.day
        if day is not None:
            self.show_day(day)
        self.select((item_id,))

    def ask_problem(self, key: str) -> None:
        """Asks the problems panel to show a problem."""
        self.problem_asked.emit(key)

    def show_day(self, day: date) -> None:
        """Shows a day of the visit."""
        if day != self.day:
            self.day = day
            self.sight_changed.emit()

    def show_lanes(self, lanes: LaneMode) -> None:
        """Lays the plan out by tracks, people or venues."""
        if lanes is not self.lanes:
            self.lanes = lanes
            self.sight_changed.emit()

    def edit(self, edit: Edit, merge: str | None = None) -> Notice | None:
        """Makes an edit; a refusal is told to the window, and then nothing has changed."""
        return self.tried(lambda: self.session.edit(edit, merge=merge))

    def record(self, change: Callable[[Record], Record]) -> Notice | None:
        """Changes what is remembered beside the visit; what cannot be written is told."""
        return self.tried(lambda: self.session.record_now(change(self.session.record)))

    def undo(self) -> Notice | None:
        """Takes the last step back and shows where it was."""
        return self._shown(self.tried(self.session.undo))

    def redo(self) -> Notice | None:
        """Restores the step taken back last and shows it."""
        return self._shown(self.tried(self.session.redo))

    def say(self, message: Message) -> str:
        """A message in the language of the window."""
        return self.phrases.sentence(message, self.visit)

    def close(self) -> None:
        """Lets the visit go."""
        self.closed.emit()
        self._stop()
        self.session.close()

    def tried(self, make: Callable[[], Notice]) -> Notice | None:
        """What the session did; a refusal is told to the window, and then nothing has changed."""
        try:
            return make()
        except EditRefusedError as error:
            self.refused.emit(error.reason)
        except StoreError as error:
            self.failed.emit(error.sentence)
        return None

    def _shown(self, notice: Notice | None) -> Notice | None:
        """Selects the one item a step was about, so that its effect is seen."""
        if notice is not None:
            ids = [c.id for c in notice.patch.changes if c.collection == "items"]
            if len(ids) == 1:
                self.jump(ids[0])
        return notice

    def _told(self, notice: Notice) -> None:
        about, before = notice.visit.about, notice.before.about
        moved = (about.starts, about.ends) != (before.starts, before.ends)
        if moved and not about.starts <= self.day <= about.ends:
            self.show_day(about.starts)
        self.changed.emit(notice)
        self.select(self._selection)
