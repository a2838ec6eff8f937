# SPDX-License-Identifier: MIT
"""`python -m tests.bench [WORD ...]`: prints the table, writes build/bench.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import drawing, engine, keeping, papers, starting
from tests.bench.measure import Row

Family = Callable[[], Iterator[Row]]
FAMILIES: dict[str, Family] = {
    "starting": starting.rows,
    "drawing": drawing.rows,
    "engine": engine.rows,
    "keeping": keeping.rows,
    "papers": papers.rows,
}


def main(words: list[str]) -> None:
    """Measures all families, or those named."""
    measured: list[Row] = []
    for name, family in FAMILIES.items():
        if words and name not in words:
            continue
        for row in family():
            measured.append(row)
            verdict = "" if row.ratio <= row.at_most else "  over"
            sys.stdout.write(
                f"{row.name:<86} {row.ratio:7.2f}  at most {row.at_most:5.2f}"
                f"  {row.subject_ms:9.2f} / {row.yardstick_ms:9.2f} ms{verdict}\n"
            )
            sys.stdout.flush()
    target = Path("build/bench.json")
    target.parent.mkdir(exist_ok=True)
    table = [
        {
            "name": row.name,
            "ratio": round(row.ratio, 3),
            "at_most": row.at_most,
            "milliseconds": round(row.subject_ms, 3),
            "yardstick_milliseconds": round(row.yardstick_ms, 3),
        }
        for row in measured
    ]
    target.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


main(sys.argv[1:])
