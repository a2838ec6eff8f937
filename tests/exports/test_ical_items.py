# SPDX-License-Identifier: MIT
"""What telephones read in a calendar is what stands in the plan, item by item."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from tests.exports.calendars import CREATED, after, calendar_of, events, lines, read, utc
from tests.factory import DAY, UID, example, having, item, small_visit
from visitplanner.domain.edits import move_item, remove_item, set_item_title, set_status
from visitplanner.domain.kinds import Kind
from visitplanner.domain.period import at, instant
from visitplanner.domain.programme import Certainty, ItemStatus, ProgrammeItem
from visitplanner.domain.record import first_record, item_uid
from visitplanner.domain.text import Language, Text, Visibility
from visitplanner.domain.venues import Venue
from visitplanner.domain.visit import Visit, end_zone_of, zone_of

LATER = CREATED + timedelta(hours=1)
LATEST = CREATED + timedelta(hours=2)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("audience", [Visibility.PUBLIC, Visibility.INTERNAL])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_item_of_the_example_is_an_event_with_its_facts(
    audience: Visibility, language: Language
) -> None:
    visit = example()
    record = first_record(visit, CREATED)
    data = calendar_of(visit, record, audience=audience, language=language)
    found = sorted(read(data).events, key=lambda e: (utc(e.start), e.summary or ""))
    planned = sorted(
        visit.items.values(), key=lambda i: (utc_start(visit, i), expected_title(i, language))
    )
    assert len(found) == len(planned) == 14
    for event, planned_item in zip(found, planned, strict=True):
        assert utc(event.start) == utc_start(visit, planned_item)
        assert planned_item.end is not None
        end = instant(planned_item.end, end_zone_of(visit, planned_item))
        assert utc(event.end) == EPOCH + timedelta(minutes=end)
        assert event.summary == expected_title(planned_item, language)
        venue = visit.venues[planned_item.venue or ""]
        assert event.location == ", ".join(
            (capital(venue.name.best(language)), venue.address.best(language))
        )
        assert event.status is not None
        assert event.status.value.lower() == planned_item.status.value
        assert event.sequence == record.items[planned_item.id].sequence
        assert (event.uid == record.items[planned_item.id].uid) is (audience is Visibility.PUBLIC)


def utc_start(visit: Visit, planned: ProgrammeItem) -> datetime:
    assert planned.start is not None
    return EPOCH + timedelta(minutes=instant(planned.start, zone_of(visit, planned)))


def expected_title(planned: ProgrammeItem, language: Language) -> str:
    tentative = {"ru": "ПРЕДВ.: ", "en": "TENTATIVE: "}[language]
    prefix = tentative if planned.status is ItemStatus.TENTATIVE else ""
    return prefix + planned.title.best(language)


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def test_the_uid_of_an_item_comes_from_the_visit_and_its_id() -> None:
    found = events(calendar_of(example()))
    assert found.keys() == {item_uid(UID, i) for i in example().items}


def test_moving_raises_the_sequence_and_undoing_raises_it_again() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna"))
    record = first_record(visit, CREATED)
    uid = item_uid(UID, "talks")
    states = [events(calendar_of(visit, record))[uid]]
    patch = move_item(visit, "talks", at("2025-12-23T12:00"))
    visit, record = after(visit, record, patch, LATER)
    states.append(events(calendar_of(visit, record))[uid])
    visit, record = after(visit, record, patch.inverse(), LATEST)
    states.append(events(calendar_of(visit, record))[uid])

    assert [s.sequence for s in states] == [0, 1, 2]
    assert [s.dtstamp for s in states] == [CREATED, LATER, LATEST]
    assert [s.last_modified for s in states] == [CREATED, LATER, LATEST]
    assert {s.created for s in states} == {CREATED}
    assert utc(states[1].start) - utc(states[0].start) == timedelta(hours=2)
    assert utc(states[2].start) == utc(states[0].start)


def test_a_new_title_changes_the_stamp_but_not_the_sequence() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna"))
    patch = set_item_title(visit, "talks", "ru", "Переговоры")
    visit, record = after(visit, first_record(visit, CREATED), patch, LATER)
    (event,) = events(calendar_of(visit, record)).values()
    assert (event.sequence, event.dtstamp) == (0, LATER)
    assert event.summary == "ПРЕДВ.: Переговоры"


@pytest.mark.parametrize("scope", [None, "hosts", "anna"])
def test_a_removed_item_stays_as_cancelled(scope: str | None) -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna", status=ItemStatus.CONFIRMED))
    record = first_record(visit, CREATED)
    (before,) = events(calendar_of(visit, record, scope=scope)).values()
    visit, record = after(visit, record, remove_item(visit, "talks"), LATER)
    data = calendar_of(visit, record, scope=scope, reminders=True)
    (event,) = events(data).values()
    assert event.uid == before.uid
    assert event.status is not None
    assert event.status.value == "CANCELLED"
    assert event.sequence == 1
    assert event.summary == "ОТМЕНЕНО: Пункт talks"
    assert event.transparency == "TRANSPARENT"
    assert not event.alarm
    assert event.start == before.start


def test_a_removed_item_is_no_concern_of_those_who_had_no_part_in_it() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna"))
    visit, record = after(visit, first_record(visit, CREATED), remove_item(visit, "talks"), LATER)
    assert events(calendar_of(visit, record, scope="guests")) == {}
    assert events(calendar_of(visit, record, scope="boris")) == {}


def test_a_removed_internal_item_is_not_shown_to_the_public() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna", visibility=Visibility.INTERNAL))
    visit, record = after(visit, first_record(visit, CREATED), remove_item(visit, "talks"), LATER)
    assert events(calendar_of(visit, record)) == {}
    assert len(events(calendar_of(visit, record, audience=Visibility.INTERNAL))) == 1


def test_restoring_a_cancelled_item_goes_up_again() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "anna"))
    record = first_record(visit, CREATED)
    for number, status in enumerate((ItemStatus.CANCELLED, ItemStatus.CONFIRMED), start=1):
        visit, record = after(visit, record, set_status(visit, "talks", status), LATER)
        (event,) = events(calendar_of(visit, record)).values()
        assert event.sequence == number
        assert event.status is not None
        assert event.status.value == status.value.upper()


def test_a_note_for_a_day_is_a_whole_day_that_takes_no_time() -> None:
    note = ProgrammeItem(id="note", kind=Kind.REST, title=Text(ru="Гостиница"), day=DAY)
    data = calendar_of(small_visit(note), reminders=True)
    (event,) = events(data).values()
    assert (event.start, event.end) == (date(2025, 12, 23), date(2025, 12, 24))
    assert event.transparency == "TRANSPARENT"
    assert not event.alarm
    assert "DTSTART;VALUE=DATE:20251223" in lines(data)
    assert b"VTIMEZONE" not in data


def test_an_item_without_any_time_stands_over_the_visit_and_says_so() -> None:
    shelved = ProgrammeItem(id="shelved", kind=Kind.TALKS, title=Text(ru="Беседа"))
    visit = small_visit(shelved)
    visit = replace(visit, about=replace(visit.about, ends=date(2025, 12, 24)))
    (event,) = events(calendar_of(visit)).values()
    assert (event.start, event.end) == (date(2025, 12, 23), date(2025, 12, 25))
    assert event.transparency == "TRANSPARENT"
    assert "Время уточняется" in (event.description or "")


def test_an_unknown_end_is_half_an_hour_and_says_so() -> None:
    visit = small_visit(item("talks", "23:45", "23:55", "anna", end=None))
    (event,) = events(calendar_of(visit)).values()
    assert utc(event.end) - utc(event.start) == timedelta(minutes=30)
    assert "Окончание не указано; в календаре показано 30 мин" in (event.description or "")


def test_an_end_before_the_start_does_not_make_the_file_invalid() -> None:
    visit = small_visit(item("talks", "12:00", "11:00", "anna"))
    (event,) = events(calendar_of(visit)).values()
    assert utc(event.end) - utc(event.start) == timedelta(minutes=30)


def test_approximate_times_are_said() -> None:
    visit = small_visit(
        item("about", "10:00", "11:00", certainty=Certainty.ABOUT),
        item("open", "12:00", "13:00", certainty=Certainty.TO_BE_CONFIRMED),
    )
    about, later = sorted(events(calendar_of(visit)).values(), key=lambda e: utc(e.start))
    assert "Время ориентировочное" in (about.description or "")
    assert "Время уточняется" in (later.description or "")


def test_a_flight_ends_in_the_zone_where_it_lands() -> None:
    flight = item("flight", "10:00", "10:30", zone="Europe/Moscow", end_zone="Europe/Berlin")
    data = calendar_of(small_visit(flight))
    text = lines(data)
    assert "DTSTART;TZID=Europe/Moscow:20251223T100000" in text
    assert "DTEND;TZID=Europe/Berlin:20251223T103000" in text
    assert [line for line in text if line.startswith("TZID")] == [
        "TZID:Europe/Berlin",
        "TZID:Europe/Moscow",
    ]
    (event,) = events(data).values()
    assert utc(event.end) - utc(event.start) == timedelta(hours=2, minutes=30)


def test_midnight_may_be_crossed() -> None:
    visit = small_visit(item("train", "23:00", "23:10", end=at("2025-12-24T06:00")))
    (event,) = events(calendar_of(visit)).values()
    assert utc(event.end) - utc(event.start) == timedelta(hours=7)


def test_a_place_has_a_map_under_its_own_name() -> None:
    house = Venue(
        id="house",
        name=Text(ru='Дом "Правительства"; зал, №1'),
        address=Text(ru="пл. Ленина,\n1"),
        latitude=54.78,
        longitude=32.045,
    )
    visit = having(
        small_visit(item("talks", "10:00", "11:00", "anna", venue="house")), venues=(house,)
    )
    data = calendar_of(visit)
    place = "Дом «Правительства»; зал, №1, пл. Ленина, 1"
    (event,) = events(data).values()
    assert event.location == place
    assert event.geo is not None
    assert (event.geo.lat, event.geo.lng) == (54.78, 32.045)
    text = lines(data)
    assert "GEO:54.78;32.045" in text
    assert (
        f'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="{place}"'
        ":geo:54.78,32.045"
    ) in text


def test_a_place_without_position_has_no_map() -> None:
    data = calendar_of(
        having(
            small_visit(item("talks", "10:00", "11:00", "anna", venue="house")),
            venues=(Venue(id="house", name=Text(ru="Дом")),),
        )
    )
    assert b"LOCATION:" in data
    assert b"GEO" not in data
    assert b"X-APPLE" not in data


def test_the_description_ends_with_the_version() -> None:
    for event in read(calendar_of(example())).events:
        assert (event.description or "").splitlines()[-1].startswith("Проект, ")


def test_phones_are_written_so_that_a_tap_dials_them_and_never_for_the_public() -> None:
    visit = example()
    inside = calendar_of(visit, audience=Visibility.INTERNAL)
    phone = visit.people["volkov"].phone
    assert phone == "+7 900 000-00-14"
    assert "Ответственный: О. Н. Волков, +79000000014" in {
        line.replace("\N{NO-BREAK SPACE}", " ")
        for event in read(inside).events
        for line in (event.description or "").splitlines()
    }
    assert b"79000000" not in calendar_of(visit).replace(b" ", b"").replace(b"-", b"")
