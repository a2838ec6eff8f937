# SPDX-License-Identifier: MIT
"""Flags in their order, as a drawing."""
