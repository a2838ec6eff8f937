# SPDX-License-Identifier: MIT
"""A visit being worked on: its value now, every edit of it, what the rules find, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import TYPE_CHECKING, Final

from visitplanner.domain import record as records
from visitplanner.domain import versions
from visitplanner.domain.patch import EditRefusedError, Patch, apply, merged
from visitplanner.domain.record import VersionStatus
from visitplanner.domain.references import check_patch
from visitplanner.domain.restoring import restored, restored_item
from visitplanner.domain.text import Message, Value, message
from visitplanner.domain.versions import Freezing
from visitplanner.domain.visit import Visit
from visitplanner.rules.rule import Fix, Problem
from visitplanner.session.approval import check_approval
from visitplanner.session.differences import differences
from visitplanner.session.observers import Observers
from visitplanner.session.open_visit import OpenVisit
from visitplanner.store.contract import Entry, EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.record import Record
    from visitplanner.rules.context import Context
    from visitplanner.rules.findings import Findings
    from visitplanner.session.steps import Step
    from visitplanner.store.contract import VisitStore


class Notice(Value, frozen=True):
    """What one edit did; observers get one per edit."""

    patch: Patch
    before: Visit
    visit: Visit
    appeared: tuple[Problem, ...]
    gone: tuple[Problem, ...]


class Look(Value, frozen=True):
    """What an edit would do."""

    visit: Visit
    patch: Patch
    problems: tuple[Problem, ...]
    appeared: tuple[Problem, ...]
    gone: tuple[Problem, ...]


Observer = Callable[[Notice], None]
_NOTHING: Final = Patch(message(""))
"""What observers get when only the record has changed."""


class Session(OpenVisit):
    """One visit, open. Everything `edit`, `undo` and `redo` have returned from is on disk."""

    def __init__(
        self, store: VisitStore, today: date, now: Callable[[], datetime], author: str
    ) -> None:
        super().__init__(store)
        self._today = today
        self._now = now
        self._author = author
        self._merge: str | None = None
        self._known: Findings | None = None
        self._observers: Observers[Notice] = Observers()

    @property
    def author(self) -> str:
        """Who works here, as the log names him."""
        return self._author

    @author.setter
    def author(self, name: str) -> None:
        self._author = name

    @property
    def moment(self) -> datetime:
        """This moment, as the log would keep it."""
        return self._now()

    @property
    def today(self) -> date:
        """The day the rules go by: that of the opening."""
        return self._today

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the rules find, in the order of their catalogue."""
        return self._findings().problems

    def fixes(self, problem: Problem) -> tuple[Fix, ...]:
        """The ways out of a problem, each tried; those that need no look first."""
        from visitplanner.rules.fixes import fixes_of

        return fixes_of(problem, self._findings())

    @property
    def context(self) -> Context:
        """The visit as the rules see it, for what is looked up while something is dragged."""
        return self._findings().context

    @property
    def undo_message(self) -> Message | None:
        """The name of the step that undo would take back."""
        return self._steps.undo[-1].message if self._steps.undo else None

    @property
    def redo_message(self) -> Message | None:
        """The name of the step that redo would restore."""
        return self._steps.redo[-1].message if self._steps.redo else None

    def fresh_item_id(self, kind: str) -> str:
        """An id for a new item, never used in this visit before."""
        return records.fresh_item_id(kind, self._visit, self._record)

    def look(self, edit: Edit) -> Look:
        """What an edit would lead to; nothing is changed or stored."""
        patch, after = self._tried(edit)
        known = self._findings().of_plan
        found = known.after(after, patch, self._record) if patch else known
        appeared, gone = differences(known.problems, found.problems)
        return Look(after, patch, found.problems, appeared, gone)

    def edit(self, edit: Edit, *, merge: str | None = None) -> Notice:
        """Makes an edit. With the `merge` key of the edit before, both are one step of undo.

        EditRefusedError or StoreError: nothing has changed. An edit that changes nothing is not
        stored, and nobody is told.
        """
        patch, after = self._tried(edit)
        if not patch:
            return Notice(patch, self._visit, self._visit, (), ())
        same = merge is not None and merge == self._merge and bool(self._steps.undo)
        step = self._steps.undo[-1].number if same else self._steps.last + 1
        entry = self._entry(patch, EntryKind.EDIT, step, None)
        return self._commit(entry, patch, after, merge=merge)

    def undo(self) -> Notice:
        """Takes the last step back; EditRefusedError when there is none."""
        if not self._steps.undo:
            raise EditRefusedError(message("There is nothing to undo."))
        step = self._steps.undo[-1]
        return self._again(step, self._whole(step).inverse(), EntryKind.UNDO)

    def redo(self) -> Notice:
        """Restores the step taken back last; EditRefusedError when there is none."""
        if not self._steps.redo:
            raise EditRefusedError(message("There is nothing to redo."))
        step = self._steps.redo[-1]
        return self._again(step, self._whole(step), EntryKind.REDO)

    def observe(self, callback: Observer) -> Callable[[], None]:
        """Calls back once per edit, undo and redo until the returned function is called."""
        return self._observers.add(callback)

    def freeze(self, status: VersionStatus, note: str = "", on: date | None = None) -> Notice:
        """Makes the state now a version; `on` is the date of an approval.

        EditRefusedError when it is one already; ApprovalRefusedError while errors are not waived.
        """
        stands = self.standing
        if stands.version is not None:
            raise EditRefusedError(
                message("This state is version {version} already.", version=str(stands.number))
            )
        what = self._freezing(status, note, on)
        check_approval(self._visit, self._record, self._today, status)
        return self.record_now(versions.frozen(self._record, self.last, self._visit.about, what))

    def settle(self, number: int, status: VersionStatus, on: date | None = None) -> Notice:
        """Puts a version into another status, as `freeze` does the state now."""
        about = self._visit.about
        if status is VersionStatus.APPROVED:
            state = self.version_state(number)
            check_approval(state, self._record, self._today, status)
            about = state.about
        what = self._freezing(status, "", on)
        return self.record_now(versions.settled(self._record, number, about, what))

    def restore(self, number: int) -> Notice:
        """Makes the plan what a version says, as a new edit."""
        name = message("Restore version {version}", version=str(number))
        then = self.version_state(number)
        return self.edit(lambda visit: restored(visit, then, name))

    def restore_item(self, item_id: str, number: int) -> Notice:
        """Makes an item what it was after a line of the log, as a new edit."""
        then = self.state(number)
        return self.edit(lambda visit: restored_item(visit, then, item_id))

    def record_now(self, record: Record) -> Notice:
        """Stores what is remembered beside the visit: versions, publications, who was told.

        No edit, and never undone. StoreError: all is as it was.
        """
        before, known = self._record, self._known
        if record == before:
            return Notice(_NOTHING, self._visit, self._visit, (), ())
        self._store.write_record(record)
        self._record = record
        self._merge = None
        return self._announce(_NOTHING, self._visit, before, known)

    def copy_to(self, target: Path) -> bool:
        """A complete copy under another name; the target must not exist.

        Of a file that is gone the visit as it is in memory is saved, without the log of edits;
        the answer is whether the log is in the copy.
        """
        return self._store.copy_to(target, (self._visit, self.stamped))

    def close(self) -> None:
        """Lets the file go; there is nothing left to save."""
        self._observers.clear()
        self._store.close()

    def _freezing(self, status: VersionStatus, note: str, on: date | None) -> Freezing:
        return Freezing(status, self._author, self._now(), note, on)

    def _findings(self) -> Findings:
        if self._known is None:
            self._known = self._found(self._visit, self._record)
        return self._known

    def _found(self, visit: Visit, record: Record) -> Findings:
        """What all rules find in a visit; they are loaded when first asked."""
        from visitplanner.rules.findings import Findings

        return Findings.full(visit, record, self._today, past=self._known_to_holders(record))

    def _known_to_holders(self, record: Record) -> Mapping[int, Visit]:
        """The states of the plan that holders of copies know, as far as this file has them."""
        if not record.publications:
            return {}
        from visitplanner.domain.distribution import named_states

        return self.states(named_states(record))

    def _tried(self, edit: Edit) -> tuple[Patch, Visit]:
        """The patch of an edit and the visit it leads to, checked."""
        patch = edit(self._visit)
        after = apply(self._visit, patch)
        check_patch(after, patch)
        return patch, after

    def _whole(self, step: Step) -> Patch:
        """All edits of a step as one patch."""
        return reduce(merged, self._store.patches(step.number))

    def _again(self, step: Step, patch: Patch, kind: EntryKind) -> Notice:
        after = apply(self._visit, patch)
        check_patch(after, patch)
        entry = self._entry(patch, kind, self._steps.last + 1, step.number)
        return self._commit(entry, patch, after)

    def _entry(self, patch: Patch, kind: EntryKind, step: int, target: int | None) -> Entry:
        return Entry(
            number=self._past.last + 1,
            at=self._now(),
            author=self._author,
            message=patch.message,
            step=step,
            kind=kind,
            target=target,
        )

    def _commit(
        self, entry: Entry, patch: Patch, after: Visit, *, merge: str | None = None
    ) -> Notice:
        """Stores a patch, then makes its result the visit; the only place where that happens."""
        before, known = self._visit, (self._record, self._known)
        items = records.updated(self._record, before, after, patch, entry.at)
        self._store.commit(entry, patch, items)
        self._past.grown(entry, patch)
        self._visit = after
        self._record = records.with_items(self._record, items)
        self._steps = self._steps.after(entry)
        self._merge = merge
        return self._announce(patch, before, *known)

    def _announce(
        self, patch: Patch, before: Visit, record: Record, known: Findings | None
    ) -> Notice:
        """Brings the findings up to date and tells everybody.

        The edit is stored by now: should a rule fail, everybody hears of the edit all the same.
        """
        self._known = None
        appeared: tuple[Problem, ...] = ()
        gone: tuple[Problem, ...] = ()
        try:
            known = known or self._found(before, record)
            self._known = (
                known.after(self._visit, patch, self._record)
                if patch
                else known.recorded(self._record, self._known_to_holders(self._record))
            )
            appeared, gone = differences(known.problems, self._known.problems)
        finally:
            notice = Notice(patch, before, self._visit, appeared, gone)
            self._observers.tell(notice)
        return notice
