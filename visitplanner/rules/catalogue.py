# SPDX-License-Identifier: MIT
"""The one ordered table of rules, and their explanation in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.rules.agenda import A01, A02, A03
from visitplanner.rules.calendar import H01
from visitplanner.rules.ceremonies import K02, K04
from visitplanner.rules.documents import D02, D03
from visitplanner.rules.order import T05, T06, T08
from visitplanner.rules.outputs import O03
from visitplanner.rules.people import P01, P02, P03
from visitplanner.rules.rule import HEADINGS, Rule, Severity, Stage
from visitplanner.rules.timing import T01, T02, T04
from visitplanner.rules.travel import R01, R02
from visitplanner.rules.vehicles import C01, C02, C03
from visitplanner.rules.venues import V01, V02, V03, V06
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.text import Language

RULES: Final[tuple[Rule, ...]] = (
    *(T01, T02, T04, T05, T06, T08),
    *(P01, P02, P03),
    *(V01, V02, V03, V06),
    *(R01, R02),
    *(C01, C02, C03),
    *(K02, K04),
    *(D02, D03),
    *(A01, A02, A03),
    *(H01,),
    *(O03,),
)
BY_CODE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in RULES}

SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.INFO: N_("Info"),
}
STAGES: Final[Mapping[Stage, str]] = {
    Stage.DRAFT: N_("from the first minute"),
    Stage.AGREE: N_("once the programme is being agreed"),
    Stage.APPROVE: N_("once the programme is agreed"),
    Stage.D3: N_("from three working days before the visit"),
    Stage.D1: N_("from the working day before the visit"),
}


def title(code: str, language: Language) -> str:
    """What a rule is called."""
    return translator(language).gettext(BY_CODE[code].title)


def text(rule: Rule, language: Language) -> dict[str, str]:
    """The explanation: heading and paragraph, in order."""
    _ = translator(language).gettext
    return {_(heading): _(getattr(rule.text, part)) for part, heading in HEADINGS.items()}


def explain(code: str, language: Language) -> str:
    """The explanation of a rule with its title, severity, stage and source."""
    _ = translator(language).gettext
    rule = BY_CODE[code]
    lines = [
        f"{rule.code} {_(rule.title)} ({rule.name})",
        f"{_(SEVERITIES[rule.severity])}, {_(STAGES[rule.stage])}",
    ]
    for heading, paragraph in text(rule, language).items():
        lines += ["", heading, paragraph]
    lines += ["", f"{_('Source')}: {_(rule.source)}"]
    return "\n".join(lines)


def listing(language: Language) -> list[dict[str, str | dict[str, str]]]:
    """Every rule in order, as the command line lists them."""
    _ = translator(language).gettext
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "title": _(rule.title),
            "severity": rule.severity.value,
            "stage": rule.stage.value,
            "family": rule.family,
            "source": rule.source,
            "text": text(rule, language),
        }
        for rule in RULES
    ]


def handbook(language: Language) -> str:
    """All rules with their explanations, as Markdown."""
    _ = translator(language).gettext
    lines = [f"# {_('Handbook of the checks')}", ""]
    for rule in RULES:
        lines += [
            f"## {rule.code} {_(rule.title)}",
            "",
            f"`{rule.name}` · {_(SEVERITIES[rule.severity])} · {_(STAGES[rule.stage])}",
            "",
        ]
        for heading, paragraph in text(rule, language).items():
            lines += [f"**{heading}.** {paragraph}", ""]
        lines += [f"*{_('Source')}: {_(rule.source)}*", ""]
    return "\n".join(lines)
