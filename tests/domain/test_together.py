# SPDX-License-Identifier: MIT
"""Edits of several items as one step."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import clock, example, item, small_visit
from visitplanner.domain import edits
from visitplanner.domain.patch import apply
from visitplanner.domain.period import instant
from visitplanner.domain.programme import ItemStatus, Participation
from visitplanner.domain.together import (
    align_ends,
    align_starts,
    copy_items,
    fix_items,
    one_after_another,
    put_at_venue,
    put_on_track,
    remove_items,
    set_statuses,
    untime_items,
)
from visitplanner.domain.visit import end_zone_of, zone_of

IDS = st.lists(st.sampled_from(sorted(example().items)), min_size=1, max_size=6, unique=True)


@given(IDS)
def test_aligned_items_begin_at_one_moment_and_keep_their_lengths(ids: list[str]) -> None:
    visit = example()
    after = apply(visit, align_starts(visit, ids))
    moments = {
        instant(i.start, zone_of(after, i)) for k in ids if (i := after.items[k]).start is not None
    }

    assert len(moments) <= 1
    assert all(after.items[k].minutes == visit.items[k].minutes for k in ids)


def test_items_of_two_zones_end_at_one_moment() -> None:
    visit = small_visit(item("a", "10:00", "11:00"), item("b", "8:00", "8:30", zone="Asia/Tokyo"))
    after = apply(visit, align_ends(visit, ["a", "b"]))
    ends = {
        instant(i.end, end_zone_of(after, i)) for i in after.items.values() if i.end is not None
    }

    assert after.items["a"] == visit.items["a"]
    assert len(ends) == 1


@given(IDS, st.integers(-120, 120))
def test_what_is_done_to_several_is_taken_back_as_one(ids: list[str], minutes: int) -> None:
    visit = example()
    fresh = {key: f"copy-{n}" for n, key in enumerate(ids)}
    for patch in (
        align_starts(visit, ids),
        align_ends(visit, ids),
        untime_items(visit, ids),
        remove_items(visit, ids),
        fix_items(visit, ids, fixed=True),
        set_statuses(visit, ids, ItemStatus.CANCELLED),
        put_on_track(visit, ids, None, "cities"),
        put_at_venue(visit, ids, "memorial"),
        copy_items(visit, fresh, minutes),
        one_after_another(
            lambda v: edits.shift_items(v, ids, minutes),
            lambda v: put_at_venue(v, ids, "memorial"),
        )(visit),
    ):
        assert apply(apply(visit, patch), patch.inverse()) == visit


def test_what_hangs_on_the_times_goes_with_them() -> None:
    part = Participation(who="anna", since=clock("10:15"))
    visit = small_visit(replace(item("a", "10:00", "11:00"), fixed=True, participants=(part,)))
    after = apply(visit, untime_items(visit, ["a"])).items["a"]

    assert (after.start, after.end, after.fixed) == (None, None, False)
    assert after.day == clock("10:00").date
    assert after.participants == (Participation(who="anna"),)


def test_a_track_that_is_there_already_is_not_taken_twice() -> None:
    visit = small_visit(item("a", "10:00", "11:00", tracks=("x", "main")))

    assert not put_on_track(visit, ["a"], "x", "main")
    assert put_on_track(visit, ["a"], "x", None).changes[0].after == replace(
        visit.items["a"], tracks=("main",)
    )


@given(IDS)
def test_removing_several_is_removing_one_after_the_other(ids: list[str]) -> None:
    visit = example()
    step = visit
    for key in ids:
        step = apply(step, edits.remove_item(step, key))
    patch = remove_items(visit, ids)

    assert apply(visit, patch) == step
    assert patch.message.args.get("n", 1) == len(ids)


def test_one_alone_keeps_the_name_of_its_edit() -> None:
    visit = example()

    assert remove_items(visit, ["lunch"]).message == edits.remove_item(visit, "lunch").message
    fixed = fix_items(visit, ["lunch"], fixed=True)
    assert fixed.message == edits.set_fixed(visit, "lunch", fixed=True).message
