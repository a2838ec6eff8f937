# SPDX-License-Identifier: MIT
"""Visit files for tests, and sessions on them."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from tests.factory import item, small_visit
from visitplanner.domain import codec
from visitplanner.domain.record import first_record
from visitplanner.session.session import Session
from visitplanner.store import create_visit, open_visit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.domain.visit import Visit
    from visitplanner.store.contract import Stored

TODAY = date(2025, 12, 1)
MADE_AT = datetime(2025, 12, 1, 9, tzinfo=UTC)


def day_of_five() -> Visit:
    """The small visit with five items that leave each other alone."""
    return small_visit(
        item("welcome", "09:00", "09:15", "hosts", "guests", venue="park"),
        item("laying", "10:00", "10:20", "anna", "vera", venue="park"),
        item("talks", "11:00", "12:00", "hosts", "guests", venue="hall", room="blue"),
        item("lunch", "13:00", "14:00", "hosts", "guests", venue="hall", room="green"),
        item("farewell", "16:00", "16:15", "hosts", "guests", venue="park"),
    )


def visit_file(folder: Path, visit: Visit | None = None, name: str = "визит.visit") -> Path:
    """A new file with the visit, else with `day_of_five`."""
    visit = visit or day_of_five()
    path = folder / name
    create_visit(path, visit, first_record(visit, MADE_AT))
    return path


def ticking() -> Callable[[], datetime]:
    """A clock that is a second later every time it is asked."""
    seconds = count(1)
    return lambda: MADE_AT + timedelta(seconds=next(seconds))


def session_on(path: Path, *, read_only: bool = False, break_lock: bool = False) -> Session:
    """A session on a file; whoever asks closes it."""
    store = open_visit(path, read_only=read_only, break_lock=break_lock)
    return Session(store, TODAY, ticking(), "Иванова")


def read(path: Path) -> Stored:
    """What a file holds, as a reader sees it."""
    with closing(open_visit(path, read_only=True)) as store:
        return store.read()


def dumped(stored: Stored) -> bytes:
    """Visit and record as bytes, to compare."""
    return codec.dump(stored.visit, stored.record)


def hashes(folder: Path) -> dict[str, str]:
    """Name and content of everything in a folder."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
