# SPDX-License-Identifier: MIT
"""Two states compared: one entry per item, whom it concerns, and how it shows to one reader."""

from __future__ import annotations

from msgspec.structs import replace

from tests.factory import DAY, clock, having, item, small_visit
from visitplanner.domain import edits
from visitplanner.domain.comparison import Mark, compared, compared_for, of_reader
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import apply
from visitplanner.domain.people import Membership, MemberStatus
from visitplanner.domain.programme import ItemStatus, Participation
from visitplanner.domain.text import Text, Visibility

TALKS = item("talks", "10:00", "11:00", "hosts", "guests", venue="hall", responsible="dora")
LUNCH = item("lunch", "13:00", "14:00", "anna", "vera", venue="hall")
VISIT = small_visit(TALKS, LUNCH)


def test_move_with_a_rename_is_one_entry() -> None:
    moved = apply(VISIT, edits.move_item(VISIT, "talks", clock("10:30")))
    after = apply(moved, edits.set_item_title(moved, "talks", "ru", "Беседа"))

    (change,) = compared(VISIT, after)

    assert change.marks == (Mark.MOVED, Mark.TEXT)
    assert (change.was, change.now) == (TALKS, after.items["talks"])
    assert set(change.people) == {"anna", "boris", "vera", "gleb", "dora"}


def test_an_edit_taken_back_leaves_no_trace() -> None:
    moved = apply(VISIT, edits.move_item(VISIT, "talks", clock("10:30")))
    back = apply(moved, edits.move_item(moved, "talks", clock("10:00")))

    assert compared(VISIT, back) == ()


def test_a_lock_is_no_change_of_the_programme() -> None:
    assert compared(VISIT, apply(VISIT, edits.set_fixed(VISIT, "talks", fixed=True))) == ()


def test_changes_stand_by_day_and_time_what_has_none_last() -> None:
    early = item("early", "08:00", "09:00", "anna")
    note = replace(item("note", "08:00", "09:00"), start=None, end=None, day=DAY)
    open_time = replace(note, id="open", day=None)
    after = having(VISIT, items=(open_time, early, note, replace(LUNCH, title=Text(ru="Обед"))))

    assert [c.item for c in compared(VISIT, after)] == ["note", "early", "lunch", "open"]


def test_people_of_a_moved_item_are_concerned_and_of_others_those_who_came_or_left() -> None:
    visit = apply(VISIT, edits.remove_participant(VISIT, "talks", "boris"))
    visit = apply(visit, edits.add_participant(visit, "lunch", Participation(who="gleb")))

    talks, lunch = compared(VISIT, visit)

    assert (talks.marks, talks.left, talks.came) == ((Mark.PEOPLE,), ("boris",), ())
    assert set(talks.people) == {"boris", "dora"}
    assert (lunch.came, lunch.people) == (("gleb",), ("gleb",))


def test_who_joins_a_delegation_comes_to_its_items_though_they_print_the_same() -> None:
    joined = Membership(id="member-dora", delegation="hosts", person="dora", rank=3)
    after = having(VISIT, memberships=(joined,))

    (talks,) = compared(VISIT, after)

    assert talks.marks == (Mark.MEMBERS,)
    assert not talks.printed
    assert talks.people == ("dora",)
    assert of_reader([talks], {"anna"}) == ()
    (mine,) = of_reader([talks], {"dora"})
    assert (mine.marks, mine.was) == ((Mark.ADDED,), None)


def test_who_declines_leaves_the_items_of_his_delegation() -> None:
    member = VISIT.memberships["member-gleb"]
    after = having(VISIT, memberships=(replace(member, status=MemberStatus.DECLINED),))

    (gone,) = of_reader(compared(VISIT, after), {"gleb"})

    assert (gone.item, gone.marks, gone.now) == ("talks", (Mark.REMOVED,), None)


def test_a_reader_sees_what_he_takes_part_in_and_notes_for_all() -> None:
    note = replace(item("note", "08:00", "09:00"), start=None, end=None, day=DAY)
    before = having(VISIT, items=(note,))
    after = having(
        before,
        items=(
            replace(note, title=Text(ru="Выходной")),
            replace(LUNCH, venue="park"),
            replace(TALKS, title=Text(ru="Беседа")),
        ),
    )

    assert [c.item for c in of_reader(compared(before, after), {"boris"})] == ["note", "talks"]


def test_cancelled_is_gone_and_back_again_is_fresh() -> None:
    off = apply(VISIT, edits.set_status(VISIT, "talks", ItemStatus.CANCELLED))

    (cancelled,) = compared(VISIT, off)
    (back,) = compared(off, VISIT)

    assert (cancelled.gone, cancelled.fresh) == (True, False)
    assert (back.gone, back.fresh) == (False, True)
    assert (cancelled.marks, back.marks) == ((Mark.STATUS,), (Mark.STATUS,))


def test_names_of_places_and_people_change_the_items_they_are_printed_on() -> None:
    hall = replace(VISIT.venues["hall"], name=Text(ru="Дворец"))
    dora = replace(VISIT.people["dora"], phone="+7 900 000-00-02")
    vera = replace(VISIT.people["vera"], surname=Text(ru="Верная"))

    def changes(**collections: tuple[object, ...]) -> dict[str, tuple[Mark, ...]]:
        return {c.item: c.marks for c in compared(VISIT, having(VISIT, **collections))}

    assert changes(venues=(hall,)) == {"talks": (Mark.PLACE,), "lunch": (Mark.PLACE,)}
    assert changes(people=(dora,)) == {"talks": (Mark.PEOPLE,)}  # who answers for it
    assert changes(people=(vera,)) == {"lunch": (Mark.PEOPLE,)}  # named by herself there


def test_guests_are_told_nothing_of_what_they_do_not_see() -> None:
    rehearsal = item("rehearsal", "09:00", "09:30", "boris", kind=Kind.REHEARSAL)
    before = having(VISIT, items=(rehearsal,))
    noted = replace(TALKS, internal_text=Text(ru="Вода без газа"), deputy="boris")
    hidden = replace(LUNCH, visibility=Visibility.INTERNAL)
    moved = replace(rehearsal, start=clock("08:30"), end=clock("09:00"))
    after = having(before, items=(noted, hidden, moved))

    inside = {c.item: c.marks for c in compared_for(before, after, Visibility.INTERNAL)}
    outside = {c.item: c.marks for c in compared_for(before, after, Visibility.PUBLIC)}

    assert inside == {"rehearsal": (Mark.MOVED,), "talks": (Mark.PEOPLE, Mark.TEXT)}
    assert outside == {"lunch": (Mark.REMOVED,)}


def test_only_some_items_can_be_asked_for() -> None:
    after = having(VISIT, items=(replace(TALKS, room="blue"), replace(LUNCH, room="blue")))

    assert [c.item for c in compared(VISIT, after, only=("lunch",))] == ["lunch"]
