# SPDX-License-Identifier: MIT
"""The visit as a value: frozen types and pure functions, without files, clock, chance or screen."""
