# SPDX-License-Identifier: MIT
"""What a new item of each kind begins with: title, place, people, steps; read from resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from visitplanner.domain.kinds import Detail, Kind
from visitplanner.domain.people import Side
from visitplanner.domain.programme import Participation, PressMode, Step
from visitplanner.domain.text import NO_FORMS, NO_TEXT, Forms, Text, Value, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class SitePreset(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place by what it is for, while its own name is still open."""

    name: Text
    forms: Forms = NO_FORMS
    preposition: str = "в"
    outdoor: bool = False
    way: Text = NO_TEXT
    """Title of a transfer that leads there."""


class StepPreset(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A step of a ceremony of any length: so many minutes from its start, or before its end."""

    at: int
    before_end: bool = False
    action: Text
    visibility: Visibility = Visibility.INTERNAL

    def offset(self, minutes: int) -> int:
        """Minutes from the start of a ceremony that lasts so long."""
        return minutes - self.at if self.before_end else self.at


class KindPreset(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an item of a kind has before anybody has touched it."""

    title: Text
    site: str = ""
    """Where it is; empty for a transfer."""
    tracks: tuple[str, ...] = ()
    participants: tuple[Participation, ...] = ()
    press: PressMode = PressMode.NONE
    on_behalf_of: Side | None = None
    dress: Text = NO_TEXT
    detail: Detail | None = None
    steps: tuple[StepPreset, ...] = ()


class Presets(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of it."""

    sites: Mapping[str, SitePreset]
    tracks: Mapping[str, Text]
    kinds: Mapping[Kind, KindPreset]

    def title(self, kind: Kind, target: str = "") -> Text:
        """The title of an item, of a transfer by where it leads."""
        site = self.sites.get(target)
        return site.way if site is not None and site.way else self.kinds[kind].title

    def steps(self, kind: Kind, minutes: int) -> tuple[Step, ...]:
        """The usual steps of a kind, fitted to a length: together they take all of it."""
        preset = self.kinds.get(kind)
        return tuple(_fitted(preset.steps, minutes)) if preset is not None else ()


def _fitted(steps: Iterable[StepPreset], minutes: int) -> Iterator[Step]:
    """Each step lasts until the next one; those a short ceremony has no time for are left out."""
    placed: list[tuple[int, StepPreset]] = []
    for step in steps:
        offset = step.offset(minutes)
        if offset < 0 and not step.before_end:
            yield Step(offset=offset, action=step.action, visibility=step.visibility)
        elif offset >= 0 and (not placed or offset > placed[-1][0]) and offset <= minutes:
            placed.append((offset, step))
    ends = [*(offset for offset, _ in placed[1:]), minutes]
    for (offset, step), after in zip(placed, ends, strict=False):
        yield Step(
            offset=offset,
            minutes=after - offset,
            action=step.action,
            visibility=step.visibility,
        )
