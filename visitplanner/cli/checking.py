# SPDX-License-Identifier: MIT
"""The command check: all rules over one visit, as text or JSON."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.cli import values
from visitplanner.cli.refusal import Refusal
from visitplanner.cli.rulebook import known_codes
from visitplanner.cli.streams import as_json, say, say_data
from visitplanner.rules.findings import Findings
from visitplanner.rules.fixes import fixes_of
from visitplanner.rules.rule import Problem, Severity
from visitplanner.session.holders import known_to_holders
from visitplanner.store import open_visit
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.message import render

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit

GROUPS = (
    (N_("Errors"), Severity.ERROR),
    (N_("Warnings"), Severity.WARNING),
    (N_("For information"), Severity.INFO),
)


def check(arguments: argparse.Namespace) -> int:
    """Prints what the rules find; 1 when an unwaived error that counts now is among it."""
    form = values.choice("--format", arguments.format, ("text", "json"))
    if arguments.prints:
        raise Refusal("--prints: this version cannot do that yet; leave it out.")
    language = values.language(arguments.language)
    today = values.day("--today", arguments.today)
    codes = _codes(arguments)
    with closing(open_visit(Path(arguments.file), read_only=True)) as store:
        held = store.read()
        past = known_to_holders(store, held)
    findings = Findings.full(held.visit, held.record, today, codes, past)
    problems = findings.problems
    if form == "json":
        # A fix is judged by what all rules say of it, not only those chosen.
        whole = (
            findings if codes is None else Findings.full(held.visit, held.record, today, past=past)
        )
        say_data(as_json(report(problems, whole, language)))
    else:
        say(as_text(problems, held.visit, language))
    return 1 if any(p.live and p.severity is Severity.ERROR for p in problems) else 0


def _codes(arguments: argparse.Namespace) -> frozenset[str] | None:
    known = known_codes()
    selected = values.codes("--select", arguments.select, known)
    ignored = values.codes("--ignore", arguments.ignore, known)
    if selected is None and ignored is None:
        return None
    return (selected or frozenset(known)) - (ignored or frozenset())


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems count now by severity, are waived, are not due yet."""
    live = [p for p in problems if p.live]
    return {
        "error": sum(p.severity is Severity.ERROR for p in live),
        "warning": sum(p.severity is Severity.WARNING for p in live),
        "info": sum(p.severity is Severity.INFO for p in live),
        "waived": sum(p.waiver is not None for p in problems),
        "not_due": sum(not p.due and p.waiver is None for p in problems),
    }


def report(
    problems: Sequence[Problem], findings: Findings, language: Language
) -> dict[str, object]:
    """The report of design.md section 7; `findings` are those of all rules."""
    visit = findings.visit
    return {
        "problems": [
            {
                "code": p.code,
                "name": p.name,
                "severity": p.severity.value,
                "stage": p.stage.value,
                "due": p.due,
                "message": render(p.message, visit, language),
                "items": list(p.items),
                "people": list(p.people),
                "places": [{"kind": x.kind, "id": x.id, "field": x.field} for x in p.places],
                "waived": p.waiver is not None,
                "fixes": [
                    {
                        "title": render(fix.title, visit, language),
                        "confidence": fix.confidence.value,
                    }
                    for fix in fixes_of(p, findings)
                ],
            }
            for p in problems
        ],
        "counts": counts(problems),
    }


def as_text(problems: Sequence[Problem], visit: Visit, language: Language) -> str:
    """The report for reading: groups by severity, then what is waived, then what is not due."""
    _ = translator(language).gettext
    groups = [
        (_(title), [p for p in problems if p.live and p.severity is severity])
        for title, severity in GROUPS
    ]
    groups.append((_("Left as it is"), [p for p in problems if p.waiver is not None]))
    groups.append((_("Not due yet"), [p for p in problems if not p.due and p.waiver is None]))
    lines: list[str] = []
    for title, members in groups:
        if members:
            lines += [f"{title}: {len(members)}"]
            lines += [f"  {p.code}  {render(p.message, visit, language)}" for p in members]
    return "\n".join(lines) if lines else _("Nothing to report.")
