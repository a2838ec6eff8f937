# SPDX-License-Identifier: MIT
"""The checks: declarations over pure generators, one catalogue, run whole or after a patch."""
