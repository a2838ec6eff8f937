# SPDX-License-Identifier: MIT
"""Seats and flags by protocol, the alternat, and the steps of an item."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import example
from visitplanner.domain import flag_order, particulars
from visitplanner.domain import seating_order as order
from visitplanner.domain.flags import FlagPlace
from visitplanner.domain.patch import apply
from visitplanner.domain.people import Side
from visitplanner.domain.policy import FlagPair, GuestSide
from visitplanner.domain.programme import Part, Participation
from visitplanner.domain.seating import SeatingPlan, SeatKind, TableLayout

PLAN = "session-seating"


@given(count=st.integers(0, 40), interpreter=st.booleans())
def test_ranks_go_outward_from_the_head_and_nobody_sits_on_another(
    *, count: int, interpreter: bool
) -> None:
    places = list(order.wings(count, interpreter=interpreter))

    assert len(set(places)) == count
    for wing in ([p for p in places if p > 0], [-p for p in places if p < 0]):
        assert wing == sorted(wing)
    assert not (interpreter and -1 in places)


def test_heads_sit_opposite_and_second_ranks_at_their_right() -> None:
    seats = order.seated(example(), "session", TableLayout.LONG)
    found = {(s.side, s.position): s.person for s in seats if not s.row}

    assert found[Side.HOST, 0] == "anokhin"
    assert found[Side.GUEST, 0] == "subbotin"
    assert found[Side.HOST, 1] == "gonchar"
    assert found[Side.GUEST, -1] == "shevchenko"
    assert "geroev" not in found.values()  # he does not take part in the session


def test_an_interpreter_sits_at_the_left_of_the_head_and_rank_three_moves_on() -> None:
    visit = example()
    item = visit.items["session"]
    entry = Participation(who="orlova", part=Part.INTERPRETER)
    item = replace(item, participants=(*item.participants, entry))
    visit = replace(visit, items={**visit.items, item.id: item})

    seats = {
        s.position: s
        for s in order.seated(visit, "session", TableLayout.LONG)
        if s.side is Side.HOST and not s.row
    }

    assert (seats[-1].person, seats[-1].kind) == ("orlova", SeatKind.INTERPRETER)
    assert seats[-2].person == "kuznetsov"


def test_at_the_signing_table_only_signatories_and_assistants_are_in_front() -> None:
    seats = order.seated(example(), "signing", TableLayout.SIGNING)
    front = {(s.side, s.position): s.person for s in seats if not s.row}

    assert front == {
        (Side.HOST, 0): "anokhin",
        (Side.HOST, -1): "fyodorov",
        (Side.GUEST, 0): "subbotin",
        (Side.GUEST, 1): "zhuk",
    }
    assert all(s.row == 1 for s in seats if s.person in {"gonchar", "mitskevich"})


def test_guests_face_door_or_window_or_sit_at_the_right_of_the_entry() -> None:
    plan = SeatingPlan(id="p", item="session", door="bottom", window="right")
    policy = example().policy

    edges = [order.guest_edge(plan, replace(policy, guest_side=side)) for side in GuestSide]

    assert edges == ["top", "left", "right"]


def test_swapping_twice_is_nothing_and_faults_name_empty_and_double_seats() -> None:
    visit = example()
    once = apply(visit, order.swap(visit, PLAN, 0, 3))
    back = apply(once, order.swap(once, PLAN, 0, 3))
    plan = visit.seatings[PLAN]
    twice = replace(plan, seats=(*plan.seats[:-1], replace(plan.seats[-1], person="subbotin")))

    assert back.seatings[PLAN] == plan
    assert [m.msgid for m in order.faults(visit, plan)] == []
    assert [m.msgid for m in order.faults(once, once.seatings[PLAN])] == [
        "Not in the middle: {people}"
    ]
    assert [m.msgid for m in order.faults(visit, twice)] == ["Seated more than once: {people}"]
    assert order.unseated(visit, twice) == ("fyodorov",)


def test_flags_are_proposed_as_law_and_policy_have_them() -> None:
    visit = example()
    hosts_left = replace(visit, policy=replace(visit.policy, flag_pair=FlagPair.HOST_VIEWER_LEFT))

    assert flag_order.proposed(visit, FlagPlace.STAGE) == ("smolensk", "RU", "BY", "vitebsk")
    assert flag_order.proposed(visit, FlagPlace.TABLE) == ("BY", "RU")
    assert flag_order.proposed(hosts_left, FlagPlace.TABLE) == ("RU", "BY")


@given(st.permutations(["ru", "be", "en"]), st.integers(1, 3))
def test_each_party_is_first_in_its_own_original(languages: list[str], count: int) -> None:
    document = replace(example().documents["plan"], languages=tuple(languages[:count]))

    rebuilt = particulars.by_alternat(document)

    assert len(rebuilt.copies) == 2 * count
    assert all(c.holder == c.first_named == c.left_signature for c in rebuilt.copies)
    assert {(c.holder, c.language) for c in rebuilt.copies} == {
        (party, language) for party in document.parties for language in languages[:count]
    }
    assert particulars.by_alternat(rebuilt) == rebuilt


@given(st.lists(st.integers(), max_size=8), st.data())
def test_moved_rows_keep_their_own_order(values: list[int], data: st.DataObject) -> None:
    rows = data.draw(st.sets(st.sampled_from(range(len(values))))) if values else set()
    before = data.draw(st.integers(0, len(values)))

    moved = particulars.placed(values, sorted(rows), before)

    assert sorted(moved) == sorted(values)
    first = before - sum(row < before for row in rows)
    assert list(moved[first : first + len(rows)]) == [values[row] for row in sorted(rows)]
