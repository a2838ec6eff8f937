# SPDX-License-Identifier: MIT
"""What is compared is what is printed: nothing else appears, and nothing of it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.any_changes import changed_at_random
from tests.factory import example
from visitplanner.domain import codec
from visitplanner.domain.comparison import Mark, compared, compared_for
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import LANGUAGES, Visibility
from visitplanner.editions.view import programme_view

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from visitplanner.domain.visit import Visit
    from visitplanner.editions.values import Row

AUDIENCES = st.sampled_from(tuple(Visibility))
CHANCE = st.randoms(use_true_random=False)


def _printed(visit: Visit, audience: Visibility) -> Mapping[str, list[Row]]:
    """The rows of each item in each language, without what follows from other items."""
    found: dict[str, list[Row]] = {}
    # Where the time is written and who is named first is the policy's affair.
    for language in LANGUAGES:
        view = programme_view(visit, EMPTY_RECORD, audience=audience, language=language)
        for row in view.rows:
            people = tuple(
                replace(line, names=tuple(replace(n, head=False) for n in line.names))
                for line in row.people
            )
            own = replace(row, parallel=False, block="", people=people)
            found.setdefault(row.id, []).append(own)
    return found


@settings(max_examples=60)
@given(chance=CHANCE, audience=AUDIENCES, times=st.integers(1, 4))
def test_every_change_is_printed_and_everything_printed_anew_is_a_change(
    chance: Random, audience: Visibility, times: int
) -> None:
    before = example()
    after = changed_at_random(before, chance, times)
    old, new = _printed(before, audience), _printed(after, audience)

    changes = {c.item: c for c in compared_for(before, after, audience)}

    differing = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    assert {key for key, c in changes.items() if c.printed} == differing
    for change in changes.values():
        assert (change.item in old) is (change.was is not None)
        assert (change.item in new) is (change.now is not None)


@settings(max_examples=60)
@given(chance=CHANCE, times=st.integers(1, 4))
def test_nobody_comes_or_leaves_unseen(chance: Random, times: int) -> None:
    before = example()
    after = changed_at_random(before, chance, times)
    old, new = Roster(before), Roster(after)

    changes = {c.item: c for c in compared(before, after)}

    for key in before.items.keys() & after.items.keys():
        there = set(old.attendance(before.items[key])), set(new.attendance(after.items[key]))
        if there[0] != there[1]:
            change = changes[key]
            assert {Mark.PEOPLE, Mark.MEMBERS}.intersection(change.marks)
            assert there[0] ^ there[1] <= set(change.people)
            assert set(change.came) == there[1] - there[0]
            assert set(change.left) == there[0] - there[1]


@settings(max_examples=60)
@given(chance=CHANCE, times=st.integers(1, 4))
def test_looking_back_is_the_mirror_of_looking_forward(chance: Random, times: int) -> None:
    before = example()
    after = changed_at_random(before, chance, times)
    turned = {Mark.ADDED: Mark.REMOVED, Mark.REMOVED: Mark.ADDED}

    forward = {c.item: c for c in compared(before, after)}
    back = {c.item: c for c in compared(after, before)}

    assert forward.keys() == back.keys()
    for key, change in forward.items():
        mirror = back[key]
        assert (change.was, change.now) == (mirror.now, mirror.was)
        assert tuple(turned.get(m, m) for m in change.marks) == mirror.marks
        assert set(change.people) == set(mirror.people)
        assert (change.attended, change.attends) == (mirror.attends, mirror.attended) or (
            set(change.attended),
            set(change.attends),
        ) == (set(mirror.attends), set(mirror.attended))


@settings(max_examples=20)
@given(chance=CHANCE)
def test_a_state_is_no_change_to_itself_nor_to_its_like(chance: Random) -> None:
    visit = changed_at_random(example(), chance, 3)
    data = codec.dump(visit, EMPTY_RECORD)

    assert compared(visit, visit) == ()
    assert compared(visit, codec.load(data)[0]) == ()


@pytest.mark.parametrize("audience", list(Visibility))
def test_what_only_the_office_reads_is_no_change_for_guests(audience: Visibility) -> None:
    before = example()
    item = before.items["lunch"]
    noted = replace(item, internal_text=item.internal_text.edited("ru", "Не подавать рыбу"))
    after = replace(before, items={**before.items, "lunch": noted})

    changes = compared_for(before, after, audience)

    expected = [] if audience is Visibility.PUBLIC else ["lunch"]
    assert [c.item for c in changes] == expected
