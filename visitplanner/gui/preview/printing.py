# SPDX-License-Identifier: MIT
"""A paper on its way to a printer or into a file, page by page, away from the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QThread, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from typing_extensions import override

from visitplanner.gui.preview.pixels import Pages
from visitplanner.log import log_fault

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

DOTS: Final = 600
"""An inch; letters of a laser printer are not finer."""
_POINTS: Final = 72
_STRIP: Final = 256
"""Rows painted at a time: a painter keeps the window waiting, but only so long."""
_OVERLAP: Final = 2
"""Rows painted twice, so that no white hair is left between two strips."""
_CALM: Final = 6
"""Rows alike, one under the other: between two lines of text, where a cut cannot be seen."""
_ALIGNED: Final = 4
"""A row of grey pixels is a multiple of so many bytes."""
_ALIKE: Final = 0.02
"""Sheets that differ by less are the same."""


class CannotPrintError(Exception):
    """The printer does not take the job."""


def printers() -> list[str]:
    """The names of the printers the system knows."""
    return list(QPrinterInfo.availablePrinterNames())


def printer_for(data: bytes, name: str) -> QPrinter:
    """The usual printer, set up for a paper: its sheet, its way up, the name of the job."""
    pages = Pages(data)
    try:
        width, height = pages.size(0)
        grey = all(map(pages.is_grey, range(len(pages))))
    finally:
        pages.close()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    upright = QPageLayout.Orientation.Portrait
    printer.setPageOrientation(upright if height >= width else QPageLayout.Orientation.Landscape)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)
    printer.setDocName(name)
    printer.setCreator("visitplanner")
    return printer


def chosen_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """The pages asked for in the print dialog, in the order they are to come out."""
    match printer.printRange():
        case QPrinter.PrintRange.PageRange:
            ranges = printer.pageRanges()
            pages = [
                n
                for n in range(count)
                if (
                    ranges.contains(n + 1)
                    if not ranges.isEmpty()
                    else printer.fromPage() <= n + 1 <= (printer.toPage() or count)
                )
            ]
        case QPrinter.PrintRange.CurrentPage:
            pages = [current]
        case _:
            pages = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


class PrintJob(QThread):
    """Paints pages at 600 dots an inch; a print to a file is the paper itself."""

    advanced = Signal(int)
    """How many pages are on their way."""
    done = Signal()
    stopped = Signal()
    refused = Signal(str)
    """Why not, in English."""

    def __init__(
        self, data: bytes, printer: QPrinter, pages: list[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self.printer = printer
        self.pages = pages

    def stop(self) -> None:
        """Asks it to stop; what the printer has taken already may come out."""
        self.requestInterruption()

    @override
    def run(self) -> None:
        from visitplanner.exports.whole import ExportRefusedError

        try:
            whole = self._write() if self.printer.outputFileName() else self.paint()
        except (CannotPrintError, ExportRefusedError) as error:
            self.refused.emit(str(error))
        except Exception as fault:  # noqa: BLE001 -- told in the window, which must go on
            log_fault(fault)
            self.refused.emit(type(fault).__name__)
        else:
            (self.done if whole else self.stopped).emit()

    def _write(self) -> bool:
        from visitplanner.exports.whole import write_paper

        pages = Pages(self._data)
        try:
            every = self.pages == list(range(len(pages)))
            data = self._data if every else pages.only(self.pages)
        finally:
            pages.close()
        if self.isInterruptionRequested():
            return False
        write_paper(Path(self.printer.outputFileName()), data, force=True)
        self.advanced.emit(len(self.pages))
        return True

    def paint(self) -> bool:
        """Paints the pages; False when it was stopped."""
        painter = QPainter()
        if not painter.begin(self.printer):
            raise CannotPrintError(self.printer.printerName())
        # Else letters are kept as photographs are, with a haze around them.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        pages = Pages(self._data)
        try:
            for n, page in enumerate(self.pages):
                if n and not self.printer.newPage():
                    raise CannotPrintError(self.printer.printerName())
                if not self._paint_page(painter, pages, page):
                    self.printer.abort()
                    return False
                self.advanced.emit(n + 1)
        finally:
            pages.close()
            painter.end()
        return True

    def _paint_page(self, painter: QPainter, pages: Pages, page: int) -> bool:
        points_wide, points_high = pages.size(page)
        width = round(points_wide / _POINTS * DOTS / _ALIGNED) * _ALIGNED
        height = round(width * points_high / points_wide)
        grey = pages.is_grey(page)
        sheet = self._sheet(points_wide, points_high)
        grown = sheet.height() / height
        top = 0
        while top < height:
            if self.isInterruptionRequested():
                return False
            rows = min(_STRIP, height - top)
            pixels = pages.strip(page, width, top, rows, grey=grey)
            stride = len(pixels) // rows
            whole = top + rows >= height
            used = rows if whole else _calm_row(pixels, rows, stride)
            form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
            image = QImage(pixels, width, used, stride, form)
            place = QRectF(sheet.left(), sheet.top() + top * grown, sheet.width(), used * grown)
            painter.drawImage(place, image)
            top += used if whole else used - _OVERLAP
            self.yieldCurrentThread()
        return True

    def _sheet(self, points_wide: float, points_high: float) -> QRectF:
        """Where a page comes to stand on the paper: in its true size, smaller where it must."""
        dots = self.printer.resolution()
        paper = QRectF(self.printer.pageLayout().fullRectPixels(dots))
        width, height = points_wide / _POINTS * dots, points_high / _POINTS * dots
        shrunk = min(1.0, paper.width() / width, paper.height() / height)
        if shrunk > 1 - _ALIKE:
            shrunk = 1.0
        width, height = width * shrunk, height * shrunk
        return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)


def _calm_row(pixels: memoryview, rows: int, stride: int) -> int:
    """The last row of a strip at which the next may go on unseen; its end where there is none."""
    alike = 0
    for row in range(rows - 1, rows // 2, -1):
        here, above = row * stride, (row - 1) * stride
        same = pixels[here : here + stride] == pixels[above:here]
        alike = alike + 1 if same else 0
        if alike == _CALM:
            return row + _CALM // 2
    return rows
