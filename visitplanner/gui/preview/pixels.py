# SPDX-License-Identifier: MIT
"""Pages of a PDF as pixels, a strip at a time; no Qt."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfDocument

_WHITE: Final = (255, 255, 255, 255)
_GLANCE: Final = 400
"""Pixels across that are enough to see whether a page has colours."""


class Pages:
    """An open PDF."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._document: PdfDocument = pypdfium2.PdfDocument(data)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document.get_page_size(page)
        return width, height

    def strip(
        self, page: int, width: int, top: int, height: int, *, grey: bool = False
    ) -> memoryview:
        """Rows of a page that is `width` pixels wide: four bytes a pixel (BGRX), grey ones one."""
        import pypdfium2
        from pypdfium2 import raw

        sheet = self._document[page]
        try:
            paper_width, paper_height = sheet.get_size()
            full = round(width * paper_height / paper_width)
            form = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, form)
            bitmap.fill_rect(_WHITE, 0, 0, width, height)
            flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if grey else 0)
            raw.FPDF_RenderPageBitmap(bitmap, sheet, 0, -top, width, full, 0, flags)
        finally:
            sheet.close()
        return memoryview(bitmap.buffer).cast("B")

    def is_grey(self, page: int) -> bool:
        """Whether a page is black, white and grey alone."""
        width, height = self.size(page)
        seen = bytes(self.strip(page, _GLANCE, 0, round(_GLANCE * height / width)))
        return seen[0::4] == seen[1::4] == seen[2::4]

    def only(self, pages: Sequence[int]) -> bytes:
        """A PDF of some of the pages."""
        import pypdfium2

        chosen = pypdfium2.PdfDocument.new()
        try:
            chosen.import_pages(self._document, list(pages))
            sheet = BytesIO()
            chosen.save(sheet)
        finally:
            chosen.close()
        return sheet.getvalue()

    def close(self) -> None:
        """Lets the file go."""
        self._document.close()
