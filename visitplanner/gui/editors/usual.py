# SPDX-License-Identifier: MIT
"""The usual columns of entity tables: a text, a number, a choice, a name, a day; no Qt.

Each reads and writes one field of an entity, or of what else stands in rows (`Rows`: the
steps of a ceremony, the questions of an agenda). `more` are the other fields of Column.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from visitplanner.domain.edits import set_entity_field
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.text import LANGUAGES, Entity, Text, Value, message
from visitplanner.gui.editors.column import Column
from visitplanner.words import dates
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.meant import Candidate, Candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading

_SPACES: Final = re.compile(r"\s+")
_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?")
_CENTURY: Final = 100
E = TypeVar("E", bound=StrEnum)
YES: Final = N_("yes")
NO: Final = N_("no")


class Rows(Protocol):
    """What stands in rows and is no collection of the visit."""

    def value(self, visit: Visit, key: str) -> Value:
        """What stands in a row, or a refusal when it is gone."""
        ...

    def changed(self, visit: Visit, key: str, field: str, value: object) -> Patch:
        """The patch that sets one field of a row."""
        ...


def row_value(visit: Visit, rows: str | Rows, key: str) -> Value:
    """What stands in a row of a collection or of other rows."""
    return entity(visit, rows, key) if isinstance(rows, str) else rows.value(visit, key)


def row_changed(visit: Visit, rows: str | Rows, key: str, field: str, value: object) -> Patch:
    """The patch that sets one field of a row."""
    if isinstance(rows, str):
        return set_entity_field(visit, rows, key, field, value)
    return rows.changed(visit, key, field, value)


def entity(visit: Visit, collection: str, key: str) -> Entity:
    """The entity of a row, or a refusal when it is gone."""
    found = visit.collection(collection).get(key)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=key))
    return found


def text(collection: str | Rows, field: str, title: str, **more: object) -> Column:
    """A text in the language of the window; the other languages become stale."""

    def read(reading: Reading, key: str) -> str:
        found: Text = getattr(row_value(reading.visit, collection, key), field)
        return _SPACES.sub(" ", found.best(reading.language)).strip()

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        found: Text = getattr(row_value(visit, collection, key), field)
        fresh = found.edited(reading.language, _SPACES.sub(" ", typed).strip())
        return row_changed(visit, collection, key, field, fresh)

    return _column(field, title, read, write, more)


def string(collection: str | Rows, field: str, title: str, **more: object) -> Column:
    """A string that is the same in every language."""

    def read(reading: Reading, key: str) -> str:
        return str(getattr(row_value(reading.visit, collection, key), field))

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        return row_changed(visit, collection, key, field, _SPACES.sub(" ", typed).strip())

    return _column(field, title, read, write, {"clears": True, **more})


def number(  # noqa: PLR0913 -- what a number is
    collection: str | Rows,
    field: str,
    title: str,
    *,
    least: int = 0,
    most: int = 9999,
    none: int | None = None,
    widest: str = "000",
    **more: object,
) -> Column:
    """A whole number; `none` is the one that shows as an empty cell."""

    def read(reading: Reading, key: str) -> str:
        found = getattr(row_value(reading.visit, collection, key), field)
        return "" if found is None or found == none else dates.number_text(found)

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        digits = typed.replace("−", "-").replace("\N{NO-BREAK SPACE}", "")
        if not typed:
            return row_changed(visit, collection, key, field, none)
        if not re.fullmatch(r"-?\d{1,9}", digits) or not least <= int(digits) <= most:
            raise EditRefusedError(
                message(
                    "“{text}” is no number from {least} to {most}.",
                    text=typed,
                    least=least,
                    most=most,
                )
            )
        return row_changed(visit, collection, key, field, int(digits))

    usual: dict[str, object] = {
        "digits": True,
        "clears": none is not None,
        "letters": False,
        "least": widest,
    }
    return _column(field, title, read, write, usual | more)


def choice(
    collection: str | Rows,
    field: str,
    title: str,
    labels: Mapping[E, str],
    **more: object,
) -> Column:
    """One of a few values."""

    def read(reading: Reading, key: str) -> str:
        found = getattr(row_value(reading.visit, collection, key), field)
        return reading.say(labels[found]) if labels.get(found) else ""

    def offers(reading: Reading) -> Candidates:
        return choices(reading, labels)

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        value = chosen(reading, labels, typed)
        return row_changed(visit, collection, key, field, value)

    return _column(field, title, read, write, {"offers": offers, "opens": True, **more})


def choices(reading: Reading, labels: Mapping[E, str]) -> Candidates:
    """The values as names, each known in every language."""
    return Candidates(
        Candidate(
            value.value,
            reading.say(label),
            names=tuple(translator(other).gettext(label) for other in LANGUAGES),
        )
        for value, label in labels.items()
        if label
    )


def chosen(reading: Reading, labels: Mapping[E, str], typed: str) -> E:
    """The value that is meant, or a refusal."""
    found = choices(reading, labels).meant(typed)
    if len(found) != 1:
        raise EditRefusedError(message("“{text}” is none of the list: choose one.", text=typed))
    return next(value for value in labels if value.value == found[0].id)


def reference(
    collection: str | Rows,
    field: str,
    title: str,
    names: Callable[[Reading], Candidates],
    **more: object,
) -> Column:
    """One thing of the visit by its name, or none."""

    def read(reading: Reading, key: str) -> str:
        found: str | None = getattr(row_value(reading.visit, collection, key), field)
        return written(reading.known(names), found)

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        value = meant(reading.known(names), typed) if typed else None
        return row_changed(visit, collection, key, field, value)

    return _column(field, title, read, write, {"offers": names, "clears": True, **more})


def several(
    collection: str | Rows,
    field: str,
    title: str,
    names: Callable[[Reading], Candidates],
    **more: object,
) -> Column:
    """Several things of the visit by their names."""

    def read(reading: Reading, key: str) -> str:
        found = getattr(row_value(reading.visit, collection, key), field)
        known = reading.known(names)
        return ", ".join(written(known, one) for one in found)

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        known = reading.known(names)
        parts = [part.strip() for part in re.split(r"[,;\n]", typed)]
        ids = tuple(dict.fromkeys(meant(known, part) for part in parts if part))
        return row_changed(visit, collection, key, field, ids)

    usual: dict[str, object] = {"offers": names, "clears": True, "several": True}
    return _column(field, title, read, write, usual | more)


def day(collection: str | Rows, field: str, title: str, **more: object) -> Column:
    """A day or none; the year may be left out."""

    def read(reading: Reading, key: str) -> str:
        found: date | None = getattr(row_value(reading.visit, collection, key), field)
        return "" if found is None else day_text(found)

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        value = day_meant(typed, reading.visit.about.starts.year) if typed else None
        return row_changed(visit, collection, key, field, value)

    def sort(reading: Reading, key: str) -> tuple[int | str, ...]:
        found: date | None = getattr(row_value(reading.visit, collection, key), field)
        return (1, 0) if found is None else (0, found.toordinal())

    usual: dict[str, object] = {
        "clears": True,
        "sort": sort,
        "least": "00.00.0000",
        "letters": False,
    }
    return _column(field, title, read, write, usual | more)


def tick(collection: str | Rows, field: str, title: str, **more: object) -> Column:
    """Yes or no."""

    def read(reading: Reading, key: str) -> str:
        return reading.say(YES) if getattr(row_value(reading.visit, collection, key), field) else ""

    def offers(reading: Reading) -> Candidates:
        return Candidates(
            Candidate(key, reading.say(word), names=_everywhere(word) + other)
            for key, word, other in (("yes", YES, ("+", "1", "true")), ("no", NO, ("-", "0")))
        )

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        value = bool(typed) and meant(offers(reading), typed) == "yes"
        return row_changed(visit, collection, key, field, value)

    return _column(
        field, title, read, write, {"offers": offers, "opens": True, "clears": True} | more
    )


def _everywhere(word: str) -> tuple[str, ...]:
    return tuple(translator(language).gettext(word) for language in LANGUAGES)


def day_text(found: date) -> str:
    """«23.12.2025»."""
    return f"{found:%d.%m.%Y}"


def day_meant(typed: str, year: int) -> date:
    """The day somebody means: `23.12.2025`, `23.12`, `2025-12-23`."""
    try:
        if found := _DAY.fullmatch(typed.strip()):
            years = int(found[3]) if found[3] else year
            years += 2000 if years < _CENTURY else 0
            return date(years, int(found[2]), int(found[1]))
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise EditRefusedError(
            message("“{text}” is no day: type 23.12.2025.", text=typed)
        ) from None


def written(names: Candidates, key: str | None) -> str:
    """A thing as cells write it; its id when it has no name there."""
    if key is None:
        return ""
    return names.by_id(key) or key


def meant(names: Candidates, typed: str) -> str:
    """The id of the one thing that is meant, or a refusal that says what is the matter."""
    found = names.meant(typed)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise EditRefusedError(message("Nothing here is called “{text}”.", text=typed))
    few = ", ".join(candidate.text for candidate in found[:3])
    if len(found) > 3:  # noqa: PLR2004 -- as many names as a sentence bears
        few += "…"
    raise EditRefusedError(message("“{text}” may mean several: {names}.", text=typed, names=few))


def _column(
    field: str,
    title: str,
    read: Callable[[Reading, str], str],
    write: Callable[[Reading, Visit, str, str], Patch],
    more: Mapping[str, object],
) -> Column:
    given = {"key": field, "title": title, "read": read, "write": write, **more}
    return Column(**given)  # type: ignore[arg-type]
