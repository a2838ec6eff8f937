# SPDX-License-Identifier: MIT
"""The command history: every edit of a visit, and where its versions were frozen."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Final

from visitplanner.cli import values
from visitplanner.cli.streams import as_json, say, say_data
from visitplanner.store import open_visit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Version
    from visitplanner.domain.text import Language
    from visitplanner.domain.versions import Standing
    from visitplanner.domain.visit import Visit
    from visitplanner.store.contract import Entry

_MARKS: Final[Mapping[str, str]] = {"edit": " ", "undo": "↶", "redo": "↷"}
_FROZEN: Final = "■"


def history(arguments: argparse.Namespace) -> int:
    """Lists every line of the log, oldest first, and the versions frozen between them."""
    from visitplanner.session.past import standing_of

    form = values.choice("--format", arguments.format, ("text", "json"))
    language = values.language(arguments.language)
    with closing(open_visit(Path(arguments.file), read_only=True)) as store:
        held = store.read()
        stands = standing_of(store, held)
        versions = sorted(held.record.versions, key=lambda v: v.number)
        lines = [_line(entry, patch, held.visit, language) for entry, patch in store.history()]
    if form == "json":
        told = [_version(version) for version in versions]
        say_data(as_json({"edits": lines, "versions": told, "standing": _standing(stands)}))
        return 0
    for text in _texts(lines, versions, language):
        say(text)
    return 0


def _line(entry: Entry, patch: Patch, visit: Visit, language: Language) -> dict[str, object]:
    from visitplanner.words.message import render

    return {
        "number": entry.number,
        "at": _moment(entry.at),
        "author": entry.author,
        "kind": entry.kind.value,
        "step": entry.step,
        "target": entry.target,
        "message": render(entry.message, visit, language),
        "items": [c.id for c in patch.changes if c.collection == "items"],
    }


def _version(version: Version) -> dict[str, object]:
    approved = version.approved_on
    return {
        "number": version.number,
        "status": version.status.value,
        "at": _moment(version.created),
        "author": version.author,
        "note": version.note,
        "edit": version.edit,
        "approved": {
            "on": approved.isoformat(),
            "post": version.approved_post.ru,
            "name": version.approved_name.ru,
        }
        if approved is not None
        else None,
    }


def _standing(stands: Standing) -> dict[str, object]:
    """Which version the plan now is, or the draft of which."""
    return {
        "version": stands.number,
        "status": stands.status.value,
        "frozen": stands.version is not None,
    }


def _texts(
    lines: list[dict[str, object]], versions: list[Version], language: Language
) -> Iterator[str]:
    """The log as text, each version below the last line it contains."""
    waiting = list(versions)
    for line in lines:
        while waiting and waiting[0].edit < int(str(line["number"])):
            yield _frozen(waiting.pop(0), language)
        mark = _MARKS[str(line["kind"])]
        yield f"{line['number']:>5}  {line['at']}  {line['author']}  {mark} {line['message']}"
    for version in waiting:
        yield _frozen(version, language)


def _frozen(version: Version, language: Language) -> str:
    from visitplanner.editions.labels import VERSIONS
    from visitplanner.words.catalogue import N_, translator

    say_in = translator(language).gettext
    name = say_in(N_("Version {n}")).format(n=version.number)
    parts = [f"{name} · {say_in(VERSIONS[version.status])}"]
    if version.note:
        parts.append(version.note)
    told = f"{version.edit:>5}  {_moment(version.created)}  {version.author}  {_FROZEN} "
    return told + ": ".join(parts)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
