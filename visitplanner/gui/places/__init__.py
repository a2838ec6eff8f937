# SPDX-License-Identifier: MIT
"""Editors of places and rooms, of travel times, of vehicles and who sits where."""
