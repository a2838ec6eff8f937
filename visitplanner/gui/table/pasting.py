# SPDX-License-Identifier: MIT
"""Blocks of cells: copied as texts, cleared, and pasted as one patch; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import create_item
from visitplanner.domain.kinds import KIND_FACTS, Kind
from visitplanner.domain.patch import Patch, apply, merged
from visitplanner.domain.period import on
from visitplanner.domain.programme import ProgrammeItem
from visitplanner.domain.record import fresh_item_id
from visitplanner.domain.text import LANGUAGES, NO_TEXT, Quote, message
from visitplanner.editions.labels import KINDS
from visitplanner.gui.table.columns import COLUMNS, END, MINUTES, START, TITLE, by_time
from visitplanner.gui.typed.blocks import columns_named, write_cell
from visitplanner.words.catalogue import translator
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.table.sheet import Sheet

_MORNING: Final = 9 * 60


class Entry:
    """Cells being entered one after the other into a visit, as one patch."""

    def __init__(self, sheet: Sheet, visit: Visit, record: Record) -> None:
        self._sheet: Final = sheet
        self._record: Final = record
        self.visit = visit
        self.patch = Patch(message("Change the data"))

    def take(self, patch: Patch) -> None:
        """Takes a patch on top of those before."""
        if patch:
            self.visit = apply(self.visit, patch)
            self.patch = merged(self.patch, patch)

    def write(self, item_id: str, column: Column, text: str) -> None:
        """Writes one cell; EditRefusedError when it cannot be."""
        self.take(column.written(self._sheet, self.visit, item_id, text))

    def add(self, below: str | None, day: date, title: str, *, timed: bool) -> str:
        """Adds an item under another one, on its day and tracks; answers its id."""
        visit = self.visit
        above = visit.items.get(below or "")
        kind = kind_called(title)
        start = None
        if above is not None:
            day = above.start.date if above.start is not None else above.day or day
            start = above.end
        if timed and start is None:
            start = on(day, _MORNING)
        tracks = tuple(sorted(visit.tracks, key=lambda key: (visit.tracks[key].order, key)))
        item = ProgrammeItem(
            id=fresh_item_id(kind.value, visit, self._record),
            kind=kind,
            title=NO_TEXT.edited(self._sheet.language, title),
            start=start if timed else None,
            end=start.plus(KIND_FACTS[kind].usual) if timed and start is not None else None,
            day=None if timed else day,
            zone=(above.end_zone or above.zone) if above is not None else None,
            tracks=above.tracks if above is not None else tracks[:1],
        )
        self.take(create_item(visit, item))
        return item.id

    def named(self, one: str, several: str) -> Patch:
        """The whole as one patch under a name: of the one item, or of how many there are."""
        items = [c for c in self.patch.changes if c.collection == "items"]
        name = self.patch.message
        if len(items) == 1 and items[0].before is None:
            added = self.visit.items[items[0].id]
            name = message("Add “{title}”", title=Quote(text=added.title))
        if len(items) > 1:
            name = message(one, several, n=len(items))
        return replace(self.patch, message=name)


def kind_called(title: str) -> Kind:
    """The kind whose name the title is or begins with, in any language."""
    wanted = folded(title)
    best, length = Kind.OTHER, 0
    for kind, label in KINDS.items():
        for language in LANGUAGES:
            name = folded(translator(language).gettext(label))
            if kind is not Kind.OTHER and wanted.startswith(name) and len(name) > length:
                best, length = kind, len(name)
    return best


def last_item(visit: Visit, sheet: Sheet, day: date) -> str | None:
    """The item after which a new one stands: the last of a day, else of the visit."""
    timed = [i for i in visit.items.values() if i.start is not None]
    here = [i for i in timed if i.start is not None and i.start.date == day]
    found = max(here or timed, key=lambda item: by_time(sheet, item), default=None)
    return found.id if found is not None else None


def copied(sheet: Sheet, visit: Visit, rows: Sequence[str], columns: Sequence[Column]) -> Cells:
    """The texts of a block of cells."""
    return tuple(tuple(column.text(sheet, visit.items[row]) for column in columns) for row in rows)


@dataclass(frozen=True, slots=True)
class Block:
    """Cells to be pasted, and where."""

    cells: Cells
    rows: Sequence[str]
    """The items from the row pasted at downwards; what goes beyond becomes new items."""
    columns: Sequence[Column]
    """Those from the column pasted at to the right; a heading row of the cells wins."""
    day: date
    """The day of new items of which nothing else says the day."""


def pasted(
    sheet: Sheet, visit: Visit, record: Record, block: Block
) -> tuple[Patch, tuple[str, ...]]:
    """A block written as one patch, and the items it stands in.

    EditRefusedError names the cell that could not be read.
    """
    cells, rows = block.cells, block.rows
    columns: Sequence[Column | None] = block.columns
    heading = columns_named(_titles(), cells[0]) if cells else ()
    if heading:
        cells, columns = cells[1:], heading
    entry = Entry(sheet, visit, record)
    above = last_item(visit, sheet, block.day)
    ids: list[str] = []
    for number, row in enumerate(cells):
        given = {c: text.strip() for c, text in zip(columns, row, strict=False) if c is not None}
        target = rows[number] if number < len(rows) else None
        if target is None:
            if not any(given.values()):
                continue
            timed = START not in given or bool(given[START])
            target = entry.add(above, block.day, given.get(TITLE, ""), timed=timed)
        _write_row(sheet, entry, target, given, number + 1 + bool(heading))
        above = target
        ids.append(target)
    return entry.named("Paste {n} row", "Paste {n} rows"), tuple(ids)


def _titles() -> Iterator[tuple[str, Column]]:
    """How headings may call the columns."""
    for column in COLUMNS:
        for title in (column.title, column.full_title, *column.also):
            yield title, column


def _write_row(
    sheet: Sheet, entry: Entry, item_id: str, given: Mapping[Column, str], number: int
) -> None:
    order = [column for column in COLUMNS if column in given]
    if given.get(END):
        order = [column for column in order if column is not MINUTES]  # the end says it already
    for column in order:
        text = given[column]
        if not text and not column.clears:
            continue
        write_cell(
            partial(entry.write, item_id, column, text),
            sheet.visit,
            sheet.language,
            number,
            column.full_title or column.title,
        )


def cleared(
    sheet: Sheet, visit: Visit, record: Record, cells: Sequence[tuple[str, Column]]
) -> Patch:
    """Empties cells, as one patch; those that always say something are left as they are."""
    entry = Entry(sheet, visit, record)
    for item_id, column in cells:
        if column.clears:
            entry.write(item_id, column, "")
    return entry.named("Change {n} item", "Change {n} items")


def filled(
    sheet: Sheet, visit: Visit, record: Record, cells: Sequence[tuple[str, Column]], text: str
) -> Patch:
    """Writes one text into many cells, as one patch."""
    entry = Entry(sheet, visit, record)
    for number, (item_id, column) in enumerate(cells, 1):
        _write_row(sheet, entry, item_id, {column: text.strip()}, number)
    return entry.named("Change {n} item", "Change {n} items")
