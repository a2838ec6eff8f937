# SPDX-License-Identifier: MIT
"""Any edits, in any order, with restarts between: nothing is lost and all of it can be undone."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
)
from typing_extensions import override

from tests.factory import clock, item
from tests.opened import read, session_on, visit_file
from visitplanner.domain import edits
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.programme import Participation
from visitplanner.domain.record import VersionStatus

if TYPE_CHECKING:
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.visit import Visit

TIMES = st.integers(0, 95).map(lambda n: clock(f"{n // 4:02}:{n % 4 * 15:02}"))
KEYS = st.sampled_from([None, "drag", "type"])
PEOPLE = st.sampled_from(["anna", "boris", "vera", "gleb", "hosts", "guests"])


class AnyEdits(RuleBasedStateMachine):
    """A user at work; `states` are the visits that undo must lead back through."""

    items = Bundle("items")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = visit_file(self.folder)
        self.session = session_on(self.path)
        self.states: list[Visit] = [self.session.visit]
        self.place = 0
        self.key: str | None = None
        self.sequences: dict[str, int] = {}
        self.lines: dict[int, Visit] = {0: self.session.visit}
        self.frozen: dict[int, Visit] = {}

    @initialize(target=items)
    def first(self) -> str:
        return "talks"

    def _edit(self, edit: edits.Edit, key: str | None = None) -> None:
        before = self.session.visit
        try:
            self.session.edit(edit, merge=key)
        except EditRefusedError:
            assert self.session.visit is before
            return
        if self.session.visit is before:
            return
        merges = key is not None and key == self.key and self.place > 0
        self.place += not merges
        self.states[self.place :] = [self.session.visit]
        self.key = key

    @rule(target=items, start=TIMES, minutes=st.integers(5, 120), who=PEOPLE)
    def add(self, start: LocalTime, minutes: int, who: str) -> str:
        fresh = self.session.fresh_item_id("other")
        made = item(fresh, "00:00", "00:00", who, start=start, end=start.plus(minutes))
        self._edit(lambda v: edits.create_item(v, made))
        return fresh

    @rule(name=items, start=TIMES, key=KEYS)
    def move(self, name: str, start: LocalTime, key: str | None) -> None:
        self._edit(lambda v: edits.move_item(v, name, start), key)

    @rule(name=items, title=st.text(max_size=20), key=KEYS)
    def rename(self, name: str, title: str, key: str | None) -> None:
        self._edit(lambda v: edits.set_item_title(v, name, "ru", title), key)

    @rule(name=items, who=PEOPLE)
    def join(self, name: str, who: str) -> None:
        self._edit(lambda v: edits.add_participant(v, name, Participation(who=who)))

    @rule(name=consumes(items))
    def delete(self, name: str) -> None:
        self._edit(lambda v: edits.remove_item(v, name))

    @rule(minutes=st.integers(-60, 60))
    def shift_everything(self, minutes: int) -> None:
        self._edit(lambda v: edits.shift_items(v, v.items, minutes))

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        self.session.undo()
        self.place -= 1
        self.key = None

    @precondition(lambda self: self.place < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.session.redo()
        self.place += 1
        self.key = None

    @rule()
    def freeze(self) -> None:
        if self.session.standing.version is not None:
            return
        self.session.freeze(VersionStatus.DRAFT)
        self.frozen[self.session.standing.number] = self.session.visit
        self.key = None

    @precondition(lambda self: self.frozen)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.frozen)))
        before = self.session.visit
        self.session.restore(number)
        assert self.session.visit == self.frozen[number]
        self._happened(before)

    @rule(data=st.data())
    def restore_item(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.lines)))
        then = self.lines[number]
        if not then.items:
            return
        name = data.draw(st.sampled_from(sorted(then.items)))
        before = self.session.visit
        self.session.restore_item(name, number)
        assert self.session.visit.items[name] == then.items[name]
        assert {**self.session.visit.items, name: None} == {**before.items, name: None}
        self._happened(before)

    def _happened(self, before: Visit) -> None:
        if self.session.visit is before:
            return
        self.place += 1
        self.states[self.place :] = [self.session.visit]
        self.key = None

    @rule()
    def restart(self) -> None:
        before = self.session
        before.close()
        self.session = session_on(self.path)
        assert self.session.visit == before.visit
        assert list(self.session.visit.items) == list(before.visit.items)
        assert self.session.record == before.record
        self.key = None

    @invariant()
    def is_the_state_expected(self) -> None:
        assert self.session.visit == self.states[self.place]
        assert (self.session.undo_message is not None) == (self.place > 0)
        assert (self.session.redo_message is not None) == (self.place < len(self.states) - 1)

    @invariant()
    def earlier_states_are_known(self) -> None:
        self.lines[self.session.last] = self.session.visit
        numbers = sorted(self.lines)[:: max(1, len(self.lines) // 4)]
        assert self.session.states(numbers) == {n: self.lines[n] for n in numbers}

    @invariant()
    def stands_on_the_newest_version_when_it_is_that_state(self) -> None:
        stands, newest = self.session.standing, max(self.frozen, default=0)
        same = newest > 0 and self.frozen[newest] == self.session.visit
        assert stands.number == (newest if same else newest + 1)
        assert self.lines[self.session.state_number] == self.session.visit

    @invariant()
    def sequences_never_fall(self) -> None:
        now = {key: known.sequence for key, known in self.session.record.items.items()}
        assert all(now[key] >= value for key, value in self.sequences.items())
        self.sequences = now

    @override
    def teardown(self) -> None:
        while self.session.undo_message is not None:
            self.session.undo()
        assert self.session.visit == self.states[0]
        while self.session.redo_message is not None:
            self.session.redo()
        assert self.session.visit == self.states[-1]
        assert read(self.path).visit == self.session.visit
        self.session.close()
        assert [path.name for path in self.folder.iterdir()] == [self.path.name]
        shutil.rmtree(self.folder)


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
