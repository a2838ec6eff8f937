# SPDX-License-Identifier: MIT
"""What an officer does to a visit, drawn at random: each deed is one edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain import edits
from visitplanner.domain.edits import Edit
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Person, Post
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.replacing import AFTER_THE_VISIT, Newcomer, passages, replace_person
from visitplanner.domain.ripple import ripple_items
from visitplanner.domain.text import Text, message
from visitplanner.domain.visit import days_of
from visitplanner.domain.waivers import waive, withdraw
from visitplanner.gui.table import pasting
from visitplanner.gui.table.columns import COLUMNS
from visitplanner.gui.table.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.session.session import Session

Deed = Edit | None
"""None: there is nothing to do it to."""

WORDS = (
    *("Встреча", "Возложение цветов", "Подписание", "", "<b>=1+1</b>", "«Ёлка»", "x" * 300),
    *("Переезд\tв Дом", "две\nстроки", "𝔘 \u202e", "Session"),
)
CELLS = (
    *("", "1015", "10.15", "23:59", "24.00", "7", "240", "завтра", "подтверждено", "=SUM(A1)"),
    *("Анина", "Сквер", "Дом · blue", "hosts, Верина", "Обед", "Подписание", "8:00", "−5"),
)


def _any_item(session: Session, random: Random) -> ProgrammeItem | None:
    items = tuple(session.visit.items.values())
    return random.choice(items) if items else None


def _any_time(visit: Visit, random: Random) -> LocalTime:
    day = random.choice(tuple(days_of(visit)))
    return on(day, random.randrange(0, 24 * 60 + 60, 5))


def _anybody(visit: Visit, random: Random) -> str | None:
    return _one((*visit.people, *visit.delegations, *visit.groups), random)


def _one(choices: tuple[str, ...], random: Random) -> str | None:
    return random.choice(choices) if choices else None


def move(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    if item is None:
        return None
    return partial(edits.move_item, item_id=item.id, start=_any_time(session.visit, random))


def nudge(session: Session, random: Random) -> Deed:
    ids = [item.id for item in session.visit.items.values() if item.timed]
    chosen = random.sample(ids, min(len(ids), random.choice((1, 1, 2, 5))))
    minutes = random.choice((-60, -5, 5, 15, 1440))
    return partial(edits.shift_items, item_ids=chosen, minutes=minutes) if chosen else None


def resize(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    if item is None:
        return None
    start = _any_time(session.visit, random)
    end = start.plus(random.choice((-5, 0, 5, 20, 60, 600, 1500)))
    return partial(edits.resize_item, item_id=item.id, start=start, end=end)


def ripple(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    if item is None or item.start is None:
        return None
    minutes = random.choice((-30, 5, 10, 45, 120))
    others = random.sample(sorted(session.visit.items), min(2, len(session.visit.items)))
    ids = [item.id, *(key for key in others if session.visit.items[key].timed)]
    return partial(ripple_items, item_ids=ids, minutes=minutes)


def create(session: Session, random: Random) -> Deed:
    visit, kind = session.visit, random.choice(tuple(Kind))
    start = _any_time(visit, random)
    who = {key for _ in range(3) if (key := _anybody(visit, random)) is not None}
    item = ProgrammeItem(
        id=session.fresh_item_id(kind.value),
        kind=kind,
        title=Text(ru=random.choice(WORDS)),
        start=start,
        end=start.plus(random.choice((5, 15, 90))),
        participants=tuple(Participation(who=key) for key in sorted(who)),
        tracks=tuple(visit.tracks)[: random.randrange(3)],
        venue=_one(tuple(visit.venues), random),
        zone=random.choice((None, None, None, "Europe/Minsk", "Europe/London")),
    )
    return partial(edits.create_item, item=item)


def delete(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    return partial(edits.remove_item, item_id=item.id) if item is not None else None


def copy(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    if item is None:
        return None
    start = random.choice((None, _any_time(session.visit, random)))
    fresh = session.fresh_item_id(item.kind.value)
    return partial(edits.copy_item, item_id=item.id, new_id=fresh, start=start)


def rename(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    if item is None:
        return None
    return partial(
        edits.set_item_title,
        item_id=item.id,
        language=random.choice(("ru", "be", "en")),
        title=random.choice(WORDS),
    )


def put_off(session: Session, random: Random) -> Deed:
    """The time becomes open again, with a day or without."""
    item = _any_item(session, random)
    if item is None:
        return None
    day = random.choice((None, session.visit.about.starts))
    fresh = replace(item, start=None, end=None, day=day)
    return lambda visit: edits.put(visit, message("Change the data"), "items", fresh)


def change(session: Session, random: Random) -> Deed:
    """One of the small fields of an item."""
    item = _any_item(session, random)
    if item is None:
        return None
    field, values = random.choice(
        (
            ("status", tuple(ItemStatus)),
            ("fixed", (True, False)),
            ("kind", tuple(Kind)),
            ("block", (None, *tuple(session.visit.items)[:2])),
            ("tracks", ((), tuple(session.visit.tracks))),
            ("zone", (None, "Europe/Minsk", "Europe/London")),
        )
    )
    return partial(
        edits.set_item_field, item_id=item.id, field=field, value=random.choice(tuple(values))
    )


def place(session: Session, random: Random) -> Deed:
    item = _any_item(session, random)
    if item is None:
        return None
    visit, field = session.visit, random.choice(("venue", "destination", "room"))
    known = tuple(visit.rooms if field == "room" else visit.venues)
    value = random.choice((None, *known))
    return partial(edits.set_item_field, item_id=item.id, field=field, value=value)


def invite(session: Session, random: Random) -> Deed:
    item, who = _any_item(session, random), _anybody(session.visit, random)
    if item is None or who is None:
        return None
    entry = Participation(
        who=who,
        required=random.random() < 0.8,
        excluded=random.random() < 0.1,
        since=item.start.plus(5) if item.start and random.random() < 0.2 else None,
    )
    return partial(edits.add_participant, item_id=item.id, participation=entry)


def excuse(session: Session, random: Random) -> Deed:
    item, who = _any_item(session, random), _anybody(session.visit, random)
    if item is None or who is None:
        return None
    if item.participants and random.random() < 0.7:
        who = random.choice(item.participants).who
    return partial(edits.remove_participant, item_id=item.id, who=who)


def paste(session: Session, random: Random) -> Deed:
    visit = session.visit
    width, first = random.randrange(1, 5), random.randrange(len(COLUMNS))
    cells = tuple(
        tuple(random.choice((*CELLS, *WORDS)) for _ in range(width))
        for _ in range(random.randrange(1, 4))
    )
    ids = tuple(visit.items)
    at = random.randrange(len(ids) + 1)
    day = random.choice(tuple(days_of(visit)))
    block = pasting.Block(cells, ids[at : at + 3], COLUMNS[first : first + width], day)
    sheet, record = Sheet(visit, "ru"), session.record
    return lambda now: pasting.pasted(sheet, now, record, block)[0]


def clear(session: Session, random: Random) -> Deed:
    ids = random.sample(tuple(session.visit.items), min(2, len(session.visit.items)))
    cells = [(key, random.choice(COLUMNS)) for key in ids]
    sheet, record = Sheet(session.visit, "ru"), session.record
    return (lambda now: pasting.cleared(sheet, now, record, cells)) if cells else None


def write_person(session: Session, random: Random) -> Deed:
    """Another surname: it stands in blocks, rows and sentences."""
    who = _one(tuple(session.visit.people), random)
    surname = Text(ru=random.choice(("Ким", "Рожкова", "Эверт-Ганц", "Лев")))
    if who is None:
        return None
    return partial(
        edits.set_entity_field, collection="people", entity_id=who, field="surname", value=surname
    )


def write_venue(session: Session, random: Random) -> Deed:
    venue = _one(tuple(session.visit.venues), random)
    name = Text(ru=random.choice(("Ратуша", "Площадь Победы", "Завод")))
    if venue is None:
        return None
    return partial(
        edits.set_entity_field, collection="venues", entity_id=venue, field="name", value=name
    )


def replace_somebody(session: Session, random: Random) -> Deed:
    visit = session.visit
    old, new = _one(tuple(visit.people), random), _one(tuple(visit.people), random)
    if old is None or new is None:
        return None
    timed = [item.id for item in visit.items.values() if item.start is not None]
    since = random.choice((None, None, AFTER_THE_VISIT, *timed[:3]))
    arrival: str | Newcomer = new
    if random.random() < 0.5:
        number = next(n for n in range(10**6) if f"newcomer-{n}" not in visit.people)
        person = Person(id=f"newcomer-{number}", surname=Text(ru="Громыко"))
        post = Post(id=f"post-newcomer-{number}", person=person.id, title=Text(ru="министр"))
        arrival = Newcomer(person=person, post=post)
    texts = tuple(
        replace(passage, text=f"{passage.text} (новый)")
        for passage in passages(visit, since, session.today)
        if isinstance(passage.text, str)
    )[:2]
    return partial(replace_person, old=old, new=arrival, since=since, texts=texts)


def leave_it(session: Session, random: Random) -> Deed:
    problems = [problem for problem in session.problems if problem.live]
    if not problems:
        return None
    chosen = random.choice(problems)
    return partial(
        waive,
        code=chosen.code,
        place=chosen.key,
        reason="так решено",
        author="Иванова",
        on=session.today,
    )


def think_again(session: Session, random: Random) -> Deed:
    waiver = _one(tuple(session.visit.waivers), random)
    return partial(withdraw, waiver_id=waiver) if waiver is not None else None


def fix(session: Session, random: Random) -> Deed:
    problems = [problem for problem in session.problems if problem.live]
    if not problems:
        return None
    fixes = session.fixes(random.choice(problems))
    return random.choice(fixes).edit if fixes else None


def longer_visit(session: Session, random: Random) -> Deed:
    about = session.visit.about
    ends = about.starts.fromordinal(about.starts.toordinal() + random.randrange(3))
    fresh = replace(about, ends=ends, title=Text(ru=random.choice(WORDS)))
    return lambda visit: edits.set_about(visit, fresh)


def other_policy(session: Session, random: Random) -> Deed:
    fresh = replace(
        session.visit.policy,
        buffer_minutes=random.choice((0, 5, 25)),
        time_separator=random.choice((".", ":")),
    )

    def put(visit: Visit) -> Patch:
        return edits.put_singleton(visit, message("Change the data"), "policy", fresh)

    return put


DEEDS: Mapping[Callable[[Session, Random], Deed], int] = {
    move: 5,
    nudge: 4,
    resize: 4,
    ripple: 4,
    create: 5,
    delete: 2,
    copy: 2,
    rename: 3,
    put_off: 1,
    change: 4,
    place: 3,
    invite: 3,
    excuse: 2,
    paste: 4,
    clear: 1,
    write_person: 2,
    write_venue: 1,
    replace_somebody: 2,
    leave_it: 3,
    think_again: 1,
    fix: 4,
    longer_visit: 1,
    other_policy: 1,
}
