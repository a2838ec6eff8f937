# SPDX-License-Identifier: MIT
"""Message catalogues: English msgids in the source become the reader's language at display."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING

from visitplanner.paths import resources

if TYPE_CHECKING:
    from visitplanner.domain.text import Language


def N_(msgid: str) -> str:  # noqa: N802 -- the name extractors of messages know
    """Marks a string as a msgid; it is translated where it is shown."""
    return msgid


@cache
def translator(language: Language) -> NullTranslations:
    """The translations of a language; what is missing falls back to Russian, then English."""
    found = _compiled(language)
    if language == "be":
        found.add_fallback(translator("ru"))
    return found


def _compiled(language: Language) -> NullTranslations:
    """The compiled catalogue, or one that returns every msgid as it is."""
    path = resources() / "locale" / language / "LC_MESSAGES" / "visitplanner.mo"
    try:
        with path.open("rb") as stream:
            return GNUTranslations(stream)
    except (OSError, ValueError, UnicodeError):
        return NullTranslations()
