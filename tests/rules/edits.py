# SPDX-License-Identifier: MIT
"""Random edits of a visit in which every rule has something to find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec.structs import replace
from typing_extensions import override

from tests.factory import DAY, having, item, small_visit
from visitplanner.domain import edits
from visitplanner.domain.days import CalendarDay, CalendarSet, DayKind
from visitplanner.domain.kinds import Kind, Laying, Wreath
from visitplanner.domain.papers import (
    Agenda,
    AgendaQuestion,
    DocumentCopy,
    Signatory,
    SignDocument,
    Waiver,
)
from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.people import Group, Membership, MemberStatus, Side
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.programme import ItemStatus, Participation, Step
from visitplanner.domain.references import check_patch
from visitplanner.domain.text import Text, message
from visitplanner.domain.transport import Movement, SeatAssignment, Vehicle, VehicleClass

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Entity
    from visitplanner.domain.visit import Visit

NEXT_DAY = DAY + timedelta(days=1)
WHO = ("anna", "boris", "vera", "gleb", "dora", "hosts", "guests", "press")
KINDS = (
    *(Kind.TALKS, Kind.SESSION, Kind.SIGNING, Kind.PRESS, Kind.LAYING, Kind.HEADS_MEETING),
    *(Kind.TRANSFER, Kind.TRANSFER, Kind.ARRIVAL, Kind.DEPARTURE, Kind.LUNCH, Kind.OTHER),
)
NAME = message("Change")


def plan() -> Visit:
    """A visit of two days with papers, vehicles, groups, days off and two zones."""
    visit = small_visit(
        item("arrival", "08:00", "08:15", "guests", kind=Kind.ARRIVAL, venue="park"),
        item(
            "drive",
            "08:15",
            "08:35",
            "guests",
            kind=Kind.TRANSFER,
            venue="park",
            destination="hall",
        ),
        item("laying", "09:00", "09:20", "hosts", "guests", kind=Kind.LAYING, venue="park"),
        item("back", "09:20", "09:50", "hosts", "guests", kind=Kind.TRANSFER, venue="park"),
        item("session", "10:00", "11:00", "hosts", "guests", kind=Kind.SESSION, venue="hall"),
        item("signing", "11:00", "11:15", "anna", "vera", kind=Kind.SIGNING, venue="hall"),
        item("press", "11:20", "11:30", "anna", "vera", "press", kind=Kind.PRESS, venue="hall"),
        item("lunch", "12:00", "13:00", "hosts", "guests", kind=Kind.LUNCH, on_behalf_of=Side.HOST),
        item("farewell", "14:00", "14:10", "guests", kind=Kind.DEPARTURE, venue="park"),
    )
    items = visit.items
    return having(
        replace(visit, about=replace(visit.about, ends=NEXT_DAY)),
        items=(
            replace(items["session"], room="blue", setup_minutes=10),
            replace(items["signing"], room="green", block="session", responsible="dora"),
            replace(items["press"], room="blue", block="session", responsible="anna"),
            replace(items["laying"], detail=Laying(wreaths=(Wreath(party="smolensk"),))),
        ),
        groups=(Group(id="press", name=Text(ru="пресса"), headcount=8, members=("dora",)),),
        vehicles=(
            Vehicle(id="car", seats=1),
            Vehicle(id="bus", seats=9, category=VehicleClass.BUS, driver="dora"),
        ),
        movements=(
            _movement("drive", "car", "vera", "gleb"),
            _movement("back", "bus", "anna"),
        ),
        agendas=(
            Agenda(
                id="agenda",
                item="session",
                chair="anna",
                questions=(AgendaQuestion(question=Text(ru="Вопрос"), speaker="gleb", minutes=40),),
            ),
        ),
        documents=(
            SignDocument(
                id="plan",
                item="signing",
                title=Text(ru="План"),
                parties=("smolensk", "vitebsk"),
                copies=(DocumentCopy(holder="smolensk", first_named="smolensk"),),
                signatories=(Signatory(party="smolensk", person="anna"),),
            ),
        ),
        calendars=(
            CalendarSet(id="ru", country="RU", year=2025, side=Side.HOST),
            CalendarSet(id="by", country="BY", year=2025, side=Side.GUEST),
        ),
        days=(CalendarDay(id="xmas", calendar="by", date=date(2025, 12, 25), name=Text(ru="Р")),),
    )


def _movement(ride: str, vehicle: str, *people: str) -> Movement:
    passengers = tuple(SeatAssignment(person=person) for person in people)
    return Movement(id=f"{ride}-{vehicle}", item=ride, vehicle=vehicle, passengers=passengers)


@dataclass(frozen=True)
class Drawn:
    """An edit with a name that says what was drawn."""

    name: str
    edit: Callable[[Visit], Patch]

    @override
    def __repr__(self) -> str:
        return self.name


times: st.SearchStrategy[LocalTime] = st.builds(
    lambda day, quarter: on(day, quarter * 5),
    st.sampled_from((DAY, DAY, DAY, NEXT_DAY)),
    st.integers(min_value=90, max_value=200),
)
_parts: st.SearchStrategy[Participation] = st.builds(
    lambda who, required, excluded, since, until, own_car: Participation(
        who=who, required=required, excluded=excluded, since=since, until=until, own_car=own_car
    ),
    st.sampled_from(WHO),
    st.sampled_from((True, True, True, False)),
    st.sampled_from((False, False, False, True)),
    st.one_of(st.none(), st.none(), times),
    st.one_of(st.none(), st.none(), times),
    st.booleans(),
)
_FIELDS: dict[str, st.SearchStrategy[object]] = {
    "kind": st.sampled_from(KINDS),
    "status": st.sampled_from(ItemStatus),
    "venue": st.sampled_from(("hall", "park", None)),
    "destination": st.sampled_from(("hall", "park", None)),
    "room": st.sampled_from(("blue", "green", None)),
    "block": st.sampled_from(("session", "laying", None)),
    "responsible": st.sampled_from(("dora", "anna", None)),
    "zone": st.sampled_from(("Europe/Minsk", "Europe/London", None)),
    "setup_minutes": st.integers(0, 40),
    "outdoor": st.sampled_from((True, False, None)),
    "participants": st.lists(_parts, max_size=4).map(tuple),
    "steps": st.sampled_from(((), (Step(offset=0, minutes=30, action=Text(ru="Шаг")),))),
    "detail": st.sampled_from((None, Laying(flowers_each=3))),
}


def _put(collection: str, entity: Entity) -> Drawn:
    return Drawn(
        f"put {collection} {entity!r}", lambda visit: edits.put(visit, NAME, collection, entity)
    )


def _one_item(visit: Visit) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(visit.items))


@st.composite
def item_edits(draw: st.DrawFn, visit: Visit) -> Drawn:
    """A change of one item or several."""
    item_id = draw(_one_item(visit))
    which = draw(st.sampled_from(("move", "resize", "field", "field", "copy", "remove", "untime")))
    start = draw(times)
    length = draw(st.sampled_from((5, 15, 30, 60, 180)))
    if which == "move":
        return Drawn(f"move {item_id} {start}", lambda v: edits.move_item(v, item_id, start))
    if which == "resize":
        end = start.plus(length)
        return Drawn(
            f"resize {item_id} {start} {end}", lambda v: edits.resize_item(v, item_id, start, end)
        )
    if which == "field":
        field = draw(st.sampled_from(sorted(_FIELDS)))
        value = draw(_FIELDS[field])
        return Drawn(
            f"{item_id}.{field} = {value!r}",
            lambda v: edits.set_item_field(v, item_id, field, value),
        )
    if which == "copy":
        new_id = f"copy-{len(visit.items)}-{draw(st.integers(0, 10**6))}"
        return Drawn(f"copy {item_id}", lambda v: edits.copy_item(v, item_id, new_id, start))
    if which == "untime":
        return Drawn(
            f"untime {item_id}",
            lambda v: edits.put(v, NAME, "items", replace(v.items[item_id], start=None, end=None)),
        )
    return Drawn(f"remove {item_id}", lambda v: edits.remove_item(v, item_id))


@st.composite
def other_edits(draw: st.DrawFn, visit: Visit) -> Drawn:
    """A change of anything that is no item."""
    people = draw(st.lists(st.sampled_from(("anna", "boris", "vera", "gleb")), max_size=3))
    ride = draw(_one_item(visit))
    agenda, document = visit.agendas.get("agenda"), visit.documents["plan"]
    copies = draw(
        st.lists(
            st.sampled_from(
                (
                    DocumentCopy(holder="smolensk", first_named="smolensk"),
                    DocumentCopy(holder="vitebsk", left_signature="vitebsk"),
                    DocumentCopy(),
                )
            ),
            max_size=3,
        )
    )
    head = draw(st.sampled_from(("anna", "boris", None)))
    choices = [
        _put("legs", replace(visit.legs["way"], minutes=draw(st.sampled_from((3, 10, 40))))),
        _put("vehicles", replace(visit.vehicles["bus"], seats=draw(st.integers(0, 9)))),
        _put("movements", _movement(ride, draw(st.sampled_from(("car", "bus"))), *people)),
        _put("documents", replace(document, copies=tuple(copies))),
        _put("posts", replace(visit.posts["post-vera"], level=draw(st.integers(1, 6)))),
        _put("people", replace(visit.people["dora"], phone=draw(st.sampled_from(("", "1"))))),
        _put("venues", replace(visit.venues["hall"], outdoor=draw(st.booleans()))),
        _put("rooms", replace(visit.rooms["blue"], capacity={})),
        _put("delegations", replace(visit.delegations["hosts"], head=head)),
        _put("groups", Group(id="press", name=Text(ru="п"), members=tuple(dict.fromkeys(people)))),
        _put(
            "memberships",
            Membership(
                id="member-dora",
                delegation="hosts",
                person="dora",
                status=draw(st.sampled_from(MemberStatus)),
                counterpart="gleb",
            ),
        ),
        _put(
            "days",
            CalendarDay(
                id="day",
                calendar=draw(st.sampled_from(("ru", "by"))),
                date=DAY + timedelta(days=draw(st.integers(-4, 4))),
                kind=draw(st.sampled_from(DayKind)),
                name=Text(ru="День"),
            ),
        ),
        Drawn("drop day", lambda v: edits.remove(v, NAME, "days", *sorted(v.days)[:1])),
        Drawn("drop drive", lambda v: edits.remove(v, NAME, "movements", *sorted(v.movements)[:1])),
        Drawn(
            "policy",
            lambda v: edits.put_singleton(v, NAME, "policy", replace(v.policy, buffer_minutes=25)),
        ),
        Drawn(
            "about",
            lambda v: edits.set_about(v, replace(v.about, zone="Europe/Berlin", ends=DAY)),
        ),
    ]
    if agenda is not None:
        question = AgendaQuestion(question=Text(ru="В"), speaker=head, minutes=len(people) * 30)
        choices.append(_put("agendas", replace(agenda, questions=(question,), chair=head)))
    return draw(st.sampled_from(choices))


def waiving(code: str, place: str) -> Drawn:
    """Leaves a finding as it is."""
    waiver = Waiver(id=f"{code}-x", code=code, place=place, reason="r", author="a", on=DAY)
    return _put("waivers", waiver)


def edited(visit: Visit, drawn: Drawn) -> tuple[Visit, Patch] | None:
    """The visit after an edit, None when it is refused or changes nothing."""
    try:
        patch = drawn.edit(visit)
        after = apply(visit, patch)
        check_patch(after, patch)
    except EditRefusedError:
        return None
    return (after, patch) if patch else None
