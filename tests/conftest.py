# SPDX-License-Identifier: MIT
"""What every test relies on: no screen, no settings of the user, repeatable examples."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Before anything imports Qt or Hypothesis.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault(
    "HYPOTHESIS_STORAGE_DIRECTORY", str(Path(tempfile.gettempdir(), "visitplanner-hypothesis"))
)

import hypothesis
import pytest

hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")

CATALOGUES = Path(__file__).parent.parent / "resources" / "locale"


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the message catalogues when a translation is newer than they are."""
    if hasattr(config, "workerinput"):
        return
    for language in sorted(path.parent.name for path in CATALOGUES.glob("*/parts")):
        compiled = CATALOGUES / language / "LC_MESSAGES" / "visitplanner.mo"
        parts = CATALOGUES.glob(f"{language}/parts/*.po")
        newest = max((path.stat().st_mtime for path in parts), default=0.0)
        if not compiled.exists() or compiled.stat().st_mtime < newest:
            from resources.locale.compile_catalogues import compile_language

            compile_language(language)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, logs, backups and documents go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "Documents"))
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
