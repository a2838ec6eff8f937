# SPDX-License-Identifier: MIT
"""What only a print can show: text that does not fit, letters that are missing."""

from __future__ import annotations

from typing import Final

from visitplanner.domain.text import Message, Value, message
from visitplanner.words.catalogue import N_


class PrintFinding(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finding about one print, a warning always; codes are those of protocol.md section 4."""

    code: str
    name: str
    message: Message
    items: tuple[str, ...] = ()
    """Ids of the items it is about; none when it is about the rest of the paper."""


_TORN: Final = N_("The word “{word}” is wider than its column and was divided.")
_MISSING: Final = N_("The typeface {face} has no picture for: {letters}")


def torn(word: str, items: tuple[str, ...] = ()) -> PrintFinding:
    """A word that had to be cut between any two letters (O04)."""
    return PrintFinding(
        code="O04",
        name="text-does-not-fit",
        message=message(_TORN, word=word),
        items=items,
    )


def missing(letters: str, face: str, items: tuple[str, ...] = ()) -> PrintFinding:
    """Characters that print as empty boxes (O05)."""
    return PrintFinding(
        code="O05",
        name="letter-missing",
        message=message(_MISSING, face=face, letters=letters),
        items=items,
    )
