# SPDX-License-Identifier: MIT
"""Where the program looks for its resources and keeps what is the user's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from visitplanner import paths


def test_resources_are_those_of_the_checkout() -> None:
    assert paths.resources() == Path(__file__).parent.parent / "resources"


def test_installed_package_brings_its_own_resources(tmp_path: Path) -> None:
    package = tmp_path / "visitplanner"
    (package / "resources").mkdir(parents=True)
    (package / "__init__.py").touch()
    shutil.copy(paths.__file__, package)

    found = subprocess.run(
        [sys.executable, "-c", "from visitplanner import paths; print(paths.resources())"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert Path(found.stdout.strip()) == package / "resources"


def test_folders_of_the_user_are_named_but_not_made() -> None:
    home = Path.home()
    places = [
        paths.settings_file(),
        paths.log_file(),
        paths.backups_folder(),
        paths.visits_folder(),
    ]

    assert all(place.is_relative_to(home) for place in places)
    assert len(set(places)) == len(places)
    assert not any(place.exists() or place.parent.name == "" for place in places)
    assert list(home.iterdir()) == []
