# SPDX-License-Identifier: MIT
"""What if: what a drag would break at each place, looked up while the button is down; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.domain.patch import EditRefusedError
from visitplanner.gui.timeline.alarms import worst
from visitplanner.gui.timeline.gestures import SNAP, Gesture, Grip
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.rules.rule import Problem
    from visitplanner.session.session import Session

_SERIOUS: Final = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Outlook:
    """What comes of a place: the problems the held items would have there, the worst first."""

    severity: Severity | None
    problems: tuple[Problem, ...] = ()
    gone: int = 0
    """Problems that would be no more."""


FINE: Final = Outlook(None)


@dataclass(frozen=True, slots=True)
class Shade:
    """A stretch that the held item cannot have without a problem; minutes since 1970."""

    top: int
    bottom: int
    severity: Severity


class Foresight:
    """The outlooks of one drag by how far it went; each is worked out once."""

    def __init__(self, session: Session, gesture: Gesture) -> None:
        self._session = session
        self._gesture = gesture
        self._known: dict[int, Outlook] = {0: FINE}

    def known(self, shift: int) -> Outlook | None:
        """The outlook if it has been worked out."""
        return self._known.get(shift)

    def at(self, shift: int) -> Outlook:
        """The outlook after so many minutes."""
        found = self._known.get(shift)
        if found is None:
            found = self._known[shift] = self._looked(shift)
        return found

    def _looked(self, shift: int) -> Outlook:
        gesture = Gesture(self._gesture.grip, 0, self._gesture.held, shift=shift)
        edit = gesture.edit(new_id="~copy")
        if edit is None:
            return FINE
        try:
            look = self._session.look(edit)
        except EditRefusedError:
            return Outlook(Severity.ERROR)
        held = {one.item for one in gesture.held}
        new = {id(problem) for problem in look.appeared}
        found = [
            problem
            for problem in look.problems
            if (id(problem) in new or not held.isdisjoint(problem.items))
            and problem.live
            and not problem.datum
            and problem.severity in _SERIOUS
        ]
        found.sort(key=lambda problem: problem.severity is not Severity.ERROR)
        severity = worst(problem.severity for problem in found)
        return Outlook(severity, tuple(found), sum(1 for p in look.gone if p.live))

    def ahead(self, top: int, bottom: int) -> Iterator[int]:
        """Works out every snapped place with the held start (or end) in a span, one a step."""
        first = self._gesture.held[0]
        base = first.end if self._gesture.grip is Grip.END else first.start
        for minute in range(top - top % SNAP, bottom + 1, SNAP):
            shift = minute - base
            if shift not in self._known:
                self.at(shift)
                yield minute

    def shades(self) -> list[Shade]:
        """The stretches closed to the held item, from what is known so far."""
        first = self._gesture.held[0]
        base = first.end if self._gesture.grip is Grip.END else first.start
        length = first.end - first.start if self._gesture.grip in _WHOLE else 1
        found: list[Shade] = []
        run: list[int] = []
        severity: Severity | None = None
        for shift in sorted(self._known):
            here = self._known[shift].severity
            minute = base + shift
            if here is severity and run and minute - run[-1] <= SNAP:
                run.append(minute)
                continue
            if severity is not None and run:
                found.append(_shade(run, length, severity))
            severity, run = here, [minute]
        if severity is not None and run:
            found.append(_shade(run, length, severity))
        return found


_WHOLE: Final = frozenset({Grip.WHOLE, Grip.COPY})


def _shade(starts: list[int], length: int, severity: Severity) -> Shade:
    """Minutes every closed place would cover; where there is none, the closed starts."""
    top, bottom = starts[0], starts[-1] + SNAP
    inner = top + length - SNAP
    return Shade(inner if inner < bottom else top, bottom, severity)
