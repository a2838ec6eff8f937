# SPDX-License-Identifier: MIT
"""Two states side by side, cleared for one audience, with their items as rows of its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.clearance import cleared
from visitplanner.domain.text import Language, Visibility
from visitplanner.editions.index import Index
from visitplanner.editions.rows import Rows
from visitplanner.editions.wording import Wording

if TYPE_CHECKING:
    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.editions.people import People
    from visitplanner.editions.values import Row


class Side:
    """One state."""

    def __init__(self, visit: Visit, words: Wording, audience: Visibility) -> None:
        self.visit: Final = cleared(visit, audience)
        self.index: Final = Index(self.visit)
        inside = audience.admits(Visibility.INTERNAL)
        self._rows: Final = Rows(self.index, words, inside=inside)
        self._made: Final[dict[str, Row]] = {}

    @property
    def people(self) -> People:
        """The people of this state in words."""
        return self._rows.people

    def row(self, item: ProgrammeItem) -> Row:
        """An item as papers of this state print it."""
        if item.id not in self._made:
            self._made[item.id] = self._rows.row(item, None)
        return self._made[item.id]


class Sides:
    """Before and after, worded by the policy that holds now."""

    def __init__(
        self, before: Visit, after: Visit, audience: Visibility, language: Language
    ) -> None:
        self.words: Final = Wording(language, after.policy)
        self.inside: Final = audience.admits(Visibility.INTERNAL)
        self.zone: Final = after.about.zone
        self.before: Final = Side(before, self.words, audience)
        self.after: Final = Side(after, self.words, audience)

    def row_was(self, change: ItemChange) -> Row:
        """The item before; LookupError when it was not there."""
        if change.was is None:
            raise LookupError(change.item)
        return self.before.row(change.was)

    def row_now(self, change: ItemChange) -> Row:
        """The item now; LookupError when it is gone."""
        if change.now is None:
            raise LookupError(change.item)
        return self.after.row(change.now)

    def side_of(self, person: str) -> Side:
        """The newer state that knows somebody."""
        return self.after if person in self.after.visit.people else self.before
