# SPDX-License-Identifier: MIT
"""To whom papers that are being made will go, and how: what the register is to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from visitplanner.domain.copies import next_number
from visitplanner.domain.record import Channel
from visitplanner.editions.telling import CHANNELS
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.sending.reader_field import ReaderField
from visitplanner.publishing import Handing, own_reader
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.gui.desk import Desk
    from visitplanner.publishing import Order


class HandingBox(QWidget):
    """Holder, channel and number of the copy; a calendar of one reader goes to that reader."""

    def __init__(self, desk: Desk, channel: Channel = Channel.FILE) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self.reader = ReaderField(desk)
        line = self.reader.lineEdit()
        if line is not None:
            line.setPlaceholderText(say(N_("not said yet")))
        self.channel = ChoiceField((c.value, say(name)) for c, name in CHANNELS.items())
        self.channel.show_value(channel.value)
        self.channel.chosen.connect(lambda _: self._number())
        self.number = QLineEdit()
        self.number.setMaximumWidth(80)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        fields = (
            (N_("Given to"), self.reader),
            (N_("How"), self.channel),
            (N_("Copy No."), self.number),
        )
        for place, (title, field) in enumerate(fields):
            label = QLabel(say(title))
            label.setProperty("muted", True)
            label.setBuddy(field)
            field.setAccessibleName(say(title))
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        self.setEnabled(desk.writable)
        self._number()

    def _number(self) -> None:
        """Paper copies have numbers; the next one is proposed."""
        paper = self.channel.currentData() == Channel.PAPER.value
        self.number.setEnabled(paper)
        if paper and not self.number.text():
            self.number.setText(next_number(self._desk.session.record))
        elif not paper:
            self.number.clear()

    def handings(self, orders: Iterable[Order]) -> list[Handing]:
        """What the register will say of these papers."""
        channel = Channel(str(self.channel.currentData()))
        number = self.number.text().strip()
        return [self._handing(order, channel, number) for order in orders]

    def _handing(self, order: Order, channel: Channel, number: str) -> Handing:
        reader = own_reader(self._desk.visit, order) or self.reader.value
        if order.format == "ical" and channel is Channel.PAPER:
            return Handing(order=order, reader=reader)  # nobody prints a calendar file
        return Handing(order=order, reader=reader, channel=channel, copy_number=number)
