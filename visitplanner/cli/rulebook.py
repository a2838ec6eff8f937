# SPDX-License-Identifier: MIT
"""Commands on the rules themselves: rules, explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.cli import values
from visitplanner.cli.refusal import Refusal
from visitplanner.cli.streams import as_json, say, say_data
from visitplanner.rules import catalogue

if TYPE_CHECKING:
    import argparse


def rules(arguments: argparse.Namespace) -> int:
    """Lists every rule in the order of the catalogue."""
    form = values.choice("--format", arguments.format, ("text", "json"))
    language = values.language(arguments.language)
    rows = catalogue.listing(language)
    if form == "json":
        say_data(as_json({"rules": rows}))
        return 0
    for row in rows:
        say(f"{row['code']}  {row['severity']:<8} {row['stage']:<8} {row['title']}")
    return 0


def explain(arguments: argparse.Namespace) -> int:
    """Prints what a rule finds, why it matters, an example, what to do, and its source."""
    code = arguments.code.upper()
    if code not in known_codes():
        raise Refusal(f"{arguments.code}: there is no such rule; visitplanner rules lists them.")
    say(catalogue.explain(code, values.language(arguments.language)))
    return 0


def known_codes() -> tuple[str, ...]:
    """The codes of all rules, in the order of the catalogue."""
    return tuple(rule.code for rule in catalogue.RULES)
