# SPDX-License-Identifier: MIT
"""The window's own words in its language: English msgids become text where they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from visitplanner.domain.text import Language, Message
    from visitplanner.domain.visit import Visit


class Phrases:
    """Everything the window says, in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogue = translator(language)

    def say(self, msgid: str, **values: str | int) -> str:
        """A phrase with its values filled in."""
        text = self._catalogue.gettext(msgid) if msgid else ""
        return text.format(**values) if values else text

    def count(self, one: str, many: str, n: int) -> str:
        """A phrase in the plural that fits the number, which fills {n}."""
        return self._catalogue.ngettext(one, many, n).format(n=n)

    def sentence(self, message: Message, visit: Visit | None) -> str:
        """A message of the domain, the rules or the store."""
        from visitplanner.words.message import render

        return render(message, visit, self.language)
