# SPDX-License-Identifier: MIT
"""The window of flags: the drawing of their order, proposed and then moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.domain import flag_order as order
from visitplanner.domain.flags import FlagPlace
from visitplanner.gui import icons
from visitplanner.gui.editors import things
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.flags.row import FlagRow, flag_name
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.looks import SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.flags import FlagPlan
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

PLACES: Final = {
    FlagPlace.STAGE: N_("on the stage"),
    FlagPlace.TABLE: N_("on the table"),
    FlagPlace.CAR: N_("on the car"),
    FlagPlace.MAST: N_("on masts"),
}


class FlagsWindow(EditorWindow):
    """Flags of the items of a visit."""

    _item = ""

    def __init__(self, window: MainWindow) -> None:
        current = window.desk.item if window.desk else None
        self._item = current.id if current is not None else ""
        super().__init__(window)
        self.resize(980, 560)
        self.desk.changed.connect(self._told)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Flags")))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        bar = QHBoxLayout()
        self.item, self.more = PickField(), PickField()
        self.item.setAccessibleName(say(N_("Item of the programme")))
        self.item.picked.connect(self.show_item)
        self.place = ChoiceField((v.value, say(text)) for v, text in PLACES.items())
        self.place.setAccessibleName(say(N_("Where the flags stand")))
        self.place.chosen.connect(self._stand)
        self.automatic = QPushButton(icons.icon("repeat"), say(N_("By the accepted order")))
        self.automatic.clicked.connect(self.propose)
        bar.addWidget(self.item, 2)
        bar.addWidget(self.place, 1)
        bar.addWidget(self.automatic)
        column.addLayout(bar)
        self.row = FlagRow(self.desk)
        self.row.moved.connect(self.move_flag)
        self.row.removed.connect(self.remove_flag)
        self.nothing = QLabel(say(N_("This item has no flags yet.")))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("muted", True)
        column.addWidget(self.row, 1)
        column.addWidget(self.nothing, 1)
        below = QHBoxLayout()
        self.more.setAccessibleName(say(N_("Add a flag")))
        self.more.edit.setPlaceholderText(say(N_("Add a flag…")))
        self.more.picked.connect(self.add_flag)
        self.remove = QPushButton(icons.icon("delete"), say(N_("Remove the flag")))
        self.remove.clicked.connect(lambda: self.remove_flag(self.row.current))
        self.verdict = QLabel()
        self.verdict.setProperty("muted", True)
        self.verdict.setWordWrap(True)
        below.addWidget(self.more, 1)
        below.addWidget(self.remove)
        below.addWidget(self.verdict, 2)
        column.addLayout(below)
        hint = QLabel(say(N_("Arrows choose a flag, Alt and an arrow move it, Del removes it")))
        hint.setProperty("muted", True)
        column.addWidget(hint)
        self.read()
        return content

    @property
    def plan(self) -> FlagPlan | None:
        """The plan shown."""
        return next((p for p in self.desk.visit.flags.values() if p.item == self._item), None)

    def show_item(self, item: str) -> None:
        """Shows the flags of another item."""
        self._item = item or self._item
        self.read()

    def _told(self, _: Notice) -> None:
        # A method: unlike a function, it is let go of when the window closes.
        self.read()

    def read(self) -> None:
        """Shows what is true now."""
        visit, say = self.desk.visit, self.desk.phrases.say
        if self._item not in visit.items:
            planned = (p.item for p in visit.flags.values())
            self._item = next(planned, next(iter(visit.items), ""))
        reading = self.desk.reading
        self.item.offer((c.id, c.text) for c in things.items(reading).all)
        self.item.show_value(self._item)
        plan, writing = self.plan, self.desk.writable
        self.row.show_plan(plan)
        self.row.setVisible(plan is not None)
        self.nothing.setVisible(plan is None)
        for widget in (self.place, self.more, self.remove):
            widget.setEnabled(plan is not None and writing)
        self.automatic.setEnabled(bool(self._item) and writing)
        self.verdict.setText("")
        if plan is not None:
            self.place.show_value(plan.place.value)
            self.more.offer(
                (c, flag_name(self.desk, c)) for c in order.known(visit) if c not in plan.order
            )
            self.more.show_value("")
            if plan.order != order.proposed(visit, plan.place):
                self.verdict.setText(say(N_("Not by the accepted order")))

    def propose(self) -> None:
        """Puts the flags in the proposed order."""
        plan, item = self.plan, self._item
        if plan is None:
            self.desk.edit(lambda visit: order.add_plan(visit, item))
        else:
            self.desk.edit(lambda visit: order.put_in_order(visit, plan.id))

    def move_flag(self, number: int, to: int) -> None:
        """Moves a flag in the row."""
        plan = self.plan
        if plan is not None:
            self.desk.edit(lambda visit: order.shift(visit, plan.id, number, to))

    def add_flag(self, flag: str) -> None:
        """One more flag at the right."""
        plan = self.plan
        if plan is not None and flag:
            self.desk.edit(lambda visit: order.add_flag(visit, plan.id, flag))

    def remove_flag(self, number: int) -> None:
        """Takes a flag away."""
        plan = self.plan
        if plan is not None and 0 <= number < len(plan.order):
            self.desk.edit(lambda visit: order.remove_flag(visit, plan.id, number))

    def _stand(self, place: str) -> None:
        plan = self.plan
        if plan is not None:
            fresh = replace(plan, place=FlagPlace(place))
            self.desk.edit(lambda visit: order.set_plan(visit, fresh))
