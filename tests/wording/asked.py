"""Finds every place where the code asks for a text by its key, with the values that it hands over."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from locales.catalogue import LOCALES

ROOT = Path(__file__).parents[2]
SPEAKING = ("locales", "handlers", "bot")    # the packages that turn keys into words
REFUSING = ("obligations", "storage")        # these only name the sentence of a refusal
REFUSALS = {"Refusal", "ChannelRefused", "CalendarRangeError"}
ASKERS = {"texts", "_texts", "say", "_say", "words", "_words", "self", *REFUSALS}
KEY = re.compile(r"[a-z]+(?:-[a-z]+)+")


@dataclass(frozen=True, slots=True)
class Asked:
    """`key` is whole, or with `family` only its beginning. `passed`: the names of the values, None: not
    to be seen in the code."""

    where: str
    key: str
    family: bool
    passed: frozenset[str] | None


def everything_asked() -> list[Asked]:
    """Every text that the code asks for with a key that can be read in the code."""
    found = [one for package in SPEAKING for one in _in_package(package, ASKERS)]
    return found + [one for package in REFUSING for one in _in_package(package, REFUSALS)]


def asked_in(source: str, where: str = "", askers: set[str] = ASKERS) -> Iterator[Asked]:
    """The texts asked for in one file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _asks(node.func, askers):
            yield from _keys(node.args[0], f"{where}:{node.lineno}", _passed(node))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "key":
            named = _keys(node.value, f"{where}:{node.lineno}", None)
            yield from (one for one in named if KEY.fullmatch(one.key))


def literals(package: str) -> set[str]:
    """Every string of a package that has the shape of a key: words with hyphens."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / package).rglob("*.py"))
    return {node.value for tree in trees for node in _whole(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)}


def _whole(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but the pieces of f-strings."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not isinstance(child, ast.JoinedStr):
            yield from _whole(child)


def _in_package(package: str, askers: set[str]) -> Iterator[Asked]:
    for path in sorted((ROOT / package).rglob("*.py")):
        if "migrations" not in path.parts:
            yield from asked_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)), askers)


def _asks(callee: ast.expr, askers: set[str]) -> bool:
    if isinstance(callee, ast.Call):    # texts(locale)("key")
        return _asks(callee.func, {"texts"})
    name = callee.attr if isinstance(callee, ast.Attribute) else getattr(callee, "id", "")
    return name in askers


def _keys(node: ast.expr, where: str, passed: frozenset[str] | None) -> Iterator[Asked]:
    if isinstance(node, ast.IfExp):
        yield from _keys(node.body, where, passed)
        yield from _keys(node.orelse, where, passed)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in LOCALES:
        yield Asked(where, node.value, False, passed)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield Asked(where, str(node.values[0].value), True, passed)


def _passed(call: ast.Call) -> frozenset[str] | None:
    names: set[str] = set()
    for keyword in call.keywords:
        if keyword.arg is not None:
            names.add(keyword.arg)
        elif isinstance(keyword.value, ast.Dict):
            names |= {str(key.value) for key in keyword.value.keys if isinstance(key, ast.Constant)}
        else:
            return None
    return frozenset(names)
