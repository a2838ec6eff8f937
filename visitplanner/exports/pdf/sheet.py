# SPDX-License-Identifier: MIT
"""Pages into a PDF file: letters, lines, outline, tags; nothing in it comes from the clock."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from visitplanner.exports.pdf.blocks import baseline
from visitplanner.exports.pdf.tags import Element, add_tree, file_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

    from visitplanner.exports.pdf.blocks import Cell, Piece, Rule, SetLine
    from visitplanner.exports.pdf.fonts import Family
    from visitplanner.exports.pdf.pages import Page, PageProfile
    from visitplanner.exports.pdf.tags import File

CREATOR: Final = "visitplanner"


class Matter(NamedTuple):
    """What a file says of itself."""

    title: str
    subject: str
    language: str
    changed: datetime


def write(
    pages: Sequence[Page],
    profile: PageProfile,
    family: Family,
    matter: Matter,
    furniture: Callable[[int, int], Sequence[SetLine]],
) -> bytes:
    """The file of these pages.

    `furniture` says by page number and count what stands in the margins, from the sheet's corner.
    """
    sheet = BytesIO()
    canvas = _canvas(sheet, profile, family, matter)
    elements: list[Element] = []
    rows: list[Element] = []
    for number, page in enumerate(pages):
        drawing = _Drawing(canvas, profile, number)
        for standing in page:
            x, y = profile.left, profile.height - profile.top - standing.y
            _outline(canvas, standing.piece, y)
            drawing.rules(standing.piece.rules, x, y)
            if standing.repeated:
                drawing.artifact(standing.piece.cells, x, y)
                continue
            found = tuple(drawing.cell(cell, x, y) for cell in standing.piece.cells)
            if standing.piece.row:
                rows.append(Element("TR", parts=found))
                continue
            elements += _table(rows)
            elements += found
        drawing.furniture(furniture(number + 1, len(pages)))
        canvas.showPage()
    add_tree(canvas, [*elements, *_table(rows)])
    canvas.save()
    return sheet.getvalue()


def _table(rows: list[Element]) -> list[Element]:
    """The rows gathered so far as one table; they are let go."""
    table = [Element("Table", parts=tuple(rows))] if rows else []
    rows.clear()
    return table


def _canvas(sheet: BytesIO, profile: PageProfile, family: Family, matter: Matter) -> Canvas:
    from reportlab import rl_config
    from reportlab.lib.utils import TimeStamp
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # a fifth smaller; every reader takes binary streams
    canvas = Canvas(
        sheet,
        pagesize=(profile.width, profile.height),
        pageCompression=1,
        invariant=1,
        initialFontName=family.cuts["regular"].name,  # type: ignore[arg-type]
        lang=matter.language,
    )
    stamp = TimeStamp(invariant=1)
    stamp.YMDhms = tuple(matter.changed.utctimetuple())[:6]
    file_behind(canvas)._timeStamp = stamp  # noqa: SLF001 -- else it is the year 2000
    canvas.setTitle(matter.title)
    canvas.setSubject(matter.subject)
    canvas.setAuthor("")
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _outline(canvas: Canvas, piece: Piece, y: float) -> None:
    if piece.outline:
        key = f"part-{canvas.getPageNumber()}-{y:.0f}"
        canvas.bookmarkHorizontal(key, 0, y)
        canvas.addOutlineEntry(piece.outline, key, 0)


class _Font(Protocol):
    """What of a typeface of reportlab is used; a file holds several subsets of its letters."""

    def splitString(self, text: str, doc: File) -> list[tuple[int, bytes]]: ...  # noqa: N802
    def getSubsetInternalName(self, subset: int, doc: File) -> str: ...  # noqa: N802


class _Drawing:
    """Draws one page and counts its marks."""

    def __init__(self, canvas: Canvas, profile: PageProfile, number: int) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        self._font: Final[Callable[[str], _Font]] = getFont  # type: ignore[assignment]
        self._file: Final = file_behind(canvas)
        self._canvas: Final = canvas
        self._height: Final = profile.height
        self._number: Final = number
        self._marks = 0

    def rules(self, rules: Sequence[Rule], x: float, y: float) -> None:
        """Lines and filled boxes; screen readers pass them over."""
        if not rules:
            return
        code = ["/Artifact BMC"]
        for rule in rules:
            x1, y1, x2, y2 = x + rule.x1, y - rule.y1, x + rule.x2, y - rule.y2
            if rule.weight:
                code.append(f"{rule.weight:g} w {rule.grey:g} G")
                code.append(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")
            else:
                box = f"{x1:.2f} {y2:.2f} {x2 - x1:.2f} {y1 - y2:.2f} re f"
                code.append(f"{rule.grey:g} g {box} 0 g")
        code.append("EMC")
        self._canvas.addLiteral("\n".join(code))

    def cell(self, cell: Cell, x: float, y: float) -> Element:
        """The text of a cell as one part of the page."""
        if not cell.lines:
            return Element(cell.tag)
        mark = self._marks
        self._marks += 1
        self._canvas.addLiteral(f"/{cell.tag} <</MCID {mark}>> BDC")
        self._text(cell.lines, x, y)
        self._canvas.addLiteral("EMC")
        return Element(cell.tag, self._number, mark)

    def artifact(self, cells: Sequence[Cell], x: float, y: float) -> None:
        """Text shown again, which is read out once only."""
        self._canvas.addLiteral("/Artifact BMC")
        for cell in cells:
            self._text(cell.lines, x, y)
        self._canvas.addLiteral("EMC")

    def furniture(self, lines: Sequence[SetLine]) -> None:
        """What stands in the margins."""
        self._canvas.addLiteral("/Artifact BMC")
        self._text(lines, 0, self._height)
        self._canvas.addLiteral("EMC")

    def _text(self, lines: Sequence[SetLine], x: float, y: float) -> None:
        """Letters by their operators (ISO 32000 9.4): the canvas takes four times as long."""
        code = ["BT"]
        look: tuple[str, int, float] | None = None
        for line in lines:
            base = y - baseline(line)
            for run in line.line.runs:
                font = self._font(run.face)
                code.append(f"1 0 0 1 {x + line.x + run.x:.2f} {base:.2f} Tm")
                for subset, letters in font.splitString(run.text, self._file):
                    if look != (run.face, subset, run.size):
                        look = (run.face, subset, run.size)
                        name = font.getSubsetInternalName(subset, self._file)
                        code.append(f"{name} {run.size:g} Tf")
                    code.append(f"<{letters.hex()}> Tj")
        code.append("ET")
        self._canvas.addLiteral("\n".join(code))
