# SPDX-License-Identifier: MIT
"""The JSON of a visit: the same bytes there and back, and what is wrong refused by its name."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.crowd import crowded_visit
from tests.factory import example, item, small_visit
from visitplanner.domain import codec, edits
from visitplanner.domain.patch import apply
from visitplanner.domain.period import LocalTime
from visitplanner.domain.policy import ProtocolPolicy
from visitplanner.domain.record import EMPTY_RECORD, Version, first_record
from visitplanner.domain.text import Text
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS, About
from visitplanner.paths import resources

NOW = datetime(2025, 12, 1, 9, 30, tzinfo=UTC)
SCHEMA = resources() / "schema" / "visit.schema.json"
TEXTS = st.builds(Text, ru=st.text(), be=st.text(), en=st.text())


def _changed(where: str, value: object) -> bytes:
    """The example's JSON with one place changed or added: `items.lunch.title`."""
    plain = json.loads(codec.dump(example(), EMPTY_RECORD))
    *path, last = where.split(".")
    part = plain
    for name in path:
        part = part[int(name) if isinstance(part, list) else name]
    part[last] = value
    return json.dumps(plain).encode()


def _refusal(data: bytes) -> str:
    with pytest.raises(msgspec.ValidationError) as caught:
        codec.load(data)
    return str(caught.value)


def test_visit_and_record_read_back_as_they_were_written() -> None:
    record = replace(
        first_record(example(), NOW), versions=(Version(number=1, created=NOW, author="Орлова"),)
    )
    data = codec.dump(example(), record)

    assert codec.load(data) == (example(), record)
    assert codec.dump(*codec.load(data)) == data


def test_crowd_of_items_reads_back_to_the_same_bytes() -> None:
    data = codec.dump(crowded_visit(200, 60, 3), EMPTY_RECORD)

    assert codec.dump(*codec.load(data)) == data


def test_dump_is_one_object_with_sorted_keys_and_all_defaults() -> None:
    data = codec.dump(small_visit(item("talks", "10:00", "11:00")), EMPTY_RECORD)
    plain = json.loads(data)

    assert list(plain) == sorted(plain)
    assert plain.keys() == {"uid", "record", *COLLECTIONS, *SINGLETONS}
    assert plain["items"]["talks"]["start"] == "2025-12-23T10:00"
    assert plain["items"]["talks"]["end_zone"] is None
    assert plain["items"]["talks"]["title"] == {
        "be": "",
        "en": "",
        "ru": "Пункт talks",
        "stale": [],
    }
    assert data.endswith(b"}\n")
    assert "Пункт".encode() in data


def test_order_of_ids_in_memory_does_not_show_in_the_bytes() -> None:
    first, second = item("a", "10:00", "11:00"), item("b", "12:00", "13:00")

    assert codec.dump(small_visit(first, second), EMPTY_RECORD) == codec.dump(
        small_visit(second, first), EMPTY_RECORD
    )


@given(TEXTS, st.text(), st.integers(0, 1440))
def test_any_words_and_times_survive_the_file(title: Text, phone: str, minute: int) -> None:
    visit = small_visit(item("talks", "00:00", "24:00", title=title))
    start = visit.items["talks"].start
    assert start is not None
    visit = apply(visit, edits.move_item(visit, "talks", start.plus(minute)))
    visit = apply(visit, edits.set_entity_field(visit, "people", "anna", "phone", phone))

    assert codec.load(codec.dump(visit, EMPTY_RECORD))[0] == visit


@given(st.integers(-(10**6), 10**8).map(LocalTime))
def test_local_time_is_written_as_a_string_and_read_back(time: LocalTime) -> None:
    data = codec.encode(time)

    assert data == f'"{time}"'.encode()
    assert codec.decode(LocalTime, data) == time


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("items.lunch.colour", "red", ["colour", "$.items.lunch"]),
        ("colour", "red", ["colour"]),
        ("about.colour", "red", ["colour", "$.about"]),
        ("items.lunch.title", "Обед", ["object", "$.items.lunch.title"]),
        ("items.lunch.fixed", "yes", ["bool", "$.items.lunch.fixed"]),
        ("items.lunch.kind", "brunch", ["brunch", "$.items.lunch.kind"]),
        ("items.lunch.start", "14.05", ["not a local time", "$.items.lunch.start"]),
        ("items.lunch.start", "2025-12-23T25:00", ["time of day", "$.items.lunch.start"]),
        ("items.lunch.start", 5, ["$.items.lunch.start"]),
        ("items.lunch.participants.0.who", None, ["str", "$.items.lunch.participants[0].who"]),
        ("items.lunch.detail.type", "feast", ["feast", "$.items.lunch.detail"]),
        ("items.lunch", [], ["object", "$.items.lunch"]),
        ("items", [], ["object", "$.items"]),
        ("venues.memorial.hours.0.opens", "8 утра", ["$.venues.memorial.hours[0].opens"]),
        ("about.starts", "23.12.2025", ["$.about.starts"]),
        ("about.code", "Смоленск", ["$.about.code"]),
        ("about.zone", 3, ["str", "$.about.zone"]),
        ("policy.guest_side", "left", ["left", "$.policy.guest_side"]),
        ("record.items", 1, ["$.record.items"]),
    ],
)
def test_what_does_not_belong_is_refused_with_its_place(
    where: str, value: object, said: list[str]
) -> None:
    refusal = _refusal(_changed(where, value))

    assert [words for words in said if words not in refusal] == []


def test_missing_title_is_refused_by_name() -> None:
    plain = json.loads(codec.dump(example(), EMPTY_RECORD))
    del plain["items"]["lunch"]["title"]

    refusal = _refusal(json.dumps(plain).encode())

    assert "title" in refusal
    assert "$.items.lunch" in refusal


@pytest.mark.parametrize("data", [b"[]", b"1", b'"visit"', b"null"])
def test_json_that_is_no_object_is_refused(data: bytes) -> None:
    assert "object" in _refusal(data)


@pytest.mark.parametrize("data", [b"", b"{", b'{"uid": "x"', b"\xff\xfe", b"visit"])
def test_text_that_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        codec.load(data)


def test_what_can_be_left_out_takes_its_default() -> None:
    visit, record = codec.load(
        b'{"uid": "u", "about": {"title": {}, "starts": "2025-12-23", "ends": "2025-12-23"}}'
    )

    assert visit.policy == ProtocolPolicy()
    assert visit.items == {}
    assert record == EMPTY_RECORD


def test_entity_is_decoded_as_its_collection_says() -> None:
    lunch = example().items["lunch"]

    assert codec.decode_entity("items", codec.encode(lunch)) == lunch
    assert codec.decode_entity("about", codec.encode(example().about)) == example().about
    assert codec.entity_type("about") is About
    with pytest.raises(msgspec.ValidationError, match="'guests'"):
        codec.decode_entity("guests", b"{}")


def test_patch_with_a_wrong_entity_is_refused() -> None:
    patch = codec.encode(edits.remove_item(example(), "lunch"))
    spoilt = patch.replace(b'"fixed":false', b'"fixed":"no"')

    assert spoilt != patch
    with pytest.raises(msgspec.ValidationError, match="fixed"):
        codec.decode_patch(spoilt)


def test_only_what_the_model_knows_is_written() -> None:
    with pytest.raises(NotImplementedError):
        codec.encode(Path("visit"))
    with pytest.raises(NotImplementedError):
        codec.decode(complex, b'"1"')
    with pytest.raises(NotImplementedError):
        codec._schema_of(complex)


def test_stored_schema_is_that_of_the_model() -> None:
    assert SCHEMA.read_bytes() == _schema(), "write it anew: python -m tests.domain.test_codec"


def test_schema_knows_every_part_of_the_example() -> None:
    schema = json.loads(SCHEMA.read_bytes())
    properties = schema["$defs"]["Dump"]["properties"]

    assert schema["$ref"] == "#/$defs/Dump"
    assert properties.keys() == json.loads(codec.dump(example(), EMPTY_RECORD)).keys()
    assert schema["$defs"]["ProgrammeItem"]["additionalProperties"] is False


def _schema() -> bytes:
    return msgspec.json.format(msgspec.json.encode(codec.json_schema(), order="sorted")) + b"\n"


if __name__ == "__main__":
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_bytes(_schema())
