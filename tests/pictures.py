# SPDX-License-Identifier: MIT
"""Draws the window into pictures to be looked at: `python tests/pictures.py FOLDER`.

`python tests/pictures.py --window FILE` draws one picture of the window on the example.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.gui.opening import Opened, settle
from tests.scenes import (
    act,
    approval_refused,
    backed_up,
    closed,
    comparing,
    conflict,
    crowd,
    crowded_table,
    damaged,
    dragging,
    finding,
    history,
    lanes,
    nothing,
    office,
    pasting,
    preview,
    read_only,
    replacing,
    restored,
    seating,
    selected,
    sent,
    told_of,
    version_printed,
    versions,
    waiving,
)
from visitplanner.gui.app import open_window
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.settings import Settings
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from collections.abc import Callable


def draw(
    target: Path,
    do: Callable[[Opened], None] = nothing,
    *,
    language: str = "ru",
    theme: str = "light",
    size: tuple[int, int] = (1440, 900),
) -> None:
    """Draws one picture: of the window, or of the window that has come beside it."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([*sys.argv[:1], "-style", "fusion"])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(language=language, theme=theme, first_start=False)
        window = open_window(application, office(Path(folder), settings))
        window.resize(*size)
        window.show()
        window.files.open_example()
        settle()
        do(Opened(window))
        settle()
        beside = [w for w in window.findChildren(QWidget) if w.isWindow() and w.isVisible()]
        shown = next((w for w in beside if isinstance(w, QDialog | EditorWindow)), window)
        shown.grab().save(str(target))
        for other in beside:
            other.close()
        window.close()
        settle()


def picture(
    do: Callable[[Opened], None] = nothing,
    language: str = "ru",
    theme: str = "light",
    size: tuple[int, int] = (1440, 900),
) -> Callable[[Path], None]:
    """What draws one picture."""
    return lambda path: draw(path, do, language=language, theme=theme, size=size)


PICTURES: dict[str, Callable[[Path], None]] = {
    "01-window": picture(selected),
    "02-window-en": picture(selected, "en"),
    "03-window-dark": picture(selected, theme="dark"),
    "04-opened": picture(),
    "05-conflict": picture(conflict),
    "06-dragging": picture(dragging),
    "07-lanes-people": picture(lanes(LaneMode.PERSON)),
    "08-lanes-places": picture(lanes(LaneMode.VENUE)),
    "09-lanes-vehicles": picture(lanes(LaneMode.VEHICLE)),
    "10-lanes-days": picture(lanes(LaneMode.DAY)),
    "11-crowd": picture(crowd(LaneMode.TRACK)),
    "12-crowd-people": picture(crowd(LaneMode.PERSON), "en"),
    "13-crowd-days-dark": picture(crowd(LaneMode.DAY), theme="dark"),
    "14-crowd-table": picture(crowded_table),
    "15-table": picture(act("table", item="signing")),
    "16-table-dark-en": picture(act("table", item="signing"), "en", "dark"),
    "17-preview": picture(preview),
    "18-preview-dark": picture(preview, theme="dark"),
    "19-welcome": picture(closed),
    "20-wizard": picture(act("new-visit")),
    "21-wizard-two-days-en-dark": picture(act("official-visit"), "en", "dark"),
    "22-people": picture(act("people")),
    "23-people-en-dark": picture(act("people"), "en", "dark"),
    "24-paste-list": picture(pasting),
    "25-replace": picture(replacing),
    "26-places": picture(act("edit-venues")),
    "27-travel": picture(act("edit-travel")),
    "28-travel-en-dark": picture(act("edit-travel"), "en", "dark"),
    "29-vehicles": picture(act("edit-vehicles", item="transfer-1")),
    "30-seating": picture(seating),
    "31-export": picture(act("export")),
    "32-export-en": picture(act("export"), "en"),
    "33-palette": picture(act("palette")),
    "34-find": picture(finding),
    "35-shortcuts": picture(act("shortcuts")),
    "36-reason": picture(waiving),
    "37-read-only": picture(read_only),
    "38-small": picture(selected, size=(1100, 700)),
    "39-deleted-dark-en": picture(act("delete", item="press"), "en", "dark"),
    "40-transfer-dark": picture(act(item="transfer-2"), theme="dark"),
    "41-versions": picture(versions),
    "42-versions-en-dark": picture(versions, "en", "dark"),
    "43-approval-refused": picture(approval_refused),
    "44-history": picture(history),
    "45-history-en-dark": picture(history, "en", "dark"),
    "46-version-printed": picture(version_printed),
    "47-author": picture(act("author")),
    "48-comparison": picture(comparing("heads-meeting")),
    "48-comparison-en-dark": picture(comparing("session"), "en", "dark"),
    "49-comparison-of-one": picture(comparing("enterprise", "novikov")),
    "50-inform": picture(sent("inform")),
    "51-inform-en-dark": picture(sent("inform"), "en", "dark"),
    "52-register": picture(sent("register")),
    "53-register-en-dark": picture(sent("register"), "en", "dark"),
    "54-reprint": picture(sent("reprint")),
    "55-handing-over": picture(sent("hand-over")),
    "56-handing-over-en-dark": picture(sent("hand-over"), "en", "dark"),
    "57-not-told": picture(told_of),
    "58-backups": picture(backed_up),
    "59-backups-en-dark": picture(backed_up, "en", "dark"),
    "60-erase": picture(act("erase-visit")),
    "61-erase-en-dark": picture(act("erase-visit"), "en", "dark"),
    "62-damaged": picture(damaged),
    "63-restored-en-dark": picture(restored, "en", "dark"),
}
AT_150 = (
    *("01-window", "05-conflict", "15-table", "17-preview", "20-wizard"),
    *("22-people", "27-travel", "31-export", "38-small"),
    *("41-versions", "43-approval-refused", "44-history", "48-comparison"),
    *("50-inform", "52-register", "55-handing-over", "58-backups", "60-erase", "62-damaged"),
)


def main(arguments: list[str]) -> None:
    """Draws what is asked for."""
    if arguments[:1] == ["--window"]:
        draw(Path(arguments[1]), selected)
        return
    if arguments[:1] == ["--only"]:
        PICTURES[arguments[1]](Path(arguments[2]))
        return
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in PICTURES.items():
        drawing(folder / f"{name}.png")
    for name in AT_150:  # Qt reads the scale once, when it starts
        target = folder / f"{name}-150.png"
        subprocess.run(
            [sys.executable, __file__, "--only", name, str(target)],
            env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
            check=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
