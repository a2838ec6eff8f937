# SPDX-License-Identifier: MIT
"""A damaged file restored to the newest state that its own parts, or a backup, prove."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain import codec
from visitplanner.store import backups, refusals
from visitplanner.store.contract import Entry, Stored, StoreError
from visitplanner.store.lock import Lock
from visitplanner.store.migrations import migrate
from visitplanner.store.placing import placed
from visitplanner.store.reading import read_all, read_head
from visitplanner.store.recovery import copy_aside, has_journal, recovered_copy
from visitplanner.store.restored import Restored, Source
from visitplanner.store.salvage import Salvaged, salvage
from visitplanner.store.schema import FORMAT, PAGE_SIZE, check_header, check_pages, connect
from visitplanner.store.setting_aside import put_in_place
from visitplanner.store.wreck import WRONG, Wreck, lengthen, mend_first_page
from visitplanner.store.writing import named_most, put_papers, write_salvaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Message
    from visitplanner.store.backups import Backup

_ALONE: Final = "alone"
_MENDED: Final = "mended"


class _Find(NamedTuple):
    """A way to a whole file."""

    made: Path
    stored: Stored
    salvaged: Salvaged | None = None
    backup: Backup | None = None
    ends: int | None = None
    """Where the log of the damaged file ended."""
    papers_whole: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all is lost."""
        found = self.salvaged
        return found is not None and found.worth == (found.ends, True, True)


def restore(path: Path, output: Path | None = None) -> Restored:
    """Restores a damaged file in its place, or into a new one.

    The damaged file is kept beside under a name that says so. A sound file is left as it is.
    StoreError when nothing can be proven and there is no backup, or the file is in use.
    """
    refusal = _refused(path)
    real = path.resolve()
    with ExitStack() as scope:
        if output is None:
            scope.enter_context(_claimed(path, real))
        sound = _sound(path)
        if sound is not None and output is None:
            return _told(path, None, _Find(real, sound), Source.NOTHING)
        desk = Path(scope.enter_context(_desk(path, real)))
        find = _best(path, real, desk)
        # The seal names the format as well: where it is today's, the header alone is wrong.
        if find is None or (refusals.is_newer(refusal) and not find.is_whole):
            raise refusal or refusals.beyond_repair(path)
        kept = None
        if output is None:
            kept = put_in_place(path, real, find.made)
            with suppress(StoreError):
                backups.keep(real, backups.Moment.REPAIRED)
        else:
            with placed(output) as made:
                shutil.copyfile(find.made, made)
        source = Source.BACKUP if find.backup is not None else Source.ITSELF
        return _told(output or path, kept, find, source)


def is_hopeful(path: Path, refusal: Message) -> bool:
    """Whether it is worth trying to restore a file that was refused."""
    return path.is_file() and ("place" in refusal.args or bool(backups.of_file(path)))


def _refused(path: Path) -> StoreError | None:
    """Why the file's beginning is no good; raised when that has nothing to do with damage."""
    try:
        check_header(path)
    except StoreError as refusal:
        if not path.is_file():
            raise
        return refusal
    return None


@contextmanager
def _claimed(path: Path, real: Path) -> Iterator[None]:
    lock = Lock(real)
    try:
        holder = lock.take()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refusals.not_written(path, reason) from error
    if holder is not None:
        raise StoreError(refusals.locked(path, holder.user, holder.host, holder.pid))
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _desk(path: Path, real: Path) -> Iterator[Path]:
    """A private folder with copies of the file, with its journal and without."""
    aside = copy_aside(path, real)
    try:
        shutil.copyfile(aside, aside.with_name(_ALONE))
        lengthen(aside.with_name(_ALONE))
        shutil.copyfile(aside.with_name(_ALONE), aside.with_name(_MENDED))
        mend_first_page(aside.with_name(_MENDED))
        same = aside.stat().st_size == aside.with_name(_ALONE).stat().st_size
        if same and not has_journal(aside):
            aside.with_name(_ALONE).unlink()
        yield aside.parent
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)


def _sound(path: Path) -> Stored | None:
    """What is in the file, when nothing is wrong with it."""
    with suppress(StoreError):
        copy = recovered_copy(path, path.resolve())
        try:
            with closing(connect(copy, "ro")) as link:
                check_pages(path, link)
                return read_all(path, link)[0]
        finally:
            shutil.rmtree(copy.parent, ignore_errors=True)
    return None


def _best(path: Path, real: Path, desk: Path) -> _Find | None:
    """The newest of what the file itself and the backups of it give."""
    own = _own(path, real, desk)
    for backup in backups.of_file(real):
        made = desk / "backup"
        with suppress(StoreError, OSError, *WRONG):
            stored = _of_backup(backup, made)
            if own is None or _goes_on(made, stored, own):
                return _with_papers(_Find(made, stored, backup=backup), own)
            return own
    return own


def _own(path: Path, real: Path, desk: Path) -> _Find | None:
    """The newest that the file itself gives."""
    best: _Find | None = None
    for number, copy in enumerate((real.name, _ALONE, _MENDED)):
        if best is not None and (best.is_whole or copy == _MENDED):
            break
        found = _salvaged(desk / copy) if (desk / copy).exists() else None
        made = desk / f"made-{number}"
        with suppress(StoreError, *WRONG):
            find = _Find(made, _rebuilt(path, found, made), found) if found is not None else None
            best = max((one for one in (best, find) if one is not None), key=_worth, default=None)
    return best


def _with_papers(find: _Find, own: _Find | None) -> _Find:
    """What was recorded beside the plan since the backup, where that is in the file itself."""
    if own is None or own.salvaged is None:
        return find
    find = find._replace(ends=own.salvaged.ends, papers_whole=False)
    record = own.stored.record
    if not own.salvaged.papers_whole or named_most(record) > find.stored.last:
        return find
    with closing(connect(find.made, "rw")) as link:
        link.execute("BEGIN")
        put_papers(link, read_head(link), record)
        link.execute("COMMIT")
        stored, _ = read_all(find.made, link)
    return find._replace(stored=stored, papers_whole=True)


def _worth(find: _Find) -> tuple[int, bool, bool]:
    return find.salvaged.worth if find.salvaged is not None else (find.stored.last, True, True)


def _salvaged(copy: Path) -> Salvaged | None:
    """What is proven of a copy, after SQLite has rolled back what its journal says."""
    for mode in ("rw", "ro"):
        with suppress(*WRONG), closing(connect(copy, mode)) as link:
            return salvage(Wreck(link))
    return None


def _rebuilt(path: Path, found: Salvaged, made: Path) -> Stored:
    """A new file of what was proven, proven again."""
    with closing(sqlite3.connect(made, isolation_level=None)) as link:
        link.execute(f"PRAGMA page_size={PAGE_SIZE}")
        link.execute("PRAGMA journal_mode=OFF")
        link.execute("PRAGMA synchronous=OFF")
        link.execute("BEGIN")
        write_salvaged(link, found)
        link.execute("COMMIT")
        return read_all(path, link)[0]


def _of_backup(backup: Backup, made: Path) -> Stored:
    shutil.copyfile(backup.path, made)
    with closing(connect(made, "rw")) as link:
        if check_header(made) < FORMAT:
            migrate(made, link)
        return read_all(made, link)[0]


def _goes_on(made: Path, stored: Stored, own: _Find) -> bool:
    """Whether a backup has all that was proven of the file, and more."""
    found = own.salvaged
    if found is None or stored.visit.uid != found.uid or (stored.last, True, True) <= found.worth:
        return False
    with closing(connect(made, "ro")) as link:
        wreck = Wreck(link)
        if not found.whole_log:  # its chain is a new one
            return stored.last > found.last or stored.visit == own.stored.visit
        return wreck.chain_at(found.last) == found.chain


def _told(path: Path, kept: Path | None, find: _Find, source: Source) -> Restored:
    found, entries = find.salvaged, find.stored.entries
    at = entries[-1].at if entries else None
    last, ends = find.stored.last, find.ends
    if found is not None:
        last, ends = found.proven, found.ends
        at = codec.decode(Entry, found.entry).at if found.entry else at
    return Restored(
        path=path,
        source=source,
        kept=kept,
        last=last,
        at=at,
        lost=max(0, ends - last) if ends is not None else None,
        whole_log=found is None or found.whole_log,
        papers_whole=find.papers_whole and (found is None or found.papers_whole),
        zone=find.stored.visit.about.zone,
        backed_up=find.backup.at if find.backup is not None else None,
    )
