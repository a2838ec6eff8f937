# SPDX-License-Identifier: MIT
"""The rows of a sheet as SpreadsheetML (ECMA-376 part 1, 18.3.1), several times as fast as cells.

openpyxl makes an object and an XML element of every cell; here a cell is one string.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from visitplanner.exports.excel.heights import row_height
from visitplanner.exports.excel.styles import SIZE
from visitplanner.exports.excel.table import Form
from visitplanner.exports.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visitplanner.exports.excel.table import Content, Line, Sheet, Tone

    StyleId = Callable[[Form, Tone, bool, bool], int]
    """Form, tone, whether something new begins, whether the text is marked as text."""

_LONGEST: Final = 32_767  # letters in a cell
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
_MINUTES_A_DAY: Final = 1440
_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
_ENTITY: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def sheet_data(sheet: Sheet, style: StyleId, header_styles: list[int], height: float) -> str:
    """The element sheetData of a sheet: the header row and all lines."""
    names = [column_name(number) for number in range(1, len(sheet.headers) + 1)]
    header = "".join(
        _text_cell(f'{name}1" s="{number}', plain(column.title))
        for name, number, column in zip(names, header_styles, sheet.headers, strict=True)
    )
    forms = [(name, column.form) for name, column in zip(names, sheet.headers, strict=True)]
    rows = (
        f'<row r="{number}" ht="{_height(sheet, line)}">'
        f"{''.join(_cells(forms, line, number, style))}</row>"
        for number, line in enumerate(sheet.lines, start=2)
    )
    first = f'<row r="1" ht="{height:g}" customHeight="1">{header}</row>'
    return f"<sheetData>{first}{''.join(rows)}</sheetData>"


def column_name(number: int) -> str:
    """«A» to «XFD»."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _height(sheet: Sheet, line: Line) -> int:
    texts = [
        (value, header.width)
        for header, value in zip(sheet.headers, line.values, strict=True)
        if isinstance(value, str) and header.form is not Form.MARK
    ]
    return row_height(texts, SIZE)


def _cells(forms: list[tuple[str, Form]], line: Line, number: int, style: StyleId) -> Iterator[str]:
    tone, begins = line.tone, line.begins
    for (name, form), value in zip(forms, line.values, strict=True):
        if isinstance(value, str) and value:
            content = plain(value)
            quoted = content.startswith(_FORMULA_SIGNS)
            place = f'{name}{number}" s="{style(form, tone, begins, quoted)}'
            yield _text_cell(place, content)
        else:
            place = f'{name}{number}" s="{style(form, tone, begins, False)}'
            inside = "" if value is None or value == "" else f"<v>{_number(value)}</v>"
            yield f'<c r="{place}">{inside}</c>'


def _text_cell(place: str, content: str) -> str:
    if "_x" in content:  # else Excel reads `_x0041_` as a letter
        content = _ENTITY.sub("_x005F_", content)
    content = escape(content[:_LONGEST])
    space = ' xml:space="preserve"' if content != content.strip() or "\n" in content else ""
    return f'<c r="{place}" t="inlineStr"><is><t{space}>{content}</t></is></c>'


def _number(value: Content) -> str:
    if isinstance(value, date):
        return str(value.toordinal() - _DAY_ZERO)
    if isinstance(value, time):
        return repr((value.hour * 60 + value.minute) / _MINUTES_A_DAY)
    return str(value)
