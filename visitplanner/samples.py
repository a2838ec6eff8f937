# SPDX-License-Identifier: MIT
"""Visits to begin with: the example and the templates, read from the resources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec.structs import replace

from visitplanner.domain import codec, references
from visitplanner.domain.outline import Wishes, outlined
from visitplanner.domain.period import LocalTime
from visitplanner.domain.presets import Presets
from visitplanner.domain.text import Value
from visitplanner.paths import resources

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

OUTLINES: Final = ("working-visit", "official-visit")
"""Templates that are built from wishes, as the wizard does."""
TEMPLATES: Final = ("smolensk-vitebsk", "blank", *OUTLINES)
EXAMPLE: Final = "smolensk-vitebsk"

# What is true of the world stays on its day when a template is moved to another one: who held a
# post, when a road was driven, what the calendar says, when a measure of the Plan falls due.
_OF_THE_WORLD: Final = frozenset({"people", "posts", "venues", "legs", "measures", "days"})

T = TypeVar("T")


def template(name: str, *, uid: str, day: date | None = None) -> Visit:
    """A fresh visit from a template, moved so that it starts on `day` (none: its own day)."""
    if name in OUTLINES:
        return outlined(wishes(name, day), presets(), uid).visit
    text = (resources() / "samples" / f"{name}.json").read_bytes()
    visit = replace(codec.load(text)[0], uid=uid)
    references.validate(visit)
    return visit if day is None else _moved(visit, (day - visit.about.starts).days)


@cache
def presets() -> Presets:
    """What new items of each kind begin with."""
    return codec.decode(Presets, (resources() / "templates" / "presets.json").read_bytes())


def wishes(name: str, day: date | None = None) -> Wishes:
    """The wishes behind a template, for a visit that starts on `day` (none: its own day)."""
    asked = codec.decode(Wishes, (resources() / "templates" / f"{name}.json").read_bytes())
    later = timedelta() if day is None else day - asked.starts
    return replace(asked, starts=asked.starts + later, ends=asked.ends + later)


def _moved(visit: Visit, days: int) -> Visit:
    kept = _OF_THE_WORLD | {"uid", "policy"}
    names = (name for name in visit.__struct_fields__ if name not in kept)
    return replace(visit, **{name: _later(getattr(visit, name), days) for name in names})


def _later(value: T, days: int) -> T:
    """The value with every local time and every date in it so many days later."""
    fresh: object = value
    if isinstance(value, LocalTime):
        fresh = value.plus(days * 24 * 60)
    elif isinstance(value, date):
        fresh = value + timedelta(days=days)
    elif isinstance(value, Value):
        fields = value.__struct_fields__
        fresh = replace(value, **{name: _later(getattr(value, name), days) for name in fields})
    elif isinstance(value, Mapping):
        fresh = {key: _later(entry, days) for key, entry in value.items()}
    elif isinstance(value, tuple):
        fresh = tuple(_later(entry, days) for entry in value)
    return fresh  # type: ignore[return-value]
