# SPDX-License-Identifier: MIT
"""What is promised of files, a few rounds of each family; `make torture` runs many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.torture.families import FAMILIES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", FAMILIES)
def test_promises_of_files(tmp_path: Path, name: str) -> None:
    family = FAMILIES[name]
    assert family.run(tmp_path, 2025, family.few)
