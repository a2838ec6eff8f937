# SPDX-License-Identifier: MIT
"""Finds what must not be read: every string above an audience gets a token of its own.

    visit, tokens = marked(example(), Visibility.PUBLIC)
    data = write_paper_for_the_public(visit)
    assert found(tokens, data) == []

The classes are read from the annotations of the domain here once more, on their own: a test that
asked the gate itself could not find it wrong.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct, inspect
from msgspec.structs import replace

from visitplanner.domain.text import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit

_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_BLANKS: Final = re.compile(r"[\s\u00ad\u00a0\u2011-]+")
_CODECS: Final = ("utf-8", "utf-16-be", "utf-16-le", "cp1251")


class _Marker:
    """Walks a value with the classes of its fields and puts tokens where the audience ends."""

    def __init__(self, audience: Visibility) -> None:
        self.audience = audience
        self.tokens: list[str] = []

    def token(self) -> str:
        self.tokens.append(f"zq{len(self.tokens):05}x")
        return self.tokens[-1]

    def struct(self, value: Struct, seen_by: Visibility) -> Struct:
        own = getattr(value, "visibility", Visibility.PUBLIC)
        stricter = max(seen_by, own, key=lambda v: v.strictness)
        if getattr(value, "role", "") in {"security", "driver"} and hasattr(value, "hotel_room"):
            stricter = max(stricter, Visibility.INTERNAL, key=lambda v: v.strictness)
        kind = inspect.type_info(type(value))
        assert isinstance(kind, inspect.StructType)
        return replace(
            value,
            **{
                field.name: self.walk(getattr(value, field.name), field.type, stricter)
                for field in kind.fields
                if field.name not in {"id", "uid", "stale"}
            },
        )

    def walk(self, value: object, kind: inspect.Type, seen_by: Visibility) -> object:
        if isinstance(kind, inspect.Metadata):
            extra = kind.extra or {}
            if "refers" in extra:
                return value
            own = extra.get("visibility", seen_by)
            stricter = max(seen_by, own, key=lambda v: v.strictness)
            return self.walk(value, kind.type, stricter)
        fresh = value
        if isinstance(value, Struct):
            fresh = self.struct(value, seen_by)
        elif isinstance(value, Mapping) and isinstance(kind, inspect.DictType):
            fresh = {k: self.walk(v, kind.value_type, seen_by) for k, v in value.items()}
        elif isinstance(value, tuple):
            inner = _inner(kind)
            fresh = tuple(self.walk(v, inner, seen_by) for v in value)
        elif type(value) is str and value and _free(kind) and not self.audience.admits(seen_by):
            fresh = f"{self.token()}{value}"
        return fresh


def _inner(kind: inspect.Type) -> inspect.Type:
    return kind.item_type if isinstance(kind, inspect.VarTupleType) else inspect.AnyType()


def _free(kind: inspect.Type) -> bool:
    """Whether any string may stand there: no id, no choice, no pattern."""
    if isinstance(kind, inspect.UnionType):
        return all(_free(k) for k in kind.types if not isinstance(k, inspect.NoneType))
    return isinstance(kind, inspect.StrType) and kind.pattern is None


def with_secrets(visit: Visit) -> Visit:
    """The visit with its third item internal and its fourth restricted."""
    items = dict(visit.items)
    for key, seen_by in zip(
        list(items)[2:4], (Visibility.INTERNAL, Visibility.RESTRICTED), strict=True
    ):
        items[key] = replace(items[key], visibility=seen_by)
    return replace(visit, items=items)


def marked(visit: Visit, audience: Visibility) -> tuple[Visit, tuple[str, ...]]:
    """The visit with a token in front of every string above the audience, and the tokens."""
    marker = _Marker(audience)
    fresh = marker.struct(visit, Visibility.PUBLIC)
    return replace(visit, **{f: getattr(fresh, f) for f in visit.__struct_fields__}), tuple(
        marker.tokens
    )


def with_tombstone(record: Record, item: ProgrammeItem) -> Record:
    """The record as if that item had been deleted."""
    fact = replace(record.items[item.id], tombstone=item)
    return replace(record, items={**record.items, item.id: fact})


def found(tokens: Iterable[str], *papers: str | bytes) -> list[str]:
    """The tokens that can be read in any of the papers: text, bytes, streams, archive members."""
    haystacks = [_plain(text) for paper in papers for text in _texts(paper)]
    return [token for token in tokens if any(token in text for text in haystacks)]


def _plain(text: str) -> str:
    return _BLANKS.sub("", text).lower()


def _texts(paper: str | bytes) -> Iterator[str]:
    if isinstance(paper, str):
        yield paper
        return
    for blob in _blobs(paper):
        for codec in _CODECS:
            yield blob.decode(codec, errors="replace")


def _blobs(data: bytes) -> Iterator[bytes]:
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield entry.filename.encode()
                yield from _blobs(archive.read(entry))
    if data.startswith(b"%PDF"):
        for stream in _STREAM.findall(data):
            try:
                yield zlib.decompress(stream)
            except zlib.error:
                yield stream
        yield _pdf_text(data).encode()


def _pdf_text(data: bytes) -> str:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return "".join([*pages, *map(str, document.get_metadata_dict().values())])
    finally:
        document.close()
