# SPDX-License-Identifier: MIT
"""The change sheet as plain text: for a terminal, for a letter, for a messenger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.editions.changes.sheet import ChangeSheet, Entry

_INDENT = "   "


def write_text(sheet: ChangeSheet) -> str:
    """The whole sheet, with a final line feed."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: ChangeSheet) -> Iterator[str]:
    yield sheet.heading.upper()
    yield from filter(None, (sheet.subject, sheet.since, sheet.as_of, sheet.mark))
    if sheet.counts:
        yield from ("", sheet.counts)
    for change in sheet.lists:
        yield from ("", change.name)
        yield from (f"{_INDENT}{line}" for line in change.lines)
    for day in sheet.days:
        yield from ("", day.heading)
        for entry in day.entries:
            yield ""
            yield from entry_lines(entry, sheet.concerns_label)
    yield from ("", sheet.ending)


def entry_lines(entry: Entry, concerns_label: str) -> Iterator[str]:
    """One entry under its heading."""
    yield f"{entry.number}. {entry.sign} {entry.heading}"
    yield from (f"{_INDENT}{line.whole}" for line in entry.lines)
    if entry.concerns:
        yield f"{_INDENT}{concerns_label}: {entry.concerns}"
