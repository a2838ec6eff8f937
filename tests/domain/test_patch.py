# SPDX-License-Identifier: MIT
"""Patches: applied, taken back and merged on random edits of the example; refused when stale."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import example, item, small_visit
from visitplanner.domain import codec, edits, references
from visitplanner.domain.patch import Change, EditRefusedError, Patch, apply, merged
from visitplanner.domain.period import LocalTime, at
from visitplanner.domain.policy import GuestSide
from visitplanner.domain.programme import ItemStatus, Participation
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.domain.text import LANGUAGES, Text, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.visit import Visit

ITEMS = st.sampled_from(sorted(example().items))
PEOPLE = st.sampled_from(sorted(example().people))
TIMES = st.integers(at("2025-12-23T00:00").minutes, at("2025-12-24T00:00").minutes).map(LocalTime)
WORDS = st.text(max_size=8)


def _edit(do: object, *arguments: object, **named: object) -> Edit:
    return partial(_late, do, arguments, named)


def _late(do: object, arguments: tuple[object, ...], named: dict[str, object], v: Visit) -> Patch:
    assert callable(do)
    patch = do(v, *arguments, **named)
    assert isinstance(patch, Patch)
    return patch


def _phone(visit: Visit, person: str, phone: str) -> Patch:
    return edits.set_entity_field(visit, "people", person, "phone", phone)


def _retitled(visit: Visit, title: str) -> Patch:
    return edits.set_about(visit, replace(visit.about, title=Text(ru=title)))


def _asked(who: str, required: bool) -> Participation:  # noqa: FBT001 -- drawn by Hypothesis
    return Participation(who=who, required=required)


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(partial(_edit, edits.move_item), ITEMS, TIMES),
    st.builds(partial(_edit, edits.shift_items), st.lists(ITEMS, unique=True), st.integers(-9, 9)),
    st.builds(
        lambda i, start, length: _edit(edits.resize_item, i, start, start.plus(length)),
        ITEMS,
        TIMES,
        st.integers(1, 300),
    ),
    st.builds(partial(_edit, edits.set_item_title), ITEMS, st.sampled_from(LANGUAGES), WORDS),
    st.builds(
        lambda i, language, words: _edit(edits.set_item_text, i, "internal_text", language, words),
        ITEMS,
        st.sampled_from(LANGUAGES),
        WORDS,
    ),
    st.builds(partial(_edit, edits.set_status), ITEMS, st.sampled_from(ItemStatus)),
    st.builds(lambda i, fixed: _edit(edits.set_fixed, i, fixed=fixed), ITEMS, st.booleans()),
    st.builds(partial(_edit, edits.remove_item), ITEMS),
    st.builds(partial(_edit, edits.copy_item), ITEMS, st.sampled_from(["copy-1", "copy-2"]), TIMES),
    st.builds(
        partial(_edit, edits.add_participant),
        ITEMS,
        st.builds(_asked, PEOPLE, st.booleans()),
    ),
    st.builds(partial(_edit, edits.remove_participant), ITEMS, PEOPLE),
    st.builds(partial(_edit, _phone), PEOPLE, WORDS),
    st.builds(partial(_edit, _retitled), WORDS),
)


def _played(visit: Visit, steps: Sequence[Edit]) -> tuple[Visit, list[Patch]]:
    """The visit after those edits that are not refused, and their patches."""
    patches = []
    for step in steps:
        try:
            patch = step(visit)
        except EditRefusedError:
            continue
        visit = apply(visit, patch)
        references.check_patch(visit, patch)
        patches.append(patch)
    return visit, patches


@given(st.lists(EDITS, max_size=6))
def test_edits_keep_the_visit_whole_and_their_inverses_take_them_back(steps: list[Edit]) -> None:
    after, patches = _played(example(), steps)

    references.validate(after)
    for patch in reversed(patches):
        after = apply(after, patch.inverse())
    assert after == example()


@given(st.lists(EDITS, min_size=1, max_size=6))
def test_merged_patch_does_what_all_do_in_turn(steps: list[Edit]) -> None:
    after, patches = _played(example(), steps)
    whole = Patch(message("all"))
    for patch in patches:
        whole = merged(whole, patch)

    assert apply(example(), whole) == after
    assert apply(after, whole.inverse()) == example()
    assert len({(c.collection, c.id) for c in whole.changes}) == len(whole.changes)
    assert all(c.before != c.after for c in whole.changes)


@given(EDITS)
def test_patch_reads_back_from_its_json(step: Edit) -> None:
    _, patches = _played(example(), [step])

    for patch in patches:
        assert codec.decode_patch(codec.encode(patch)) == patch


@given(EDITS)
def test_untouched_parts_of_the_visit_stay_the_same_objects(step: Edit) -> None:
    before = example()
    after, patches = _played(before, [step])
    touched = {c.collection for patch in patches for c in patch.changes}

    for name in before.__struct_fields__:
        assert (getattr(after, name) is getattr(before, name)) is (name not in touched)


def test_there_and_back_again_merges_to_nothing() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"))
    there = edits.move_item(visit, "talks", at("2025-12-23T12:00"))
    back = edits.move_item(apply(visit, there), "talks", at("2025-12-23T10:00"))

    assert there
    assert not merged(there, back)


def test_merged_patch_bears_the_name_of_the_second() -> None:
    first, second = Patch(message("one")), Patch(message("two"))

    assert merged(first, second).message == message("two")


def test_patch_made_for_another_state_is_refused_and_changes_nothing() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"))
    patch = edits.set_status(visit, "talks", ItemStatus.CONFIRMED)
    moved = apply(visit, edits.move_item(visit, "talks", at("2025-12-23T12:00")))

    with pytest.raises(EditRefusedError, match="has changed since"):
        apply(moved, patch)
    with pytest.raises(EditRefusedError, match="has changed since"):
        apply(apply(visit, patch), patch)


def test_same_visit_read_again_takes_a_patch_of_its_twin() -> None:
    twin, _ = codec.load(codec.dump(example(), EMPTY_RECORD))
    patch = edits.set_fixed(example(), "lunch", fixed=True)

    assert apply(twin, patch).items["lunch"].fixed


def test_policy_and_about_are_replaced_but_never_removed() -> None:
    visit = small_visit()
    policy = replace(visit.policy, guest_side=GuestSide.FACES_WINDOW)
    patch = edits.put_singleton(visit, message("policy"), "policy", policy)

    assert apply(visit, patch).policy.guest_side is GuestSide.FACES_WINDOW
    with pytest.raises(EditRefusedError, match="cannot be removed"):
        apply(visit, Patch(message("gone"), (Change("about", "", visit.about, None),)))


def test_edit_to_what_stands_already_is_no_change() -> None:
    visit = small_visit(item("talks", "10:00", "11:00"))

    assert not edits.move_item(visit, "talks", at("2025-12-23T10:00"))
    assert not edits.set_about(visit, visit.about)
    assert apply(visit, Patch(message("nothing"))) is visit


def test_several_changes_of_one_collection_come_together() -> None:
    visit = small_visit(item("a", "10:00", "11:00"), item("b", "11:00", "12:00"))
    patch = edits.combined(
        message("both"),
        edits.set_fixed(visit, "a", fixed=True),
        edits.remove(visit, message("gone"), "items", "b"),
        edits.set_about(visit, replace(visit.about, ends=date(2025, 12, 24))),
    )

    after = apply(visit, patch)

    assert after.items["a"].fixed
    assert "b" not in after.items
    assert after.about.ends == date(2025, 12, 24)
    assert apply(after, patch.inverse()) == visit
