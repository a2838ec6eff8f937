# SPDX-License-Identifier: MIT
"""Paragraphs and rows of tables, set into pieces that a page takes whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from visitplanner.exports.pdf.typeset import Ink, Line, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.exports.pdf.typeset import Setter

Align = Literal["left", "centre", "right"]
MM: Final = 72 / 25.4
HAIR: Final = 0.4
SOFT: Final = 0.55
"""The grey of lines inside what belongs together."""
LEADING: Final = 1.2
"""Distance of lines in sizes of the letters."""
_ASCENT: Final = 0.92
"""Where in a line letters stand, from its top, in their size."""


class Para(NamedTuple):
    """A paragraph; lengths in points."""

    spans: tuple[Span, ...]
    align: Align = "left"
    before: float = 0.0
    left: float = 0.0
    hang: float = 0.0
    """Further indent of all lines but the first."""
    right: float = 0.0
    """Kept free at the right."""
    divide: bool = False


class SetLine(NamedTuple):
    """A line at its place: `top` from the top of its piece, `x` from the left of the page area."""

    top: float
    height: float
    x: float
    size: float
    line: Line


class Rule(NamedTuple):
    """A straight line, or without weight a filled box from corner to corner."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    grey: float = 0.0


class Cell(NamedTuple):
    """Set lines that belong together, and what they are to a screen reader: P, H1, H2, TH, TD."""

    tag: str
    lines: tuple[SetLine, ...]


class Frame(NamedTuple):
    """How a row of a table is drawn: widths of columns, padding, lines."""

    columns: tuple[float, ...]
    pad_x: float = 0.0
    pad_top: float = 0.0
    pad_bottom: float = 0.0
    grid: float = 0.0
    """Weight of a box around every cell; 0: none."""
    over: float = 0.0
    under: float = 0.0
    grey: float | None = None
    """Of the ground."""
    soft: bool = False
    """Lines across are thin and grey: the row belongs to the one before it."""


class Piece(NamedTuple):
    """What a page takes whole: a paragraph, a row."""

    height: float
    cells: tuple[Cell, ...]
    frame: Frame | None = None
    gap: float = 0.0
    """Space before it, unless it begins a page."""
    keep: int = 0
    """How many of the following pieces must stand on the same page."""
    head: tuple[Piece, ...] = ()
    """What is repeated above it when it begins a page."""
    outline: str = ""
    new_page: bool = False
    row: bool = False
    item: str = ""
    """Id of the item of the programme it is about."""
    torn: tuple[str, ...] = ()
    """Words that had to be cut between any two letters."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The lines of its frame."""
        return _rules(self.frame, self.height) if self.frame else ()


def span(text: str, size: float, cut: str = "regular") -> Span:
    """A run of text."""
    return Span(text, Ink(cut, size))  # type: ignore[arg-type]


def para(text: str, size: float, cut: str = "regular", **how: object) -> Para:
    """A paragraph of one look."""
    return Para((span(text, size, cut),), **how)  # type: ignore[arg-type]


def set_paras(
    setter: Setter, paras: Sequence[Para], x: float, width: float, top: float = 0.0
) -> tuple[list[SetLine], float]:
    """Paragraphs one under the other, and the height they need."""
    found: list[SetLine] = []
    y = top
    for n, paragraph in enumerate(paras):
        y += paragraph.before if n else 0.0
        size = max(s.ink.size for s in paragraph.spans)
        inner = width - paragraph.left - paragraph.hang - paragraph.right
        lines = setter.lines(paragraph.spans, inner, divide=paragraph.divide)
        if paragraph.align == "centre" and len(lines) > 1:
            lines = _balanced(setter, paragraph, inner, lines)
        for number, line in enumerate(lines):
            indent = paragraph.left + (paragraph.hang if number else 0.0)
            if paragraph.align == "centre":
                indent = (width - line.width) / 2
            elif paragraph.align == "right":
                indent = width - line.width
            found.append(SetLine(y, size * LEADING, x + indent, size, line))
            y += size * LEADING
    return found, y - top


def _balanced(setter: Setter, paragraph: Para, width: float, lines: list[Line]) -> list[Line]:
    """As many lines of much the same width: a heading without a lone word at its end."""
    narrow, wide = max(width / 2, setter.widest(paragraph.spans)), width
    while wide - narrow > MM:
        middle = (narrow + wide) / 2
        tried = setter.lines(paragraph.spans, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def baseline(line: SetLine) -> float:
    """Where the letters of a line stand, from the top of its piece."""
    return line.top + (line.height - line.size * LEADING) + line.size * _ASCENT


def paragraph_piece(  # noqa: PLR0913 -- each says one thing of how it stands
    setter: Setter,
    paras: Sequence[Para],
    width: float,
    *,
    x: float = 0.0,
    tag: str = "P",
    gap: float = 0.0,
    keep: int = 0,
    outline: str = "",
    new_page: bool = False,
) -> Piece:
    """Paragraphs that stand outside tables, as one piece."""
    lines, height = set_paras(setter, paras, x, width)
    return Piece(
        height,
        (Cell(tag, tuple(lines)),),
        gap=gap,
        keep=keep,
        outline=outline,
        new_page=new_page,
    )


def row_piece(  # noqa: PLR0913 -- see above
    setter: Setter,
    cells: Sequence[Sequence[Para]],
    frame: Frame,
    *,
    tag: str = "TD",
    keep: int = 0,
    head: tuple[Piece, ...] = (),
    outline: str = "",
    gap: float = 0.0,
    item: str = "",
) -> Piece:
    """A row of a table; a cell without paragraphs stays empty."""
    x, tallest = 0.0, 0.0
    torn_before = len(setter.too_wide)
    made: list[Cell] = []
    for paras, column in zip(cells, frame.columns, strict=True):
        lines, height = set_paras(
            setter, paras, x + frame.pad_x, column - 2 * frame.pad_x, frame.pad_top
        )
        made.append(Cell(tag, tuple(lines)))
        tallest = max(tallest, height)
        x += column
    return Piece(
        tallest + frame.pad_top + frame.pad_bottom,
        tuple(made),
        frame=frame,
        keep=keep,
        head=head,
        outline=outline,
        gap=gap,
        row=True,
        item=item,
        torn=tuple(setter.too_wide[torn_before:]),
    )


def cut(piece: Piece, height: float) -> tuple[Piece, Piece] | None:
    """A piece longer than a page in two: what fits and the rest; None when no line fits."""
    frame = piece.frame or Frame(())
    upper: list[Cell] = []
    lower: list[Cell] = []
    for cell in piece.cells:
        fits = [n.top + n.height + frame.pad_bottom <= height for n in cell.lines]
        count = fits.index(False) if False in fits else len(fits)
        rest = cell.lines[count:]
        shift = (rest[0].top - frame.pad_top) if rest else 0.0
        upper.append(Cell(cell.tag, cell.lines[:count]))
        lower.append(Cell(cell.tag, tuple(n._replace(top=n.top - shift) for n in rest)))
    if not any(c.lines for c in upper):
        return None
    first = piece._replace(height=_height(upper, frame), cells=tuple(upper), keep=0)
    rest_piece = piece._replace(
        height=_height(lower, frame), cells=tuple(lower), gap=0.0, outline="", new_page=False
    )
    return first, rest_piece


def _height(cells: Sequence[Cell], frame: Frame) -> float:
    bottoms = (c.lines[-1].top + c.lines[-1].height for c in cells if c.lines)
    return max(bottoms, default=0.0) + frame.pad_bottom


def _tone(frame: Frame) -> float:
    return SOFT if frame.soft else 0.0


def _rules(frame: Frame, height: float) -> tuple[Rule, ...]:
    width = sum(frame.columns)
    found: list[Rule] = []
    if frame.grey is not None:
        found.append(Rule(0, 0, width, height, 0, frame.grey))
    if frame.grid:
        found.append(Rule(0, 0, width, 0, HAIR if frame.soft else frame.grid, _tone(frame)))
        found.append(Rule(0, height, width, height, frame.grid))
        x = 0.0
        for column in (0.0, *frame.columns):
            x += column
            found.append(Rule(x, 0, x, height, frame.grid))
    if frame.over:
        found.append(Rule(0, 0, width, 0, frame.over))
    if frame.under:
        found.append(Rule(0, height, width, height, frame.under, _tone(frame)))
    return tuple(found)
