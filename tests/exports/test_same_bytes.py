# SPDX-License-Identifier: MIT
"""The same visit and record give the same bytes in every process, whenever it runs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_CHILD = """
import hashlib
from datetime import UTC, datetime
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Visibility
from visitplanner.editions.view import programme_view
from visitplanner.exports.excel import write_excel
from visitplanner.exports.ical import write_ical
from visitplanner.exports.whole import Paper, zipped
from visitplanner.samples import EXAMPLE, template

visit = template(EXAMPLE, uid="visit-of-the-tests")
record = first_record(visit, datetime(2025, 12, 1, 9, 30, tzinfo=UTC))
papers = []
for audience in (Visibility.PUBLIC, Visibility.INTERNAL):
    for scope in (None, "guests", "subbotin"):
        view = programme_view(visit, record, audience=audience, language="ru", scope=scope)
        papers.append(Paper(name=f"{audience}-{scope}.ics", data=write_ical(view)))
        papers.append(Paper(name=f"{audience}-{scope}.xlsx", data=write_excel(view)))
for paper in papers:
    print(paper.name, hashlib.sha256(paper.data).hexdigest())
print("zip", hashlib.sha256(zipped(papers)).hexdigest())
"""


def test_hash_seed_zone_and_locale_of_the_process_do_not_matter() -> None:
    outputs = set()
    for seed, zone, place in (("0", "UTC", "C"), ("1", "Asia/Tokyo", "C.UTF-8"), ("99", "", "C")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": place,
            "PYTHONPATH": str(ROOT),
        }
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", _CHILD],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(run.stdout)
    (output,) = outputs
    assert len(output.splitlines()) == 13
    assert len({line.split()[1] for line in output.splitlines()}) == 13
    assert hashlib.sha256(b"").hexdigest() not in output


def test_heavy_libraries_are_loaded_when_a_paper_is_made() -> None:
    code = (
        "import sys, visitplanner.exports.ical, visitplanner.exports.excel,"
        " visitplanner.exports.whole;"
        "sys.exit(' '.join({'icalendar', 'openpyxl'} & set(sys.modules)) or None)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
