# SPDX-License-Identifier: MIT
"""Twelve edits of the example, and one taken back: what golden/changes_12.ru.txt is the list of."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from tests.factory import clock
from visitplanner.domain import edits
from visitplanner.domain.kinds import Kind
from visitplanner.domain.premises import rename
from visitplanner.domain.programme import ItemStatus, Part, Participation, ProgrammeItem
from visitplanner.domain.record import Version, VersionStatus
from visitplanner.domain.replacing import replace_person
from visitplanner.domain.text import Text
from visitplanner.domain.together import one_after_another

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.session.session import Session

NEXT_DAY: Final = date(2025, 12, 24)
FROZEN: Final = datetime(2025, 12, 18, 18, 40, tzinfo=UTC)
"""When version 1 was made: 21.40 in Moscow."""
LAST_EDIT: Final = datetime(2025, 12, 22, 15, 5, tzinfo=UTC)
VERSION: Final = Version(
    number=1, status=VersionStatus.APPROVED, created=FROZEN, author="Е. В. Морозова", edit=0
)
_MOVED_TO_NEXT_DAY: Final = ("transfer-3", "enterprise", "transfer-4", "farewell")
DINNER: Final = ProgrammeItem(
    id="dinner",
    kind=Kind.DINNER,
    title=Text(ru="Ужин от имени Губернатора Смоленской области"),
    start=clock("22:00"),
    end=clock("00:30", NEXT_DAY),
    venue="government-house",
    room="banquet-hall",
    responsible="kiselyova",
    participants=(
        Participation(who="subbotin", part=Part.HEAD),
        Participation(who="anokhin", part=Part.HEAD),
        Participation(who="guests"),
        Participation(who="hosts"),
    ),
)


def _heads_meeting(visit: Visit) -> Patch:
    text = visit.items["heads-meeting"].public_text
    return one_after_another(
        lambda v: edits.move_item(v, "heads-meeting", clock("11:50")),
        lambda v: edits.set_item_title(
            v, "heads-meeting", "ru", "Встреча глав регионов в узком составе"
        ),
        lambda v: edits.set_item_field(
            v, "heads-meeting", "public_text", text.edited("ru", "Протокольная съёмка – 5 мин.")
        ),
    )(visit)


def _next_day(visit: Visit) -> Patch:
    return one_after_another(
        lambda v: edits.set_about(v, replace(v.about, ends=NEXT_DAY)),
        lambda v: edits.shift_items(v, _MOVED_TO_NEXT_DAY, 24 * 60),
        lambda v: edits.set_status(v, "enterprise", ItemStatus.CONFIRMED),
    )(visit)


TWELVE: Final[tuple[Edit, ...]] = (
    one_after_another(
        lambda v: edits.move_item(v, "laying", clock("11:20")),
        lambda v: edits.resize_item(v, "transfer-2", clock("11:40"), clock("11:50")),
    ),
    _heads_meeting,
    lambda v: edits.create_item(v, DINNER),
    lambda v: edits.remove_item(v, "press"),
    lambda v: edits.set_item_field(v, "signing", "room", "large-hall"),
    one_after_another(
        lambda v: edits.set_item_field(v, "farewell", "venue", "border"),
        lambda v: edits.set_item_field(v, "transfer-4", "destination", "border"),
    ),
    one_after_another(
        lambda v: edits.add_participant(
            v, "session", Participation(who="tarasov", part=Part.SPEAKER)
        ),
        lambda v: edits.remove_participant(v, "session", "yegorov"),
    ),
    lambda v: edits.set_status(v, "cities-meeting", ItemStatus.CANCELLED),
    lambda v: rename(
        v,
        "venues",
        "works-site",
        "ru",
        "троллейбусное депо № 1 предприятия «Смоленский электротранспорт»",
    ),
    lambda v: edits.set_item_text(
        v,
        "transfer-1",
        "internal_text",
        "ru",
        "Остановка на АЗС у Ольши – 5 мин, по просьбе гостей.",
    ),
    _next_day,
    lambda v: replace_person(v, "subbotin", "mitskevich", "transfer-3"),
)


def make_them(session: Session) -> None:
    """Makes the twelve edits, with a thirteenth in between that is taken back at once."""
    for number, edit in enumerate(TWELVE):
        if number == 6:
            session.edit(lambda v: edits.set_item_title(v, "lunch", "ru", "Завтрак"))
            session.undo()
        session.edit(edit)
