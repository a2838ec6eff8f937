# SPDX-License-Identifier: MIT
"""Dates, times, names in their cases, plural and messages, in Russian, Belarusian and English."""
