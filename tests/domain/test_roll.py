# SPDX-License-Identifier: MIT
"""Edits of people, posts, delegations and groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import example, small_visit
from visitplanner.domain import roll
from visitplanner.domain.patch import EditRefusedError, Patch, apply
from visitplanner.domain.people import Delegation, Side
from visitplanner.domain.references import check_patch, validate
from visitplanner.domain.text import Forms, Text
from visitplanner.domain.visit import COLLECTIONS, Visit, memberships_of

VISIT = example()


def made(visit: Visit, patch: Patch) -> Visit:
    after = apply(visit, patch)
    check_patch(after, patch)
    validate(after)
    assert apply(after, patch.inverse()) == visit
    return after


def order(visit: Visit, delegation: str) -> list[str]:
    return [m.person for m in memberships_of(visit, delegation)]


def test_members_are_dragged_to_another_rank() -> None:
    after = made(VISIT, roll.rerank(VISIT, "guests", ("member-zhuk", "member-korol"), 1))

    assert order(after, "guests")[:4] == ["subbotin", "korol", "zhuk", "mitskevich"]
    assert [m.rank for m in memberships_of(after, "guests")] == list(range(1, 10))
    assert order(after, "hosts") == order(VISIT, "hosts")


@given(
    st.permutations(order(VISIT, "guests")).flatmap(
        lambda people: st.tuples(st.just(people[:3]), st.integers(0, 9))
    )
)
def test_any_drag_keeps_everybody_and_the_order_of_the_rest(
    drag: tuple[list[str], int],
) -> None:
    people, before = drag
    moved = tuple(f"member-{person}" for person in people)

    after = made(VISIT, roll.rerank(VISIT, "guests", moved, before))

    rest = [p for p in order(VISIT, "guests") if p not in people]
    assert [p for p in order(after, "guests") if p not in people] == rest
    assert sorted(order(after, "guests")) == sorted(order(VISIT, "guests"))


def test_a_new_head_stands_first_and_stands_in_for_nobody() -> None:
    after = made(VISIT, roll.lead(VISIT, "guests", "mitskevich"))

    assert order(after, "guests")[:2] == ["mitskevich", "subbotin"]
    assert after.delegations["guests"].head == "mitskevich"
    assert after.delegations["guests"].substitute is None
    with pytest.raises(EditRefusedError):
        roll.stand_in(after, "guests", "mitskevich")


def test_who_leaves_a_delegation_leads_it_no_more_and_the_others_close_up() -> None:
    after = made(VISIT, roll.leave(VISIT, ("member-subbotin", "member-korol")))

    assert [m.rank for m in memberships_of(after, "guests")] == list(range(1, 8))
    assert after.delegations["guests"].head is None
    assert "subbotin" in after.people


def test_the_first_to_join_an_empty_delegation_is_its_head() -> None:
    city = Delegation(id="city", party="smolensk-city", side=Side.HOST)
    visit = apply(VISIT, roll.add_delegation(VISIT, city))

    after = made(visit, roll.join(visit, "city", ("novikov", "kiselyova")))

    assert after.delegations["city"].head == "novikov"
    assert order(after, "city") == ["novikov", "kiselyova"]
    assert "novikov" not in order(after, "hosts")


def test_counterparts_are_of_each_other_and_of_nobody_else() -> None:
    after = made(VISIT, roll.pair(VISIT, "member-gonchar", "shevchenko"))

    pairs = {m.person: m.counterpart for m in after.memberships.values()}
    assert pairs["gonchar"] == "shevchenko"
    assert pairs["shevchenko"] == "gonchar"
    assert pairs["mitskevich"] is None
    assert pairs["kuznetsov"] is None
    assert pairs["anokhin"] == "subbotin"


def test_a_first_post_becomes_the_post_of_the_membership() -> None:
    visit = small_visit()
    bare = replace(
        visit,
        posts={k: v for k, v in visit.posts.items() if v.person != "gleb"},
        memberships={
            k: replace(m, post=None) if m.person == "gleb" else m
            for k, m in visit.memberships.items()
        },
    )

    after = made(bare, roll.set_post(bare, "gleb", Text(ru="ректор"), 6))

    post = after.posts[after.memberships["member-gleb"].post or ""]
    assert (post.person, post.title.ru, post.level) == ("gleb", "ректор", 6)


def test_forms_set_by_hand_go_with_the_name_they_belong_to() -> None:
    korol = VISIT.people["korol"]

    assert roll.renamed(korol, "surname", "en", "Karol").forms == korol.forms
    assert roll.renamed(korol, "surname", "ru", "Ковалев").forms.surname == Forms()
    assert roll.renamed(korol, "given", "ru", "Иван").forms.surname == korol.forms.surname


@pytest.mark.parametrize("collection", ["people", "delegations", "groups", "posts"])
@given(data=st.data())
def test_whatever_is_removed_nothing_points_at_it(collection: str, data: st.DataObject) -> None:
    ids = data.draw(st.sets(st.sampled_from(sorted(VISIT.collection(collection))), min_size=1))

    after = made(VISIT, roll.forget(VISIT, collection, ids))

    assert not ids & after.collection(collection).keys()
    lost = [
        name for name in COLLECTIONS if len(after.collection(name)) < len(VISIT.collection(name))
    ]
    assert "items" not in lost
    assert "documents" not in lost
    assert "seatings" not in lost
