# SPDX-License-Identifier: MIT
"""The icons that are shipped: there, of our own, and really drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from visitplanner.domain.kinds import Kind
from visitplanner.gui import icons
from visitplanner.gui.theme import KIND_ICON, SEVERITY_ICON

pytestmark = pytest.mark.usefixtures("qapp")

RED = QColor("#c01020")


def ink(name: str, size: int, ratio: float = 1.0) -> int:
    """How many pixels of an icon are not empty."""
    image = icons.pixmap(name, size, RED, ratio).toImage()
    return sum(
        image.pixelColor(x, y).alpha() > 0
        for x in range(image.width())
        for y in range(image.height())
    )


def test_every_icon_draws_something_at_every_size() -> None:
    for name in icons.names():
        for size in (14, 16, 20, 24):
            assert ink(name, size) > size, name


def test_icons_take_the_colour_they_are_given() -> None:
    image = icons.pixmap("error", 48, RED).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {RED.name()}


def test_icons_are_sharp_on_dense_screens() -> None:
    pixmap = icons.pixmap("lock", 16, RED, 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (24, 1.5)


def test_no_icon_is_null() -> None:
    for name in icons.names():
        made = icons.icon(name)
        assert not made.isNull(), name
        assert not made.pixmap(icons.fitting(20), QIcon.Mode.Disabled).isNull()


def test_every_kind_and_severity_has_an_icon() -> None:
    assert set(KIND_ICON) == set(Kind)
    assert {*KIND_ICON.values(), *SEVERITY_ICON.values()} <= set(icons.names())


def test_icon_is_drawn_once() -> None:
    first = icons.pixmap("add", 20, RED)
    assert icons.pixmap("add", 20, QColor(RED)).cacheKey() == first.cacheKey()


def test_unknown_icon_is_a_slip() -> None:
    with pytest.raises(icons.UnknownIconError):
        icons.pixmap("no-such-icon", 16, RED)


def test_icons_carry_their_licence() -> None:
    for name in icons.names():
        source = (icons.folder() / f"{name}.svg").read_text(encoding="utf-8")
        assert source.startswith("<!-- SPDX-License-Identifier: MIT -->"), name
        assert "currentColor" in source


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_button_gets_an_icon_as_sharp_as_its_screen(ratio: float) -> None:
    drawn = icons.icon("undo").pixmap(QSize(20, 20), ratio)

    assert drawn.width() == round(20 * ratio)


def test_an_icon_that_cannot_be_used_is_paler() -> None:
    icon = icons.icon("error")
    strength = [
        sum(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
        for image in (icon.pixmap(QSize(20, 20), mode).toImage(),)
    ]

    assert 0 < strength[1] < strength[0] / 2
