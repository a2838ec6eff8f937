# SPDX-License-Identifier: MIT
"""Which function carries out which command; every refusal of the core becomes one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.cli import checking, exporting, files, rulebook
from visitplanner.cli.refusal import Refusal
from visitplanner.domain.patch import EditRefusedError
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "new": files.new,
    "check": checking.check,
    "rules": rulebook.rules,
    "explain": rulebook.explain,
    "export": exporting.export,
    "dump": files.dump,
    "load": files.load,
    "copy": files.copy,
    "history": files.history,
}


def run(arguments: argparse.Namespace) -> int:
    """Carries out a parsed command; its exit status."""
    try:
        return _COMMANDS[arguments.command](arguments)
    except (StoreError, EditRefusedError) as refused:
        raise Refusal(str(refused)) from refused
