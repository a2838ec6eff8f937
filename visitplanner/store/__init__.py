# SPDX-License-Identifier: MIT
"""Where a visit lives on disk."""
