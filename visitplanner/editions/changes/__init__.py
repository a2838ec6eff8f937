# SPDX-License-Identifier: MIT
"""Changes between two states of the plan in words: sheets, entries, lines."""
