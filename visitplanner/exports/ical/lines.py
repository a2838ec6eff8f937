# SPDX-License-Identifier: MIT
"""Content lines: values written as they are to stand there, and folding at 75 octets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar.parser import Parameters

_OCTETS: Final = 75  # RFC 5545 3.1, without the line break
_CONTINUED: Final = 0x80  # the upper bits of an octet inside a UTF-8 character
_CONTINUED_MASK: Final = 0xC0


class Raw(str):
    """A value that stands in the file letter for letter.

    icalendar's own text turns a backslash before a capital N into a line break (7.3.0), which
    eats file names; what it writes for values of this kind is decided here alone.
    """

    __slots__ = ("params",)
    params: Parameters

    def to_ical(self) -> bytes:
        """What icalendar asks of a value."""
        return self.encode()


def text(value: str) -> Raw:
    """A TEXT value, escaped (RFC 5545 3.3.11)."""
    return Raw(
        value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    )


def texts(values: Iterable[str]) -> Raw:
    """Several TEXT values on one line."""
    return Raw(",".join(text(value) for value in values))


def folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, none cut within a letter or an escape."""
    octets = line.encode()
    if len(octets) <= _OCTETS:
        return octets
    pieces = []
    start, room = 0, _OCTETS
    while len(octets) - start > room:
        end = _cut(octets, start, start + room)
        pieces.append(octets[start:end])
        start, room = end, _OCTETS - 1  # the space that marks a continued line
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces)


def _cut(octets: bytes, start: int, end: int) -> int:
    while octets[end] & _CONTINUED_MASK == _CONTINUED:
        end -= 1
    for mark in (b"\\", b"^"):  # of TEXT; of parameters (RFC 6868)
        before = octets[start:end]
        if (len(before) - len(before.rstrip(mark))) % 2:
            return end - 1
    return end
