# SPDX-License-Identifier: MIT
"""Workbooks in tests: how they are made of a visit and read back."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.exports.calendars import CREATED
from visitplanner.domain.record import Record, first_record
from visitplanner.domain.text import Language, Visibility
from visitplanner.editions.values import ProblemLine, ProgrammeView
from visitplanner.editions.view import programme_view

if TYPE_CHECKING:
    from openpyxl import Workbook

    from visitplanner.domain.visit import Visit

AUDIENCES: Final = (Visibility.PUBLIC, Visibility.INTERNAL)
PUBLIC_SHEETS: Final = ["Программа", "Люди × пункты", "Делегации", "Повестка", "Документы"]
PROBLEMS: Final = (
    ProblemLine(code="R01", severity="Внимание", message="Не успевают", items=("farewell",)),
    ProblemLine(code="K04", severity="К сведению", message="Рано", due=False),
    ProblemLine(
        code="V06", severity="Ошибка", message="=1+1", waived=True, reason="Так решил Губернатор"
    ),
)


def view_of(
    visit: Visit,
    audience: Visibility = Visibility.PUBLIC,
    language: Language = "ru",
    record: Record | None = None,
) -> ProgrammeView:
    return programme_view(
        visit,
        record or first_record(visit, CREATED),
        audience=audience,
        language=language,
        problems=PROBLEMS,
    )


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet_of(data: bytes, title: str) -> Worksheet:
    sheet = opened(data)[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows under their headers."""
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def comparable(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value
