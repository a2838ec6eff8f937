# SPDX-License-Identifier: MIT
"""What a reader must never see: letters over lines or each other, headings alone, empty pages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.exports.pdf.paper import MM, Sheet, printed, sheets
from tests.factory import DAY, example, item, small_visit
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Person
from visitplanner.domain.period import on
from visitplanner.domain.text import Text, Visibility
from visitplanner.domain.visit import About

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

AUDIENCES = (Visibility.PUBLIC, Visibility.INTERNAL)
LONG = "Торжественное заседание по вопросам межрегионального сотрудничества " * 30


def _crowded(count: int) -> Visit:
    """So many items over several days, with titles of every length."""
    entries = []
    for n in range(count):
        day = DAY.fromordinal(DAY.toordinal() + n // 17)
        start = on(day, 8 * 60 + n % 17 * 45)
        entries.append(
            replace(
                item(f"item-{n}", "08:00", "08:30", "hosts", "guests"),
                kind=Kind.TALKS if n % 5 else Kind.TRANSFER,
                title=Text(ru=f"Пункт программы {n} " + "с длинным названием " * (n % 7)),
                public_text=Text(ru="Подробности. " * (n % 11)),
                start=start,
                end=start.plus(30),
                venue="hall",
                room="blue",
            )
        )
    visit = small_visit(*entries)
    last = DAY.fromordinal(DAY.toordinal() + (count - 1) // 17)
    return replace(visit, about=replace(visit.about, ends=last))


def _with_long_names() -> Visit:
    visit = small_visit(
        replace(
            item("talks", "10:00", "11:00", "anna", "vera", "hosts"),
            title=Text(ru=LONG),
            venue="hall",
            room="blue",
            dress=Text(ru="ф" * 300),
            internal_text=Text(ru="https://example.invalid/" + "a" * 400),
        )
    )
    people = {
        **visit.people,
        "anna": Person(
            id="anna",
            surname=Text(ru="Рентгено" * 12),
            given=Text(ru="Александра-Елизавета"),
            phone="1" * 90,
        ),
    }
    posts = {k: replace(p, title=Text(ru=LONG)) for k, p in visit.posts.items()}
    return replace(visit, people=people, posts=posts)


VISITS = {"example": example(), "crowded": _crowded(200), "long": _with_long_names()}


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, Visibility], list[Sheet]]:
    return {
        (name, audience): sheets(printed(visit, audience))
        for name, visit in VISITS.items()
        for audience in AUDIENCES
    }


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", VISITS)
class TestEveryPage:
    def test_letters_stay_on_the_paper(
        self, pages: dict[tuple[str, Visibility], list[Sheet]], name: str, audience: Visibility
    ) -> None:
        left, right = (30, 10) if audience is Visibility.PUBLIC else (20, 20)
        for sheet in pages[name, audience]:
            assert min(g.left for g in sheet.glyphs) >= left * MM - 1
            assert max(g.right for g in sheet.glyphs) <= sheet.width - right * MM + 1
            assert min(g.bottom for g in sheet.glyphs) >= 9 * MM
            assert max(g.top for g in sheet.glyphs) <= sheet.height - 9 * MM

    def test_no_letter_touches_a_line(
        self, pages: dict[tuple[str, Visibility], list[Sheet]], name: str, audience: Visibility
    ) -> None:
        for sheet in pages[name, audience]:
            across = [s for s in sheet.strokes if s.top - s.bottom < 2 < s.right - s.left]
            down = [s for s in sheet.strokes if s.right - s.left < 2 < s.top - s.bottom]
            for glyph in sheet.glyphs:
                for s in across:
                    inside = s.left < glyph.right and glyph.left < s.right
                    assert not (inside and glyph.bottom < s.bottom + 0.2 < glyph.top), glyph
                for s in down:
                    inside = s.bottom < glyph.top and glyph.bottom < s.top
                    assert not (inside and glyph.left < s.left + 0.2 < glyph.right), glyph

    def test_no_letter_lies_on_another(
        self, pages: dict[tuple[str, Visibility], list[Sheet]], name: str, audience: Visibility
    ) -> None:
        for sheet in pages[name, audience]:
            in_order = sorted(sheet.glyphs, key=lambda g: g.left)
            for n, glyph in enumerate(in_order):
                for other in in_order[n + 1 :]:
                    if other.left >= glyph.right:
                        break
                    wide = min(glyph.right, other.right) - other.left
                    high = min(glyph.top, other.top) - max(glyph.bottom, other.bottom)
                    least = min(g.right - g.left for g in (glyph, other))
                    assert wide <= 0.5 * least + 0.6 or high <= 0.6, (glyph, other)

    def test_no_page_is_empty_or_nearly_so(
        self, pages: dict[tuple[str, Visibility], list[Sheet]], name: str, audience: Visibility
    ) -> None:
        for sheet in pages[name, audience]:
            body = [g for g in sheet.glyphs if 17 * MM < g.top < sheet.height - 17 * MM]
            assert len(body) > 60

    def test_heading_of_a_day_has_two_rows_under_it(
        self, pages: dict[tuple[str, Visibility], list[Sheet]], name: str, audience: Visibility
    ) -> None:
        for sheet in pages[name, audience]:
            lines = sheet.text.splitlines()
            days = [
                n for n, line in enumerate(lines) if re.search(r"2025 года, |2026 года, ", line)
            ]
            for n, following in pairwise([*days, len(lines)]):
                times = [x for x in lines[n + 1 : following] if re.match(r"\d+\.\d\d(–|$| )", x)]
                assert len(times) >= (1 if name == "long" else 2), lines[n : n + 4]


def test_row_of_a_table_is_never_parted() -> None:
    seen: dict[str, int] = {}
    for number, sheet in enumerate(sheets(printed(_crowded(200), Visibility.PUBLIC))):
        for found in re.findall(r"Пункт программы (\d+)", sheet.text):
            assert found not in seen
            seen[found] = number
    assert len(seen) == 200


def test_pages_are_numbered_from_the_second() -> None:
    def above(sheet: Sheet) -> str:
        return "".join(g.letter for g in sheet.glyphs if g.bottom > sheet.height - 19 * MM)

    first, *others = sheets(printed(_crowded(40), Visibility.PUBLIC))

    assert above(first) == ""
    assert [above(sheet) for sheet in others] == [str(n + 2) for n in range(len(others))]


def test_head_of_the_table_stands_on_every_page_of_the_working_programme() -> None:
    pages = sheets(printed(_crowded(40), Visibility.INTERNAL))
    count = len(pages)

    for number, sheet in enumerate(pages[:-1], start=1):
        assert "Мероприятие" in sheet.text
        assert f"стр. {number} из {count}" in sheet.text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_empty_visit_prints_sensibly(audience: Visibility) -> None:
    visit = small_visit()
    bare = replace(
        visit,
        about=About(title=Text(), starts=DAY, ends=DAY),
        people={},
        posts={},
        delegations={},
        memberships={},
        parties={},
    )

    for empty in (visit, bare):
        text = "\n".join(s.text for s in sheets(printed(empty, audience)))
        assert "ПРОГРАММА" in text
        assert "23 декабря 2025 года, вторник" in text
        assert "Программа дня готовится." in text
        assert "None" not in text
