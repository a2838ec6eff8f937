# SPDX-License-Identifier: MIT
"""The windows of sending, full of holders: every text fits, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.fitting import cut, shown_widgets, top_windows
from tests.gui.opening import Opening, settle
from tests.handed_out import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("command", ["inform", "register", "reprint", "hand-over", "export"])
def test_every_text_fits(opened: Opening, tmp_path: Path, language: str, command: str) -> None:
    shown = opened(written(tmp_path), language=language)
    main = set(map(id, shown_widgets()))
    shown.act(command)
    fresh = [w for w in shown_widgets() if id(w) not in main]
    assert fresh
    assert [fault for widget in fresh for fault in cut(widget)] == []
    for window in top_windows():
        if window is not shown.window:
            window.close()
    settle()
