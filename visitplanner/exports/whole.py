# SPDX-License-Identifier: MIT
"""Puts finished papers on disk: whole or not at all, one file, a folder of them or a .zip."""

from __future__ import annotations

import os
import shutil
import zipfile
from contextlib import ExitStack, contextmanager, suppress
from errno import EEXIST
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from visitplanner.domain.text import Value
from visitplanner.exports.pdf.findings import PrintFinding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest a .zip can say: archives of the same papers are equal, whenever they are made."""
_UNIX: Final = 3
_PLAIN_FILE: Final = 0o100644 << 16
_MODE: Final = 0o666
_O_BINARY: Final = getattr(os, "O_BINARY", 0)
_O_TMPFILE: Final = getattr(os, "O_TMPFILE", 0)
_OPEN_FILES: Final = "/proc/self/fd"


class ExportRefusedError(Exception):
    """Nothing was written: one sentence with the place and the remedy, in English."""


class Paper(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finished file: its name without a folder, its bytes, and what only the print shows."""

    name: str
    data: bytes
    findings: tuple[PrintFinding, ...] = ()


def write_paper(target: Path, data: bytes, *, force: bool = False) -> None:
    """Writes one file; an existing one is replaced with `force` only."""
    with _refusing(target):
        _check_parent(target)
        _check_target(target, force=force)
        with _Prepared(target.parent, data) as sheet:
            sheet.appear(target, force=force)
        _sync(target.parent)


def write_papers(target: Path, papers: Sequence[Paper], *, force: bool = False) -> None:
    """Writes a set of papers as a .zip, or into a folder that is made when it is absent."""
    if target.suffix.lower() == ".zip":
        write_paper(target, zipped(papers), force=force)
        return
    with _refusing(target):
        _check_parent(target)
        if not target.is_dir():
            _check_absent(target)
            _fill_new(target, papers)
            return
        for paper in papers:
            _check_target(target / paper.name, force=force)
        _fill(target, papers, force=force)


def zipped(papers: Sequence[Paper]) -> bytes:
    """A .zip of papers in their order; the same papers give the same bytes."""
    sheet = BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as archive:
        for paper in papers:
            archive.writestr(plain_entry(paper.name), paper.data)
    return sheet.getvalue()


def plain_entry(name: str) -> zipfile.ZipInfo:
    """An entry of an archive that tells nothing of when and where it was made."""
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry


def _check_parent(target: Path) -> None:
    if not target.parent.is_dir():
        raise ExportRefusedError(
            f"{target}: the folder {target.parent} does not exist; make it or name another place."
        )


def _check_absent(target: Path) -> None:
    if os.path.lexists(target):
        raise ExportRefusedError(
            f"{target}: this is a file, and several papers need a folder or a .zip;"
            " name another place."
        )


def _check_target(target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise ExportRefusedError(f"{target}: this is a folder; name a file in it.")
    if not force and os.path.lexists(target):
        raise ExportRefusedError(
            f"{target}: this file exists already; name another place or replace it with --force."
        )
    # The program may run as an administrator, who could replace /dev/null for everybody.
    if target.exists() and not target.is_file():
        raise ExportRefusedError(f"{target}: this is not an ordinary file; name another place.")


@contextmanager
def _refusing(target: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise ExportRefusedError(
            f"{target}: this file exists already; name another place or replace it with --force."
        ) from error
    except OSError as error:
        raise ExportRefusedError(
            f"{target}: cannot be written ({error.strerror or error}); check the place or name"
            " another one."
        ) from error


class _Prepared:
    """Bytes that are safe on the disk of a folder but stand under no name yet.

    Where the system can, they have no name at all: a killed export leaves nothing behind.
    """

    def __init__(self, folder: Path, data: bytes) -> None:
        self._folder = os.open(folder, os.O_RDONLY) if _O_TMPFILE else -1
        self._hidden: Path | None = None
        self._file = self._open(folder)
        try:
            with open(self._file, "wb", closefd=False) as stream:
                stream.write(data)
                stream.flush()
                os.fsync(self._file)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self, folder: Path) -> int:
        if _O_TMPFILE and Path(_OPEN_FILES).is_dir():
            with suppress(OSError):  # not every file system can
                return os.open(folder, _O_TMPFILE | os.O_WRONLY, _MODE)
        for hidden in _hidden_names(folder):
            with suppress(FileExistsError):
                file = os.open(hidden, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _O_BINARY, _MODE)
                self._hidden = hidden
                return file
        raise AssertionError

    def appear(self, target: Path, *, force: bool = False) -> None:
        """Gives the bytes their name; FileExistsError when it is taken and not to be replaced."""
        if self._hidden is None:
            if force:
                self._hidden = self._linked_beside(target)
            else:
                self._link(target)
                return
        if force:
            self._hidden.replace(target)
        elif not _linked(self._hidden, target):
            if os.path.lexists(target):
                raise FileExistsError(EEXIST, os.strerror(EEXIST), str(target))
            self._hidden.rename(target)

    def _link(self, target: Path) -> None:
        # With a folder given, the call follows the link in /proc to the file without a name.
        os.link(f"{_OPEN_FILES}/{self._file}", target, src_dir_fd=self._folder)

    def _linked_beside(self, target: Path) -> Path:
        for hidden in _hidden_names(target.parent):
            with suppress(FileExistsError):
                self._link(hidden)
                return hidden
        raise AssertionError

    def close(self) -> None:
        """Lets go of the file; bytes that never appeared are gone."""
        os.close(self._file)
        if self._folder >= 0:
            os.close(self._folder)
        if self._hidden is not None:
            self._hidden.unlink(missing_ok=True)


def _linked(source: Path, target: Path) -> bool:
    """Whether a second name could be given; FileExistsError when that name is taken."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        return False  # a file system without hard links
    return True


def _hidden_names(folder: Path) -> Iterator[Path]:
    return (folder / f".{os.getpid()}-{number}.partial" for number in count())


def _fill_new(target: Path, papers: Sequence[Paper]) -> None:
    with ExitStack() as stack:
        prepared = [
            (paper.name, stack.enter_context(_Prepared(target.parent, paper.data)))
            for paper in papers
        ]
        hidden = _new_folder(target.parent)
        try:
            for name, sheet in prepared:
                sheet.appear(hidden / name)
            _sync(hidden)
            hidden.rename(target)
        except BaseException:
            shutil.rmtree(hidden)
            raise
    _sync(target.parent)


def _new_folder(parent: Path) -> Path:
    for hidden in _hidden_names(parent):
        with suppress(FileExistsError):
            hidden.mkdir()
            return hidden
    raise AssertionError


def _fill(target: Path, papers: Sequence[Paper], *, force: bool) -> None:
    old: list[tuple[Path, Path]] = []
    fresh: list[Path] = []
    with ExitStack() as stack:
        prepared = [
            (target / paper.name, stack.enter_context(_Prepared(target, paper.data)))
            for paper in papers
        ]
        try:
            for path, sheet in prepared:
                if force and os.path.lexists(path):
                    old.append((path, _second_name(path)))
                else:
                    fresh.append(path)
                sheet.appear(path, force=force)
        except BaseException:
            for path in fresh:
                path.unlink(missing_ok=True)
            for path, kept in old:
                kept.replace(path)
            raise
        for _, kept in old:
            kept.unlink()
    _sync(target)


def _second_name(path: Path) -> Path:
    for hidden in _hidden_names(path.parent):
        with suppress(FileExistsError):
            if not _linked(path, hidden):
                shutil.copy2(path, hidden)
            return hidden
    raise AssertionError


def _sync(folder: Path) -> None:
    if os.name == "posix":
        with suppress(OSError):  # some shares cannot
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
