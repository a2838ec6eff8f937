# SPDX-License-Identifier: MIT
"""The one ordered table of rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from visitplanner.rules.rule import Rule
from visitplanner.rules.timing import T01, T02
from visitplanner.rules.travel import R01
from visitplanner.rules.venues import V01

RULES: Final[tuple[Rule, ...]] = (T01, T02, V01, R01)
BY_CODE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in RULES}
