# SPDX-License-Identifier: MIT
"""What if: what a drag would break at each place, while the button is down; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.patch import EditRefusedError
from visitplanner.gui.timeline.alarms import worst
from visitplanner.gui.timeline.gestures import Gesture, Grip, Held
from visitplanner.rules.forbidden import forbidden
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.text import Message
    from visitplanner.rules.forbidden import Forbidden
    from visitplanner.session.session import Session

_SERIOUS: Final = frozenset({Severity.ERROR, Severity.WARNING})


class Finding(NamedTuple):
    """One thing that would be wrong."""

    severity: Severity
    message: Message
    people: tuple[str, ...] = ()
    """Those whose plan it breaks."""


class Outlook(NamedTuple):
    """What comes of a place: what would be wrong there, the worst first."""

    severity: Severity | None = None
    findings: tuple[Finding, ...] = ()
    settled: int = 0
    """Problems that would be no more."""


FINE: Final = Outlook()


class Shade(NamedTuple):
    """A stretch that the held item cannot have without a problem; minutes since 1970."""

    top: int
    bottom: int
    severity: Severity


class Foresight:
    """The outlooks of one drag by how far it went."""

    def __init__(self, session: Session, gesture: Gesture) -> None:
        self._session = session
        self._looks: dict[tuple[object, ...], Outlook] = {}
        if gesture.grip is not Grip.CHIP:
            self._looks[gesture.state] = FINE
        self._quick: dict[tuple[object, ...], Outlook] = {}
        context = session.context
        ids = frozenset(held.item for held in gesture.held)
        self._closed: list[tuple[Held, LocalTime, Forbidden]] = []
        for held in gesture.held:
            start = context.visit.items[held.item].start
            if start is not None:
                self._closed.append((held, start, forbidden(context, held.item, ids)))

    def at(self, gesture: Gesture) -> Outlook | None:
        """The outlook for where the drag is, by a look-up in what was worked out at its start.

        None where only the rules themselves know it, and have not been asked yet.
        """
        key = gesture.state
        known = self._looks.get(key) or self._quick.get(key)
        if known is not None:
            return known
        if gesture.grip is not Grip.WHOLE or gesture.followers or gesture.aim or gesture.shelved:
            return None
        found = [
            Finding(hit.severity, hit.message, hit.people)
            for _, start, closed in self._closed
            for hit in closed.at(start.plus(gesture.shift))
        ]
        known = self._quick[key] = _outlook(found)
        return known

    def look(self, gesture: Gesture) -> Outlook:
        """The outlook by all rules; slower, so asked when the pointer rests."""
        key = gesture.state
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._looked(gesture)
        return known

    def _looked(self, gesture: Gesture) -> Outlook:
        edit = gesture.edit({h.item: f"~copy-{n}" for n, h in enumerate(gesture.held)})
        if edit is None:
            return FINE
        try:
            look = self._session.look(edit)
        except EditRefusedError as error:
            return Outlook(Severity.ERROR, (Finding(Severity.ERROR, error.reason),))
        held = {item for item, _, _ in gesture.spans()}
        new = {id(problem) for problem in look.appeared}
        found = [
            Finding(problem.severity, problem.message, problem.people)
            for problem in look.problems
            if (id(problem) in new or not held.isdisjoint(problem.items))
            and problem.live
            and not problem.datum
            and problem.severity in _SERIOUS
        ]
        settled = sum(p.live and p.severity in _SERIOUS for p in look.gone)
        return _outlook(found, settled)

    def shades(self, top: int, bottom: int) -> Iterator[tuple[str, Shade]]:
        """The minutes closed to each item in hand, between two of the visit's clock."""
        for held, start, closed in self._closed:
            for shade in _shades(held, start, closed, (top, bottom)):
                yield held.item, shade


def _shades(
    held: Held, start: LocalTime, closed: Forbidden, within: tuple[int, int]
) -> Iterator[Shade]:
    length = held.end - held.start
    bands = closed.bands(
        start.plus(within[0] - held.start - length), start.plus(within[1] - held.start + length)
    )
    spans = [
        (band.start.minutes, band.end.minutes, band.severity is Severity.ERROR) for band in bands
    ]
    move = held.start - start.minutes
    errors = _covered(((a, b) for a, b, error in spans if error), length)
    anything = _covered(((a, b) for a, b, _ in spans), length)
    yield from (Shade(a + move, b + move, Severity.ERROR) for a, b in errors)
    yield from (Shade(a + move, b + move, Severity.WARNING) for a, b in _without(anything, errors))


def _outlook(found: list[Finding], settled: int = 0) -> Outlook:
    found.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    return Outlook(worst(finding.severity for finding in found), tuple(found), settled)


def _covered(starts: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The minutes that every placing over them, of an item of that length, makes wrong.

    An item of 60 minutes that must not start from 11:01 to 12:59 collides with 12:00 to 13:00.
    """
    joined: list[tuple[int, int]] = []
    for start, end in starts:
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [(a + length - 1, b) for a, b in joined if a + length - 1 < b]


def _without(
    spans: Iterable[tuple[int, int]], holes: list[tuple[int, int]]
) -> Iterable[tuple[int, int]]:
    """The spans less the holes; both in order."""
    for start, end in spans:
        begin = start
        for a, b in holes:
            if b <= begin or a >= end:
                continue
            if a > begin:
                yield begin, a
            begin = max(begin, b)
        if begin < end:
            yield begin, end
