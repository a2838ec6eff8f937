# SPDX-License-Identifier: MIT
"""Jumping to anything by a few letters, and finding any text of the visit."""
