# SPDX-License-Identifier: MIT
"""The form of calendar files: what one telephone or another stumbles over (calendar.md 2 and 6)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import ImageColor

from tests.exports.calendars import (
    CREATED,
    after,
    calendar_of,
    events,
    lines,
    raw_events,
    read,
    unfolded,
)
from tests.factory import example, item, small_visit
from tests.leak import found, marked, with_secrets, with_tombstone
from visitplanner.domain.edits import remove_item
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Text, Visibility
from visitplanner.domain.venues import Venue
from visitplanner.editions.view import programme_view
from visitplanner.exports.ical import too_large, write_ical
from visitplanner.exports.ical.lines import folded

if TYPE_CHECKING:
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit

AUDIENCES = (Visibility.PUBLIC, Visibility.INTERNAL)
SCOPES = (None, "hosts", "guests", "regions", "anokhin", "subbotin")
NASTY = st.text(
    st.one_of(
        st.sampled_from(",;:\"\\\n\r\t^'=+-@%N—«»\v\f\x00\x1c\x85\u2028\ufeff\u00a0ё😀👩‍👩‍👧é"),
        st.characters(),
    ),
    max_size=200,
)


def every_calendar(
    visit: Visit, record: Record | None = None
) -> dict[tuple[Visibility, str | None], bytes]:
    return {
        (audience, scope): calendar_of(visit, record, audience=audience, scope=scope)
        for audience in AUDIENCES
        for scope in SCOPES
    }


def test_a_uid_in_two_files_has_the_same_bytes() -> None:
    visit, record = after(
        example(), first_record(example(), CREATED), remove_item(example(), "press"), CREATED
    )
    seen: dict[bytes, bytes] = {}
    shared = 0
    for data in every_calendar(visit, record).values():
        for uid, event in raw_events(data).items():
            shared += uid in seen
            assert seen.setdefault(uid, event) == event
    assert shared > 30
    assert sum(b"STATUS:CANCELLED" in event for event in seen.values()) == 6


def test_an_empty_visit_is_a_calendar_without_events() -> None:
    data = calendar_of(small_visit())
    assert read(data).events == []
    assert b"BEGIN:VTIMEZONE" in data  # RFC 5545 3.6: at least one component


def test_a_person_and_the_office_have_uids_of_their_own() -> None:
    made = {key: set(raw_events(data)) for key, data in every_calendar(example()).items()}
    whole, inside = made[Visibility.PUBLIC, None], made[Visibility.INTERNAL, None]
    for scope in ("hosts", "guests", "regions"):
        assert made[Visibility.PUBLIC, scope] <= whole
    assert not whole & inside
    personal = [made[a, p] for a in AUDIENCES for p in ("anokhin", "subbotin")]
    for number, one in enumerate(personal):
        assert not one & (whole | inside)
        assert all(not one & other for other in personal[number + 1 :])
    for uids in made.values():
        assert all(uid.isascii() and len(uid) <= 255 for uid in uids)


def test_every_calendar_has_a_name_and_a_uid_of_its_own() -> None:
    heads = {
        tuple(line for line in lines(data) if line.startswith(("NAME:", "UID:")))[:2]
        for data in every_calendar(example()).values()
    }
    assert len({name for name, _ in heads}) == len(AUDIENCES) * len(SCOPES)
    assert len({uid for _, uid in heads}) == len(AUDIENCES) * len(SCOPES)
    (name,) = [
        line
        for line in lines(calendar_of(example(), scope="subbotin"))
        if line.startswith("X-WR-CALNAME:")
    ]
    assert name.endswith(": Субботин Александр Михайлович")


def test_a_person_reads_his_own_part_and_finds_his_own_car() -> None:
    data = calendar_of(example(), scope="subbotin", audience=Visibility.INTERNAL)
    texts = [(e.description or "").replace("\u00a0", " ") for e in read(data).events]
    assert any("Участие: возглавляет" in text for text in texts)
    cars = [line for text in texts for line in text.splitlines() if line.startswith("Автомобиль")]
    assert cars
    assert all("А. М. Субботин (сзади справа)" in car and "Мицкевич" not in car for car in cars)


def test_nothing_asks_for_an_answer_or_sends_mail() -> None:
    for data in every_calendar(example()).values():
        names = {re.split("[:;]", line)[0] for line in lines(data)}
        assert not names & {"METHOD", "ATTENDEE", "ORGANIZER", "X-ALT-DESC", "ATTACH"}
        assert {"NAME", "X-WR-CALNAME", "UID", "PRODID", "VERSION"} <= names


def test_bytes_are_utf8_without_mark_with_crlf_in_lines_of_75_octets() -> None:
    for data in every_calendar(example()).values():
        assert not data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()


def test_zones_are_declared_by_their_iana_names_in_order_without_comment() -> None:
    zones = ("Europe/Moscow", "Europe/Berlin", "America/New_York", "Europe/Minsk")
    made = [item(f"i{n}", "10:00", "11:00", zone=zone) for n, zone in enumerate(zones)]
    data = calendar_of(small_visit(*made))
    assert re.findall(rb"\r\nTZID:(.*)\r\n", data) == sorted(z.encode() for z in zones)
    assert b"COMMENT" not in data
    assert b"19700101" not in data
    for name, event_zone in re.findall(
        r"DTSTART(;TZID=([^:]+))?:\d{8}T\d{6}\r\nDTEND", data.decode()
    ):
        assert event_zone in zones, name


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Europe/Chisinau"])
def test_declared_zones_change_when_the_clocks_do(zone: str) -> None:
    data = calendar_of(small_visit(item("talks", "10:00", "11:00", zone=zone)))
    offsets = [
        ((at - before).replace(tzinfo=UTC), offset)
        for part in re.findall("BEGIN:(?:STANDARD|DAYLIGHT).*?END:", data.decode(), re.DOTALL)
        for before in [shift(part, "TZOFFSETFROM")]
        for offset in [shift(part, "TZOFFSETTO")]
        for at in [
            datetime.strptime(start, "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- the zone is what is tested
            for starts in re.findall("(?:DTSTART|RDATE):(.*)", part.replace("\r\n ", ""))
            for start in starts.strip().split(",")
        ]
    ]
    offsets.sort()
    place = ZoneInfo(zone)
    for hour in range(2 * 365 * 24):
        moment = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
        declared_offset = [offset for onset, offset in offsets if onset <= moment][-1]
        assert declared_offset == moment.astimezone(place).utcoffset(), moment


def shift(part: str, name: str) -> timedelta:
    sign, hours, minutes = re.findall(f"{name}:([+-])(..)(..)", part)[0]
    return timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)


def test_reminders_ring_in_a_persons_calendar_only() -> None:
    transfer = item("ride", "12:00", "13:00", "anna", kind=Kind.TRANSFER)
    called_off = item("off", "14:00", "15:00", "anna", status=ItemStatus.CANCELLED)
    visit = small_visit(item("talks", "10:00", "11:00", "anna"), transfer, called_off)
    for scope in (None, "hosts"):
        assert b"VALARM" not in calendar_of(visit, scope=scope)
    alarms = {
        event.summary: [(a.action, a.trigger, a.description) for a in event.alarm]
        for event in read(calendar_of(visit, scope="anna")).events
    }
    assert alarms == {
        "ПРЕДВ.: Пункт talks": [("DISPLAY", -timedelta(minutes=15), "ПРЕДВ.: Пункт talks")],
        "ПРЕДВ.: Пункт ride": [("DISPLAY", -timedelta(minutes=60), "ПРЕДВ.: Пункт ride")],
        "ОТМЕНЕНО: Пункт off": [],
    }
    assert b"VALARM" not in calendar_of(visit, scope="anna", reminders=False)


def test_what_is_past_does_not_ring() -> None:
    view = programme_view(
        small_visit(item("talks", "10:00", "11:00", "anna")),
        first_record(small_visit(), CREATED),
        audience=Visibility.PUBLIC,
        language="ru",
        scope="anna",
    )
    assert b"VALARM" in write_ical(view, today=date(2025, 12, 23))
    assert b"VALARM" not in write_ical(view, today=date(2025, 12, 24))


def test_colours_are_names_that_every_client_knows() -> None:
    visit = small_visit(*(item(kind.value, "10:00", "11:00", kind=kind) for kind in Kind))
    colours = {e.color or "" for e in read(calendar_of(visit)).events}
    assert len(colours) > 5
    assert colours <= ImageColor.colormap.keys()


def test_free_time_keeps_the_calendar_free() -> None:
    visit = small_visit(item("rest", "10:00", "11:00", "anna", kind=Kind.FREE))
    data = calendar_of(visit, scope="anna")
    assert b"TRANSP:TRANSPARENT" in data
    assert b"VALARM" not in data


def test_a_file_google_would_refuse_is_known() -> None:
    assert not too_large(calendar_of(example()))
    assert too_large(b"BEGIN:VEVENT" * 1001)
    assert too_large(b" " * 1_000_001)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("scope", [None, "guests", "subbotin", "regions"])
def test_nothing_above_the_audience_is_in_the_bytes(
    audience: Visibility, scope: str | None
) -> None:
    visit, tokens = marked(with_secrets(example()), audience)
    hidden = visit.items["laying"]
    record = with_tombstone(first_record(visit, CREATED), hidden)
    gone = replace(visit, items={k: v for k, v in visit.items.items() if k != hidden.id})
    for shown in (visit, gone):
        data = calendar_of(shown, record, audience=audience, scope=scope)
        assert found(tokens, data, unfolded(data)) == []


def test_the_office_does_read_what_is_internal() -> None:
    visit, tokens = marked(with_secrets(example()), Visibility.PUBLIC)
    data = calendar_of(visit, audience=Visibility.INTERNAL)
    assert len(found(tokens, unfolded(data))) > 20


@given(title=NASTY, name=NASTY, address=NASTY, note=NASTY)
@tried(title="a\r\nATTENDEE:mailto:x@example.org", name='"', address="^'^^", note="C:\\New\\n\\;,")
@tried(title="\\" * 80, name="x" * 74 + "\\N", address="ё" * 300, note="😀" * 60)
def test_no_text_breaks_a_line_or_starts_a_property(
    title: str, name: str, address: str, note: str
) -> None:
    venue = Venue(
        id="hall", name=Text(ru=name), address=Text(ru=address), latitude=54.78, longitude=32.0
    )
    visit = small_visit(
        item(
            "talks",
            "10:00",
            "11:00",
            "anna",
            title=Text(ru=f"Т{title}"),
            venue="hall",
            public_text=Text(ru=f"Т{note}"),
            status=ItemStatus.CONFIRMED,
        )
    )
    visit = replace(visit, venues={**visit.venues, "hall": venue})
    data = calendar_of(visit)
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    allowed = {
        *("BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "UID", "NAME", "X-WR-CALNAME", "TZID"),
        *("X-WR-TIMEZONE", "DTSTART", "DTEND", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "SUMMARY"),
        *("DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "STATUS", "TRANSP", "CLASS", "COLOR"),
        *("DESCRIPTION", "CATEGORIES", "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION"),
    }
    assert {re.split("[:;]", line)[0] for line in lines(data)} <= allowed
    view = programme_view(
        visit, first_record(visit, CREATED), audience=Visibility.PUBLIC, language="ru"
    )
    (row,) = view.rows
    (mine,) = events(data).values()
    (theirs,) = icalendar.Calendar.from_ical(data).events
    assert mine.summary == str(theirs["SUMMARY"]) == re.sub("[ \n]+", " ", shown(row.title))
    assert mine.description == str(theirs["DESCRIPTION"])
    assert shown(row.public_text) in mine.description
    if mine.location:
        title = mine.location.replace("^", "^^")  # RFC 6868
        assert f'X-TITLE="{title}":geo:54.78,32' in unfolded(data).decode()


def shown(text: str) -> str:
    """What of a text is to be read: control characters are not."""
    text = re.sub("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text).replace("\t", " ")
    text = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", "", text)
    return re.sub("[\ud800-\udfff]", "\ufffd", text).strip("\n ")


@given(
    st.text(st.one_of(st.sampled_from("\\^;ё😀a"), st.characters(exclude_categories=["Cs", "Cc"])))
)
def test_folding_keeps_the_text_and_cuts_no_letter_and_no_escape(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;")
    pieces = folded(escaped).split(b"\r\n")
    assert b"".join(pieces[:1] + [piece[1:] for piece in pieces[1:]]).decode() == escaped
    for number, piece in enumerate(pieces):
        assert len(piece) <= 75
        assert number == 0 or piece.startswith(b" ")
        alone = piece.decode().removeprefix(" ") if number else piece.decode()
        assert (len(alone) - len(alone.rstrip("\\"))) % 2 == 0
