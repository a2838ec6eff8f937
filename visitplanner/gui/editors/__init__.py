# SPDX-License-Identifier: MIT
"""Editors: tables of any collection of the visit, edited in place, in windows of their own."""
