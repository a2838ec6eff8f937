# SPDX-License-Identifier: MIT
"""What older versions of the program wrote, in the form of today; plain JSON to plain JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from visitplanner.domain.record import Channel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Plain = dict[str, msgspec.Raw]
"""An object of JSON, its fields undecoded."""


def plain(data: bytes | msgspec.Raw) -> Plain:
    """The fields of an object; ValidationError when it is none."""
    return msgspec.json.decode(bytes(data), type=Plain)


def _version_of_1(fields: Plain) -> Plain:
    """Who approved it was one string without a language."""
    fresh = dict(fields)
    name = fresh.pop("approved_by", msgspec.Raw(b'""'))
    if bytes(name) != b'""':
        fresh["approved_name"] = msgspec.Raw(b'{"ru":%b}' % bytes(name))
    return fresh


def _publication_of_1(fields: Plain) -> Plain:
    """Its channel was any word."""
    word = msgspec.json.decode(bytes(fields.get("channel", b'"file"')), type=str)
    known = word if word in set(Channel) else Channel.FILE.value
    return {**fields, "channel": msgspec.Raw(msgspec.json.encode(known))}


PAPERS_OF_1: Final[Mapping[str, Callable[[Plain], Plain]]] = {
    "versions": _version_of_1,
    "publications": _publication_of_1,
}
"""What format 1 kept beside the items of a record, by the names of its fields."""


def dump_of_1(data: bytes) -> bytes:
    """The one JSON object that `dump` wrote then; ValidationError when it is something else."""
    whole = plain(data)
    record = plain(whole.get("record", msgspec.Raw(b"{}")))
    for name, renewed in PAPERS_OF_1.items():
        if name in record:
            papers = msgspec.json.decode(bytes(record[name]), type=list[Plain])
            fresh = msgspec.json.encode([renewed(paper) for paper in papers])
            record[name] = msgspec.Raw(fresh)
    return msgspec.json.encode({**whole, "record": record})
