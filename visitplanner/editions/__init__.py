# SPDX-License-Identifier: MIT
"""Papers and what each reader may see: the one gate for visibility."""
