# SPDX-License-Identifier: MIT
"""Workbooks for everybody who sorts, filters and counts: a view as an .xlsx file."""

from visitplanner.exports.excel.sheets import sheets
from visitplanner.exports.excel.workbook import write_excel

__all__ = ["sheets", "write_excel"]
