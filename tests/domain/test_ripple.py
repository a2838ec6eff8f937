# SPDX-License-Identifier: MIT
"""What gives way when items are moved to later: gaps first, blocks as one, fixed items never."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import clock, having, item, small_visit
from visitplanner.domain.patch import apply
from visitplanner.domain.programme import Participation
from visitplanner.domain.ripple import ripple_items
from visitplanner.domain.text import Text
from visitplanner.domain.transport import Movement, Vehicle

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

LENGTHS = st.lists(
    st.tuples(
        st.integers(0, 30),  # the gap before it
        st.integers(5, 60),  # its length
        st.sampled_from(["anna", "boris", "vera"]),
        st.booleans(),  # fixed
    ),
    min_size=1,
    max_size=8,
)


def moved(visit: Visit, ids: list[str], minutes: int) -> Visit:
    return apply(visit, ripple_items(visit, ids, minutes))


def starts(visit: Visit) -> dict[str, str]:
    return {key: str(found.start)[11:] for key, found in visit.items.items()}


def test_gaps_absorb_first_and_others_are_left_alone() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("b", "11:10", "11:30", "anna"),
        item("c", "12:00", "12:30", "anna"),
        item("other", "11:00", "11:30", "boris"),
    )
    after = starts(moved(visit, ["a"], 20))

    assert after == {"a": "10:20", "b": "11:20", "c": "12:00", "other": "11:00"}


def test_it_goes_on_from_item_to_item() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("b", "11:00", "11:30", "anna", "boris"),
        item("c", "11:30", "12:00", "boris"),
    )

    assert starts(moved(visit, ["a"], 15)) == {"a": "10:15", "b": "11:15", "c": "11:45"}


def test_a_block_moves_as_one() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("talks", "11:00", "11:30", "anna", block="x"),
        item("press", "11:40", "12:00", "boris", block="x"),
    )

    assert starts(moved(visit, ["a"], 10)) == {"a": "10:10", "talks": "11:10", "press": "11:50"}


def test_a_fixed_item_stops_it() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("b", "11:00", "11:30", "anna", fixed=True),
        item("c", "11:30", "12:00", "anna"),
    )

    assert starts(moved(visit, ["a"], 15)) == {"a": "10:15", "b": "11:00", "c": "11:30"}


def test_several_items_push_together_as_one_named_step() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("b", "11:00", "11:30", "anna"),
        item("c", "10:00", "11:00", "boris"),
        item("d", "11:00", "11:30", "boris"),
        item("e", "11:30", "12:00", "vera"),
    )
    patch = ripple_items(visit, ["a", "c"], 10)
    after = starts(apply(visit, patch))

    assert after == {"a": "10:10", "b": "11:10", "c": "10:10", "d": "11:10", "e": "11:30"}
    assert patch.message.args["n"] == 4


def test_items_of_several_days_push_each_on_its_own() -> None:
    day = 1440
    later = replace(item("b", "10:00", "11:00", "anna"))
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("c", "11:00", "12:00", "anna"),
        replace(later, start=clock("10:00").plus(day), end=clock("11:00").plus(day)),
    )

    assert starts(moved(visit, ["a", "b"], 5)) == {"a": "10:05", "c": "11:05", "b": "10:05"}


def test_a_vehicle_pushes_too_and_those_who_may_come_do_not() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("car", "11:00", "11:20", "boris"),
        replace(
            item("maybe", "11:00", "11:30"),
            participants=(Participation(who="anna", required=False),),
        ),
    )
    visit = having(
        visit,
        vehicles=(Vehicle(id="bus", name=Text(ru="Автобус"), seats=9),),
        movements=(
            Movement(id="m1", item="a", vehicle="bus"),
            Movement(id="m2", item="car", vehicle="bus"),
        ),
    )

    assert starts(moved(visit, ["a"], 10)) == {"a": "10:10", "car": "11:10", "maybe": "11:00"}


def test_a_move_to_earlier_pulls_nothing() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna"), item("b", "11:00", "12:00", "anna"))

    assert starts(moved(visit, ["a"], -15)) == {"a": "09:45", "b": "11:00"}


@given(LENGTHS, st.integers(-30, 90), st.data())
def test_nobody_is_pushed_into_a_clash_and_no_order_changes(
    plan: list[tuple[int, int, str, bool]], minutes: int, data: st.DataObject
) -> None:
    now, made = 8 * 60, []
    for number, (gap, length, who, fixed) in enumerate(plan):
        begin = now + gap
        now = begin + length
        made.append(
            replace(
                item(f"i{number}", "00:00", "00:01", who, fixed=fixed),
                start=clock("00:00").plus(begin),
                end=clock("00:00").plus(now),
            )
        )
    visit = small_visit(*made)
    chosen = data.draw(st.lists(st.sampled_from(made), min_size=1, max_size=3, unique=True))
    ids = [one.id for one in chosen]
    after = moved(visit, ids, minutes)

    for before in made:
        found = after.items[before.id]
        assert before.start is not None
        assert before.end is not None
        assert found.start is not None
        assert found.end is not None
        assert found.end.minutes - found.start.minutes == before.end.minutes - before.start.minutes
        by = found.start.minutes - before.start.minutes
        if before.id in ids:
            assert by == minutes
        elif minutes <= 0 or before.fixed:
            assert by == 0
        else:
            assert 0 <= by <= minutes
    for one, other in pairwise(made):
        same = one.participants[0].who == other.participants[0].who
        if same and minutes > 0 and not other.fixed and other.id not in ids:
            first, second = after.items[one.id], after.items[other.id]
            assert first.end is not None
            assert second.start is not None
            assert first.end <= second.start
