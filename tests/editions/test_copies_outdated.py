# SPDX-License-Identifier: MIT
"""A copy is outdated where, and only where, its paper printed anew would read otherwise."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import clock
from tests.handed_out import CITIES, beginning
from visitplanner.domain import edits
from visitplanner.domain.distribution import held
from visitplanner.domain.patch import EditRefusedError, Patch, apply
from visitplanner.domain.people import MemberStatus
from visitplanner.domain.programme import Certainty, ItemStatus, Participation, PressMode
from visitplanner.domain.record import EMPTY_RECORD, Publication, Record
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Text, Visibility, message
from visitplanner.editions.view import programme_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.visit import Visit
    from visitplanner.editions.values import Row

START: Final = beginning()
ITEMS: Final = tuple(START.items)
PEOPLE: Final = (
    "anokhin",
    "subbotin",
    "novikov",
    "geroev",
    "gromova",
    "tarasov",
    "morozova",
    "zhuk",
)
SCOPES: Final = ("", "hosts", "guests", CITIES, "regions", *PEOPLE)
AUDIENCES: Final = (Visibility.PUBLIC, Visibility.INTERNAL)


def _field(item: str, field: str, value: object) -> Callable[[Visit], Patch]:
    return partial(edits.set_item_field, item_id=item, field=field, value=value)


def _entity(collection: str, key: str, field: str, value: object) -> Callable[[Visit], Patch]:
    return partial(
        edits.set_entity_field, collection=collection, entity_id=key, field=field, value=value
    )


def _declined(key: str) -> Callable[[Visit], Patch]:
    return _entity("memberships", f"member-{key}", "status", MemberStatus.DECLINED)


def _post_renamed(key: str) -> Callable[[Visit], Patch]:
    return _entity("posts", f"post-{key}", "title", Text(ru="исполняющий обязанности"))


def _taken_off(item: str, who: str) -> Callable[[Visit], Patch]:
    def edit(visit: Visit) -> Patch:
        if who not in Roster(visit).attendance(edits.item_of(visit, item)):
            raise EditRefusedError(message("He does not take part."))
        return edits.remove_participant(visit, item, who)

    return edit


def _cancelled_vehicle(movement: str) -> Callable[[Visit], Patch]:
    return lambda visit: edits.remove(visit, message("Remove"), "movements", movement)


ITEM: Final = st.sampled_from(ITEMS)
PERSON: Final = st.sampled_from(PEOPLE)
EDITS: Final = st.one_of(
    st.builds(
        lambda i, h: partial(edits.move_item, item_id=i, start=clock(f"{h:02}:05")),
        ITEM,
        st.integers(8, 20),
    ),
    ITEM.map(lambda i: partial(edits.remove_item, item_id=i)),
    st.builds(lambda i, s: _field(i, "status", s), ITEM, st.sampled_from(ItemStatus)),
    st.builds(lambda i, s: _field(i, "visibility", s), ITEM, st.sampled_from(Visibility)),
    st.builds(lambda i, c: _field(i, "certainty", c), ITEM, st.sampled_from(Certainty)),
    st.builds(lambda i, c: _field(i, "press", c), ITEM, st.sampled_from(PressMode)),
    ITEM.map(lambda i: _field(i, "fixed", True)),
    ITEM.map(lambda i: _field(i, "internal_text", Text(ru="только для своих"))),
    ITEM.map(lambda i: _field(i, "public_text", Text(ru="для всех"))),
    ITEM.map(lambda i: _field(i, "dress", Text(ru="тёмный костюм"))),
    ITEM.map(lambda i: _field(i, "title", Text(ru="Другое название"))),
    ITEM.map(lambda i: _field(i, "tracks", ("regions",))),
    ITEM.map(lambda i: _field(i, "responsible", "pavlov")),
    st.builds(
        lambda i, p: partial(edits.add_participant, item_id=i, participation=Participation(who=p)),
        ITEM,
        PERSON,
    ),
    st.builds(_taken_off, ITEM, PERSON),
    PERSON.map(lambda p: _entity("people", p, "surname", Text(ru="Новофамильский"))),
    PERSON.map(lambda p: _entity("people", p, "phone", "+7 900 111-22-33")),
    st.sampled_from(["anokhin", "subbotin", "zhuk"]).map(_post_renamed),
    st.sampled_from(["novikov", "zhuk"]).map(_declined),
    st.just(_entity("venues", "government-house", "name", Text(ru="Дом"))),
    st.just(_entity("rooms", "large-hall", "name", Text(ru="Зал 1"))),
    st.just(_entity("delegations", "guests", "name", Text(ru="Гости"))),
    st.just(_cancelled_vehicle("transfer-2-lead-car")),
)


def printed(visit: Visit, audience: Visibility, scope: str) -> dict[str, Row]:
    """The rows of a paper without what is of the record or of other rows."""
    view = programme_view(
        visit, EMPTY_RECORD, audience=audience, language="ru", scope=scope or None
    )
    return {row.id: replace(row, parallel=False, block="") for row in view.rows}


def publication(audience: Visibility, scope: str) -> Publication:
    return Publication(
        edition="official" if audience is Visibility.PUBLIC else "working",
        version=1,
        reader="Кто-то",
        at=datetime(2025, 12, 1, tzinfo=UTC),
        edit=0,
        scope=scope,
        audience=audience,
    )


@settings(max_examples=60)
@given(st.lists(EDITS, min_size=1, max_size=4), st.sampled_from(AUDIENCES), st.sampled_from(SCOPES))
def test_a_copy_is_outdated_where_its_paper_would_read_otherwise(
    made: list[Callable[[Visit], Patch]], audience: Visibility, scope: str
) -> None:
    visit = START
    for edit in made:
        try:
            visit = apply(visit, edit(visit))
        except EditRefusedError:
            continue
    record = Record(publications=(publication(audience, scope),))
    (copy,) = held(visit, record, {0: START})
    before, after = printed(START, audience, scope), printed(visit, audience, scope)
    otherwise = {key for key in before | after if before.get(key) != after.get(key)}
    assert {change.item for change in copy.outdated} == otherwise
