# SPDX-License-Identifier: MIT
"""The days off of a country in a year, moved working days among them, as a library knows them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.days import CalendarDay, CalendarSet, CalendarStatus, DayKind
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.text import LANGUAGES, Text, message
from visitplanner.words import dates
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from holidays import HolidayBase

    from visitplanner.domain.text import Language

# What the law calls its ground, and the languages the library names the days in.
_GROUNDS: Final = {
    "RU": "ст. 112 ТК РФ",
    "BY": "Указ Президента Республики Беларусь № 157",
}
_SPOKEN: Final[Mapping[str, Mapping[Language, str]]] = {
    "RU": {"ru": "ru", "en": "en_US"},
    "BY": {"ru": "ru", "be": "be", "en": "en_US"},
}
COUNTRIES: Final = tuple(_SPOKEN)
FIRST_YEAR: Final = 1992
LAST_YEAR: Final = 2099
_OURS: Final[tuple[Language, ...]] = ("ru", "en")
_SATURDAY: Final = 6
# How the library names days off that are no holidays: their eves are whole working days.
_TAKEN_FROM: Final = re.compile(r"перенесено с (\d\d)\.(\d\d)\.(\d{4})")
_EXTRA: Final = "(выходной)"


def days_off(country: str, year: int) -> tuple[CalendarSet, tuple[CalendarDay, ...]]:
    """The calendar and its days; a draft while the moved days of the year are not known."""
    if country not in COUNTRIES or not FIRST_YEAR <= year <= LAST_YEAR:
        raise EditRefusedError(
            message("The days off of {country} {year} are not known.", country=country, year=year)
        )
    from holidays import country_holidays
    from holidays.version import __version__

    names = {
        language: country_holidays(country, years=(year, year + 1), expand=False, language=spoken)
        for language, spoken in _SPOKEN[country].items()
    }
    found = names["ru"]
    known = max(getattr(found, "special_public_holidays", {year: ()}))
    calendar = CalendarSet(
        id=f"{country.lower()}-{year}",
        country=country,
        year=year,
        status=CalendarStatus.APPROVED if year <= known else CalendarStatus.DRAFT,
        source=f"{_GROUNDS[country]}; holidays {__version__}",
    )
    moved = dict(_moved(found))
    worked = [day for day in found.weekend_workdays if day.year == year]
    off = [day for day in found if day.year == year]
    days = (
        *(_day(calendar, day, DayKind.OFF, _off(names, day, moved.get(day))) for day in off),
        *(_day(calendar, day, DayKind.WORKED, _worked(day, moved)) for day in worked),
        *(
            _day(calendar, day, DayKind.SHORT, _said(N_("Short day before a holiday")))
            for day in _eves(found, moved, year)
        ),
    )
    return calendar, tuple(sorted(days, key=lambda day: day.date))


def _day(calendar: CalendarSet, day: date, kind: DayKind, name: Text) -> CalendarDay:
    return CalendarDay(
        id=f"{calendar.id}-{day:%m-%d}", calendar=calendar.id, date=day, kind=kind, name=name
    )


def _said(msgid: str, day: date | None = None) -> Text:
    """A name of our own, with a day in it written as each language does."""
    ru, en = (
        translator(language)
        .gettext(msgid)
        .format(day=dates.day_and_month(day, language) if day else "")
        for language in _OURS
    )
    return Text(ru=ru, en=en)


def _moved(found: HolidayBase) -> Iterator[tuple[date, date]]:
    """Days off taken from elsewhere, and from where."""
    for day, name in found.items():
        if mark := _TAKEN_FROM.search(name):
            yield day, date(int(mark[3]), int(mark[2]), int(mark[1]))


def _off(names: Mapping[Language, HolidayBase], day: date, source: date | None) -> Text:
    if source is not None:
        return _said(N_("Day off moved from {day}"), source)
    ru, be, en = (
        str(names[language].get(day) or "") if language in names else "" for language in LANGUAGES
    )
    return Text(ru=ru, be=be, en=en)


def _worked(worked: date, moved: Mapping[date, date]) -> Text:
    """The name of a working Saturday: it says which day is off for it."""
    off = next((day for day, source in moved.items() if source == worked), None)
    return _said(N_("Working day")) if off is None else _said(N_("Working day for {day}"), off)


def _eves(found: HolidayBase, moved: Mapping[date, date], year: int) -> Iterator[date]:
    """The working days right before a holiday: an hour shorter by law in both countries."""
    for holiday, name in found.items():
        eve = holiday - timedelta(days=1)
        free = eve in found or (eve.isoweekday() >= _SATURDAY and eve not in found.weekend_workdays)
        if eve.year == year and not free and holiday not in moved and _EXTRA not in name:
            yield eve
