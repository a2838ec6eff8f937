# SPDX-License-Identifier: MIT
"""The table: the programme as rows, edited in place."""
