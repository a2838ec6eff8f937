# SPDX-License-Identifier: MIT
"""The states of the plan that holders of copies know, for callers without a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.session.past import states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.visit import Visit
    from visitplanner.store.contract import Stored, VisitStore


def known_to_holders(store: VisitStore, stored: Stored) -> Mapping[int, Visit]:
    """By line of the log, as far as this file has them; nothing where nobody holds anything."""
    if not stored.record.publications:
        return {}
    from visitplanner.domain.distribution import named_states

    numbers = [n for n in named_states(stored.record) if stored.begins <= n <= stored.last]
    return states(store, stored.visit, stored.last, numbers)
