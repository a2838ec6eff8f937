# SPDX-License-Identifier: MIT
"""The one table of actions that menu bar, toolbar and shortcut sheet are made of."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from visitplanner.words.catalogue import N_


class When(Enum):
    """What an action needs to make sense."""

    ALWAYS = "always"
    OPEN = "open"
    """A visit is open."""
    WRITABLE = "writable"
    """A visit is open and may be edited."""
    ITEM = "item"
    """An item is selected and may be edited."""
    TIMED_ITEM = "timed item"
    SEVERAL = "several"
    """Several items with times are selected and may be edited."""
    ZOOMS = "zooms"
    """What is in front can be made larger."""
    LANE = "lane"
    """An item that stands in a lane is selected."""
    UNDO = "undo"
    REDO = "redo"
    PROBLEMS = "problems"
    """Something counts that is wrong."""
    FIXABLE = "fixable"
    """Likewise, and the visit may be edited."""
    EARLIER_DAY = "earlier day"
    LATER_DAY = "later day"


class Command(NamedTuple):
    """An action: its name is also the name of its handler."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    """Portable shortcuts as on a Latin keyboard; the first is shown."""
    when: When = When.OPEN
    group: str = ""
    """Of actions of one group one is ticked; "*" makes a tick of its own."""
    tip: str = ""


class Menu(NamedTuple):
    """A menu: names of actions, None for a line, and menus inside; `filled` names its filler."""

    text: str
    entries: tuple[str | Menu | None, ...] = ()
    icon: str = ""
    filled: str = ""


COMMANDS: Final[tuple[Command, ...]] = (
    Command("new-visit", N_("New visit"), "new", ("Ctrl+N",), When.ALWAYS),
    Command("official-visit", N_("Official visit, two days"), "calendar", (), When.ALWAYS),
    Command("blank-visit", N_("Blank visit"), "document", (), When.ALWAYS),
    Command("open", N_("Open…"), "open", ("Ctrl+O",), When.ALWAYS),
    Command("open-example", N_("Open the Smolensk example"), "sightseeing", (), When.ALWAYS),
    Command("save", N_("Save"), "fine", ("Ctrl+S",)),
    Command("save-copy", N_("Save a copy…"), "save-copy", ("Ctrl+Shift+S",)),
    Command("backups", N_("Backups…"), "history", (), When.ALWAYS),
    Command("erase-visit", N_("Erase this visit everywhere…"), "delete"),
    Command("close-visit", N_("Close the visit"), "close", ("Ctrl+W",)),
    Command("quit", N_("Quit"), "", ("Ctrl+Q",), When.ALWAYS),
    Command("undo", N_("Undo"), "undo", ("Ctrl+Z",), When.UNDO),
    Command("redo", N_("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), When.REDO),
    Command("palette", N_("Command palette"), "search", ("Ctrl+K",), When.ALWAYS),
    Command("find", N_("Find in the visit"), "search", ("Ctrl+F",)),
    Command("new-item", N_("Item after this one"), "add", ("N", "Ins"), When.WRITABLE),
    Command("rename", N_("Edit the title"), "edit", ("F2",), When.ITEM),
    Command("duplicate", N_("Copy the item"), "copy", ("Ctrl+D",), When.ITEM),
    Command("delete", N_("Delete the item"), "delete", ("Del",), When.ITEM),
    Command("lock", N_("Lock or unlock the time"), "lock", ("L",), When.ITEM),
    Command("earlier", N_("5 minutes earlier"), "up", ("Alt+Up",), When.TIMED_ITEM),
    Command("later", N_("5 minutes later"), "down", ("Alt+Down",), When.TIMED_ITEM),
    Command("shorter", N_("End 5 minutes earlier"), "", ("Shift+Alt+Up",), When.TIMED_ITEM),
    Command("longer", N_("End 5 minutes later"), "", ("Shift+Alt+Down",), When.TIMED_ITEM),
    Command("untime", N_("Untimed"), "shelf", ("Ctrl+U",), When.TIMED_ITEM),
    Command("align-starts", N_("Align starts"), "", (), When.SEVERAL),
    Command("align-ends", N_("Align ends"), "", (), When.SEVERAL),
    Command(
        *("ripple", N_("Ripple"), "ripple", ("Ctrl+R",), When.WRITABLE, "*"),
        tip=N_("up to the first item with a fixed time"),
    ),
    Command("next-problem", N_("Next problem"), "", ("F8",), When.PROBLEMS),
    Command("previous-problem", N_("Previous problem"), "", ("Shift+F8",), When.PROBLEMS),
    Command("show-fixes", N_("Fixes for the problem here"), "fix", ("Ctrl+.",), When.PROBLEMS),
    Command("fix-safe", N_("Fix all safe"), "fine", (), When.FIXABLE),
    Command("show-problems", N_("Problems"), "problems", ("Ctrl+Shift+M",)),
    Command("export", N_("Export…"), "export", ("Ctrl+E",)),
    Command("print", N_("Print…"), "print", ("Ctrl+P",)),
    Command("inform", N_("Inform…"), "people", ("Ctrl+Shift+I",)),
    Command("reprint", N_("Reprint outdated…"), "print", ()),
    Command("register", N_("Sent and handed out…"), "table", ("Ctrl+Shift+G",)),
    Command("hand-over", N_("Copy for handing over…"), "save-copy", ()),
    Command("lanes-track", N_("By tracks"), "", ("Ctrl+Alt+1",), When.OPEN, "lanes"),
    Command("lanes-person", N_("By people"), "", ("Ctrl+Alt+2",), When.OPEN, "lanes"),
    Command("lanes-venue", N_("By places"), "", ("Ctrl+Alt+3",), When.OPEN, "lanes"),
    Command("lanes-vehicle", N_("By vehicles"), "", ("Ctrl+Alt+4",), When.OPEN, "lanes"),
    Command("lanes-day", N_("By days"), "", ("Ctrl+Alt+5",), When.OPEN, "lanes"),
    Command("lane-left", N_("Lane to the left"), "", ("Ctrl+Shift+Left",), When.LANE),
    Command("lane-right", N_("Lane to the right"), "", ("Ctrl+Shift+Right",), When.LANE),
    Command("hide-lane", N_("Hide the lane"), "", ("Ctrl+Shift+H",), When.LANE),
    Command("show-all-lanes", N_("Show all lanes")),
    Command("only-problems", N_("Only lanes with problems"), "", (), When.OPEN, "*"),
    Command("previous-day", N_("Previous day"), "previous-day", ("Ctrl+PgUp",), When.EARLIER_DAY),
    Command("next-day", N_("Next day"), "next-day", ("Ctrl+PgDown",), When.LATER_DAY),
    Command("zoom-in", N_("Zoom in"), "zoom-in", ("Ctrl+=", "Ctrl++"), When.ZOOMS),
    Command("zoom-out", N_("Zoom out"), "zoom-out", ("Ctrl+-",), When.ZOOMS),
    Command("zoom-usual", N_("Usual size"), "", ("Ctrl+0",), When.ZOOMS),
    Command("timeline", N_("Timeline"), "timeline", ("Ctrl+1",)),
    Command("table", N_("Table"), "table", ("Ctrl+2",)),
    Command("preview", N_("Preview"), "preview", ("Ctrl+3",)),
    Command("pane-navigator", N_("Navigator"), "navigator", ("Ctrl+Shift+1",), When.OPEN, "*"),
    Command("pane-inspector", N_("Inspector"), "inspector", ("Ctrl+Shift+2",), When.OPEN, "*"),
    Command("pane-problems", N_("Checks"), "problems", ("Ctrl+Shift+3",), When.OPEN, "*"),
    Command("next-pane", N_("Next pane"), "", ("F6",)),
    Command("theme-system", N_("As in the system"), "", (), When.ALWAYS, "theme"),
    Command("theme-light", N_("Light"), "sun", (), When.ALWAYS, "theme"),
    Command("theme-dark", N_("Dark"), "moon", (), When.ALWAYS, "theme"),
    Command("language-system", N_("As in the system"), "", (), When.ALWAYS, "language"),
    Command("language-ru", "Русский", "", (), When.ALWAYS, "language"),
    Command("language-en", "English", "", (), When.ALWAYS, "language"),
    Command("people", N_("People and delegations…"), "people", ("Ctrl+Shift+L",)),
    Command("paste-list", N_("Paste a list…"), "import", ("Ctrl+Shift+V",), When.WRITABLE),
    Command(
        "replace-participant", N_("Replace a participant…"), "repeat", ("Ctrl+H",), When.WRITABLE
    ),
    Command("edit-venues", N_("Places and rooms…"), "venue"),
    Command("edit-travel", N_("Travel times…"), "clock"),
    Command("edit-vehicles", N_("Vehicles and seats…"), "vehicle"),
    Command("edit-seating", N_("Seating…"), "seating", ("Ctrl+Shift+R",)),
    Command("edit-flags", N_("Flags…"), "talks"),
    Command("edit-documents", N_("Documents…"), "document"),
    Command("edit-preparation", N_("Preparation…"), "preparation", ("Ctrl+Shift+K",)),
    Command("edit-measures", N_("Measures of the Plan and instructions…"), "measures"),
    Command("edit-days", N_("Days off…"), "calendar"),
    Command("edit-policy", N_("Policy…"), "settings"),
    Command("versions", N_("Versions…"), "versions", ("Ctrl+Shift+B",)),
    Command("history", N_("History…"), "history", ("Ctrl+Shift+Y",)),
    Command("compare", N_("Compare…"), "compare", ("Ctrl+Shift+D",)),
    Command("author", N_("Author of the edits…"), "person", (), When.ALWAYS),
    Command("shortcuts", N_("Keyboard shortcuts"), "keyboard", ("F1",), When.ALWAYS),
    Command("about", N_("About the program"), "info", (), When.ALWAYS),
)
BY_NAME: Final = {command.name: command for command in COMMANDS}

LANES: Final = ("lanes-track", "lanes-person", "lanes-venue", "lanes-vehicle", "lanes-day")
MENUS: Final[tuple[Menu, ...]] = (
    Menu(
        N_("File"),
        (
            *("new-visit", Menu(N_("New from a template"), ("official-visit", "blank-visit"))),
            *("open", Menu(N_("Recent visits"), filled="recent"), "open-example"),
            *(None, "save", "save-copy", "backups", None, "close-visit", "erase-visit", "quit"),
        ),
    ),
    Menu(
        N_("Edit"),
        (
            *("undo", "redo", None, "rename", "duplicate", "delete", None),
            *("find", "palette", None, "paste-list", "replace-participant", None, "author"),
        ),
    ),
    Menu(
        N_("Programme"),
        (
            *("new-item", Menu(N_("New item"), icon="add", filled="kinds"), None),
            *("lock", "earlier", "later", "shorter", "longer", None),
            *("align-starts", "align-ends", "untime", None, "ripple", None),
            *("versions", "history", "compare"),
        ),
    ),
    Menu(
        N_("Data"),
        (
            *("people", "edit-venues", "edit-travel", "edit-vehicles", None),
            *("edit-seating", "edit-flags", "edit-documents", None),
            *("edit-preparation", "edit-measures", "edit-days", "edit-policy"),
        ),
    ),
    Menu(
        N_("Check"),
        ("show-problems", "next-problem", "previous-problem", None, "show-fixes", "fix-safe"),
    ),
    Menu(
        N_("Export"),
        ("export", "print", None, "inform", "reprint", "register", None, "hand-over"),
    ),
    Menu(
        N_("View"),
        (
            Menu(N_("Lanes"), LANES, "lanes"),
            Menu(N_("Lanes shown"), filled="lanes"),
            *("lane-left", "lane-right", "hide-lane", "show-all-lanes", "only-problems", None),
            *("previous-day", "next-day", None, "zoom-in", "zoom-out", "zoom-usual", None),
            *(
                "timeline",
                "table",
                "preview",
                "pane-navigator",
                "pane-inspector",
                "pane-problems",
                "next-pane",
                None,
            ),
            Menu(N_("Colours"), ("theme-system", "theme-light", "theme-dark"), "sun"),
            Menu(N_("Language"), ("language-system", "language-ru", "language-en"), "language"),
        ),
    ),
    Menu(N_("Help"), ("shortcuts", None, "about")),
)
