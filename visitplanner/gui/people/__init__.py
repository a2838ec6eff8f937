# SPDX-License-Identifier: MIT
"""Windows of people: tables, delegations with ranks, groups, pasted lists, replacing."""
