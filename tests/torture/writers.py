# SPDX-License-Identifier: MIT
"""Processes that edit a file and are killed, crowded out or starved while at it."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
from contextlib import closing, suppress
from datetime import timedelta
from functools import partial
from hashlib import blake2b
from time import sleep
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from tests.factory import item
from tests.opened import MADE_AT, TODAY, dumped, read, session_on
from visitplanner.domain import codec, edits
from visitplanner.domain.record import VersionStatus
from visitplanner.session.session import Session
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError
from visitplanner.store.returning import Share

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

    Line = Connection[object, object]

QUICK = Share(slow_commits=0, retry_seconds=0.05)
"""Edits are kept on this computer first, and go to the share at once."""
P = ParamSpec("P")
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload([__name__, "visitplanner.rules.findings"])


def started(
    target: Callable[Concatenate[Line, P], None], *args: P.args, **kwargs: P.kwargs
) -> tuple[ForkServerProcess, Line]:
    """A process of its own that runs `target(connection, *args)`, and our end of the connection."""
    ours, theirs = _SERVER.Pipe()
    home = os.environ.get("XDG_DATA_HOME", "")  # the server was begun in another test
    words = (target, home, theirs, *args)
    process = _SERVER.Process(target=_at_home, args=words, kwargs=kwargs, daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _at_home(
    target: Callable[Concatenate[Line, P], None],
    home: str,
    connection: Line,
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    os.environ["XDG_DATA_HOME"] = home
    target(connection, *args, **kwargs)


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
        who = chance.choice(sorted(session.visit.people))
        session.edit(lambda v: edits.create_item(v, item(fresh, "09:00", "09:30", who)))
    elif kind == 3 and len(names) > 12:
        session.edit(lambda v: edits.remove_item(v, chance.choice(names)))
    elif kind == 4:
        session.edit(lambda v: edits.shift_items(v, names, chance.choice((-5, 5))))
    else:
        name, text = chance.choice(names), "".join(chance.choices("абвгде ", k=30))
        session.edit(lambda v: edits.set_item_title(v, name, "ru", text), merge="typing")


def stray_clock(chance: random.Random) -> Callable[[], datetime]:
    """A clock that is set forward and back while one works."""
    return lambda: MADE_AT + timedelta(seconds=chance.randrange(-(10**7), 10**7))


def write_until_killed(connection: Line, path: Path, seed: int) -> None:
    """Edits for ever; after each edit its number and the state that followed are sent."""
    chance = random.Random(seed)
    store = open_visit(path)
    session = Session(store, TODAY, stray_clock(chance), "Иванова")
    assert session.writable, session.read_only_reason
    work_on(connection, session, chance)


def work_on(connection: Line, session: Session, chance: random.Random, pause: float = 0) -> None:
    """Edits for ever, with a version now and then; tells after each what was acknowledged.

    Before a version is made, an empty state is told: only then may one more be in the file.
    """
    number = session.last

    def tell(state: bytes) -> None:
        connection.send((number, len(session.record.versions), state))

    tell(state_of(session))
    while True:
        if chance.random() < 0.1 and session.standing.version is None:
            tell(b"")
            session.freeze(VersionStatus.DRAFT, "в работе")
        else:
            before = session.visit
            any_edit(session, chance)
            number += session.visit is not before
        tell(state_of(session))
        sleep(chance.random() * pause)


def contend(connection: Line, path: Path, name: str, wanted: int) -> None:
    """Edits a file that another process edits too, taking it over whenever that is told.

    Each edit adds an item of its own. Sends the ids of those that were acknowledged, and the
    sentences of the refusals.
    """
    chance, done, refusals = random.Random(name), list[str](), list[str]()
    session = session_on(path, break_lock=True)
    connection.send("ready")
    connection.recv()
    while len(done) < wanted:
        fresh = item(f"{name}-{len(done) + len(refusals)}", "09:00", "09:30")
        before = session.visit
        try:
            session.edit(partial(edits.create_item, item=fresh))
            done.append(fresh.id)
        except StoreError as refusal:
            refusals.append(str(refusal) if session.visit is before else "changed all the same")
            session.close()
            session = _taken_over(path)
        sleep(chance.random() * 0.05)
    session.close()
    connection.send((done, refusals))


def _taken_over(path: Path) -> Session:
    """The file, as soon as the other one is not in the midst of writing."""
    for _ in range(50):
        with suppress(StoreError):
            return session_on(path, break_lock=True)
    return session_on(path, break_lock=True)


def hold(connection: Line, path: Path) -> None:
    """Keeps a file open for editing until told to let go."""
    session = session_on(path)
    connection.send(session.writable)
    connection.recv()
    session.close()
    connection.send(True)


def write_until_refused(connection: Line, path: Path, spare: int, elsewhere: Path) -> None:
    """Edits until files may not grow any more; sends the refusal and what is wrong after it.

    The limit stands where a full disk would: so many bytes beyond the file as it is.
    """
    chance = random.Random(spare)
    session = session_on(path)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + spare, hard))
    connection.send(refused_and_kept(session, chance, elsewhere, make_room=_no_limit))


def _no_limit() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def refused_and_kept(
    session: Session, chance: random.Random, elsewhere: Path, make_room: Callable[[], None]
) -> tuple[str, int, list[str]]:
    """Edits until one is refused, closes; the refusal, the edits made, and broken promises."""
    path, made, wrong = session.path, 0, list[str]()
    while True:
        before, record = session.visit, session.record
        try:
            any_edit(session, chance)
        except StoreError as refusal:
            sentence = str(refusal)
            break
        made += 1
    if session.visit is not before or session.record is not record:
        wrong.append("the value is another one")
    if dumped(read(path)) != codec.dump(session.visit, session.record):
        wrong.append("the file is another one")
    make_room()
    session.copy_to(elsewhere)
    if dumped(read(elsewhere)) != codec.dump(session.visit, session.record):
        wrong.append("the copy is another one")
    session.edit(lambda v: edits.set_item_title(v, min(v.items), "ru", "Место снова есть"))
    session.close()
    if dumped(read(path)) != codec.dump(session.visit, session.record):
        wrong.append("the file does not go on")
    return sentence, made, wrong


def copy_on_a_full_disk(connection: Line, path: Path, target: Path) -> None:
    """Sends what a copy says that finds no room."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    with closing(open_visit(path)) as store:
        try:
            store.copy_to(target)
        except StoreError as refusal:
            connection.send(str(refusal))


def open_on_a_full_disk(connection: Line, path: Path) -> None:
    """Sends why a file is for reading only where not even a claim can be written."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    with closing(open_visit(path)) as store:
        connection.send((store.read_only_reason, len(store.read().visit.items)))


def edit_by_way_of_here(connection: Line, path: Path, seed: int) -> None:
    """Edits for ever by a copy on this computer; a slow share takes its time for every block."""
    chance = random.Random(seed)
    share = QUICK._replace(told=lambda _a, _b: sleep(chance.random() * 0.02))
    session = Session(open_visit(path, share=share), TODAY, stray_clock(chance), "Иванова")
    assert session.writable, session.read_only_reason
    work_on(connection, session, chance, 0.01)
