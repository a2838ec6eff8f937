# SPDX-License-Identifier: MIT
"""The workbook itself: openpyxl makes the frame and the looks, rows come beside."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final, cast

from visitplanner.exports.excel.heights import header_height, upright_height
from visitplanner.exports.excel.package import packed
from visitplanner.exports.excel.rows import column_name, sheet_data
from visitplanner.exports.excel.sheets import sheets
from visitplanner.exports.excel.styles import SIZE, SMALL, Styles, set_default
from visitplanner.exports.plain import one_line
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from visitplanner.editions.values import ProgrammeView
    from visitplanner.exports.excel.table import Sheet

_A4: Final = 9
_MOST_HEADER_LETTERS: Final = 90  # the format allows 255 for left, middle and right together


def write_excel(view: ProgrammeView) -> bytes:
    """The workbook of a view as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    set_default(book)
    _describe(book, view)
    plans = sheets(view)
    made = [cast("Worksheet", book.create_sheet(sheet.title)) for sheet in plans]
    styles = Styles(made[0])
    rows = {}
    for number, (sheet, frame) in enumerate(zip(plans, made, strict=True), start=1):
        _set_up(frame, sheet)
        _set_up_print(frame, view)
        rows[f"xl/worksheets/sheet{number}.xml"] = sheet_data(
            sheet,
            styles.number,
            [styles.header(upright=header.upright) for header in sheet.headers],
            _header_height(sheet),
        )
    return packed(book, rows)


def _header_height(sheet: Sheet) -> int:
    upright = [header for header in sheet.headers if header.upright]
    if not upright:
        return header_height([(header.title, header.width) for header in sheet.headers], SIZE)
    return upright_height([header.title for header in upright], upright[0].width, SMALL)


def _set_up(frame: Worksheet, sheet: Sheet) -> None:
    for number, header in enumerate(sheet.headers, start=1):
        frame.column_dimensions[column_name(number)].width = header.width
    frame.freeze_panes = f"{column_name(sheet.frozen_columns + 1)}2"
    last = column_name(len(sheet.headers))
    frame.auto_filter.ref = f"A1:{last}{len(sheet.lines) + 1}"


def _set_up_print(frame: Worksheet, view: ProgrammeView) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    _ = translator(view.language).gettext
    frame.page_setup.orientation = "landscape"
    frame.page_setup.paperSize = _A4
    frame.page_setup.fitToWidth = 1
    frame.page_setup.fitToHeight = 0
    frame.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    frame.print_title_rows = "1:1"
    margins = frame.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    margins.header = margins.footer = 0.3
    page = _("Page {n} of {total}").format(n="&P", total="&N")
    for margin, texts in (
        (frame.oddHeader, (_printed(view.title), "", _printed(view.mark))),
        (frame.oddFooter, (_printed(view.stamp), _printed(view.illustrative_note), page)),
    ):
        if margin is not None:
            for part, words in zip((margin.left, margin.center, margin.right), texts, strict=True):
                part.text = words or None


def _printed(words: str) -> str:
    """Text for the margin of a page: short, its ampersands doubled."""
    line = one_line(words)
    if len(line) > _MOST_HEADER_LETTERS:
        line = line[: _MOST_HEADER_LETTERS - 1].rstrip() + "…"
    return line.replace("&", "&&")


def _describe(book: Workbook, view: ProgrammeView) -> None:
    about = book.properties
    about.title = one_line(view.title)
    about.subject = one_line(view.dates)
    about.description = one_line(view.stamp)
    about.language = view.language
    about.creator = "visitplanner"
    about.created = about.modified = view.changed.astimezone(UTC).replace(tzinfo=None)
