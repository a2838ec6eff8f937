# SPDX-License-Identifier: MIT
"""What pasting into any table needs: headings understood, a refusal that names its cell; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.text import LANGUAGES, message
from visitplanner.words.catalogue import translator
from visitplanner.words.meant import folded
from visitplanner.words.message import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit

T = TypeVar("T")
_ENDS: Final = ".:"


def columns_named(titles: Iterable[tuple[str, T]], first: Sequence[str]) -> tuple[T | None, ...]:
    """The columns a heading row names in any language; empty when the row is no heading."""
    known: dict[str, T] = {}
    said = tuple((title, column) for title, column in titles if title)
    for language in LANGUAGES:
        say = translator(language).gettext
        known |= {folded(say(title)).strip(_ENDS): column for title, column in said}
    found = tuple(known.get(folded(cell).strip(_ENDS)) for cell in first)
    named = [column for column in found if column is not None]
    filled = [cell for cell in first if cell.strip()]
    return found if len(named) > 1 and len(named) * 2 > len(filled) else ()


def write_cell(
    write: Callable[[], None], visit: Visit, language: Language, number: int, title: str
) -> None:
    """Writes a cell of a block; a refusal says in which row and column the text stood."""
    try:
        write()
    except EditRefusedError as error:
        reason = message(
            "Nothing was pasted. Row {row}, “{column}”: {reason}",
            row=number,
            column=translator(language).gettext(title),
            reason=render(error.reason, visit, language),
        )
        raise EditRefusedError(reason) from error
