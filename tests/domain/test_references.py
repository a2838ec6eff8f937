# SPDX-License-Identifier: MIT
"""References: every field that points at another entity is known, checked and named when wrong."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

import msgspec
import pytest
from msgspec.structs import replace

from tests.factory import example, having, item, small_visit
from visitplanner.domain import codec, edits, references
from visitplanner.domain.kinds import Laying, Wreath
from visitplanner.domain.papers import Instruction
from visitplanner.domain.patch import Change, EditRefusedError, Patch, apply
from visitplanner.domain.people import Group
from visitplanner.domain.preparation import Gift, InterpreterShift
from visitplanner.domain.programme import ProgrammeItem, Step
from visitplanner.domain.references import Dangling
from visitplanner.domain.text import Entity, Text, message
from visitplanner.domain.visit import COLLECTIONS, Visit

# Written by hand, so that a new field without a reference type is noticed.
FIELDS: Final = {
    "posts": "person party",
    "delegations": "party head substitute",
    "memberships": "delegation person post counterpart",
    "groups": "members.*",
    "venues": "contact",
    "rooms": "venue",
    "legs": "origin destination",
    "vehicles": "driver",
    "movements": "item vehicle in_charge passengers.*.person",
    "items": "tracks.* venue room destination block participants.*.who responsible deputy"
    " fallback_venue steps.*.actors.* steps.*.speaker steps.*.resources.* detail.wreaths.*.party"
    " detail.wreaths.*.bearers.* detail.on_behalf_of detail.toasts.*.speaker detail.speakers.*"
    " detail.guide",
    "agendas": "item chair cochair secretary questions.*.speaker questions.*.cospeakers.*"
    " questions.*.measure",
    "documents": "item parties.* copies.*.holder copies.*.first_named copies.*.left_signature"
    " signatories.*.party signatories.*.person signatories.*.post",
    "measures": "document host_executors.* guest_executors.*",
    "instructions": "executor coexecutors.* controller measure",
    "seatings": "item seats.*.person",
    "flags": "item",
    "bookings": "item resource responsible",
    "tasks": "owner item depends_on.*",
    "shifts": "person item",
    "sites": "item officer briefing_by",
    "gifts": "item giver receiver handed_by",
    "distributions": "readers.*.reader",
    "days": "calendar",
}
ALL = [(collection, field) for collection, fields in FIELDS.items() for field in fields.split()]


@cache
def _full() -> Visit:
    """The example with all that it lacks, so that every reference field is filled somewhere."""
    guests = Wreath(party="vitebsk", bearers=("zhuravel", "korol"))
    laying = replace(
        example().items["laying"],
        id="wreaths",
        fallback_venue="government-house",
        detail=Laying(wreaths=(guests,)),
        steps=(Step(offset=0, action=Text(ru="Венки"), resources=("carnations",)),),
    )
    return having(
        example(),
        items=(laying,),
        instructions=(
            Instruction(
                id="instruction",
                text=Text(ru="Подготовить"),
                executor="kuznetsov",
                coexecutors=("solovey",),
                controller="fyodorov",
                measure="investment",
            ),
        ),
        shifts=(InterpreterShift(id="shift", person="zhuk", item="session"),),
        gifts=(
            Gift(
                id="gift",
                item="farewell",
                giver="smolensk",
                receiver="subbotin",
                what=Text(ru="Альбом"),
                handed_by="morozova",
            ),
        ),
    )


def _misled(plain: object, path: list[str]) -> bool:
    """Puts a missing id at the first place of a path in plain data; False when it is empty."""
    name, *rest = path
    if name == "*":
        if not isinstance(plain, list) or not plain:
            return False
        if not rest:
            plain[0] = "nowhere"
            return True
        return any(_misled(entry, rest) for entry in plain)
    if not isinstance(plain, dict) or plain.get(name) is None:
        return False
    if rest:
        return _misled(plain[name], rest)
    plain[name] = "nowhere"
    return isinstance(plain, dict)


def _broken(collection: str, field: str) -> tuple[Entity, Entity]:
    """An entity that fills the field, and the same with its reference leading nowhere."""
    for entity in _full().collection(collection).values():
        plain = msgspec.json.decode(codec.encode(entity))
        if _misled(plain, field.split(".")):
            broken = codec.decode_entity(collection, msgspec.json.encode(plain))
            assert isinstance(broken, Entity)
            return entity, broken
    raise AssertionError(f"no {collection} fills {field}")


def test_reference_fields_are_exactly_those_of_the_model() -> None:
    found = {
        (collection, ".".join(field.path))
        for collection in COLLECTIONS
        for field in references.reference_fields(collection)
    }

    assert found == set(ALL)


def test_example_holds_together() -> None:
    references.validate(_full())
    assert list(references.dangling(_full())) == []


@pytest.mark.parametrize(("collection", "field"), ALL)
def test_reference_that_leads_nowhere_is_found_with_its_field(collection: str, field: str) -> None:
    entity, broken = _broken(collection, field)
    visit = having(_full(), **{collection: (broken,)})

    assert Dangling(collection, entity.id, field, "nowhere") in list(references.dangling(visit))
    with pytest.raises(
        msgspec.ValidationError, match=re.escape(f"`$.{collection}.{entity.id}.")
    ) as caught:
        references.validate(visit)
    assert "'nowhere'" in str(caught.value)


@pytest.mark.parametrize(("collection", "field"), ALL)
def test_edit_that_makes_a_reference_lead_nowhere_is_refused(collection: str, field: str) -> None:
    entity, broken = _broken(collection, field)
    patch = Patch(message("break"), (Change(collection, entity.id, entity, broken),))

    with pytest.raises(EditRefusedError) as caught:
        references.check_patch(apply(_full(), patch), patch)
    assert caught.value.reason.args["place"] == f"{collection}/{entity.id}"
    assert caught.value.reason.args["missing"] == "nowhere"


def test_entity_that_is_still_used_cannot_be_removed() -> None:
    visit = example()
    patch = edits.remove(visit, message("gone"), "people", "subbotin")

    with pytest.raises(EditRefusedError, match="cannot be removed"):
        references.check_patch(apply(visit, patch), patch)


def test_unused_entity_can_be_removed_and_settings_changed() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"))
    patch = edits.combined(
        message("fine"),
        edits.remove(visit, message("gone"), "items", "talks"),
        edits.set_about(visit, replace(visit.about, ends=date(2025, 12, 24))),
    )

    references.check_patch(apply(visit, patch), patch)


def test_users_of_a_person_are_all_places_that_name_him() -> None:
    places = {(u.collection, u.id, u.field) for u in references.users_of(_full(), "people", "zhuk")}

    assert ("memberships", "member-zhuk", "person") in places
    assert ("movements", "transfer-1-guest-minibus", "passengers.*.person") in places
    assert ("items", "signing", "participants.*.who") in places
    assert ("items", "signing", "steps.*.actors.*") in places
    assert ("shifts", "shift", "person") in places
    assert all(u.missing == "zhuk" for u in references.users_of(_full(), "people", "zhuk"))


def test_room_is_no_user_of_the_item_that_bears_its_name() -> None:
    visit = small_visit(item("blue", "10:00", "11:00", room="blue"))

    assert [u.collection for u in references.users_of(visit, "rooms", "blue")] == ["items"]
    assert list(references.users_of(visit, "items", "blue")) == []


@pytest.mark.parametrize("taken", ["anna", "hosts"])
def test_group_cannot_bear_the_id_of_a_person_or_delegation(taken: str) -> None:
    visit = small_visit()
    group = Group(id=taken, name=Text(ru="Пресса"))
    patch = edits.put(visit, message("add"), "groups", group)

    with pytest.raises(EditRefusedError, match="more than one"):
        references.check_patch(apply(visit, patch), patch)
    with pytest.raises(msgspec.ValidationError, match=f"'{taken}' is used by more than one"):
        references.validate(having(visit, groups=(group,)))


def test_entity_stands_under_its_own_id() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"))
    wrong = replace(visit, items={"other": visit.items["talks"]})
    patch = Patch(message("odd"), (Change("items", "other", None, visit.items["talks"]),))

    with pytest.raises(msgspec.ValidationError, match=r"'talks' stands under 'other'.*items"):
        references.validate(wrong)
    with pytest.raises(EditRefusedError, match="stands under"):
        references.check_patch(apply(visit, patch), patch)


def test_removed_item_takes_along_what_is_only_its_own() -> None:
    visit = _full()
    patch = edits.remove_item(visit, "session")
    after = apply(visit, patch)

    references.check_patch(after, patch)
    references.validate(after)
    assert "agenda" not in after.agendas
    assert "session-seating" not in after.seatings
    assert "session-flags" not in after.flags
    assert "shift" not in after.shifts
    assert not any(b.item == "session" for b in after.bookings.values())
    assert after.items["signing"].block is None
    assert after.tasks["agenda-agreed"].item is None
    assert apply(after, patch.inverse()) == visit


def test_item_that_is_its_own_block_can_be_removed() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", block="talks"))

    assert apply(visit, edits.remove_item(visit, "talks")).items == {}


@pytest.mark.parametrize("item_id", sorted(example().items))
def test_every_item_of_the_example_can_be_removed(item_id: str) -> None:
    patch = edits.remove_item(_full(), item_id)
    after = apply(_full(), patch)

    references.validate(after)
    kept = {i: e for i, e in _full().items.items() if i != item_id}
    assert after.items.keys() == kept.keys()
    assert all(isinstance(entry, ProgrammeItem) for entry in after.items.values())
