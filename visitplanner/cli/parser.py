# SPDX-License-Identifier: MIT
"""The words of the command line and their help."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from visitplanner import __version__
from visitplanner.cli.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import override
else:
    # The real one would take as long to import as all the rest of --help.
    def override(method: object) -> object:
        return method


COMMANDS = (
    *("new", "check", "rules", "explain", "export", "dump", "load"),
    *("copy", "history", "diff", "repair", "backups", "erase"),
)
TEMPLATES = ("smolensk-vitebsk", "blank", "working-visit", "official-visit")
FORMATS = ("pdf", "ical", "excel")
LATER_FORMATS = ("word", "odt", "png")
EDITIONS = ("official", "working")
LANGUAGES = ("ru", "be", "en")


class _Help(argparse.HelpFormatter):
    """Help as wide as usual; to ask for the terminal's width would import half of shutil."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=96)


class _Parser(argparse.ArgumentParser):
    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **{"formatter_class": _Help, **options})  # type: ignore[arg-type]

    @override
    def error(self, message: str) -> NoReturn:
        raise Refusal(f"{self.prog}: {message}; see {self.prog} --help.")


def _top() -> _Parser:
    parser = _Parser(
        prog="visitplanner",
        description="Plans the visit of a delegation. Without a command the window opens.",
        epilog="visitplanner [FILE.visit] opens the window on a visit.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"visitplanner {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, allow_abbrev=False)

    new = command("new", "make a new visit file")
    new.add_argument("file", metavar="FILE")
    new.add_argument("--template", default="blank", help=" | ".join(TEMPLATES))
    new.add_argument("--date", metavar="YYYY-MM-DD", help="first day of the visit")

    check = command("check", "check a visit; exit status 1 when errors are found")
    check.add_argument("file", metavar="FILE")
    check.add_argument("--format", default="text", help="text | json")
    check.add_argument("--select", metavar="CODES", help="only these rules, such as T01,R01")
    check.add_argument("--ignore", metavar="CODES", help="all but these rules")
    check.add_argument("--prints", action="store_true", help="(comes later)")
    _today_and_language(check)

    rules = command("rules", "list the rules")
    rules.add_argument("--format", default="text", help="text | json")
    rules.add_argument("--language", help=" | ".join(LANGUAGES))

    explain = command("explain", "what a rule finds, why it matters, what to do")
    explain.add_argument("code", metavar="CODE")
    explain.add_argument("--language", help=" | ".join(LANGUAGES))

    export = command("export", "write calendars, workbooks and printed programmes")
    export.add_argument("file", metavar="FILE")
    export.add_argument("--format", required=True, help=" | ".join(FORMATS))
    export.add_argument("--edition", default="official", help=" | ".join(EDITIONS))
    export.add_argument("--for", dest="reader", metavar="WHO", help="person, delegation or all")
    export.add_argument("--since", metavar="N", help="ical: only the changes since version N")
    export.add_argument("--force", action="store_true", help="replace an existing output")
    export.add_argument("--output", required=True, metavar="PATH")
    _today_and_language(export)

    dump = command("dump", "write a visit as JSON to standard output")
    dump.add_argument("file", metavar="FILE")

    load = command("load", "make a visit file from the JSON of dump")
    load.add_argument("json", metavar="JSON")
    load.add_argument("file", metavar="FILE")

    copy = command("copy", "copy a visit, with --audience without what is above it, and history")
    copy.add_argument("file", metavar="FILE")
    copy.add_argument("output", metavar="OUT")
    copy.add_argument("--audience", help="public | internal")

    history = command("history", "list every edit of a visit")
    history.add_argument("file", metavar="FILE")
    history.add_argument("--format", default="text", help="text | json")
    history.add_argument("--language", help=" | ".join(LANGUAGES))

    _diff(command("diff", "list what has changed between two versions, or since one"))
    _repair(command("repair", "restore a damaged file to the newest state that can be proven"))
    _backups(command("backups", "list the backups of a file, or of all; make a file of one"))
    erase = command("erase", "remove a visit, its backups and all other traces of it, for ever")
    erase.add_argument("file", metavar="FILE")
    erase.add_argument("--everywhere", action="store_true", help="yes, all of it: no way back")
    return parser


def _repair(repair: argparse.ArgumentParser) -> None:
    repair.add_argument("file", metavar="FILE")
    repair.add_argument("--output", metavar="OUT", help="a new file (default: in its place)")
    repair.add_argument("--language", help=" | ".join(LANGUAGES))


def _backups(backups: argparse.ArgumentParser) -> None:
    backups.add_argument("file", metavar="FILE", nargs="?", help="(default: of all files)")
    backups.add_argument("--format", default="text", help="text | json")
    backups.add_argument("--take", metavar="NUMBER", help="make a new file of this backup")
    backups.add_argument("--output", metavar="OUT", help="the new file")


def _diff(diff: argparse.ArgumentParser) -> None:
    newest = "number of the older version (default: the newest; without any, the beginning)"
    diff.add_argument("file", metavar="FILE")
    diff.add_argument("--from", dest="since", metavar="N", help=newest)
    diff.add_argument("--to", dest="until", metavar="N", help="of the newer one (default: now)")
    diff.add_argument("--format", default="text", help="text | json")
    diff.add_argument("--edition", default="working", help=" | ".join(EDITIONS))
    diff.add_argument("--language", help=" | ".join(LANGUAGES))


def _today_and_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", metavar="DATE", help="the day to judge from (default: today)")
    parser.add_argument("--language", help=" | ".join(LANGUAGES))


def parse(words: Sequence[str]) -> argparse.Namespace | None:
    """The arguments of a command; None when help or the version was asked for and shown."""
    try:
        return _top().parse_args(words)
    except SystemExit:
        return None
