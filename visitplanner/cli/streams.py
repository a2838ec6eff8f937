# SPDX-License-Identifier: MIT
"""Standard output and standard error as they really come: closed, full, or of an old alphabet."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from visitplanner.cli.refusal import Refusal

if TYPE_CHECKING:
    from typing import TextIO

_REMEDY = "send it to a file or to another program."


def say(text: str) -> None:
    """Prints an answer; letters the terminal does not have show as question marks."""
    stream = _output()
    coding = stream.encoding or "utf-8"
    _write(stream, (text + "\n").encode(coding, "replace"))


def say_data(data: bytes) -> None:
    """Writes an answer made for programs: always the same bytes."""
    _write(_output(), data)


def as_json(content: object) -> bytes:
    """JSON for people and programs: indented, in UTF-8 whatever the terminal has (RFC 8259 8.1)."""
    from json import dumps

    text = dumps(content, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace")


def complain(sentence: str) -> None:
    """One sentence on standard error, if there is anybody to read it."""
    # Without the question, print would take standard output for a closed standard error.
    if sys.stderr is None:
        return
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        # What stays in the buffer would fail once more at the end, and change the exit status.
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """Sends what is left unsaid on a stream nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def settle() -> None:
    """Makes sure that all that was said has left; Refusal when it could not."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable(error) from error


def _output() -> TextIO:
    if sys.stdout is None:
        raise Refusal(f"standard output: it is closed; {_REMEDY}")
    return sys.stdout


def _write(stream: TextIO, data: bytes) -> None:
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> Refusal:
    reason = error.strerror or type(error).__name__
    return Refusal(f"standard output: it cannot be written ({reason}); {_REMEDY}")
