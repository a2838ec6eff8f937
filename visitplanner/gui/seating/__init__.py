# SPDX-License-Identifier: MIT
"""Who sits where, as a drawing."""
