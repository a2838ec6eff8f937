# SPDX-License-Identifier: MIT
"""Text into lines: widths of words are kept, a line holds as many words as fit."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from visitplanner.exports.pdf.fonts import Cut, Face, Family

NBSP: Final = "\u00a0"
_MARKS: Final = re.compile(r"\b(№|г\.|гг\.|ул\.|пл\.|пр\.|д\.|корп\.|им\.|ред\.) (?=\S)")
_NUMBERS: Final = re.compile(r"(?<=\d) (?=(?:год|года|году|годы|годов|мин|чел|шт|ч|км)\b)")
_SHORT: Final = re.compile(
    r"(?<![\w\u00a0-])([АВИКОСУЯавикосуя]|[Вв]о|[Сс]о|[Нн]а|[Зз]а|[Пп]о|[Оо]т|[Дд]о) (?=\S)"
)
_SPACES: Final = re.compile(r"[ \t\r\f\v]+")
_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_WRAPS: Final = re.compile(r"(?<=[^\W\d]{3}[-–—/])(?=[^\W\d]{3})")
"""A line may end after a dash between words, never inside «2026–2028» or «Р-120»."""
_LETTERS: Final = re.compile(r"^(\W*)(\w+)(\W*)$")
_SMALLEST: Final = 2
"""Letters of a syllable that may stand alone at a break."""


class Ink(NamedTuple):
    """How letters look."""

    cut: Cut = "regular"
    size: float = 13.0


class Span(NamedTuple):
    """A run of letters that look the same."""

    text: str
    ink: Ink


class Placed(NamedTuple):
    """A run of letters at its place in a line."""

    x: float
    text: str
    face: str
    size: float


class Line(NamedTuple):
    """A set line: what stands in it and how wide it is."""

    runs: tuple[Placed, ...]
    width: float


class _Word(NamedTuple):
    text: str
    face: Face
    size: float
    width: float
    blank: float
    """Width of the space before it; 0 at the start and inside a divided word."""


def clean(text: str) -> str:
    """The text without control characters, which could hide or turn what follows."""
    return _CONTROL.sub("", text.replace("\t", " "))


@lru_cache(maxsize=8192)
def glued(text: str) -> str:
    """The text with no-break spaces where Russian typography keeps words together.

    Signs and abbreviations stay with what follows, numbers with their unit, short prepositions
    with their noun, a dash with what goes before.
    """
    text = _SPACES.sub(" ", clean(text))
    text = _MARKS.sub(rf"\1{NBSP}", text)
    text = _NUMBERS.sub(NBSP, text)
    text = text.replace(" – ", f"{NBSP}– ").replace(" — ", f"{NBSP}— ")
    return _SHORT.sub(rf"\1{NBSP}", text)


class Setter:
    """Sets text in one typeface and one language."""

    def __init__(self, family: Family, language: str) -> None:
        self._family: Final = family
        self._language: Final = language
        self.too_wide: Final[list[str]] = []
        """Words that had to be cut between any two letters."""
        self._used: Final[dict[Cut, set[str]]] = {}

    def missing(self) -> str:
        """The characters the typeface has no picture for, in order."""
        lacks = (self._family.cuts[cut].lacks(letters) for cut, letters in self._used.items())
        return "".join(sorted(set().union(*lacks)))

    def lines(self, spans: Sequence[Span], width: float, *, divide: bool = False) -> list[Line]:
        """The lines of a paragraph; `divide` allows hyphens where they save a line."""
        whole = self._lines(spans, width, divide=False)
        if not divide or len(whole) < 2:  # noqa: PLR2004 -- one line has nothing to save
            return whole
        divided = self._lines(spans, width, divide=True)
        return divided if len(divided) < len(whole) else whole

    def _lines(self, spans: Iterable[Span], width: float, *, divide: bool) -> list[Line]:
        found: list[Line] = []
        line: list[_Word] = []
        used = 0.0
        for word in self._words(spans):
            rest = width - used - (word.blank if line else 0)
            if word.width <= rest:
                line.append(word)
                used = width - rest + word.width
                continue
            pieces = self._fitted(word, rest if line else width, width, divide=divide)
            for first, piece in pieces:
                if not first:
                    found.append(_line(line))
                    line, used = [], 0.0
                line.append(piece)
                used += piece.width + (piece.blank if len(line) > 1 else 0)
        if line or not found:
            found.append(_line(line))
        return found

    def widest(self, spans: Iterable[Span]) -> float:
        """The width below which a word would have to be divided."""
        return max((word.width for word in self._words(spans)), default=0.0)

    def _words(self, spans: Iterable[Span]) -> Iterator[_Word]:
        first = True
        for text, ink in spans:
            face = self._family.cuts[ink.cut]
            self._used.setdefault(ink.cut, set()).update(text)
            scale = ink.size / 1000
            blank = face.width(" ") * scale
            for word in glued(text).split(" "):
                if not word:
                    continue
                pieces = _WRAPS.split(word)
                for n, piece in enumerate(pieces):
                    before = 0.0 if first or n else blank
                    yield _Word(piece, face, ink.size, face.width(piece) * scale, before)
                    first = False

    def _fitted(
        self, word: _Word, rest: float, width: float, *, divide: bool
    ) -> list[tuple[bool, _Word]]:
        """A word that does not fit, in pieces; the first of each pair: it stays on this line."""
        if word.width <= width and not (divide and rest > width * 0.3):
            return [(False, word)]
        pieces: list[tuple[bool, _Word]] = []
        here, left = rest > 0, word
        space = rest if here else width
        while left.width > space:
            cut = self._cut(left, space)
            if cut is None:
                if space >= width:
                    cut = self._anywhere(left, space)
                else:
                    here, space = False, width
                    if left.width <= space:
                        break
                    continue
            head, left = cut
            pieces.append((here, head))
            here, space = False, width
        pieces.append((here, left))
        return pieces

    def _cut(self, word: _Word, space: float) -> tuple[_Word, _Word] | None:
        """The longest beginning with a hyphen that fits, and the rest."""
        shape = _LETTERS.match(word.text)
        if shape is None or word.text.isupper():
            return None
        before, letters, _ = shape.groups()
        scale = word.size / 1000
        for position in reversed(_hyphens(self._language, letters.lower())):
            if _SMALLEST <= position <= len(letters) - _SMALLEST:
                head = f"{before}{letters[:position]}-"
                tail = word.text[len(before) + position :]
                if (wide := word.face.width(head) * scale) <= space:
                    rest = word.face.width(tail) * scale
                    return word._replace(text=head, width=wide), word._replace(
                        text=tail, width=rest, blank=0.0
                    )
        return None

    def _anywhere(self, word: _Word, space: float) -> tuple[_Word, _Word]:
        """As many letters as fit, at least one, and the rest."""
        self.too_wide.append(word.text)
        scale = word.size / 1000
        count = 1
        while word.face.width(word.text[: count + 1]) * scale <= space:
            count += 1
        head, tail = word.text[:count], word.text[count:]
        return word._replace(text=head, width=word.face.width(head) * scale), word._replace(
            text=tail, width=word.face.width(tail) * scale, blank=0.0
        )


def _line(words: list[_Word]) -> Line:
    """Words in a line; neighbours that look the same become one run."""
    runs: list[Placed] = []
    x = 0.0
    for n, word in enumerate(words):
        blank = word.blank if n else 0.0
        last = runs[-1] if runs else None
        if last and last.face == word.face.name and last.size == word.size:
            joint = " " if blank else ""
            runs[-1] = last._replace(text=f"{last.text}{joint}{word.text}")
        else:
            runs.append(Placed(x + blank, word.text, word.face.name, word.size))
        x += blank + word.width
    return Line(tuple(runs), x)


class _Hyphens(Protocol):
    def positions(self, word: str) -> Sequence[int]: ...


@cache
def _dictionary(language: str) -> _Hyphens | None:
    import pyphen

    name = pyphen.language_fallback({"ru": "ru_RU", "be": "be_BY", "en": "en_GB"}.get(language))
    return pyphen.Pyphen(lang=name) if name else None


@lru_cache(maxsize=8192)
def _hyphens(language: str, word: str) -> tuple[int, ...]:
    """Where a word may be divided; the patterns do not know ё, so it is asked for as е."""
    dictionary = _dictionary(language)
    return tuple(dictionary.positions(word.replace("ё", "е"))) if dictionary else ()
