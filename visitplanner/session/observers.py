# SPDX-License-Identifier: MIT
"""Who is told of every edit, once and in order."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

N = TypeVar("N")


class Observers(Generic[N]):
    """Callbacks, each told of each notice."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[N], None]] = []
        self._untold: deque[N] = deque()

    def add(self, callback: Callable[[N], None]) -> Callable[[], None]:
        """Calls back until the returned function is called."""
        self._callbacks.append(callback)

        def stop() -> None:
            with suppress(ValueError):
                self._callbacks.remove(callback)

        return stop

    def clear(self) -> None:
        """Tells nobody any more."""
        self._callbacks.clear()

    def tell(self, notice: N) -> None:
        """Tells everybody, in the order of the edits even when an observer makes another one."""
        self._untold.append(notice)
        if len(self._untold) > 1:
            return
        faults: list[Exception] = []
        while self._untold:
            for callback in tuple(self._callbacks):
                try:
                    callback(self._untold[0])
                except Exception as fault:  # noqa: BLE001 -- the others are told all the same
                    faults.append(fault)
            self._untold.popleft()
        if faults:
            raise faults[0]
