# SPDX-License-Identifier: MIT
"""An internal error on the command line: written to the log, named in one sentence."""

from __future__ import annotations

from visitplanner import paths
from visitplanner.log import log_fault, open_log


def logged(fault: BaseException) -> str:
    """Logs a fault; the sentence that says where to find it."""
    try:
        where = str(open_log(paths.log_file()))
        log_fault(fault)
    except OSError:
        where = "no log, for it could not be written"
    return f"visitplanner: internal error; your files are as they were, details are in {where}."
