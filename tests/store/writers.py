# SPDX-License-Identifier: MIT
"""Processes that edit a file and are killed, crowded out or starved while at it."""

from __future__ import annotations

import multiprocessing
import random
import resource
from contextlib import closing
from hashlib import blake2b
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from tests.factory import item
from tests.opened import dumped, read, session_on
from visitplanner.domain import codec, edits
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

    from visitplanner.session.session import Session

    Line = Connection[object, object]

P = ParamSpec("P")
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload([__name__, "visitplanner.rules.findings"])


def started(
    target: Callable[Concatenate[Line, P], None], *args: P.args, **kwargs: P.kwargs
) -> tuple[ForkServerProcess, Line]:
    """A process of its own that runs `target(connection, *args)`, and our end of the connection."""
    ours, theirs = _SERVER.Pipe()
    process = _SERVER.Process(target=target, args=(theirs, *args), kwargs=kwargs, daemon=True)
    process.start()
    theirs.close()
    return process, ours


def state_of(session: Session) -> bytes:
    """A digest of visit and record."""
    return blake2b(codec.dump(session.visit, session.record), digest_size=16).digest()


def any_edit(session: Session, chance: random.Random) -> None:
    """One edit, undo or redo such as a user makes."""
    names = sorted(session.visit.items)
    kind = chance.randrange(8)
    if kind == 0 and session.undo_message:
        session.undo()
    elif kind == 1 and session.redo_message:
        session.redo()
    elif kind == 2 or len(names) < 4:
        fresh = session.fresh_item_id("other")
        session.edit(lambda v: edits.create_item(v, item(fresh, "09:00", "09:30", "anna")))
    elif kind == 3 and len(names) > 12:
        session.edit(lambda v: edits.remove_item(v, chance.choice(names)))
    elif kind == 4:
        session.edit(lambda v: edits.shift_items(v, names, chance.choice((-5, 5))))
    else:
        name, text = chance.choice(names), "".join(chance.choices("абвгде ", k=30))
        session.edit(lambda v: edits.set_item_title(v, name, "ru", text), merge="typing")


def write_until_killed(connection: Line, path: Path, seed: int) -> None:
    """Edits for ever; after each edit its number and the state that followed are sent."""
    chance = random.Random(seed)
    session = session_on(path)
    assert session.writable, session.read_only_reason
    number = sum(1 for _ in session.history())
    connection.send((number, state_of(session)))
    while True:
        before = session.visit
        any_edit(session, chance)
        number += session.visit is not before
        connection.send((number, state_of(session)))


def hold(connection: Line, path: Path) -> None:
    """Keeps a file open for editing until told to let go."""
    session = session_on(path)
    connection.send(session.writable)
    connection.recv()
    session.close()
    connection.send(True)


def write_until_refused(connection: Line, path: Path, spare: int) -> None:
    """Edits until files may not grow any more; sends the refusal and both states, then goes on.

    The limit stands where a full disk would: so many bytes beyond the file as it is.
    """
    chance = random.Random(spare)
    session = session_on(path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + spare, hard))
    while True:
        before, record = session.visit, session.record
        try:
            any_edit(session, chance)
        except StoreError as refusal:
            sentence = str(refusal)
            break
    kept = session.visit is before and session.record is record
    on_disk = dumped(read(path)) == codec.dump(session.visit, session.record)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    session.edit(lambda v: edits.set_item_title(v, "talks", "ru", "Место снова есть"))
    session.close()
    again = dumped(read(path)) == codec.dump(session.visit, session.record)
    connection.send((sentence, kept, on_disk, again))


def copy_on_a_full_disk(connection: Line, path: Path, target: Path) -> None:
    """Sends what a copy says that finds no room."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    with closing(open_visit(path)) as store:
        try:
            store.copy_to(target)
        except StoreError as refusal:
            connection.send(str(refusal))
