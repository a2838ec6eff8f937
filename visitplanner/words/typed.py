# SPDX-License-Identifier: MIT
"""Times and lengths as people type them: `1015`, `10.15` and `10:15` are the same."""

from __future__ import annotations

import re
from typing import Final

_PARTED: Final = re.compile(r"(\d{1,2})\s*(?:[.:,\-–\s]|ч\.?|h)\s*(\d{1,2})(?::00|\s*мин\.?)?")
_TOGETHER: Final = re.compile(r"(\d{1,2}?)(\d\d)")
_HOUR: Final = re.compile(r"(\d{1,2})")
_SPAN: Final = re.compile(r"(?:с\s+|from\s+)?(.+?)\s*(?:[-–—−]|до|to)\s*(\S.*)")
_LENGTH: Final = re.compile(r"(?:(\d{1,2})\s*(?:ч|h|:)\.?\s*)?(\d{1,4})?\s*(?:мин|min|м|m)?\.?")
_HOUR_LONG: Final = 60
_DAY: Final = 24 * _HOUR_LONG


def minute_of_day(text: str) -> int | None:
    """The minute of the day somebody means; None when it is no time. 24.00 is the end of a day."""
    text = text.strip().lower().removeprefix("≈").lstrip()
    if found := _PARTED.fullmatch(text) or _TOGETHER.fullmatch(text):
        hour, minute = int(found[1]), int(found[2])
    elif found := _HOUR.fullmatch(text):
        hour, minute = int(found[1]), 0
    else:
        return None
    total = hour * _HOUR_LONG + minute
    return total if minute < _HOUR_LONG and total <= _DAY else None


def span(text: str) -> tuple[int, int] | None:
    """Start and end somebody means: `10.15–10.45`, `с 10.15 до 10.45`; None when it is no span."""
    if minute_of_day(text) is not None or not (found := _SPAN.fullmatch(text.strip().lower())):
        return None
    start, end = minute_of_day(found[1]), minute_of_day(found[2])
    return None if start is None or end is None else (start, end)


def length(text: str) -> int | None:
    """The minutes somebody means: `20`, `1:30`, `1 ч 30 мин`; None when it is no length."""
    text = text.strip().lower()
    found = _LENGTH.fullmatch(text)
    if not text or found is None:
        return None
    hours, minutes = int(found[1] or 0), int(found[2] or 0)
    total = hours * _HOUR_LONG + minutes
    return total if 0 < total <= 7 * _DAY else None
