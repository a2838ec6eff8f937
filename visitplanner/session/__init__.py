# SPDX-License-Identifier: MIT
"""The visit being edited: edit, look, undo, redo, problems. No Qt here."""
