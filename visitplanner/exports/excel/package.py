# SPDX-License-Identifier: MIT
"""The .xlsx package: openpyxl's parts and our rows in an archive without times."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from visitplanner.exports.whole import plain_entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook

_EMPTY: Final = b"<sheetData></sheetData>"
_PROGRAM: Final = "docProps/app.xml"
# LibreOffice fits the heights of rows only in files of programs it does not know.
_ABOUT_PROGRAM: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>visitplanner</Application></Properties>'
)


def packed(book: Workbook, rows: Mapping[str, str]) -> bytes:
    """A workbook as bytes; `rows` are the sheetData elements by the names of the parts.

    Unlike `Workbook.save` it leaves the properties as they were set.
    """
    from openpyxl.writer.excel import ExcelWriter

    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        # All it asks of an archive are the acts below.
        ExcelWriter(book, cast("zipfile.ZipFile", _Parts(archive, rows))).write_data()
    return target.getvalue()


class _Parts:
    """Takes the parts of a workbook: no times, our rows in the sheets, our name as program."""

    def __init__(self, archive: zipfile.ZipFile, rows: Mapping[str, str]) -> None:
        self._archive: Final = archive
        self._rows: Final = rows

    def writestr(self, name: str, data: bytes | str) -> None:
        """Takes a part as openpyxl made it."""
        content = _ABOUT_PROGRAM if name == _PROGRAM else data
        self._archive.writestr(plain_entry(name), content)

    def write(self, source: str, name: str) -> None:
        """Takes a sheet, which openpyxl wrote to a temporary file without rows."""
        before, empty, after = Path(source).read_bytes().partition(_EMPTY)
        if not empty:
            raise AssertionError(name)
        self.writestr(name, before + self._rows[name].encode() + after)

    def namelist(self) -> list[str]:
        """The names of the parts so far."""
        return self._archive.namelist()
