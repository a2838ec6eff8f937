# SPDX-License-Identifier: MIT
"""`python -m visitplanner`: the same as the command."""

import sys

from visitplanner.cli import main

sys.exit(main())
