# SPDX-License-Identifier: MIT
"""Finding by a few letters: any language, ё = е, letters left out, the wrong keyboard layout."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_RUSSIAN: Final = "йцукенгшщзхъфывапролджэячсмитьбюё"
_BELARUSIAN: Final = "йцукенгшўзх'фывапролджэячсмітьбюё"
_LATIN: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_TO_RUSSIAN: Final = str.maketrans(_LATIN, _RUSSIAN)
_TO_BELARUSIAN: Final = str.maketrans(_LATIN, _BELARUSIAN)
_TO_LATIN: Final = str.maketrans(_RUSSIAN + "ўі", _LATIN + "ob")

_LETTERS: Final = 4
"""The rank of the loosest match."""
_OTHER_LAYOUT: Final = 10
_FEWEST_LETTERS: Final = 3
_LOOSEST: Final = 3
"""Letters left out count while the match is at most so many times as long as what was typed."""


class Match(NamedTuple):
    """How well something fits: smaller is better; `marks` are the letters of the name that fit."""

    rank: int
    length: int
    marks: tuple[int, ...]


def readings(typed: str) -> tuple[str, ...]:
    """What the same keys give under other layouts, after what was typed itself."""
    low = typed.casefold()
    found = (low, *(low.translate(t) for t in (_TO_RUSSIAN, _TO_BELARUSIAN, _TO_LATIN)))
    return tuple(dict.fromkeys(reading for text in found if (reading := folded(text))))


def best_match(asked: Sequence[str], names: Iterable[str]) -> Match | None:
    """The best match of any reading with any name; marks are those of the first name only."""
    best: tuple[tuple[int, bool, int], Match] | None = None
    for number, name in enumerate(names):
        for turn, reading in enumerate(asked):
            found = match(reading, name)
            if found is None:
                continue
            rank = found.rank + (_OTHER_LAYOUT if turn else 0)
            order = rank, number > 0, found.length
            if best is None or order < best[0]:
                marks = found.marks if number == 0 else ()
                best = order, Match(rank, found.length, marks)
    return best[1] if best is not None else None


def match(asked: str, name: str) -> Match | None:
    """How what was asked, already folded, fits a name; None when it does not."""
    letters, places = _letters(name)
    if not asked:
        return Match(_LETTERS, len(letters), ())
    if not frozenset(asked.replace(" ", "")) <= _alphabet(letters):
        return None
    for rank, way in enumerate((_same, _begins, _by_words, _inside, _scattered)):
        found = way(asked, letters)
        if found is not None:
            return Match(rank, len(letters), tuple(places[n] for n in found))
    return None


@lru_cache(maxsize=8192)
def _letters(name: str) -> tuple[str, tuple[int, ...]]:
    """The name as it is compared, and where each of its letters stands in the name itself."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(name):
        for low in letter.casefold().replace("ё", "е"):
            space = low.isspace()
            if space and (not letters or letters[-1] == " "):
                continue
            letters.append(" " if space else low)
            places.append(place)
    return "".join(letters), tuple(places)


@lru_cache(maxsize=8192)
def _alphabet(letters: str) -> frozenset[str]:
    return frozenset(letters)


def _beginnings(letters: str) -> Iterator[int]:
    """Where words begin."""
    for n, letter in enumerate(letters):
        if letter.isalnum() and (n == 0 or not letters[n - 1].isalnum()):
            yield n


def inside(asked: str, text: str) -> tuple[int, ...] | None:
    """Where in a text the words asked for stand as they are; None when they do not."""
    letters, places = _letters(text)
    found = _inside(asked, letters)
    return None if found is None or not asked else tuple(places[n] for n in found)


def _same(asked: str, letters: str) -> Sequence[int] | None:
    return range(len(letters)) if asked == letters else None


def _begins(asked: str, letters: str) -> Sequence[int] | None:
    return range(len(asked)) if letters.startswith(asked) else None


def _inside(asked: str, letters: str) -> Sequence[int] | None:
    start = letters.find(asked)
    return range(start, start + len(asked)) if start >= 0 else None


def _by_words(asked: str, letters: str) -> list[int] | None:
    """Every word asked for begins a word of the name, in any order."""
    left = list(_beginnings(letters))
    found: list[int] = []
    for word in sorted(asked.split(), key=len, reverse=True):
        start = next((n for n in left if letters.startswith(word, n)), None)
        if start is None:
            return None
        left.remove(start)
        found += range(start, start + len(word))
    return sorted(found)


def _scattered(asked: str, letters: str) -> Sequence[int] | None:
    """The letters in their order with others between them, the closest such place."""
    asked = asked.replace(" ", "")
    if len(asked) < _FEWEST_LETTERS:
        return None
    best: list[int] | None = None
    for start in _beginnings(letters):
        found = _run(asked, letters, start)
        close = found is not None and found[-1] - found[0] < _LOOSEST * len(asked)
        if found and close and (best is None or found[-1] - found[0] < best[-1] - best[0]):
            best = found
    return best


def _run(asked: str, letters: str, start: int) -> list[int] | None:
    if letters[start] != asked[0]:
        return None
    found = [start]
    for letter in asked[1:]:
        place = letters.find(letter, found[-1] + 1)
        if place < 0:
            return None
        found.append(place)
    return found
