# SPDX-License-Identifier: MIT
"""Tables of preparation, of papers and the Plan, of days off; the accepted order as a form."""
