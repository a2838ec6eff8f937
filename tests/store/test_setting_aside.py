# SPDX-License-Identifier: MIT
"""A restoration that fails or is killed: the damaged file is there, or the restored one."""

from __future__ import annotations

import random
from contextlib import suppress
from itertools import count as turns
from time import sleep
from typing import TYPE_CHECKING

import pytest

from tests.opened import dumped, hashes, read
from tests.store.test_damage import lived_in
from tests.store.test_restoring import spoil
from tests.torture.writers import started
from visitplanner.store import care
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.writers import Line


def test_restoration_that_fails_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lived_in(tmp_path)
    spoil(path, "DELETE FROM entities WHERE id = 'talks'")
    path.with_name(f"{path.name}-journal").write_bytes(bytes(600))
    files = hashes(tmp_path)

    replace_it = type(path).replace

    def refuse(made: Path, target: Path) -> Path:
        if target == path:
            raise OSError(28, "No space left on device")
        return replace_it(made, target)

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", refuse)
        with pytest.raises(StoreError, match="No space left on device"):
            care.restore(path)
    assert hashes(tmp_path) == files


def restore_for_ever(connection: Line, folder: Path, spoilt: bytes) -> None:
    """Restores one damaged file after the other; says before each which one."""
    for number in turns():
        path = folder / f"{number}.visit"
        path.write_bytes(spoilt)
        connection.send(number)
        care.restore(path)


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_restoring(tmp_path: Path, seed: int) -> None:
    path = lived_in(tmp_path)
    right = dumped(read(path))
    spoil(path, "DELETE FROM entities WHERE id = 'talks'")
    spoilt = path.read_bytes()
    (tmp_path / "many").mkdir()
    process, connection = started(restore_for_ever, tmp_path / "many", spoilt)
    assert connection.poll(30)
    sleep(random.Random(seed).random() * 0.5)
    process.kill()
    process.join()
    last: object = None
    with suppress(EOFError):
        while True:
            last = connection.recv()
    connection.close()
    found = tmp_path / "many" / f"{last}.visit"
    if found.read_bytes() == spoilt:
        (found.parent / f".{found.name}.lock").unlink(missing_ok=True)
        care.restore(found)
    assert dumped(read(found)) == right
    assert found.with_name(f"{last}.damaged.visit").read_bytes() == spoilt
