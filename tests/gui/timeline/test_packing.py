# SPDX-License-Identifier: MIT
"""Runs beside each other: nothing lies over anything, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visitplanner.gui.timeline.packing import Run, pack


def drawn(*runs: Run) -> list[tuple[str, float, float]]:
    return sorted((run.item, round(run.left, 3), round(run.right, 3)) for run in pack(runs))


def test_alone_takes_its_lanes_whole() -> None:
    assert drawn(Run("a", 0, 2, 600, 660)) == [("a", 0, 3)]


def test_two_at_once_stand_side_by_side() -> None:
    assert drawn(Run("a", 0, 0, 600, 660), Run("b", 0, 0, 630, 690)) == [
        ("a", 0, 0.5),
        ("b", 0.5, 1),
    ]


def test_touching_runs_do_not_share_the_lane() -> None:
    assert drawn(Run("a", 0, 0, 600, 660), Run("b", 0, 0, 660, 720)) == [("a", 0, 1), ("b", 0, 1)]


def test_free_columns_to_the_right_are_taken() -> None:
    runs = (
        Run("long", 0, 0, 600, 720),
        Run("b", 0, 0, 600, 630),
        Run("c", 0, 0, 600, 630),
        Run("late", 0, 0, 660, 690),
    )
    assert ("late", 0.333, 1.0) in drawn(*runs)


def test_other_lanes_are_left_alone() -> None:
    runs = (Run("a", 0, 0, 600, 660), Run("b", 0, 0, 600, 660), Run("c", 1, 1, 600, 660))
    assert ("c", 1, 2) in drawn(*runs)


def test_spanning_run_shares_only_its_last_lane() -> None:
    assert drawn(Run("wide", 0, 1, 600, 660), Run("b", 1, 1, 600, 660)) == [
        ("b", 1.5, 2),
        ("wide", 0, 1.5),
    ]


def test_spanning_run_that_cannot_be_one_piece_is_drawn_lane_by_lane() -> None:
    found = drawn(Run("early", 1, 1, 590, 660), Run("wide", 0, 1, 600, 660))
    assert found == [("early", 1, 1.5), ("wide", 0, 1), ("wide", 1.5, 2)]


RUNS = st.lists(
    st.builds(
        lambda first, wide, top, length: (first, first + wide, top, top + length),
        st.integers(0, 4),
        st.integers(0, 2),
        st.integers(0, 40),
        st.integers(1, 12),
    ),
    max_size=14,
)


@given(RUNS)
def test_nothing_lies_over_anything(spans: list[tuple[int, int, int, int]]) -> None:
    runs = pack(Run(f"r{n}", *span) for n, span in enumerate(spans))
    for n, one in enumerate(runs):
        for other in runs[n + 1 :]:
            in_time = one.top < other.bottom and other.top < one.bottom
            beside = one.right <= other.left + 1e-9 or other.right <= one.left + 1e-9
            assert not in_time or beside


@given(RUNS)
def test_every_lane_of_every_run_is_drawn(spans: list[tuple[int, int, int, int]]) -> None:
    runs = pack(Run(f"r{n}", *span) for n, span in enumerate(spans))
    for n, (first, last, top, bottom) in enumerate(spans):
        own = [run for run in runs if run.item == f"r{n}"]
        assert sorted(lane for run in own for lane in range(run.first, run.last + 1)) == list(
            range(first, last + 1)
        )
        assert {(run.top, run.bottom) for run in own} == {(top, bottom)}
