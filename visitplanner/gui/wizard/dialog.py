# SPDX-License-Identifier: MIT
"""The wizard of one page: a few wishes, and a whole visit comes of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visitplanner.domain.kinds import Kind
from visitplanner.domain.outline import WISHED, outlined
from visitplanner.editions.labels import KINDS
from visitplanner.gui import icons
from visitplanner.gui.inspector.times import TimeField
from visitplanner.gui.looks import ICON, SPACE, WIDE
from visitplanner.gui.theme import KIND_ICON
from visitplanner.gui.wizard.draft import DraftView
from visitplanner.gui.wizard.fields import DayField, day_in, file_name, minute_in, qdate
from visitplanner.gui.wizard.naming import head_of, proposed_title, text_of
from visitplanner.samples import presets, wishes
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.outline import Wishes
    from visitplanner.domain.text import Text
    from visitplanner.gui.main_window import MainWindow

_PAUSE_MS: Final = 120
_LONGEST: Final = 60
"""Days of the longest visit, as on the page of the visit."""


class Wizard(QDialog):
    """Title, sides, days, arrival and departure, kinds of item: and the plan they give."""

    def __init__(self, window: MainWindow, template: str) -> None:
        super().__init__(window)
        self._window = window
        self._say = window.phrases.say
        self._usual = wishes(template, window.office.today())
        self._days = (self._usual.ends - self._usual.starts).days
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say(N_("New visit")))
        self.resize(940, 600)
        self.title = self._line_edit(N_("Title"))
        self.host = self._line_edit(N_("Host"))
        self.host_head = self._line_edit(N_("Head of the host side"))
        self.guest = self._line_edit(N_("Guests"))
        self.guest_head = self._line_edit(N_("Head of the guests"))
        self.first, self.last = self._date_edit(N_("First day")), self._date_edit(N_("Last day"))
        self.arrival = self._time_edit(N_("Arrival"), self._usual.arrival)
        self.departure = self._time_edit(N_("Departure"), self._usual.departure)
        # The dinner, which only a night brings, comes last so as to leave no gap.
        ticked = sorted(WISHED, key=lambda kind: kind is Kind.DINNER)
        self.kinds = {kind: self._tick(kind) for kind in ticked}
        self.draft = DraftView(window.phrases, window.theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_draft)
        self._lay_out()
        self._begin()
        self._listen()
        self.show_draft()

    # The page

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE)
        form.setColumnStretch(1, 1)
        days = self._pair(self.first, QLabel("–"), self.last)
        times = self._pair(
            self.arrival, self._label(N_("Departure"), self.departure), self.departure
        )
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (N_("Title"), self.title, None),
            (N_("Host"), self.host, None),
            (N_("Head of the delegation"), self.host_head, None),
            (N_("Guests"), self.guest, None),
            (N_("Head of the delegation"), self.guest_head, None),
            (N_("Days"), days, self.first),
            (N_("Arrival"), times, self.arrival),
        )
        for line, (text, field, buddy) in enumerate(rows):
            form.addWidget(self._label(text, buddy or field), line, 0)
            form.addWidget(field, line, 1)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addLayout(form)
        left.addSpacing(SPACE)
        heading = QLabel(self._say(N_("Items of the programme")))
        heading.setProperty("heading", True)
        left.addWidget(heading)
        left.addLayout(self._ticks())
        left.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(2 * WIDE)
        across.addLayout(left, 5)
        across.addWidget(self.draft, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(WIDE)
        column.addLayout(across, 1)
        column.addLayout(self._buttons())

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(self._say(text))
        label.setProperty("muted", True)
        label.setBuddy(field)
        return label

    @staticmethod
    def _pair(*parts: QWidget) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        for part in parts:
            across.addWidget(part)
        across.addStretch(1)
        return line

    def _ticks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(2)
        rows = (len(self.kinds) + 1) // 2
        for number, box in enumerate(self.kinds.values()):
            grid.addWidget(box, number % rows, number // rows)
        return grid

    def _buttons(self) -> QHBoxLayout:
        blank = QPushButton(self._say(N_("Blank visit")))
        blank.setObjectName("blank")
        blank.setToolTip(self._say(N_("Without any items")))
        blank.setAutoDefault(False)
        blank.clicked.connect(self._create_blank)
        self._go = QPushButton(self._say(N_("Create")))
        self._go.setObjectName("go")
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._go.clicked.connect(self._create)
        cancel = QPushButton(self._say(N_("Cancel")))
        cancel.setObjectName("cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(blank)
        line.addStretch(1)
        line.addWidget(self._go)
        line.addWidget(cancel)
        return line

    # Its fields

    def _line_edit(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self._say(name))
        field.editingFinished.connect(lambda: field.setCursorPosition(0))
        return field

    def _date_edit(self, name: str) -> DayField:
        field = DayField()
        field.setCalendarPopup(True)
        field.setDisplayFormat("dd.MM.yyyy")
        field.setAccessibleName(self._say(name))
        return field

    def _time_edit(self, name: str, minute: int) -> TimeField:
        field = TimeField(6)
        field.setAccessibleName(self._say(name))
        field.show_text(self._clock(minute))
        return field

    def _clock(self, minute: int) -> str:
        language = self._window.phrases.language
        return dates.clock_text(minute, language, "." if language == "ru" else ":")

    def _tick(self, kind: Kind) -> QCheckBox:
        box = QCheckBox(self._say(KINDS[kind]))
        look = self._window.theme.kind(kind)
        box.setIcon(icons.icon(KIND_ICON[kind], look.edge))
        box.setIconSize(QSize(ICON, ICON))
        box.setChecked(kind in self._usual.kinds)
        return box

    def _begin(self) -> None:
        """What stands in the fields before anything is typed."""
        head = self._say(N_("Surname, name, patronymic – post; may be left empty"))
        self.host_head.setPlaceholderText(head)
        self.guest_head.setPlaceholderText(head)
        language = self._window.phrases.language
        self.host.setPlaceholderText(self._usual.host.best(language))
        self.guest.setPlaceholderText(self._usual.guest.best(language))
        self._propose()
        self.first.setDate(qdate(self._usual.starts))
        self._follow()

    def _listen(self) -> None:
        self.guest.textChanged.connect(lambda _: self._propose())
        self.first.dateChanged.connect(lambda _: self._follow())
        self.last.dateChanged.connect(lambda _: self._measure())
        for field in (self.arrival, self.departure):
            field.textChanged.connect(lambda _: self._pause.start())
            field.editingFinished.connect(self._tidy)
        for box in self.kinds.values():
            box.toggled.connect(lambda _: self.show_draft())

    def _propose(self) -> None:
        """The title that stands while none is typed."""
        proposed = proposed_title(self.guest.text(), self._window.phrases)
        usual = self._usual.title.best(self._window.phrases.language)
        self.title.setPlaceholderText(proposed or usual)

    def _follow(self) -> None:
        """Another first day takes the last one along."""
        starts = day_in(self.first.date())
        self.last.blockSignals(True)
        self.last.setDateRange(qdate(starts), qdate(starts + timedelta(days=_LONGEST - 1)))
        self.last.setDate(qdate(starts + timedelta(days=self._days)))
        self.last.blockSignals(False)
        self._measure()

    def _measure(self) -> None:
        self._days = (day_in(self.last.date()) - day_in(self.first.date())).days
        self.kinds[Kind.DINNER].setVisible(self._days > 0)
        self._pause.start()

    def _tidy(self) -> None:
        """Times are shown as they are written in a programme."""
        for field in (self.arrival, self.departure):
            minute = minute_in(field)
            field.mark(wrong=minute is None)
            if minute is not None:
                field.typing.drop()
                field.show_text(self._clock(minute))

    # What is made of it

    def wishes(self) -> Wishes | None:
        """What is wished for; None while it makes no sense."""
        arrival, departure = minute_in(self.arrival), minute_in(self.departure)
        if arrival is None or departure is None or (not self._days and departure <= arrival):
            return None
        language = self._window.phrases.language
        title = self.title.text().strip() or self.title.placeholderText()
        proposed = title == self._usual.title.best(language)
        return replace(
            self._usual,
            title=self._usual.title if proposed else text_of(title, language),
            host=self._side(self.host, self._usual.host),
            guest=self._side(self.guest, self._usual.guest),
            host_head=head_of(self.host_head.text(), language),
            guest_head=head_of(self.guest_head.text(), language),
            starts=day_in(self.first.date()),
            ends=day_in(self.last.date()),
            arrival=arrival,
            departure=departure,
            kinds=tuple(kind for kind, box in self.kinds.items() if box.isChecked()),
            languages=("ru", "en") if language == "en" else ("ru",),
        )

    def _side(self, field: QLineEdit, usual: Text) -> Text:
        return text_of(field.text(), self._window.phrases.language) or usual

    def show_draft(self) -> None:
        """Shows what comes of the wishes as they are."""
        self._pause.stop()
        asked = self.wishes()
        self._go.setEnabled(asked is not None)
        if asked is None:
            self.draft.show_nothing(self._say(N_("The departure must come after the arrival.")))
        else:
            self.draft.show_outline(outlined(asked, presets(), ""))

    def _create(self) -> None:
        asked = self.wishes()
        if asked is None:
            return
        visit = outlined(asked, presets(), self._window.office.new_uid()).visit
        name = file_name(asked.title.best(self._window.phrases.language))
        self.accept()
        self._window.files.begin(visit, name or self._say(N_("New visit")))

    def _create_blank(self) -> None:
        self.accept()
        self._window.files.blank_visit()
