# SPDX-License-Identifier: MIT
"""What a cell says to those who hover over it and to those who hear it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.text import LANGUAGES, Visibility
from visitplanner.editions.labels import KINDS
from visitplanner.gui.table.columns import START, TITLE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.table.model import TableModel

    Say = Callable[[TableModel, ProgrammeItem | None, Column | None], str | None]

_CERTAINTIES: Final = {
    Certainty.ABOUT: N_("About this time"),
    Certainty.TO_BE_CONFIRMED: N_("Time to be confirmed"),
}


def problem_lines(model: TableModel, item: ProgrammeItem) -> list[str]:
    """The problems of an item, one sentence each."""
    desk = model.desk
    return [f"{p.code} {desk.say(p.message)}" for p in model.alarms.of(item.id)]


def tip(model: TableModel, item: ProgrammeItem | None, column: Column | None) -> str | None:
    """The whole text of a cell, in a title also in the other languages; else its problems."""
    if item is None:
        return None
    if column is None:
        lines = problem_lines(model, item)
    else:
        lines = [model.text(item, column), *_more(model, item, column)]
    shown = "".join(f"<p style='margin:0 0 3px 0'>{escape(line)}</p>" for line in lines if line)
    return f"<qt><div style='max-width:380px'>{shown}</div></qt>" if shown else None


def _more(model: TableModel, item: ProgrammeItem, column: Column) -> list[str]:
    say = model.desk.phrases.say
    if column is START:
        marks = [say(_CERTAINTIES[item.certainty])] if item.certainty in _CERTAINTIES else []
        return [*marks, *([say(N_("Fixed time"))] if item.fixed else [])]
    if column is TITLE:
        shown = model.text(item, column)
        others = (item.title.own(language) for language in LANGUAGES)
        return [*(other for other in others if other and other != shown), say(KINDS[item.kind])]
    return []


def accessible_text(model: TableModel, item: ProgrammeItem | None, column: Column | None) -> str:
    """What a screen reader says about a cell: never nothing."""
    say, count = model.desk.phrases.say, model.desk.phrases.count
    if item is None:
        return say(N_("New item"))
    if column is None:
        n = len(model.alarms.of(item.id))
        return count("{n} problem", "{n} problems", n) if n else say(N_("No problems"))
    parts = [model.text(item, column) or say(N_("empty"))]
    if column is START:
        parts += _more(model, item, column)
    if column is TITLE:
        parts += _state(model, item)
    return ", ".join(parts)


def _state(model: TableModel, item: ProgrammeItem) -> list[str]:
    """What a glance at the row shows by looks alone."""
    say = model.desk.phrases.say
    found = [say(KINDS[item.kind])]
    if item.status is ItemStatus.CANCELLED:
        found.append(say(N_("Cancelled")))
    if item.status is ItemStatus.TENTATIVE:
        found.append(say(N_("Tentative")))
    if item.visibility is not Visibility.PUBLIC:
        found.append(say(N_("Internal")))
    return found


def description(model: TableModel, item: ProgrammeItem | None, _column: Column | None) -> str:
    """The problems of a row as sentences."""
    if item is None:
        return model.desk.phrases.say(N_("Type here to add an item."))
    return " ".join(problem_lines(model, item))


SAID: Final[Mapping[int, Say]] = {
    Qt.ItemDataRole.ToolTipRole: tip,
    Qt.ItemDataRole.AccessibleTextRole: accessible_text,
    Qt.ItemDataRole.AccessibleDescriptionRole: description,
}
"""What is said in a role of the model."""
