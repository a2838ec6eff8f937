# SPDX-License-Identifier: MIT
"""What the window and the process that prints say to each other through pipes; no Qt.

A frame is the lengths of its head and of its body, the head as JSON, and the body as bytes. The
window asks one thing at a time and waits for the answer before it asks the next.
"""

from __future__ import annotations

import struct
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from visitplanner.domain.text import Value
from visitplanner.exports.pdf.findings import PrintFinding
from visitplanner.exports.pdf.places import PlaceOnPaper
from visitplanner.publishing import Order

if TYPE_CHECKING:
    from typing import BinaryIO

_LENGTHS: Final = struct.Struct(">II")


class Make(Value, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """A paper is wanted; the body is the JSON of the visit, then that of its record."""

    number: int
    order: Order
    today: date
    visit_size: int
    """How much of the body is the visit."""


class Draw(Value, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """A strip of a page of the last paper is wanted as pixels."""

    number: int
    page: int
    width: int
    """Of the whole page, in pixels."""
    top: int
    height: int


class Made(Value, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """A paper; the body is the PDF."""

    number: int
    sheets: tuple[tuple[float, float], ...]
    places: tuple[PlaceOnPaper, ...]
    findings: tuple[PrintFinding, ...]


class Drawn(Value, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """A strip; the body is its rows of pixels, four bytes each: blue, green, red, nothing."""

    asked: Draw


class Failed(Value, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """It went wrong; `where` names places in the program, no text of the visit."""

    number: int
    fault: str
    where: str


Request = Make | Draw
Answer = Made | Drawn | Failed
_ENCODER: Final = msgspec.json.Encoder()
_REQUESTS: Final = msgspec.json.Decoder(Request)
_ANSWERS: Final = msgspec.json.Decoder(Answer)


def frame(head: Request | Answer, body_size: int) -> bytes:
    """What stands before a body."""
    encoded = _ENCODER.encode(head)
    return _LENGTHS.pack(len(encoded), body_size) + encoded


def read_request(stream: BinaryIO) -> tuple[Request, bytes] | None:
    """The next request; None when the window is gone."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_size, body_size = _LENGTHS.unpack(lengths)
    head, body = stream.read(head_size), stream.read(body_size)
    if len(head) < head_size or len(body) < body_size:
        return None
    return _REQUESTS.decode(head), body


class Answers:
    """Puts answers together from the pieces in which they come."""

    def __init__(self) -> None:
        self._held = bytearray()

    def take(self, piece: bytes | bytearray | memoryview) -> tuple[Answer, bytes] | None:
        """A whole answer, once its last piece is there."""
        self._held += piece
        if len(self._held) < _LENGTHS.size:
            return None
        head_size, body_size = _LENGTHS.unpack_from(self._held)
        begin = _LENGTHS.size + head_size
        if len(self._held) < begin + body_size:
            return None
        with memoryview(self._held) as held:
            head = _ANSWERS.decode(held[_LENGTHS.size : begin])
            body = bytes(held[begin : begin + body_size])
        del self._held[: begin + body_size]
        return head, body
