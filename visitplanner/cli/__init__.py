# SPDX-License-Identifier: MIT
"""The command line: words run a command, none or a file open the window (design.md section 7)."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from visitplanner.cli.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, FOUND_ERRORS, REFUSED, INTERNAL = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; never lets a traceback out."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except Refusal as refusal:
        print(refusal.sentence, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader has left; closing standard output again would only complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 130
    except Exception as fault:  # noqa: BLE001 -- the last door: log it and name the log
        from visitplanner.cli.failure import logged

        print(logged(fault), file=sys.stderr)
        return INTERNAL


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
