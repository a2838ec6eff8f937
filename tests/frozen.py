# SPDX-License-Identifier: MIT
"""A plan with a past: two versions, and a draft after them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import set_about, set_item_title, shift_items
from visitplanner.domain.record import VersionStatus
from visitplanner.domain.text import Text

if TYPE_CHECKING:
    from visitplanner.session.session import Session

_POST = Text(ru="Губернатор Смоленской области", en="Governor of the Smolensk Region")
_NAME = Text(ru="В. Н. Анохин", en="V. N. Anokhin")


def freeze_versions(session: Session) -> None:
    """The example sent for agreement, approved, and then edited until it has errors."""
    session.edit(
        lambda v: set_about(v, replace(v.about, approved_by_post=_POST, approved_by_name=_NAME))
    )
    session.freeze(VersionStatus.BEING_AGREED, "отправлена в Витебск")
    session.edit(lambda v: shift_items(v, ("farewell",), 5))
    session.edit(lambda v: set_item_title(v, "lunch", "ru", "Обед от имени Губернатора"))
    session.undo()
    session.freeze(VersionStatus.APPROVED, on=date(2025, 12, 1))
    session.edit(lambda v: shift_items(v, ("laying",), 20))
