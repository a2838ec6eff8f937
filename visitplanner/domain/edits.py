# SPDX-License-Identifier: MIT
"""Edits: each takes a visit and returns the patch that changes it, with a name for the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from visitplanner.domain.kinds import KIND_FACTS
from visitplanner.domain.patch import Change, EditRefusedError, Patch, current
from visitplanner.domain.period import LocalTime, exists, instant, is_zone
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.references import users_of
from visitplanner.domain.text import Clock, Entity, Language, Message, Quote, Text, Value, message
from visitplanner.domain.visit import About, Visit, end_zone_of, zone_of

Edit = Callable[[Visit], Patch]
"""What the session takes: a function from the visit as it is to the patch."""


def put(visit: Visit, name: Message, collection: str, *entities: Entity) -> Patch:
    """The patch that adds or replaces entities of one collection; unchanged ones are left out."""
    changes = []
    for entity in entities:
        before = current(visit, collection, entity.id)
        if before != entity:
            changes.append(Change(collection, entity.id, before, entity))
    return Patch(name, tuple(changes))


def put_singleton(visit: Visit, name: Message, collection: str, value: Value) -> Patch:
    """The patch that replaces "about" or "policy"."""
    before = current(visit, collection, "")
    return Patch(name, () if before == value else (Change(collection, "", before, value),))


def remove(visit: Visit, name: Message, collection: str, *ids: str) -> Patch:
    """The patch that removes entities; references to them are the caller's concern."""
    return Patch(
        name,
        tuple(Change(collection, i, current(visit, collection, i), None) for i in ids),
    )


def combined(name: Message, *patches: Patch) -> Patch:
    """Patches on different entities as one step."""
    return Patch(name, tuple(change for patch in patches for change in patch.changes))


def item_of(visit: Visit, item_id: str) -> ProgrammeItem:
    """The item, or EditRefusedError when it is gone."""
    item = visit.items.get(item_id)
    if item is None:
        raise EditRefusedError(message("There is no item {id} in the programme.", id=item_id))
    return item


def checked(visit: Visit, item: ProgrammeItem) -> ProgrammeItem:
    """The item if clocks at its place show its times (design.md section 4).

    A zone that nobody knows is for `check_patch` to refuse.
    """
    for time, zone in ((item.start, zone_of(visit, item)), (item.end, end_zone_of(visit, item))):
        if time is not None and is_zone(zone) and not exists(time, zone):
            raise EditRefusedError(
                message(
                    "The time {time} does not exist there: clocks skip it.",
                    time=Clock(time=time, day=True),
                )
            )
    return item


def _shifted(item: ProgrammeItem, minutes: int) -> ProgrammeItem:
    def later(time: LocalTime | None) -> LocalTime | None:
        return time.plus(minutes) if time is not None else None

    people = tuple(
        replace(p, since=later(p.since), until=later(p.until)) if p.since or p.until else p
        for p in item.participants
    )
    return replace(item, start=later(item.start), end=later(item.end), participants=people)


def shift_each(visit: Visit, name: Message, shifts: Mapping[str, int]) -> Patch:
    """Moves items by their own minutes as one step, and when their vehicles leave with them."""
    items = tuple(checked(visit, _shifted(item_of(visit, i), by)) for i, by in shifts.items() if by)
    movements = tuple(
        replace(m, departs=m.departs.plus(shifts[m.item]))
        for m in visit.movements.values()
        if m.departs is not None and m.item in shifts
    )
    return combined(
        name, put(visit, name, "items", *items), put(visit, name, "movements", *movements)
    )


def move_item(visit: Visit, item_id: str, start: LocalTime) -> Patch:
    """Moves an item so that it starts then; its length, and part-time presence in it, stay."""
    item = item_of(visit, item_id)
    name = message("Move “{title}”", title=Quote(text=item.title))
    if item.start is None:
        moved = replace(item, start=start, end=start.plus(KIND_FACTS[item.kind].usual), day=None)
        return put(visit, name, "items", checked(visit, moved))
    return shift_each(visit, name, {item_id: start.minutes - item.start.minutes})


def shift_items(visit: Visit, item_ids: Iterable[str], minutes: int) -> Patch:
    """Moves several items by the same minutes as one step."""
    ids = tuple(dict.fromkeys(item_ids))
    if len(ids) == 1:
        name = message("Move “{title}”", title=Quote(text=item_of(visit, ids[0]).title))
    else:
        name = message("Move {n} item", "Move {n} items", n=len(ids))
    return shift_each(visit, name, dict.fromkeys(ids, minutes))


def resize_item(visit: Visit, item_id: str, start: LocalTime, end: LocalTime) -> Patch:
    """Sets both times of an item; the end must come after the start on the clock of the world."""
    item = checked(visit, replace(item_of(visit, item_id), start=start, end=end))
    if instant(end, end_zone_of(visit, item)) <= instant(start, zone_of(visit, item)):
        raise EditRefusedError(message("The end must come after the start."))
    name = message("Change the length of “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", item)


def create_item(visit: Visit, item: ProgrammeItem) -> Patch:
    """Adds an item; its id comes from `record.fresh_item_id`."""
    if item.id in visit.items:
        raise EditRefusedError(message("There is an item {id} already.", id=item.id))
    name = message("Add “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", checked(visit, item))


def copy_item(visit: Visit, item_id: str, new_id: str, start: LocalTime | None) -> Patch:
    """Adds a copy of an item under a new id, tentative and not fixed, at another start."""
    item = item_of(visit, item_id)
    fresh = replace(item, id=new_id, fixed=False, status=ItemStatus.TENTATIVE, block=None)
    if start is not None and item.start is not None:
        fresh = _shifted(fresh, start.minutes - item.start.minutes)
    name = message("Copy “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", checked(visit, fresh))


_BELONGS_TO_ITEM = ("agendas", "movements", "seatings", "flags", "bookings", "shifts", "sites")


def remove_item(visit: Visit, item_id: str) -> Patch:
    """Removes an item with all that is only its own; other references to it are let go."""
    item = item_of(visit, item_id)
    name = message("Delete “{title}”", title=Quote(text=item.title))
    changes: dict[tuple[str, str], Change] = {}
    for user in users_of(visit, "items", item_id):
        if user.collection == "items" and user.id == item_id:
            continue
        before = current(visit, user.collection, user.id)
        owned = user.collection in _BELONGS_TO_ITEM and user.field == "item"
        freed = None if owned or before is None else replace(before, **{user.field: None})
        changes[user.collection, user.id] = Change(user.collection, user.id, before, freed)
    changes["items", item_id] = Change("items", item_id, item, None)
    return Patch(name, tuple(changes.values()))


def set_item_field(visit: Visit, item_id: str, field: str, value: object) -> Patch:
    """Sets one field of an item, as the table and the inspector do."""
    item = item_of(visit, item_id)
    name = message("Change “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", checked(visit, replace(item, **{field: value})))


def set_item_title(visit: Visit, item_id: str, language: Language, title: str) -> Patch:
    """Rewrites the title in one language; the other languages become stale."""
    item = item_of(visit, item_id)
    name = message("Rename “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", replace(item, title=item.title.edited(language, title)))


def set_item_text(visit: Visit, item_id: str, field: str, language: Language, string: str) -> Patch:
    """Rewrites a text field of an item in one language."""
    text = getattr(item_of(visit, item_id), field)
    if not isinstance(text, Text):
        raise TypeError(field)
    return set_item_field(visit, item_id, field, text.edited(language, string))


def set_fixed(visit: Visit, item_id: str, *, fixed: bool) -> Patch:
    """Fixes an item's time, or lets it go."""
    item = item_of(visit, item_id)
    title = Quote(text=item.title)
    name = (
        message("Lock “{title}”", title=title)
        if fixed
        else message("Unlock “{title}”", title=title)
    )
    return put(visit, name, "items", replace(item, fixed=fixed))


def set_status(visit: Visit, item_id: str, status: ItemStatus) -> Patch:
    """Sets whether an item is tentative, confirmed or cancelled."""
    return set_item_field(visit, item_id, "status", status)


def add_participant(visit: Visit, item_id: str, participation: Participation) -> Patch:
    """Adds somebody to an item, or replaces his entry in it."""
    item = item_of(visit, item_id)
    name = message("Change participants of “{title}”", title=Quote(text=item.title))
    others = tuple(p for p in item.participants if p.who != participation.who)
    return put(visit, name, "items", replace(item, participants=(*others, participation)))


def remove_participant(visit: Visit, item_id: str, who: str) -> Patch:
    """Takes somebody off an item: his own entry goes, or a delegation's entry excludes him."""
    item = item_of(visit, item_id)
    name = message("Change participants of “{title}”", title=Quote(text=item.title))
    left = tuple(p for p in item.participants if p.who != who)
    if len(left) == len(item.participants):
        left = (*left, Participation(who=who, excluded=True))
    return put(visit, name, "items", replace(item, participants=left))


def set_entity_field(
    visit: Visit, collection: str, entity_id: str, field: str, value: object
) -> Patch:
    """Sets one field of any entity, as the editors' tables do."""
    before = current(visit, collection, entity_id)
    if not isinstance(before, Entity):
        raise EditRefusedError(message("There is no {id} in the visit.", id=entity_id))
    return put(visit, message("Change the data"), collection, replace(before, **{field: value}))


def set_about(visit: Visit, about: About) -> Patch:
    """Changes title, days or zone of the visit."""
    return put_singleton(visit, message("Change the visit"), "about", about)
