# SPDX-License-Identifier: MIT
"""Tags: what in a file is a heading, a row, a cell, so that a screen reader can walk it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas


class Element(NamedTuple):
    """A part of the text as screen readers walk it: a tag, its page and mark, its parts."""

    tag: str
    page: int = -1
    mark: int = -1
    parts: tuple[Element, ...] = ()


class _Entry(Protocol):
    __NoDefault__: list[str]
    StructParents: int
    Tabs: object


class _Catalog(Protocol):
    StructTreeRoot: object
    MarkInfo: object


class File(Protocol):
    """What of the file behind a canvas the canvas itself has no door to."""

    _timeStamp: object  # noqa: N815 -- their names there
    Catalog: _Catalog
    idToObject: Mapping[str, _Entry]  # noqa: N815

    def Reference(self, value: object, name: str) -> object: ...  # noqa: N802 -- its name there


def file_behind(canvas: Canvas) -> File:
    """The file a canvas writes."""
    found: File = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 -- see File
    return found


def add_tree(canvas: Canvas, elements: Sequence[Element]) -> None:
    """Adds the tree by which screen readers walk the text (ISO 32000 14.7)."""
    from reportlab.pdfbase.pdfdoc import (
        PDFArray,
        PDFArrayCompact,
        PDFDictionary,
        PDFName,
        PDFObjectReference,
    )

    document = file_behind(canvas)
    marked: dict[int, dict[int, object]] = {}

    def add(element: Element, name: str, parent: str) -> object:
        entry: dict[str, object] = {
            "S": PDFName(element.tag),
            "P": PDFObjectReference(parent),
        }
        if element.mark >= 0:
            entry["Pg"] = PDFObjectReference(f"Page{element.page + 1}")
            entry["K"] = element.mark
            marked.setdefault(element.page, {})[element.mark] = PDFObjectReference(name)
        else:
            entry["K"] = PDFArrayCompact(
                [add(part, f"{name}.{n}", name) for n, part in enumerate(element.parts)]
            )
        return document.Reference(PDFDictionary(entry), name)

    tree = add(Element("Document", parts=tuple(elements)), "T", "Tree")
    numbers: list[object] = []
    for page, marks in sorted(marked.items()):
        by_mark = PDFArrayCompact([marks[n] for n in sorted(marks)])
        numbers += [page, document.Reference(by_mark, f"Marks{page}")]
        entry = document.idToObject[f"Page{page + 1}"]
        entry.__NoDefault__ = [*entry.__NoDefault__, "StructParents", "Tabs"]
        entry.StructParents = page
        entry.Tabs = PDFName("S")
    parents = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}), "Parents")
    root = {"Type": PDFName("StructTreeRoot"), "K": tree, "ParentTree": parents}
    document.Catalog.StructTreeRoot = document.Reference(PDFDictionary(root), "Tree")
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
