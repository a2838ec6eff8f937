# SPDX-License-Identifier: MIT
"""Times and lengths as people type them: `1015`, `10.15` and `10:15` are the same."""

from __future__ import annotations

import re
from typing import Final

_PARTED: Final = re.compile(r"(\d{1,2})\s*[.:,\-–\s]\s*(\d{1,2})")
_TOGETHER: Final = re.compile(r"(\d{1,2}?)(\d\d)")
_HOUR: Final = re.compile(r"(\d{1,2})")
_LENGTH: Final = re.compile(r"(?:(\d{1,2})\s*(?:ч|h|:)\s*)?(\d{1,4})?\s*(?:мин|min|м|m)?\.?")
_HOUR_LONG: Final = 60
_DAY: Final = 24 * _HOUR_LONG


def minute_of_day(text: str) -> int | None:
    """The minute of the day somebody means; None when it is no time. 24.00 is the end of a day."""
    text = text.strip()
    if found := _PARTED.fullmatch(text) or _TOGETHER.fullmatch(text):
        hour, minute = int(found[1]), int(found[2])
    elif found := _HOUR.fullmatch(text):
        hour, minute = int(found[1]), 0
    else:
        return None
    total = hour * 60 + minute
    return total if minute < _HOUR_LONG and total <= _DAY else None


def length(text: str) -> int | None:
    """The minutes somebody means: `20`, `1:30`, `1 ч 30 мин`; None when it is no length."""
    text = text.strip().lower()
    found = _LENGTH.fullmatch(text)
    if not text or found is None:
        return None
    hours, minutes = int(found[1] or 0), int(found[2] or 0)
    total = hours * 60 + minutes
    return total if 0 < total <= 7 * _DAY else None
