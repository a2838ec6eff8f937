# SPDX-License-Identifier: MIT
"""Where a visit lives on disk."""

from visitplanner.store.opening import open_visit
from visitplanner.store.visit_file import create_visit

__all__ = ["create_visit", "open_visit"]
