# SPDX-License-Identifier: MIT
"""The window of travel times: places by places, what the plan lacks first, one way in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import legs
from visitplanner.gui import icons
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.places.entries import label
from visitplanner.gui.places.matrix import place, short, travel_listing, wanted_pairs
from visitplanner.gui.places.way import WayPage
from visitplanner.gui.scrolled import scrolled
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

_SIZE: Final = (1280, 640)
_ENDS: Final = Qt.ItemDataRole.UserRole
_MOST_LINES: Final = 6


class TravelWindow(EditorWindow):
    """Travel times."""

    table: EntityTable
    page: WayPage
    wants: QListWidget

    def __init__(self, window: MainWindow) -> None:
        self._known: tuple[Visit, tuple[tuple[str, str], ...]] | None = None
        super().__init__(window)
        self.resize(*_SIZE)
        self.desk.changed.connect(self._told)

    @property
    def wanted(self) -> tuple[tuple[str, str], ...]:
        """The ways the plan needs and lacks."""
        visit = self.desk.visit
        if self._known is None or self._known[0] is not visit:
            self._known = visit, wanted_pairs(visit, self.desk.session.problems)
        return self._known[1]

    def _wanted_ends(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(pair) for pair in self.wanted)

    @override
    def fill(self) -> QWidget:
        desk = self.desk
        say = desk.phrases.say
        self.setWindowTitle(say(N_("Travel times")))
        listing = travel_listing(desk.visit, desk.language, self._wanted_ends)
        self.table = EntityTable(desk, listing)
        self.page = WayPage(desk)
        self.take_all = QPushButton(icons.icon("fix"), say(N_("Take estimates for all missing")))
        self.take_all.setToolTip(
            say(N_("Guesses by coordinates, marked as such until somebody drives the way"))
        )
        self.take_all.clicked.connect(self._take_all)
        self.table.head.insertWidget(self.table.head.count() - 1, self.take_all)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self._matrix())
        whole.addWidget(self._side())
        whole.setSizes([940, 340])
        whole.setStretchFactor(0, 1)
        self.table.grid.rows_chosen.connect(self._choose)
        self.table.grid.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        whole.setFocusProxy(self.table)
        self._read()
        if self.wanted:
            self.show_way(self.wanted[0])
        self.table.setFocus()
        return whole

    def _matrix(self) -> QWidget:
        """The table with what its looks mean."""
        key = label(
            self.desk.phrases.say(
                N_(
                    "Bold: driven · ≈: estimate · → one way · hatched: not known, in brackets what "
                    "coordinates would say · Enter minutes once, they hold both ways"
                )
            )
        )
        key.setContentsMargins(SPACE + SMALL, SMALL, SPACE, SPACE)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(key)
        return box

    def _side(self) -> QWidget:
        say = self.desk.phrases.say
        self.lacks = label("", heading=True)
        self.wants = QListWidget()
        self.wants.setAccessibleName(say(N_("Ways the plan needs")))
        self.wants.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wants.itemClicked.connect(self._jump)
        self.wants.itemActivated.connect(self._jump)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, 0)
        top.setSpacing(SMALL)
        top.addWidget(self.lacks)
        top.addWidget(self.wants)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.page, 1)
        area = scrolled(side)
        area.setMinimumWidth(300)
        return area

    def _read(self) -> None:
        """Lists what is lacking, and shows the chosen way."""
        desk = self.desk
        wanted = self.wanted
        self.wants.clear()
        for ends in wanted:
            names = [place(desk.visit, end, desk.language) for end in ends]
            entry = QListWidgetItem(" – ".join(short(name) for name in names))
            entry.setToolTip(f"{names[0]} –\n{names[1]}")
            entry.setIcon(icons.icon("warning", desk.theme.warning))
            entry.setData(_ENDS, ends)
            self.wants.addItem(entry)
        self.wants.setVisible(bool(wanted))
        lines = min(len(wanted), _MOST_LINES)
        self.wants.setFixedHeight(lines * max(28, self.wants.sizeHintForRow(0)) + SMALL)
        if wanted:
            text = desk.phrases.count(
                "The plan needs {n} way without minutes",
                "The plan needs {n} ways without minutes",
                len(wanted),
            )
        else:
            text = desk.phrases.say(N_("All ways the plan needs are known."))
        self.lacks.setText(text)
        self.take_all.setVisible(desk.writable and bool(self._takeable()))
        self._choose()

    def _takeable(self) -> list[tuple[str, str]]:
        """The ways without minutes that coordinates can guess; wanted ones alone if there are."""
        visit = self.desk.visit
        keys = list(visit.venues)
        pairs = self.wanted or [(a, b) for n, a in enumerate(keys) for b in keys[n + 1 :]]
        return [
            pair
            for pair in pairs
            if legs.leg_between(visit, *pair) is None and legs.estimated(visit, *pair) is not None
        ]

    def _take_all(self) -> None:
        pairs = self._takeable()
        self.desk.edit(lambda visit: legs.take_estimates(visit, pairs))

    @property
    def ends(self) -> tuple[str, str] | None:
        """The way of the current cell."""
        model, index = self.table.model, self.table.grid.currentIndex()
        here, column = model.key(index.row()), model.column(index.column())
        if not here or column is None or column.key == here:
            return None
        return here, column.key

    def show_way(self, ends: tuple[str, str]) -> None:
        """Makes the cell of a way the current one."""
        model = self.table.model
        number = next((n for n, c in enumerate(model.columns, 1) if c.key == ends[1]), 1)
        self.table.grid.show_row(ends[0], number)
        self._choose()

    def _choose(self) -> None:
        self.page.show_way(self.ends)

    def _jump(self, entry: QListWidgetItem) -> None:
        first, second = entry.data(_ENDS)
        self.show_way((str(first), str(second)))
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, notice: Notice) -> None:
        if any(change.collection == "venues" for change in notice.patch.changes):
            listing = travel_listing(notice.visit, self.desk.language, self._wanted_ends)
            self.table.show_listing(listing)
        self._read()

    @override
    def finish_typing(self) -> None:
        self.table.finish_typing()
        self.page.finish_typing()
