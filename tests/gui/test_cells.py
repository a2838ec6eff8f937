# SPDX-License-Identifier: MIT
"""Cells as Excel and Word put them on the clipboard."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from visitplanner.gui.cells import as_html, as_text, read_cells, rectangular

CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters='\t\n"'), max_size=8
)
BLOCK = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(CELL, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4
    ).map(tuple)
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ('"a\nb"\t"c ""d"""', (("a\nb", 'c "d"'),)),
        ('"Смоленск" завод\tb', (('"Смоленск" завод', "b"),)),
        ("a\t\n\tb", (("a", ""), ("", "b"))),
        ("'=1+1", (("=1+1",),)),
        ("'90-е", (("'90-е",),)),
        ("", ()),
    ],
)
def test_text(text: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read_cells(text) == cells


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", (("a", "b"), ("c",))),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", (("a", "", "b"),)),
        (
            "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            (("a", "b"), ("a", "c")),
        ),
        (
            "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
            (("a\nb c",),),
        ),
        ("<table><tr><td><p>a</p><p>b&amp;&lt;</p></td></tr></table>", (("a\nb&<",),)),
        ("<table><tr><td>a<![if !vml]>b<![endif]></td></tr></table>", (("a b",),)),
        (
            "<table><tr><td>a<!--[if gte mso 9]><p>x</p><![endif]--></td><td>b</td></tr></table>",
            (("a", "b"),),
        ),
        (
            (
                "<style>td{}</style><table><tr style='DISPLAY: none'><td>x</td></tr>"
                "<tr><td>a\n  b</td></tr></table>"
            ),
            (("a b",),),
        ),
    ],
)
def test_html(html: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read_cells("", html) == cells


def test_html_without_a_table_gives_way_to_the_text() -> None:
    assert read_cells("a\tb", "<p>a b</p>") == (("a", "b"),)


@given(BLOCK)
def test_text_written_is_read(block: tuple[tuple[str, ...], ...]) -> None:
    text = as_text(block)
    assert read_cells(text) == (block if text else ())


@given(BLOCK)
def test_text_written_is_what_a_spreadsheet_reads(block: tuple[tuple[str, ...], ...]) -> None:
    rows = list(csv.reader(StringIO(as_text(block), newline=""), "excel-tab"))
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert [len(row) for row in rows if row not in ([], [""])] == [
        len(row) for row in block if row != ("",)
    ]


@given(BLOCK)
def test_html_written_is_read_but_for_spaces(block: tuple[tuple[str, ...], ...]) -> None:
    def words(cells: tuple[tuple[str, ...], ...]) -> list[list[list[str]]]:
        rows = [[cell.split() for cell in row] for row in rectangular(cells)]
        while rows and not any(rows[-1]):
            rows.pop()
        return rows

    assert words(read_cells("", as_html(block))) == words(block)


@example("<![;")
@given(st.text(st.sampled_from("<>/tabledrp=\"' a&;!-[]\n")))
def test_no_html_is_too_odd(html: str) -> None:
    read_cells("", f"<table>{html}")
