# SPDX-License-Identifier: MIT
"""Papers as PDF: an own small layout over the canvas of reportlab."""
