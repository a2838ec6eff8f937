# SPDX-License-Identifier: MIT
"""Who must be told: the list written by hand, and what counts as news for whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import clock
from tests.handed_out import CALENDARS, FIRST, MOVE, PAPERS, SECOND, handed_out, states
from visitplanner.domain.copies import taken_back, told, untold
from visitplanner.domain.distribution import held, named_states, reader_order, to_be_told
from visitplanner.domain.edits import (
    add_participant,
    move_item,
    remove_item,
    remove_participant,
    set_item_text,
)
from visitplanner.domain.patch import apply
from visitplanner.domain.programme import Participation
from visitplanner.domain.record import Channel, Publication
from visitplanner.domain.text import Visibility
from visitplanner.editions.edition import EDITIONS
from visitplanner.words import cases
from visitplanner.words.catalogue import translator
from visitplanner.words.dates import range_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.distribution import Held, Told
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit

GOLDEN = Path(__file__).parent.parent / "golden" / "told_laying.ru.txt"
NOW = states()[MOVE]


def who(reader: str) -> str:
    """A holder as the list names him."""
    if (person := NOW.people.get(reader)) is not None:
        return cases.person_name(person, "ru")
    if (delegation := NOW.delegations.get(reader)) is not None:
        return cases.delegation_name(NOW, delegation, "ru")
    return reader


def copy_name(p: Publication) -> str:
    """«Официальная программа, экз. № 1»."""
    means = {Channel.LINK: "календарь по ссылке", Channel.FILE: "календарь файлом"}
    edition = translator("ru").gettext(EDITIONS[p.edition].title)
    return f"{edition}, {means.get(p.channel, f'экз. № {p.copy_number}')}"


def line_of(change: ItemChange) -> str:
    """What has changed, as the list begins with it."""
    times = [
        range_text(i.start, i.end, "ru", ".")
        for i in (change.was, change.now)
        if i is not None and i.start is not None and i.end is not None
    ]
    return f"{NOW.items[change.item].title.ru}: было {times[0]}, стало {times[1]}"


def told_lines(one: Told, record: Record) -> list[str]:
    """A holder with the copies that are concerned."""
    lines = [f"{who(one.reader)} – {'участвует' if one.takes_part else 'видит в общей программе'}"]
    versions = {v.edit: v.number for v in record.versions}
    for copy in sorted(one.copies, key=lambda c: c.publication.channel is not Channel.PAPER):
        known = f"ред. {copy.publication.version}"
        if copy.heard > copy.publication.edit:
            known += f", оповещён о ред. {versions[copy.heard]}"
        lines.append(f"    {copy_name(copy.publication)}, {known}")
    return lines


def outdated(copies: tuple[Held, ...]) -> list[str]:
    """What is to be made anew, papers first."""
    order = reader_order(NOW)
    due = sorted(
        (c.publication for c in copies if c.outdated),
        key=lambda p: (p.channel is not Channel.PAPER, p.copy_number, order(p.reader)),
    )
    return [f"{copy_name(p)}, {who(p.reader)}" for p in due]


def test_who_must_be_told_of_the_laying_equals_the_list_written_by_hand() -> None:
    sections = GOLDEN.read_text(encoding="utf-8").strip().split("\n\n")
    record = handed_out()
    assert len(PAPERS) == 8
    assert len({(p.reader, p.channel) for p in CALENDARS}) == 11
    copies = held(NOW, record, states())
    found = to_be_told(NOW, copies)
    (said,) = {line_of(change) for one in found for change in one.changes}
    lines = [said, ""]
    lines += [f"ОПОВЕСТИТЬ: {len(found)}"]
    for one in found:
        lines += told_lines(one, record)
    assert "\n".join(lines) == "\n\n".join(sections[:2])
    due = outdated(copies)
    assert "\n".join([f"ПЕРЕПЕЧАТАТЬ И ВЫГРУЗИТЬ ЗАНОВО: {len(due)}", *due]) == sections[3]
    # The middle section says why the others are left alone: all of them hold something else.
    named = {line.split(":")[0] for line in sections[2].split("\n")[1:]}
    every = {p.reader for p in record.publications}
    untouched = every - {one.reader for one in found}
    assert {who(r) for r in untouched} | {who("tarasov")} == named


def after_move(*edits: Callable[[Visit], Patch]) -> Visit:
    """The plan of version 2 with edits instead of the move."""
    visit = states()[SECOND]
    for edit in edits:
        visit = apply(visit, edit(visit))
    return visit


def told_of(visit: Visit, record: Record | None = None) -> dict[str, Told]:
    """Who must be told, by reader, when the plan of version 2 has become this."""
    past = {line: states()[line] for line in (FIRST, SECOND)} | {MOVE: visit}
    plain = replace(handed_out(), informed=())
    return {one.reader: one for one in to_be_told(visit, held(visit, record or plain, past))}


def test_nobody_is_told_of_a_plan_that_is_what_his_copy_says() -> None:
    second = {"anokhin", "subbotin", "guests", "tarasov", "volkov", "hosts", "morozova"}
    assert not second & told_of(after_move()).keys()


def test_internal_notes_are_news_for_holders_of_internal_papers_alone() -> None:
    noted = after_move(lambda v: set_item_text(v, "laying", "internal_text", "ru", "ветер"))
    second = told_of(noted).keys() - {"novikov", "geroev"}  # they know version 1
    assert second == {"morozova", "volkov"} | {"Дежурный по зданию"}


def test_a_person_taken_off_an_item_is_told_that_it_is_no_longer_his() -> None:
    without = after_move(lambda v: remove_participant(v, "press", "gromova"))
    (change,) = told_of(without)["gromova"].changes
    assert (change.item, change.now) == ("press", None)


def test_a_person_who_comes_to_an_item_is_told_of_it() -> None:
    joined = after_move(lambda v: add_participant(v, "lunch", Participation(who="tarasov")))
    told_tarasov = told_of(joined)["tarasov"]
    assert told_tarasov.takes_part
    (lunch,) = told_tarasov.own
    assert lunch.item == "lunch"


def test_a_removed_item_is_told_to_those_whose_copies_show_it() -> None:
    gone = after_move(lambda v: remove_item(v, "cities-meeting"))
    told_them = told_of(gone)
    assert "Фотограф горисполкома" in told_them
    assert "gromova" not in told_them
    assert told_them["anokhin"].takes_part is False
    assert told_them["anokhin"].others[0].now is None


def test_own_rows_stand_before_those_only_seen() -> None:
    both = after_move(
        lambda v: move_item(v, "cities-meeting", clock("12:15")),
        lambda v: move_item(v, "farewell", clock("16:55")),
    )
    subbotin = told_of(both)["subbotin"]
    assert [c.item for c in subbotin.own] == ["farewell"]
    assert [c.item for c in subbotin.others] == ["cities-meeting"]


def test_a_tick_silences_until_the_next_change_and_can_be_taken_away() -> None:
    record = handed_out()
    ticked = told(record, ["anokhin"], MOVE, record.publications[0].at, "Е. В. Морозова")
    assert "anokhin" not in readers(NOW, ticked, dict(states()))
    later = apply(NOW, move_item(NOW, "laying", clock("11:25")))
    assert "anokhin" in readers(later, ticked, {**states(), MOVE: NOW})
    assert untold(ticked, ticked.informed[-1]) == record


def test_a_copy_taken_back_is_nobodys_and_can_be_given_again() -> None:
    record = handed_out()
    back = taken_back(record, 0, record.publications[0].at)
    (anokhin,) = [o for o in to_be_told(NOW, held(NOW, back, states())) if o.reader == "anokhin"]
    assert [c.publication.channel for c in anokhin.copies] == [Channel.LINK]
    assert taken_back(back, 0, None) == record


def test_what_is_held_of_a_state_not_in_the_file_is_not_passed_over() -> None:
    past = {line: state for line, state in states().items() if line != FIRST}
    copies = held(NOW, handed_out(), past)
    lost = {c.publication.reader for c in copies if c.lost}
    assert lost == {"novikov", "geroev", "Дежурный по зданию"}
    assert named_states(handed_out()) == {FIRST, SECOND, MOVE}


def test_a_copy_without_a_holder_tells_nobody() -> None:
    nameless = replace(PAPERS[0], reader="", audience=Visibility.PUBLIC)
    record = replace(handed_out(), publications=(nameless,))
    assert held(NOW, record, states()) == ()


def readers(visit: Visit, record: Record, past: dict[int, Visit]) -> set[str]:
    """Who must be told."""
    return {one.reader for one in to_be_told(visit, held(visit, record, past))}
