# SPDX-License-Identifier: MIT
"""Edits: what each does to the programme, and what each refuses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, clock, example, item, small_visit
from visitplanner.domain import edits
from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.period import at
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.text import Quote, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.visit import Visit


def _times(visit: Visit, item_id: str = "talks") -> tuple[str, str]:
    entry = visit.items[item_id]
    return str(entry.start)[11:], str(entry.end)[11:]


def _done(visit: Visit, edit: Edit) -> Visit:
    return apply(visit, edit(visit))


def _visit(**fields: object) -> Visit:
    return small_visit(item("talks", "10:00", "11:00", "guests", **fields))


def test_moved_item_keeps_its_length() -> None:
    after = _done(_visit(), lambda v: edits.move_item(v, "talks", clock("23:30")))

    assert _times(after) == ("23:30", "00:30")
    assert after.items["talks"].minutes == 60


def test_part_time_presence_moves_with_the_item() -> None:
    part_time = Participation(who="anna", since=clock("10:15"), until=clock("10:45"))
    always = Participation(who="vera")
    visit = _visit(participants=(part_time, always))

    after = _done(visit, lambda v: edits.move_item(v, "talks", clock("12:00")))

    assert after.items["talks"].participants == (
        Participation(who="anna", since=clock("12:15"), until=clock("12:45")),
        always,
    )


def test_untimed_item_that_is_put_on_the_timeline_gets_half_an_hour() -> None:
    visit = _visit(start=None, end=None, day=DAY)
    assert visit.items["talks"].minutes == 0
    assert not visit.items["talks"].timed

    after = _done(visit, lambda v: edits.move_item(v, "talks", clock("12:00")))

    assert _times(after) == ("12:00", "12:30")
    assert after.items["talks"].timed
    assert after.items["talks"].day is None


def test_items_shifted_together_are_one_step_named_by_their_number() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00"), item("b", "11:00", "12:00"), item("c", "12:00", "13:00")
    )
    patch = edits.shift_items(visit, ["b", "c"], -10)
    after = apply(visit, patch)

    assert _times(after, "a") == ("10:00", "11:00")
    assert _times(after, "b") == ("10:50", "11:50")
    assert _times(after, "c") == ("11:50", "12:50")
    assert patch.message.args["n"] == 2


def test_one_item_shifted_is_called_by_its_title() -> None:
    visit = _visit()
    shifted = edits.shift_items(visit, ["talks"], 5)
    moved = edits.move_item(visit, "talks", clock("10:05"))

    assert shifted == moved
    assert moved.message.args["title"] == Quote(text=Text(ru="Пункт talks"))


def test_resized_item_takes_both_times() -> None:
    after = _done(_visit(), lambda v: edits.resize_item(v, "talks", clock("9:45"), clock("11:30")))

    assert _times(after) == ("09:45", "11:30")


@pytest.mark.parametrize("end", ["10:00", "09:59"])
def test_end_must_come_after_the_start(end: str) -> None:
    with pytest.raises(EditRefusedError, match="must come after"):
        edits.resize_item(_visit(), "talks", clock("10:00"), clock(end))


def test_flight_to_the_west_may_land_before_it_left() -> None:
    visit = _visit(zone="Europe/Moscow", end_zone="Europe/Berlin")
    after = _done(visit, lambda v: edits.resize_item(v, "talks", clock("10:00"), clock("9:30")))

    assert _times(after) == ("10:00", "09:30")
    with pytest.raises(EditRefusedError, match="must come after"):
        edits.resize_item(visit, "talks", clock("10:00"), clock("08:00"))


@pytest.mark.parametrize(
    "edit",
    [
        lambda v: edits.move_item(v, "talks", at("2026-03-29T02:30")),
        lambda v: edits.move_item(v, "talks", at("2026-03-29T01:30")),
        lambda v: edits.shift_items(v, ["talks"], 60 * 24 * 96 - 480),
        lambda v: edits.resize_item(v, "talks", at("2026-03-29T01:00"), at("2026-03-29T02:00")),
        lambda v: edits.set_item_field(v, "talks", "start", at("2026-03-29T02:00")),
        lambda v: edits.create_item(
            v, replace(v.items["talks"], id="x", end=at("2026-03-29T02:15"))
        ),
        lambda v: edits.copy_item(v, "talks", "x", at("2026-03-29T02:15")),
    ],
)
def test_time_that_clocks_skip_is_refused(edit: Edit) -> None:
    with pytest.raises(EditRefusedError, match="does not exist"):
        edit(_visit(zone="Europe/Berlin"))


def test_same_time_is_fine_where_clocks_do_not_skip_it() -> None:
    after = _done(_visit(), lambda v: edits.move_item(v, "talks", at("2026-03-29T02:30")))

    assert _times(after) == ("02:30", "03:30")


def test_item_is_created_under_its_id_once() -> None:
    coffee = item("coffee", "11:00", "11:15")
    visit = _done(_visit(), lambda v: edits.create_item(v, coffee))

    assert visit.items["coffee"] == coffee
    with pytest.raises(EditRefusedError, match="already"):
        edits.create_item(visit, coffee)


def test_copy_is_a_plan_of_its_own_tentative_and_free_to_move() -> None:
    visit = small_visit(
        item("talks", "10:00", "11:00", status=ItemStatus.CONFIRMED, fixed=True, block="lead"),
        item("lead", "09:00", "10:00"),
    )
    copied = _done(visit, lambda v: edits.copy_item(v, "talks", "talks-2", clock("15:00")))
    beside = _done(visit, lambda v: edits.copy_item(v, "talks", "talks-2", None))

    copy = copied.items["talks-2"]
    assert _times(copied, "talks-2") == ("15:00", "16:00")
    assert (copy.status, copy.fixed, copy.block) == (ItemStatus.TENTATIVE, False, None)
    assert _times(beside, "talks-2") == ("10:00", "11:00")
    assert copied.items["talks"] is visit.items["talks"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda v: edits.move_item(v, "gone", clock("10:00")),
        lambda v: edits.shift_items(v, ["talks", "gone"], 5),
        lambda v: edits.remove_item(v, "gone"),
        lambda v: edits.copy_item(v, "gone", "x", None),
        lambda v: edits.set_item_title(v, "gone", "ru", "Встреча"),
        lambda v: edits.set_status(v, "gone", ItemStatus.CONFIRMED),
        lambda v: edits.add_participant(v, "gone", Participation(who="anna")),
    ],
)
def test_item_that_is_gone_is_named_in_the_refusal(edit: Edit) -> None:
    with pytest.raises(EditRefusedError, match="no item") as caught:
        edit(_visit())
    assert caught.value.reason.args["id"] == "gone"


def test_title_edited_in_one_language_makes_the_others_stale() -> None:
    after = _done(example(), lambda v: edits.set_item_title(v, "lunch", "en", "Luncheon"))

    assert after.items["lunch"].title.en == "Luncheon"
    assert after.items["lunch"].title.stale == ("ru", "be")


def test_text_of_an_item_is_edited_in_one_language() -> None:
    after = _done(
        example(), lambda v: edits.set_item_text(v, "lunch", "internal_text", "ru", "Без рыбы")
    )

    assert after.items["lunch"].internal_text == Text(ru="Без рыбы")


def test_field_that_is_no_text_is_no_text_to_edit() -> None:
    with pytest.raises(TypeError, match="kind"):
        edits.set_item_text(_visit(), "talks", "kind", "ru", "обед")


def test_field_status_and_lock_are_set() -> None:
    visit = _done(_visit(), lambda v: edits.set_item_field(v, "talks", "room", "blue"))
    visit = _done(visit, lambda v: edits.set_status(v, "talks", ItemStatus.CANCELLED))
    locked = edits.set_fixed(visit, "talks", fixed=True)
    visit = apply(visit, locked)
    freed = edits.set_fixed(visit, "talks", fixed=False)

    talks = visit.items["talks"]
    assert (talks.room, talks.status, talks.fixed) == ("blue", ItemStatus.CANCELLED, True)
    assert not apply(visit, freed).items["talks"].fixed
    assert locked.message.msgid != freed.message.msgid


def test_participant_added_twice_has_one_entry_the_newest() -> None:
    visit = _done(_visit(), lambda v: edits.add_participant(v, "talks", Participation(who="anna")))
    optional = Participation(who="anna", required=False)
    visit = _done(visit, lambda v: edits.add_participant(v, "talks", optional))

    assert visit.items["talks"].participants == (Participation(who="guests"), optional)


def test_participant_with_an_entry_of_his_own_goes_with_it() -> None:
    visit = _visit(participants=(Participation(who="anna"), Participation(who="vera")))
    after = _done(visit, lambda v: edits.remove_participant(v, "talks", "anna"))

    assert after.items["talks"].participants == (Participation(who="vera"),)


def test_member_of_a_delegation_is_taken_out_of_it_for_this_item() -> None:
    after = _done(_visit(), lambda v: edits.remove_participant(v, "talks", "gleb"))

    assert after.items["talks"].participants == (
        Participation(who="guests"),
        Participation(who="gleb", excluded=True),
    )


def test_field_of_any_entity_is_set_and_an_unknown_one_refused() -> None:
    visit = _done(_visit(), lambda v: edits.set_entity_field(v, "people", "vera", "phone", "2-12"))

    assert visit.people["vera"].phone == "2-12"
    with pytest.raises(EditRefusedError, match="There is no"):
        edits.set_entity_field(visit, "people", "nobody", "phone", "2-12")


def test_days_of_the_visit_are_set() -> None:
    visit = _visit()
    about = replace(visit.about, ends=date(2025, 12, 24))

    assert _done(visit, lambda v: edits.set_about(v, about)).about == about


@pytest.mark.parametrize(
    "edit",
    [
        lambda v: edits.move_item(v, "talks", clock("12:00")),
        lambda v: edits.remove_item(v, "talks"),
        lambda v: edits.set_item_title(v, "talks", "ru", "Встреча"),
        lambda v: edits.add_participant(v, "talks", Participation(who="anna")),
    ],
)
def test_edit_leaves_the_visit_it_was_given_as_it_was(edit: Callable[[Visit], object]) -> None:
    visit, twin = _visit(), _visit()
    edit(visit)

    assert visit == twin
    assert isinstance(visit.items["talks"], ProgrammeItem)
