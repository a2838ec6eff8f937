# SPDX-License-Identifier: MIT
"""`override` for modules an empty window needs: its library takes longer to load than they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    F = TypeVar("F")

    def override(method: F) -> F:
        """Says that a method replaces one of a base class; the type checker sees to it."""
        return method


__all__ = ["override"]
