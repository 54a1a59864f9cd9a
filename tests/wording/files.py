"""Reads the files of texts: which keys stand in them, and which variables each text uses."""

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from locales.catalogue import LOCALES, ROOT

FILES = sorted(path.name for path in (ROOT / LOCALES[0]).glob("*.ftl"))


class Variables(Visitor):
    """Collects the names of the variables of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(locale: str, file: str) -> list[ast.Message]:
    """The texts of a file; one that cannot be read is a fault."""
    body = FluentParser().parse((ROOT / locale / file).read_text(encoding="utf-8")).body
    assert [entry.content for entry in body if isinstance(entry, ast.Junk)] == []
    return [entry for entry in body if isinstance(entry, ast.Message)]


def variables(message: ast.Message) -> set[str]:
    """The names of the values that a text is filled with."""
    found = Variables()
    found.visit(message)
    return found.names


def keys(locale: str, file: str) -> list[str]:
    """The keys of a file in their order, each as often as it stands there."""
    return [message.id.name for message in messages(locale, file)]


def by_key(locale: str, file: str) -> dict[str, set[str]]:
    """The variables of every text of a file."""
    return {message.id.name: variables(message) for message in messages(locale, file)}
