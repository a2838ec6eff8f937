# SPDX-License-Identifier: MIT
"""Columns of an editable table of entities, and the table as a record; no Qt.

A row is an id; what stands behind it is the business of the columns. So one table shows the
vehicles of a visit, another the members of one delegation with what their posts say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from visitplanner.domain.patch import EditRefusedError, Patch
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import message
from visitplanner.gui.table.names import Names, same_names
from visitplanner.words.catalogue import translator
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.words.meant import Candidates

    SortKey = Callable[["Reading", str], tuple[int | str, ...]]


class Reading:
    """A visit being read in a language, with the look-ups columns share."""

    def __init__(self, visit: Visit, language: Language) -> None:
        self.visit: Final = visit
        self.language: Language = language
        self.say: Final = translator(language).gettext
        self._known: dict[Callable[[Reading], Candidates], Candidates] = {}

    def renewed(self, visit: Visit) -> Reading:
        """The reading of another state; the names are kept while nothing is called otherwise."""
        if visit is self.visit:
            return self
        fresh = Reading(visit, self.language)
        if same_names(visit, self.visit):
            kept = {"names", "roster"} & vars(self).keys()
            vars(fresh).update({name: vars(self)[name] for name in kept})
        return fresh

    @cached_property
    def names(self) -> Names:
        """Everything that can be named in a cell."""
        return Names(self.visit, self.language)

    @cached_property
    def roster(self) -> Roster:
        """Who stands behind delegations and groups."""
        return Roster(self.visit)

    def known(self, names: Callable[[Reading], Candidates]) -> Candidates:
        """Things that can be named, found once for all cells."""
        found = self._known.get(names)
        if found is None:
            found = self._known[names] = names(self)
        return found


class Shade(Enum):
    """How a cell stands out."""

    PLAIN = "plain"
    LACKING = "lacking"
    """A datum that is missing."""
    WANTED = "wanted"
    """A datum that is missing, and that something waits for."""
    CLOSED = "closed"
    """Nothing can stand here."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what a cell says, and what typing into it changes."""

    key: str
    title: str
    read: Callable[[Reading, str], str]
    """The text of the cell of a row."""
    write: Callable[[Reading, Visit, str, str], Patch] | None = None
    """Reading, visit to be changed, row, text typed: the patch, or EditRefusedError; None: the
    column is only read. The visit may be ahead of the reading while a block is pasted."""
    sort: SortKey | None = None
    """None: by the text of the cell, numbers as numbers."""
    full_title: str = ""
    """Where the title is short: for tooltip and screen reader."""
    offers: Callable[[Reading], Candidates] | None = None
    """What can be named in it."""
    opens: bool = False
    """The list stands open at once: it is short."""
    several: bool = False
    """A cell holds a list of names; typing adds to it."""
    clears: bool = False
    """A cell may be empty."""
    digits: bool = False
    """Stands at the right, as numbers do."""
    weight: int = 0
    """Share of the width that is left over; 0 keeps its width."""
    least: str = ""
    """The widest usual text of a column that keeps its width."""
    marked: Callable[[Reading, str], bool] | None = None
    """Cells that were set by hand, drawn stronger than those that are proposed."""
    muted: bool = False
    """Of the second rank."""
    letters: bool = True
    """Letters begin typing."""
    ghost: Callable[[Reading, str], str] | None = None
    """What is proposed in an empty cell, drawn faintly: nothing is stored by it."""
    shade: Callable[[Reading, str], Shade] | None = None
    """Whether a cell stands out, or cannot hold anything."""

    def order(self, reading: Reading, row: str) -> tuple[int | str, ...]:
        """What rows are sorted by."""
        if self.sort is not None:
            return self.sort(reading, row)
        text = self.read(reading, row)
        if self.digits:
            found = text.replace("\N{NO-BREAK SPACE}", "").lstrip("−-")
            return (0, int(found)) if found.isdecimal() else (1, 0)
        return (0 if text else 1, folded(text))

    def written(self, reading: Reading, visit: Visit, row: str, text: str) -> Patch:
        """What a text typed into a cell changes; EditRefusedError when it cannot be."""
        text = text.strip()
        shown = self.read(reading.renewed(visit), row)
        if " ".join(text.split()) == " ".join(shown.split()):
            return Patch(message("Change the data"))
        if self.write is None:
            raise EditRefusedError(message("This cell cannot be changed here."))
        if not text and not self.clears:
            raise EditRefusedError(message("This cell cannot be empty."))
        return self.write(reading, visit, row, text)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of entities: its rows, its columns, and what can be done with whole rows."""

    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Visit], Sequence[str]]
    """The ids of the rows in their own order."""
    reads: frozenset[str]
    """Collections (and "about") whose changes are to be seen in the table."""
    add: Callable[[Visit, str], tuple[Patch, str]] | None = None
    """An empty new row, after the row of this id where order matters ("" at the end)."""
    remove: Callable[[Visit, tuple[str, ...]], Patch] | None = None
    move: Callable[[Visit, tuple[str, ...], int], Patch] | None = None
    """Rows dragged to before the row of this number; None: order is not the user's."""
    mark: Callable[[Reading, str], str] | None = None
    """Name of the icon at the beginning of a row, or empty."""
    mark_tip: Callable[[Reading, str], str] | None = None
    row_title: Callable[[Reading, str], str] | None = None
    """What stands at the head of a row instead of its number, and stays when cells scroll."""
    hint: str = ""
    """What the empty last row says: "Type here to add a person."."""
    haystack: Callable[[Reading, str], str] | None = None
    """What a search looks through beside the cells."""
