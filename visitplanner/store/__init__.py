# SPDX-License-Identifier: MIT
"""Where a visit lives on disk."""

from visitplanner.store.opening import open_visit
from visitplanner.store.returning import Share
from visitplanner.store.visit_file import create_visit

__all__ = ["Share", "create_visit", "open_visit"]
