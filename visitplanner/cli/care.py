# SPDX-License-Identifier: MIT
"""Commands for bad days: repair, backups, erase."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.cli import values
from visitplanner.cli.refusal import Refusal
from visitplanner.cli.streams import as_json, say, say_data
from visitplanner.store import care
from visitplanner.words.message import render

if TYPE_CHECKING:
    import argparse

    from visitplanner.store.care import Backup


def repair(arguments: argparse.Namespace) -> int:
    """Restores a damaged file in its place, or into a new one; says what came of it."""
    language = values.language(arguments.language)
    output = Path(arguments.output) if arguments.output is not None else None
    done = care.restore(Path(arguments.file), output)
    for sentence in done.sentences:
        say(render(sentence, None, language))
    return 0


def backups(arguments: argparse.Namespace) -> int:
    """Lists the backups of one file or of all; with --take makes a new file of one."""
    form = values.choice("--format", arguments.format, ("text", "json"))
    found = care.every() if arguments.file is None else care.of_file(Path(arguments.file))
    if arguments.take is not None:
        return _take_out(found, arguments.take, arguments.output)
    rows = [_row(number, backup) for number, backup in enumerate(found, 1)]
    if form == "json":
        say_data(as_json({"backups": rows}))
        return 0
    for row, backup in zip(rows, found, strict=True):
        told = f"{row['number']:>3}  {row['at']}  {row['moment']:<9}  {row['last']:>6}"
        say(f"{told}  {backup.size / 1e6:6.1f} MB  {row['file']}")
    return 0


def _row(number: int, backup: Backup) -> dict[str, str | int]:
    return {
        "number": number,
        "at": backup.at.astimezone(UTC).isoformat(timespec="seconds"),
        "moment": backup.moment.value,
        "last": backup.last,
        "size": backup.size,
        "file": str(backup.file),
        "path": str(backup.path),
    }


def _take_out(found: tuple[Backup, ...], wanted: str, output: str | None) -> int:
    number = int(wanted) if wanted.isascii() and wanted.isdigit() else 0
    if not 1 <= number <= len(found):
        raise Refusal(f"--take {wanted}: there is no such backup; see the list without --take.")
    if output is None:
        raise Refusal("--take: a backup becomes a new file; name it with --output.")
    care.take_out(found[number - 1], Path(output))
    return 0


def erase(arguments: argparse.Namespace) -> int:
    """Removes a visit everywhere this program has put it, when that was said twice."""
    path = Path(arguments.file)
    if not care.traces(path):
        raise Refusal(f"{path}: neither the file nor a backup of it is there; check the name.")
    if not arguments.everywhere:
        raise Refusal(
            f"{path}: nothing was erased; the file and all its backups go for ever with"
            " --everywhere."
        )
    left = care.erase(path)
    if left:
        raise Refusal(f"{left[0]}: could not be removed ({len(left)} left); remove it by hand.")
    say(f"{path}: erased everywhere; copies saved elsewhere or sent are not known to the program.")
    return 0
