# SPDX-License-Identifier: MIT
"""Letters as offices write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.visit import memberships_of
from visitplanner.words.cases import delegation_name, person_name, post_title

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

GUESTS_FIRST = ("guests", "hosts")


def letter(visit: Visit) -> str:
    """Both delegations of the example as numbered lists."""
    parts = ["Уважаемые коллеги!", "Направляем состав делегаций.", ""]
    for key in GUESTS_FIRST:
        delegation = visit.delegations[key]
        parts += [f"{delegation_name(visit, delegation, 'ru')}:", ""]
        for number, entry in enumerate(memberships_of(visit, key), start=1):
            name = person_name(visit.people[entry.person], "ru")
            post = post_title(visit.posts[entry.post or ""], "ru")
            parts.append(f"{number}. {name} – {post};")
        parts.append("")
    return "\n".join((*parts, "С уважением,", "начальник управления протокола   Е. В. Морозова"))
