# SPDX-License-Identifier: MIT
"""The log of unexpected errors: rotating, without names or texts of visits."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_BYTES_A_FILE: Final = 256 * 1024


def open_log(path: Path) -> Path:
    """Sends what is logged under "visitplanner" to a rotating file; its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    logger = logging.getLogger("visitplanner")
    if not any(isinstance(h, RotatingFileHandler) for h in logger.handlers):
        handler = RotatingFileHandler(path, maxBytes=_BYTES_A_FILE, backupCount=2, delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    return path


def log_fault(fault: BaseException) -> None:
    """Logs where a fault arose and its type; its text may quote the visit, so it stays out."""
    frames = "".join(traceback.format_tb(fault.__traceback__))
    logging.getLogger("visitplanner").error("%s\n%s", type(fault).__name__, frames)
