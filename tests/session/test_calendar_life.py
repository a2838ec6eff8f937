# SPDX-License-Identifier: MIT
"""The calendar life of items goes unbroken through undo, restored versions, dumps and copies."""

from __future__ import annotations

import tempfile
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import UID, clock, item
from tests.opened import read, session_on, visit_file
from visitplanner.domain import codec, edits
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import VersionStatus, calendar_facts, item_uid
from visitplanner.store import create_visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.session.session import Session

KNOWN: Final = ("welcome", "laying", "talks", "lunch", "farewell")
_HOURS: Final = tuple(
    clock(f"{hour:02}:{quarter:02}") for hour in (9, 11, 15) for quarter in (0, 15)
)


def _removed(session: Session, key: str) -> None:
    session.edit(partial(edits.remove_item, item_id=key))


def _moved(session: Session, key: str, hour: int) -> None:
    session.edit(partial(edits.move_item, item_id=key, start=_HOURS[hour]))


def _renamed(session: Session, key: str, title: str) -> None:
    session.edit(partial(edits.set_item_title, item_id=key, language="ru", title=title))


def _set(session: Session, key: str, status: ItemStatus) -> None:
    session.edit(partial(edits.set_status, item_id=key, status=status))


def _added(session: Session) -> None:
    fresh = session.fresh_item_id("other")
    session.edit(partial(edits.create_item, item=item(fresh, "12:00", "12:30", "anna")))


def _hall_renamed(session: Session, name: str) -> None:
    hall = session.visit.venues["hall"]
    text = hall.name.edited("ru", name)
    session.edit(
        partial(
            edits.set_entity_field, collection="venues", entity_id="hall", field="name", value=text
        )
    )


def _frozen(session: Session) -> None:
    session.freeze(VersionStatus.BEING_AGREED)


def _restored(session: Session, back: int) -> None:
    versions = session.record.versions
    if versions:
        session.restore(versions[-1 - back % len(versions)].number)


def _item_restored(session: Session, key: str, back: int) -> None:
    session.restore_item(key, max(session.record.edit or 0, session.last - back))


KEYS = st.sampled_from(KNOWN)
ACTS = st.one_of(
    KEYS.map(lambda key: partial(_removed, key=key)),
    st.builds(lambda k, h: partial(_moved, key=k, hour=h), KEYS, st.integers(0, 5)),
    st.builds(lambda k, t: partial(_renamed, key=k, title=t), KEYS, st.sampled_from("АБВ")),
    st.builds(lambda k, s: partial(_set, key=k, status=s), KEYS, st.sampled_from(ItemStatus)),
    st.just(_added),
    st.sampled_from("ХЦ").map(lambda name: partial(_hall_renamed, name=name)),
    *[st.just(lambda session: session.undo())] * 3,
    st.just(lambda session: session.redo()),
    st.just(_frozen),
    st.integers(0, 3).map(lambda back: partial(_restored, back=back)),
    st.builds(lambda k, b: partial(_item_restored, key=k, back=b), KEYS, st.integers(0, 6)),
)


class Life:
    """What calendars have been told so far, item by item."""

    def __init__(self, visit: Visit, record: Record) -> None:
        self.visit, self.record = visit, record

    def goes_on(self, visit: Visit, record: Record) -> None:
        """After anything: nothing that was told is taken back or told otherwise."""
        for key, was in self.record.items.items():
            now = record.items[key]
            assert now.uid == was.uid == item_uid(UID, key)
            assert now.created == was.created
            assert now.changed >= was.changed
            assert now.sequence >= was.sequence
            if self._facts(self.visit, key) != self._facts(visit, key):
                assert now.sequence > was.sequence
            elif self.visit.items.get(key) == visit.items.get(key):
                assert now.sequence == was.sequence
        for key, entry in record.items.items():
            assert (entry.tombstone is None) is (key in visit.items)
            assert entry.tombstone is None or entry.tombstone.id == key
        assert visit.items.keys() <= record.items.keys()
        self.visit, self.record = visit, record

    @staticmethod
    def _facts(visit: Visit, key: str) -> tuple[object, ...] | None:
        found = visit.items.get(key)
        return calendar_facts(visit, found) if found is not None else None


def loaded(path: Path, session: Session) -> Path:
    """A new file from a dump."""
    dump = codec.dump(session.visit, session.stamped)
    fresh = path.with_name(f"{path.stem}-l.visit")
    create_visit(fresh, *codec.load(dump))
    return fresh


def copied(path: Path, session: Session) -> Path:
    """A complete copy."""
    fresh = path.with_name(f"{path.stem}-c.visit")
    session.copy_to(fresh)
    return fresh


MOVES = st.sampled_from([None, None, loaded, copied])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.lists(ACTS, max_size=6), MOVES), max_size=5))
def test_sequence_never_falls_and_tombstones_stand_until_the_item_is_back(
    chapters: list[
        tuple[list[Callable[[Session], object]], Callable[[Path, Session], Path] | None]
    ],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = visit_file(Path(folder))
        stored = read(path)
        life = Life(stored.visit, stored.record)
        for acts, onward in chapters:
            with closing(session_on(path)) as session:
                life.goes_on(session.visit, session.record)
                for act in acts:
                    with suppress(EditRefusedError, LookupError):  # then nothing has changed
                        act(session)
                    life.goes_on(session.visit, session.record)
                if onward is not None:
                    path = onward(path, session)
            stored = read(path)
            life.goes_on(stored.visit, stored.record)
