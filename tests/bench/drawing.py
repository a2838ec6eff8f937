# SPDX-License-Identifier: MIT
"""The timeline: a full repaint and a drag frame, drawn off screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.measure import Row


def rows() -> Iterator[Row]:
    """Drawing rows of design.md section 9."""
    yield from ()
