# SPDX-License-Identifier: MIT
"""The words beside the pointer while dragging: the new times, and what would be wrong; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.period import LocalTime, from_instant, instant
from visitplanner.domain.visit import end_zone_of, zone_of
from visitplanner.gui.timeline.clocks import times_text
from visitplanner.gui.timeline.gestures import Grip
from visitplanner.gui.timeline.overlay import Note
from visitplanner.words import dates
from visitplanner.words.catalogue import translator
from visitplanner.words.message import render

if TYPE_CHECKING:
    from visitplanner.gui.timeline.foresight import Outlook
    from visitplanner.gui.timeline.gestures import Gesture
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.rules.rule import Severity

_MOST: Final = 3


def span_text(scene: Scene, start: int, end: int) -> str:
    """Times on the visit's clock as the programme prints them."""
    separator = scene.visit.policy.time_separator
    return dates.range_text(LocalTime(start), LocalTime(end), scene.language, separator)


def drag_note(scene: Scene, gesture: Gesture, outlook: Outlook, reason: str = "") -> Note:
    """The card for where the held item is now; `reason` says why its lane stays."""
    language = scene.language
    catalogue = translator(language)
    _, start, end = gesture.spans()[0]
    heading = span_text(scene, start, end)
    if gesture.shelved:
        heading = catalogue.gettext("Untimed")
    elif gesture.grip in {Grip.WHOLE, Grip.COPY} and gesture.shift:
        sign = "+" if gesture.shift > 0 else ""
        heading += f"   {sign}{dates.minutes_text(gesture.shift, language)}"
    elif gesture.grip not in {Grip.WHOLE, Grip.COPY, Grip.CHIP}:
        heading += f"   {dates.length_text(end - start, language)}"
    lines: list[tuple[Severity | None, str]] = []
    if not gesture.shelved and (local := _local_times(scene, gesture, start, end)):
        lines.append((None, local))
    if gesture.aim is not None:
        lines.append((None, f"→ {scene.layout.lanes[gesture.aim.lane].title}"))
    elif reason:
        lines.append((None, catalogue.gettext(reason)))
    if gesture.followers:
        n = len(gesture.followers)
        text = catalogue.ngettext("moves {n} item after it", "moves {n} items after it", n)
        lines.append((None, text.format(n=n)))
    lines += [
        (finding.severity, render(finding.message, scene.visit, language))
        for finding in outlook.findings[:_MOST]
    ]
    if rest := outlook.findings[_MOST:]:
        text = catalogue.ngettext("and {n} more", "and {n} more", len(rest)).format(n=len(rest))
        unnamed = _unnamed(scene, outlook)
        return Note(heading, (*lines, (None, f"{text}: {unnamed}" if unnamed else text)))
    if not outlook.findings and (n := outlook.settled):
        text = catalogue.ngettext("settles {n} problem", "settles {n} problems", n)
        return Note(heading, (*lines, (None, text.format(n=n))))
    return Note(heading, tuple(lines))


def _unnamed(scene: Scene, outlook: Outlook) -> str:
    """Those whose plan would break and whom no sentence shown has named."""
    said = {who for finding in outlook.findings[:_MOST] for who in finding.people}
    rest = {who for finding in outlook.findings[_MOST:] for who in finding.people} - said
    return ", ".join(scene.faces.name_of(who) for who in scene.roster.ranked(rest))


def _local_times(scene: Scene, gesture: Gesture, start: int, end: int) -> str:
    """The times by the clock at the place of the item in hand, where that is not the visit's."""
    visit = scene.visit
    item = visit.items.get(gesture.held[0].item) if gesture.held else None
    if item is None or (item.zone is None and item.end_zone is None):
        return ""
    moments = (instant(LocalTime(minute), visit.about.zone) for minute in (start, end))
    zones = zone_of(visit, item), end_zone_of(visit, item)
    begins, ends = (from_instant(at, zone) for at, zone in zip(moments, zones, strict=True))
    return times_text(visit, replace(item, start=begins, end=ends), scene.language)
