# SPDX-License-Identifier: MIT
"""The window of seating plans: the drawing, the chosen seat, who has none, what is wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import seating_order as order
from visitplanner.domain.people import Side
from visitplanner.domain.seating import SeatKind, TableLayout
from visitplanner.domain.text import NO_TEXT
from visitplanner.gui import icons
from visitplanner.gui.editors import things
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.inspector.fields import LineField
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.seating.room import Room
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.seating import Seat, SeatingPlan
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

LAYOUTS: Final = {
    TableLayout.LONG: N_("Long table"),
    TableLayout.ENDS: N_("Heads at the ends"),
    TableLayout.ROUND: N_("Round table"),
    TableLayout.U: N_("U-shape"),
    TableLayout.SIGNING: N_("Signing table"),
    TableLayout.BANQUET: N_("Banquet"),
}
KINDS: Final = {
    SeatKind.DELEGATE: N_("Delegate"),
    SeatKind.INTERPRETER: N_("Interpreter"),
    SeatKind.SECRETARY: N_("Secretary, assistant"),
    SeatKind.SECOND_ROW: N_("Second row"),
}
WALLS: Final = {
    "": N_("not marked"),
    "top": N_("above"),
    "bottom": N_("below"),
    "left": N_("left"),
    "right": N_("right"),
}
_PERSON: Final = Qt.ItemDataRole.UserRole


class SeatingWindow(EditorWindow):
    """Seating of the items of a visit."""

    _item = ""

    def __init__(self, window: MainWindow) -> None:
        current = window.desk.item if window.desk else None
        if current is not None and current.kind in order.SEATED_KINDS:
            self._item = current.id
        super().__init__(window)
        self.resize(1180, 720)
        self.desk.changed.connect(self._told)
        if self.room.pieces:
            self.room.pieces[0].setFocus()

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Seating")))
        self._current = -1
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        across.setSpacing(SPACE)
        middle = QVBoxLayout()
        middle.addLayout(self._bar())
        self.room = Room(self.desk)
        self.room.chosen.connect(self._choose)
        self.room.moved.connect(self.swap)
        self.room.removed.connect(lambda n: self._seat(n, person=None, plate_text=NO_TEXT))
        self.room.asked.connect(lambda _: self.person.setFocus())
        self.nothing = QLabel(say(N_("This item has no seating yet.")))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("muted", True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.room)
        for bar in (self.area.horizontalScrollBar(), self.area.verticalScrollBar()):
            bar.rangeChanged.connect(partial(_to_the_middle, bar))
        middle.addWidget(self.area, 1)
        middle.addWidget(self.nothing, 1)
        hint = say(N_("Arrows choose a seat, Alt and an arrow change places, Del empties a seat"))
        self.hint = QLabel(hint)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        middle.addWidget(self.hint)
        across.addLayout(middle, 1)
        across.addWidget(self._side())
        self.read()
        return content

    def _bar(self) -> QHBoxLayout:
        say = self.desk.phrases.say
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        self.item = PickField()
        self.item.setAccessibleName(say(N_("Item of the programme")))
        self.item.picked.connect(self.show_item)
        self.layout_field = ChoiceField((v.value, say(text)) for v, text in LAYOUTS.items())
        self.layout_field.setAccessibleName(say(N_("Layout of the table")))
        self.layout_field.chosen.connect(lambda v: self._plan_edit(order.lay, TableLayout(v)))
        self.automatic = QPushButton(icons.icon("repeat"), say(N_("Seat by protocol")))
        self.automatic.clicked.connect(self.seat_by_protocol)
        bar.addWidget(self.item, 2)
        bar.addWidget(self.layout_field, 1)
        bar.addWidget(self.automatic)
        return bar

    def _side(self) -> QWidget:
        say = self.desk.phrases.say
        panel = QWidget()
        panel.setFixedWidth(300)
        column = QVBoxLayout(panel)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.setSpacing(SMALL)
        self.door = self._wall("door")
        self.window_wall = self._wall("window")
        self.person, self.plate = PickField(), LineField()
        self.kind = ChoiceField((v.value, say(text)) for v, text in KINDS.items())
        self.person.picked.connect(lambda key: self._seat(self._current, person=key or None))
        self.plate.edited.connect(self._write_plate)
        self.kind.chosen.connect(lambda v: self._seat(self._current, kind=SeatKind(v)))
        self.fields = QWidget()
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (text, field) in enumerate(
            (
                (N_("Door"), self.door),
                (N_("Window"), self.window_wall),
                (N_("Seated here"), self.person),
                (N_("Text of the plate"), self.plate),
                (N_("Seat for"), self.kind),
            )
        ):
            label = QLabel(say(text))
            label.setBuddy(field)
            label.setProperty("muted", True)
            field.setAccessibleName(say(text))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        column.addWidget(self.fields)
        buttons = QHBoxLayout()
        self.add_host = QPushButton(icons.icon("add"), say(N_("Seat for hosts")))
        self.add_guest = QPushButton(icons.icon("add"), say(N_("Seat for guests")))
        self.add_host.clicked.connect(lambda: self._plan_edit(order.add_seat, Side.HOST))
        self.add_guest.clicked.connect(lambda: self._plan_edit(order.add_seat, Side.GUEST))
        self.remove = QPushButton(icons.icon("delete"), say(N_("Remove the seat")))
        self.remove.clicked.connect(self.remove_seat)
        buttons.addWidget(self.add_host)
        buttons.addWidget(self.add_guest)
        column.addLayout(buttons)
        column.addWidget(self.remove)
        self._headings = [_heading(say(N_("Without a seat"))), _heading(say(N_("To be mended")))]
        column.addWidget(self._headings[0])
        self.unseated = QListWidget()
        self.unseated.setAccessibleName(say(N_("Without a seat")))
        self.unseated.itemActivated.connect(self._take_seat)
        self.unseated.setToolTip(say(N_("Enter or double click: into the chosen seat")))
        column.addWidget(self.unseated, 1)
        column.addWidget(self._headings[1])
        self.faults = QListWidget()
        self.faults.setWordWrap(True)
        self.faults.setAccessibleName(say(N_("To be mended")))
        column.addWidget(self.faults, 1)
        column.addStretch(1)
        return panel

    def _wall(self, field: str) -> ChoiceField:
        say = self.desk.phrases.say
        choice = ChoiceField((value, say(text)) for value, text in WALLS.items())
        choice.chosen.connect(lambda value: self._set(field, value))
        return choice

    # Shows.

    @property
    def plan(self) -> SeatingPlan | None:
        """The plan shown."""
        return order.plan_for(self.desk.visit, self._item)

    @property
    def seat(self) -> Seat | None:
        """The chosen seat."""
        plan = self.plan
        if plan is None or not 0 <= self._current < len(plan.seats):
            return None
        return plan.seats[self._current]

    def show_item(self, item: str) -> None:
        """Shows the seating of another item."""
        if item:
            self._item, self._current = item, -1
        self.read()

    def _told(self, _: Notice) -> None:
        # A method: unlike a function, it is let go of when the window closes.
        self.read()

    def read(self) -> None:
        """Shows what is true now."""
        visit = self.desk.visit
        reading = self.desk.reading
        seatable = [
            c
            for c in things.items(reading).all
            if visit.items[c.id].kind in order.SEATED_KINDS or order.plan_for(visit, c.id)
        ]
        if self._item not in visit.items:
            planned = (c.id for c in seatable if order.plan_for(visit, c.id))
            self._item = next(planned, seatable[0].id if seatable else "")
        self.item.offer((c.id, c.text) for c in seatable)
        self.item.show_value(self._item)
        plan, writing = self.plan, self.desk.writable
        self.room.show_plan(plan)
        self.area.setVisible(plan is not None)
        self.hint.setVisible(plan is not None)
        self.nothing.setVisible(plan is None)
        self.layout_field.setEnabled(plan is not None and writing)
        self.automatic.setEnabled(bool(self._item) and writing)
        for button in (self.add_host, self.add_guest):
            button.setEnabled(plan is not None and writing)
        if plan is not None:
            self.layout_field.show_value(plan.layout.value)
            self.door.show_value(plan.door)
            self.window_wall.show_value(plan.window)
        self._read_seat(reading)
        self._read_lists()

    def _read_seat(self, reading: Reading) -> None:
        seat, writing = self.seat, self.desk.writable
        for field in (self.person, self.plate, self.kind, self.remove):
            field.setEnabled(seat is not None and writing)
        for wall in (self.door, self.window_wall):
            wall.setEnabled(self.plan is not None and writing)
        if seat is None:
            self.person.show_value("")
            self.plate.show_text("")
            self.plate.setPlaceholderText("")
            return
        self.person.offer((c.id, c.text) for c in reading.names.people.all)
        self.person.show_value(seat.person or "")
        self.plate.show_text(seat.plate_text.own("ru"))
        person = self.desk.visit.people.get(seat.person or "")
        usual = cases.person_name(person, "ru", style="initials-first") if person else ""
        self.plate.setPlaceholderText(usual)
        self.kind.show_value(seat.kind.value)

    def _read_lists(self) -> None:
        plan, visit = self.plan, self.desk.visit
        self.unseated.clear()
        self.faults.clear()
        if plan is not None:
            self._list(visit, plan)
        for heading, lines in zip(self._headings, (self.unseated, self.faults), strict=True):
            heading.setVisible(lines.count() > 0)
            lines.setVisible(lines.count() > 0)

    def _list(self, visit: Visit, plan: SeatingPlan) -> None:
        """Who of those expected has no seat, and what is wrong."""
        for key in order.unseated(visit, plan):
            name = cases.person_name(visit.people[key], self.desk.language, style="surname-first")
            line = QListWidgetItem(name)
            line.setData(_PERSON, key)
            self.unseated.addItem(line)
        for fault in order.faults(visit, plan):
            self.faults.addItem(self.desk.say(fault))

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self.room.pieces):
            self.area.ensureWidgetVisible(self.room.pieces[number])
        if number != self._current:
            self.plate.typing.finish()
            self._current = number
        self._read_seat(self.desk.reading)

    # Edits.

    def seat_by_protocol(self) -> None:
        """Seats everybody by protocol."""
        plan, item = self.plan, self._item
        edit: Edit
        if plan is None:
            edit = lambda visit: order.add_plan(visit, item)  # noqa: E731
        else:
            edit = lambda visit: order.seat_by_protocol(visit, plan.id)  # noqa: E731
        if self.desk.edit(edit) is not None:
            self.offer_undo(self.desk.phrases.say(N_("Everybody is seated by protocol.")))

    def swap(self, one: int, other: int) -> None:
        """The people of two seats change places."""
        self._plan_edit(order.swap, one, other)

    def remove_seat(self) -> None:
        """Takes the chosen seat away."""
        if self.seat is not None:
            self._plan_edit(order.remove_seat, self._current)

    def _take_seat(self, line: QListWidgetItem) -> None:
        if self.seat is not None:
            self._seat(self._current, person=str(line.data(_PERSON)))

    def _write_plate(self, text: str) -> None:
        seat = self.seat
        if seat is not None:
            fresh = seat.plate_text.edited("ru", text.strip())
            self._seat(self._current, merge=True, plate_text=fresh)

    def _seat(self, number: int, *, merge: bool = False, **fields: object) -> None:
        plan = self.plan
        if plan is None or not 0 <= number < len(plan.seats):
            return
        if "person" in fields and "plate_text" not in fields:
            fields["plate_text"] = NO_TEXT  # the plate of somebody else
        seat = replace(plan.seats[number], **fields)
        key = f"seat/{plan.id}/{number}/{self.plate.typing.visits}" if merge else None
        self.desk.edit(lambda visit: order.set_seat(visit, plan.id, number, seat), key)

    def _set(self, field: str, value: str) -> None:
        plan = self.plan
        if plan is not None:
            fresh = replace(plan, **{field: value})
            self.desk.edit(lambda visit: order.set_plan(visit, fresh))

    def _plan_edit(self, edit: object, *values: object) -> None:
        plan = self.plan
        if plan is not None and callable(edit):
            self.desk.edit(lambda visit: edit(visit, plan.id, *values))

    @override
    def finish_typing(self) -> None:
        self.plate.typing.finish()


def _to_the_middle(bar: QScrollBar, least: int, most: int) -> None:
    """Of a drawing too large for the window the table is seen first."""
    bar.setValue((least + most) // 2)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
