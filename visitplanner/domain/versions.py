# SPDX-License-Identifier: MIT
"""Versions of the programme: frozen, agreed with the other side, approved, superseded."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.record import Record, Version, VersionStatus
from visitplanner.domain.text import Value, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.visit import About

SETTLING: Final = (
    VersionStatus.DRAFT,
    VersionStatus.BEING_AGREED,
    VersionStatus.AGREED,
    VersionStatus.APPROVED,
)
"""The way of a version; it is superseded by the approval of another alone."""


class Standing(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the plan now is: a version as it was frozen, or the draft of the next one."""

    number: int = 1
    status: VersionStatus = VersionStatus.DRAFT
    version: Version | None = None
    """The version it is; None while nobody has frozen this state."""
    after: Version | None = None
    """The newest version, which a draft goes on from; the version itself where it is one."""

    @property
    def approved(self) -> bool:
        """Whether this very state is approved."""
        return self.status is VersionStatus.APPROVED


class Freezing(Value, frozen=True, forbid_unknown_fields=True):
    """What is said when a state is frozen or settled: by whom, when, and as what."""

    status: VersionStatus
    author: str
    now: datetime
    note: str = ""
    approved_on: date | None = None
    """The date in the approval block; None where nothing is approved."""


def newest(record: Record) -> Version | None:
    """The version with the highest number."""
    return max(record.versions, key=lambda v: v.number, default=None)


def approved(record: Record) -> Version | None:
    """The version in force."""
    return next((v for v in record.versions if v.status is VersionStatus.APPROVED), None)


def version_of(record: Record, number: int) -> Version:
    """The version of a number; EditRefusedError when there is none."""
    for version in record.versions:
        if version.number == number:
            return version
    raise EditRefusedError(message("There is no version {version}.", version=str(number)))


def standing(record: Record, *, unchanged: bool) -> Standing:
    """Where the plan stands; `unchanged`: it equals the state of the newest version."""
    last = newest(record)
    if last is None:
        return Standing()
    if unchanged:
        return Standing(number=last.number, status=last.status, version=last, after=last)
    return Standing(number=last.number + 1, after=last)


def standing_of(record: Record) -> Standing:
    """Where the state stands that a record goes with; a draft unless it says otherwise."""
    last = newest(record)
    same = last is not None and record.edit is not None and record.edit == last.edit
    return standing(record, unchanged=same)


def frozen(record: Record, edit: int, about: About, what: Freezing) -> Record:
    """The record with one more version: the state after a line of the log."""
    last = newest(record)
    version = Version(
        number=last.number + 1 if last else 1,
        created=what.now,
        author=what.author,
        note=what.note.strip(),
        edit=edit,
    )
    return _in_status(replace(record, versions=(*record.versions, version)), version, about, what)


def settled(record: Record, number: int, about: About, what: Freezing) -> Record:
    """The record with a version in another status; `about` is that of the version's state.

    Of an approved one the date can be set right; the approval may be taken back while nobody
    holds the version.
    """
    version = version_of(record, number)
    if version.status is what.status:
        dated = what.approved_on if what.status is VersionStatus.APPROVED else None
        return _with(record, replace(version, approved_on=dated)) if dated else record
    if version.status is VersionStatus.SUPERSEDED:
        raise EditRefusedError(
            message("Version {version} has been superseded.", version=str(number))
        )
    if version.status is VersionStatus.APPROVED:
        record = _taken_back(record, version, what.now)
    return _in_status(record, version, about, what)


def _in_status(record: Record, version: Version, about: About, what: Freezing) -> Record:
    if what.status not in SETTLING:
        raise ValueError(what.status)
    changed = replace(
        version,
        status=what.status,
        settled=None if version.created == what.now else what.now,
        **_approval(about, what),
    )
    if what.status is VersionStatus.APPROVED:
        record = _superseded(record, version, what.now)
    return _with(record, changed)


def _approval(about: About, what: Freezing) -> Mapping[str, object]:
    """What stands in the approval block of that state; nothing before the approval."""
    blank = Version.__struct_defaults__
    if what.status is not VersionStatus.APPROVED:
        return dict(zip(_APPROVAL, blank[-len(_APPROVAL) :], strict=True))
    values = (about.approved_by_post, about.approved_by_name, what.approved_on or what.now.date())
    return dict(zip(_APPROVAL, values, strict=True))


_APPROVAL: Final = ("approved_post", "approved_name", "approved_on")


def _superseded(record: Record, by: Version, now: datetime) -> Record:
    """The version in force steps aside for a later one."""
    old = approved(record)
    if old is None:
        return record
    if old.number > by.number:
        raise EditRefusedError(
            message("Version {version} is approved already, and later.", version=str(old.number))
        )
    return _with(record, replace(old, status=VersionStatus.SUPERSEDED, settled=now))


def _taken_back(record: Record, version: Version, now: datetime) -> Record:
    """Without an approval that nobody has seen; what it superseded is in force again."""
    since = version.settled or version.created
    if any(p.version == version.number and p.at >= since for p in record.publications):
        raise EditRefusedError(
            message(
                "Version {version} has been given out as approved: approve a later one instead.",
                version=str(version.number),
            )
        )
    before = [
        v
        for v in record.versions
        if v.status is VersionStatus.SUPERSEDED and v.settled == since and v.number < version.number
    ]
    for old in before[-1:]:
        record = _with(record, replace(old, status=VersionStatus.APPROVED, settled=now))
    return record


def _with(record: Record, version: Version) -> Record:
    kept = (version if v.number == version.number else v for v in record.versions)
    return replace(record, versions=tuple(kept))
