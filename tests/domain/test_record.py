# SPDX-License-Identifier: MIT
"""The calendar life of items: UID for ever, SEQUENCE that only rises, tombstones of the removed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import clock, example, item, small_visit
from visitplanner.domain import edits
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import Patch, apply
from visitplanner.domain.programme import ItemStatus, Participation
from visitplanner.domain.record import (
    EMPTY_RECORD,
    ItemRecord,
    Record,
    first_record,
    fresh_item_id,
    item_uid,
    updated,
    with_items,
)
from visitplanner.domain.text import Text, message

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.visit import Visit

BEGUN = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)


class Office:
    """A visit with its record, as a session keeps them: an edit a minute."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.record = first_record(visit, BEGUN)
        self.now = BEGUN

    def do(self, edit: Edit) -> Patch:
        patch = edit(self.visit)
        self.take(patch)
        return patch

    def take(self, patch: Patch) -> None:
        self.now += timedelta(minutes=1)
        after = apply(self.visit, patch)
        changed = updated(self.record, self.visit, after, patch, self.now)
        self.visit, self.record = after, with_items(self.record, changed)

    @property
    def talks(self) -> ItemRecord:
        return self.record.items["talks"]


@pytest.fixture
def office() -> Office:
    return Office(
        small_visit(
            item("talks", "10:00", "11:00", "anna", venue="hall", room="blue"),
            item("lunch", "12:00", "13:00", "anna", venue="hall", room="green"),
            item("drive", "13:00", "13:30", "anna", venue="hall", destination="park"),
        )
    )


def _moved(visit: Visit) -> Patch:
    return edits.move_item(visit, "talks", clock("10:30"))


def test_new_item_begins_at_sequence_zero_with_a_uid_of_visit_and_item(office: Office) -> None:
    office.do(lambda v: edits.create_item(v, item("coffee", "11:00", "11:15")))

    coffee = office.record.items["coffee"]
    assert coffee == ItemRecord(
        uid=item_uid(office.visit.uid, "coffee"), created=office.now, changed=office.now
    )
    assert coffee.uid.endswith("@visitplanner.invalid")
    assert len({entry.uid for entry in office.record.items.values()}) == 4
    assert item_uid("another visit", "coffee") != coffee.uid


def test_same_item_of_the_same_visit_has_the_same_uid_on_every_machine() -> None:
    assert (
        item_uid("visit-1", "talks") == "a3e182d9-1107-5b52-8017-9f499b297338@visitplanner.invalid"
    )


@pytest.mark.parametrize(
    ("what", "edit"),
    [
        ("start and end", _moved),
        ("end", lambda v: edits.resize_item(v, "talks", clock("10:00"), clock("11:30"))),
        ("venue", lambda v: edits.set_item_field(v, "talks", "venue", "park")),
        ("room", lambda v: edits.set_item_field(v, "talks", "room", "green")),
        ("status", lambda v: edits.set_status(v, "talks", ItemStatus.CANCELLED)),
        ("zone", lambda v: edits.set_item_field(v, "talks", "zone", "Europe/Minsk")),
        ("end zone", lambda v: edits.set_item_field(v, "talks", "end_zone", "Europe/Berlin")),
        (
            "name of the venue",
            lambda v: edits.set_entity_field(v, "venues", "hall", "name", Text(ru="Дворец")),
        ),
        (
            "address of the venue",
            lambda v: edits.set_entity_field(v, "venues", "hall", "address", Text(ru="Ленина, 1")),
        ),
        (
            "name of the room",
            lambda v: edits.set_entity_field(v, "rooms", "blue", "name", Text(ru="Синий зал")),
        ),
        (
            "zone of the visit",
            lambda v: edits.set_about(v, replace(v.about, zone="Europe/Berlin")),
        ),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)
def test_sequence_rises_with_time_place_and_status(office: Office, what: str, edit: Edit) -> None:
    uid = office.talks.uid
    office.do(edit)

    assert office.talks.sequence == 1, what
    assert office.talks.changed == office.now
    assert office.talks.created == BEGUN
    assert office.talks.uid == uid


@pytest.mark.parametrize(
    "edit",
    [
        lambda v: edits.set_item_title(v, "talks", "ru", "Переговоры в узком составе"),
        lambda v: edits.add_participant(v, "talks", Participation(who="boris")),
        lambda v: edits.set_fixed(v, "talks", fixed=True),
        lambda v: edits.set_item_text(v, "talks", "public_text", "ru", "Вход по спискам"),
    ],
    ids=["title", "participant", "fixed", "text"],
)
def test_other_changes_are_dated_but_keep_the_sequence(office: Office, edit: Edit) -> None:
    office.do(edit)

    assert office.talks.sequence == 0
    assert office.talks.changed == office.now


def test_item_that_is_not_touched_keeps_its_record(office: Office) -> None:
    before = office.record.items["lunch"]
    office.do(_moved)
    office.do(lambda v: edits.set_entity_field(v, "people", "anna", "phone", "2-12-85-06"))
    office.do(lambda v: edits.set_entity_field(v, "venues", "park", "name", Text(ru="Парк")))

    assert office.record.items["lunch"] is before


def test_phone_or_parking_of_a_venue_is_not_news_to_calendars(office: Office) -> None:
    office.do(lambda v: edits.set_entity_field(v, "venues", "hall", "contact_note", "вахта"))

    assert office.talks == first_record(office.visit, BEGUN).items["talks"]


def test_title_of_the_visit_is_not_news_to_calendars(office: Office) -> None:
    office.do(lambda v: edits.set_about(v, replace(v.about, title=Text(ru="Другой"))))

    assert office.record == first_record(office.visit, BEGUN)


def test_destination_of_a_transfer_is_its_place_too(office: Office) -> None:
    office.do(lambda v: edits.set_entity_field(v, "venues", "park", "name", Text(ru="Парк")))

    assert office.record.items["drive"].sequence == 1


def test_undo_and_redo_raise_the_sequence_again(office: Office) -> None:
    patch = office.do(_moved)
    office.take(patch.inverse())
    assert office.visit.items["talks"].start == clock("10:00")
    assert office.talks.sequence == 2

    office.take(patch)
    assert office.talks.sequence == 3
    assert office.talks.uid == item_uid(office.visit.uid, "talks")


def test_removed_item_leaves_a_tombstone_that_says_what_it_was(office: Office) -> None:
    office.do(lambda v: edits.set_item_title(v, "talks", "ru", "Переговоры"))
    gone = office.visit.items["talks"]
    office.do(lambda v: edits.remove_item(v, "talks"))

    assert office.talks.tombstone == gone
    assert office.talks.sequence == 1
    assert office.talks.changed == office.now


def test_item_that_comes_back_keeps_its_uid_and_rises_above_its_cancellation(
    office: Office,
) -> None:
    first = office.talks
    patch = office.do(lambda v: edits.remove_item(v, "talks"))
    office.take(patch.inverse())

    assert office.talks.tombstone is None
    assert office.talks.sequence == 2
    assert (office.talks.uid, office.talks.created) == (first.uid, first.created)


def test_item_created_and_undone_and_redone_never_goes_back_to_zero(office: Office) -> None:
    patch = office.do(lambda v: edits.create_item(v, item("coffee", "11:00", "11:15")))
    office.take(patch.inverse())
    cancelled = office.record.items["coffee"]
    office.take(patch)

    assert cancelled.tombstone is not None
    assert cancelled.sequence == 1
    assert office.record.items["coffee"].sequence == 2
    assert office.record.items["coffee"].tombstone is None


def test_item_that_no_record_knows_leaves_none_when_it_is_removed(office: Office) -> None:
    patch = edits.remove_item(office.visit, "talks")
    after = apply(office.visit, patch)

    assert updated(EMPTY_RECORD, office.visit, after, patch, BEGUN) == {}


def test_patch_without_items_changes_no_record(office: Office) -> None:
    before = office.record
    office.take(Patch(message("nothing")))

    assert office.record is before


def _step(what: str, number: int) -> Edit:
    if what == "move":
        return lambda v: edits.move_item(v, "talks", clock(f"{number}:00"))
    if what == "retitle":
        return lambda v: edits.set_item_title(v, "talks", "ru", f"Переговоры {number}")
    return lambda v: edits.remove_item(v, "talks")


@given(
    st.lists(
        st.tuples(st.sampled_from(["move", "retitle", "remove", "undo"]), st.integers(0, 23)),
        max_size=12,
    )
)
def test_sequence_never_falls_and_uid_never_changes(steps: list[tuple[str, int]]) -> None:
    office = Office(small_visit(item("talks", "10:00", "11:00", venue="hall")))
    done: list[Patch] = []
    for what, number in steps:
        before = office.talks
        if what == "undo" and done:
            office.take(done.pop().inverse())
        elif what != "undo" and "talks" in office.visit.items:
            done.append(office.do(_step(what, number)))
        assert office.talks.uid == before.uid
        assert office.talks.sequence >= before.sequence
        assert (office.talks.tombstone is None) is ("talks" in office.visit.items)


def test_ids_of_new_items_are_readable_and_never_used_twice(office: Office) -> None:
    assert fresh_item_id("coffee", office.visit, office.record) == "coffee-1"
    office.do(lambda v: edits.create_item(v, item("coffee-1", "11:00", "11:15")))
    assert fresh_item_id("coffee", office.visit, office.record) == "coffee-2"
    office.do(lambda v: edits.remove_item(v, "coffee-1"))
    assert fresh_item_id("coffee", office.visit, office.record) == "coffee-2"


def test_id_of_a_kind_that_stands_alone_counts_as_its_first() -> None:
    record = first_record(example(), BEGUN)

    assert fresh_item_id(Kind.LUNCH, example(), record) == "lunch-2"
    assert fresh_item_id(Kind.TRANSFER, example(), record) == "transfer-5"


def test_first_record_knows_every_item_of_the_visit() -> None:
    record = first_record(example(), BEGUN)

    assert record.items.keys() == example().items.keys()
    assert {entry.sequence for entry in record.items.values()} == {0}
    assert record == Record(items=record.items)


def test_day_of_an_untimed_item_is_its_time(office: Office) -> None:
    office.do(lambda v: edits.set_item_field(v, "talks", "day", date(2025, 12, 23)))

    assert office.talks.sequence == 1
