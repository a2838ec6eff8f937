# SPDX-License-Identifier: MIT
"""Two states of the plan beside each other: what has changed, and whom it concerns."""
