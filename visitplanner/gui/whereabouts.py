# SPDX-License-Identifier: MIT
"""Where files of visits lie: new ones among the user's own, passing ones where others put them."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import datetime

    from visitplanner.domain.visit import Visit

SUFFIX: Final = ".visit"
# Outlook, Internet Explorer's cache, Thunderbird.
_PASSING_FOLDERS: Final = ("Content.Outlook", "INetCache", "mozilla_")


def free_path(folder: Path, name: str) -> Path:
    """A file of this name, numbered when the name is taken."""
    path = folder / f"{name}{SUFFIX}"
    for number in count(2):
        if not path.exists():
            break
        path = folder / f"{name} {number}{SUFFIX}"
    return path


def made_file(folder: Path, name: str, visit: Visit, now: datetime) -> Path:
    """A new file in a folder that may not exist yet; StoreError when it cannot be made."""
    from visitplanner.domain.record import first_record
    from visitplanner.domain.text import message
    from visitplanner.store import create_visit
    from visitplanner.store.contract import StoreError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = N_("The folder {folder} cannot be made ({reason}).")
        reason = error.strerror or ""
        raise StoreError(message(text, folder=str(folder), reason=reason)) from error
    path = free_path(folder, name)
    create_visit(path, visit, first_record(visit, now))
    return path


def is_passing(path: Path) -> bool:
    """Whether a file lies where mail programs and browsers put what they will soon remove."""
    import tempfile

    folder = path.absolute().parent
    return folder == Path(tempfile.gettempdir()) or any(
        part.startswith(_PASSING_FOLDERS) for part in folder.parts
    )
