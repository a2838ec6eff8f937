# SPDX-License-Identifier: MIT
"""Texts of the timeline laid out once: fonts by role, lines broken by width, ready to draw."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption, QTransform

from visitplanner.gui.theme import sized

if TYPE_CHECKING:
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
_CYRILLIC: Final = re.compile("[А-Яа-яЁёІіЎў]")


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
        self._cuts: dict[tuple[int, str, int], tuple[QStaticText, float]] = {}
        self._paragraphs: dict[tuple[int, str, int], tuple[QStaticText, float]] = {}
        self._broken: dict[tuple[int, str, int], tuple[str, ...]] = {}

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

    def cut(self, role: Role, text: str, room: float, mark: str = "") -> tuple[QStaticText, float]:
        """The longest beginning of the text that fits with a mark after it, and its width."""
        key = (int(role), text + mark, int(room))
        found = self._cuts.get(key)
        if found is None:
            if len(self._cuts) > _KEPT:
                self._cuts.clear()
            advance = self._metrics[role].horizontalAdvance
            fits, beyond = 0, len(text)
            while beyond - fits > 1:
                middle = (fits + beyond) // 2
                if advance(text[:middle] + mark) <= room:
                    fits = middle
                else:
                    beyond = middle
            found = self._cuts[key] = self.shaped(role, text[:fits].rstrip() + mark)
        return found

    def lines(self, role: Role, text: str, width: float) -> tuple[str, ...]:
        """The text broken into lines of the width."""
        if self.shaped(role, text)[1] <= width:
            return (text,)
        key = (int(role), text, int(width))
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) > _KEPT:
                self._broken.clear()
            found = self._break(role, text, width)
            self._broken[key] = found
        return found

    def _break(self, role: Role, text: str, width: float) -> tuple[str, ...]:
        metrics = self._metrics[role]
        text = " ".join(
            hyphenated(word) if metrics.horizontalAdvance(word) > width else word
            for word in text.split(" ")
        )
        layout = QTextLayout(text, self.fonts[role])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        found: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            found.append(_line(text[line.textStart() : line.textStart() + line.textLength()]))
        layout.endLayout()
        return tuple(found)

    def fitted(self, role: Role, text: str, width: float, most: int) -> tuple[str, ...]:
        """At most so many lines; the last one keeps all that is left and is cut when drawn."""
        lines = self.lines(role, text, width)
        if len(lines) <= most:
            return lines
        rest = " ".join(lines[most - 1 :]).replace("- ", "")
        return (*lines[: most - 1], rest)


def hyphenated(word: str) -> str:
    """A word with soft hyphens where it may be divided."""
    words = _dictionary("ru_RU" if _CYRILLIC.search(word) else "en_GB")
    return str(words.inserted(word, _SOFT_HYPHEN))


@cache
def _dictionary(language: str) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=language, left=3, right=3)


def _line(text: str) -> str:
    """A line as it is drawn: a hyphen where a word was divided, none elsewhere."""
    divided = "-" if text.endswith(_SOFT_HYPHEN) else ""
    return text.replace(_SOFT_HYPHEN, "").rstrip() + divided
