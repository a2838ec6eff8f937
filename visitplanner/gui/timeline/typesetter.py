# SPDX-License-Identifier: MIT
"""Texts of the timeline laid out once: fonts by role, lines broken by width, ready to draw."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption, QTransform

from visitplanner.gui.theme import sized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyphen import Pyphen

_KEPT: Final = 40_000


class Role(IntEnum):
    """What a text is; each role has its font."""

    TITLE = 0
    STRUCK = 1
    BODY = 2
    TINY = 3
    LANE = 4
    RULER = 5


_SOFT_HYPHEN: Final = "\u00ad"
_WORDS: Final = re.compile(r"\S+")
_LOOSE_ENDS: Final = " .,;:·–—«„“(→"
"""Signs that do not stand before "…"."""
_DIVIDED_FROM: Final = 60
"""Pixels from which on a long word is divided: in less, pieces of words are no words."""
_NUMBERS: Final = re.compile(r"(?<=№) (?=\d)|(?<=No\.) (?=\d)")
"""A number stays beside its sign."""
_CYRILLIC: Final = re.compile("[А-Яа-яЁёІіЎў]")


class _Line(NamedTuple):
    """A line as it is drawn, and all of the text from its beginning on."""

    text: str
    rest: str


class Typesetter:
    """Fonts, their line heights, and texts already shaped; one for a widget's font."""

    def __init__(self, font: QFont) -> None:
        bold = QFont.Weight.DemiBold
        struck = sized(font, 1.0, bold)
        struck.setStrikeOut(True)
        self.fonts: Final = (
            sized(font, 1.0, bold),
            struck,
            sized(font, 0.93),
            sized(font, 0.8, bold),
            sized(font, 1.0, bold),
            sized(font, 0.86),
        )
        self._metrics = tuple(QFontMetricsF(f) for f in self.fonts)
        self.heights: Final = tuple(m.height() for m in self._metrics)
        self._shaped: dict[tuple[int, str], tuple[QStaticText, float]] = {}
        self._cuts: dict[tuple[int, str, int], str] = {}
        self._paragraphs: dict[tuple[int, str, int], tuple[QStaticText, float]] = {}
        self._broken: dict[tuple[int, str, int], tuple[_Line, ...]] = {}

    def shaped(self, role: Role, text: str) -> tuple[QStaticText, float]:
        """The text ready to draw in one line, un-elided, and its width."""
        key = (int(role), text)
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) > _KEPT:
                self._shaped.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            static.prepare(QTransform(), self.fonts[role])
            found = (static, self._metrics[role].horizontalAdvance(text))
            self._shaped[key] = found
        return found

    def paragraph(self, role: Role, text: str, width: float) -> tuple[QStaticText, float]:
        """The whole text in lines of the width, ready to draw, and its height."""
        key = (int(role), text, int(width))
        found = self._paragraphs.get(key)
        if found is None:
            if len(self._paragraphs) > _KEPT:
                self._paragraphs.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.setTextWidth(width)
            static.prepare(QTransform(), self.fonts[role])
            if static.size().height() < 1.5 * self.heights[role]:
                static.setTextWidth(-1)
                static.prepare(QTransform(), self.fonts[role])
            found = self._paragraphs[key] = (static, static.size().height())
        return found

    def cut(self, role: Role, text: str, room: float) -> str:
        """The whole words at the beginning that fit with "…" after them; empty when none does."""
        if self.shaped(role, text)[1] <= room:
            return text
        key = (int(role), text, int(room))
        found = self._cuts.get(key)
        if found is None:
            if len(self._cuts) > _KEPT:
                self._cuts.clear()
            found = self._cuts[key] = self._cut(role, text, room)
        return found

    def _cut(self, role: Role, text: str, room: float) -> str:
        advance = self._metrics[role].horizontalAdvance
        fits, best = 0, ""
        ends = [end for word in _WORDS.finditer(text) if (end := word.end()) < len(text)]
        while fits < len(ends):
            shown = text[: ends[fits]].rstrip(_LOOSE_ENDS) + "…"
            if advance(shown) > room:
                break
            best, fits = shown, fits + 1
        return best if best != "…" else ""

    def _break(self, role: Role, text: str, width: float) -> tuple[_Line, ...]:
        """The text broken into lines of the width."""
        key = (int(role), text, int(width))
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) > _KEPT:
                self._broken.clear()
            found = self._broken[key] = tuple(self._lines(role, text, width))
        return found

    def _lines(self, role: Role, text: str, width: float) -> Iterator[_Line]:
        metrics = self._metrics[role]
        text = _NUMBERS.sub("\u00a0", text)
        if width >= _DIVIDED_FROM:
            text = " ".join(
                hyphenated(word) if metrics.horizontalAdvance(word) > width else word
                for word in text.split(" ")
            )
        layout = QTextLayout(text, self.fonts[role])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            begin = line.textStart()
            rest = text[begin:].replace(_SOFT_HYPHEN, "")
            yield _Line(_drawn(text[begin : begin + line.textLength()]), rest)
        layout.endLayout()

    def _going_on(self, role: Role, line: str, width: float) -> str:
        """A line with "…" after it, shorter by a word where there is no room; as it is, else."""
        whole = f"{line.rstrip(_LOOSE_ENDS)}…"
        if self.shaped(role, whole)[1] <= width:
            return whole
        return self.cut(role, f"{line} …", width) or line

    def fitted(self, role: Role, text: str, width: float, most: int) -> tuple[str, ...]:
        """At most so many lines, none wider; "…" ends a text that goes on, nothing is half a word.

        Empty when not even the first word fits.
        """
        if self.shaped(role, text)[1] <= width:
            return (text,)
        found: list[str] = []
        for line in self._break(role, text, width):
            if len(found) + 1 < most and self.shaped(role, line.text)[1] <= width:
                found.append(line.text)
                continue
            if last := self.cut(role, line.rest, width):
                found.append(last)
            elif found:
                found[-1] = self._going_on(role, found[-1], width)
            break
        return tuple(found)


def hyphenated(word: str) -> str:
    """A word with soft hyphens where it may be divided."""
    words = _dictionary("ru_RU" if _CYRILLIC.search(word) else "en_GB")
    return str(words.inserted(word, _SOFT_HYPHEN))


@cache
def _dictionary(language: str) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=language, left=3, right=3)


def _drawn(text: str) -> str:
    """A line as it is drawn: a hyphen where a word was divided, none elsewhere."""
    divided = "-" if text.endswith(_SOFT_HYPHEN) else ""
    return text.replace(_SOFT_HYPHEN, "").rstrip() + divided
