# SPDX-License-Identifier: MIT
"""The gate: nothing above the audience in a view, everything else in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tests.factory import example
from tests.leak import found, marked, with_secrets, with_tombstone
from visitplanner.domain import codec, references
from visitplanner.domain.clearance import cleared, cleared_record, handed_over
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Language, Visibility
from visitplanner.editions.view import programme_view

MOMENT = datetime(2025, 12, 18, 18, 40, tzinfo=UTC)
BELOW_ALL = (Visibility.PUBLIC, Visibility.INTERNAL)


@pytest.mark.parametrize("audience", BELOW_ALL)
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("scope", [None, "guests", "subbotin", "regions"])
def test_view_holds_no_string_above_its_audience(
    audience: Visibility, language: Language, scope: str | None
) -> None:
    visit, tokens = marked(with_secrets(example()), audience)
    hidden = visit.items["laying"]
    record = with_tombstone(first_record(visit, MOMENT), hidden)
    left = replace(visit, items={k: v for k, v in visit.items.items() if k != hidden.id})

    for shown in (visit, left):
        view = programme_view(shown, record, audience=audience, language=language, scope=scope)
        assert found(tokens, repr(view)) == []


def test_view_of_a_stricter_reader_does_hold_them() -> None:
    visit, tokens = marked(with_secrets(example()), Visibility.PUBLIC)

    view = programme_view(
        visit, first_record(visit, MOMENT), audience=Visibility.RESTRICTED, language="ru"
    )

    assert len(found(tokens, repr(view))) > 100
    assert "Волков" in repr(view)


@pytest.mark.parametrize("audience", BELOW_ALL)
def test_copy_for_handing_over_holds_nothing_above_its_audience(audience: Visibility) -> None:
    visit, tokens = marked(with_secrets(example()), audience)
    record = with_tombstone(first_record(visit, MOMENT), visit.items["laying"])

    copy = handed_over(visit, audience)
    written = codec.dump(copy, cleared_record(record, audience, copy))

    references.validate(copy)
    assert found(tokens, written) == []


def test_public_copy_leaves_out_people_whom_only_hidden_fields_name() -> None:
    visit = example()
    left = {k: v for k, v in visit.groups.items() if k not in {"protocol", "drivers"}}

    copy = handed_over(replace(visit, groups=left), Visibility.PUBLIC)

    assert not {"volkov", "belov"} & copy.people.keys()  # only ever responsible, driver
    assert {"subbotin", "morozova"} <= copy.people.keys()


def test_item_above_the_audience_takes_its_agenda_along_and_leaves_its_document() -> None:
    visit = example()
    hidden = {
        key: replace(visit.items[key], visibility=Visibility.INTERNAL)
        for key in ("session", "signing")
    }

    shown = cleared(replace(visit, items={**visit.items, **hidden}), Visibility.PUBLIC)

    assert not {"session", "signing"} & shown.items.keys()
    assert shown.agendas == {}
    assert [d.item for d in shown.documents.values()] == [None]
    assert shown.items["press"].block is None
    references.validate(shown)


def test_clearing_for_the_narrow_circle_changes_nothing() -> None:
    assert cleared(example(), Visibility.RESTRICTED) == example()
