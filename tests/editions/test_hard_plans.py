# SPDX-License-Identifier: MIT
"""What papers say of plans that are not finished, not in one zone, or not fit for guests' eyes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import clock, example, having, item, small_visit
from visitplanner.domain.kinds import Kind, Meal, Toast
from visitplanner.domain.people import (
    Delegation,
    MemberRole,
    Membership,
    Party,
    Person,
    Post,
    Side,
)
from visitplanner.domain.programme import Certainty, Part, Participation
from visitplanner.domain.record import first_record
from visitplanner.domain.text import NO_TEXT, Text, Visibility
from visitplanner.editions.view import programme_view
from visitplanner.samples import template

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.editions.values import ProgrammeView, Row

MOMENT = datetime(2025, 12, 1, 9, tzinfo=UTC)


def view_of(visit: Visit, audience: Visibility = Visibility.INTERNAL) -> ProgrammeView:
    return programme_view(visit, first_record(visit, MOMENT), audience=audience, language="ru")


def row_of(*items: ProgrammeItem, visit: Visit | None = None) -> Row:
    return view_of(visit or small_visit(*items)).rows[0]


def test_a_flight_takes_the_time_that_passes_not_the_difference_of_the_clocks() -> None:
    flight = item("flight", "10:00", "13:00", zone="Europe/Warsaw", end_zone="Europe/Minsk")

    row = row_of(replace(flight, kind=Kind.TRANSFER))

    assert row.minutes == 60
    assert row.travel == "Время в пути – 1\u00a0ч."
    assert row.when == "10.00–13.00 (время варшавское, окончание – время минское)"


def test_an_end_before_the_start_has_no_length() -> None:
    flight = item("flight", "10:00", "10:30", zone="Europe/Warsaw", end_zone="Europe/Minsk")

    row = row_of(replace(flight, kind=Kind.TRANSFER))

    assert (row.minutes, row.travel) == (0, "")


def test_the_day_an_item_ends_stands_behind_its_time() -> None:
    night = replace(
        item("night", "23:00", "23:30", certainty=Certainty.ABOUT),
        end=clock("01:30", date(2025, 12, 24)),
    )

    assert row_of(night).when == "ориентировочно 23.00–1.30 (до 24.12)"


def test_an_item_of_a_day_whose_time_is_open_says_so() -> None:
    note = replace(item("note", "9:00", "10:00"), start=None, end=None, day=date(2025, 12, 23))

    assert row_of(note).when == "в течение дня"
    assert row_of(replace(note, certainty=Certainty.TO_BE_CONFIRMED)).when == "Время уточняется"


def unnamed(*people: str) -> Visit:
    """The small visit with a meeting of these, who have no names yet."""
    visit = small_visit(
        item("lunch", "13:00", "14:00", *people, detail=Meal(toasts=(Toast(speaker="boris"),)))
    )
    return having(
        visit,
        people=tuple(Person(id=p, surname=NO_TEXT) for p in people),
        memberships=tuple(
            Membership(id=f"member-{p}", delegation="guests", person=p, rank=9)
            for p in people
            if p not in visit.people
        ),
    )


def test_somebody_without_a_name_goes_by_the_post() -> None:
    row = row_of(visit=unnamed("boris"))

    assert row.people[0].text == "Участвует: глава (имя уточняется)"
    assert row.extra == ("Тосты: глава (имя уточняется)",)


def test_names_to_follow_are_said_once() -> None:
    row = row_of(visit=unnamed("first", "second", "third"))

    assert row.people[0].text == "Участвует: Уточняется"


def test_papers_for_guests_name_no_driver_who_takes_part_by_name() -> None:
    roles = {"guard": MemberRole.SECURITY, "driver": MemberRole.DRIVER}
    visit = having(
        small_visit(item("talks", "10:00", "11:00", "anna", "guard", "driver")),
        people=tuple(Person(id=p, surname=Text(ru=f"Скрытный-{p}")) for p in roles),
        posts=tuple(Post(id=f"p-{p}", person=p, title=Text(ru=f"тайна {p}")) for p in roles),
        memberships=tuple(
            Membership(id=f"m-{p}", delegation="hosts", person=p, rank=7, role=role)
            for p, role in roles.items()
        ),
    )

    assert "Скрытный" in repr(view_of(visit))
    shown = repr(view_of(visit, Visibility.PUBLIC))
    assert "Скрытный" not in shown
    assert "тайна" not in shown


def test_a_new_visit_whose_parties_have_no_names_yet_reads_as_russian() -> None:
    view = view_of(template("working-visit", uid="new", day=date(2026, 3, 3)))

    assert view.subject_lines == ("пребывания делегации гостей",)
    assert [d.title for d in view.delegations] == [
        "Делегация гостей",
        "Делегация принимающей стороны",
    ]


def test_clocks_that_agree_at_both_ends_of_a_flight_are_both_printed() -> None:
    flight = item("flight", "12:00", "12:00", zone="Europe/Minsk", end_zone="Europe/Warsaw")

    assert row_of(flight).clock == "12.00–12.00"
    assert row_of(flight).minutes == 120


def test_a_new_head_stands_first_in_the_list_whatever_the_rank() -> None:
    visit = small_visit()
    guests = replace(visit.delegations["guests"], head="gleb")

    view = view_of(having(visit, delegations=(guests,)))

    listed = next(d for d in view.delegations if d.id == "guests").members
    assert [(m.number, m.person, m.head) for m in listed] == [(1, "gleb", True), (2, "vera", False)]


def test_a_calendar_for_somebody_without_a_name_says_for_whom() -> None:
    visit = unnamed("vera")

    view = programme_view(
        visit,
        first_record(visit, MOMENT),
        audience=Visibility.INTERNAL,
        language="ru",
        scope="vera",
    )

    assert view.scope_name == "глава (имя уточняется)"


def test_whoever_sees_off_is_not_said_to_greet() -> None:
    host = (Participation(who="anna", part=Part.GREETER),)
    farewell = item("farewell", "16:00", "16:15", kind=Kind.DEPARTURE, participants=host)

    view = view_of(small_visit(farewell))

    assert view.rows[0].people[0].label == "Провожает"
    assert next(a.marks for a in view.attendance if a.person == "anna") == ("провожает",)


def test_documents_name_their_languages() -> None:
    assert view_of(example()).documents[0].languages == ("русский",)


def test_several_delegations_are_led_by_nobody_in_the_title() -> None:
    city = Party(id="city", name=Text(ru="город Витебск"))
    mayor = Delegation(id="mayors", party="city", side=Side.GUEST)
    region = Party(id="smolensk", name=Text(ru="Владимирская область"))

    view = view_of(having(small_visit(), parties=(city, region), delegations=(mayor,)))

    assert view.subject == (
        "пребывания делегаций Витебской области и города Витебска во\u00a0Владимирской области"
    )
