# SPDX-License-Identifier: MIT
"""How Qt's own widgets look in the window: spacings and one style sheet from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from visitplanner.gui.theme import Theme

TOOL_ICON: Final = 20
ICON: Final = 16
SPACE: Final = 8
SMALL: Final = 4
WIDE: Final = 16
_AROUND_TOOLS: Final = 25
"""Padding and borders of the toolbar and of a button in it."""

_SHEET: Final = """
QMainWindow, QDialog {{ background: {window}; }}
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {line}; padding: 4px; }}

QMenuBar {{ background: {raised}; border-bottom: 1px solid {faint}; padding: 1px 6px; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}

QToolBar {{ background: {raised}; border: 0; border-bottom: 1px solid {line};
  padding: 5px 6px; spacing: 1px; }}
QToolBar::separator {{ width: 1px; background: {line}; margin: 5px 4px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 6px;
  background: transparent; color: {text}; }}
QToolButton:hover {{ background: {accent_soft}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:pressed, QToolButton:checked {{ background: {accent_soft}; }}
QToolButton:disabled {{ color: {disabled}; }}
QToolButton[popupMode="2"] {{ padding-right: 18px; }}
QToolButton[popupMode="1"] {{ padding-right: 22px; }}
QToolButton::menu-indicator {{ subcontrol-position: right center; subcontrol-origin: padding;
  image: url({down}); width: 12px; height: 12px; right: 4px; }}
QToolButton::menu-button {{ border: 0; width: 18px; }}
QToolButton::menu-arrow {{ image: url({down}); width: 12px; height: 12px; }}

QPushButton {{ border: 1px solid {line}; border-radius: 5px; padding: 5px 14px;
  background: {raised}; color: {text}; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:disabled {{ color: {disabled}; background: {window}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[primary="true"]:disabled {{ background: {line}; border-color: {line};
  color: {disabled}; }}
QPushButton[quiet="true"] {{ border-color: transparent; background: transparent; color: {accent};
  padding: 4px 8px; text-align: left; }}
QPushButton[quiet="true"]:hover {{ background: {accent_soft}; }}
QPushButton[quiet="true"]:focus {{ border-color: {accent}; }}
QPushButton[fix="true"] {{ padding: 3px 10px; }}

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{ background: {surface}; color: {text};
  border: 1px solid {line}; border-radius: 5px; padding: 3px 7px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit {{ padding: 1px 3px; }}
QLineEdit[entry="true"] {{ padding: 3px 4px; }}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover {{ border-color: {muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{
  border-color: {accent}; }}
QLineEdit[wrong="true"] {{ border-color: {error}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled,
QLineEdit:read-only {{
  background: {window}; color: {muted}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 20px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({down}); width: 12px; height: 12px; }}
QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line};
  selection-background-color: {accent_soft}; selection-color: {text}; outline: 0; }}
QCheckBox::indicator, QListView::indicator, QTableView::indicator,
QTreeView::indicator {{ width: 14px; height: 14px;
  border: 1px solid {muted}; border-radius: 3px; background: {surface}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked,
QTreeView::indicator:checked {{
  background: {accent}; border-color: {accent}; image: url({check}); }}
QCheckBox::indicator:disabled {{ border-color: {line}; background: {window}; }}
QCheckBox::indicator:checked:disabled {{ background: {handle}; border-color: {handle}; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {muted};
  border-radius: 7px; background: {surface}; }}
QRadioButton::indicator:checked {{ border: 4px solid {accent}; width: 6px; height: 6px;
  background: {on_accent}; }}
QRadioButton {{ spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox {{ spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border-color: {accent}; }}

QTreeView, QListView {{ background: {window}; border: 0; outline: 0; color: {text};
  show-decoration-selected: 1; }}
QTreeView::item, QListView::item {{ padding: 3px 2px; border: 0; }}
QTreeView::item:hover, QListView::item:hover {{ background: {faint}; }}
QTreeView::item:selected, QListView::item:selected {{ background: {accent_soft}; color: {text}; }}

QHeaderView {{ background: {raised}; border: 0; }}
QHeaderView::section {{ background: {raised}; color: {muted}; border: 0; padding: 0 7px;
  border-right: 1px solid {faint}; border-bottom: 1px solid {line}; }}
QHeaderView::section:vertical {{ border-right: 1px solid {line}; border-bottom-color: {faint};
  padding: 0 5px; }}
QTableCornerButton::section {{ background: {raised}; border: 0; border-right: 1px solid {line};
  border-bottom: 1px solid {line}; }}
#filters {{ background: {window}; border-bottom: 1px solid {line}; }}
#grid {{ background: {surface}; border: 0; outline: 0; }}
#listing {{ background: {surface}; border: 0; outline: 0; color: {text};
  selection-background-color: {accent_soft}; selection-color: {text}; }}
#listing::item {{ padding: 0 4px; border: 0; }}
#listing::item:selected {{ background: {accent_soft}; color: {text}; }}
QLineEdit#cell {{ border: 2px solid {accent}; border-radius: 0; padding: 0 5px; }}
QLineEdit#cell[wrong="true"] {{ border-color: {error}; }}
#refusal {{ background: {raised}; color: {error}; border: 1px solid {error};
  border-radius: 5px; padding: 5px 8px; }}
#suggestions {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; padding: 2px; }}

QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QSplitter::handle {{ background: {line}; }}
QTabWidget::pane {{ border: 0; }}
QTabBar::tab {{ padding: 6px 14px; border: 0; border-bottom: 2px solid transparent;
  color: {muted}; background: transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QStatusBar {{ background: {raised}; border-top: 1px solid {line}; color: {muted}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {muted}; padding: 1px 6px; }}
QProgressBar {{ border: 1px solid {line}; border-radius: 4px; background: {surface};
  text-align: center; color: {text}; height: 14px; }}
QProgressBar::chunk {{ background: {accent_soft}; border-radius: 3px; }}

#pane {{ background: {window}; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
#pane-head {{ background: {window}; border-bottom: 1px solid {faint}; }}
#pane-title {{ color: {text}; font-weight: 600; }}
QLabel[muted="true"] {{ color: {muted}; }}
QLabel[over="true"] {{ color: {error}; font-weight: 600; }}
QLabel[heading="true"] {{ color: {text}; font-weight: 600; }}
QLabel[badge="true"] {{ color: {muted}; border: 1px solid {line}; border-radius: 3px;
  padding: 0 3px; }}
QLabel[stale="true"] {{ color: {warning}; border-color: {warning}; }}
#notice {{ background: {accent_soft}; border-bottom: 1px solid {line}; }}
#notice[grave="true"] {{ background: {error_soft}; }}
#notice QPushButton {{ padding: 3px 10px; }}
#problem {{ background: transparent; border: 1px solid transparent; border-radius: 6px; }}
#problem:hover {{ background: {faint}; }}
#problem[current="true"] {{ background: {surface}; border-color: {line}; }}
#problem:focus {{ border-color: {accent}; }}
#card {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
#page {{ background: {window}; }}
#rule {{ background: {line}; }}
#finding {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; }}
#finding:hover {{ border-color: {muted}; }}
#welcome-title {{ font-size: 22px; font-weight: 600; }}
QPushButton[welcome="true"] {{ padding: 9px 14px; text-align: left; }}
QPushButton[recent="true"] {{ border-color: transparent; background: transparent; padding: 0;
  border-radius: 6px; }}
QPushButton[recent="true"]:hover {{ background: {accent_soft}; }}
QPushButton[recent="true"]:focus {{ border-color: {accent}; }}
QToolButton[flat="true"] {{ color: {muted}; padding: 1px 16px 1px 0; }}
QToolButton[flat="true"]::menu-indicator {{ right: 2px; width: 10px; height: 10px; }}
QToolButton[flat="true"]:hover {{ color: {text}; background: transparent; }}
#group {{ color: {muted}; font-weight: 600; padding: 3px 2px; border: 1px solid transparent; }}
#group:disabled {{ color: {muted}; }}
#group:focus {{ border-color: {accent}; }}
#explanation {{ background: {surface}; border-left: 1px solid {line}; }}
#explanation QLabel {{ background: {surface}; }}
#chip {{ border: 1px solid {line}; border-radius: 10px; padding: 2px 7px; }}
#chip:checked {{ background: {accent_soft}; border-color: {accent}; }}
#chip:focus {{ border-color: {accent}; }}
"""


def tools_height(bar: QWidget) -> int:
    """The height of the toolbar, whether its buttons are there or not."""
    return max(TOOL_ICON, bar.fontMetrics().height()) + _AROUND_TOOLS


def style_sheet(theme: Theme, drawings: str) -> str:
    """The sheet in the colours of a theme; `drawings` is the folder of arrow and tick."""
    from visitplanner.gui.theme import mixed

    shade = "dark" if theme.dark else "light"
    colours = {
        name: getattr(theme, name).name()
        for name in (
            *("window", "surface", "raised", "line", "faint", "text", "muted", "accent"),
            *("on_accent", "accent_soft", "error", "warning"),
        )
    }
    return _SHEET.format(
        **colours,
        disabled=mixed(theme.muted, theme.window, 0.55).name(),
        handle=mixed(theme.muted, theme.window, 0.4).name(),
        error_soft=mixed(theme.error, theme.window, 0.14).name(),
        down=f"{drawings}/down-{shade}.svg",
        check=f"{drawings}/check-{shade}.svg",
    )
