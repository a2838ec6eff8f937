# SPDX-License-Identifier: MIT
"""Every edit of the visit, the newest first, and the way back to what was."""
