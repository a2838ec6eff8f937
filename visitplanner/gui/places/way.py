# SPDX-License-Identifier: MIT
"""One way in detail: minutes, length, who says so, when it was driven, hours that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visitplanner.domain import legs
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.venues import LegSource
from visitplanner.gui.editors.usual import day_meant, day_text
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.places.entries import MeantField, label
from visitplanner.gui.places.matrix import place
from visitplanner.words import venues
from visitplanner.words.catalogue import N_
from visitplanner.words.typed import length

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Language
    from visitplanner.domain.venues import Leg
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk

SOURCES: Final = {
    LegSource.MANUAL: N_("entered by hand"),
    LegSource.DRIVEN: N_("driven"),
    LegSource.ESTIMATE: N_("estimate by coordinates"),
}


class WayPage(QWidget):
    """The fields of the way from one place to another; each edits at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ends: tuple[str, str] | None = None
        say = desk.phrases.say
        self.title = label("", heading=True)
        self.guess = label("")
        self.take = QPushButton(say(N_("Take the estimate")))
        self.take.clicked.connect(self._take)
        self.minutes = MeantField(6, say(N_("Minutes on the way")), _minutes)
        self.kilometres = MeantField(6, say(N_("Kilometres")), _kilometres)
        self.source = ChoiceField([(s.value, say(text)) for s, text in SOURCES.items()])
        self.source.setAccessibleName(say(N_("Source")))
        self.driven = MeantField(10, say(N_("Driven on")), self._day)
        self.one_way = QCheckBox(say(N_("One way only")))
        self.border = QCheckBox(say(N_("Crosses the border")))
        self.by_hour = MeantField(16, say(N_("By the hour")), venues.by_hour_meant)
        self.by_hour.setPlaceholderText("8 – 25, 17 – 30")
        self.by_hour.setToolTip(say(N_("At 8 it takes 25 minutes, at 17 it takes 30")))
        self._lay()
        self._connect()
        self.show_way(None)

    def _lay(self) -> None:
        say = self._desk.phrases.say
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field in (
            (N_("Minutes"), self.minutes),
            (N_("Kilometres"), self.kilometres),
            (N_("Source"), self.source),
            (N_("Driven on"), self.driven),
            (N_("By the hour"), self.by_hour),
        ):
            form.addRow(label(say(text), wraps=False), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.title)
        column.addWidget(self.guess)
        column.addWidget(self.take)
        column.addLayout(form)
        column.addWidget(self.one_way)
        column.addWidget(self.border)
        column.addStretch(1)

    def _connect(self) -> None:
        self.minutes.entered.connect(self._set_minutes)
        self.kilometres.entered.connect(self._set_kilometres)
        self.source.chosen.connect(self._set_source)
        self.driven.entered.connect(self._set_driven)
        self.by_hour.entered.connect(self._set_hours)
        self.one_way.clicked.connect(self._set_one_way)
        self.border.clicked.connect(self._set_border)

    @property
    def entries(self) -> tuple[MeantField, ...]:
        """The fields that are typed into."""
        return (self.minutes, self.kilometres, self.driven, self.by_hour)

    def show_way(self, ends: tuple[str, str] | None) -> None:
        """Shows a way, or nothing."""
        if ends != self._ends:
            self.finish_typing()
            self._ends = ends
        self.read()

    def read(self) -> None:
        """Shows what is true now."""
        visit, desk = self._desk.visit, self._desk
        ends = self._ends
        if ends is not None and not all(end in visit.venues for end in ends):
            ends = self._ends = None
        leg = legs.leg_between(visit, *ends) if ends is not None else None
        open_way = ends is not None and desk.writable
        for entry in self.entries:
            entry.setEnabled(open_way and (leg is not None or entry is self.minutes))
        for widget in (self.source, self.one_way, self.border):
            widget.setEnabled(open_way and leg is not None)
        self._read_title(ends, leg)
        self._read_leg(leg)
        guess = legs.estimated(visit, *ends) if ends is not None else None
        self.guess.setVisible(ends is not None)
        self.take.setVisible(guess is not None and leg is None and desk.writable)
        say = desk.phrases.say
        if guess is None:
            self.guess.setText(say(N_("No coordinates: nothing to estimate by.")))
        else:
            self.guess.setText(
                say(
                    N_(
                        "By coordinates: {straight} km in a straight line, by road about "
                        "{road} km and {minutes} min."
                    ),
                    straight=_number(guess.straight, desk.language),
                    road=_number(guess.kilometres, desk.language),
                    minutes=guess.minutes,
                )
            )

    def _read_title(self, ends: tuple[str, str] | None, leg: Leg | None) -> None:
        if ends is None:
            self.title.setText(self._desk.phrases.say(N_("Choose a way in the table.")))
            return
        arrow = "→" if leg is not None and leg.one_way else "↔"
        names = [place(self._desk.visit, end, self._desk.language) for end in ends]
        self.title.setText(f"{names[0]} {arrow} {names[1]}")

    def _read_leg(self, leg: Leg | None) -> None:
        self.minutes.show_text(str(leg.minutes) if leg else "")
        long = leg.kilometres if leg is not None else None
        self.kilometres.show_text("" if long is None else _number(long, self._desk.language))
        self.source.show_value(leg.source.value if leg else "")
        day = leg.verified_on if leg is not None else None
        self.driven.show_text("" if day is None else day_text(day))
        not_driven = self._desk.phrases.say(N_("not driven yet")) if leg is not None else ""
        self.driven.setPlaceholderText(not_driven)
        self.by_hour.show_text(venues.by_hour_text(leg.by_hour) if leg else "")
        self.one_way.setChecked(leg is not None and leg.one_way)
        self.border.setChecked(leg is not None and leg.crosses_border)

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        for entry in self.entries:
            entry.typing.finish()

    # Edits.

    def _edit(self, edit: Edit, field: MeantField | None = None) -> None:
        step = f"way {self._ends} {id(field)} {field.typing.visits}" if field else None
        self._desk.edit(edit, merge=step)
        self.read()

    def _take(self) -> None:
        ends = self._ends
        if ends is not None:
            self._edit(lambda visit: legs.take_estimates(visit, (ends,)))

    def _set_minutes(self, found: object) -> None:
        ends = self._ends
        if ends is not None and isinstance(found, tuple):
            self._edit(lambda visit: legs.set_minutes(visit, *ends, found[0]), self.minutes)

    def _set_kilometres(self, found: object) -> None:
        if isinstance(found, tuple):
            self._field("kilometres", found[0], self.kilometres)

    def _set_source(self, value: str) -> None:
        self._field("source", LegSource(value))

    def _set_driven(self, found: object) -> None:
        ends = self._ends
        if ends is not None and isinstance(found, tuple):
            day: date | None = found[0]
            self._edit(lambda visit: legs.set_driven(visit, *ends, day), self.driven)

    def _set_hours(self, found: object) -> None:
        ends = self._ends
        if ends is not None and isinstance(found, dict):
            self._edit(lambda visit: legs.set_by_hour(visit, *ends, found), self.by_hour)

    def _set_one_way(self, ticked: bool) -> None:  # noqa: FBT001 -- as Qt calls it
        ends = self._ends
        if ends is not None:
            self._edit(lambda visit: legs.set_one_way(visit, *ends, one_way=ticked))

    def _set_border(self, ticked: bool) -> None:  # noqa: FBT001 -- as Qt calls it
        self._field("crosses_border", ticked)

    def _field(self, name: str, value: object, field: MeantField | None = None) -> None:
        ends = self._ends
        if ends is None:
            return

        def edit(visit: Visit) -> Patch:
            return legs.set_leg_field(visit, *ends, name, value)

        self._edit(edit, field)

    def _day(self, text: str) -> tuple[date | None] | None:
        try:
            return (day_meant(text, self._desk.visit.about.starts.year),) if text else (None,)
        except EditRefusedError:
            return None


def _minutes(text: str) -> tuple[int | None] | None:
    found = length(text) if text else None
    return None if text and found is None else (found,)


def _kilometres(text: str) -> tuple[float | None] | None:
    if not text:
        return (None,)
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return None
    return (found,) if 0 < found < 10_000 else None  # noqa: PLR2004 -- ways on earth


def _number(kilometres: float, language: Language) -> str:
    text = f"{kilometres:.1f}".removesuffix(".0")
    return text if language == "en" else text.replace(".", ",")
