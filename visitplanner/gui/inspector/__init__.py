# SPDX-License-Identifier: MIT
"""The inspector: pages that show and edit what is selected."""
