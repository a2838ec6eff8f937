# SPDX-License-Identifier: MIT
"""The example is the case it tells of, and a template begins on the day it is asked for."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.factory import example
from visitplanner.domain import codec, references
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Acting, MemberRole, Side
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.domain.visit import memberships_of
from visitplanner.paths import resources
from visitplanner.samples import TEMPLATES, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Text

CLOCK = """
09:30-09:45 welcome, 09:45-10:50 transfer-1, 11:00-11:20 laying, 11:20-11:45 transfer-2,
11:45-12:05 heads-meeting, 12:10-13:30 session, 12:10-13:30 cities-meeting, 13:30-13:45 signing,
13:45-13:55 press, 14:05-15:05 lunch, 15:05-15:30 transfer-3, 15:30-16:30 enterprise,
16:30-16:50 transfer-4, 16:50-17:05 farewell
"""


def _titles() -> Iterator[Text]:
    visit = example()
    for collection in ("items", "parties", "delegations", "tracks", "venues", "rooms", "groups"):
        for entity in visit.collection(collection).values():
            yield getattr(entity, "title", None) or getattr(entity, "name")  # noqa: B009 -- of any
    yield visit.about.title
    yield from (document.title for document in visit.documents.values())
    yield from (measure.title for measure in visit.measures.values())
    yield from (q.question for agenda in visit.agendas.values() for q in agenda.questions)


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_holds_together_and_reads_back(name: str) -> None:
    visit = template(name, uid="fresh")

    references.validate(visit)
    assert visit.uid == "fresh"
    assert codec.load(codec.dump(visit, EMPTY_RECORD))[0] == visit


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_begins_on_the_day_asked_for(name: str) -> None:
    visit = template(name, uid="fresh", day=date(2026, 6, 30))

    days = 2 if name == "official-visit" else 1
    assert visit.about.starts == date(2026, 6, 30)
    assert visit.about.ends == date(2026, 6, 29) + timedelta(days=days)


def test_moved_example_takes_along_its_times_and_leaves_the_facts_of_the_world() -> None:
    visit = template("smolensk-vitebsk", uid="fresh", day=date(2026, 6, 30))

    assert str(visit.items["laying"].start) == "2026-06-30T11:00"
    assert str(visit.vehicles["lead-car"].duty_from) == "2026-06-30T07:30"
    assert visit.documents["plan"].signed_on == date(2026, 6, 30)
    assert visit.documents["plan"].period_to == 2028
    assert visit.posts["post-subbotin"].valid_to == date(2026, 1, 15)
    assert {leg.verified_on for leg in visit.legs.values()} == {date(2025, 11, 18)}
    assert visit.days == example().days
    assert "2025-12-23" not in codec.encode(visit.items).decode()


def test_moved_to_its_own_day_the_example_is_as_it_is() -> None:
    assert template("smolensk-vitebsk", uid=example().uid, day=date(2025, 12, 23)) == example()


def test_template_that_is_no_visit_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples = tmp_path_factory.mktemp("resources") / "samples"
    samples.mkdir()
    text = (resources() / "samples" / "blank.json").read_text("utf-8")
    (samples / "blank.json").write_text(text.replace('"party": "host"', '"party": "x"'), "utf-8")
    monkeypatch.setattr("visitplanner.samples.resources", lambda: samples.parent)

    with pytest.raises(msgspec.ValidationError, match=r"'x'.*\$.delegations.hosts.party"):
        template("blank", uid="fresh")


def test_items_stand_at_the_times_of_the_case() -> None:
    found = {
        f"{str(item.start)[11:]}-{str(item.end)[11:]} {item.id}"
        for item in example().items.values()
    }

    assert found == set(re.split(r",\s+", CLOCK.strip()))


def test_titles_are_in_three_languages() -> None:
    assert [title for title in _titles() if not (title.ru and title.be and title.en)] == []


def test_each_side_is_a_head_and_eight_with_their_counterparts() -> None:
    visit = example()
    sides = [memberships_of(visit, delegation) for delegation in ("hosts", "guests")]

    assert [[m.rank for m in side] for side in sides] == [list(range(1, 10))] * 2
    assert [m.counterpart for m in sides[0]] == [m.person for m in sides[1]]
    assert [m.counterpart for m in sides[1]] == [m.person for m in sides[0]]
    assert {m.role for side in sides for m in side} == {MemberRole.MEMBER}
    assert {visit.delegations[d].side for d in ("hosts", "guests")} == set(Side)


def test_hard_cases_of_names_and_posts_are_there() -> None:
    visit = example()
    people = visit.people

    assert not people["geroev"].patronymic
    assert people["solovey"].forms.surname.gen == "Соловья"
    assert (people["gonchar"].gender, people["gonchar"].surname.ru[-1]) == ("female", "р")
    assert {p.id for p in visit.posts.values() if p.acting is Acting.VRIO} == {"post-solovey"}
    assert max(len(post.title.ru) for post in visit.posts.values()) >= 120


def test_all_but_the_four_heads_are_marked_as_conventional() -> None:
    visit = example()
    real = {p.id for p in visit.people.values() if "условные" not in p.notes}

    assert real == {"anokhin", "subbotin", "novikov", "geroev"}
    assert visit.about.illustrative


def test_mayors_have_a_meeting_of_their_own_while_the_session_runs() -> None:
    visit = example()
    session, cities = visit.items["session"], visit.items["cities-meeting"]

    assert {p.who for p in session.participants if p.excluded} == {"novikov", "geroev"}
    assert {p.who for p in cities.participants} == {"novikov", "geroev"}
    assert cities.kind is Kind.TALKS
    assert {seat.person for seat in visit.seatings["session-seating"].seats} == {
        m.person for m in visit.memberships.values() if m.person not in {"novikov", "geroev"}
    }


def test_agenda_fits_and_its_speakers_come_from_both_sides() -> None:
    visit = example()
    agenda = visit.agendas["agenda"]
    spoken = sum(q.minutes + q.discussion_minutes for q in agenda.questions)

    assert len(agenda.questions) == 7
    assert spoken + agenda.opening_minutes + agenda.closing_minutes <= 80
    assert {q.side for q in agenda.questions} == set(Side)
    assert len(visit.measures) == 9


def test_every_original_names_and_seats_its_holder_first() -> None:
    copies = example().documents["plan"].copies

    assert {c.holder for c in copies} == {"smolensk", "vitebsk"}
    assert all(c.holder == c.first_named == c.left_signature for c in copies)


def test_everybody_who_rides_has_one_seat() -> None:
    visit = example()
    rides = [item for item in visit.items.values() if item.kind is Kind.TRANSFER]
    assert len(rides) == 4
    for ride in rides:
        going: set[str] = set()
        for entry in ride.participants:
            members = memberships_of(visit, entry.who)
            going |= {m.person for m in members} or {entry.who}
        going -= {entry.who for entry in ride.participants if entry.own_car}
        cars = [m for m in visit.movements.values() if m.item == ride.id]
        seated = [seat.person for car in cars for seat in car.passengers]

        assert sorted(seated) == sorted(going), ride.id
        assert all(len(car.passengers) <= visit.vehicles[car.vehicle].seats for car in cars)
