# SPDX-License-Identifier: MIT
"""Interleaved runs of a subject and its yardstick, compared by their medians."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

Work = Callable[[], object]


class Row(NamedTuple):
    """One line of the table."""

    name: str
    ratio: float
    at_most: float
    subject_ms: float
    yardstick_ms: float


def cpu_seconds(work: Work) -> float:
    """Processor time of one call, in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compared(  # noqa: PLR0913 -- each is a word of the sentence the row says
    name: str,
    at_most: float,
    subject: Work,
    yardstick: Work,
    *,
    runs: int = 9,
    times: int = 1,
    before: Work = lambda: None,
) -> Row:
    """Runs both in turn after one warm-up; `times` calls make one reading of short work.

    What is done `before` each pair of readings is not measured.
    """

    def reading(work: Work) -> float:
        def repeated() -> None:
            for _ in range(times):
                work()

        return cpu_seconds(repeated) / times

    subject()
    yardstick()
    gc.collect()
    pairs = []
    for _ in range(runs):
        before()
        pairs.append((reading(subject), reading(yardstick)))
    return row(name, at_most, [a for a, _ in pairs], [b for _, b in pairs])


def row(name: str, at_most: float, subject: Sequence[float], yardstick: Sequence[float]) -> Row:
    """The line made of readings in seconds."""
    ours, theirs = median(subject), median(yardstick)
    return Row(name, ours / theirs, at_most, ours * 1000, theirs * 1000)


def process_seconds(words: Sequence[str]) -> float:
    """User and system time of a whole child process."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    with subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env
    ) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        complaint = child.stderr.read().decode() if child.stderr else ""
    if child.returncode:
        raise RuntimeError(f"{words}: {complaint}")
    return usage.ru_utime + usage.ru_stime


def reported(words: Sequence[str]) -> dict[str, float]:
    """The figures a process prints, each as name=value."""
    with tempfile.TemporaryDirectory(prefix="visitplanner-bench-") as home:
        folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        settings = Path(home, "visitplanner", "settings.json")
        settings.parent.mkdir()
        settings.write_text("{}", encoding="utf-8")
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, env={**os.environ, **folders}
        )
    if done.returncode:
        raise RuntimeError(f"{words}: {done.stderr}")
    pairs = (word.split("=") for word in done.stdout.split())
    return {name: float(value) for name, value in pairs}


def compared_processes(
    name: str, at_most: float, subject: str, yardstick: str, *, runs: int = 7
) -> Row:
    """Two Python programs, given as source, as whole processes in turn."""

    def seconds(program: str) -> float:
        return process_seconds([sys.executable, "-c", program])

    seconds(subject)
    seconds(yardstick)
    pairs = [(seconds(subject), seconds(yardstick)) for _ in range(runs)]
    return row(name, at_most, [a for a, _ in pairs], [b for _, b in pairs])
