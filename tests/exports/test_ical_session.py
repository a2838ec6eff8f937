# SPDX-License-Identifier: MIT
"""The calendar of a visit that is worked on, from the file on disk."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.exports.calendars import CREATED, calendar_of, events, utc
from tests.factory import DAY, UID, item, small_visit
from visitplanner.domain.edits import move_item
from visitplanner.domain.period import at
from visitplanner.domain.record import first_record, item_uid
from visitplanner.session.session import Session
from visitplanner.store import create_visit, open_visit

if TYPE_CHECKING:
    from pathlib import Path

    from ical.event import Event


def test_a_moved_item_keeps_its_uid_and_every_step_raises_its_sequence(tmp_path: Path) -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna"))
    create_visit(tmp_path / "visit.visit", visit, first_record(visit, CREATED))
    minutes = iter(range(1, 100))
    session = Session(
        open_visit(tmp_path / "visit.visit"),
        DAY,
        lambda: CREATED + timedelta(minutes=next(minutes)),
        "officer",
    )
    read: list[Event] = []

    def export() -> None:
        (event,) = events(calendar_of(session.visit, session.record)).values()
        read.append(event)

    try:
        export()
        session.edit(lambda v: move_item(v, "talks", at("2025-12-23T12:00")))
        export()
        session.undo()
        export()
        session.redo()
        export()
    finally:
        session.close()

    assert {event.uid for event in read} == {item_uid(UID, "talks")}
    assert [event.sequence for event in read] == [0, 1, 2, 3]
    assert [utc(event.start).hour for event in read] == [7, 9, 7, 9]
    assert sorted({utc(event.dtstamp) for event in read}) == [utc(e.dtstamp) for e in read]
