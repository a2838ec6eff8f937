# SPDX-License-Identifier: MIT
"""The one place for looks: palette by kind (light and dark), patterns, metrics, fonts."""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.kinds import Kind
    from visitplanner.rules.rule import Severity


class Pattern(Enum):
    """What a block is filled with besides its colour, for eyes that do not tell colours apart."""

    PLAIN = "plain"
    HATCHED = "hatched"
    DOTTED = "dotted"


class Family(Enum):
    """Kinds that look alike."""

    MEETING = "meeting"
    CEREMONY = "ceremony"
    SIGNING = "signing"
    PRESS = "press"
    MEAL = "meal"
    OUTING = "outing"
    BORDER = "border"
    TRAVEL = "travel"
    REST = "rest"
    PREPARATION = "preparation"
    OTHER = "other"


class Look(NamedTuple):
    """Colours of one family: a calm fill, a strong edge, and text that can be read on the fill."""

    fill: QColor
    edge: QColor
    text: QColor
    soft: QColor
    """Text of the second rank, still readable on the fill."""
    pattern: Pattern


# The names of kinds and severities stand here as plain strings: an empty window, which needs its
# colours, does without the domain.
_FAMILY: Final[Mapping[str, Family]] = {
    "arrival": Family.BORDER,
    "departure": Family.BORDER,
    "assembly": Family.TRAVEL,
    "laying": Family.CEREMONY,
    "heads-meeting": Family.MEETING,
    "talks": Family.MEETING,
    "session": Family.MEETING,
    "signing": Family.SIGNING,
    "press": Family.PRESS,
    "breakfast": Family.MEAL,
    "lunch": Family.MEAL,
    "dinner": Family.MEAL,
    "reception": Family.MEAL,
    "coffee": Family.MEAL,
    "transfer": Family.TRAVEL,
    "enterprise": Family.OUTING,
    "sightseeing": Family.OUTING,
    "culture": Family.OUTING,
    "gifts": Family.SIGNING,
    "photograph": Family.PRESS,
    "rest": Family.REST,
    "free": Family.REST,
    "rehearsal": Family.PREPARATION,
    "walkthrough": Family.PREPARATION,
    "other": Family.OTHER,
}
KIND_ICON: Final[Mapping[str, str]] = {
    "arrival": "arrival",
    "departure": "departure",
    "assembly": "assembly",
    "laying": "laying",
    "heads-meeting": "heads-meeting",
    "talks": "talks",
    "session": "session",
    "signing": "signing",
    "press": "press",
    "breakfast": "meal",
    "lunch": "meal",
    "dinner": "meal",
    "reception": "reception",
    "coffee": "coffee",
    "transfer": "vehicle",
    "enterprise": "enterprise",
    "sightseeing": "sightseeing",
    "culture": "culture",
    "gifts": "gift",
    "photograph": "photograph",
    "rest": "rest",
    "free": "rest",
    "rehearsal": "preparation",
    "walkthrough": "preparation",
    "other": "item",
}
SEVERITY_ICON: Final[Mapping[str, str]] = {
    "error": "error",
    "warning": "warning",
    "info": "info",
}

# Hues follow Okabe and Ito's set (jfly.uni-koeln.de/color), kept apart in lightness as well so
# that the families stay apart for every kind of colour vision; tests simulate three of them.
_PATTERNS: Final[Mapping[Family, Pattern]] = {
    Family.TRAVEL: Pattern.HATCHED,
    Family.PREPARATION: Pattern.DOTTED,
}
_LIGHT_LOOKS: Final[Mapping[Family, tuple[str, str, str, str]]] = {
    Family.MEETING: ("#dbe9f9", "#1d6fc0", "#0b3560", "#2f5a86"),
    Family.CEREMONY: ("#f8e0ec", "#b8447f", "#5a1739", "#84405f"),
    Family.SIGNING: ("#e7e1f7", "#5636a3", "#33206b", "#57468c"),
    Family.PRESS: ("#f6f0c4", "#b39c00", "#453c00", "#655b16"),
    Family.MEAL: ("#d9f1e6", "#0c8f66", "#074a36", "#2c6a55"),
    Family.OUTING: ("#fbe6d4", "#b9541a", "#5e2c07", "#824f28"),
    Family.BORDER: ("#d7f0f7", "#3aa6c9", "#084455", "#2b6375"),
    Family.TRAVEL: ("#eef0f3", "#7b8794", "#333d49", "#515d6a"),
    Family.REST: ("#eaeef0", "#93a1a8", "#36424a", "#55626a"),
    Family.PREPARATION: ("#f0edea", "#8d7f73", "#41382f", "#5f554b"),
    Family.OTHER: ("#e9ebef", "#5c6673", "#2c343e", "#515b67"),
}
_DARK_LOOKS: Final[Mapping[Family, tuple[str, str, str, str]]] = {
    Family.MEETING: ("#1c344e", "#62b0f5", "#e0eefc", "#a9c8e8"),
    Family.CEREMONY: ("#47243a", "#e07fb4", "#fbe4f0", "#dfb0c9"),
    Family.SIGNING: ("#332a55", "#8d6cf0", "#ece6fd", "#c3b7ea"),
    Family.PRESS: ("#3f3a17", "#d8c23c", "#f6f0cb", "#d2c98f"),
    Family.MEAL: ("#163f32", "#35b887", "#dcf6ea", "#9dd6bf"),
    Family.OUTING: ("#4a2f1a", "#f09a55", "#fdebdb", "#e0b996"),
    Family.BORDER: ("#173e4a", "#6fd0ee", "#dcf4fb", "#a2d2e0"),
    Family.TRAVEL: ("#2a2f36", "#8e9aa8", "#e3e8ee", "#b3bcc7"),
    Family.REST: ("#2a3034", "#8a979e", "#e1e7ea", "#b1bbc1"),
    Family.PREPARATION: ("#35302b", "#ad9d8e", "#eee7e0", "#c5bab0"),
    Family.OTHER: ("#2d333b", "#98a3b1", "#e5e9ef", "#b4bdc9"),
}


class Theme(NamedTuple):
    """All colours of the window, light or dark."""

    dark: bool
    window: QColor
    """Behind panels."""
    surface: QColor
    """Behind the timeline, tables and fields."""
    raised: QColor
    """Headers, bars, tooltips."""
    outside: QColor
    """Times outside the working hours of the day."""
    line: QColor
    """Hour lines and borders."""
    faint: QColor
    """Lines of the second rank."""
    text: QColor
    muted: QColor
    accent: QColor
    """Selection, focus, the now line's friend."""
    on_accent: QColor
    accent_soft: QColor
    now: QColor
    error: QColor
    warning: QColor
    info: QColor
    fine: QColor
    looks: Mapping[Family, Look]

    def kind(self, kind: Kind) -> Look:
        """How items of a kind look."""
        return self.looks[_FAMILY[kind]]

    def severity(self, severity: Severity) -> QColor:
        """The colour that says how bad."""
        return {"error": self.error, "warning": self.warning, "info": self.info}[severity]

    def palette(self) -> QPalette:
        """The same colours for Qt's own widgets."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: self.window,
            QPalette.ColorRole.WindowText: self.text,
            QPalette.ColorRole.Base: self.surface,
            QPalette.ColorRole.AlternateBase: self.window,
            QPalette.ColorRole.Text: self.text,
            QPalette.ColorRole.Button: self.raised,
            QPalette.ColorRole.ButtonText: self.text,
            QPalette.ColorRole.BrightText: self.error,
            QPalette.ColorRole.ToolTipBase: self.raised,
            QPalette.ColorRole.ToolTipText: self.text,
            QPalette.ColorRole.PlaceholderText: self.muted,
            QPalette.ColorRole.Highlight: self.accent,
            QPalette.ColorRole.HighlightedText: self.on_accent,
            QPalette.ColorRole.Link: self.accent,
            QPalette.ColorRole.Mid: self.line,
            QPalette.ColorRole.Midlight: self.faint,
            QPalette.ColorRole.Light: self.surface,
            QPalette.ColorRole.Dark: self.muted,
            QPalette.ColorRole.Accent: self.accent,
        }
        for role, colour in roles.items():
            palette.setColor(role, colour)
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(
                QPalette.ColorGroup.Disabled, role, mixed(self.muted, self.window, 0.4)
            )
        return palette


def _looks(table: Mapping[Family, tuple[str, str, str, str]]) -> Mapping[Family, Look]:
    return {
        family: Look(
            QColor(fill),
            QColor(edge),
            QColor(text),
            QColor(soft),
            _PATTERNS.get(family, Pattern.PLAIN),
        )
        for family, (fill, edge, text, soft) in table.items()
    }


LIGHT: Final = Theme(
    dark=False,
    window=QColor("#f4f6f8"),
    surface=QColor("#ffffff"),
    raised=QColor("#fbfcfd"),
    outside=QColor("#f8f9fb"),
    line=QColor("#dfe3e8"),
    faint=QColor("#eff1f4"),
    text=QColor("#1f2429"),
    muted=QColor("#5c6773"),
    accent=QColor("#1f5fd0"),
    on_accent=QColor("#ffffff"),
    accent_soft=QColor("#dfe9fb"),
    now=QColor("#d92d20"),
    error=QColor("#bd1030"),
    warning=QColor("#a05e00"),
    info=QColor("#1a66b8"),
    fine=QColor("#12805c"),
    looks=_looks(_LIGHT_LOOKS),
)
DARK: Final = Theme(
    dark=True,
    window=QColor("#17191d"),
    surface=QColor("#1d2025"),
    raised=QColor("#24282e"),
    outside=QColor("#191c20"),
    line=QColor("#343a42"),
    faint=QColor("#272b31"),
    text=QColor("#e6e9ed"),
    muted=QColor("#a0a9b4"),
    accent=QColor("#7aaefc"),
    on_accent=QColor("#10161f"),
    accent_soft=QColor("#26364f"),
    now=QColor("#ff6b5e"),
    error=QColor("#ff7b72"),
    warning=QColor("#f0b24a"),
    info=QColor("#79b8f5"),
    fine=QColor("#56cf9f"),
    looks=_looks(_DARK_LOOKS),
)


_HALF: Final = 128
"""Between dark and light."""


class Metrics:
    """Lengths in logical pixels; the screen's scale multiplies them."""

    UNIT: Final = 4
    RADIUS: Final = 5
    GAP: Final = 3
    EDGE: Final = 4
    """Width of the strong edge of a block."""
    PADDING: Final = 8
    RULER: Final = 60
    LANE_LEAST: Final = 132
    LANE_MOST: Final = 460
    ICON: Final = 16
    ICON_SMALL: Final = 14
    TOOL_ICON: Final = 20
    GRIP: Final = 6
    """Height of the zone at a block's end that resizes it."""


def system_theme() -> Theme:
    """The theme that follows the system's choice of light or dark, as its palette shows it."""
    # Asked for by itself, the scheme would bring all of Qt's enumerations with it.
    return DARK if QGuiApplication.palette().window().color().lightness() < _HALF else LIGHT


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """The opaque colour of `over` laid on `under` with the given share (0 to 1)."""
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * (1 - share),
        over.greenF() * share + under.greenF() * (1 - share),
        over.blueF() * share + under.blueF() * (1 - share),
    )


def translucent(colour: QColor, share: float) -> QColor:
    """The colour with the given opacity (0 to 1)."""
    clear = QColor(colour)
    clear.setAlphaF(share)
    return clear


@cache
def _shipped_family() -> str:
    """PT Sans from its package, for systems whose default font is a stopgap."""
    # Its files alone are wanted: the package itself would be slow to load.
    found = find_spec("fontpkg_pt_sans")
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        for file in sorted(Path(place, "files").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    return "PT Sans"


def window_font() -> QFont:
    """The system's font; on a bare system (DejaVu only) PT Sans at a size that reads as well."""
    font = QFont(QGuiApplication.font())
    if QFontInfo(font).family().startswith("DejaVu"):
        font = QFont(_shipped_family())
        font.setPixelSize(14)
    return font


def sized(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font scaled, whichever unit it is set in."""
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(max(8, round(font.pixelSize() * factor)))
    else:
        scaled.setPointSizeF(max(6.0, font.pointSizeF() * factor))
    scaled.setWeight(weight)
    return scaled
