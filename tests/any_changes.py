# SPDX-License-Identifier: MIT
"""Changes of any kind to the example, drawn at random: what papers print and what they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from tests.factory import DAY, clock
from visitplanner.domain import edits
from visitplanner.domain.kinds import Kind, Laying, Meal, SiteVisit, Wreath
from visitplanner.domain.papers import AgreementStatus
from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.people import Acting, Gender, MemberRole, MemberStatus
from visitplanner.domain.period import on
from visitplanner.domain.preparation import BookingStatus, InterpreterShift
from visitplanner.domain.programme import (
    Certainty,
    InterpretingMode,
    ItemStatus,
    Part,
    Participation,
    PressMode,
    ProgrammeItem,
    Step,
)
from visitplanner.domain.references import check_patch
from visitplanner.domain.replacing import replace_person
from visitplanner.domain.text import LANGUAGES, Forms, Text, Visibility, message
from visitplanner.domain.transport import SeatAssignment

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Entity
    from visitplanner.domain.visit import Visit

_NAME: Final = message("Change the data")
_WORDS: Final = ("Встреча", "Обед", "", "Зал № 2", "<b>", "две\nстроки", "а  б")


def _text(random: Random, old: Text) -> Text:
    """Other words in one language; none give way to the same of another language."""
    return old.edited(random.choice(LANGUAGES), random.choice(_WORDS) or "x")


def _somebody(visit: Visit, random: Random) -> str:
    return random.choice(tuple(visit.people))


def _anybody(visit: Visit, random: Random) -> str:
    return random.choice((*visit.people, *visit.delegations, *visit.groups))


def _item_fields(visit: Visit, item: ProgrammeItem, random: Random) -> dict[str, object]:
    """One or two fields of an item that are other than before."""
    people = tuple(p for p in item.participants if random.random() < 0.8)
    who = _anybody(visit, random)
    entry = Participation(
        who=who,
        part=random.choice(tuple(Part)),
        excluded=random.random() < 0.2,
        note=Text(ru=random.choice(_WORDS)),
    )
    details = (
        Laying(wreaths=(Wreath(party="smolensk", ribbon_text=Text(ru=random.choice(_WORDS))),)),
        Meal(on_behalf_of=_somebody(visit, random)),
        SiteVisit(guide=_somebody(visit, random), stops=(Text(ru="цех"),)),
        None,
    )
    step = Step(
        offset=random.choice((-10, 0, 5)),
        action=Text(ru=random.choice(_WORDS)),
        actors=(_anybody(visit, random),),
        visibility=random.choice(tuple(Visibility)),
    )
    start = on(DAY, random.randrange(0, 1440, 5))
    choices: tuple[dict[str, object], ...] = (
        {"title": _text(random, item.title)},
        {"start": start, "end": start.plus(random.choice((15, 60)))},
        {"start": None, "end": None, "day": random.choice((None, DAY))},
        {"venue": random.choice((None, *visit.venues)), "room": None},
        {"venue": "government-house", "room": random.choice(tuple(visit.rooms))},
        {"destination": random.choice((None, *visit.venues))},
        {"status": random.choice(tuple(ItemStatus))},
        {"certainty": random.choice(tuple(Certainty))},
        {"kind": random.choice(tuple(Kind))},
        {"participants": people},
        {"participants": (*(p for p in people if p.who != who), entry)},
        {"responsible": _somebody(visit, random), "deputy": None},
        {"public_text": _text(random, item.public_text)},
        {"internal_text": _text(random, item.internal_text)},
        {"dress": _text(random, item.dress)},
        {"press": random.choice(tuple(PressMode))},
        {"visibility": random.choice(tuple(Visibility))},
        {"tracks": tuple(t for t in visit.tracks if random.random() < 0.5)},
        {"zone": random.choice((None, "Europe/Minsk", "Europe/Samara"))},
        {"steps": tuple(s for s in item.steps if random.random() < 0.8)},
        {"steps": (*item.steps, step)},
        {"detail": random.choice(details)},
        {"fallback_venue": random.choice((None, *visit.venues))},
        {"setup_minutes": random.choice((0, 15)), "shorten_to": random.choice((None, 10))},
        {"fixed": random.random() < 0.5, "layout": None, "interpreting": InterpretingMode.NONE},
    )
    return random.choice(choices)


def _other_item(visit: Visit, random: Random) -> Patch:
    item = random.choice(tuple(visit.items.values()))
    return edits.put(visit, _NAME, "items", replace(item, **_item_fields(visit, item, random)))


def _other_person(visit: Visit, random: Random) -> Patch:
    person = visit.people[_somebody(visit, random)]
    fields: tuple[dict[str, object], ...] = (
        {"surname": _text(random, person.surname)},
        {"given": _text(random, person.given)},
        {"surname": Text(), "given": Text()},
        {"gender": random.choice(tuple(Gender))},
        {"phone": random.choice(("", "+7 900 000-00-99")), "diet": "рыба"},
        {"forms": replace(person.forms, surname=Forms(nom="А", gen="Б", dat="В"))},
    )
    return edits.put(visit, _NAME, "people", replace(person, **random.choice(fields)))


def _other_post(visit: Visit, random: Random) -> Patch:
    post = random.choice(tuple(visit.posts.values()))
    fields: tuple[dict[str, object], ...] = (
        {"title": _text(random, post.title)},
        {"short": _text(random, post.short)},
        {"acting": random.choice(tuple(Acting))},
        {"level": random.randrange(1, 10)},
        {"valid_to": random.choice((None, DAY.replace(day=1)))},
    )
    return edits.put(visit, _NAME, "posts", replace(post, **random.choice(fields)))


def _other_member(visit: Visit, random: Random) -> Patch:
    member = random.choice(tuple(visit.memberships.values()))
    fields: tuple[dict[str, object], ...] = (
        {"rank": random.randrange(10)},
        {"status": random.choice(tuple(MemberStatus))},
        {"role": random.choice(tuple(MemberRole))},
        {"delegation": random.choice(tuple(visit.delegations)), "post": None},
        {"badge_number": "7"},
    )
    return edits.put(visit, _NAME, "memberships", replace(member, **random.choice(fields)))


def _other_body(visit: Visit, random: Random) -> Patch:
    delegation = random.choice(tuple(visit.delegations.values()))
    group = random.choice(tuple(visit.groups.values()))
    party = random.choice(tuple(visit.parties.values()))
    made: tuple[tuple[str, Entity], ...] = (
        ("delegations", replace(delegation, head=_somebody(visit, random))),
        ("delegations", replace(delegation, name=_text(random, delegation.name))),
        ("groups", replace(group, name=_text(random, group.name))),
        ("groups", replace(group, members=(_somebody(visit, random),))),
        ("parties", replace(party, name=_text(random, party.name))),
    )
    collection, entity = random.choice(made)
    return edits.put(visit, _NAME, collection, entity)


def _other_place(visit: Visit, random: Random) -> Patch:
    venue = random.choice(tuple(visit.venues.values()))
    room = random.choice(tuple(visit.rooms.values()))
    track = random.choice(tuple(visit.tracks.values()))
    leg = random.choice(tuple(visit.legs.values()))
    made: tuple[tuple[str, Entity], ...] = (
        ("venues", replace(venue, name=_text(random, venue.name))),
        ("venues", replace(venue, address=_text(random, venue.address))),
        ("venues", replace(venue, entrance=_text(random, venue.entrance), latitude=54.5)),
        ("venues", replace(venue, pass_required=not venue.pass_required)),
        ("rooms", replace(room, name=_text(random, room.name))),
        ("tracks", replace(track, name=_text(random, track.name))),
        ("legs", replace(leg, minutes=random.randrange(1, 60))),
        ("legs", replace(leg, one_way=not leg.one_way, kilometres=1.0)),
    )
    collection, entity = random.choice(made)
    return edits.put(visit, _NAME, collection, entity)


def _other_particular(visit: Visit, random: Random) -> Patch:
    if not (visit.agendas and visit.documents and visit.movements and visit.bookings):
        raise EditRefusedError(message("Nothing is left."))  # it went with its item
    agenda = random.choice(tuple(visit.agendas.values()))
    questions = tuple(q for q in agenda.questions if random.random() < 0.8)
    document = random.choice(tuple(visit.documents.values()))
    vehicle = random.choice(tuple(visit.vehicles.values()))
    movement = random.choice(tuple(visit.movements.values()))
    seat = SeatAssignment(person=_somebody(visit, random), seat="FL")
    booking = random.choice(tuple(visit.bookings.values()))
    resource = random.choice(tuple(visit.resources.values()))
    shift = InterpreterShift(id="shift", person=_somebody(visit, random), item="session")
    made: tuple[tuple[str, Entity], ...] = (
        ("agendas", replace(agenda, questions=questions)),
        ("agendas", replace(agenda, cochair=_somebody(visit, random), break_minutes=5)),
        ("documents", replace(document, status=random.choice(tuple(AgreementStatus)))),
        ("documents", replace(document, signatories=document.signatories[:1])),
        ("vehicles", replace(vehicle, plate="А 001 АА", driver=_somebody(visit, random))),
        ("vehicles", replace(vehicle, name=_text(random, vehicle.name))),
        ("movements", replace(movement, passengers=(seat,), departs=clock("09:30"))),
        ("movements", replace(movement, order=random.randrange(4), luggage=2)),
        ("bookings", replace(booking, status=random.choice(tuple(BookingStatus)))),
        ("resources", replace(resource, name=_text(random, resource.name))),
        ("shifts", shift),
    )
    collection, entity = random.choice(made)
    return edits.put(visit, _NAME, collection, entity)


def _other_list(visit: Visit, random: Random) -> Patch:
    item = random.choice(tuple(visit.items))
    if random.random() < 0.4:
        return edits.remove_item(visit, item)
    if random.random() < 0.6:
        return edits.copy_item(visit, item, f"copy-of-{item}", clock("19:00"))
    old, new = random.sample(tuple(visit.people), 2)
    return replace_person(visit, old, new, random.choice((None, item)))


_KINDS: Final[tuple[Callable[[Visit, Random], Patch], ...]] = (
    *(_other_item,) * 4,
    *(_other_person, _other_post, _other_member, _other_body),
    *(_other_place, _other_particular, _other_list),
)


def changed_at_random(visit: Visit, random: Random, times: int) -> Visit:
    """The visit after so many changes; what the domain refuses is left out."""
    for _ in range(times):
        try:
            patch = random.choice(_KINDS)(visit, random)
            after = apply(visit, patch)
            check_patch(after, patch)
        except EditRefusedError:
            continue
        visit = after
    return visit
