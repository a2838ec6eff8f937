# SPDX-License-Identifier: MIT
"""The preview of a replacement: places by kind, texts before and after with a tick, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from visitplanner.gui import icons
from visitplanner.gui.people.where import GROUPS, STAYS, Whose, lines, passage_name
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.domain.replacing import Passage, Place
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.people.texts import FoundText
    from visitplanner.words.rewriting import Change

_ICONS: Final = {
    "delegations": "delegation",
    "items": "calendar",
    "movements": "vehicle",
    "seatings": "seating",
    "agendas": "document",
    "documents": "signing",
    "measures": "measures",
    "tasks": "preparation",
    "distributions": "export",
    "venues": "venue",
}


class ReplacePreview(QTreeWidget):
    """Every place, and the texts to choose from."""

    changed = Signal()
    """Another text is ticked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self._reading = False
        self._texts: list[tuple[QTreeWidgetItem, FoundText]] = []
        self.number = 0
        """How many places change."""
        self._places = 0
        self.setObjectName("preview")
        self.setAccessibleName(say(N_("Where the name stands")))
        self.setColumnCount(2)
        self.setHeaderLabels([say(N_("Where the name stands")), say(N_("As what; before → after"))])
        self.setRootIsDecorated(True)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.setColumnWidth(0, 420)
        self.itemChanged.connect(self._ticked)

    @property
    def texts(self) -> tuple[Passage, ...]:
        """The texts that are ticked, as they are to be."""
        return tuple(
            passage
            for line, found in self._texts
            if line.checkState(0) is Qt.CheckState.Checked
            for passage in found.passages
        )

    def show_nothing(self) -> None:
        """Nobody is chosen."""
        self.clear()
        self._texts = []
        self._places = self.number = 0

    def show_places(
        self,
        places: Sequence[Place],
        texts: Sequence[FoundText],
        titles: tuple[str, str],
        whose: Whose,
    ) -> None:
        """Shows places, texts and the title of the programme."""
        unticked = {
            _place(found)
            for line, found in self._texts
            if line.checkState(0) is not Qt.CheckState.Checked and found.sure
        }
        self._reading = True
        self.show_nothing()
        visit, phrases = self._desk.visit, self._desk.phrases
        found = lines(visit, places, phrases, whose)
        if titles[0] != titles[1]:
            above = self._group(phrases.say(N_("Title of the programme")), "print", 1)
            before, after = _differing(*titles)
            self._line(above, after, phrases.say(N_("instead of: {text}"), text=before))
        self._show_texts(texts, unticked)
        for group, title in GROUPS.items():
            here = [line for line in found if line.group == group and line.stays is None]
            if here:
                above = self._group(phrases.say(title), _ICONS[group], len(here))
                for line in here:
                    self._line(above, line.name or phrases.say(title), line.roles)
        stays = [line for line in found if line.stays is not None]
        if stays:
            above = self._group(phrases.say(N_("Stays as it was")), "lock", len(stays))
            for line in stays:
                why = phrases.say(STAYS[line.stays]) if line.stays is not None else ""
                entry = self._line(above, line.name, f"{line.roles} – {why}".strip(" –"))
                entry.setDisabled(True)
        self._places = sum(line.stays is None for line in found) + (titles[0] != titles[1])
        self._reading = False
        self._recount()

    def _show_texts(self, texts: Sequence[FoundText], unticked: set[str]) -> None:
        if not texts:
            return
        phrases = self._desk.phrases
        above = self._group(phrases.say(N_("Texts")), "language", len(texts))
        for found in texts:
            first = found.passages[0]
            name = passage_name(self._desk.visit, first, phrases)
            line = self._line(above, name, "\n".join(map(_told, found.changes)))
            on = found.sure and _place(found) not in unticked
            line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            if not found.sure:
                line.setIcon(1, icons.icon("warning", self._desk.theme.warning))
                line.setToolTip(1, phrases.say(N_("Look at this one: it may mean somebody else.")))
            self._texts.append((line, found))

    def _group(self, title: str, icon: str, number: int) -> QTreeWidgetItem:
        line = QTreeWidgetItem(self, [f"{title} ({number})"])
        line.setIcon(0, icons.icon(icon, self._desk.theme.accent))
        font = line.font(0)
        font.setWeight(font.Weight.DemiBold)
        line.setFont(0, font)
        line.setExpanded(True)
        line.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return line

    @staticmethod
    def _line(above: QTreeWidgetItem, name: str, text: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem(above, [name, text])
        line.setToolTip(0, name)
        line.setToolTip(1, text)
        above.setExpanded(True)
        return line

    def _ticked(self, _line: QTreeWidgetItem, column: int) -> None:
        if not self._reading and column == 0:
            self._recount()
            self.changed.emit()

    def _recount(self) -> None:
        ticked = [line for line, _ in self._texts if line.checkState(0) is Qt.CheckState.Checked]
        self.number = self._places + len(ticked)


def _differing(before: str, after: str) -> tuple[str, str]:
    """The two sentences without the words both begin and end with; two stay for the sense."""
    one, two = before.split(" "), after.split(" ")
    while len(one) > 3 and len(two) > 3 and one[:3] == two[:3]:  # noqa: PLR2004
        one, two = one[1:], two[1:]
    while len(one) > 1 and len(two) > 1 and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    return " ".join(one), " ".join(two)


def _place(found: FoundText) -> str:
    first = found.passages[0]
    return f"{first.collection}/{first.id}/{first.path}"


def _told(change: Change) -> str:
    """«… предоставляется Субботину А. М. → Лукашевичу П. О.»."""
    before, _ = change.around
    return f"{f'…{before}' if before.strip() else ''}{change.before}\n→ {change.after}"
