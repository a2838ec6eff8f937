# SPDX-License-Identifier: MIT
"""The states one can compare: versions, the beginning, now, and any line of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Value
from visitplanner.editions.changes.sheet import Point
from visitplanner.gui.versions.naming import moment_text, standing_name, version_name
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import datetime

    from visitplanner.gui.desk import Desk

NOW: Final = -1
"""Stands for the state that is being edited."""


class End(Value, frozen=True, kw_only=True):
    """One state to choose."""

    number: int
    """Number of the last line of the log it contains; NOW."""
    name: str
    point: Point


def ends(desk: Desk, *further: int) -> list[End]:
    """What can be compared, oldest first; `further` are lines of the log wanted besides."""
    session, say = desk.session, desk.phrases.say
    found: dict[int, End] = {}
    if session.states((0,)):
        first = say(N_("The programme as it was first entered"))
        found[0] = End(number=0, name=first, point=Point())
    for version in session.record.versions:
        if session.states((version.edit,)):
            moment = moment_text(desk, version.created)
            name = f"{version_name(desk.phrases, version)} · {moment}"
            point = Point(version=version)
            found[version.edit] = End(number=version.edit, name=name, point=point)
    for number in further:
        if number not in found and session.states((number,)):
            found[number] = _line(desk, number)
    name = f"{say(N_('The plan now'))} · {standing_name(desk.phrases, session.standing)}"
    now = End(number=NOW, name=name, point=Point(at=_last(desk)))
    return [*(found[number] for number in sorted(found)), now]


def default_start(choices: list[End]) -> int:
    """The newest version, else the beginning."""
    versions = [end for end in choices if end.point.version is not None]
    return (versions or choices)[-1 if versions else 0].number


def _line(desk: Desk, number: int) -> End:
    """The state after one line of the log."""
    entry = next((e for e, _ in desk.session.history(after=number - 1)), None)
    at = entry.at if entry is not None else None
    moment = f" · {moment_text(desk, at)}" if at is not None else ""
    name = desk.phrases.say(N_("After edit {n}"), n=number)
    return End(number=number, name=f"{name}{moment}", point=Point(at=at))


def _last(desk: Desk) -> datetime | None:
    """When the plan was last edited."""
    last = desk.session.last
    entry = next((e for e, _ in desk.session.history(after=max(0, last - 1))), None)
    return entry.at if entry is not None else None
