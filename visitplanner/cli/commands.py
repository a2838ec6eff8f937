# SPDX-License-Identifier: MIT
"""Which function carries out which command; every refusal of the core becomes one sentence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from visitplanner.cli.refusal import Refusal
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

# By module, so that `dump` does not wait for the rules nor `check` for the exports.
_MODULES: Final[Mapping[str, str]] = {
    "new": "files",
    "dump": "files",
    "load": "files",
    "copy": "files",
    "history": "telling",
    "repair": "care",
    "backups": "care",
    "erase": "care",
    "check": "checking",
    "diff": "comparing",
    "export": "exporting",
    "rules": "rulebook",
    "explain": "rulebook",
}


def run(arguments: argparse.Namespace) -> int:
    """Carries out a parsed command; its exit status."""
    module = import_module(f"visitplanner.cli.{_MODULES[arguments.command]}")
    try:
        status: int = getattr(module, arguments.command)(arguments)
    except StoreError as refused:
        raise Refusal(str(refused)) from refused
    return status
