# SPDX-License-Identifier: MIT
"""A new visit from a few wishes."""
