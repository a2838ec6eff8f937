# SPDX-License-Identifier: MIT
"""The command without words: opens the window, or says in one sentence why it cannot."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.cli.refusal import Refusal

if TYPE_CHECKING:
    from types import ModuleType

_SCREENLESS = {"offscreen", "minimal", "vnc"}
_XCB_NEEDS = {"libxcb-cursor.so.0": "libxcb-cursor0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0"}


def open_window(words: list[str]) -> int:
    """Shows the window on a file, or on the last visit; the exit status of the application."""
    if len(words) > 1:
        raise Refusal(
            f"visitplanner: one file at a time: {words[1]} is too much;"
            " see visitplanner --help for the commands."
        )
    path = Path(words[0]) if words else None
    if path is not None and not path.exists():
        raise Refusal(
            f"{path}: there is no such file; name an existing one,"
            f" or make it with: visitplanner new {path}"
        )
    check_screen()
    status: int = load_window().run(path)
    return status


def load_window() -> ModuleType:
    """The room of the window, which is loaded only now."""
    gc.disable()  # what a start loads stays; the window collects again as soon as all is shown
    try:
        from visitplanner.gui import app
    except ImportError as error:
        raise Refusal(
            f"visitplanner: a library for the window is missing ({error});"
            " install it with: make system"
        ) from None
    return app


def check_screen() -> None:
    """Refusal when Qt would abort: no display, or no library for it."""
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform in _SCREENLESS:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Refusal(
            "visitplanner: there is no display for the window;"
            " use the commands (visitplanner --help) or set DISPLAY."
        )
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    import ctypes

    for library, package in _XCB_NEEDS.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            raise Refusal(
                f"visitplanner: the window needs the library {library};"
                f" install it with: apt-get install {package}"
            ) from None
