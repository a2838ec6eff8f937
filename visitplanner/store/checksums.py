# SPDX-License-Identifier: MIT
"""Proof that a file holds what was written: a sum per row, sums of all rows, a chain of edits."""

from __future__ import annotations

from functools import reduce
from hashlib import blake2b
from operator import xor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE: Final = 16


def row_sum(table: str, key: str, data: bytes) -> bytes:
    """The sum of one row: where it stands, under which key, and its bytes."""
    return blake2b(key.encode() + b"\0" + data, digest_size=SIZE, person=table.encode()).digest()


def number_of(row: bytes) -> int:
    """A row's sum as a number, so that sums of many rows can be put together."""
    return int.from_bytes(row, "big")


def together(rows: Iterable[bytes]) -> int:
    """One number for a set of rows, whatever their order.

    A row is put in, or taken out again, by `xor`: an edit touches only its own rows, and the
    number still stands for all of them.
    """
    return reduce(xor, map(number_of, rows), 0)


def packed(total: int) -> bytes:
    """The number of `together` as the bytes that are stored."""
    return total.to_bytes(SIZE, "big")


def digest(*parts: bytes) -> bytes:
    """The sum of some parts in this order; their borders count."""
    whole = blake2b(digest_size=SIZE)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()
