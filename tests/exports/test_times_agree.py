# SPDX-License-Identifier: MIT
"""A time that leaves the house is the item's: print, workbook and calendar are read back."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.exports.calendars import calendar_of, read
from tests.exports.pdf.paper import printed, sheets
from tests.exports.workbooks import opened, table, view_of
from tests.factory import item, small_visit
from visitplanner.domain.period import instant, on
from visitplanner.domain.policy import ProtocolPolicy
from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.text import Text, Visibility
from visitplanner.exports.excel import write_excel

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

FIRST = date(2025, 12, 30)
ZONES = (None, "Europe/Minsk", "Europe/Warsaw", "Asia/Kamchatka")
VISIT_ZONE = "Europe/Moscow"
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
MONTHS = {12: "декабря", 1: "января"}
SPANS = re.compile(r"\d{1,2}[.:]\d\d–\d{1,2}[.:]\d\d")
HEADINGS = re.compile(r"\d{1,2} \w+ \d{4} года, \w+")


@st.composite
def entries(draw: st.DrawFn) -> ProgrammeItem:
    """An item on some day about New Year, up to a day long, in one zone or two."""
    start = on(FIRST + timedelta(days=draw(st.integers(0, 3))), draw(st.integers(0, 1439)))
    zone = draw(st.sampled_from(ZONES))
    end_zone = draw(st.sampled_from(ZONES))
    length = draw(st.integers(1, 1439))
    moment = instant(start, zone or VISIT_ZONE) + length
    away = ZoneInfo(end_zone or zone or VISIT_ZONE)
    local = (datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC")) + timedelta(minutes=moment)).astimezone(
        away
    )
    return replace(
        item("x", "10:00", "11:00"),
        start=start,
        end=on(local.date(), local.hour * 60 + local.minute),
        zone=zone,
        end_zone=end_zone,
        certainty=draw(st.sampled_from(Certainty)),
        status=draw(st.sampled_from((ItemStatus.TENTATIVE, ItemStatus.CONFIRMED))),
    )


def planned(found: list[ProgrammeItem], separator: str) -> Visit:
    items = [
        replace(entry, id=f"i{n:02}", title=Text(ru=f"Событие-{n:02}"))
        for n, entry in enumerate(found)
    ]
    visit = small_visit(*items)
    about = replace(visit.about, starts=FIRST, ends=FIRST + timedelta(days=3))
    return replace(visit, about=about, policy=ProtocolPolicy(time_separator=separator))


def figures(entry: ProgrammeItem, separator: str) -> str:
    """What must be printed, worded here once more from the bare numbers."""
    assert entry.start is not None
    assert entry.end is not None
    start, end = divmod(entry.start.minutes % 1440, 60), divmod(entry.end.minutes % 1440, 60)
    if end == (0, 0) and entry.end > entry.start:
        end = (24, 0)
    return f"{start[0]}{separator}{start[1]:02}–{end[0]}{separator}{end[1]:02}"


def heading(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year} года, {WEEKDAYS[day.weekday()]}"


@pytest.mark.parametrize("audience", [Visibility.PUBLIC, Visibility.INTERNAL])
@settings(deadline=None, max_examples=25)
@given(st.lists(entries(), min_size=1, max_size=6), st.sampled_from((".", ":")))
def test_print_says_the_days_and_times_of_the_items(
    audience: Visibility, found: list[ProgrammeItem], separator: str
) -> None:
    visit = planned(found, separator)
    text = " ".join(re.sub(r"\s+", " ", s.text) for s in sheets(printed(visit, audience)))
    for entry in visit.items.values():
        assert entry.start is not None
        before = text.split(entry.title.ru)
        assert len(before) == 2, "every item is printed once"
        assert HEADINGS.findall(before[0])[-1] == heading(entry.start.date)
        since = re.split(r"Событие-\d\d", before[0])[-1]
        assert SPANS.findall(since) == [figures(entry, separator)]


@settings(deadline=None, max_examples=25)
@given(st.lists(entries(), min_size=1, max_size=6))
def test_workbook_and_calendar_hold_the_times_of_the_items(found: list[ProgrammeItem]) -> None:
    visit = planned(found, ".")
    rows = {
        str(row["Мероприятие"]): row
        for row in table(opened(write_excel(view_of(visit)))["Программа"])
    }
    events = {str(e.summary).removeprefix("ПРЕДВ.: "): e for e in read(calendar_of(visit)).events}
    assert len(rows) == len(events) == len(visit.items)
    for entry in visit.items.values():
        assert entry.start is not None
        assert entry.end is not None
        start_zone = entry.zone or VISIT_ZONE
        end_zone = entry.end_zone or start_zone
        first, last = instant(entry.start, start_zone), instant(entry.end, end_zone)
        row, event = rows[entry.title.ru], events[entry.title.ru]
        day = row["Дата"]
        assert isinstance(day, datetime)
        assert day.date() == entry.start.date
        assert row["Начало"] == time(*divmod(entry.start.minutes % 1440, 60))
        assert row["Окончание"] == time(*divmod(entry.end.minutes % 1440, 60))
        assert row["Мин"] == last - first
        for moment, expected in ((event.dtstart, first), (event.dtend, last)):
            assert isinstance(moment, datetime)
            assert moment.timestamp() == expected * 60
