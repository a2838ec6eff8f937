# SPDX-License-Identifier: MIT
"""The looks of cells: a dozen styles shared by all of them, found once for a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.exports.excel.table import Form, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Border, Font
    from openpyxl.worksheet.worksheet import Worksheet

_FACE: Final = "Arial"
_SWISS: Final = 2  # sans serif, should the face be missing
SIZE: Final = 10
"""Points of the letters in cells."""
SMALL: Final = 8
"""Points in narrow columns."""
_HEADER_FILL: Final = "DCE3EC"
_LINE: Final = "B3B9C2"
_STRONG_LINE: Final = "44546A"
_GREY: Final = "6B6B6B"
NUMBER_FORMATS: Final[Mapping[Form, str]] = {
    Form.DATE: "dd.mm.yyyy",
    Form.TIME: "hh:mm",
    Form.NUMBER: "0",
}
_MIDDLE: Final = frozenset({Form.SHORT, Form.MARK, Form.NUMBER, Form.DATE, Form.TIME})


def set_default(book: Workbook) -> None:
    """Makes the face of the cells that of the workbook: widths of columns count its digits."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    font = Font(name=_FACE, size=SIZE, family=_SWISS)
    # openpyxl knows no open way to the font of the style Normal.
    book._fonts = IndexedList([font])  # type: ignore[attr-defined]  # noqa: SLF001
    book._named_styles["Normal"].font = font  # type: ignore[attr-defined]  # noqa: SLF001


class Styles:
    """Numbers of the looks in the workbook's table of styles; made when first asked for."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet: Final = sheet
        self._known: Final[dict[tuple[Form, Tone, bool, bool], int]] = {}

    def number(self, form: Form, tone: Tone, begins: bool, quoted: bool) -> int:  # noqa: FBT001 -- called once for each cell, so in a row
        """The look of a cell; `quoted` keeps its text text when somebody edits it in Excel."""
        key = (form, tone, begins, quoted)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._made(*key)
        return found

    def _made(self, form: Form, tone: Tone, begins: bool, quoted: bool) -> int:  # noqa: FBT001 -- the key of the table above
        cell = self._blank()
        cell.font = _font(form, tone)
        cell.alignment = _alignment(form)
        cell.border = _border(_STRONG_LINE if begins else _LINE)
        if form in NUMBER_FORMATS:
            cell.number_format = NUMBER_FORMATS[form]
        cell.quotePrefix = quoted
        return int(cell.style_id)

    def header(self, *, upright: bool) -> int:
        """The look of a header cell."""
        from openpyxl.styles import Alignment, Font, PatternFill

        cell = self._blank()
        cell.font = Font(name=_FACE, size=SMALL if upright else SIZE, bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEADER_FILL)
        cell.alignment = Alignment(
            horizontal="center",
            vertical="bottom" if upright else "center",
            wrap_text=True,
            text_rotation=90 if upright else 0,
        )
        cell.border = _border(_STRONG_LINE)
        return int(cell.style_id)

    def _blank(self) -> Cell:
        from openpyxl.cell import Cell

        return Cell(self._sheet, row=1, column=1)


def _font(form: Form, tone: Tone) -> Font:
    from openpyxl.styles import Font

    return Font(
        name=_FACE,
        size=SMALL if form is Form.MARK else SIZE,
        bold=tone is Tone.STRONG or form is Form.TITLE,
        italic=tone is Tone.TENTATIVE,
        strike=tone is Tone.CANCELLED,
        color=_GREY if tone is Tone.CANCELLED else None,
    )


def _alignment(form: Form) -> Alignment:
    from openpyxl.styles import Alignment

    return Alignment(
        horizontal="center" if form in _MIDDLE else "left",
        vertical="top",
        wrap_text=form not in NUMBER_FORMATS,
    )


def _border(top: str) -> Border:
    from openpyxl.styles import Border, Side

    thin = Side(style="thin", color=_LINE)
    above = Side(style="medium" if top == _STRONG_LINE else "thin", color=top)
    return Border(left=thin, right=thin, top=above, bottom=thin)
