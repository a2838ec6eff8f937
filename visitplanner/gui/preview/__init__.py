# SPDX-License-Identifier: MIT
"""The preview of papers: the real print, page by page, and the way to the printer."""
