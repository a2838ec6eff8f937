# SPDX-License-Identifier: MIT
"""What stands in the margins of every page: its number, the mark, the stamp of the version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Visibility
from visitplanner.exports.pdf.blocks import LEADING, MM, SetLine, para, set_paras
from visitplanner.exports.pdf.common import say
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.editions.values import ProgrammeView
    from visitplanner.exports.pdf.blocks import Align
    from visitplanner.exports.pdf.pages import PageProfile
    from visitplanner.exports.pdf.typeset import Setter

_FROM_EDGE: Final = 10 * MM
"""Nothing stands nearer to the edge of the sheet (protocol.md section 1)."""
_NUMBER: Final = 12.0
_SMALL: Final = 8.5


class Margins:
    """The margins of one paper."""

    def __init__(self, setter: Setter, view: ProgrammeView, profile: PageProfile) -> None:
        self._setter: Final = setter
        self._view: Final = view
        self._profile: Final = profile

    def lines(self, number: int, count: int) -> list[SetLine]:
        """What stands in the margins of a page."""
        bottom = self._profile.height - _FROM_EDGE - _SMALL * LEADING
        lines = self._line(self._view.stamp, _SMALL, bottom, "left")
        if self._view.audience is Visibility.PUBLIC:
            if number > 1:
                lines += self._line(str(number), _NUMBER, _FROM_EDGE, "centre")
            return lines
        page = say(self._view, N_("page {n} of {count}")).format(n=number, count=count)
        lines += self._line(page, _SMALL, bottom, "right")
        top = _FROM_EDGE
        if not self._view.approved:
            lines += self._line(say(self._view, N_("DRAFT")), _SMALL + 1, top, "left")
        lines += self._line(self._view.mark, _SMALL + 1, top, "right")
        return lines

    def _line(self, text: str, size: float, top: float, align: Align) -> list[SetLine]:
        if not text:
            return []
        profile = self._profile
        lines, _ = set_paras(
            self._setter,
            [para(text, size, align=align)],
            profile.left,
            profile.area_width,
            top,
        )
        return lines[:1]
