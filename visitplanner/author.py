# SPDX-License-Identifier: MIT
"""Who edits: the name the user has chosen in the window, else that of the system's user."""

from __future__ import annotations

from visitplanner import paths


def system_author() -> str:
    """The full name of the system's user where it is known, else the name to log in with."""
    import getpass

    try:
        return _full_name() or _clean(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return "?"


def _full_name() -> str:
    import os

    try:
        import pwd
    except ImportError:  # Windows
        return ""
    try:
        entry = pwd.getpwuid(os.getuid())
    except KeyError:
        return ""
    # As finger(1) reads it: the first part, an ampersand standing for the login name.
    return _clean(entry.pw_gecos.partition(",")[0].replace("&", entry.pw_name.capitalize()))


def _clean(name: str) -> str:
    """One line, without bytes that are no letters in the system's encoding."""
    return " ".join(name.encode("utf-8", "ignore").decode().split())


def author() -> str:
    """The name the user has chosen in the window, else that of the system's user."""
    import json

    try:
        found = json.loads(paths.settings_file().read_bytes())
    except (OSError, ValueError):
        return system_author()
    chosen = found.get("author") if isinstance(found, dict) else None
    return (_clean(chosen) if isinstance(chosen, str) else "") or system_author()
