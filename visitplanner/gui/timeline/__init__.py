# SPDX-License-Identifier: MIT
"""The timeline: the plan of a day drawn as lanes, edited by mouse and keys."""
