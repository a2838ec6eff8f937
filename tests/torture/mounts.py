# SPDX-License-Identifier: MIT
"""Small disks in memory, where the system lets one be mounted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _mount(*words: str) -> bool:
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


@contextmanager
def mounted(options: str) -> Iterator[Path | None]:
    """An empty disk; None where none may be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield None
        return
    with tempfile.TemporaryDirectory() as name:
        if not _mount("mount", "-t", "tmpfs", "-o", options, "tmpfs", name):
            yield None
            return
        try:
            yield Path(name)
        finally:
            _mount("umount", "--lazy", name)


@contextmanager
def bound(disk: Path, place: Path) -> Iterator[Callable[[], bool] | None]:
    """A disk that is at another place as well; the answer takes it away from there."""
    place.mkdir()
    if not _mount("mount", "--bind", str(disk), str(place)):
        yield None
        return
    try:
        yield lambda: _mount("umount", "--lazy", str(place))
    finally:
        _mount("umount", "--lazy", str(place))


def remount(disk: Path, options: str) -> bool:
    """Whether a mounted disk took other options, as when a share becomes read-only."""
    return _mount("mount", "-o", f"remount,{options}", str(disk))
