# SPDX-License-Identifier: MIT
"""Replacing a participant: every place changes, history stays, one step is taken back whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import example, having
from tests.opened import MADE_AT
from visitplanner.domain import codec
from visitplanner.domain.papers import AgreementStatus
from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.people import Person, Post
from visitplanner.domain.record import first_record
from visitplanner.domain.references import check_patch, validate
from visitplanner.domain.replacing import (
    AFTER_THE_VISIT,
    Newcomer,
    Stay,
    passages,
    places_of,
    replace_person,
)
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Text
from visitplanner.domain.visit import Visit, memberships_of

VISIT = example()
PEOPLE = sorted(VISIT.people)
TIMED = sorted(key for key, item in VISIT.items.items() if item.start is not None)
RECORD = first_record(VISIT, MADE_AT)
ANYONE = st.sampled_from(PEOPLE)
SINCE = st.none() | st.sampled_from([*TIMED, AFTER_THE_VISIT])

LUKASHEVICH = Newcomer(
    person=Person(
        id="lukashevich",
        surname=Text(ru="Лукашевич"),
        given=Text(ru="Павел"),
        patronymic=Text(ru="Олегович"),
    ),
    post=Post(
        id="post-lukashevich",
        person="lukashevich",
        title=Text(
            ru="первый заместитель председателя Витебского областного исполнительного комитета"
        ),
        level=3,
        party="vitebsk",
    ),
)


def replaced(visit: Visit, old: str, new: str | Newcomer, since: str | None = None) -> Visit:
    patch = replace_person(visit, old, new, since)
    after = apply(visit, patch)
    check_patch(after, patch)
    validate(after)
    assert apply(after, patch.inverse()) == visit
    return after


def test_the_head_is_replaced_in_every_place_of_the_visit() -> None:
    places = {place.collection for place in places_of(VISIT, "subbotin")}

    after = replaced(VISIT, "subbotin", LUKASHEVICH)

    assert places == {
        *("items", "movements", "seatings", "memberships", "delegations", "agendas"),
        *("documents", "distributions"),
    }
    assert places_of(after, "subbotin") == ()
    assert after.delegations["guests"].head == "lukashevich"
    head = memberships_of(after, "guests")[0]
    assert (head.person, head.rank, head.post) == ("lukashevich", 1, "post-lukashevich")
    assert head.counterpart == "anokhin"
    assert after.memberships["member-anokhin"].counterpart == "lukashevich"
    assert after.agendas["agenda"].cochair == "lukashevich"
    signatory = after.documents["plan"].signatories[1]
    assert (signatory.person, signatory.post) == ("lukashevich", "post-lukashevich")
    assert "subbotin" in after.people  # papers of the past still know him


def test_an_equal_of_the_other_side_is_paired_anew_when_a_deputy_takes_the_lead() -> None:
    after = replaced(VISIT, "subbotin", "mitskevich")

    assert [m.person for m in memberships_of(after, "guests")][:3] == [
        *("mitskevich", "shevchenko", "zhuravel"),
    ]
    assert [m.rank for m in memberships_of(after, "guests")] == list(range(1, 9))
    assert after.memberships["member-anokhin"].counterpart == "mitskevich"
    assert after.memberships["member-gonchar"].counterpart is None
    assert after.delegations["guests"].substitute is None


def test_who_sat_there_already_moves_to_the_better_place() -> None:
    seats = {s.person: s.position for s in VISIT.seatings["session-seating"].seats if s.person}

    after = replaced(VISIT, "subbotin", "mitskevich")

    plan = after.seatings["session-seating"]
    assert [s.position for s in plan.seats if s.person == "mitskevich"] == [seats["subbotin"]]
    for item in after.items.values():
        riding = [
            p.person for m in after.movements.values() if m.item == item.id for p in m.passengers
        ]
        assert riding.count("mitskevich") <= 1
        assert [p.who for p in item.participants].count("mitskevich") <= 1


def test_from_an_item_on_the_earlier_ones_stay() -> None:
    after = replaced(VISIT, "subbotin", LUKASHEVICH, "lunch")

    was, now = Roster(VISIT), Roster(after)
    lunch = VISIT.items["lunch"].start
    assert lunch is not None
    for item in after.items.values():
        before, attending = was.attendance(VISIT.items[item.id]), now.attendance(item)
        later = item.start is not None and item.start >= lunch
        if "subbotin" in before:
            assert ("lukashevich" in attending) is later, item.id
            assert ("subbotin" in attending) is not later, item.id
        else:
            assert "lukashevich" not in attending, item.id
    assert after.delegations["guests"].head == "subbotin"
    assert after.delegations["guests"].substitute == "lukashevich"
    assert after.agendas["agenda"].cochair == "subbotin"
    assert after.documents["plan"] == VISIT.documents["plan"]
    stays = {(p.collection, p.stays) for p in places_of(VISIT, "subbotin", "lunch")}
    assert ("documents", Stay.EARLIER) in stays
    assert ("delegations", Stay.STANDING) in stays
    assert ("items", None) in stays


@pytest.mark.parametrize("today", [None, date(2026, 1, 20)])
def test_a_signed_document_keeps_the_signatory_of_its_day(today: date | None) -> None:
    signed = today is None
    plan = VISIT.documents["plan"]
    status = AgreementStatus.SIGNED if signed else AgreementStatus.PRINTED
    visit = having(VISIT, documents=(replace(plan, status=status),))

    patch = replace_person(visit, "subbotin", LUKASHEVICH, today=today)

    after = apply(visit, patch)
    assert after.documents["plan"] == visit.documents["plan"]
    assert after.agendas["agenda"].cochair == "lukashevich"
    kept = [p for p in places_of(visit, "subbotin", today=today) if p.stays is Stay.SIGNED]
    assert [p.field for p in kept] == ["signatories.*.person"]


def test_after_the_visit_the_measures_alone_go_to_the_successor() -> None:
    measure = next(iter(VISIT.measures.values()))
    visit = having(VISIT, measures=(replace(measure, guest_executors=("subbotin",)),))

    after = replaced(visit, "subbotin", LUKASHEVICH, AFTER_THE_VISIT)

    assert after.measures[measure.id].guest_executors == ("lukashevich",)
    who = {p.who for i in after.items.values() for p in i.participants if not p.excluded}
    assert "lukashevich" not in who
    assert after.agendas == visit.agendas


def test_texts_are_changed_in_the_same_step() -> None:
    found = [
        p
        for p in passages(VISIT)
        if isinstance(p.text, Text) and "Субботин" in p.text.ru and p.collection == "items"
    ]
    assert found
    texts = [
        replace(p, text=replace(p.text, ru=p.text.ru.replace("Субботин", "Лукашевич")))
        for p in found
        if isinstance(p.text, Text)
    ]

    patch = replace_person(VISIT, "subbotin", LUKASHEVICH, texts=texts)

    after = apply(VISIT, patch)
    rest = [p for p in passages(after) if isinstance(p.text, Text) and "Субботин" in p.text.ru]
    assert not [p for p in rest if p.collection == "items"]
    assert "Лукашевич" in after.items[found[0].id].steps[int(found[0].path[1])].announcer_text.ru


def test_a_passage_is_found_again_by_its_path() -> None:
    for passage in passages(VISIT):
        whole = getattr(VISIT, passage.collection)
        value: object = whole[passage.id] if passage.id else whole
        for step in passage.path:
            value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        assert value == passage.text
    patch = replace_person(VISIT, "pavlov", LUKASHEVICH, texts=tuple(passages(VISIT)))
    assert apply(VISIT, patch).about == VISIT.about


@given(ANYONE, ANYONE, SINCE)
def test_anybody_can_be_replaced_by_anybody(old: str, new: str, since: str | None) -> None:
    if old == new:
        with pytest.raises(EditRefusedError):
            replace_person(VISIT, old, new, since)
        return

    after = replaced(VISIT, old, new, since)

    assert not [
        p for p in places_of(after, old, since) if p.stays is None and not _out(after, old, p.id)
    ]
    assert codec.load(codec.dump(after, RECORD))[0] == after
    _nobody_is_twice(after)
    if since is None:
        rest = {m.person for m in VISIT.memberships.values()} - {old, new}
        assert rest <= {m.person for m in after.memberships.values()}


def _out(visit: Visit, who: str, item: str) -> bool:
    """Whether somebody stands in an item only to say that he is not there."""
    found = visit.items.get(item)
    return found is not None and any(p.who == who and p.excluded for p in found.participants)


def _nobody_is_twice(visit: Visit) -> None:
    for item in visit.items.values():
        names = [p.who for p in item.participants]
        assert len(names) == len(set(names))
    for plan in visit.seatings.values():
        seated = [s.person for s in plan.seats if s.person]
        assert len(seated) == len(set(seated))
    for movement in visit.movements.values():
        riding = [p.person for p in movement.passengers]
        assert len(riding) == len(set(riding))
    people = [m.person for m in visit.memberships.values()]
    assert len(people) == len(set(people))
    for delegation in visit.delegations.values():
        ranks = [m.rank for m in memberships_of(visit, delegation.id)]
        assert len(ranks) == len(set(ranks))
