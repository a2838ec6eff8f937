# SPDX-License-Identifier: MIT
"""Versions through a session: frozen, approved, restored, and what the plan now stands on."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import clock, example, having
from tests.opened import TODAY, hashes, read, session_on, ticking, visit_file
from visitplanner.domain import edits
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.record import Publication, VersionStatus
from visitplanner.domain.text import Text, message
from visitplanner.domain.venues import Venue
from visitplanner.rules.approval import hindrances
from visitplanner.session.approval import ApprovalRefusedError
from visitplanner.session.past import StateNotKeptError, standing_of
from visitplanner.store import create_visit, open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from visitplanner.domain.edits import Edit
    from visitplanner.session.session import Notice, Session

DRAFT, BEING_AGREED, AGREED, APPROVED, SUPERSEDED = VersionStatus


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return visit_file(tmp_path, example())


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with closing(session_on(path)) as opened:
        yield opened


def later(minutes: int = 5, item_id: str = "lunch") -> Edit:
    return lambda visit: edits.shift_items(visit, (item_id,), minutes)


def stands(session: Session) -> tuple[int, VersionStatus, bool]:
    found = session.standing
    return found.number, found.status, found.version is not None


def test_new_plan_is_the_first_draft(session: Session) -> None:
    assert stands(session) == (1, DRAFT, False)


def test_frozen_state_is_a_version_and_an_edit_starts_the_next_draft(session: Session) -> None:
    session.edit(later())
    session.freeze(AGREED, "после совещания")
    assert stands(session) == (1, AGREED, True)
    (version,) = session.record.versions
    assert (version.author, version.note, version.edit) == ("Иванова", "после совещания", 1)
    session.edit(later())
    assert stands(session) == (2, DRAFT, False)


def test_undo_of_an_edit_after_approval_stands_on_the_approved_version_again(
    session: Session,
) -> None:
    session.freeze(APPROVED)
    session.edit(later())
    session.edit(later(10))
    session.undo()
    assert stands(session) == (2, DRAFT, False)
    session.undo()
    assert stands(session) == (1, APPROVED, True)
    assert session.state_number == 0
    session.redo()
    assert stands(session) == (2, DRAFT, False)
    assert session.state_number == session.last


def test_edit_back_by_hand_stands_on_the_version_too(session: Session) -> None:
    session.freeze(APPROVED)
    session.edit(later(5))
    session.edit(later(-5))
    assert stands(session) == (1, APPROVED, True)


def test_state_that_is_a_version_is_not_frozen_again(session: Session) -> None:
    session.freeze(DRAFT)
    with pytest.raises(EditRefusedError, match="already"):
        session.freeze(AGREED)


def test_versions_survive_a_restart_undo_and_a_copy(path: Path, session: Session) -> None:
    session.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Завтрак"))
    session.freeze(APPROVED)
    session.undo()
    copy = path.with_name("copy.visit")
    session.copy_to(copy)
    record, state = session.record, session.version_state(1)
    session.close()
    for name in (path, copy):
        with closing(session_on(name)) as again:
            assert again.record == record
            assert again.version_state(1) == state
            assert stands(again) == (2, DRAFT, False)
            again.redo()
            assert stands(again) == (1, APPROVED, True)


def test_reader_without_a_session_sees_the_same_standing(path: Path, session: Session) -> None:
    session.freeze(AGREED)
    session.edit(later())
    with closing(open_visit(path, read_only=True)) as store:
        assert standing_of(store, store.read()) == session.standing


def test_approval_is_refused_while_an_error_remains(path: Path, session: Session) -> None:
    session.edit(later(-60))
    before = hashes(path.parent)
    with pytest.raises(ApprovalRefusedError) as refused:
        session.freeze(APPROVED)
    found = hindrances(session.visit, session.record, TODAY)
    assert refused.value.problems == found
    assert refused.value.reason.args["n"] == len(found) > 0
    assert hashes(path.parent) == before
    assert session.record.versions == ()


def test_approval_counts_errors_of_the_version_not_of_the_plan_now(session: Session) -> None:
    session.freeze(AGREED)
    session.edit(later(-60))
    session.settle(1, APPROVED)
    assert session.record.versions[0].status is APPROVED
    with pytest.raises(ApprovalRefusedError):
        session.freeze(APPROVED)


def test_what_is_missing_at_approval_hinders_it_before_its_stage(tmp_path: Path) -> None:
    visit = example()
    lunch = replace(visit.items["lunch"], responsible=None)
    path = visit_file(tmp_path, having(visit, items=(lunch,)))
    with closing(session_on(path)) as session:
        with pytest.raises(ApprovalRefusedError) as refused:
            session.freeze(APPROVED)
        assert {problem.code for problem in refused.value.problems} == {"P03"}
        assert not any(p.due for p in session.problems if p.code == "P03")


def test_approval_keeps_post_and_name_as_they_were_then(session: Session) -> None:
    def signed_by(name: str) -> Edit:
        return lambda v: edits.set_about(v, replace(v.about, approved_by_name=Text(ru=name)))

    session.edit(signed_by("В. Н. Анохин"))
    session.freeze(AGREED)
    session.edit(signed_by("И. И. Другой"))
    session.settle(1, APPROVED, date(2025, 12, 19))
    (version,) = session.record.versions
    assert version.approved_name.ru == "В. Н. Анохин"
    assert version.approved_on == date(2025, 12, 19)


def test_second_approval_supersedes_the_first(session: Session) -> None:
    session.freeze(APPROVED)
    session.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Завтрак"))
    session.freeze(APPROVED)
    assert [v.status for v in session.record.versions] == [SUPERSEDED, APPROVED]
    assert stands(session) == (2, APPROVED, True)


def test_restoring_a_version_is_an_edit_that_can_be_undone(session: Session) -> None:
    session.freeze(AGREED)
    frozen = session.visit
    session.edit(later())
    session.edit(lambda v: edits.remove_item(v, "farewell"))
    session.freeze(DRAFT)
    changed = session.visit
    session.restore(1)
    assert session.visit == frozen
    assert session.undo_message is not None
    assert session.undo_message.msgid == "Restore version {version}"
    assert stands(session) == (3, DRAFT, False)
    session.undo()
    assert session.visit == changed
    assert stands(session) == (2, DRAFT, True)


def test_calendar_stamps_never_fall_when_a_version_is_restored(session: Session) -> None:
    session.freeze(AGREED)
    session.edit(later())
    session.edit(lambda v: edits.remove_item(v, "farewell"))
    before = session.record.items
    session.restore(1)
    after = session.record.items
    assert after["farewell"].uid == before["farewell"].uid
    assert after["farewell"].tombstone is None
    assert all(after[key].sequence >= before[key].sequence for key in before)
    assert after["lunch"].sequence == before["lunch"].sequence + 1
    assert after["farewell"].sequence == before["farewell"].sequence + 1


def test_deleted_item_comes_back_with_what_was_its_own(session: Session) -> None:
    before = session.visit
    item_id = next(a.item for a in before.agendas.values() if a.item)
    session.edit(lambda v: edits.remove_item(v, item_id))
    assert session.visit.agendas != before.agendas
    session.edit(later())
    session.restore_item(item_id, 0)
    now = session.visit
    assert now.items[item_id] == before.items[item_id]
    assert now.agendas == before.agendas
    assert now.seatings == before.seatings
    assert now.movements == before.movements
    assert now.items["lunch"] != before.items["lunch"]


def test_item_brings_back_the_venue_it_named(session: Session) -> None:
    name = message("Change the data")
    fair = Venue(id="fair", name=Text(ru="Ярмарка"))
    session.edit(lambda v: edits.put(v, name, "venues", fair))
    session.edit(lambda v: edits.set_item_field(v, "laying", "venue", "fair"))
    named = session.last
    session.edit(lambda v: edits.set_item_field(v, "laying", "venue", None))
    session.edit(lambda v: edits.remove(v, name, "venues", "fair"))
    session.restore_item("laying", named)
    assert session.visit.items["laying"].venue == "fair"
    assert session.visit.venues["fair"] == fair


def test_item_that_was_not_there_is_no_state_to_restore(session: Session) -> None:
    fresh = session.fresh_item_id("other")
    session.edit(lambda v: edits.copy_item(v, "lunch", fresh, clock("18:00")))
    with pytest.raises(EditRefusedError, match="not in the programme"):
        session.restore_item(fresh, 0)


def test_observers_hear_of_a_version_without_an_edit(session: Session) -> None:
    told: list[Notice] = []
    session.observe(told.append)
    session.freeze(AGREED)
    (notice,) = told
    assert not notice.patch
    assert notice.visit is notice.before is session.visit
    assert session.undo_message is None


def test_being_agreed_makes_problems_of_that_stage_due(tmp_path: Path) -> None:
    visit = example()
    lunch = replace(visit.items["lunch"], responsible=None)
    path = visit_file(tmp_path, having(visit, items=(lunch,)))
    with closing(session_on(path)) as session:
        notice = session.freeze(BEING_AGREED)
        assert any(p.due for p in session.problems if p.code == "P03")
        assert all(p.key for p in notice.appeared)
        session.edit(later())
        assert any(p.due for p in session.problems if p.code == "P03")


def test_version_is_not_made_when_it_cannot_be_stored(path: Path, session: Session) -> None:
    with closing(session_on(path, break_lock=True)) as other:
        other.edit(later())
    told: list[Notice] = []
    session.observe(told.append)
    with pytest.raises(StoreError):
        session.freeze(DRAFT)
    assert session.record.versions == ()
    assert stands(session) == (1, DRAFT, False)
    assert told == []


def test_read_only_file_takes_no_versions(path: Path) -> None:
    before = hashes(path.parent)
    with closing(session_on(path, read_only=True)) as session, pytest.raises(StoreError):
        session.freeze(DRAFT)
    assert hashes(path.parent) == before


def test_what_others_record_is_stored_and_told(path: Path, session: Session) -> None:
    told: list[Notice] = []
    session.observe(told.append)
    given = Publication(edition="official", version=1, reader="anna", at=ticking()())
    session.record_now(replace(session.record, publications=(given,)))
    assert read(path).record.publications == (given,)
    assert len(told) == 1
    session.record_now(replace(session.record, publications=(given,)))
    assert len(told) == 1


def test_state_before_the_log_of_a_file_is_refused_with_a_sentence(
    session: Session, tmp_path: Path
) -> None:
    session.edit(later())
    session.freeze(AGREED)
    session.edit(later())
    session.edit(later())
    loaded = tmp_path / "loaded.visit"
    create_visit(loaded, session.visit, session.record)
    with closing(session_on(loaded)) as again:
        assert again.record.versions == session.record.versions
        with pytest.raises(EditRefusedError, match="version") as refused:
            again.restore(1)
        assert "{version}" in refused.value.reason.msgid
        assert stands(again) == (2, DRAFT, False)


@pytest.mark.parametrize("edited", [False, True])
def test_what_is_made_from_a_dump_stands_where_the_plan_stood(
    session: Session, tmp_path: Path, *, edited: bool
) -> None:
    session.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Завтрак"))
    session.freeze(APPROVED)
    session.edit(later())
    if not edited:
        session.undo()
    before, record = session.standing, replace(session.record, edit=session.state_number)
    loaded = tmp_path / "loaded.visit"
    create_visit(loaded, session.visit, record)
    with closing(session_on(loaded)) as again:
        assert again.standing == before
        assert again.record.versions == session.record.versions
        assert again.state_number == session.state_number


def test_a_line_not_yet_written_is_no_state(session: Session) -> None:
    with pytest.raises(StateNotKeptError):
        session.state(1)
    assert session.states((0, 1)) == {0: session.visit}


def test_untouched_entities_are_shared_between_states(session: Session) -> None:
    session.edit(later())
    session.edit(lambda v: edits.remove_item(v, "farewell"))
    then = session.state(0)
    assert then.people is session.visit.people
    assert then.items["laying"] is session.visit.items["laying"]
    assert then.items["lunch"] is not session.visit.items["lunch"]


def test_thousand_edits_are_undone_after_a_restart(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    first = read(path).visit
    with closing(session_on(path)) as session:
        for number in range(1000):
            session.edit(later(5 if number % 2 else -10, "talks"))
        last = session.visit
    with closing(session_on(path)) as again:
        assert again.visit == last
        for _ in range(1000):
            again.undo()
        assert again.undo_message is None
        assert again.visit == first
        assert again.state(1000) == last
