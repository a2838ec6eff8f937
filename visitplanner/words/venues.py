# SPDX-License-Identifier: MIT
"""Coordinates, opening hours and minutes by the hour, as they are written and as they are typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from visitplanner.domain.venues import Opening
from visitplanner.words import dates
from visitplanner.words.typed import minute_of_day, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.text import Language

_NUMBER: Final = re.compile(r"([+\-−]?)(\d{1,3}(?:[.,]\d+)?)\s*°?")
_PARTS: Final = re.compile(r"\s*;\s*|\s*,\s+|\s+")
_NORTH, _EAST = 90.0, 180.0
_DAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "be": ("пн", "аў", "ср", "чц", "пт", "сб", "нд"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_STEMS: Final = (
    ("пн", "пон", "пан", "mon"),
    ("вт", "аў", "tue"),
    ("ср", "сер", "wed"),
    ("чт", "чц", "чет", "чац", "thu"),
    ("пт", "пят", "fri"),
    ("сб", "суб", "sat"),
    ("вс", "вос", "нд", "няд", "sun"),
)
_DAILY: Final = {"ru": "ежедневно", "be": "штодня", "en": "daily"}
_ROUND: Final = {"ru": "круглосуточно", "be": "кругласутачна", "en": "round the clock"}
_WEEK: Final = 7
_HOUR: Final = 60
_LAST: Final = 24 * _HOUR
_WORDS: Final = re.compile(r"[^\W\d_]+")
_RULE: Final = re.compile(r"\s*;\s*")
_BY_HOUR: Final = re.compile(r"(\d{1,2})(?:[.:]00)?\s*(?:ч\.?|h)?\s*[–—:=-]\s*(\d{1,4})")


def coordinates_text(latitude: float | None, longitude: float | None) -> str:
    """«54.782, 32.045», as map services give and take them."""
    if latitude is None or longitude is None:
        return ""
    return f"{latitude:.6f}".rstrip("0").rstrip(".") + f", {longitude:.6f}".rstrip("0").rstrip(".")


def coordinates_meant(typed: str) -> tuple[float, float] | None:
    """Latitude and longitude somebody means: `54.782, 32.045`, `54,782 32,045`."""
    parts = [part for part in _PARTS.split(typed.strip()) if part]
    if len(parts) == 1 and parts[0].count(",") == 1:
        parts = parts[0].split(",")
    found = [_NUMBER.fullmatch(part.strip()) for part in parts]
    if len(found) != 2 or found[0] is None or found[1] is None:  # noqa: PLR2004 -- two numbers
        return None
    north, east = (
        float(one[2].replace(",", ".")) * (-1 if one[1] in {"-", "−"} else 1)
        for one in (found[0], found[1])
    )
    return (north, east) if abs(north) <= _NORTH and abs(east) <= _EAST else None


def hours_text(hours: Iterable[Opening], language: Language) -> str:
    """«пн–пт 8.00–20.00; сб 10.00–16.00»."""
    return "; ".join(_opening_text(opening, language) for opening in hours)


def _opening_text(opening: Opening, language: Language) -> str:
    days = tuple(sorted(opening.weekdays))
    separator = ":" if language == "en" else "."
    first, last = (_minutes(text) for text in (opening.opens, opening.closes))
    named = _DAILY[language] if days == tuple(range(1, _WEEK + 1)) else _days_text(days, language)
    if (first, last) == (0, _LAST):
        return f"{named} {_ROUND[language]}" if named != _DAILY[language] else _ROUND[language]
    times = [dates.clock_text(minute, language, separator) for minute in (first, last)]
    return f"{named} {times[0]}–{times[1]}"


def _days_text(days: tuple[int, ...], language: Language) -> str:
    names = _DAYS[language]
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return ", ".join(
        names[first - 1] + (f"–{names[last - 1]}" if last > first else "") for first, last in runs
    )


def hours_meant(typed: str) -> tuple[Opening, ...] | None:
    """The opening hours somebody means; empty text means none known; None: not understood."""
    found = []
    for part in _RULE.split(typed.strip()):
        if not part:
            continue
        opening = _opening_meant(part.strip().lower())
        if opening is None:
            return None
        found.append(opening)
    return tuple(found)


def _opening_meant(part: str) -> Opening | None:
    for whole in _ROUND.values():
        if part.endswith(whole):
            days = _days_meant(part.removesuffix(whole).strip())
            return None if days is None else _opening(days, 0, _LAST)
    cut = next((n for n, letter in enumerate(part) if letter.isdigit()), None)
    if cut is None:
        return None
    days, times = _days_meant(part[:cut].strip().rstrip(":")), _times_meant(part[cut:])
    if days is None or times is None or times[0] >= times[1]:
        return None
    return _opening(days, *times)


def _times_meant(text: str) -> tuple[int, int] | None:
    """`8–20` is from 8.00 to 20.00 here, not twenty past eight."""
    parts = re.split(r"\s*[-–—−]\s*", text)
    if len(parts) != 2:  # noqa: PLR2004 -- from and to
        return span(text)
    first, last = (minute_of_day(part) for part in parts)
    return None if first is None or last is None else (first, last)


def _opening(days: tuple[int, ...], first: int, last: int) -> Opening:
    opens, closes = (f"{minute // _HOUR:02}:{minute % _HOUR:02}" for minute in (first, last))
    return Opening(weekdays=days, opens=opens, closes=closes)


def _days_meant(text: str) -> tuple[int, ...] | None:
    """`пн–пт, вс`; nothing said means every day."""
    text = text.removesuffix("с").strip() if text.endswith(" с") else text
    if not text or text in _DAILY.values():
        return tuple(range(1, _WEEK + 1))
    found: set[int] = set()
    for part in re.split(r"\s*,\s*|\s+и\s+|\s+and\s+", text):
        ends = [_day_meant(word) for word in _WORDS.findall(part)]
        if not ends or len(ends) > 2:  # noqa: PLR2004 -- from and to
            return None
        first, last = ends[0], ends[-1]
        if first is None or last is None or first > last:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def _day_meant(word: str) -> int | None:
    return next((n for n, stems in enumerate(_STEMS, 1) if word.startswith(stems)), None)


def _minutes(text: str) -> int:
    return minute_of_day(text) or 0


def by_hour_text(by_hour: Mapping[str, int]) -> str:
    """«8 – 25, 17 – 30»: at that hour of the day, so many minutes."""
    return ", ".join(f"{int(hour)} – {by_hour[hour]}" for hour in sorted(by_hour))


def by_hour_meant(typed: str) -> dict[str, int] | None:
    """Minutes by the hour; None: not understood."""
    found: dict[str, int] = {}
    for part in re.split(r"\s*[,;]\s*", typed.strip()):
        if not part:
            continue
        one = _BY_HOUR.fullmatch(part)
        if one is None or int(one[1]) >= 24 or not int(one[2]):  # noqa: PLR2004 -- hours of a day
            return None
        found[f"{int(one[1]):02}"] = int(one[2])
    return dict(sorted(found.items()))
