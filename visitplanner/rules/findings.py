# SPDX-License-Identifier: MIT
"""All findings of a visit as a value: found whole, or after a patch where it may matter only."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from visitplanner.rules.catalogue import RULES
from visitplanner.rules.context import Context
from visitplanner.rules.dress import Dress
from visitplanner.rules.schedule import Schedule
from visitplanner.rules.staging import Stages, stages
from visitplanner.rules.touched import Touched, is_wide
from visitplanner.rules.verdict import Verdict, owners
from visitplanner.rules.waivers import stale_waivers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem, Rule


class Findings:
    """What the rules find in one visit on one day; immutable."""

    def __init__(
        self,
        schedule: Schedule,
        record: Record,
        today: date,
        dress: Dress,
        verdicts: Mapping[str, Verdict],
    ) -> None:
        self.schedule: Final = schedule
        self.visit: Final[Visit] = schedule.visit
        self.record: Final = record
        self.today: Final = today
        self.verdicts: Final = verdicts
        self._dress: Final = dress

    @classmethod
    def full(
        cls,
        visit: Visit,
        record: Record,
        today: date,
        codes: Collection[str] | None = None,
    ) -> Findings:
        """Every rule, or those of some codes, run over the whole visit."""
        schedule = Schedule.of(visit)
        dress = Dress(visit, stages(visit, record, today))
        context = Context(schedule, today, record, whole=True)
        verdicts = {
            rule.code: Verdict.of(rule, context, dress)
            for rule in RULES
            if codes is None or rule.code in codes
        }
        return cls(schedule, record, today, dress, verdicts)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The findings in the order of the catalogue, inside a rule by time."""
        if not self.visit.waivers:
            return tuple(chain.from_iterable(v.problems for v in self.verdicts.values()))
        stale = stale_waivers(self.visit, self.verdicts)
        return tuple(
            chain.from_iterable(
                (*verdict.problems, *stale.get(code, ())) for code, verdict in self.verdicts.items()
            )
        )

    @property
    def stages(self) -> Stages:
        """The stages of preparation the visit has reached."""
        return self._dress.stages

    @property
    def context(self) -> Context:
        """The view of the visit the rules have."""
        return Context(self.schedule, self.today, self.record)

    def after(self, visit: Visit, patch: Patch, record: Record) -> Findings:
        """The findings of the visit a patch has made; what it cannot alter is not looked at."""
        if is_wide(patch):
            return Findings.full(visit, record, self.today, self.verdicts)
        schedule = self.schedule.after(visit, patch)
        touched = Touched(self.schedule, schedule, patch)
        context = Context(schedule, self.today, record)
        dress, anew = self._dress_after(visit, record, touched)
        verdicts: dict[str, Verdict] = {}
        for rule in RULES:
            known = self.verdicts.get(rule.code)
            if known is None:
                continue
            if anew:
                known = known.dressed_anew(rule, dress)
            verdicts[rule.code] = _verdict_after(rule, known, context, dress, touched)
        return Findings(schedule, record, self.today, dress, verdicts)

    def on(self, today: date) -> Findings:
        """The findings of the same visit on another day."""
        return Findings.full(self.visit, self.record, today, self.verdicts)

    def _dress_after(self, visit: Visit, record: Record, touched: Touched) -> tuple[Dress, bool]:
        """The dress of the visit after a patch, and whether all is to be dressed anew."""
        dated = {"about", "calendars", "days"} & touched.collections
        if record.versions is self.record.versions and not dated:
            reached = self.stages
        else:
            reached = stages(visit, record, self.today)
        if reached == self.stages and "waivers" not in touched.collections:
            return self._dress.renewed(visit), False
        return Dress(visit, reached), True


def _verdict_after(
    rule: Rule, known: Verdict, context: Context, dress: Dress, touched: Touched
) -> Verdict:
    whole = bool(rule.reads & touched.collections)
    ids = {*owners(rule, context), *known.owners} if whole else touched.owners(rule.scope)
    return known.after(rule, context, dress, ids) if ids else known
