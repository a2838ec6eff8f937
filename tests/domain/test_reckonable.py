# SPDX-License-Identifier: MIT
"""What no calendar can show and no sum can hold is refused when it is read, and in edits."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from functools import reduce
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from tests.factory import example
from visitplanner.domain import codec
from visitplanner.domain.edits import put, set_about, set_item_field
from visitplanner.domain.patch import EditRefusedError, Patch, apply
from visitplanner.domain.record import Version, first_record
from visitplanner.domain.references import check_patch, validate
from visitplanner.domain.text import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.visit import Visit


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (("about", "zone"), "Nowhere/City", "about.zone"),
        (("about", "zone"), "\x00", "about.zone"),
        (("about", "starts"), "0001-01-01", "about.starts"),
        (("about", "ends"), "9999-12-31", "about.ends"),
        (("about", "ends"), "2025-12-01", "about.ends"),
        (("items", "session", "zone"), "..", "items.session.zone"),
        (("items", "session", "end_zone"), "", "items.session.end_zone"),
        (("items", "session", "start"), "0001-01-01T00:00", "items.session.start"),
        (("items", "session", "end"), "9999-12-31T23:59", "items.session.end"),
        (("items", "session", "setup_minutes"), 2**64, "items.session.setup_minutes"),
        (("legs", "government-house--works-site", "minutes"), -(2**31), "minutes"),
        (("policy", "free_factor"), 1e300, "policy.free_factor"),
        (("uid",), "", "uid"),
        (("uid",), "a b", "uid"),
        (("about", "code"), "visit\n", "about.code"),
        (("about", "code"), "../visit", "about.code"),
        (("record", "items", "session", "sequence"), 2**31, "sequence"),
        (("record", "items", "session", "changed"), "9999-12-31T23:59:59Z", "items.session"),
        (("record", "items", "session", "created"), "2025-12-01T00:00:00", "created"),
    ],
)
def test_what_cannot_be_reckoned_with_is_refused_on_reading(
    place: tuple[str, ...], value: object, named: str
) -> None:
    visit = example()
    now = datetime(2025, 12, 1, tzinfo=UTC)
    whole = json.loads(codec.dump(visit, first_record(visit, now)))
    *way, last = place
    inner = reduce(dict.__getitem__, way, whole)
    inner[last] = value
    with pytest.raises((msgspec.ValidationError, ValueError), match=re.escape(named)):
        validate(codec.load(json.dumps(whole).encode())[0])


@pytest.mark.parametrize(
    "changed",
    [
        lambda v: set_about(v, replace(v.about, zone="Nowhere/City")),
        lambda v: set_about(v, replace(v.about, ends=date(2999, 1, 1))),
        lambda v: set_item_field(v, "session", "zone", "Nowhere/City"),
        lambda v: set_item_field(v, "session", "end_zone", "Nowhere/City"),
    ],
)
def test_edit_to_what_cannot_be_reckoned_with_is_refused(
    changed: Callable[[Visit], Patch],
) -> None:
    visit = example()
    patch = changed(visit)
    with pytest.raises(EditRefusedError):
        check_patch(apply(visit, patch), patch)


@pytest.mark.parametrize(
    "key", ["../../evil", "/etc/evil", "а.б", "a b", "a\n", "", ".hidden", "a\0"]
)
def test_id_that_could_lead_out_of_a_folder_is_refused(key: str) -> None:
    visit = example()
    dumped = codec.dump(visit, first_record(visit, datetime(2025, 12, 1, tzinfo=UTC)))
    renamed = dumped.replace(b'"anokhin"', json.dumps(key).encode())
    with pytest.raises(msgspec.ValidationError, match="people"):
        validate(codec.load(renamed)[0])
    person = replace(visit.people["anokhin"], id=key)
    patch = put(visit, message("Add people"), "people", person)
    with pytest.raises(EditRefusedError):
        check_patch(apply(visit, patch), patch)


@pytest.mark.parametrize("numbers", [(1, 1), (0,), (-3,)])
def test_versions_that_cannot_be_told_apart_are_refused(numbers: tuple[int, ...]) -> None:
    now = datetime(2025, 12, 1, tzinfo=UTC)
    versions = tuple(Version(number=n, created=now, author="Иванова") for n in numbers)
    record = replace(first_record(example(), now), versions=versions)
    with pytest.raises(msgspec.ValidationError, match=r"versions\[\d\]"):
        codec.load(codec.dump(example(), record))
