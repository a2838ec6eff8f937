# SPDX-License-Identifier: MIT
"""The second door of the store, for what is asked rarely: backups, restoring, erasing."""

from visitplanner.store.backups import Backup, Moment, every, keep, of_file, take_out
from visitplanner.store.erasing import erase, traces
from visitplanner.store.restored import Restored, Source
from visitplanner.store.restoring import is_hopeful, restore

__all__ = [
    "Backup",
    "Moment",
    "Restored",
    "Source",
    "erase",
    "every",
    "is_hopeful",
    "keep",
    "of_file",
    "restore",
    "take_out",
    "traces",
]
