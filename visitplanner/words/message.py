# SPDX-License-Identifier: MIT
"""Messages become sentences: translated, in the right plural, with their values filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Clock, Day, Language, Message, MessageArg, Quote, Ref
from visitplanner.words import dates
from visitplanner.words.catalogue import translator
from visitplanner.words.references import AND, named, quoted

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

_HOLE: Final = re.compile(r"([«“„]?)\{([A-Za-z_][A-Za-z0-9_]*)\}")


def render(message: Message, visit: Visit | None, language: Language) -> str:
    """The message as a sentence; what is gone from the visit shows as its id."""
    template = translated(message, language)

    def filled(hole: re.Match[str]) -> str:
        opening, name = hole.groups()
        if name not in message.args:
            return hole.group(0)
        return opening + _value(message.args[name], visit, language, inside=bool(opening))

    # Only the template is searched: braces and percent signs in texts of the visit stay.
    return _HOLE.sub(filled, template)


def translated(message: Message, language: Language) -> str:
    """The sentence in a language with its holes still open."""
    catalogue = translator(language)
    if not message.plural:
        return catalogue.gettext(message.msgid) if message.msgid else ""
    number = message.args.get("n", 0)
    count = abs(number) if isinstance(number, int) else 0
    return catalogue.ngettext(message.msgid, message.plural, count)


def continued(sentence: str, language: Language) -> str:
    """A sentence after a colon: «Отменить: перенос «…»»; English keeps its capital."""
    second = sentence[1:2]
    if language == "en" or second.isupper() or not second.isalpha():
        return sentence
    return sentence[0].lower() + sentence[1:]


def _value(value: MessageArg, visit: Visit | None, language: Language, *, inside: bool) -> str:
    """One argument in words; `inside` quotation marks of the sentence it brings none of its own."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return dates.number_text(value)
    if isinstance(value, Clock):
        return _clock(value, visit, language)
    if isinstance(value, Day):
        return dates.day_and_month(value.day, language)
    if isinstance(value, Quote):
        text = value.text.best(language)
        return quoted(text, language, outer=False) if inside else text
    return _names(value, visit, language, inside=inside)


def _clock(clock: Clock, visit: Visit | None, language: Language) -> str:
    separator = visit.policy.time_separator if visit is not None else "."
    time = dates.time_text(clock.time, language, separator)
    if not clock.day:
        return time
    return f"{dates.day_and_month(clock.time.date, language)}, {time}"


def _names(ref: Ref, visit: Visit | None, language: Language, *, inside: bool) -> str:
    names = [
        named(visit, ref.collection, key, language, ref.case, inside=inside) for key in ref.ids
    ]
    if len(names) < 2:  # noqa: PLR2004 -- nothing to join
        return "".join(names)
    return f"{', '.join(names[:-1])} {AND[language]} {names[-1]}"
