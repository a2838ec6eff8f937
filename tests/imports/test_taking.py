# SPDX-License-Identifier: MIT
"""Lists of people taken into a visit."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import UID, example
from tests.imports.letters import letter
from visitplanner.domain.patch import Patch, apply
from visitplanner.domain.people import Acting, Side
from visitplanner.domain.references import check_patch, validate
from visitplanner.domain.visit import Visit, memberships_of
from visitplanner.imports.people_list import read_letter
from visitplanner.imports.taking import Destination, NewDelegation, destinations, party_named, taken
from visitplanner.samples import template

VISIT = example()


def blank() -> Visit:
    return template("blank", uid=UID, day=date(2026, 3, 2))


def made(visit: Visit, patch: Patch) -> Visit:
    after = apply(visit, patch)
    check_patch(after, patch)
    validate(after)
    assert apply(after, patch.inverse()) == visit
    return after


def test_two_lists_of_nine_become_two_delegations_with_ranks_and_heads() -> None:
    visit = blank()
    lists = read_letter(letter(VISIT))
    after = made(visit, taken(visit, destinations(visit, lists)))

    assert len(after.people) == 18
    for side, head, party in (
        (Side.GUEST, "subbotin", "Витебская область"),
        (Side.HOST, "anokhin", "Смоленская область"),
    ):
        (delegation,) = (d for d in after.delegations.values() if d.side is side)
        members = memberships_of(after, delegation.id)
        assert [m.rank for m in members] == list(range(1, 10))
        assert delegation.head == head == members[0].person
        assert after.parties[delegation.party].name.ru == party
        assert all(m.post for m in members)
    assert after.posts[memberships_of(after, "guests")[0].post or ""].level == 1
    equals = {m.person: m.counterpart for m in after.memberships.values()}
    assert (equals["subbotin"], equals["anokhin"]) == ("anokhin", "subbotin")


def test_heads_to_follow_get_their_names_and_keep_all_that_waited_for_them() -> None:
    visit = template("working-visit", uid=UID, day=date(2026, 3, 2))
    lists = read_letter(letter(VISIT))
    after = made(visit, taken(visit, destinations(visit, lists)))

    assert len(after.people) == 18
    assert [after.people[key].surname.ru for key in ("host-head", "guest-head")] == [
        "Анохин",
        "Субботин",
    ]
    assert after.parties["guest"].name.ru == "Витебская область"
    assert after.delegations["guests"].head == "guest-head"
    assert [m.rank for m in memberships_of(after, "guests")] == list(range(1, 10))
    assert after.items == visit.items
    assert after.agendas["agenda"].chair == "host-head"


def test_a_list_of_a_third_party_founds_a_delegation() -> None:
    (found,) = read_letter("Делегация Брянской области:\n1. Ким Ян Петрович – министр связи")
    (entry,) = destinations(VISIT, (found,))
    assert entry.delegation == "guests"  # the only guess; the dialog offers another
    new = Destination(entry.people, NewDelegation("Брянская область", Side.GUEST))

    after = made(VISIT, taken(VISIT, (new,)))

    (delegation,) = after.delegations.keys() - VISIT.delegations.keys()
    assert after.parties[after.delegations[delegation].party].name.ru == "Брянская область"
    assert after.delegations[delegation].head == "kim"


def test_somebody_acting_is_taken_as_such() -> None:
    (found,) = read_letter("Делегация Витебской области:\n1. Ким Ян Петрович – врио министра связи")

    after = made(VISIT, taken(VISIT, destinations(VISIT, (found,))))

    post = after.posts[memberships_of(after, "guests")[-1].post or ""]
    assert (post.title.ru, post.acting, post.level) == ("министр связи", Acting.VRIO, 4)


def test_a_heading_leads_to_the_delegation_it_names() -> None:
    lists = read_letter(
        "Принимающая сторона:\n1. Ким Ян Петрович – ректор\n\n"
        "Члены делегации Витебской области:\n1. Жук Пётр Ильич – ректор\n"
    )

    assert [entry.delegation for entry in destinations(VISIT, lists)] == ["hosts", "guests"]


def test_known_people_are_met_again_and_only_the_news_is_taken() -> None:
    lists = read_letter(letter(VISIT).replace("министр транспорта", "первый министр транспорта"))

    patch = taken(VISIT, destinations(VISIT, lists))

    after = made(VISIT, patch)
    assert after.people == VISIT.people
    assert after.memberships == VISIT.memberships
    assert after.delegations == VISIT.delegations
    assert [c.id for c in patch.changes] == ["post-lebedeva"]


def test_newcomers_stand_behind_those_who_are_there() -> None:
    (found,) = read_letter("Делегация Витебской области:\n1. Ким Ян Петрович – ректор института")

    after = made(VISIT, taken(VISIT, destinations(VISIT, (found,))))

    last = memberships_of(after, "guests")[-1]
    assert (last.person, last.rank) == ("kim", 10)
    assert after.delegations["guests"].head == "subbotin"


def test_a_list_can_be_left_out() -> None:
    lists = read_letter(letter(VISIT))
    entries = [Destination(found.people, None) for found in lists]

    assert not taken(blank(), entries)


def test_the_party_is_named_in_the_nominative() -> None:
    assert party_named("Список делегации Брянской области") == "Брянская область"
    assert party_named("делегация Красноярского края") == "Красноярский край"
    assert party_named("Представители города Орши") == "город Орши"
    assert party_named("Delegation of the Vitebsk Region") == "Vitebsk Region"


@given(st.lists(st.sampled_from(letter(VISIT).splitlines()), max_size=20))
def test_any_lines_of_a_letter_are_taken_into_a_sound_visit(lines: list[str]) -> None:
    lists = read_letter("\n".join(lines))
    visit = replace(VISIT, items={}, agendas={}, documents={}) if len(lines) % 2 else blank()
    visit = visit if len(lines) % 2 == 0 else VISIT

    after = made(visit, taken(visit, destinations(visit, lists)))

    for delegation in after.delegations.values():
        members = memberships_of(after, delegation.id)
        assert [m.rank for m in members] == list(range(1, len(members) + 1))
        assert delegation.head is None or delegation.head in {m.person for m in members}
