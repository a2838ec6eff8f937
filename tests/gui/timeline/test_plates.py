# SPDX-License-Identifier: MIT
"""How blocks look: words stay inside, whatever the size; they stay in sight when scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from visitplanner.domain.kinds import Kind
from visitplanner.gui import theme
from visitplanner.gui.timeline.faces import Face
from visitplanner.gui.timeline.plate import Plate, Status
from visitplanner.gui.timeline.plates import PlateMaker
from visitplanner.gui.timeline.typesetter import Role, Typesetter
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = "Заседание рабочей группы по высокотехнологичному электротранспорту"


@pytest.fixture(scope="module")
def make(qapp: object) -> Callable[[QRectF, Face, Status], Plate]:
    del qapp
    return PlateMaker(theme.LIGHT, Typesetter(theme.window_font()), 1.5).make


FACES = st.builds(
    Face,
    st.sampled_from(Kind),
    st.sampled_from(["Обед", LONG, "…", LONG + " " + LONG]),
    st.sampled_from(["", "9.00–9.05", "≈\u00a011.00–11.20"]),
    st.sampled_from(["", "Сквер памяти Героев", LONG]),
    st.sampled_from(["", "Анохин В. Н., Субботин А. М., " + LONG]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
STATUSES = st.builds(
    Status,
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, *Severity]),
    st.floats(0, 300),
    st.booleans(),
    st.booleans(),
)


@given(
    st.floats(4, 900), st.floats(2, 500), FACES, STATUSES, st.floats(-300, 300), st.floats(-90, 90)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_words_never_run_out_of_the_block(  # noqa: PLR0913, PLR0917 -- a block and where it is
    make: Callable[[QRectF, Face, Status], Plate],
    width: float,
    height: float,
    face: Face,
    status: Status,
    across: float,
    down: float,
) -> None:
    rect = QRectF(10, 20, width, height)
    plate = make(rect, face, status)
    shift = plate.shift(QPointF(10 + across, 20 + down)) or QPointF()
    for _, _, point, text in plate.texts:
        at = point + shift
        assert at.x() >= rect.x()
        assert at.x() + text.size().width() <= rect.right() + 0.5
        # A line is higher than its letters by some 3 pixels above and below together.
        assert at.y() >= rect.y() - 2.5
        assert at.y() + text.size().height() <= rect.bottom() + 2.5


def plain(title: str, **changes: bool) -> Face:
    return Face(
        Kind.SESSION,
        title,
        "12.10–13.30",
        "Дом",
        "Анохин В. Н.",
        changes.get("tentative", False),
        changes.get("cancelled", False),
        changes.get("fixed", False),
        changes.get("internal", False),
    )


def texts(plate: Plate) -> list[str]:
    return [text.text() for _, _, _, text in plate.texts]


def test_tall_block_says_title_time_place_and_people(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    found = texts(make(QRectF(0, 0, 300, 120), plain("Обед"), Status()))
    assert found == ["Обед", "12.10–13.30", "Дом", "Анохин В. Н."]


def test_low_block_says_what_it_can_in_one_line(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    found = texts(make(QRectF(0, 0, 300, 20), plain("Обед"), Status()))
    assert found == ["Обед", "12.10–13.30 · Дом"]


def test_lowest_block_is_only_colour(make: Callable[[QRectF, Face, Status], Plate]) -> None:
    assert texts(make(QRectF(0, 0, 300, 8), plain("Обед"), Status())) == []


def test_long_words_are_divided_rather_than_broken(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    found = texts(make(QRectF(0, 0, 100, 300), plain("Электротранспорт"), Status()))
    first, second = found[:2]
    assert first.endswith("-")
    assert first[:-1] + second == "Электротранспорт"


def test_words_follow_the_edge_of_the_window_inside_their_block(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    plate = make(QRectF(0, 0, 900, 400), plain("Обед"), Status())
    assert plate.shift(QPointF(-5, -5)) is None
    assert plate.shift(QPointF(100, 50)) == QPointF(100, 50)
    end = plate.shift(QPointF(100, 5000))
    assert end is not None
    assert plate.words.bottom() + end.y() <= 400


@pytest.mark.parametrize("mark", ["fixed", "internal"])
def test_fixed_and_internal_items_have_a_badge(
    make: Callable[[QRectF, Face, Status], Plate], mark: str
) -> None:
    rect = QRectF(0, 0, 300, 60)
    assert len(make(rect, plain("Обед", **{mark: True}), Status()).badges) == 1
    assert not make(rect, plain("Обед"), Status()).badges


def test_tentative_is_dashed_and_cancelled_struck_through(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    rect = QRectF(0, 0, 300, 60)
    tentative = make(rect, plain("Обед", tentative=True), Status())
    assert tentative.outline.dashPattern()  # type: ignore[union-attr]
    cancelled = make(rect, plain("Обед", cancelled=True), Status())
    assert cancelled.texts[0][0].strikeOut()
    confirmed = make(rect, plain("Обед"), Status())
    assert not confirmed.texts[0][0].strikeOut()


def test_transfer_is_hatched_only_as_far_as_the_way(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    ride = Face(Kind.TRANSFER, "Переезд", "", "", "", *(False,) * 4)
    plate = make(QRectF(0, 0, 300, 100), ride, Status(travel=40))
    assert plate.patterned is not None
    assert plate.patterned.boundingRect().height() == pytest.approx(40, abs=1)


def test_text_that_is_too_long_ends_with_a_whole_word(qapp: object) -> None:
    del qapp
    typesetter = Typesetter(theme.window_font())
    for room in range(20, 400, 7):
        shown = typesetter.cut(Role.TITLE, LONG, room)
        assert typesetter.shaped(Role.TITLE, shown)[1] <= room
        words = shown.removesuffix("…").split()
        assert words == LONG.split()[: len(words)]
        following = " ".join(LONG.split()[: len(words) + 1])
        assert typesetter.shaped(Role.TITLE, f"{following}…")[1] > room or following == LONG


@pytest.mark.parametrize("width", [24, 34, 50, 70, 90, 140, 200])
@pytest.mark.parametrize("height", [12, 18, 24, 40, 80])
def test_no_fragment_of_a_word_stands_alone_in_a_block(
    make: Callable[[QRectF, Face, Status], Plate], width: int, height: int
) -> None:
    face = plain("Совместное фотографирование № 5")
    plate = make(QRectF(0, 0, width, height), face, Status())
    title = [text.text() for font, _, _, text in plate.texts if font.weight() > 500]
    said = " ".join(title).replace("- ", "").removesuffix("…")
    words = face.title.split()
    assert said.split() == words[: len(said.split())]
    if not plate.texts and height >= 18 and width >= 24:
        assert plate.icon is not None


def test_block_too_narrow_for_a_word_shows_its_icon_alone(
    make: Callable[[QRectF, Face, Status], Plate],
) -> None:
    narrow = make(QRectF(0, 0, 38, 90), plain("Совместное фотографирование"), Status())
    assert texts(narrow) == []
    assert narrow.icon is not None
    locked = make(QRectF(0, 0, 38, 90), plain("Совместное", fixed=True), Status())
    assert locked.icon is not None
    assert locked.badges
    (lock, _), (sign, _) = locked.badges[0], locked.icon
    assert sign.y() > lock.y() + 10
    short = make(QRectF(0, 0, 60, 90), plain("Обед"), Status())
    assert texts(short)[0] == "Обед"


def test_a_number_stays_beside_its_sign(make: Callable[[QRectF, Face, Status], Plate]) -> None:
    for width in range(70, 240, 9):
        found = texts(make(QRectF(0, 0, width, 200), plain("Обсуждение в зале № 18"), Status()))
        assert not any(text.rstrip("…").endswith("№") for text in found)


def test_a_cut_title_goes_on_without_a_space(make: Callable[[QRectF, Face, Status], Plate]) -> None:
    for width in range(40, 300, 7):
        for height in (24, 44, 60):
            found = texts(make(QRectF(0, 0, width, height), plain(LONG), Status()))
            assert not any(" …" in text for text in found)
