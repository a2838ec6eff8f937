# SPDX-License-Identifier: MIT
"""Files made from a view: calendars, workbooks, printed programmes."""
