# SPDX-License-Identifier: MIT
"""Times, spans and lengths as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.words import dates, typed


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("1015", 615),
        ("10.15", 615),
        ("10:15", 615),
        ("10 15", 615),
        ("10-15", 615),
        ("10 ч 15 мин", 615),
        ("10:15:00", 615),
        ("≈ 10.15", 615),
        ("915", 555),
        ("9", 540),
        ("09.05", 545),
        ("0.00", 0),
        ("24.00", 1440),
        ("24.01", None),
        ("10.60", None),
        ("1", 60),
        ("", None),
        ("утром", None),
        ("10.15.30", None),
    ],
)
def test_minute_of_day(text: str, minute: int | None) -> None:
    assert typed.minute_of_day(text) == minute


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("10.15–10.45", (615, 645)),
        ("10:15 - 10:45", (615, 645)),
        ("1015-1045", (615, 645)),
        ("с 10.15 до 10.45", (615, 645)),
        ("10.15", None),
        ("10-15", None),
        ("10.15–обед", None),
    ],
)
def test_span(text: str, both: tuple[int, int] | None) -> None:
    assert typed.span(text) == both


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("90 мин.", 90),
        ("1:30", 90),
        ("1 ч 30 мин", 90),
        ("2 ч", 120),
        ("2 ч.", 120),
        ("0", None),
        ("", None),
        ("долго", None),
        ("99999", None),
    ],
)
def test_length(text: str, minutes: int | None) -> None:
    assert typed.length(text) == minutes


@given(st.integers(0, 1440), st.sampled_from([".", ":"]), st.sampled_from(["ru", "be", "en"]))
def test_every_time_written_is_understood(minute: int, separator: str, language: str) -> None:
    text = dates.clock_text(minute, language, separator)  # type: ignore[arg-type]
    assert typed.minute_of_day(text) == minute


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    typed.minute_of_day(text)
    typed.span(text)
    typed.length(text)
