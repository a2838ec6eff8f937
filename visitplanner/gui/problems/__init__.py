# SPDX-License-Identifier: MIT
"""The problems panel: what the rules find, and what can be done about it."""
