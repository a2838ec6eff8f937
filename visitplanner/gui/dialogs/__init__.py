# SPDX-License-Identifier: MIT
"""Windows beside the main one."""
