"""Gathers the words of a web page line by line, as a reader sees them; the grid of a table is laid out elsewhere."""

import re
from dataclasses import dataclass, field

_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_LONGEST_LIST = 100_000     # a list's start beyond that is no number of an item

# What begins on a line of its own.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul"))
UNSEEN = frozenset(("script", "style", "template", "head", "noframes"))
_RANKS = {"thead": 0, "tbody": 1, "tfoot": 2}


@dataclass(slots=True)
class HtmlCell:
    """A cell that is being read. `blocks` are its lines and the tables in it; `down` 0: as far as its group goes."""

    across: int = 1
    down: int = 1
    hidden: bool = False
    blocks: "list[str | HtmlTable]" = field(default_factory=list)


@dataclass(slots=True)
class RowGroup:
    """Rows that belong together, as thead, tbody or tfoot or under none; `rank` is the order they are shown in."""

    rank: int
    rows: list[list[HtmlCell]] = field(default_factory=list)


@dataclass(slots=True)
class HtmlTable:
    """A table that is being read. `blocks` are the words in it that stand in no cell, such as its caption."""

    blocks: "list[str | HtmlTable]" = field(default_factory=list)
    _groups: list[RowGroup] = field(default_factory=list)

    def open_group(self, tag: str) -> None:
        """Rows of a thead, tbody or tfoot follow."""
        self._groups.append(RowGroup(_RANKS.get(tag, 1)))

    def open_row(self) -> None:
        """A row begins."""
        if not self._groups:
            self.open_group("tbody")
        self._groups[-1].rows.append([])

    def add(self, cell: HtmlCell) -> None:
        """The next cell of the row; a row that nobody opened begins by itself."""
        if not self._groups or not self._groups[-1].rows:
            self.open_row()
        self._groups[-1].rows[-1].append(cell)

    def groups(self) -> list[list[list[HtmlCell]]]:
        """The groups of rows in the order in which they are shown, wherever they stand in the file."""
        return [group.rows for group in sorted(self._groups, key=lambda group: group.rank) if group.rows]

    def cells(self) -> list[HtmlCell]:
        """All cells in that order."""
        return [cell for group in self.groups() for row in group for cell in row]


@dataclass(slots=True)
class Words:
    """The line that is being read."""

    _parts: list[str] = field(default_factory=list)
    _number: str = ""

    def add(self, text: str, *, as_typed: bool = False) -> list[str]:
        """Go on with `text`; gives back the lines that are complete, which only typed ones (pre) can be."""
        if not as_typed:
            self._parts.append(text)
            return []
        *whole, rest = text.split("\n")
        done = []
        for line in whole:
            self._parts.append(line)
            done += self.end()
        self._parts.append(rest)
        return done

    def open_item(self, number: str) -> None:
        """The next line is an item of a list that has a number."""
        self._number = number

    def end(self) -> list[str]:
        """The line as far as it has come, [] where it is blank; the next one begins."""
        line = _BLANKS.sub(" ", "".join(self._parts)).strip()
        self._parts.clear()
        if not line:
            return []
        number, self._number = self._number, ""
        return [number + line]


@dataclass(slots=True)
class Numbering:
    """The numbers that a browser puts before the items of a list, which stand nowhere in the text."""

    kind: str = "1"
    next: int = 1

    def take(self, value: str | None) -> str:
        """The number of the next item, which may say its `value` itself."""
        number = whole(value, self.next, _LONGEST_LIST)
        self.next = number + 1
        if self.kind in ("a", "A") and 1 <= number <= 26:
            return chr(ord(self.kind) + number - 1) + "."
        return f"{number}."


def whole(text: str | None, default: int, most: int) -> int:
    """The number that an attribute says, at most `most`; `default` where it says none."""
    digits = (text or "").strip()[:9]
    return min(int(digits), most) if digits.isascii() and digits.isdigit() else default
