# SPDX-License-Identifier: MIT
"""The palette: readable, and told apart by every kind of colour vision."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from visitplanner.domain.kinds import Kind
from visitplanner.gui.theme import DARK, KIND_ICON, LIGHT, Family, Theme, mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
_SIGHTS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SIGHTS = {"full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)), **_SIGHTS}


def linear(colour: QColor) -> tuple[float, float, float]:
    def one(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(colour.redF()), one(colour.greenF()), one(colour.blueF())


def luminance(colour: QColor) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: QColor, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour as an eye sees it."""
    seen = [
        min(1.0, max(0.0, sum(k * c for k, c in zip(row, linear(colour), strict=True))))
        for row in SIGHTS[sight]
    ]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (sum(k * c for k, c in zip(row, seen, strict=True)) for row in rows)

    def f(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    fx, fy, fz = f(x / 0.9505), f(y), f(z / 1.089)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: QColor, other: QColor, sight: str) -> float:
    """Distance in L*a*b* (CIE 1976): 2 is just seen, 10 is seen at a glance."""
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@THEMES
def test_words_on_blocks_can_be_read(theme: Theme) -> None:
    for family, look in theme.looks.items():
        selected = mixed(look.edge, look.fill, 0.14)
        for ground in (look.fill, selected, mixed(look.fill, theme.surface, 0.45)):
            assert contrast(look.text, ground) >= 7, family
            assert contrast(look.soft, ground) >= 4.5, family


@THEMES
def test_words_of_the_window_can_be_read(theme: Theme) -> None:
    for ground in (theme.window, theme.surface, theme.raised):
        assert contrast(theme.text, ground) >= 7
        for colour in (theme.muted, theme.error, theme.accent, theme.info, theme.fine):
            assert contrast(colour, ground) >= 4.5
        assert contrast(theme.warning, ground) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@THEMES
def test_edges_stand_out_from_the_ground(theme: Theme) -> None:
    for family, look in theme.looks.items():
        assert contrast(look.edge, theme.surface) >= 2.5, family


# The greys of travel, rest, preparation and other are told apart by pattern and icon.
HUES = [
    Family.MEETING,
    Family.CEREMONY,
    Family.SIGNING,
    Family.PRESS,
    Family.MEAL,
    Family.OUTING,
    Family.BORDER,
]


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_families_are_told_apart_by_every_eye(theme: Theme, sight: str) -> None:
    for one, other in combinations(HUES, 2):
        distance = apart(theme.looks[one].edge, theme.looks[other].edge, sight)
        assert distance >= 10, (one, other, distance)


@THEMES
def test_severities_are_told_apart_by_every_eye(theme: Theme) -> None:
    severities = (theme.error, theme.warning, theme.info)
    for sight in SIGHTS:
        for one, other in combinations(severities, 2):
            assert apart(one, other, sight) >= 10, sight


def test_every_kind_has_a_look() -> None:
    for theme in (LIGHT, DARK):
        assert all(theme.kind(kind).fill.isValid() for kind in Kind)


def test_greys_are_told_apart_by_pattern_or_icon() -> None:
    greys: dict[tuple[object, str], Family] = {}
    for kind in Kind:
        family = next(f for f, look in LIGHT.looks.items() if look is LIGHT.kind(kind))
        if family not in HUES:
            sign = (LIGHT.looks[family].pattern, KIND_ICON[kind])
            assert greys.setdefault(sign, family) is family
