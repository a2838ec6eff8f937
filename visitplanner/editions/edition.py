# SPDX-License-Identifier: MIT
"""The catalogue of papers: each names its readers, and every export takes one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Value, Visibility

if TYPE_CHECKING:
    from collections.abc import Mapping


class Edition(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of paper: for whom it is, what it is called, what its files are called."""

    name: str
    audience: Visibility
    title: str
    """English msgid of its name in menus."""
    file_mark: str = ""
    """Ends the names of its files, so that nobody sends an internal one by mistake."""
    ascii_mark: str = ""
    """The same in ASCII, for calendar files."""


OFFICIAL: Final = Edition(
    name="official",
    audience=Visibility.PUBLIC,
    title="Official programme",
)
WORKING: Final = Edition(
    name="working",
    audience=Visibility.INTERNAL,
    title="Working programme",
    file_mark="_служебное",
    ascii_mark="_internal",
)
EDITIONS: Final[Mapping[str, Edition]] = {e.name: e for e in (OFFICIAL, WORKING)}
