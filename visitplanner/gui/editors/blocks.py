# SPDX-License-Identifier: MIT
"""Blocks of cells of an entity table: copied as texts, cleared, and pasted as one patch; no Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.patch import EditRefusedError, Patch, apply, merged
from visitplanner.domain.text import message
from visitplanner.gui.typed.blocks import columns_named, write_cell
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from visitplanner.domain.text import Message
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.editors.column import Column, Listing, Reading


class Entry:
    """Cells being entered one after the other into a visit, as one patch."""

    def __init__(self, listing: Listing, reading: Reading) -> None:
        self._listing: Final = listing
        self._reading = reading
        self.visit = reading.visit
        self.patch = Patch(message("Change the data"))

    def take(self, patch: Patch) -> None:
        """Takes a patch on top of those before."""
        if patch:
            self.visit = apply(self.visit, patch)
            self.patch = merged(self.patch, patch)

    def write(self, row: str, column: Column, text: str) -> None:
        """Writes one cell; EditRefusedError when it cannot be."""
        self._reading = self._reading.renewed(self.visit)
        self.take(column.written(self._reading, self.visit, row, text))

    def add(self, below: str) -> str:
        """Adds a row; answers its id."""
        if self._listing.add is None:
            raise EditRefusedError(message("Rows cannot be added here."))
        patch, row = self._listing.add(self.visit, below)
        self.take(patch)
        return row

    def named(self, name: Message | None = None) -> Patch:
        """The whole as one patch."""
        return self.patch if name is None else replace(self.patch, message=name)


def copied(reading: Reading, rows: Sequence[str], columns: Sequence[Column]) -> Cells:
    """The texts of a block of cells."""
    return tuple(tuple(column.read(reading, row) for column in columns) for row in rows)


def _titles(listing: Listing) -> Iterator[tuple[str, Column]]:
    """How headings may call the columns."""
    for column in listing.columns:
        yield column.title, column
        yield column.full_title, column


def pasted(
    listing: Listing,
    reading: Reading,
    cells: Cells,
    rows: Sequence[str],
    columns: Sequence[Column],
) -> tuple[Patch, tuple[str, ...]]:
    """A block written from its first row and column on, and the rows it stands in.

    `rows` are those from the row pasted at downwards, `columns` those from the column pasted at;
    rows beyond the last are added. EditRefusedError names the cell that could not be read.
    """
    taken: Sequence[Column | None] = columns
    heading = columns_named(_titles(listing), cells[0]) if cells else ()
    if heading:
        cells, taken = cells[1:], heading
    if heading and heading[0] is None and listing.row_title is not None:
        rows = _rows_named(listing, reading, cells)
    entry = Entry(listing, reading)
    stood: list[str] = []
    below = ""
    for number, line in enumerate(cells):
        given = {c: text.strip() for c, text in zip(taken, line, strict=False) if c is not None}
        if not any(given.values()):
            continue
        row = rows[number] if number < len(rows) else entry.add(below)
        _write_row(entry, reading, row, given, number + 1 + bool(heading))
        below = row
        stood.append(row)
    name = message("Paste {n} row", "Paste {n} rows", n=len(stood))
    return entry.named(name), tuple(stood)


def _rows_named(listing: Listing, reading: Reading, cells: Cells) -> Sequence[str]:
    """The rows that the first cells of a table name: they may stand in any order."""
    title = listing.row_title
    known = {folded(title(reading, row)): row for row in listing.rows(reading.visit) if title}
    found = []
    for line in cells:
        row = known.get(folded(line[0])) if line else None
        if row is None:
            text = line[0] if line else ""
            raise EditRefusedError(message("Nothing here is called “{text}”.", text=text))
        found.append(row)
    return found


def _write_row(
    entry: Entry, reading: Reading, row: str, given: Mapping[Column, str], number: int
) -> None:
    for column, text in given.items():
        if not text and not column.clears:
            continue
        title = column.full_title or column.title
        write = partial(entry.write, row, column, text)
        write_cell(write, reading.visit, reading.language, number, title)


def cleared(listing: Listing, reading: Reading, cells: Sequence[tuple[str, Column]]) -> Patch:
    """Empties cells, as one patch; those that always say something are left as they are."""
    entry = Entry(listing, reading)
    for row, column in cells:
        if column.clears and column.write is not None:
            entry.write(row, column, "")
    return entry.named()


def filled(
    listing: Listing, reading: Reading, cells: Sequence[tuple[str, Column]], text: str
) -> Patch:
    """Writes one text into many cells, as one patch."""
    entry = Entry(listing, reading)
    for number, (row, column) in enumerate(cells, 1):
        _write_row(entry, reading, row, {column: text.strip()}, number)
    return entry.named()
