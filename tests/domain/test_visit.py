# SPDX-License-Identifier: MIT
"""Look-ups in a visit: who is behind a name, whose side, which post on which day, which zone."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.factory import example, having, item, small_visit
from visitplanner.domain.people import Group, Membership, Post, Side
from visitplanner.domain.text import Text
from visitplanner.domain.visit import (
    days_of,
    delegations_of,
    end_zone_of,
    members_of,
    memberships_of,
    post_on,
    side_of,
    zone_of,
)

PRESS = Group(id="press", name=Text(ru="Пресса"), side=Side.GUEST, members=("dora",), headcount=5)


def test_members_of_a_delegation_come_by_rank_and_the_unranked_last() -> None:
    late = Membership(id="a-late", delegation="guests", person="dora")
    visit = having(small_visit(), memberships=(late,))

    assert [m.person for m in memberships_of(visit, "guests")] == ["vera", "gleb", "dora"]


@pytest.mark.parametrize(
    ("who", "people"),
    [
        ("anna", ("anna",)),
        ("hosts", ("anna", "boris")),
        ("press", ("dora",)),
        ("nobody", ()),
    ],
)
def test_behind_a_name_stand_people(who: str, people: tuple[str, ...]) -> None:
    assert members_of(having(small_visit(), groups=(PRESS,)), who) == people


def test_group_counts_its_unnamed_people_too() -> None:
    assert PRESS.size == 5
    assert replace(PRESS, headcount=0).size == 1


def test_side_comes_from_the_delegation_else_from_the_group() -> None:
    visit = having(small_visit(), groups=(PRESS, Group(id="band", name=Text(ru="Оркестр"))))

    assert side_of(visit, "boris") is Side.HOST
    assert side_of(visit, "gleb") is Side.GUEST
    assert side_of(visit, "dora") is Side.GUEST
    assert side_of(small_visit(), "dora") is None


def test_delegations_are_found_by_side() -> None:
    assert [d.id for d in delegations_of(example(), Side.GUEST)] == ["guests"]


def test_post_counts_from_its_first_day_to_its_last() -> None:
    visit = example()

    assert post_on(visit, "subbotin", date(2025, 12, 23)) == "post-subbotin"
    assert post_on(visit, "subbotin", date(2026, 1, 15)) == "post-subbotin"
    assert post_on(visit, "subbotin", date(2026, 1, 16)) is None


def test_highest_of_several_posts_is_taken() -> None:
    second = Post(
        id="a", person="boris", title=Text(ru="и. о. главы"), level=2, valid_from=date(2025, 12, 20)
    )
    visit = having(small_visit(), posts=(second,))

    assert post_on(visit, "boris", date(2025, 12, 19)) == "post-boris"
    assert post_on(visit, "boris", date(2025, 12, 20)) == "a"
    assert post_on(visit, "dora", date(2025, 12, 20)) is None


def test_zone_is_the_items_own_else_the_visits() -> None:
    plain = item("talks", "10:00", "11:00")
    flight = replace(plain, zone="Europe/Minsk", end_zone="Europe/Berlin")
    visit = small_visit(plain)

    assert (zone_of(visit, plain), end_zone_of(visit, plain)) == ("Europe/Moscow",) * 2
    assert (zone_of(visit, flight), end_zone_of(visit, flight)) == ("Europe/Minsk", "Europe/Berlin")


def test_days_of_a_visit_are_counted_with_the_last() -> None:
    visit = small_visit()
    three = replace(
        visit, about=replace(visit.about, starts=date(2025, 12, 30), ends=date(2026, 1, 1))
    )

    assert list(days_of(visit)) == [date(2025, 12, 23)]
    assert [str(day) for day in days_of(three)] == ["2025-12-30", "2025-12-31", "2026-01-01"]
