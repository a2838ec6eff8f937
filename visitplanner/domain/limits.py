# SPDX-License-Identifier: MIT
"""How large a thing of a visit may be: beyond, sums and dates would leave what can be reckoned."""

import re
from datetime import datetime
from typing import Annotated, Final

from msgspec import Meta

Number = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
"""A count, an order or minutes; nearly two years in minutes."""
Revision = Annotated[int, Meta(ge=0, le=1_000_000_000)]
"""RFC 5545 3.3.8: an integer of a calendar has 32 bits."""
Moment = Annotated[datetime, Meta(tz=True)]
Factor = Annotated[float, Meta(ge=0, le=100)]
Kilometres = Annotated[float, Meta(ge=0, le=1_000_000)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]

PLAIN_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,239}")
"""Ids become parts of file names and of calendar addresses: no slash, no space, no other script."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
LONGEST_VISIT: Final = 366
"""In days."""
