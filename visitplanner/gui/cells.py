# SPDX-License-Identifier: MIT
"""Cells as Excel and Word put them on the clipboard: tab-separated text and tables of HTML; no Qt.

Text follows what Excel writes: a cell with a tab, a line break or a leading quotation mark stands
in quotation marks, doubled inside. HTML follows what Word and Excel write and read.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cells = tuple[tuple[str, ...], ...]
"""Rows of cells; rows may differ in length."""

_FORMULA: Final = ("=", "+", "-", "@")
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|\r|\Z)')
_PLAIN: Final = re.compile(r"[^\t\r\n]*")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_COMMENT: Final = re.compile("<!--.*?-->", re.DOTALL)
# What Word marks for one version of itself; the parser stumbles over some that are not whole.
_SECTION: Final = re.compile(r"<!\[[^>]*>?")
_MOST_SPAN: Final = 100
# Excel keeps cells of this format as text, and line breaks inside a cell.
_CELL: Final = """<td style="mso-number-format:'\\@'">"""
_HEAD: Final = '<head><meta charset="utf-8"><style>br{mso-data-placement:same-cell}</style></head>'


def as_text(cells: Sequence[Sequence[str]]) -> str:
    """Tab-separated text; what a spreadsheet would take for a formula is marked as text."""
    rows = ["\t".join(_written(cell) for cell in row) for row in cells]
    if len(rows) > 1 and not rows[-1]:
        rows[-1] = '""'
    return "\n".join(rows)


def _written(cell: str) -> str:
    if cell.startswith((*_FORMULA, "'")):
        cell = f"'{cell}"
    if cell.startswith('"') or any(mark in cell for mark in "\t\r\n"):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


def as_html(cells: Sequence[Sequence[str]]) -> str:
    """A table that Word and Excel take as one; every cell is text."""
    rows = "\n".join(f"<tr>{''.join(map(_marked, row))}</tr>" for row in cells)
    return f"<html>{_HEAD}<body><table>\n{rows}\n</table></body></html>"


def _marked(cell: str) -> str:
    text = _BREAK.sub("<br>", escape(cell, quote=False)).replace("\xa0", "&nbsp;")
    return f"{_CELL}{text}</td>"


def read_cells(text: str, html: str = "") -> Cells:
    """The cells on the clipboard: those of the tables in HTML, else those of the text."""
    if "<table" in html.lower():
        tables = _Tables()
        tables.feed(_SECTION.sub(" ", _COMMENT.sub(" ", html)))
        tables.close()
        if found := tables.cells():
            return found
    return _read_text(text)


def _read_text(text: str) -> Cells:
    if not text:
        return ()
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    place = 0
    while True:
        cell, place = _read_cell(text, place)
        row.append(cell)
        if text.startswith("\t", place):
            place += 1
            continue
        rows.append(tuple(row))
        row = []
        ending = _BREAK.match(text, place)
        if ending is None:
            return tuple(rows)
        place = ending.end()
        if place == len(text):
            return tuple(rows)


def _read_cell(text: str, place: int) -> tuple[str, int]:
    if quoted := _QUOTED.match(text, place):
        return _unmarked(quoted[1].replace('""', '"')), quoted.end()
    plain = _PLAIN.match(text, place)
    end = plain.end() if plain else place
    return _unmarked(text[place:end]), end


def _unmarked(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {*_FORMULA, "'"} else cell


class _Tables(HTMLParser):
    """Reads the rows of all tables; what stands in a table inside a cell belongs to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[list[str]] = []
        self._spans: dict[int, tuple[int, str]] = {}
        """Cells that reach down into the next rows: column to how many and what."""
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._depth = 0
        self._mute = 0

    def cells(self) -> Cells:
        """All rows read, without empty ones at the end."""
        rows = self._rows
        while rows and not any(rows[-1]):
            rows.pop()
        return tuple(tuple(row) for row in rows)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"style", "script", "head", "title"}:
            self._mute += tag in {"style", "script", "title"}
        elif tag == "table":
            self._depth += 1
        elif self._depth > 1:
            self._inside(tag)
        elif tag == "tr":
            self._end_row()
            hidden = "display:none" in given.get("style", "").replace(" ", "").lower()
            self._row = None if hidden else []
        elif tag in {"td", "th"}:
            self._end_cell()
            self._cell = [] if self._row is not None else None
            self._span = (_number(given.get("colspan")), _number(given.get("rowspan")))
        else:
            self._inside(tag)

    def _inside(self, tag: str) -> None:
        if self._cell is None:
            return
        if tag == "br" or (tag in {"p", "div", "li", "tr"} and "".join(self._cell).strip(" \n")):
            self._cell.append("\n")
        elif tag in {"td", "th"}:
            self._cell.append(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script", "title"}:
            self._mute = max(0, self._mute - 1)
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self._end_row()
                self._spans = {}
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    @override
    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._mute:
            self._cell.append(_SPACES.sub(" ", data))

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._reach()
        lines = "".join(self._cell).split("\n")
        text = "\n".join(" ".join(part for part in line.split(" ") if part) for line in lines)
        text = text.strip("\n")
        if not text.strip("\xa0 \n"):
            text = ""  # Word fills an empty cell with a no-break space
        across, down = self._span
        for step in range(across):
            if down > 1:
                self._spans[len(self._row)] = (down - 1, text if step == 0 else "")
            self._row.append(text if step == 0 else "")
        self._cell = None

    def _reach(self) -> None:
        """Puts in the cells that reach down from the rows above."""
        while self._row is not None and len(self._row) in self._spans:
            column = len(self._row)
            left, text = self._spans.pop(column)
            if left > 1:
                self._spans[column] = (left - 1, text)
            self._row.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._reach()
            self._rows.append(self._row)
        self._row = None


def _number(value: str | None) -> int:
    return min(int(value), _MOST_SPAN) if value and value.isdigit() and int(value) else 1


def rectangular(cells: Iterable[Sequence[str]]) -> Cells:
    """The rows filled up to the longest with empty cells."""
    rows = [tuple(row) for row in cells]
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)
