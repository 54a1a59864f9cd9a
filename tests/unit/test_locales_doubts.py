"""Every doubt about a document and every answer to one has its words in both languages, and none is there in vain."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from locales.catalogue import LOCALES
from obligations.plan import Every
from tests.wording.files import FILES, by_key

INTAKE = Path(__file__).parents[2] / "obligations" / "intake"
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(INTAKE.rglob("*.py"))]
CALLS = [node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call)]
WORDS = {node.value for tree in TREES for node in ast.walk(tree)
         if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.fullmatch(node.value)}
WORDS |= {every.value for every in Every}


def kinds(named: str) -> dict[str, dict[str, set[str]]]:
    """The kinds that have words, by locale, with the values that each names."""
    return {locale: {key.removeprefix(named): values for file in FILES for key, values in by_key(locale, file).items()
                     if key.startswith(named)} for locale in LOCALES}


def first_words(*callees: str) -> Iterator[str]:
    """The kinds that are written out as the first argument of a call."""
    for call in CALLS:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in callees and call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def pieces() -> Iterator[tuple[str, str]]:
    """How kinds that are put together begin and end: f"no-{what}"."""
    for node in (node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        ends = [piece.value if isinstance(piece, ast.Constant) else "" for piece in (node.values[0], node.values[-1])]
        if any(isinstance(end, str) and "-" in end for end in ends):
            yield str(ends[0]), str(ends[1])


DOUBTS, CHOICES = kinds("doubt-"), kinds("choice-")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", sorted(set(first_words("ask", "remark"))))
def test_everything_that_is_asked_or_remarked_has_words(locale: str, kind: str) -> None:
    assert kind in DOUBTS[locale]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", sorted(set(first_words("Choice"))))
def test_every_choice_has_words(locale: str, kind: str) -> None:
    assert kind in CHOICES[locale]


@pytest.mark.parametrize("kind", sorted(DOUBTS["zh-CN"] | CHOICES["zh-CN"]))
def test_no_words_are_there_in_vain(kind: str) -> None:
    made = any(kind.startswith(start) and kind.endswith(end) for start, end in pieces())
    assert kind in WORDS or made


@pytest.mark.parametrize("kind", sorted(CHOICES["zh-CN"]))
def test_a_choice_is_told_from_the_others_by_its_value_alone(kind: str) -> None:
    assert {locale: CHOICES[locale][kind] <= {"value"} for locale in LOCALES} == dict.fromkeys(LOCALES, True)
