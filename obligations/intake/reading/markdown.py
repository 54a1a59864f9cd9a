"""Reads Markdown: its tables, and every other line without the marks that only make it bold or a heading.

Numbers of lists stay as printed. What the parser passes over is kept as it stands, so that no word is lost.
"""

import re
from collections.abc import Sequence
from html import unescape
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document, Paragraph, Place, Table
from obligations.intake.reading.lines import Line, check_size, numbered
from obligations.intake.reading.ruled import bars, read_ruled
from obligations.intake.rows.lost_borders import lost_border_faults, quoted
from obligations.intake.rows.shapes import is_note

# Only blocks: reading marks inside lines takes 20 µs a character of a hostile text. Definitions of links would vanish.
_PARSER = MarkdownIt("commonmark").enable("table").disable(["reference", "inline"])
_MARKED = re.compile(r"[*_<&\\]")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_\n]+)(?P=mark)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ONLY_MARKS = re.compile(r"[\s>#*+\-=_`~:|]*")
_QUOTE_MARKS = re.compile(r"^(?:\s{0,3}>)+")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.I)
_HTML_TABLE = re.compile(r"<t(?:able|r|d)[\s>]", re.I)

Placed = tuple[int, Paragraph | Table]


def read_markdown(text: str, name: str) -> Document:
    """The paragraphs and tables of a Markdown text, each with its line.

    Raises PlanFaults with every line and row of a table that is in doubt; Refusal for too many lines or cells.
    """
    check_size(text, name)
    lines = numbered(text)
    reader = _Reader(lines)
    for token in _PARSER.parse("\n".join(line.text for line in lines)):
        reader.take(token)
    blocks = [block for _, block in sorted(reader.finished(), key=lambda placed: placed[0])]
    faults = reader.faults + lost_border_faults(blocks)
    if faults:
        raise PlanFaults(tuple(faults))
    return Document(name, tuple(blocks))


def plain(text: str) -> str:
    """The words of a line or a cell as a reader sees them, with its line breaks. Links and single stars stay as they
    are typed: to an office 3*4*5 is no emphasis."""
    if not _MARKED.search(text):
        return text
    bare = _STRONG.sub(r"\g<words>", _BREAK.sub("\n", text))
    return unescape(_ESCAPED.sub(r"\1", bare)).strip()


class _Reader:
    """Follows the blocks of a text and keeps account of the lines that were read."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._blocks: list[Placed] = []
        self._read: set[int] = set()
        self._marker = ""
        self._in_table = False
        self.faults: list[Refusal] = []

    def take(self, token: Token) -> None:
        """The next token of the parser."""
        if token.type in ("table_open", "table_close"):
            self._in_table = token.type == "table_open"
        if token.type == "table_open" and token.map:
            self._table(self._lines[token.map[0]:token.map[1]])
        elif token.type == "list_item_open":
            self._marker = f"{token.info}{token.markup} "
        elif token.type == "inline" and token.map and not self._in_table:
            self._paragraph(token, token.map[0])
        elif token.type in ("code_block", "fence") and token.map:
            self._typed(token, token.map[0] + (token.type == "fence"))

    def finished(self) -> list[Placed]:
        """Everything that was read, and each line that was not, unless it has nothing but marks."""
        for at, line in enumerate(self._lines):
            if at in self._read or _ONLY_MARKS.fullmatch(line.text):
                continue
            if _HTML_TABLE.search(line.text):
                self.faults.append(Refusal("text-html-table", place=Place(line=line.number), quote=quoted(line.text)))
            self._add(at, line.text.strip())
        return self._blocks

    def _add(self, at: int, text: str) -> None:
        self._read.add(at)
        if text:
            self._blocks.append((at, Paragraph(text, Place(line=at + 1))))

    def _paragraph(self, token: Token, first: int) -> None:
        marker, self._marker = self._marker, ""
        for at, line in enumerate(token.content.split("\n"), start=first):
            for words in plain(line).split("\n"):
                self._add(at, (marker + words).strip())
                marker = ""

    def _typed(self, token: Token, first: int) -> None:
        for offset, words in enumerate(token.content.splitlines()):
            self._add(first + offset, words.strip())

    def _table(self, lines: Sequence[Line]) -> None:
        # A line without a bar right under a table counts as a row of it, to the parser.
        rows = list(takewhile(lambda line: bars(line.text) or not is_note(line.text), lines))
        bare = [Line(line.number, _QUOTE_MARKS.sub("", line.text, count=1)) for line in rows]
        self._read.update(line.number - 1 for line in rows)
        try:
            self._blocks.append((rows[0].number - 1, read_ruled(bare, plain)))
        except PlanFaults as found:
            self.faults += found.faults
