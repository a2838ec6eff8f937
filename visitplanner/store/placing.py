# SPDX-License-Identifier: MIT
"""New files that appear whole or not at all, and never over another."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from visitplanner.store import refusals
from visitplanner.store.schema import has_room, is_within_reach

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKSHOP_PREFIX: Final = ".visit-"
_WORKSHOP: Final = f"{WORKSHOP_PREFIX}xxxxxxxx"
_NEW: Final = "new.visit"


def flush(path: Path) -> None:
    """Waits until the file is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_names(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where that can be asked for.

    Some shares know no such thing, and a folder may be written to that cannot be listed: the
    names are there all the same.
    """
    try:
        flush(folder)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF}:
            raise


def _put(made: Path, target: Path) -> None:
    """Gives a finished file its name; FileExistsError when the name is taken."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:  # no second names on this file system, as on FAT
        if target.exists() or target.is_symlink():
            raise FileExistsError(str(target)) from None
        made.rename(target)


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A path for a file in the making, in a folder of its own that goes when all is done."""
    shop = Path(mkdtemp(prefix=WORKSHOP_PREFIX, dir=folder))
    try:
        yield shop / _NEW
    finally:
        rmtree(shop, ignore_errors=True)


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """A path to write a new file to; when all went well the file is durable under its name.

    StoreError when the target is there already or cannot be made; nothing is left behind then.
    """
    # Unlike the questions of pathlib these answer names that are too long, too.
    if os.path.lexists(target):
        raise refusals.exists(target)
    if not has_room(target) or not is_within_reach(target.parent / _WORKSHOP / _NEW):
        raise refusals.too_long(target)
    if not os.path.isdir(target.parent):  # noqa: PTH112
        raise refusals.no_folder(target)
    try:
        with workshop(target.parent) as made:
            yield made
            flush(made)
            _put(made, target)
            flush_names(target.parent)
    except FileExistsError:
        raise refusals.exists(target) from None
    except OSError as error:
        raise refusals.not_made(target, error.strerror or type(error).__name__) from error
