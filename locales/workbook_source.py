"""The columns of the document's own table, with each row's words under them as they stand there."""

from collections.abc import Sequence
from dataclasses import dataclass

from locales.catalogue import Texts
from obligations.intake.source import Column, From, Quote, Source, SourceRow

# Where a document has no heading for what a row holds: a list, or a second table with other columns.
_HEADINGS = {
    Column.SECTION: "workbook-section", Column.NUMBER: "workbook-number", Column.CONTENT: "workbook-content",
    Column.REQUIREMENT: "workbook-requirement", Column.LEAD: "workbook-leading",
    Column.RESPONSIBLE: "workbook-answering", Column.SUPPORTING: "workbook-helping",
    Column.DEADLINE: "workbook-deadline",
}
_WIDTHS = {Column.SECTION: 16.0, Column.NUMBER: 6.0, Column.CONTENT: 34.0, Column.REQUIREMENT: 44.0,
           Column.DEADLINE: 12.0, Column.OTHER: 14.0}


@dataclass(frozen=True, slots=True)
class SourceCell:
    """The words of a cell. `down`: a merged cell reaches down to it; `above`: it is empty and the words were taken
    from the one above."""

    words: str
    down: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    kind: Column
    heading: str


class SourceView:
    """The table of a document, column by column."""

    def __init__(self, texts: Texts, source: Source) -> None:
        self._heads = _heads(texts, source)
        self._first = {head: at for at, head in reversed(list(enumerate(self._heads)))}
        self._sections = [at for at, head in enumerate(self._heads) if head.kind is Column.SECTION]

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return tuple(head.heading for head in self._heads)

    @property
    def widths(self) -> tuple[float, ...]:
        """The columns' widths in characters."""
        return tuple(_WIDTHS.get(head.kind, 22.0) for head in self._heads)

    def cells(self, row: SourceRow) -> list[SourceCell]:
        """The cells of a row, from the left."""
        return [self._cell(at, head, row) for at, head in enumerate(self._heads)]

    def _cell(self, at: int, head: _Head, row: SourceRow) -> SourceCell:
        match head.kind:
            case Column.SECTION:
                return SourceCell(self._section(self._sections.index(at), row.sections))
            case Column.NUMBER:
                return SourceCell(row.number)
            case Column.CONTENT:
                return _joined([row.content])
            case Column.REQUIREMENT:
                return _joined([row.requirement])
            case Column.DEADLINE:
                return _joined([row.deadline])
            case Column.OTHER:
                return _joined([quote for heading, quote in row.others if heading == head.heading])
        return _joined([quote for kind, quote in row.bodies if kind is head.kind])

    def _section(self, rank: int, sections: Sequence[str]) -> str:
        """Headings above the rows stand in the first column of sections, with those that have one of their own."""
        outer = max(0, len(sections) - len(self._sections))
        return "\n".join(sections[:outer + 1]) if rank == 0 else "".join(sections[outer + rank:outer + rank + 1])


def _heads(texts: Texts, source: Source) -> list[_Head]:
    """The document's columns; of several about the same bodies one, and one for whatever has no column."""
    printed: dict[Column, list[str]] = {}
    for kind, heading in source.columns:
        printed.setdefault(kind, []).append(heading)
    found: dict[_Head, None] = {}
    for kind, heading in source.columns:
        apart = kind in (Column.SECTION, Column.OTHER)
        found[_Head(kind, heading if apart else " / ".join(dict.fromkeys(printed[kind])))] = None
    kinds = {head.kind for head in found}
    missing = [_Head(kind, texts(key)) for kind, key in _HEADINGS.items()
               if kind not in kinds and any(_has(row, kind) for row in source.rows)]
    others = dict.fromkeys(_Head(Column.OTHER, heading) for row in source.rows for heading, _ in row.others)
    sections = [head for head in missing if head.kind is Column.SECTION]
    rest = [head for head in (*missing, *others) if head.kind is not Column.SECTION and head not in found]
    return [*sections, *found, *rest]


def _has(row: SourceRow, kind: Column) -> bool:
    match kind:
        case Column.SECTION:
            return bool(row.sections)
        case Column.NUMBER:
            return bool(row.number)
        case Column.CONTENT:
            return bool(row.content.text)
        case Column.REQUIREMENT:
            return bool(row.requirement.text)
        case Column.DEADLINE:
            return bool(row.deadline.text)
    return any(one is kind for one, _ in row.bodies)


def _joined(quotes: Sequence[Quote]) -> SourceCell:
    filled = [quote for quote in quotes if quote.text]
    return SourceCell("\n".join(quote.text for quote in filled),
                      bool(filled) and all(quote.origin is From.MERGED for quote in filled),
                      bool(filled) and all(quote.origin is From.ABOVE for quote in filled))
