# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, having, item, small_visit
from tests.rules.alone import alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind, Laying, Wreath
from visitplanner.domain.period import from_instant, on
from visitplanner.domain.text import Text
from visitplanner.rules.daylight import daylight
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

RIBBON = Text(ru="От Правительства Смоленской области")
WHOLE = Wreath(
    party="smolensk", ribbon_text=RIBBON, ribbon_approved_by="Верина", bearers=("boris", "gleb")
)


def laying(*wreaths: Wreath, flowers: int = 2, who: tuple[str, ...] = ("hosts",)) -> Visit:
    detail = Laying(wreaths=wreaths, flowers_each=flowers)
    return small_visit(
        item("a", "11:00", "11:20", *who, kind=Kind.LAYING, venue="park", detail=detail)
    )


def test_each_side_that_lays_wreaths_has_one() -> None:
    assert told("K02", laying(WHOLE, who=("hosts", "guests"))) == [
        "E “Пункт a”: no wreath from Витебская область"
    ]
    assert alone("K02", laying(WHOLE)) == []
    assert (
        alone("K02", laying(WHOLE, replace(WHOLE, party="vitebsk"), who=("hosts", "guests"))) == []
    )


@pytest.mark.parametrize(
    ("wreath", "sentence"),
    [
        (replace(WHOLE, bearers=("boris",)), "1 bearer for the wreath of Смоленская область"),
        (replace(WHOLE, bearers=("boris", "boris")), "1 bearer for the wreath of"),
        (replace(WHOLE, ribbon_text=Text()), "no ribbon text on the wreath of"),
        (replace(WHOLE, ribbon_approved_by=""), "the ribbon text of Смоленская область is not"),
    ],
)
def test_a_wreath_needs_bearers_and_an_approved_ribbon(wreath: Wreath, sentence: str) -> None:
    (problem,) = alone("K02", laying(wreath))
    assert problem.severity is Severity.ERROR
    assert sentence in told("K02", laying(wreath))[0]


def test_flowers_without_wreaths_need_no_ribbon_but_an_even_number() -> None:
    assert alone("K02", laying(who=("hosts", "guests"))) == []
    assert told("K02", laying(flowers=3)) == ["W “Пункт a”: 3 flowers each, an odd number"]
    assert ways_out("K02", laying(flowers=3)) == ["safe: 4 flowers each"]
    assert alone("K02", mended("K02", laying(flowers=3))) == []
    assert ways_out("K02", laying(WHOLE, who=("guests",))) == []


def test_a_laying_without_details_is_not_judged() -> None:
    assert alone("K02", small_visit(item("a", "11:00", "11:20", "hosts", kind=Kind.LAYING))) == []


def in_the_open(start: str, end: str) -> Visit:
    return small_visit(item("a", start, end, venue="park", kind=Kind.LAYING))


@pytest.mark.parametrize(
    ("start", "end", "dark"),
    [
        # In Smolensk on 23 December the sun rises at 9:14 and sets at 16:27.
        ("09:00", "09:20", True),
        ("09:20", "09:40", False),
        ("11:00", "11:20", False),
        ("15:50", "16:10", False),
        ("16:00", "16:20", True),
        ("16:30", "16:50", True),
    ],
)
def test_a_ceremony_in_the_open_needs_daylight(start: str, end: str, *, dark: bool) -> None:
    assert bool(alone("K04", in_the_open(start, end))) is dark


def test_the_dark_is_told_with_sunrise_and_sunset_and_moved_away_from() -> None:
    evening, morning = in_the_open("16:30", "16:50"), in_the_open("08:00", "08:20")
    assert told("K04", evening)[0].startswith("W “Пункт a” is in the dark: the sun rises at 9:1")
    assert ways_out("K04", evening) == ["look: Move to 15:50"]
    assert ways_out("K04", morning) == ["look: Move to 9:15"]
    assert alone("K04", mended("K04", evening)) == alone("K04", mended("K04", morning)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"outdoor": False},
        {"kind": Kind.SIGHTSEEING},
        {"start": None, "end": None},
        {"venue": "hall"},
        {"venue": None},
    ],
)
def test_daylight_is_asked_for_nothing_else(fields: dict[str, object]) -> None:
    visit = in_the_open("16:30", "16:50")
    assert alone("K04", having(visit, items=(replace(visit.items["a"], **fields),))) == []


def test_lights_will_do_and_unknown_coordinates_are_missing_data() -> None:
    visit = in_the_open("16:30", "16:50")
    park = visit.venues["park"]
    assert alone("K04", having(visit, venues=(replace(park, lighting=True),))) == []
    assert told("K04", having(visit, venues=(replace(park, latitude=None),))) == [
        "I The coordinates are not entered for 1 place outdoors"
    ]


@pytest.mark.parametrize(
    ("place", "day", "rise", "set_"),
    [
        ((54.782, 32.045), date(2025, 12, 23), "09:14", "16:27"),
        ((54.782, 32.045), date(2026, 6, 22), "04:13", "21:33"),
        ((54.782, 32.045), date(2026, 9, 25), "06:40", "18:44"),
        ((55.190, 30.205), date(2025, 12, 23), "09:24", "16:32"),
        ((55.190, 30.205), date(2026, 6, 22), "04:18", "21:43"),
    ],
)
def test_daylight_agrees_with_the_almanac(
    place: tuple[float, float], day: date, rise: str, set_: str
) -> None:
    found = daylight(*place, day, "Europe/Moscow")
    assert found is not None
    for moment, text in zip(found, (rise, set_), strict=True):
        hours, minutes = map(int, text.split(":"))
        local = from_instant(moment, "Europe/Moscow")
        assert abs(local.minutes - on(day, hours * 60 + minutes).minutes) <= 2


def test_beyond_the_polar_circle_the_sun_may_stay_up_or_down() -> None:
    visit = in_the_open("11:00", "11:20")
    murmansk = replace(visit.venues["park"], latitude=68.97, longitude=33.08)
    dark = having(visit, venues=(murmansk,))
    assert told("K04", dark) == ["W “Пункт a”: the sun does not rise that day"]
    assert ways_out("K04", dark) == []
    summer = daylight(68.97, 33.08, date(2026, 6, 22), "Europe/Moscow")
    assert summer is not None
    assert summer[0] < summer[1] - 1440
    assert DAY.month == 12
