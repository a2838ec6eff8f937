# SPDX-License-Identifier: MIT
"""Words inside a visit: text per language, messages to be worded later, classes of visibility."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from visitplanner.domain.period import LocalTime

Language = Literal["ru", "be", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ru", "be", "en")
_NEXT_BEST: Final[Mapping[Language, tuple[Language, ...]]] = {
    "ru": ("ru", "be", "en"),
    "be": ("be", "ru", "en"),
    "en": ("en", "ru", "be"),
}


class Visibility(StrEnum):
    """Who may read a thing; each class includes the readers of the stricter ones."""

    PUBLIC = "public"  # guests and press
    INTERNAL = "internal"  # the organisers
    RESTRICTED = "restricted"  # a narrow circle

    @property
    def strictness(self) -> int:
        """0 for public, rising."""
        return _STRICTNESS[self]

    def admits(self, what: Visibility) -> bool:
        """Whether readers of this class may read a thing of that class."""
        return what.strictness <= self.strictness


_STRICTNESS: Final = {v: n for n, v in enumerate(Visibility)}

# A field's class is declared once, where the field is: `notes: Annotated[Text, INTERNAL]`.
INTERNAL: Final = Meta(extra={"visibility": Visibility.INTERNAL})
RESTRICTED: Final = Meta(extra={"visibility": Visibility.RESTRICTED})


class Value(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all values of the domain: frozen, compared by content, strict when read."""


class Entity(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all values that stand in a collection of the visit under their `id`."""

    id: str


class Text(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One text in up to three languages; `stale` names those older than the last edit."""

    ru: str = ""
    be: str = ""
    en: str = ""
    stale: tuple[Language, ...] = ()

    def own(self, language: Language) -> str:
        """The string in exactly this language, empty when missing."""
        return self.ru if language == "ru" else self.en if language == "en" else self.be

    def best(self, language: Language) -> str:
        """The string in this language, else in the next best one, else empty."""
        for candidate in _NEXT_BEST[language]:
            if found := self.own(candidate):
                return found
        return ""

    def __bool__(self) -> bool:
        return bool(self.ru or self.be or self.en)

    def edited(self, language: Language, string: str) -> Text:
        """The text with one language rewritten; the other filled ones become stale."""
        if string == self.own(language):
            return self
        stale = tuple(x for x in LANGUAGES if x != language and self.own(x))
        return replace(self, **{language: string}, stale=stale)


NO_TEXT: Final = Text()


class Case(StrEnum):
    """The six Russian cases."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    PREP = "prep"


class Forms(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Russian case forms set by hand; an empty one is left to the generator."""

    nom: str = ""
    gen: str = ""
    dat: str = ""
    acc: str = ""
    ins: str = ""
    prep: str = ""

    def own(self, case: Case) -> str:
        """The form set by hand, or empty."""
        return str(getattr(self, case.value))


NO_FORMS: Final = Forms()


class Ref(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="ref"):
    """A thing of the visit inside a message, named at display in the reader's language."""

    collection: str
    ids: tuple[str, ...]
    case: Case = Case.NOM


class Quote(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="quote"):
    """A text of the visit inside a message, kept as it was when the message was made."""

    text: Text


class Clock(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="clock"):
    """A local time inside a message; the day is shown when `day` is set."""

    time: LocalTime
    day: bool = False


class Day(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="day"):
    """A calendar day inside a message."""

    day: date


MessageArg = str | int | Ref | Quote | Clock | Day


class Message(Value, frozen=True, forbid_unknown_fields=True):
    """A sentence not yet in any language: English source with {names}, and their values.

    With `plural`, the argument named "n" chooses between msgid (one) and plural (many).
    """

    msgid: str
    args: Mapping[str, MessageArg] = {}
    plural: str = ""


def message(msgid: str, plural: str = "", **args: MessageArg) -> Message:
    """A message with its arguments by name."""
    return Message(msgid, args, plural)


Hours = Annotated[str, Meta(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")]
"""A time of day without a date, `HH:MM`; 24:00 is the end of the day."""
