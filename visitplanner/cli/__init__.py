# SPDX-License-Identifier: MIT
"""The command line: words run a command, none or a file open the window (design.md section 7)."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from visitplanner.cli.refusal import Refusal
from visitplanner.cli.streams import complain, give_up, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, FOUND_ERRORS, REFUSED, INTERNAL = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; never lets a traceback out."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        settle()
    except Refusal as refusal:
        _give_up_output()
        complain(refusal.sentence)
        return REFUSED
    except BrokenPipeError:
        _give_up_output()  # the reader has left
        return FINE
    except KeyboardInterrupt:
        return 130
    except Exception as fault:  # noqa: BLE001 -- the last door: log it and name the log
        from visitplanner.cli.failure import logged

        complain(logged(fault))
        return INTERNAL
    return status


def _give_up_output() -> None:
    """Sends what is left unsaid nowhere; at the end it would only be complained about again."""
    if sys.stdout is not None:
        with suppress(OSError):
            sys.stdout.flush()
            return
        give_up(sys.stdout)


def _run(words: list[str]) -> int:
    from visitplanner.cli.parser import COMMANDS, parse

    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        from visitplanner.cli.window import open_window

        return open_window(words)
    arguments = parse(words)
    if arguments is None:
        return FINE
    from visitplanner.cli import commands

    return commands.run(arguments)
