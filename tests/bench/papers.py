# SPDX-License-Identifier: MIT
"""Exports of 1,000 items against the plain use of the same libraries."""

from __future__ import annotations

import io
from datetime import timedelta
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from tests.bench.engine import TODAY, large
from tests.bench.measure import Row, compared
from visitplanner.domain.period import to_datetime
from visitplanner.publishing import Order, view_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visitplanner.editions.values import ProgrammeView


def _plain_ical(view: ProgrammeView) -> bytes:
    from icalendar import Calendar, Event
    from icalendar.enums import STATUS

    calendar = Calendar.new(name=view.title, uid="bench", prodid="-//bench//")
    for row in view.rows:
        if row.start is None or row.end is None:
            continue
        end = max(row.end.minutes, row.start.minutes + 1)
        start = to_datetime(row.start, row.zone)
        calendar.add_component(
            Event.new(
                uid=row.uid,
                summary=row.title,
                start=start,
                end=start + timedelta(minutes=end - row.start.minutes),
                location=row.site.text if row.site else "",
                description="\n".join(line.text for line in row.people),
                categories=[row.kind_name],
                status=STATUS(row.status.value.upper()),
                sequence=row.sequence,
                stamp=row.changed,
                created=row.created,
                last_modified=row.changed,
            )
        )
    return bytes(calendar.to_ical())


def _excel_yardstick(workbook: bytes) -> Callable[[], bytes]:
    """The same cells once more, each with a style of its own objects."""
    import openpyxl
    from openpyxl.styles import Alignment, Font

    source = openpyxl.load_workbook(io.BytesIO(workbook))
    values = [
        (sheet.title, [[c.value for c in line] for line in sheet.iter_rows()]) for sheet in source
    ]

    def write() -> bytes:
        target = openpyxl.Workbook()
        for title, lines in values:
            sheet = target.create_sheet(title)
            for y, line in enumerate(lines, 1):
                for x, value in enumerate(line, 1):
                    cell = sheet.cell(y, x, value)
                    cell.font = Font(name="PT Sans", size=10)
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
        buffer = io.BytesIO()
        target.save(buffer)
        return buffer.getvalue()

    return write


def _plain_pdf(view: ProgrammeView) -> bytes:
    from pathlib import Path

    import fontpkg_pt_serif
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    face = min(Path(str(fontpkg_pt_serif.__file__)).parent.rglob("*egular*.ttf"))
    pdfmetrics.registerFont(TTFont("Plain", str(face)))
    style = ParagraphStyle("plain", fontName="Plain", fontSize=13, leading=16)
    lines = [
        [
            Paragraph(escape(row.when), style),
            Paragraph(
                "<br/>".join(
                    escape(text)
                    for text in (
                        row.title,
                        row.site.text if row.site else "",
                        *(line.text for line in row.people),
                        row.public_text,
                        row.dress,
                    )
                    if text
                ),
                style,
            ),
        ]
        for row in view.rows
    ]
    buffer = io.BytesIO()
    document = SimpleDocTemplate(buffer, pagesize=A4)
    document.build([LongTable(lines, colWidths=(80, 400))])
    return buffer.getvalue()


def rows() -> Iterator[Row]:
    """iCal, Excel and PDF rows of design.md section 9."""
    from visitplanner.exports.excel import write_excel
    from visitplanner.exports.ical import write_ical
    from visitplanner.exports.pdf.programme import write_pdf

    visit, record = large(1000)
    view = view_for(visit, record, Order(format="ical"), TODAY)
    yield compared(
        "iCal, 1,000 items / icalendar Event.new + to_ical",
        1.1,
        partial(write_ical, view),
        partial(_plain_ical, view),
        runs=5,
    )
    yield compared(
        "Excel, 1,000 items / the same cells by plain openpyxl",
        0.65,
        partial(write_excel, view),
        _excel_yardstick(write_excel(view)),
        runs=5,
    )
    yield compared(
        "PDF, official edition, 1,000 items / platypus LongTable",
        0.5,
        partial(write_pdf, view),
        partial(_plain_pdf, view),
        runs=3,
    )
