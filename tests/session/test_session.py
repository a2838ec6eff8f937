# SPDX-License-Identifier: MIT
"""Edits through a session: on disk when made, told once, taken back and restored."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.factory import clock, item
from tests.opened import hashes, read, session_on, visit_file
from visitplanner.domain import edits
from visitplanner.domain.patch import EditRefusedError
from visitplanner.store.contract import EntryKind, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from visitplanner.domain.edits import Edit
    from visitplanner.session.session import Notice, Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return visit_file(tmp_path)


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with closing(session_on(path)) as opened:
        yield opened


def moved(item_id: str, start: str) -> Edit:
    return lambda visit: edits.move_item(visit, item_id, clock(start))


def renamed(item_id: str, title: str) -> Edit:
    return lambda visit: edits.set_item_title(visit, item_id, "ru", title)


def title_of(session: Session, item_id: str) -> str:
    return session.visit.items[item_id].title.ru


def test_edit_is_on_disk_when_it_returns(path: Path, session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    assert read(path).visit == session.visit
    assert read(path).visit.items["talks"].start == clock("11:30")
    assert read(path).record == session.record


def test_edit_is_told_once_with_before_and_after(session: Session) -> None:
    told: list[Notice] = []
    session.observe(told.append)
    before = session.visit
    notice = session.edit(moved("talks", "11:30"))
    assert told == [notice]
    assert notice.before is before
    assert notice.visit is session.visit
    assert [change.id for change in notice.patch.changes] == ["talks"]


def test_edit_that_changes_nothing_is_neither_stored_nor_told(session: Session) -> None:
    told: list[Notice] = []
    session.observe(told.append)
    notice = session.edit(moved("talks", "11:00"))
    assert notice.visit is notice.before is session.visit
    assert told == []
    assert list(session.history()) == []
    assert session.undo_message is None


def test_observer_hears_nothing_after_it_stopped(session: Session) -> None:
    told: list[Notice] = []
    stop = session.observe(told.append)
    stop()
    stop()
    session.edit(moved("talks", "11:30"))
    assert told == []


def test_observer_that_edits_does_not_mix_up_the_order(session: Session) -> None:
    def answer(notice: Notice) -> None:
        if notice.visit.items["lunch"].start == clock("13:00"):
            session.edit(moved("lunch", "13:30"))

    told: list[str] = []
    session.observe(answer)
    session.observe(lambda notice: told.append(notice.patch.changes[0].id))
    session.edit(moved("talks", "11:30"))
    assert told == ["talks", "lunch"]


def test_fault_of_an_observer_keeps_no_other_from_hearing(session: Session) -> None:
    told: list[Notice] = []

    def fail(_: Notice) -> None:
        raise ZeroDivisionError

    stop = session.observe(fail)
    session.observe(told.append)
    with pytest.raises(ZeroDivisionError):
        session.edit(moved("talks", "11:30"))
    stop()
    session.edit(moved("talks", "11:45"))
    assert len(told) == 2
    assert session.visit.items["talks"].start == clock("11:45")


def test_refused_edit_leaves_everything(path: Path, session: Session) -> None:
    before = session.visit
    with pytest.raises(EditRefusedError):
        session.edit(moved("nothing", "11:30"))
    assert session.visit is before
    assert read(path).visit == before


def test_edit_of_another_state_is_refused(session: Session) -> None:
    stale = edits.move_item(session.visit, "talks", clock("11:30"))
    session.edit(moved("talks", "12:00"))
    with pytest.raises(EditRefusedError, match="has changed since"):
        session.edit(lambda _: stale)


def test_value_of_a_wrong_type_is_refused_and_not_stored(path: Path, session: Session) -> None:
    before = session.visit
    with pytest.raises(EditRefusedError, match="cannot be stored") as refusal:
        session.edit(lambda v: edits.set_item_field(v, "talks", "setup_minutes", "ten"))
    assert "setup_minutes" in str(refusal.value.reason.args["reason"])
    assert session.visit is before
    assert read(path).visit == before
    session.edit(moved("talks", "11:30"))
    assert read(path).visit == session.visit


def test_look_shows_problems_and_stores_nothing(path: Path, session: Session) -> None:
    before, files = session.visit, hashes(path.parent)
    look = session.look(moved("lunch", "11:30"))
    assert {problem.code for problem in look.appeared} >= {"T01"}
    assert look.visit.items["lunch"].start == clock("11:30")
    assert session.visit is before
    assert not {problem.code for problem in session.problems} & {"T01"}
    assert hashes(path.parent) == files
    assert session.undo_message is None


def test_problems_appear_with_an_edit_and_go_with_its_undo(session: Session) -> None:
    start = session.problems
    notice = session.edit(moved("lunch", "11:30"))
    assert "T01" in {problem.code for problem in notice.appeared}
    assert all(problem in session.problems for problem in notice.appeared)
    back = session.undo()
    assert {p.key for p in back.gone} == {p.key for p in notice.appeared}
    assert {p.key for p in session.problems} == {p.key for p in start}


def test_first_notice_tells_problems_nobody_asked_for(session: Session) -> None:
    notice = session.edit(moved("lunch", "11:30"))
    assert "T01" in {problem.code for problem in notice.appeared}


def test_undo_and_redo_give_back_the_values_and_raise_the_sequence(session: Session) -> None:
    before = session.visit
    session.edit(moved("talks", "11:30"))
    after = session.visit
    session.undo()
    assert session.visit == before
    session.redo()
    assert session.visit == after
    assert session.record.items["talks"].sequence == 3
    assert [entry.kind for entry, _ in session.history()] == [
        EntryKind.EDIT,
        EntryKind.UNDO,
        EntryKind.REDO,
    ]


def test_undo_names_the_step(session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    session.edit(renamed("lunch", "Обед"))
    assert session.undo_message is not None
    assert session.undo_message.msgid == "Rename “{title}”"
    session.undo()
    assert session.redo_message is not None
    assert session.redo_message.msgid == "Rename “{title}”"
    assert session.undo_message.msgid == "Move “{title}”"


def test_undo_without_a_step_is_refused(session: Session) -> None:
    with pytest.raises(EditRefusedError, match="nothing to undo"):
        session.undo()
    with pytest.raises(EditRefusedError, match="nothing to redo"):
        session.redo()


def test_new_edit_ends_redo(session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    session.undo()
    session.edit(moved("lunch", "13:30"))
    assert session.redo_message is None
    session.undo()
    assert session.undo_message is None


def test_edits_with_one_key_are_one_step(session: Session) -> None:
    before = session.visit
    for typed in ("О", "Об", "Обе", "Обед"):
        session.edit(renamed("lunch", typed), merge="lunch title")
    session.undo()
    assert session.visit == before
    assert session.undo_message is None
    session.redo()
    assert title_of(session, "lunch") == "Обед"


def test_another_edit_between_ends_merging(session: Session) -> None:
    session.edit(renamed("lunch", "О"), merge="lunch title")
    session.edit(renamed("talks", "П"), merge="talks title")
    session.edit(renamed("lunch", "Обед"), merge="lunch title")
    session.undo()
    assert title_of(session, "lunch") == "О"
    session.undo()
    assert title_of(session, "talks") == "Пункт talks"


def test_undo_ends_merging(session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    session.edit(renamed("lunch", "О"), merge="lunch title")
    session.undo()
    session.edit(renamed("lunch", "Обед"), merge="lunch title")
    session.undo()
    assert title_of(session, "lunch") == "Пункт lunch"
    assert session.visit.items["talks"].start == clock("11:30")


def test_step_that_came_to_nothing_is_undone_as_one(session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    session.edit(moved("lunch", "13:30"), merge="drag")
    session.edit(moved("lunch", "13:00"), merge="drag")
    before = session.visit
    session.undo()
    assert session.visit == before
    session.undo()
    assert session.visit.items["talks"].start == clock("11:00")


def test_steps_outlive_a_restart(path: Path) -> None:
    with closing(session_on(path)) as first:
        start = first.visit
        first.edit(moved("talks", "11:30"))
        first.edit(renamed("lunch", "О"), merge="title")
        first.edit(renamed("lunch", "Обед"), merge="title")
        first.edit(lambda v: edits.remove_item(v, "farewell"))
        end = first.visit
        first.undo()
    with closing(session_on(path)) as second:
        second.redo()
        assert second.visit == end
        for _ in range(3):
            second.undo()
        assert second.visit == start
        assert second.undo_message is None
    with closing(session_on(path)) as third:
        assert third.visit == start
        for _ in range(3):
            third.redo()
        assert third.visit == end
        assert third.redo_message is None


def test_merging_does_not_reach_over_a_restart(path: Path) -> None:
    with closing(session_on(path)) as first:
        first.edit(renamed("lunch", "О"), merge="title")
    with closing(session_on(path)) as second:
        second.edit(renamed("lunch", "Обед"), merge="title")
        second.undo()
        assert title_of(second, "lunch") == "О"


def test_removed_item_comes_back_with_its_uid(session: Session) -> None:
    uid = session.record.items["lunch"].uid
    session.edit(lambda v: edits.remove_item(v, "lunch"))
    gone = session.record.items["lunch"]
    assert gone.tombstone is not None
    session.undo()
    assert session.record.items["lunch"].uid == uid
    assert session.record.items["lunch"].tombstone is None
    assert session.record.items["lunch"].sequence == 2


def test_id_of_a_removed_item_is_not_given_again(path: Path) -> None:
    with closing(session_on(path)) as first:
        fresh = first.fresh_item_id("press")
        first.edit(lambda v: edits.create_item(v, item(fresh, "15:00", "15:10")))
        first.edit(lambda v: edits.remove_item(v, fresh))
    with closing(session_on(path)) as second:
        assert second.fresh_item_id("press") != fresh


def test_history_tells_who_did_what(session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    session.edit(lambda v: edits.remove_item(v, "lunch"))
    told = [(e.number, e.author, e.message.msgid, len(p.changes)) for e, p in session.history()]
    assert told == [(1, "Иванова", "Move “{title}”", 1), (2, "Иванова", "Delete “{title}”", 1)]


def test_read_only_session_says_why_and_changes_nothing(path: Path) -> None:
    with closing(session_on(path, read_only=True)) as session:
        before, files = session.visit, hashes(path.parent)
        assert not session.writable
        with pytest.raises(StoreError, match="opened for reading only") as refusal:
            session.edit(moved("talks", "11:30"))
        assert str(refusal.value) == session.read_only_reason
        assert session.why_read_only is not None
        assert session.visit is before
        assert hashes(path.parent) == files


def test_failed_commit_leaves_the_value_and_the_steps(path: Path, session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    before, known = session.visit, session.problems
    told: list[Notice] = []
    session.observe(told.append)
    path.rename(path.with_name("elsewhere.visit"))
    with pytest.raises(StoreError, match="removed or replaced"):
        session.edit(moved("lunch", "13:30"))
    with pytest.raises(StoreError, match="removed or replaced"):
        session.undo()
    assert session.visit is before
    assert session.problems is known
    assert session.redo_message is None
    assert told == []
    path.with_name("elsewhere.visit").rename(path)
    session.undo()
    assert session.visit.items["talks"].start == clock("11:00")


def test_visit_whose_file_is_gone_can_still_be_copied(path: Path, session: Session) -> None:
    session.edit(moved("talks", "11:30"))
    path.unlink()
    copy = path.with_name("saved.visit")
    session.copy_to(copy)
    assert read(copy).visit == session.visit
