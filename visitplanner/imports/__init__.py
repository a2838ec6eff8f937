# SPDX-License-Identifier: MIT
"""What others send becomes proposals, shown before they are taken."""
