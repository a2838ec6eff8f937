# SPDX-License-Identifier: MIT
"""Edits of waivers: a finding left as it is, with the reason, and that taken back."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from visitplanner.domain.edits import put, remove
from visitplanner.domain.papers import Waiver
from visitplanner.domain.patch import EditRefusedError, Patch
from visitplanner.domain.text import message

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.visit import Visit


def waive(  # noqa: PLR0913 -- what a waiver holds
    visit: Visit, code: str, place: str, *, reason: str, author: str, on: date
) -> Patch:
    """Leaves a finding as it is; `place` is the key of the problem. A reason is asked for."""
    reason = " ".join(reason.split())
    if not reason:
        raise EditRefusedError(message("A finding is left as it is for a reason: write it down."))
    known = next((w for w in visit.waivers.values() if (w.code, w.place) == (code, place)), None)
    key = known.id if known is not None else fresh_waiver_id(visit)
    waiver = Waiver(id=key, code=code, place=place, reason=reason, author=author, on=on)
    return put(visit, message("Leave {code} as it is", code=code), "waivers", waiver)


def withdraw(visit: Visit, waiver_id: str) -> Patch:
    """Lets a waived finding count again."""
    waiver = visit.waivers.get(waiver_id)
    if waiver is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=waiver_id))
    name = message("Take the waiver of {code} back", code=waiver.code)
    return remove(visit, name, "waivers", waiver_id)


def fresh_waiver_id(visit: Visit) -> str:
    """A short id no waiver has."""
    return next(key for n in count(1) if (key := f"waiver-{n}") not in visit.waivers)
