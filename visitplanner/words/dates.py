# SPDX-License-Identifier: MIT
"""Dates and times as a protocol office prints them, from small tables: nothing slow is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.text import Language

EN_DASH: Final = "–"
MINUS: Final = "−"
NBSP: Final = "\N{NO-BREAK SPACE}"


def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split())


_MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    "ru": _words(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
    "be": _words(
        "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка"
        " лістапада снежня"
    ),
    "en": _words(
        "January February March April May June July August September October November December"
    ),
}
_WEEKDAYS: Final[Mapping[Language, tuple[str, ...]]] = {
    "ru": _words("понедельник вторник среда четверг пятница суббота воскресенье"),
    "be": _words("панядзелак аўторак серада чацвер пятніца субота нядзеля"),
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
}
_SHORT_WEEKDAYS: Final[Mapping[Language, tuple[str, ...]]] = {
    "ru": _words("пн вт ср чт пт сб вс"),
    "be": _words("пн аў ср чц пт сб нд"),
    "en": _words("Mon Tue Wed Thu Fri Sat Sun"),
}
_YEAR_WORD: Final[Mapping[Language, str]] = {"ru": " года", "be": " года", "en": ""}
_MINUTES: Final[Mapping[Language, str]] = {"ru": "мин", "be": "хв", "en": "min"}
_HOURS: Final[Mapping[Language, str]] = {"ru": "ч", "be": "гадз", "en": "h"}


def time_text(time: LocalTime, language: Language = "ru", separator: str = ".") -> str:
    """A time of day, «9.00»: 24 hours, no leading zero.

    The separator is the office's choice for Russian and Belarusian; English has the colon.
    """
    return clock_text(time.minute_of_day, language, separator)


def clock_text(minute_of_day: int, language: Language = "ru", separator: str = ".") -> str:
    """Minutes after midnight as a time of day; 1440 is 24.00."""
    hour, minute = divmod(minute_of_day, 60)
    return f"{hour}{':' if language == 'en' else separator}{minute:02}"


def range_text(
    start: LocalTime, end: LocalTime, language: Language = "ru", separator: str = "."
) -> str:
    """A span of time, «11.00–11.20»; one time only when both are the same."""
    first = time_text(start, language, separator)
    if start == end:
        return first
    if end.minute_of_day == 0 and end > start:
        return f"{first}{EN_DASH}{clock_text(1440, language, separator)}"
    return f"{first}{EN_DASH}{time_text(end, language, separator)}"


def minutes_text(minutes: int, language: Language = "ru") -> str:
    """A length, «20 мин»; a negative one has a true minus."""
    return f"{number_text(minutes)}{NBSP}{_MINUTES[language]}"


def length_text(minutes: int, language: Language = "ru") -> str:
    """A length in hours and minutes, «1 ч 30 мин»."""
    hours, rest = divmod(abs(minutes), 60)
    if hours == 0:
        return minutes_text(minutes, language)
    sign = MINUS if minutes < 0 else ""
    whole = f"{sign}{hours}{NBSP}{_HOURS[language]}"
    return f"{whole} {minutes_text(rest, language)}" if rest else whole


def number_text(number: int) -> str:
    """A whole number with a true minus."""
    return f"{MINUS if number < 0 else ''}{abs(number)}"


def weekday(day: date, language: Language = "ru") -> str:
    """The day of the week in full."""
    return _WEEKDAYS[language][day.weekday()]


def short_weekday(day: date, language: Language = "ru") -> str:
    """The day of the week in two or three letters."""
    return _SHORT_WEEKDAYS[language][day.weekday()]


def day_and_month(day: date, language: Language = "ru") -> str:
    """«23 декабря»."""
    return f"{day.day} {_MONTHS[language][day.month - 1]}"


def long_date(day: date, language: Language = "ru") -> str:
    """«23 декабря 2025 года»."""
    return f"{day_and_month(day, language)} {day.year}{_YEAR_WORD[language]}"


def day_heading(day: date, language: Language = "ru") -> str:
    """«23 декабря 2025 года, вторник»; English: “Tuesday, 23 December 2025”."""
    if language == "en":
        return f"{weekday(day, language)}, {long_date(day, language)}"
    return f"{long_date(day, language)}, {weekday(day, language)}"


def short_day_heading(day: date, language: Language = "ru") -> str:
    """«23 декабря, вторник»; English: “Tuesday, 23 December”."""
    if language == "en":
        return f"{weekday(day, language)}, {day_and_month(day, language)}"
    return f"{day_and_month(day, language)}, {weekday(day, language)}"


def date_range(first: date, last: date, language: Language = "ru", *, year: bool = True) -> str:
    """«23–24 декабря 2025 года», «30 декабря 2025 года – 2 января 2026 года»."""
    if first > last:
        first, last = last, first
    end = long_date(last, language) if year else day_and_month(last, language)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{EN_DASH}{end}"
    if year and first.year != last.year:
        return f"{long_date(first, language)} {EN_DASH} {end}"
    return f"{day_and_month(first, language)} {EN_DASH} {end}"


def short_date(day: date, language: Language = "ru") -> str:
    """«23.12.2025»; English: “23/12/2025”."""
    mark = "/" if language == "en" else "."
    return f"{day.day:02}{mark}{day.month:02}{mark}{day.year:04}"


def day_mark(day: date, language: Language = "ru") -> str:
    """«23.12», for narrow places."""
    mark = "/" if language == "en" else "."
    return f"{day.day:02}{mark}{day.month:02}"
