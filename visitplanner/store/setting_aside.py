# SPDX-License-Identifier: MIT
"""A restored file put in the place of the damaged one, which stays beside under another name."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Final

from visitplanner.store import refusals
from visitplanner.store.placing import flush, flush_names, workshop
from visitplanner.store.recovery import journal_of

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED: Final = ".damaged"
"""In the name of the damaged file, before its suffix."""


def put_in_place(path: Path, real: Path, made: Path) -> Path:
    """The restored file under the name, the damaged one beside; never a moment without either."""
    kept = _free_name(real)
    try:
        with workshop(real.parent) as fresh:
            shutil.copyfile(made, fresh)
            shutil.copymode(real, fresh)
            flush(fresh)
            try:
                _set_aside(real, kept)
                fresh.replace(real)
            except OSError:
                _put_back(real, kept)
                raise
            flush_names(real.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refusals.not_written(path, reason) from error
    return kept


def _free_name(real: Path) -> Path:
    """A name that says what the damaged file is."""
    for number in count(1):
        mark = f"{DAMAGED}{number if number > 1 else ''}"
        name = real.with_name(f"{real.stem}{mark}{real.suffix}")
        if not os.path.lexists(name):
            break
    return name


def _set_aside(real: Path, kept: Path) -> None:
    """The damaged file under another name as well, its journal under that name alone."""
    _second_name(real, kept)
    if journal_of(real).exists():
        shutil.copy2(journal_of(real), journal_of(kept))
        flush(journal_of(kept))
        flush_names(real.parent)
        journal_of(real).unlink()  # it would be played into the restored file
    flush_names(real.parent)


def _put_back(real: Path, kept: Path) -> None:
    """All as it was before the damaged file was set aside."""
    with suppress(OSError):
        if journal_of(kept).exists() and not journal_of(real).exists():
            journal_of(kept).replace(journal_of(real))
        journal_of(kept).unlink(missing_ok=True)
        kept.unlink(missing_ok=True)


def _second_name(real: Path, kept: Path) -> None:
    """The damaged file under another name as well; a copy where a file has but one name."""
    try:
        kept.hardlink_to(real)
    except OSError:
        try:
            shutil.copy2(real, kept)
            flush(kept)
        except OSError:
            kept.unlink(missing_ok=True)
            raise
