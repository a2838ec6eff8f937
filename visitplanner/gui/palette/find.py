# SPDX-License-Identifier: MIT
"""Find in the visit: every text that holds the words, with a piece of it and where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from visitplanner.gui.palette.box import JumpBox
from visitplanner.gui.palette.jumps import Jumps
from visitplanner.gui.palette.rows import Row
from visitplanner.gui.palette.targets import PAPERS
from visitplanner.gui.palette.texts import Found, texts_of
from visitplanner.gui.theme import KIND_ICON
from visitplanner.words.catalogue import N_
from visitplanner.words.fuzzy import inside, readings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor

    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.workspace import Workspace

_MOST: Final = 200
_BEFORE: Final = 24
"""Letters of the text shown before the find."""
_FIELDS: Final[Mapping[str, str]] = {
    "title": N_("Title"),
    "name": N_("Name"),
    "surname": N_("Name"),
    "given": N_("Name"),
    "patronymic": N_("Name"),
    "forms": N_("Case forms"),
    "dress": N_("Dress"),
    "public_text": N_("For your information"),
    "internal_text": N_("Notes (internal)"),
    "notes": N_("Notes (internal)"),
    "steps": N_("Steps"),
    "participants": N_("Participants"),
    "detail": N_("Details"),
    "questions": N_("Agenda"),
    "fallback_text": N_("Bad-weather variant"),
    "phone": N_("Telephone"),
    "address": N_("Address"),
    "plate": N_("Plate"),
    "reason": N_("Reason"),
}
_ITS_NAME: Final = frozenset({"title", "name", "surname", "given", "patronymic"})
_WHATS: Final[Mapping[str, tuple[str, str]]] = {
    **PAPERS,
    "about": (N_("Visit"), "calendar"),
    "people": (N_("Participant"), "person"),
    "posts": (N_("Post"), "person"),
    "memberships": (N_("Delegation"), "delegation"),
    "delegations": (N_("Delegation"), "delegation"),
    "parties": (N_("Side"), "delegation"),
    "venues": (N_("Place"), "venue"),
    "agendas": (N_("Agenda"), "session"),
    "instructions": (N_("Instruction"), "measures"),
    "resources": (N_("Resources"), "preparation"),
    "bookings": (N_("Resources"), "preparation"),
    "gifts": (N_("Gift"), "gift"),
    "days": (N_("Day off"), "calendar"),
    "waivers": (N_("Waiver"), "waive"),
}


def open_find(window: MainWindow) -> JumpBox | None:
    """Shows the finder over the open visit."""
    if window.workspace is None:
        return None
    say = window.phrases.say
    source = Finder(window, window.workspace)
    box = JumpBox(window, say(N_("Find in the visit")), say(N_("Nothing found")), source.find)
    box.open()
    return box


def _once(found: Sequence[tuple[Found, Sequence[int]]]) -> list[tuple[Found, Sequence[int]]]:
    """A thing once by its name, whatever languages and forms it has; a person once at all."""
    kept: dict[tuple[str, ...], tuple[Found, Sequence[int]]] = {}
    for text, marks in found:
        whose = (text.collection, text.id)
        name = text.collection == "people" or text.field in _ITS_NAME | {"forms"}
        kept.setdefault(whose if name else (*whose, text.field, text.string), (text, marks))
    return list(kept.values())


class Finder:
    """The texts of the visit as it is when the finder opens."""

    def __init__(self, window: MainWindow, place: Workspace) -> None:
        self._desk = place.desk
        self._say = place.desk.phrases.say
        self._jumps = Jumps(window, place)
        self._texts = tuple(texts_of(place.desk.visit))

    def find(self, typed: str) -> Sequence[Row]:
        """Texts that hold what was typed; under another keyboard layout when none does."""
        if not typed.strip():
            return ()
        for reading in readings(typed):
            found = [
                (text, marks)
                for text in self._texts
                if (marks := inside(reading, text.string)) is not None
            ]
            if found:
                return [self._row(*one) for one in _once(found)[:_MOST]]
        return ()

    def _row(self, found: Found, marks: Sequence[int]) -> Row:
        cut = max(0, marks[0] - _BEFORE) if marks else 0
        if cut:  # begins with a word
            cut = found.string.find(" ", cut, marks[0]) + 1 or cut
        lead = "…" if cut else ""
        text = lead + found.string[cut:].replace("\n", " ")
        icon, colour = self._look(found)
        return Row(
            key=f"{found.collection}/{found.id}",
            text=text,
            note=self._where(found),
            act=partial(self._jumps.to, found.collection, found.id),
            icon=icon,
            colour=colour,
            marks=tuple(place - cut + len(lead) for place in marks if place >= cut),
        )

    def _look(self, found: Found) -> tuple[str, QColor | None]:
        item = self._desk.visit.items.get(found.id) if found.collection == "items" else None
        if item is not None:
            return KIND_ICON[item.kind], self._desk.theme.kind(item.kind).edge
        return _WHATS.get(found.collection, ("", "document"))[1], None

    def _where(self, found: Found) -> str:
        """The kind of thing, and the field when the text is not its very name."""
        field = self._say(_FIELDS.get(found.field, ""))
        item = self._desk.visit.items.get(found.id) if found.collection == "items" else None
        if item is not None:
            name = item.title.best(self._desk.language)
            return field if found.field == "title" else f"{field} · {name}".strip(" ·")
        what = self._say(_WHATS.get(found.collection, ("", ""))[0])
        named = found.field in _ITS_NAME or not field
        return what if named else f"{what} · {field}".strip(" ·")
