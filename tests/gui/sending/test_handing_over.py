# SPDX-License-Identifier: MIT
"""A copy for handing over: nothing above its reader in any byte, whatever the file has lived."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import clock, example
from tests.gui.opening import Opened, Opening, click
from tests.leak import found, marked, with_secrets
from tests.opened import MADE_AT, read, session_on, visit_file
from visitplanner.domain import copies
from visitplanner.domain.edits import move_item, put, remove_item, set_item_text
from visitplanner.domain.papers import Waiver
from visitplanner.domain.record import Channel, Publication, VersionStatus
from visitplanner.domain.text import Visibility, message
from visitplanner.gui.sending.handing_over import HandingOverDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVED = ("zqdeleted", "zqpublic", "zqwaiver", "zqreader", "zqteller", "zqauthor")
"""What the life of a file leaves in it beside the plan."""


def lived_in(folder: Path, audience: Visibility) -> tuple[Path, tuple[str, ...]]:
    """A file with marked strings that has seen edits, versions, copies, ticks and a waiver."""
    visit, tokens = marked(with_secrets(example()), audience)
    path = visit_file(folder, visit)
    with closing(session_on(path)) as session:
        session.edit(
            partial(
                set_item_text,
                item_id="press",
                field="internal_text",
                language="ru",
                string="zqdeleted",
            )
        )
        session.edit(
            partial(
                set_item_text,
                item_id="press",
                field="public_text",
                language="ru",
                string="zqpublic",
            )
        )
        session.freeze(VersionStatus.BEING_AGREED, note="zqnote")
        session.edit(partial(remove_item, item_id="press"))
        waiver = Waiver(
            id="w", code="R01", place="items/farewell", reason="zqwaiver", author="", on=date.min
        )
        session.edit(lambda v: put(v, message("Leave as it is"), "waivers", waiver))
        session.edit(partial(move_item, item_id="welcome", start=clock("09:25")))
        session.undo()
        line = Publication(
            edition="working",
            version=1,
            reader="zqreader",
            at=MADE_AT,
            channel=Channel.PAPER,
            author="zqauthor",
            audience=Visibility.INTERNAL,
        )
        record = copies.given(session.record, [line])
        session.record_now(copies.told(record, ["zqreader"], session.last, MADE_AT, "zqteller"))
        session.edit(partial(remove_item, item_id="enterprise"))
    # The waiver goes for both: of a narrow circle alone it would not be.
    left = LIVED if audience is Visibility.PUBLIC else tuple(t for t in LIVED if t != "zqwaiver")
    return path, (*tokens, *left, *(("zqnote",) if audience is Visibility.PUBLIC else ()))


def everything_in(path: Path) -> Iterator[bytes]:
    """The bytes of a file, every value in it, and what is packed in those."""
    yield path.read_bytes()
    with closing(sqlite3.connect(path)) as link:
        tables = [name for (name,) in link.execute("SELECT name FROM sqlite_master")]
        for table in tables:
            if table.startswith("sqlite_autoindex"):
                continue
            for row in link.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    data = value if isinstance(value, bytes) else str(value).encode()
                    yield data
                    if data[:1] == b"\x78":
                        yield zlib.decompress(data)


@pytest.mark.parametrize("audience", [Visibility.PUBLIC, Visibility.INTERNAL])
def test_nothing_above_its_reader_is_in_any_byte_of_a_copy(
    opened: Opening, tmp_path: Path, audience: Visibility
) -> None:
    path, secrets = lived_in(tmp_path, audience)
    assert set(found(secrets, *everything_in(path))) == set(secrets)  # the test can fail
    shown = opened(path)
    dialog = asked(shown)
    click(dialog.audiences[audience])
    target = tmp_path / "для передачи.visit"
    dialog.save_to(target)
    assert shown.window.notices.text == f"Копия сохранена: {target}"
    assert found(secrets, *everything_in(target)) == []
    with closing(session_on(target)) as session:  # it opens and can be worked on
        assert session.undo_message is None
        session.edit(partial(move_item, item_id="welcome", start=clock("09:25")))


def asked(shown: Opened) -> HandingOverDialog:
    """The dialog, opened by its command."""
    shown.act("hand-over")
    dialog = shown.dialog()
    assert isinstance(dialog, HandingOverDialog)
    return dialog


def test_calendars_of_a_copy_go_on_where_those_of_the_file_stand(
    opened: Opening, tmp_path: Path
) -> None:
    path, _ = lived_in(tmp_path, Visibility.PUBLIC)
    target = tmp_path / "копия.visit"
    asked(opened(path)).save_to(target)
    here, there = read(path), read(target)
    assert there.visit.uid == here.visit.uid
    assert there.record.publications == ()
    assert there.record.informed == ()
    for key, item in there.record.items.items():
        assert key in there.visit.items
        assert item == replace(here.record.items[key], tombstone=None)
    assert there.record.items["welcome"].sequence == 2  # there and back


def test_a_copy_replaces_nothing_and_says_so(opened: Opening, tmp_path: Path) -> None:
    path = visit_file(tmp_path, example())
    taken = tmp_path / "занято.visit"
    taken.write_bytes(b"important")
    dialog = asked(opened(path))
    dialog.save_to(taken)
    assert taken.read_bytes() == b"important"
    assert "занято.visit" in dialog.message.text()
    assert dialog.isVisible()
    dialog.save_to(path)
    assert read(path).visit == example()
