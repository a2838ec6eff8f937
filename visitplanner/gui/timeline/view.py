# SPDX-License-Identifier: MIT
"""The timeline widget: the plan of a day, edited by mouse and keys through the session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from visitplanner.domain.kinds import Kind
from visitplanner.gui import theme as looks
from visitplanner.gui.timeline import accessible, keys
from visitplanner.gui.timeline.arranging import Arranging
from visitplanner.gui.timeline.commands import Commands
from visitplanner.gui.timeline.lanes import lane_names
from visitplanner.gui.timeline.layout import Choice
from visitplanner.gui.timeline.pointer import Pointer
from visitplanner.gui.timeline.scene import Scene
from visitplanner.gui.timeline.selection import Selection
from visitplanner.gui.timeline.stage import Stage
from visitplanner.gui.timeline.titling import Titling
from visitplanner.gui.timeline.tooltip import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent

    from visitplanner.domain.text import Language
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.timeline.lanes import LaneMode
    from visitplanner.session.session import Notice, Session

_QUICK_MS: Final = 700
"""Keyboards begin to repeat a key that is held down after half a second."""


class Timeline(Stage):
    """The plan of a day; it changes the visit through the session only."""

    selection_changed = Signal(tuple)
    """Ids of the selected items, the current one first."""
    day_changed = Signal(object)
    """A date: another day is shown."""
    edit_failed = Signal(str)
    """Why an edit was refused."""
    write_failed = Signal(str)
    """Why an edit could not be written to the file."""
    status = Signal(str)
    menu_wanted = Signal(object)
    """A QPoint of the screen: a menu for the selected items, or for the empty ground."""
    lane_menu_wanted = Signal(str, object)
    """A lane, or none, and a QPoint of the screen."""
    arranged = Signal()
    """The user has hidden, moved or filtered lanes."""

    def __init__(
        self,
        session: Session,
        language: Language,
        *,
        theme: Theme = looks.LIGHT,
        scene: Scene | None = None,
        parent: QWidget | None = None,
    ) -> None:
        scene = scene or Scene(session.visit, session.problems, Choice(), language)
        super().__init__(scene, theme, parent)
        self.session: Final = session
        self.commands: Final = Commands(
            session, language, self.edit_failed.emit, self.write_failed.emit
        )
        self.chosen: Final[Selection] = Selection()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.pointer: Final = Pointer(self)
        self.titling: Final = Titling(self)
        self.arranging: Final = Arranging(self)
        self.shelf.picked.connect(lambda key: self.select((key,)))
        self.shelf.pulled.connect(self._pull)
        self.shelf.put_down.connect(self.pointer.put_down)
        self.shelf.menu_wanted.connect(lambda _, point: self.menu_wanted.emit(point))
        self.header.moved.connect(self.arranging.move)
        self.header.menu_wanted.connect(self.lane_menu_wanted.emit)
        self._nudges = 0
        self._nudged: tuple[str, ...] = ()
        self._since_nudge = QElapsedTimer()
        self.ripple = False
        """Whether moves to later push what follows; Shift while dragging turns it round."""
        self._stop = session.observe(self._told)
        accessible.install()
        self.fit()

    # What is shown

    def choose(self, choice: Choice) -> None:
        """Shows another day, other lanes."""
        before = self.choice
        if choice == before:
            return
        self.pointer.cancel()
        self._show(choice)
        if choice.day != before.day:
            self.show_first()
            self.day_changed.emit(self.scene.day)

    def set_mode(self, mode: LaneMode) -> None:
        """Lays the plan out by tracks, people, venues, vehicles or days."""
        if mode is self.choice.mode:
            return
        self.choose(Choice(mode, self.choice.day))

    def set_day(self, day: date) -> None:
        """Shows a day."""
        kept = self.choice
        self.choose(replace(kept, day=day))

    def step_day(self, steps: int) -> None:
        """Shows the day so many days later."""
        self.set_day(self.scene.day_beside(steps))

    def _pull(self, key: str, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.pointer.pull(key, self.viewport().mapFromGlobal(point), modifiers)

    def let_go(self) -> None:
        """Listens to the session no more; the window calls it when it drops the timeline."""
        self.titling.finish()
        self._stop()

    def _told(self, notice: Notice) -> None:
        """The visit has changed."""
        self.pointer.cancel()
        self._show(self.choice)
        self.show_hours_of_selection()
        gone = [key for key in self.chosen.ids if key not in notice.visit.items]
        if gone:
            self.select(key for key in self.chosen.ids if key not in gone)

    def _show(self, choice: Choice) -> None:
        session = self.session
        self.canvas.show(Scene(session.visit, session.problems, choice, self.language, self.scene))
        self.fit()

    def lane_titles(self) -> list[tuple[str, str]]:
        """Key and name of all lanes of the day, those not shown as well."""
        scene = self.scene
        mode, language = scene.choice.mode, self.language
        return [
            (key, lane_names(scene.visit, scene.roster, mode, key, language)[0])
            for key in scene.layout.all_keys
        ]

    # Selection

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected items, the current one first."""
        return self.chosen.ids

    def select(self, ids: Iterable[str], *, reveal: bool = True) -> None:
        """Selects items, the first of them as the current one."""
        before = self.chosen.ids
        if not self.chosen.choose(key for key in ids if key in self.scene.visit.items):
            return
        self.canvas.selected = frozenset(self.chosen.ids)
        self.canvas.current = self.chosen.current
        self.shelf.mark(self.canvas.selected)
        self.show_hours_of_selection()
        self.redraw(self.canvas.touch({*before, *self.chosen.ids}))
        if reveal and self.chosen.current:
            self.reveal(self.chosen.current)
        accessible.tell_focus(self)
        self.selection_changed.emit(self.chosen.ids)

    def show_hours_of_selection(self) -> None:
        """Marks start and end of the current item on the ruler."""
        blocks = self.scene.layout.pieces.get(self.chosen.current)
        self.ruler.mark((blocks[0].top, blocks[0].bottom) if blocks else None)

    def reveal(self, item: str) -> None:
        """Shows the day of an item and scrolls to it."""
        found = self.scene.visit.items.get(item)
        if found is None or self.reveal_item(item) or found.start is None:
            return
        self.set_day(found.start.date)
        self.arranging.reveal(item)
        self.reveal_item(item)

    # What can be done to the selected items

    def delete_selected(self) -> None:
        """Removes them; undo brings them back."""
        self.commands.remove(self.selection)

    def duplicate_selected(self) -> None:
        """Copies them to right after them."""
        fresh = self.commands.duplicate(self.selection)
        if fresh:
            self.select(fresh)

    def align_selected(self, *, ends: bool) -> None:
        """Lets them start, or end, with the current one."""
        self.commands.align(self.selection, ends=ends)

    def untime_selected(self) -> None:
        """Takes their times off: they stand on the shelf."""
        self.commands.untime(self.selection)

    def toggle_fixed(self) -> None:
        """Fixes their times, or lets them go."""
        self.commands.fix(self.selection)

    def nudging(self, deed: str, *, repeated: bool | None = None) -> str:
        """The merge key of a nudge: a key held down makes one step of undo.

        Where it is not known whether the key is held down, quick strokes are taken for that.
        """
        nudged, self._nudged = self._nudged, (deed, *self.selection)
        if repeated is None:
            repeated = self._since_nudge.isValid() and self._since_nudge.elapsed() < _QUICK_MS
        self._since_nudge.restart()
        if not repeated or nudged != self._nudged:
            self._nudges += 1
        return f"nudge {self._nudges}"

    def move_selected(self, minutes: int, merge: str | None = None) -> None:
        """Moves them."""
        if self.ripple and minutes > 0:
            self.commands.ripple(self.selection, minutes, merge)
        else:
            self.commands.shift(self.selection, minutes, merge)
        self._show_current()

    def stretch_selected(self, minutes: int, merge: str | None = None) -> None:
        """Moves the end of the current one."""
        self.commands.stretch(self.chosen.current, minutes, merge)
        self._show_current()

    def _show_current(self) -> None:
        # Only to its place: a lane that the filter has just taken away stays away.
        found = self.scene.visit.items.get(self.chosen.current)
        if found is not None and not self.reveal_item(found.id) and found.start is not None:
            self.set_day(found.start.date)
            self.reveal_item(found.id)

    def edit_title(self) -> None:
        """Opens the title of the current one."""
        if self.chosen.current:
            self.titling.rename(self.chosen.current)

    def new_item(self, kind: Kind = Kind.OTHER) -> None:
        """Begins an item after the current one; it is stored when its title is typed."""
        self.titling.begin_after(self.chosen.current, kind)

    # Events

    @override
    def scrolled(self) -> None:
        self.titling.follow()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self._tell(event)  # type: ignore[arg-type]
            return True
        if event.type() is QEvent.Type.ContextMenu:
            self._ask_menu(event)  # type: ignore[arg-type]
            return True
        if event.type() is QEvent.Type.Leave:
            self.pointer.left()
        return super().viewportEvent(event)

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        """The secondary button selects what is under it, as everywhere."""
        point = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            block = self.block_at(QPointF(event.pos()))
            if block is None or block.item not in self.selection:
                self.select((block.item,) if block else (), reveal=False)
        elif (rect := self.rect_of(self.chosen.current)) is not None:
            point = self.viewport().mapToGlobal(rect.center())
        self.menu_wanted.emit(point)

    def _tell(self, event: QHelpEvent) -> None:
        block = self.block_at(QPointF(event.pos()))
        if block is None or self.pointer.busy:
            QToolTip.hideText()
            return
        rect = self.canvas.rect_of(block).toAlignedRect().translated(-self.offset)
        text = tooltip(self.scene, block.item, self.canvas.theme)
        QToolTip.showText(event.globalPos(), text, self.viewport(), rect)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.pressed(self, event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus(has=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus(has=False)

    def _focus(self, *, has: bool) -> None:
        self.canvas.focused = has
        self.redraw(self.canvas.touch(self.chosen.ids))
