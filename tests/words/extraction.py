# SPDX-License-Identifier: MIT
"""The messages marked in the source, found in its syntax trees."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "visitplanner"

# What takes a msgid: the name of the function, where the msgid stands, where the plural.
MARKERS: dict[str, tuple[int, int | None]] = {
    "N_": (0, 1),
    "_": (0, None),
    "gettext": (0, None),
    "ngettext": (0, 1),
    "message": (0, 1),
    "Message": (0, 2),
    "say": (0, None),
    "count": (0, 1),
    "named": (0, 1),
    "_refusal": (0, None),
}
# Declarations whose texts are msgids: the keywords of their calls.
DECLARED = {
    "Edition": ("title",),
    "Rule": ("title", "source", "data"),
    "RuleText": ("finds", "why", "example", "remedy"),
}
_ALIKE = 0.9
_SENTENCE = re.compile(r"^(?!.*[|а-яё]).*\S ")


@dataclass(frozen=True)
class Marked:
    """One msgid in the source; `plural` is empty where there is one form only."""

    msgid: str
    plural: str
    path: Path
    line: int

    @property
    def room(self) -> str:
        """The folder or module of the product it stands in; its translation is in `<room>.po`."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    @property
    def place(self) -> str:
        """File and line, as an editor opens them."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def marked(package: Path = PACKAGE) -> list[Marked]:
    """Every msgid of the product in the order of files and lines."""
    return [found for path in sorted(package.rglob("*.py")) for found in _in_file(path)]


def _in_file(path: Path) -> Iterator[Marked]:
    tree = ast.parse(path.read_text("utf-8"), str(path))
    found = list(_where_called(tree, path))
    yield from found
    if path.is_relative_to(PACKAGE / "rules"):
        said = {text for each in found for text in (each.msgid, each.plural)}
        yield from (each for each in _sentences(tree, path) if each.msgid not in said)


def _where_called(tree: ast.Module, path: Path) -> Iterator[Marked]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node.func)
        # "text".count(",") is not ours: our count has a plural.
        if name in MARKERS and (name != "count" or len(node.args) > 1):
            yield from _in_call(node, *MARKERS[name], path)
        for keyword in node.keywords:
            if keyword.arg in DECLARED.get(name, ()):
                yield from _in_declaration(keyword.value, path)


def _sentences(tree: ast.Module, path: Path) -> Iterator[Marked]:
    """What rules say from tables: strings of more than one word, neither docstring nor source.

    Two that are nearly alike are singular and plural.
    """
    apart = {id(node) for node in _not_said(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant | ast.Tuple) or id(node) in apart:
            continue
        forms = _forms(node)
        if forms and _SENTENCE.search(forms[0]):
            yield Marked(forms[0], "".join(forms[1:]), path, node.lineno)
            apart |= {id(inner) for inner in ast.walk(node)}


def _forms(node: ast.Constant | ast.Tuple) -> list[str]:
    """The string, or singular and plural; nothing for any other constant or tuple."""
    texts = [text for each in getattr(node, "elts", [node]) for text in _literals(each)]
    pair = len(texts) == 2 and SequenceMatcher(None, texts[0], texts[1]).ratio() > _ALIKE
    return texts if pair or isinstance(node, ast.Constant) else []


def _not_said(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from ast.walk(node)
        elif isinstance(node, ast.AnnAssign):
            yield from ast.walk(node.annotation)
        elif isinstance(node, ast.keyword) and node.arg == "source":
            yield from ast.walk(node.value)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _in_call(call: ast.Call, first: int, second: int | None, path: Path) -> Iterator[Marked]:
    plural = _argument(call, second, "plural")
    plurals = _literals(plural) if plural is not None else []
    singular = _argument(call, first, "msgid")
    for msgid in _literals(singular) if singular is not None else []:
        if msgid:
            yield Marked(msgid, plurals[0] if plurals else "", path, call.lineno)


def _in_declaration(value: ast.expr, path: Path) -> Iterator[Marked]:
    """A text, or a table of texts for one and for many."""
    pairs = value.values if isinstance(value, ast.Dict) else [value]
    for pair in pairs:
        forms = pair.elts if isinstance(pair, ast.Tuple) else [pair]
        texts = [text for form in forms for text in _literals(form)]
        if texts:
            yield Marked(texts[0], texts[1] if len(texts) > 1 else "", path, value.lineno)


def _argument(call: ast.Call, index: int | None, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[index] if index is not None and index < len(call.args) else None


def _literals(node: ast.expr) -> list[str]:
    """The strings an expression can be: one literal, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []
