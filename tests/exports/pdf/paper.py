# SPDX-License-Identifier: MIT
"""Reads a PDF back by another library than wrote it: text, boxes of letters, lines."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from pypdfium2 import PdfDocument, raw

from visitplanner.domain.record import first_record
from visitplanner.editions.view import programme_view
from visitplanner.exports.pdf.fonts import PT_SERIF
from visitplanner.exports.pdf.programme import write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage

    from visitplanner.domain.text import Visibility
    from visitplanner.domain.visit import Visit
    from visitplanner.editions.values import ProblemLine

MOMENT = datetime(2025, 12, 18, 18, 40, tzinfo=UTC)
MM = 72 / 25.4


class Glyph(NamedTuple):
    """A letter and its ink, from the left and the bottom of the sheet."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float


class Stroke(NamedTuple):
    """A straight line."""

    left: float
    bottom: float
    right: float
    top: float


class Sheet(NamedTuple):
    """A page as a reader sees it."""

    width: float
    height: float
    text: str
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]


def printed(visit: Visit, audience: Visibility, *, problems: tuple[ProblemLine, ...] = ()) -> bytes:
    """The programme of a visit for an audience, in Russian and in the typeface of the tests."""
    view = programme_view(
        visit,
        first_record(visit, MOMENT),
        audience=audience,
        language="ru",
        problems=problems,
    )
    return write_pdf(view, typeface=PT_SERIF)[0]


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """The file as pypdfium2 reads it."""
    document = PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def sheets(data: bytes) -> list[Sheet]:
    """The pages of a file."""
    with opened(data) as document:
        return [_sheet(page) for page in document]


def _sheet(page: PdfPage) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    glyphs = []
    for n in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, n))
        if not letter.isspace():
            glyphs.append(Glyph(letter, *text.get_charbox(n)))
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    strokes = [Stroke(*path.get_bounds()) for path in paths]
    lines = text.get_text_bounded().replace("\r\n", "\n")
    return Sheet(width, height, lines, tuple(glyphs), tuple(strokes))


def text_of(data: bytes) -> str:
    """All pages, parted by a line of their number."""
    pages = (f"=== {n} ===\n{s.text.strip()}\n" for n, s in enumerate(sheets(data), start=1))
    return "\n".join(pages)
