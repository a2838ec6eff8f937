# SPDX-License-Identifier: MIT
"""Desktop planner for the visits of official delegations."""

__version__ = "0.1.0"
