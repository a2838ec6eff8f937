# SPDX-License-Identifier: MIT
"""Commands on visit files: new, dump, load, copy."""

from __future__ import annotations

import uuid
from contextlib import closing
from pathlib import Path
from stat import S_ISBLK, S_ISCHR
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from visitplanner.cli import values
from visitplanner.cli.parser import TEMPLATES
from visitplanner.cli.refusal import Refusal
from visitplanner.cli.streams import say_data
from visitplanner.domain import codec, references
from visitplanner.domain.record import Record, first_record
from visitplanner.domain.text import Visibility
from visitplanner.store import create_visit, open_visit

if TYPE_CHECKING:
    import argparse

    from visitplanner.domain.visit import Visit
    from visitplanner.store.contract import Stored


def stored(path: str) -> Stored:
    """What a visit file holds, read without locking it."""
    with closing(open_visit(Path(path), read_only=True)) as store:
        return store.read()


def leaving(path: str) -> Stored:
    """The same with a record that says which state it goes with, for what begins another log."""
    from visitplanner.session.past import record_of

    with closing(open_visit(Path(path), read_only=True)) as store:
        held = store.read()
        return replace(held, record=record_of(store, held))


def new(arguments: argparse.Namespace) -> int:
    """Makes a visit file from a template, with a uid of its own."""
    from visitplanner.samples import EXAMPLE, template

    name = values.choice("--template", arguments.template, TEMPLATES)
    keeps_its_day = name == EXAMPLE and not arguments.date
    first_day = None if keeps_its_day else values.day("--date", arguments.date)
    visit = template(name, uid=str(uuid.uuid4()), day=first_day)
    create_visit(Path(arguments.file), visit, first_record(visit, values.now()))
    return 0


def dump(arguments: argparse.Namespace) -> int:
    """Writes visit and record as one JSON object to standard output."""
    held = leaving(arguments.file)
    say_data(codec.dump(held.visit, held.record))
    return 0


def load(arguments: argparse.Namespace) -> int:
    """Makes a visit file from dump's JSON; uid and record are kept."""
    visit, record = _read_json(Path(arguments.json))
    create_visit(Path(arguments.file), visit, record)
    return 0


def _read_json(path: Path) -> tuple[Visit, Record]:
    try:
        kind = path.stat().st_mode
        if S_ISCHR(kind) or S_ISBLK(kind):  # some of them never end
            raise Refusal(f"{path}: this is a device; name a file made by dump.")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refusal(f"{path}: cannot be read ({reason}); name a file made by dump.") from None
    try:
        visit, record = codec.load(data)
        references.validate(visit)
    except (msgspec.DecodeError, ValueError) as error:
        raise Refusal(f"{path}: {error}; mend it, or make it again with dump.") from None
    return visit, record


def copy(arguments: argparse.Namespace) -> int:
    """Copies a visit whole, or for handing over: without history and what is above an audience."""
    source, target = Path(arguments.file), Path(arguments.output)
    if arguments.audience is None:
        with closing(open_visit(source, read_only=True)) as store:
            store.copy_to(target)
        return 0
    from visitplanner.domain.clearance import cleared_record, handed_over

    audience = Visibility(values.choice("--audience", arguments.audience, ("public", "internal")))
    held = leaving(arguments.file)
    visit = handed_over(held.visit, audience)
    create_visit(target, visit, cleared_record(held.record, audience, visit))
    return 0
