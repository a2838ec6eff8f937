# SPDX-License-Identifier: MIT
"""Cells that are typed into: what the programme's table and the tables of entities share."""
