# SPDX-License-Identifier: MIT
"""Where things lie: the resources of the program, and the folders of its user."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_NAME = "visitplanner"


@cache
def resources() -> Path:
    """The folder of icons, catalogues and samples: inside the package, or in the checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def settings_file() -> Path:
    """The user's settings; the folder may not exist yet."""
    system: str = sys.platform
    if system == "linux":  # every start asks, and the library takes longer to load than this
        named = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(named) if named else Path.home() / ".config") / _NAME / "settings.json"
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "settings.json"


def log_file() -> Path:
    """The log of unexpected errors; the folder may not exist yet."""
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False) / "visitplanner.log"


def backups_folder() -> Path:
    """Where copies go before a file is migrated or repaired; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "backups"


def copies_folder() -> Path:
    """Where a file is copied to that can be read only after recovery; it may not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False) / "copies"


def edits_folder() -> Path:
    """Where edits are kept first that go to a slow share; it may not exist yet."""
    system: str = sys.platform
    if system == "linux":  # every opening asks
        named = os.environ.get("XDG_DATA_HOME", "").strip()
        return (Path(named) if named else Path.home() / ".local" / "share") / _NAME / "edits"
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "edits"


def visits_folder() -> Path:
    """Where new visits go; it may not exist yet."""
    from platformdirs import user_documents_path

    return user_documents_path() / _NAME
