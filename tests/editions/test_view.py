# SPDX-License-Identifier: MIT
"""What a view says: titles, times, people in their cases and order, facts of the record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, clock, example, having, item, small_visit
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import MemberRole, MemberStatus
from visitplanner.domain.period import at
from visitplanner.domain.policy import ListFirst, ProtocolPolicy
from visitplanner.domain.programme import Certainty, ItemStatus, Part, Participation
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Text, Visibility
from visitplanner.editions.values import ProblemLine, ProgrammeView, Row
from visitplanner.editions.view import UnknownScopeError, programme_view

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

MOMENT = datetime(2025, 12, 18, 18, 40, tzinfo=UTC)
BOTH = "официальные делегации"


def seen(
    visit: Visit, audience: Visibility = Visibility.PUBLIC, scope: str | None = None
) -> ProgrammeView:
    return programme_view(
        visit, first_record(visit, MOMENT), audience=audience, language="ru", scope=scope
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def row(view: ProgrammeView, item_id: str) -> Row:
    return next(r for r in view.rows if r.id == item_id)


def people(view: ProgrammeView, item_id: str) -> list[str]:
    return [plain(line.text) for line in row(view, item_id).people]


def test_title_names_the_head_of_the_guests_in_the_right_case() -> None:
    assert plain(seen(example()).subject) == (
        "пребывания делегации Витебской области во главе с председателем Витебского областного"
        " исполнительного комитета Субботиным Александром Михайловичем в Смоленской области"
    )


def test_people_are_named_by_precedence_and_delegations_as_such() -> None:
    assert people(seen(example()), "signing")[0] == (
        "Участвуют: председатель Витебского областного исполнительного комитета А. М. Субботин,"
        f" Губернатор Смоленской области В. Н. Анохин, {BOTH}"
    )


def test_left_out_members_are_named_inside_only() -> None:
    assert people(seen(example()), "session")[0].endswith("члены официальных делегаций")
    assert people(seen(example(), Visibility.INTERNAL), "session")[0].endswith(
        "члены официальных делегаций (кроме А. Героева и А. А. Новикова)"
    )


def test_those_who_stay_behind_see_the_guests_off() -> None:
    labels = [line.label for line in row(seen(example()), "farewell").people]

    assert labels == ["Участвуют", "Провожают"]


def test_delegation_whose_members_are_all_named_is_named_as_such() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "vera", "gleb", "dora"))
    membership = replace(visit.memberships["member-gleb"], id="member-dora", person="dora", rank=3)
    visit = having(visit, memberships=(membership,))

    assert people(seen(visit), "talks") == ["Участвуют: глава Верина, делегация Витебской области"]


def test_post_is_that_of_the_day() -> None:
    visit = example()
    later = replace(
        visit.items["signing"], start=at("2026-02-02T10:00"), end=at("2026-02-02T11:00")
    )

    named = row(seen(having(visit, items=(later,))), "signing").people[0].names[-2]

    assert (plain(named.name), named.post) == ("А. М. Субботин", "")


@pytest.mark.parametrize(
    ("certainty", "when"),
    [
        (Certainty.EXACT, "9.30–10.05"),
        (Certainty.ABOUT, "ориентировочно 9.30–10.05"),
        (Certainty.TO_BE_CONFIRMED, "уточняется 9.30–10.05"),
    ],
)
def test_time_says_how_sure_it_is(certainty: Certainty, when: str) -> None:
    visit = small_visit(replace(item("talks", "09:30", "10:05"), certainty=certainty))

    assert row(seen(visit), "talks").when == when


def test_time_says_which_day_and_zone_it_ends_in() -> None:
    flight = replace(
        item("flight", "22:00", "23:30"),
        end=clock("01:30", date(2025, 12, 24)),
        zone="Europe/Moscow",
        end_zone="Asia/Tashkent",
    )

    found = row(seen(small_visit(flight)), "flight")

    assert found.clock == "22.00–1.30"
    assert found.clock_note == "окончание – время ташкентское, до 24.12"
    assert found.minutes == 90


def test_rows_stand_under_their_days_notes_first() -> None:
    visit = small_visit(
        item("late", "18:00", "19:00"),
        item("early", "08:00", "09:00"),
        replace(item("note", "08:00", "09:00"), start=None, end=None, day=DAY),
        replace(item("shelf", "08:00", "09:00"), start=None, end=None),
        replace(
            item("next", "08:00", "09:00"),
            start=at("2025-12-24T08:00"),
            end=at("2025-12-24T09:00"),
        ),
    )

    view = seen(visit)

    assert [(d.date, [r.id for r in d.rows]) for d in view.days] == [
        (DAY, ["note", "early", "late"]),
        (date(2025, 12, 24), ["next"]),
        (None, ["shelf"]),
    ]
    assert view.days[0].rows[0].whole_day
    assert view.days[-1].heading == "Время уточняется"


def test_parallel_rows_know_it() -> None:
    visit = small_visit(
        item("a", "10:00", "12:00"),
        item("b", "11:00", "11:30"),
        item("c", "12:00", "13:00"),
        replace(item("d", "12:30", "13:30"), status=ItemStatus.CANCELLED),
    )

    assert {r.id for r in seen(visit).rows if r.parallel} == {"a", "b"}


def test_rehearsals_and_assemblies_stay_in_working_papers() -> None:
    visit = small_visit(
        replace(item("boarding", "09:00", "09:10", "guests"), kind=Kind.ASSEMBLY),
        replace(item("rehearsal", "08:00", "08:30"), kind=Kind.REHEARSAL),
        item("talks", "10:00", "11:00"),
    )

    assert [r.id for r in seen(visit).rows] == ["talks"]
    assert len(seen(visit, Visibility.INTERNAL).rows) == 3


def test_scopes_hold_the_same_rows_as_the_whole() -> None:
    whole = {r.id: r for r in seen(example()).rows}

    for scope, missing in (
        ("guests", set()),
        ("hosts", set()),
        ("geroev", {"heads-meeting", "session", "press"}),
        ("cities", set(whole) - {r.id for r in whole.values() if "cities" in r.track_ids}),
    ):
        view = seen(example(), scope=scope)
        assert {r.id for r in view.rows} == set(whole) - missing
        assert all(r == whole[r.id] for r in view.rows)


def test_scope_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownScopeError):
        seen(example(), scope="nobody")


def test_lists_name_guests_first_unless_the_policy_says_otherwise() -> None:
    visit = example()
    hosts_first = replace(visit, policy=ProtocolPolicy(list_first=ListFirst.HOST))

    assert [d.id for d in seen(visit).delegations] == ["guests", "hosts"]
    assert [d.id for d in seen(hosts_first).delegations] == ["hosts", "guests"]
    assert seen(visit).delegations[0].members[0].list_name == "СУББОТИН Александр Михайлович"


def test_lists_for_guests_leave_out_drivers_security_and_who_declined() -> None:
    visit = example()
    changes = (
        replace(visit.memberships["member-zhuk"], role=MemberRole.DRIVER),
        replace(visit.memberships["member-korol"], role=MemberRole.SECURITY),
        replace(visit.memberships["member-golovach"], status=MemberStatus.DECLINED),
    )
    visit = having(visit, memberships=changes)

    outside, inside = (
        seen(visit, a).delegations[0] for a in (Visibility.PUBLIC, Visibility.INTERNAL)
    )

    assert {m.person for m in inside.members} - {m.person for m in outside.members} == {
        "zhuk",
        "korol",
        "golovach",
    }


def test_attendance_counts_everybody_once_by_his_own_entry() -> None:
    talks = replace(
        item("talks", "10:00", "11:00", "guests"),
        participants=(
            Participation(who="guests"),
            Participation(who="vera", part=Part.SPEAKER),
            Participation(who="gleb", excluded=True),
            Participation(who="dora", part=Part.SECRETARY),
        ),
    )

    marks = {a.person: a.marks for a in seen(small_visit(talks)).attendance}

    assert marks == {
        "vera": ("выступает",),
        "gleb": ("",),
        "anna": ("",),
        "boris": ("",),
        "dora": ("секретарь",),
    }


def test_deleted_items_are_cancelled_rows() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"), item("lunch", "13:00", "14:00"))
    record = first_record(visit, MOMENT)
    gone = replace(record.items["lunch"], sequence=4, tombstone=visit.items["lunch"])
    record = replace(record, items={**record.items, "lunch": gone})
    left = replace(visit, items={"talks": visit.items["talks"]})

    view = programme_view(left, record, audience=Visibility.PUBLIC, language="ru")

    (removed,) = view.removed
    assert [r.id for r in view.rows] == ["talks"]
    assert (removed.id, removed.status, removed.sequence) == ("lunch", ItemStatus.CANCELLED, 4)
    assert removed.removed


def test_findings_reach_the_organisers_only() -> None:
    found = (ProblemLine(code="R01", severity="Внимание", message="Не успевают"),)

    for audience, expected in ((Visibility.PUBLIC, ()), (Visibility.INTERNAL, found)):
        view = programme_view(
            example(),
            first_record(example(), MOMENT),
            audience=audience,
            language="ru",
            problems=found,
        )
        assert view.problems == expected


def test_stamp_says_the_zone_of_the_visit_not_of_the_machine() -> None:
    visit = small_visit()
    record = first_record(having(visit, items=(item("talks", "10:00", "11:00"),)), MOMENT)
    east = replace(visit, about=replace(visit.about, zone="Asia/Vladivostok"))

    stamps = [
        programme_view(v, record, audience=Visibility.PUBLIC, language="ru").stamp
        for v in (visit, east)
    ]

    assert [plain(s) for s in stamps] == [
        "Проект, по состоянию на 18.12.2025 21.40",
        "Проект, по состоянию на 19.12.2025 4.40",
    ]


def test_text_missing_in_the_language_is_shown_in_another() -> None:
    visit = small_visit(replace(item("talks", "10:00", "11:00"), title=Text(be="Перагаворы")))

    view = programme_view(
        visit, first_record(visit, MOMENT), audience=Visibility.PUBLIC, language="en"
    )

    assert view.rows[0].title == "Перагаворы"
    assert view.rows[0].when == "10:00–11:00"
