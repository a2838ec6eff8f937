# SPDX-License-Identifier: MIT
"""Everything about a block in one tooltip."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from visitplanner.domain.programme import Certainty
from visitplanner.domain.text import LANGUAGES
from visitplanner.words import dates
from visitplanner.words.catalogue import translator
from visitplanner.words.message import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.timeline.scene import Scene


def tooltip(scene: Scene, item_id: str, theme: Theme) -> str:
    """Rich text; what the visit holds is escaped."""
    item = scene.visit.items[item_id]
    language = scene.language
    _ = translator(language).gettext
    face = scene.faces.of(item)
    muted = theme.muted.name()
    parts = [f"<b>{escape(face.title)}</b>"]
    parts += [
        f"<span style='color:{muted}'>{escape(other)}</span>"
        for tongue in LANGUAGES
        if tongue != language and (other := item.title.own(tongue)) and other != face.title
    ]
    length = dates.length_text(item.minutes, language) if item.timed else ""
    parts.append(escape(" · ".join(text for text in (face.time, length) if text)))
    if face.place:
        parts.append(escape(face.place))
    if face.people:
        parts.append(escape(face.people))
    parts += [f"<span style='color:{muted}'>{escape(mark)}</span>" for mark in _marks(item, _)]
    for problem in scene.alarms.of(item_id):
        colour = theme.severity(problem.severity).name()
        sentence = escape(render(problem.message, scene.visit, language))
        parts.append(f"<span style='color:{colour}'><b>{problem.code}</b> {sentence}</span>")
    body = "".join(f"<p style='margin:0 0 3px 0'>{part}</p>" for part in parts if part)
    return f"<qt><div style='max-width:380px'>{body}</div></qt>"


def _marks(item: ProgrammeItem, _: Callable[[str], str]) -> list[str]:
    """Status, certainty and class in words."""
    found = []
    status = {"tentative": _("Tentative"), "cancelled": _("Cancelled")}.get(item.status.value)
    certainty = {
        Certainty.ABOUT: _("About this time"),
        Certainty.TO_BE_CONFIRMED: _("Time to be confirmed"),
    }.get(item.certainty)
    if status:
        found.append(status)
    if certainty:
        found.append(certainty)
    if item.fixed:
        found.append(_("Fixed time"))
    visibility = {"internal": _("Internal"), "restricted": _("Restricted")}
    if mark := visibility.get(item.visibility.value):
        found.append(mark)
    return [" · ".join(found)] if found else []
