# SPDX-License-Identifier: MIT
"""Typing a title on the timeline: of an item there is, or of one just drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt

from visitplanner.gui.timeline.faces import Face
from visitplanner.gui.timeline.lanes import midnight
from visitplanner.gui.timeline.lifetime import alive
from visitplanner.gui.timeline.notes import span_text
from visitplanner.gui.timeline.overlay import Floating
from visitplanner.gui.timeline.selection import edge
from visitplanner.gui.timeline.title_editor import TitleEditor
from visitplanner.gui.timeline.typesetter import Role
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.timeline.gestures import Gesture
    from visitplanner.gui.timeline.plate import Plate
    from visitplanner.gui.timeline.view import Timeline

_LEAST_WIDTH: Final = 180
_INSET: Final = 5


class Titling:
    """What title is being typed, and what becomes of it."""

    def __init__(self, view: Timeline) -> None:
        self._view: Final = view
        self.editor: Final = TitleEditor(view.viewport())
        self.editor.setAccessibleName(translator(view.language).gettext("Title"))
        self.editor.taken.connect(self._take)
        self.editor.let_go.connect(self._let_go)
        self._item = ""
        self._draft: ProgrammeItem | None = None
        self._place = QRect()

    def rename(self, item: str) -> None:
        """Opens the title of an item; not in a file that cannot be written."""
        view = self._view
        if not view.session.writable:
            view.status.emit(view.session.read_only_reason)
            return
        view.select((item,))
        blocks = view.scene.layout.pieces.get(item)
        if not blocks:
            return
        self._item, self._draft = item, None
        self._open(
            view.canvas.rect_of(blocks[0]).toAlignedRect(),
            view.scene.visit.items[item].title.best(view.language),
        )

    def begin(self, draft: ProgrammeItem, rect: QRect) -> None:
        """Opens an empty title for an item that is not stored yet."""
        self._item, self._draft = "", draft
        view = self._view
        face = view.scene.faces.of_draft(draft)
        view.overlay.plates = [Floating(view.canvas.fresh(rect.toRectF(), face))]
        view.redraw()
        self._open(rect, "")

    def draw_new(self, gesture: Gesture) -> None:
        """A new item where the mouse drew it."""
        view = self._view
        _, start, end = gesture.spans()[0]
        lane = view.scene.layout.lanes[gesture.lane]
        draft = view.commands.drafted(view.choice.mode, lane.key, start, end)
        rect = view.canvas.rect(
            gesture.lane, gesture.lane + 1, start - lane.origin, end - lane.origin
        )
        self.begin(draft, rect.toAlignedRect())

    def draft_plates(self, gesture: Gesture) -> list[Plate]:
        """The new item while the mouse draws it."""
        view = self._view
        _, start, end = gesture.spans()[0]
        lane = view.scene.layout.lanes[gesture.lane]
        rect = view.canvas.rect(
            gesture.lane, gesture.lane + 1, start - lane.origin, end - lane.origin
        )
        title = translator(view.language).gettext("New item")
        return [view.canvas.fresh(rect, Face.fresh(title, span_text(view.scene, start, end)))]

    def begin_after(self, item: str, kind: Kind) -> None:
        """A new item right after another one, or where there is room on an empty day."""
        view = self._view
        if not view.session.writable:
            view.status.emit(view.session.read_only_reason)
            return
        layout = view.scene.layout
        after = item if item in layout.pieces else edge(layout, last=True)
        if after is None:
            draft = view.commands.drafted_alone(view.scene.day, kind)
            first, last, origin = 0, 0, midnight(view.scene.day)
        else:
            draft = view.commands.drafted_after(after, kind)
            block = layout.pieces[after][0]
            first, last = block.first, block.last
            origin = layout.lanes[first].origin
        if draft.start is None or draft.end is None:
            return
        rect = view.canvas.rect(
            first, last + 1, draft.start.minutes - origin, draft.end.minutes - origin
        ).toAlignedRect()
        bar = view.verticalScrollBar()
        if rect.top() < bar.value() or rect.bottom() > bar.value() + view.viewport().height():
            bar.setValue(rect.center().y() - view.viewport().height() // 2)
        self.begin(draft, rect)

    def follow(self) -> None:
        """Keeps the field on its block when the timeline is scrolled."""
        if self.editor.is_open:
            self._lay()

    def _open(self, rect: QRect, title: str) -> None:
        self._place = rect
        self.editor.setFont(self._view.canvas.type.fonts[Role.TITLE])
        self.editor.dress(self._view.canvas.theme)
        self._lay()
        self.editor.open(title)

    def _lay(self) -> None:
        rect = self._place.translated(-self._view.offset)
        height = round(self._view.canvas.type.heights[Role.TITLE]) + 4
        width = max(_LEAST_WIDTH, rect.width() - 2 * _INSET)
        self.editor.setGeometry(rect.x() + _INSET, rect.y() + 1, width, height)

    def finish(self) -> None:
        """Takes what has been typed, as when the window is closed."""
        if self.editor.is_open:
            self._take(self.editor.text().strip())

    def _take(self, title: str) -> None:
        view = self._view
        if not alive(view):
            return
        item, draft = self._item, self._draft
        if draft is not None:
            if title:
                if not view.commands.create(draft, title):
                    self.editor.open(title)
                    return
                item = draft.id
        elif title and item in view.scene.visit.items and not view.commands.rename(item, title):
            self.editor.open(title)
            return
        self._let_go()
        if item in view.scene.visit.items:
            view.select((item,), reveal=False)

    def _let_go(self) -> None:
        view = self._view
        self._item, self._draft = "", None
        had_focus = self.editor.hasFocus()
        self.editor.shut()
        view.overlay.clear()
        view.redraw()
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
