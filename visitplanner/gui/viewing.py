# SPDX-License-Identifier: MIT
"""How the plan is looked at: lanes, days, zoom, panes, colours and language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from visitplanner.gui.bars import Bars
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.timeline.view import Timeline
    from visitplanner.gui.tools import Tools

_LONGEST: Final = 60
LANES: Final = {
    LaneMode.TRACK: ("lanes-track", N_("By tracks")),
    LaneMode.PERSON: ("lanes-person", N_("By people")),
    LaneMode.VENUE: ("lanes-venue", N_("By places")),
    LaneMode.VEHICLE: ("lanes-vehicle", N_("By vehicles")),
    LaneMode.DAY: ("lanes-day", N_("By days")),
}


def day_beside(desk: Desk, step: int) -> None:
    """Shows the day before or after the one shown."""
    days = desk.days
    place = days.index(desk.day) + step
    if 0 <= place < len(days):
        desk.show_day(days[place])


def fill_days(menu: QMenu, desk: Desk) -> None:
    """The days of the visit, to choose from."""
    menu.clear()
    for day in desk.days:
        entry = menu.addAction(dates.short_day_heading(day, desk.language))
        entry.setCheckable(True)
        entry.setChecked(day == desk.day)
        entry.triggered.connect(lambda _=False, day=day: desk.show_day(day))


def show_edits(bars: Bars, desk: Desk) -> None:
    """Names the step that undo would take back and the one that redo would restore."""
    say = desk.phrases.say
    undo, redo = desk.session.undo_message, desk.session.redo_message
    begun = desk.session.begins  # undo stops there: what was before is not in this file
    nothing = say(N_("Undo: the history of this file begins here")) if begun else say(N_("Undo"))
    texts = {
        "undo": say(N_("Undo: {edit}"), edit=_short(desk.say(undo))) if undo else nothing,
        "redo": say(N_("Redo: {edit}"), edit=_short(desk.say(redo))) if redo else say(N_("Redo")),
    }
    for name, text in texts.items():
        action = bars.actions[name]
        action.setText(text)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text}  {keys}")


def _short(name: str) -> str:
    """The name of an edit inside a menu entry: without its capital, and not too long."""
    lowered = name[:1].lower() + name[1:]
    if len(lowered) <= _LONGEST:
        return lowered
    mark = lowered[-1] if lowered[-1] in "»”" else ""
    return f"{lowered[:_LONGEST].rsplit(' ', 1)[0]}…{mark}"


def show_choice(bars: Bars, tools: Tools, desk: Desk, timeline: Timeline) -> None:
    """Shows how lanes are chosen, and that some are out of sight."""
    phrases, layout = desk.phrases, timeline.scene.layout
    bars.tick("ripple", ticked=timeline.ripple)
    bars.tick("only-problems", ticked=layout.choice.troubled)
    gone = len(layout.choice.hidden & {*layout.all_keys})
    marks = [phrases.say(N_("with problems"))] if layout.choice.troubled else []
    marks += [phrases.count("{n} hidden", "{n} hidden", gone)] if gone else []
    text = tools.lanes.text()
    if marks:
        tools.lanes.setText(f"{text}\u00a0*")  # the words themselves would push the toolbar apart
        text = f"{text} ({', '.join(marks)})"
    tools.lanes.setToolTip(text)
    tools.lanes.setAccessibleName(text)


def show_sight(bars: Bars, tools: Tools, desk: Desk) -> None:
    """Shows in the toolbar which day and which lanes are shown."""
    phrases = desk.phrases
    weekday = dates.short_weekday(desk.day, phrases.language)
    tools.day.setText(f"{dates.day_and_month(desk.day, phrases.language)}, {weekday}")
    if desk.lanes in LANES:
        name, text = LANES[desk.lanes]
        bars.tick(name)
        tools.lanes.setText(f"{phrases.say(N_('Lanes'))}: {phrases.say(text).lower()}")
