# SPDX-License-Identifier: MIT
"""The process that prints for a preview: papers and their pixels, away from the window.

`python -m visitplanner.gui.preview.printer_child` answers requests (see `protocol`) until the
window closes the pipe, and so never outlives it. It keeps typefaces and the last paper at hand.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from visitplanner.domain import codec
from visitplanner.domain.record import Record
from visitplanner.domain.visit import Visit
from visitplanner.gui.preview.pixels import Pages
from visitplanner.gui.preview.protocol import Draw, Drawn, Failed, Made, Make, frame, read_request
from visitplanner.publishing import printed

if TYPE_CHECKING:
    from typing import BinaryIO

    from visitplanner.gui.preview.protocol import Answer, Request

_PIPE: Final = 1 << 20


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers requests one after the other until there are no more."""
    press = _Press()
    while (asked := read_request(requests)) is not None:
        head, body = press.answer(*asked)
        answers.write(frame(head, len(body)))
        answers.write(body)
        answers.flush()


class _Press:
    """Holds the last paper made."""

    def __init__(self) -> None:
        self._pages: Pages | None = None

    def answer(self, request: Request, body: bytes) -> tuple[Answer, bytes | memoryview]:
        """What was asked for, or what went wrong."""
        try:
            if isinstance(request, Make):
                return self._make(request, body)
            return self._draw(request)
        except Exception as fault:  # noqa: BLE001 -- told in the window; the next edit may mend it
            return Failed(
                number=request.number, fault=type(fault).__name__, where=_where(fault)
            ), b""

    def _make(self, request: Make, body: bytes) -> tuple[Answer, bytes]:
        visit = codec.decode(Visit, body[: request.visit_size])
        record = codec.decode(Record, body[request.visit_size :])
        made = printed(visit, record, request.order, request.today)
        if self._pages is not None:
            self._pages.close()
        self._pages = Pages(made.data)
        head = Made(
            number=request.number,
            sheets=made.sheets,
            places=made.places,
            findings=made.findings,
        )
        return head, made.data

    def _draw(self, request: Draw) -> tuple[Answer, memoryview]:
        if self._pages is None:
            raise LookupError(request.number)
        pixels = self._pages.strip(request.page, request.width, request.top, request.height)
        return Drawn(asked=request), pixels


def _where(fault: BaseException) -> str:
    """Files and lines of the program, the innermost last; values stay out of the log."""
    frames = traceback.extract_tb(fault.__traceback__)
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))


def _widen(pipe: int) -> None:
    """Lets a strip through at once, where the system can: fewer wakings of the window."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # more than this user may have
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def main() -> None:
    """Takes the pipes over; what anything prints by the way goes nowhere near them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window decides
    _widen(1)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, answers)
        answers.close()
    except BrokenPipeError:
        os._exit(0)  # the window is gone: there is nobody to flush for


if __name__ == "__main__":
    main()
