# SPDX-License-Identifier: MIT
"""How high a row must be for its longest text: Excel fits rows by itself, other programs do not.

Letters are measured in classes of a thousandth of the type size (Liberation Sans, which has the
widths of Arial), rounded up: a line too many is a little white, a line too few is lost text.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import Final

_CLASSES: Final = {
    290: " \u00a0!'’,./:;I[]\\|fijltІіЇї",
    350: '"()-`r“”„{}•',
    450: "*гґкзт",
    510: "Jcksvxyzсухўэчь^",
    545: "вГпян",
    590: "KдлК+<=>~−×бц",
    640: "FTZТЗУЎБЛЬъ",
    680: "&ABEPSVXYАВЕРХЧЁДжм",
    730: "CDHNRUwИЙПЭНСЯы",
    800: "GOQОЦюФЪш",
    950: "MWm%МЖШЩЫф",
    1080: "@№—…→ЮЩ",
}
_USUAL: Final = 562
_WIDTHS: Final = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_BOLD: Final = 1.08
_DIGIT_PIXELS: Final = 7  # what a column's width counts: digits of Arial 10
_PADDING_PIXELS: Final = 6
_PIXELS_A_POINT: Final = 96 / 72
_LEADING: Final = 1.28
_ROW_PADDING: Final = 3
_HIGHEST: Final = 409  # points, the limit of the format
_LOWEST_UPRIGHT: Final = 100
_UPRIGHT_PADDING: Final = 12


def row_height(cells: list[tuple[str, float]], size: float) -> int:
    """Points for a row of texts in columns of these widths, set in this size."""
    lines = max((_lines(text, _points(width), size) for text, width in cells if text), default=1)
    return min(_HIGHEST, ceil(lines * size * _LEADING + _ROW_PADDING))


def header_height(titles: list[tuple[str, float]], size: float) -> int:
    """Points for a row of bold titles in columns of these widths, never less than two lines."""
    narrower = [(title, width / _BOLD) for title, width in titles]
    return row_height([("\n", 1), *narrower], size)


def upright_height(titles: list[str], width: float, size: float) -> int:
    """Points for a row of bold titles turned by 90 degrees in columns of this width."""
    across = floor(_points(width) / (size * _LEADING))
    for height in range(_LOWEST_UPRIGHT, _HIGHEST, 10):
        room = height / _BOLD - _ROW_PADDING
        if all(_lines(title, room, size) <= across for title in titles):
            return height + _UPRIGHT_PADDING
    return _HIGHEST


def _points(width: float) -> float:
    return (width * _DIGIT_PIXELS - _PADDING_PIXELS) / _PIXELS_A_POINT


def _lines(text: str, points: float, size: float) -> int:
    room = max(1, floor(points / size * 1000))
    if len(text) * _USUAL < room and "\n" not in text:
        return 1
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


@lru_cache(maxsize=4096)
def _wrapped(paragraph: str, room: int) -> int:
    lines, used = 1, 0
    for word in paragraph.split(" "):
        wide = _width(word)
        if used and used + _WIDTHS[" "] + wide > room:
            lines, used = lines + 1, 0
        if wide > room:  # broken inside
            lines += (wide - 1) // room
            used = wide % room
        else:
            used += wide + (_WIDTHS[" "] if used else 0)
    return lines


@lru_cache(maxsize=16384)
def _width(word: str) -> int:
    return sum([_WIDTHS.get(letter, _USUAL) for letter in word])
