# SPDX-License-Identifier: MIT
"""Calendars (RFC 5545) that telephones take: the whole visit, a delegation, a person."""

from visitplanner.exports.ical.calendar import too_large, write_ical

__all__ = ["too_large", "write_ical"]
