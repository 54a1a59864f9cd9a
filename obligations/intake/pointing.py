"""What a cell may point to that only names another row (同上, 〃, 同第3项); which words point, and what becomes of
them, is decided beside the cells about who and those about when."""

import re
from collections.abc import Mapping

from obligations.intake.source import Column

_HINT = re.compile("[同仝见如与和参tT〃″〞\"“”'’↑]")    # without any of these no pointer needs to be looked for
_NUMBER = re.compile(r"\D*?0*([1-9]\d*)\D*")


def pointer_in(words: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The pointer in a cell; `pattern` may name a group `number`, the printed number of the row that is meant."""
    return pattern.search(words) if _HINT.search(words) else None


def filled(pointer: re.Match[str], words: str) -> str:
    """The cell with `words` in place of its pointer."""
    return pointer.string[:pointer.start()] + words + pointer.string[pointer.end():]


class Targets:
    """The cells of the row above, and of the last row under each printed number."""

    def __init__(self) -> None:
        self._above: Mapping[Column, str] = {}
        self._numbered: dict[tuple[str, Column], str] = {}

    def of(self, pointer: re.Match[str], column: Column) -> str:
        """The words of the cell that a pointer in this column means, "" where there is none."""
        number = pointer["number"]
        return self._numbered.get((number, column), "") if number else self._above.get(column, "")

    def note(self, number: str, cells: Mapping[Column, str]) -> None:
        """The row above is now the one of this printed number; what its cells pointed to stands in them."""
        self._above = cells
        if found := _NUMBER.fullmatch(number):
            self._numbered.update(((found[1], column), words) for column, words in cells.items())
