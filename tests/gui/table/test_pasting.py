# SPDX-License-Identifier: MIT
"""What is copied and pasted back changes nothing, whatever the cells say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import DAY, clock, example, having
from tests.gui.table.conftest import plan
from tests.opened import MADE_AT
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import apply
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Language, Text
from visitplanner.gui.cells import as_html, as_text, read_cells, rectangular
from visitplanner.gui.table import pasting
from visitplanner.gui.table.columns import COLUMNS
from visitplanner.gui.table.sheet import Sheet

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

PLAN = plan()
WHO = (*PLAN.people, *PLAN.delegations, *PLAN.groups)
TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def items(draw: st.DrawFn, key: str) -> ProgrammeItem:
    """Any item of the plan's people and places."""
    start = clock("00:00").plus(draw(st.integers(0, 2 * 24 * 60)))
    timed = draw(st.booleans())
    room = draw(st.sampled_from([None, "blue", "green"]))
    who = draw(st.lists(st.sampled_from(WHO), unique=True, max_size=5))
    return ProgrammeItem(
        id=key,
        kind=draw(st.sampled_from([Kind.OTHER, Kind.TRANSFER])),
        title=Text(ru=draw(TITLES), en=draw(TITLES)),
        start=start if timed else None,
        end=start.plus(draw(st.integers(1, 3 * 24 * 60))) if timed else None,
        day=None if timed else draw(st.sampled_from([None, DAY])),
        status=draw(st.sampled_from(ItemStatus)),
        venue="hall" if room else draw(st.sampled_from([None, "hall", "park"])),
        room=room,
        destination=draw(st.sampled_from([None, "park"])),
        responsible=draw(st.sampled_from([None, "dora", "twin-1"])),
        participants=tuple(Participation(who=w, excluded=draw(st.booleans())) for w in who),
    )


def back(visit: Visit, language: Language, *, html: bool) -> Visit:
    """The visit after all its rows were copied and pasted onto themselves."""
    sheet = Sheet(visit, language)
    rows = tuple(visit.items)
    cells = pasting.copied(sheet, visit, rows, COLUMNS)
    text, marked = as_text(cells), as_html(cells) if html else ""
    block = pasting.Block(rectangular(read_cells(text, marked)), rows, COLUMNS, DAY)
    patch, ids = pasting.pasted(sheet, visit, first_record(visit, MADE_AT), block)
    assert ids == rows[: len(ids)]
    return apply(visit, patch)


@pytest.mark.parametrize("html", [True, False])
@given(one=items("one"), two=items("two"), language=st.sampled_from(["ru", "en"]))
def test_rows_pasted_onto_themselves_change_nothing(
    one: ProgrammeItem, two: ProgrammeItem, language: Language, *, html: bool
) -> None:
    about = replace(PLAN.about, ends=DAY + timedelta(days=3))
    visit = replace(having(PLAN, items=(one, two)), about=about)
    assert back(visit, language, html=html).items == visit.items


@pytest.mark.parametrize("language", ["ru", "en", "be"])
@pytest.mark.parametrize("html", [True, False])
def test_example_pasted_onto_itself_changes_nothing(language: Language, *, html: bool) -> None:
    assert back(example(), language, html=html).items == example().items


@given(items("one"), items("two"))
def test_row_pasted_onto_another_says_the_same(one: ProgrammeItem, two: ProgrammeItem) -> None:
    timed = replace(one, start=clock("10:00"), end=clock("11:00"), title=Text(ru="Пункт"))
    other = replace(two, kind=one.kind, start=clock("14:00"), end=clock("14:30"))
    visit = having(PLAN, items=(timed, other))
    sheet = Sheet(visit, "ru")
    cells = pasting.copied(sheet, visit, ("one",), COLUMNS)
    block = pasting.Block(cells, ("two",), COLUMNS, DAY)
    patch, _ = pasting.pasted(sheet, visit, first_record(visit, MADE_AT), block)
    after = apply(visit, patch)
    assert pasting.copied(sheet, after, ("two",), COLUMNS) == cells
    assert set(after.items) == set(visit.items)
