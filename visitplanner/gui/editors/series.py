# SPDX-License-Identifier: MIT
"""Rows that are no collection: a sequence inside an entity, or one value alone; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.particulars import placed, without
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.text import message
from visitplanner.gui.editors.column import Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Value
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Column


@dataclass(frozen=True)
class Series:
    """A sequence of values inside an entity; the number of a value is the id of its row."""

    read: Callable[[Visit], Sequence[Value]]
    write: Callable[[Visit, tuple[Value, ...]], Patch]
    blank: Callable[[Visit], Value] | None = None
    """A new value; None: values cannot be added."""

    def rows(self, visit: Visit) -> tuple[str, ...]:
        """The ids of the rows."""
        return tuple(str(number) for number in range(len(self.read(visit))))

    def value(self, visit: Visit, key: str) -> Value:
        """What stands in a row."""
        values = self.read(visit)
        if not key.isdecimal() or int(key) >= len(values):
            raise EditRefusedError(message("This row is gone."))
        return values[int(key)]

    def changed(self, visit: Visit, key: str, field: str, value: object) -> Patch:
        """Sets one field of a row."""
        return self.put(visit, key, replace(self.value(visit, key), **{field: value}))

    def put(self, visit: Visit, key: str, fresh: Value) -> Patch:
        """Puts a value in the place of another."""
        values = list(self.read(visit))
        values[int(key)] = fresh
        return self.write(visit, tuple(values))

    def add(self, visit: Visit, below: str) -> tuple[Patch, str]:
        """Adds a new value, after a row where one is given."""
        if self.blank is None:
            raise EditRefusedError(message("Rows cannot be added here."))
        values = list(self.read(visit))
        place = int(below) + 1 if below.isdecimal() else len(values)
        values.insert(place, self.blank(visit))
        return self.write(visit, tuple(values)), str(place)

    def remove(self, visit: Visit, keys: Sequence[str]) -> Patch:
        """Takes rows out."""
        return self.write(visit, without(self.read(visit), [int(key) for key in keys]))

    def move(self, visit: Visit, keys: Sequence[str], before: int) -> Patch:
        """Moves rows to before the row of a number."""
        return self.write(visit, placed(self.read(visit), [int(key) for key in keys], before))

    def listing(
        self, title: str, columns: tuple[Column, ...], reads: frozenset[str], hint: str
    ) -> Listing:
        """The series as a table."""
        return Listing(
            title=title,
            columns=columns,
            rows=self.rows,
            reads=reads,
            add=self.add if self.blank is not None else None,
            remove=self.remove,
            move=self.move,
            hint=hint,
        )


@dataclass(frozen=True)
class Single:
    """One value alone, such as the accepted order or the detail of an item."""

    read: Callable[[Visit], Value]
    write: Callable[[Visit, Value], Patch]

    def value(self, visit: Visit, key: str) -> Value:
        """The value, whatever the row is called."""
        del key
        return self.read(visit)

    def changed(self, visit: Visit, key: str, field: str, value: object) -> Patch:
        """Sets one field of the value."""
        del key
        return self.write(visit, replace(self.read(visit), **{field: value}))
