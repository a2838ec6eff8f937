# SPDX-License-Identifier: MIT
"""The laws of who may import whom, one test each."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "visitplanner"
HEAVY = {
    *("PIL", "PySide6", "astral", "babel", "docx", "holidays", "icalendar", "openpyxl", "psycopg"),
    *("pypdfium2", "pyphen", "pytrovich", "reportlab", "segno", "shiboken6"),
}
# Outside the domain every room may ask where things lie.
NEUTRAL = "visitplanner.paths"


def _room(*names: str) -> list[str]:
    """Patterns for whole rooms and single modules; a room that is not built yet has no law."""
    paths = [PACKAGE.joinpath(*name.split(".")) for name in names]
    if not any(path.is_dir() or path.with_suffix(".py").is_file() for path in paths):
        pytest.skip(f"not built yet: {', '.join(names)}")
    return [
        pattern for name in names for pattern in (f"visitplanner.{name}", f"visitplanner.{name}.*")
    ]


def _asks_only(room: str, *others: str) -> None:
    """Fail when a room reaches, directly or through others, what is not listed."""
    allowed = [
        pattern for name in others for pattern in (f"visitplanner.{name}", f"visitplanner.{name}.*")
    ]
    (
        archrule(f"{room} asks only {', '.join(others) or 'nobody'}")
        .match(*_room(room))
        .should_not_import("visitplanner.*")
        .may_import(*_room(room), *allowed)
        .check("visitplanner", skip_type_checking=True)
    )


def _library_stays_in(library: str, *rooms: str) -> None:
    """Fail when a library is imported outside its rooms, be it inside a function."""
    homes = [
        pattern for room in rooms for pattern in (f"visitplanner.{room}", f"visitplanner.{room}.*")
    ]
    (
        archrule(f"{library} stays in {', '.join(rooms)}")
        .match("visitplanner", "visitplanner.*")
        .exclude(*homes)
        .should_not_import(library, f"{library}.*")
        .check("visitplanner", only_direct_imports=True)
    )


def test_domain_asks_nobody() -> None:
    _asks_only("domain")


def test_words_ask_the_domain() -> None:
    _asks_only("words", "domain", "paths")


def test_rules_ask_domain_and_words() -> None:
    _asks_only("rules", "domain", "words", "paths")


def test_editions_ask_domain_and_words() -> None:
    _asks_only("editions", "domain", "words", "paths")


def test_exports_ask_editions_words_domain_and_what_a_rule_is() -> None:
    _asks_only("exports", "editions", "words", "domain", "rules.rule", "paths")


def test_imports_ask_domain_words_and_editions() -> None:
    _asks_only("imports", "domain", "words", "editions", "paths")


def test_store_asks_the_domain() -> None:
    _asks_only("store", "domain", "paths")


def test_session_asks_domain_rules_and_the_contract_of_the_store() -> None:
    _asks_only("session", "domain", "rules", "words", "store.contract", "paths")


def test_session_itself_names_no_words() -> None:
    (
        archrule("session gets words only through rules")
        .match(*_room("session"))
        .should_not_import("visitplanner.words*", "visitplanner.paths")
        .check("visitplanner", only_direct_imports=True)
    )


def test_window_opens_a_visit_through_the_door_of_the_store() -> None:
    (
        archrule("gui names only the store's door and contract")
        .match(*_room("gui"))
        .should_not_import("visitplanner.store.*")
        .may_import(
            "visitplanner.store.contract", "visitplanner.store.care", "visitplanner.store.glance"
        )
        .check("visitplanner", only_direct_imports=True)
    )


def test_nobody_below_asks_window_or_command_line() -> None:
    (
        archrule("gui and cli stand on top")
        .match("visitplanner.*")
        .exclude("visitplanner.gui", "visitplanner.gui.*", "visitplanner.__main__")
        .exclude("visitplanner.cli", "visitplanner.cli.*")
        .should_not_import("visitplanner.gui*", "visitplanner.cli*")
        .check("visitplanner", only_direct_imports=True)
    )


def test_window_does_not_ask_the_command_line() -> None:
    (
        archrule("gui does not need cli")
        .match(*_room("gui"))
        .should_not_import("visitplanner.cli*", "visitplanner.__main__")
        .check("visitplanner", only_direct_imports=True)
    )


def test_domain_touches_neither_disk_nor_clock_nor_screen() -> None:
    (
        archrule("domain is values and pure functions")
        .match(*_room("domain"))
        .should_not_import(
            "io", "os", "os.*", "pathlib", "shutil", "socket", "sqlite3", "sqlite3.*"
        )
        .should_not_import("subprocess", "tempfile", "threading", "asyncio*", "logging*", "urllib*")
        .should_not_import("random", "secrets", "time", "locale", "gettext", "platformdirs*")
        .should_not_import(*HEAVY, *(f"{library}.*" for library in HEAVY))
        .check("visitplanner")
    )


def test_session_knows_no_screen() -> None:
    (
        archrule("session works without Qt")
        .match(*_room("session"))
        .should_not_import("PySide6*", "shiboken6*")
        .check("visitplanner")
    )


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("PySide6", ["gui"]),
        ("shiboken6", ["gui"]),
        ("reportlab", ["exports"]),
        ("docx", ["exports"]),
        ("segno", ["exports"]),
        ("icalendar", ["exports", "imports"]),
        ("openpyxl", ["exports", "imports"]),
        ("psycopg", ["store"]),
        ("sqlite3", ["store"]),
        ("holidays", ["imports"]),
        ("pytrovich", ["words"]),
        ("gettext", ["words"]),
    ],
)
def test_library_stays_in_its_rooms(library: str, rooms: list[str]) -> None:
    _library_stays_in(library, *rooms)


def _modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def _statements(body: list[ast.stmt]) -> list[ast.stmt]:
    """Statements that run when a module is imported: no functions, no TYPE_CHECKING blocks."""
    found: list[ast.stmt] = []
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.dump(statement.test):
            found += _statements(statement.orelse)
            continue
        found.append(statement)
        for field in ("body", "orelse", "finalbody"):
            found += _statements(getattr(statement, field, []))
        for handler in getattr(statement, "handlers", []):
            found += _statements(handler.body)
    return found


def _imported(tree: ast.Module) -> set[str]:
    """Dotted names imported with the module; `from a import b` counts as `a.b`."""
    names: set[str] = set()
    for statement in _statements(tree.body):
        if isinstance(statement, ast.Import):
            names |= {alias.name for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            names |= {f"{statement.module}.{alias.name}" for alias in statement.names}
    return names


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    modules = _modules()
    graph = {
        name: {
            target if target in modules else target.rpartition(".")[0] for target in _imported(tree)
        }
        & modules.keys() - {name}
        for name, tree in modules.items()
    }

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def test_heavy_libraries_are_imported_when_used() -> None:
    found = [
        f"{name}: {target}"
        for name, tree in _modules().items()
        for target in sorted(_imported(tree))
        if target.partition(".")[0] in HEAVY
        and not (name.startswith("visitplanner.gui") and target.startswith("PySide6"))
    ]

    assert found == []
