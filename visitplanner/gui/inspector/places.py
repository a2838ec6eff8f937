# SPDX-License-Identifier: MIT
"""Where an item is: venue and room, or where a transfer begins and ends; its tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from visitplanner.domain.edits import put
from visitplanner.domain.text import Quote, message
from visitplanner.gui.flow import Flow
from visitplanner.gui.inspector.chapter import Chapter
from visitplanner.gui.inspector.choices import PickField
from visitplanner.gui.looks import SMALL
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.inspector.chapter import Pen


class Place(Chapter):
    """Venue and room."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self.venue, self.room = PickField(), PickField()
        self.venue.picked.connect(self._move)
        self.room.picked.connect(lambda key: pen.write("room", key or None))
        self.row(pen.say(N_("Place")), self.venue)
        self.row(pen.say(N_("Room")), self.room)

    @override
    def read(self, item: ProgrammeItem) -> None:
        self.venue.offer(venues(self.pen))
        self.venue.show_value(item.venue or "")
        visit, language = self.pen.desk.visit, self.pen.phrases.language
        rooms = [r for r in visit.rooms.values() if r.venue == item.venue]
        self.room.offer((r.id, cases.room_name(r, language)) for r in rooms)
        self.room.show_value(item.room or "")
        self.room.setEnabled(bool(rooms) or item.room is not None)

    def _move(self, venue: str) -> None:
        """Another venue has other rooms."""
        item = self.pen.item
        if item is None:
            return
        room = self.pen.desk.visit.rooms.get(item.room or "")
        kept = item.room if room is not None and room.venue == venue else None
        name = message("Change “{title}”", title=Quote(text=item.title))
        moved = replace(item, venue=venue or None, room=kept)
        self.pen.edit(lambda visit: put(visit, name, "items", moved))


class Way(Chapter):
    """Where a transfer begins and where it ends."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self.origin, self.destination = PickField(), PickField()
        self.origin.picked.connect(lambda key: pen.write("venue", key or None))
        self.destination.picked.connect(lambda key: pen.write("destination", key or None))
        self.row(pen.say(N_("From")), self.origin)
        self.row(pen.say(N_("To")), self.destination)

    @override
    def read(self, item: ProgrammeItem) -> None:
        for field, key in ((self.origin, item.venue), (self.destination, item.destination)):
            field.offer(venues(self.pen))
            field.show_value(key or "")


class Tracks(Chapter):
    """The tracks an item runs on, each a chip to press."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self.chips: dict[str, QToolButton] = {}
        self._box = QWidget()
        self._flow = Flow(self._box, SMALL)
        self.block(pen.say(N_("Tracks")), self._box)

    @override
    def read(self, item: ProgrammeItem) -> None:
        tracks = sorted(self.pen.desk.visit.tracks.values(), key=lambda t: (t.order, t.id))
        if [track.id for track in tracks] != list(self.chips):
            self._flow.empty()
            self.chips = {track.id: self._chip(track.id) for track in tracks}
        for track in tracks:
            chip = self.chips[track.id]
            chip.setText(track.name.best(self.pen.phrases.language))
            chip.setChecked(track.id in item.tracks)

    def _chip(self, key: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setIconSize(QSize(1, 1))
        chip.clicked.connect(lambda: self._toggle(key))
        self._flow.addWidget(chip)
        return chip

    def _toggle(self, key: str) -> None:
        item = self.pen.item
        if item is None:
            return
        wanted = {*item.tracks} ^ {key}
        self.pen.write("tracks", tuple(track for track in self.chips if track in wanted))


def venues(pen: Pen) -> list[tuple[str, str]]:
    """All venues with their names."""
    language = pen.phrases.language
    return [(v.id, cases.venue_name(v, language)) for v in pen.desk.visit.venues.values()]
