# SPDX-License-Identifier: MIT
"""Who sits where by protocol (protocol.md sections 2.3 to 2.7), and edits of seating plans."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import item_of, put
from visitplanner.domain.kinds import MEALS, Kind
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.people import MemberRole, Side
from visitplanner.domain.policy import GuestSide
from visitplanner.domain.programme import Part
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.roster import Roster
from visitplanner.domain.seating import Seat, SeatingPlan, SeatKind, TableLayout
from visitplanner.domain.text import NO_TEXT, Message, Quote, Ref, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.policy import ProtocolPolicy
    from visitplanner.domain.visit import Visit

SEATED_KINDS: Final = frozenset(
    {Kind.HEADS_MEETING, Kind.TALKS, Kind.SESSION, Kind.SIGNING} | (MEALS - {Kind.BREAKFAST})
)
OPPOSITE: Final = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
_RIGHT_OF_ENTRY: Final = {"bottom": "right", "right": "top", "top": "left", "left": "bottom"}
_NOT_SEATED: Final = {Part.PRESS, Part.GREETER, Part.ESCORT}
_STANDING: Final = {MemberRole.PRESS, MemberRole.SECURITY, MemberRole.DRIVER}
_AIDES: Final = {Part.SECRETARY, Part.ASSISTANT}


def guest_edge(plan: SeatingPlan, policy: ProtocolPolicy) -> str:
    """The edge of the table where guests sit, the room seen from above."""
    door = plan.door if plan.door in OPPOSITE else "bottom"
    if policy.guest_side is GuestSide.FACES_DOOR:
        return OPPOSITE[door]
    if policy.guest_side is GuestSide.RIGHT_OF_ENTRY:
        return _RIGHT_OF_ENTRY[door]
    return OPPOSITE.get(plan.window, OPPOSITE[door])


def layout_for(kind: Kind) -> TableLayout:
    """How a table is laid for a kind of item."""
    if kind is Kind.SIGNING:
        return TableLayout.SIGNING
    return TableLayout.BANQUET if kind in MEALS else TableLayout.LONG


def wings(count: int, *, interpreter: bool) -> Iterator[int]:
    """Places by rank: the head at 0, rank 2 at +1, rank 3 at −1, or −2 beside an interpreter."""
    for rank in range(count):
        step = (rank + 1) // 2
        if rank == 0:
            yield 0
        elif rank % 2:
            yield step
        else:
            yield -step - (1 if interpreter else 0)


def attending(visit: Visit, item_id: str) -> dict[Side, tuple[str, ...]]:
    """Who may sit at the table of an item, side by side, the head first, then by rank."""
    item = item_of(visit, item_id)
    roster = Roster(visit)
    found: dict[Side, tuple[str, ...]] = {}
    present = roster.attendance(item)
    for side in Side:
        people = {
            person: entry
            for person, entry in present.items()
            if roster.side.get(person) is side and entry.part not in _NOT_SEATED
        }
        members = (p for p in people if _role(roster, p) not in _STANDING)
        ranked = roster.ranked(tuple(members))
        leads = [p for p in ranked if people[p].part is Part.HEAD or p in roster.heads]
        found[side] = (*leads[:1], *(p for p in ranked if p not in leads[:1]))
    return found


def _role(roster: Roster, person: str) -> MemberRole | None:
    entry = roster.membership.get(person)
    return entry.role if entry is not None else None


def _sorted_out(
    visit: Visit, item_id: str, people: tuple[str, ...]
) -> tuple[list[str], list[str], list[str]]:
    """Delegates, interpreters and aides among the people of one side."""
    roster = Roster(visit)
    present = roster.attendance(item_of(visit, item_id))
    delegates: list[str] = []
    interpreters: list[str] = []
    aides: list[str] = []
    for person in people:
        part = present[person].part
        interprets = _role(roster, person) is MemberRole.INTERPRETER
        if part is Part.INTERPRETER or interprets:
            interpreters.append(person)
        elif part in _AIDES:
            aides.append(person)
        else:
            delegates.append(person)
    return delegates, interpreters, aides


def seated(visit: Visit, item_id: str, layout: TableLayout) -> tuple[Seat, ...]:
    """The seats of an item by protocol."""
    sides = attending(visit, item_id)
    make = _signing_side if layout is TableLayout.SIGNING else _table_side
    return tuple(seat for side in Side for seat in make(visit, item_id, side, sides[side]))


def _table_side(visit: Visit, item_id: str, side: Side, people: tuple[str, ...]) -> Iterator[Seat]:
    delegates, interpreters, aides = _sorted_out(visit, item_id, people)
    beside = bool(interpreters) and visit.policy.interpreter_left
    places = wings(len(delegates), interpreter=beside)
    for person, position in zip(delegates, places, strict=True):
        yield Seat(side=side, position=position, person=person)
    for number, person in enumerate(interpreters):
        if beside and number == 0:
            yield Seat(side=side, position=-1, person=person, kind=SeatKind.INTERPRETER)
        else:
            yield Seat(side=side, position=number, row=1, person=person, kind=SeatKind.INTERPRETER)
    for number, person in enumerate(aides, len(interpreters)):
        yield Seat(side=side, position=number, row=1, person=person, kind=SeatKind.SECRETARY)


def _signing_side(
    visit: Visit, item_id: str, side: Side, people: tuple[str, ...]
) -> Iterator[Seat]:
    """The signatory at the table, his assistant at the outer side, the others behind by rank."""
    delegates, interpreters, aides = _sorted_out(visit, item_id, people)
    signing = [
        s.person for d in visit.documents.values() if d.item == item_id for s in d.signatories
    ]
    first = next((p for p in people if p in signing), next(iter(delegates), None))
    if first is None:
        return
    outward = 1 if side is Side.GUEST else -1
    yield Seat(side=side, position=0, person=first)
    if aides:
        yield Seat(side=side, position=outward, person=aides[0], kind=SeatKind.SECRETARY)
    behind = [p for p in (*delegates, *interpreters, *aides[1:]) if p != first]
    for number, person in enumerate(behind):
        kind = SeatKind.INTERPRETER if person in interpreters else SeatKind.SECOND_ROW
        yield Seat(side=side, position=outward * number, row=1, person=person, kind=kind)


# Edits.


def plan_for(visit: Visit, item_id: str) -> SeatingPlan | None:
    """The seating plan of an item."""
    return next((p for p in visit.seatings.values() if p.item == item_id), None)


def plan_of(visit: Visit, plan_id: str) -> SeatingPlan:
    """The plan, or EditRefusedError when it is gone."""
    found = visit.seatings.get(plan_id)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=plan_id))
    return found


def _name(visit: Visit, plan: SeatingPlan) -> Message:
    return message("Seating of “{title}”", title=Quote(text=item_of(visit, plan.item).title))


def set_plan(visit: Visit, plan: SeatingPlan) -> Patch:
    """Adds or changes a plan."""
    return put(visit, _name(visit, plan), "seatings", plan)


def add_plan(visit: Visit, item_id: str) -> Patch:
    """A plan of an item, everybody seated by protocol; door and window as in its room."""
    item = item_of(visit, item_id)
    room = visit.rooms.get(item.room or "")
    layout = layout_for(item.kind)
    plan = SeatingPlan(
        id=fresh_id(visit, "seatings", f"{item_id}-seating"),
        item=item_id,
        layout=layout,
        door=room.door_side if room else "bottom",
        window=room.window_side if room else "",
        seats=seated(visit, item_id, layout),
    )
    return set_plan(visit, plan)


def seat_by_protocol(visit: Visit, plan_id: str) -> Patch:
    """Seats everybody anew; texts of plates stay with their people."""
    plan = plan_of(visit, plan_id)
    texts = {s.person: s.plate_text for s in plan.seats if s.person and s.plate_text}
    seats = tuple(
        replace(s, plate_text=texts.get(s.person or "", NO_TEXT))
        for s in seated(visit, plan.item, plan.layout)
    )
    return set_plan(visit, replace(plan, seats=seats))


def lay(visit: Visit, plan_id: str, layout: TableLayout) -> Patch:
    """Lays the table in another way; people are seated anew where the places differ."""
    plan = plan_of(visit, plan_id)
    if (plan.layout is TableLayout.SIGNING) == (layout is TableLayout.SIGNING):
        return set_plan(visit, replace(plan, layout=layout))
    seats = seated(visit, plan.item, layout)
    return set_plan(visit, replace(plan, layout=layout, seats=seats))


def set_seat(visit: Visit, plan_id: str, number: int, seat: Seat) -> Patch:
    """Changes one seat."""
    plan = plan_of(visit, plan_id)
    seats = list(plan.seats)
    seats[number] = seat
    return set_plan(visit, replace(plan, seats=tuple(seats)))


def swap(visit: Visit, plan_id: str, one: int, other: int) -> Patch:
    """The people of two seats change places, each with his plate."""
    plan = plan_of(visit, plan_id)
    seats = list(plan.seats)
    a, b = seats[one], seats[other]
    seats[one] = replace(a, person=b.person, plate_text=b.plate_text)
    seats[other] = replace(b, person=a.person, plate_text=a.plate_text)
    return set_plan(visit, replace(plan, seats=tuple(seats)))


def add_seat(visit: Visit, plan_id: str, side: Side) -> Patch:
    """One more empty seat of a side, at the next free place from the centre."""
    plan = plan_of(visit, plan_id)
    row = 1 if plan.layout is TableLayout.SIGNING else 0
    taken = {s.position for s in plan.seats if s.side is side and s.row == row}
    order = wings(len(taken) + 2, interpreter=False)
    if row:
        outward = 1 if side is Side.GUEST else -1
        order = iter([outward * n for n in range(len(taken) + 2)])
    free = next(position for position in order if position not in taken)
    seat = Seat(side=side, position=free, row=row)
    return set_plan(visit, replace(plan, seats=(*plan.seats, seat)))


def remove_seat(visit: Visit, plan_id: str, number: int) -> Patch:
    """Takes a seat away."""
    plan = plan_of(visit, plan_id)
    return set_plan(
        visit, replace(plan, seats=tuple(s for n, s in enumerate(plan.seats) if n != number))
    )


# What is wrong with a plan.


def unseated(visit: Visit, plan: SeatingPlan) -> tuple[str, ...]:
    """Who takes part and has no seat."""
    placed = {s.person for s in plan.seats}
    sides = attending(visit, plan.item)
    return tuple(p for side in Side for p in sides[side] if p not in placed)


def faults(visit: Visit, plan: SeatingPlan) -> tuple[Message, ...]:
    """What the drawing says is wrong: empty and double seats, heads apart, strangers, nobody's."""
    found: list[Message] = []
    empty = sum(s.person is None for s in plan.seats)
    if empty:
        found.append(message("{n} empty seat", "{n} empty seats", n=empty))
    twice = [p for p, n in Counter(s.person for s in plan.seats if s.person).items() if n > 1]
    if twice:
        found.append(
            message(
                "Seated more than once: {people}", people=Ref(collection="people", ids=tuple(twice))
            )
        )
    sides = attending(visit, plan.item)
    present = {p for people in sides.values() for p in people}
    strangers = tuple(
        dict.fromkeys(s.person for s in plan.seats if s.person and s.person not in present)
    )
    if strangers:
        found.append(
            message("Do not take part: {people}", people=Ref(collection="people", ids=strangers))
        )
    for side in Side:
        head = next(iter(sides[side]), None)
        centre = any(
            s.side is side and s.position == 0 and s.row == 0 and s.person == head
            for s in plan.seats
        )
        if head is not None and plan.layout is not TableLayout.SIGNING and not centre:
            found.append(
                message("Not in the middle: {people}", people=Ref(collection="people", ids=(head,)))
            )
    return tuple(found)
