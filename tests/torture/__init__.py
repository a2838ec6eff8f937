# SPDX-License-Identifier: MIT
"""Long runs of random work on real files: `make torture`."""
