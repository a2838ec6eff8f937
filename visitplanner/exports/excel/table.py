# SPDX-License-Identifier: MIT
"""A sheet before it is a sheet: columns with their form, and rows of plain values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from visitplanner.domain.text import Value, Visibility
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.editions.values import ProgrammeView

T = TypeVar("T")
Content = str | int | date | time | None


class Form(StrEnum):
    """How the cells of a column look."""

    TEXT = "text"
    TITLE = "title"  # what the row is about
    SHORT = "short"  # a word or two, in the middle
    MARK = "mark"  # the same in small letters
    NUMBER = "number"
    DATE = "date"
    TIME = "time"


class Tone(StrEnum):
    """How a whole row looks; never the only way a thing is said."""

    PLAIN = "plain"
    STRONG = "strong"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Column(Struct, Generic[T], frozen=True):
    """One column of a table of things: its header, its width in digits, what stands in it."""

    title: str
    width: float
    value: Callable[[T], Content]
    form: Form = Form.TEXT
    audience: Visibility = Visibility.PUBLIC
    optional: bool = False
    """Left out when nothing stands in it."""


class Line(Value, frozen=True, kw_only=True):
    """One row: its values, its tone, and whether something new begins with it."""

    values: tuple[Content, ...]
    tone: Tone = Tone.PLAIN
    begins: bool = False


class Header(Value, frozen=True, kw_only=True):
    """What stands above a column."""

    title: str
    width: float
    form: Form = Form.TEXT
    upright: bool = False
    """Turned by 90 degrees, where the columns are narrow and many."""


class Sheet(Value, frozen=True, kw_only=True):
    """A sheet of the workbook."""

    title: str
    headers: tuple[Header, ...]
    lines: tuple[Line, ...]
    frozen_columns: int = 0
    """Columns that stay in sight beside the header row."""


def table(
    title: str,
    columns: Iterable[Column[T]],
    things: Iterable[tuple[T, Tone, bool]],
    view: ProgrammeView,
    frozen_columns: int = 0,
) -> Sheet:
    """A sheet of things, without the columns that are above the view's audience."""
    _ = translator(view.language).gettext
    found = list(things)
    shown = [c for c in columns if view.audience.admits(c.audience) and _wanted(c, found)]
    return Sheet(
        title=_(title),
        headers=tuple(Header(title=_(c.title), width=c.width, form=c.form) for c in shown),
        lines=tuple(
            Line(values=tuple([c.value(thing) for c in shown]), tone=tone, begins=begins)
            for thing, tone, begins in found
        ),
        frozen_columns=frozen_columns,
    )


def _wanted(column: Column[T], things: Iterable[tuple[T, Tone, bool]]) -> bool:
    return not column.optional or any(column.value(thing) for thing, _, _ in things)
