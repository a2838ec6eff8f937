# SPDX-License-Identifier: MIT
"""A print says where its items stand: their words are found in those boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.crowd import crowded_visit
from tests.exports.pdf.paper import MOMENT, opened
from tests.factory import DAY, example, having
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Text
from visitplanner.publishing import Order, papers, printed, view_for

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.exports.pdf.programme import Print


def made(visit: Visit, edition: str = "official") -> Print:
    order = Order(format="pdf", edition=edition)
    return printed(visit, first_record(visit, MOMENT), order, DAY)


def words_in(data: bytes, page: int, box: tuple[float, float, float, float]) -> str:
    """The text inside a box given from the upper left corner, without its line breaks."""
    left, top, width, height = box
    with opened(data) as document:
        sheet = document[page]
        total = sheet.get_height()
        text = sheet.get_textpage().get_text_bounded(
            left=left, bottom=total - top - height, right=left + width, top=total - top
        )
    return " ".join(text.replace("\ufffe", "").split())


@pytest.mark.parametrize("edition", ["official", "working"])
def test_every_printed_item_stands_where_it_says(edition: str) -> None:
    visit = example()
    order = Order(format="pdf", edition=edition)
    view = view_for(visit, first_record(visit, MOMENT), order, DAY)
    result = made(visit, edition)

    assert {p.item for p in result.places} == {row.id for row in view.rows}
    for row in view.rows:
        first = next(p for p in result.places if p.item == row.id)
        box = (first.left, first.top, first.width, first.height)
        found = words_in(result.data, first.page, box)
        assert row.clock in found
        assert row.title.split()[0] in found


@pytest.mark.parametrize("edition", ["official", "working"])
def test_boxes_lie_on_their_sheets_and_apart(edition: str) -> None:
    result = made(crowded_visit(200, 60, 3, seed=1), edition)

    for place in result.places:
        width, height = result.sheets[place.page]
        assert place.left >= 0
        assert place.left + place.width <= width
        assert place.top >= 0
        assert place.top + place.height <= height
    for one, next_one in zip(result.places, result.places[1:], strict=False):
        if one.page == next_one.page:
            assert one.top + one.height <= next_one.top + 0.1


def test_sheets_are_those_of_the_file() -> None:
    result = made(example(), "working")

    with opened(result.data) as document:
        assert len(document) == len(result.sheets)
        assert document[0].get_size() == pytest.approx(result.sheets[0], abs=0.01)


def test_a_finding_names_its_item() -> None:
    visit = example()
    long = replace(visit.items["lunch"], title=Text(ru="Щ" * 90))
    strange = replace(visit.items["press"], title=Text(ru="Подход 漢 к прессе"))
    found = {f.code: f.items for f in made(having(visit, items=(long, strange))).findings}

    assert found == {"O04": ("lunch",), "O05": ("press",)}


def test_the_bytes_are_those_of_any_other_export() -> None:
    visit = example()
    order = Order(format="pdf")
    (paper,) = papers(visit, first_record(visit, MOMENT), [order], DAY)

    assert made(visit).data == paper.data
