# SPDX-License-Identifier: MIT
"""Versions of the programme: frozen, agreed, approved, compared and restored."""
