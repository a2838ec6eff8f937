# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.factory import having, item, small_visit
from tests.rules.alone import AGREED, alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind, Meal
from visitplanner.domain.people import Delegation, MemberRole, Post, Side
from visitplanner.domain.programme import ItemStatus, Part, Participation
from visitplanner.domain.text import Text
from visitplanner.rules.rule import Severity


def test_a_heads_meeting_without_one_head_is_an_error() -> None:
    visit = small_visit(item("a", "10:00", "10:20", "anna", "gleb", kind=Kind.HEADS_MEETING))
    assert told("P01", visit) == ["E “Пункт a” without the head of the delegation: Vera"]
    assert ways_out("P01", visit) == ["look: Add Vera to “Пункт a”"]
    after = mended("P01", visit)
    assert alone("P01", after) == []
    assert after.items["a"].participants[-1] == Participation(who="vera", part=Part.HEAD)


def test_both_heads_absent_are_one_finding() -> None:
    visit = small_visit(item("a", "10:00", "10:20", "boris", "gleb", kind=Kind.SIGNING))
    assert told("P01", visit) == ["E “Пункт a” without the heads of the delegations: Anna and Vera"]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": Kind.TALKS},
        {"kind": Kind.LUNCH},
        {"status": ItemStatus.CANCELLED},
        {"participants": (Participation(who="hosts"), Participation(who="guests"))},
    ],
)
def test_a_head_is_asked_for_only_where_he_belongs(fields: dict[str, object]) -> None:
    meeting = item("a", "10:00", "10:20", "anna", kind=Kind.HEADS_MEETING)
    assert alone("P01", small_visit(replace(meeting, **fields))) == []


def test_a_meal_on_somebodys_behalf_is_official() -> None:
    lunch = item("a", "12:00", "13:00", "anna", kind=Kind.LUNCH)
    assert alone("P01", small_visit(lunch)) == []
    assert len(alone("P01", small_visit(replace(lunch, on_behalf_of=Side.HOST)))) == 1
    assert len(alone("P01", small_visit(replace(lunch, detail=Meal(on_behalf_of="anna"))))) == 1
    assert alone("P02", small_visit(replace(lunch, participants=()))) == []


def test_a_substitute_stands_for_the_head() -> None:
    visit = small_visit(item("a", "10:00", "10:20", "anna", "gleb", kind=Kind.HEADS_MEETING))
    guests = replace(visit.delegations["guests"], substitute="gleb")
    assert alone("P01", having(visit, delegations=(guests,))) == []


def test_a_head_of_any_delegation_of_the_side_will_do() -> None:
    visit = small_visit(item("a", "10:00", "10:20", "anna", "gleb", kind=Kind.LAYING))
    city = Delegation(id="city", party="vitebsk", side=Side.GUEST, head="gleb")
    assert alone("P01", having(visit, delegations=(city,))) == []


def test_a_head_not_named_and_participants_not_entered_are_missing_data() -> None:
    visit = small_visit(
        item("a", "10:00", "10:20", "anna", kind=Kind.HEADS_MEETING),
        item("b", "11:00", "11:20", kind=Kind.LAYING),
    )
    guests = replace(visit.delegations["guests"], head=None)
    assert told("P01", having(visit, delegations=(guests,))) == [
        "I The head is not named for 1 delegation",
        "I The participants are not entered for 1 item",
    ]


def test_levels_more_than_one_apart_are_unequal() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna", "gleb", kind=Kind.TALKS))
    assert told("P02", visit) == ["W “Пункт a”: Anna and Gleb are not of equal level"]
    near = replace(visit.posts["post-gleb"], level=2)
    assert alone("P02", having(visit, posts=(near,))) == []


def test_the_highest_post_held_on_the_day_counts() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna", "gleb", kind=Kind.TALKS))
    second = Post(id="x", person="gleb", title=Text(ru="глава"), level=1)
    assert alone("P02", having(visit, posts=(second,))) == []
    ended = replace(second, valid_to=date(2025, 12, 22))
    assert len(alone("P02", having(visit, posts=(ended,)))) == 1


@pytest.mark.parametrize("fields", [{"kind": Kind.OTHER}, {"status": ItemStatus.CANCELLED}])
def test_levels_are_compared_only_among_equals(fields: dict[str, object]) -> None:
    talks = item("a", "10:00", "11:00", "anna", "gleb", kind=Kind.TALKS)
    assert alone("P02", small_visit(replace(talks, **fields))) == []


def test_who_serves_has_no_level() -> None:
    aide = (Participation(who="anna"), Participation(who="gleb", part=Part.ASSISTANT))
    talks = item("a", "10:00", "11:00", kind=Kind.TALKS, participants=aide)
    assert alone("P02", small_visit(talks)) == []
    visit = small_visit(item("a", "10:00", "11:00", "anna", "gleb", kind=Kind.TALKS))
    driver = replace(visit.memberships["member-gleb"], role=MemberRole.DRIVER)
    assert alone("P02", having(visit, memberships=(driver,))) == []


def test_a_side_without_posts_is_missing_data() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna", "gleb", kind=Kind.TALKS))
    elsewhere = replace(visit.posts["post-gleb"], person="dora")
    assert told("P02", having(visit, posts=(elsewhere,))) == [
        "I The post is not entered for 1 person"
    ]


def test_a_missing_counterpart_is_asked_for() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "hosts", "vera", kind=Kind.TALKS))
    paired = tuple(
        replace(visit.memberships[f"member-{who}"], counterpart=equal)
        for who, equal in (("anna", "vera"), ("boris", "gleb"))
    )
    visit = having(visit, memberships=paired)
    (problem,) = alone("P02", visit)
    assert (problem.people, problem.due) == (("boris",), False)
    assert ways_out("P02", visit) == ["look: Add Gleb to “Пункт a”"]
    assert alone("P02", mended("P02", visit)) == []


def test_unequal_levels_have_no_fix() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna", "gleb", kind=Kind.TALKS))
    assert ways_out("P02", visit) == []


def test_an_item_needs_an_officer_of_the_hosts() -> None:
    plain = item("a", "10:00", "11:00", "anna")
    assert told("P03", small_visit(plain)) == ["W “Пункт a” has no responsible officer"]
    assert len(alone("P03", small_visit(replace(plain, responsible="gleb")))) == 1
    assert alone("P03", small_visit(replace(plain, responsible="dora"))) == []
    assert alone("P03", small_visit(replace(plain, kind=Kind.FREE))) == []
    assert alone("P03", small_visit(plain), AGREED)[0].severity is Severity.ERROR


def test_an_officer_needs_a_telephone() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", responsible="boris"),
        item("b", "11:00", "12:00", responsible="boris"),
    )
    assert told("P03", visit) == ["I The telephone is not entered for 1 responsible officer"]
