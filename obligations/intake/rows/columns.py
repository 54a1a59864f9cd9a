"""Settles what every column of a table holds, by its heading and, where columns share one, by what stands under it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from obligations.errors import Refusal
from obligations.intake.document import Cell, Table
from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.rows.headers import Header, Heading
from obligations.intake.rows.labels import TASK, WHO, compact, meaning, meanings, names_bodies
from obligations.intake.rows.sections import is_heading
from obligations.intake.rows.shapes import is_chinese_number, is_number
from obligations.intake.source import Column, Quote

_SAMPLE = 200       # rows looked at to tell columns under one heading apart
_MOST = 0.8         # share of the cells that must agree
_INNER = ("科室", "股室", "处室")
_FINISHING = ("完成", "办结", "截止")
_DOING = ("举措", "措施", "具体", "要求")
PRIORITY = (Column.CONTENT, Column.REQUIREMENT, Column.LEAD, Column.RESPONSIBLE, Column.SUPPORTING, Column.DEADLINE,
            Column.SECTION, Column.NUMBER, Column.OTHER)


@dataclass(frozen=True, slots=True)
class Layout:
    """What each column of a table holds, with the words printed over it."""

    header: Header
    kinds: tuple[Column, ...]
    words: tuple[str, ...]

    def all(self, *kinds: Column) -> tuple[int, ...]:
        """The columns that hold any of `kinds`, from the left."""
        return tuple(at for at, kind in enumerate(self.kinds) if kind in kinds)

    def columns(self) -> tuple[tuple[Column, str], ...]:
        """Every column with its printed heading."""
        return tuple(zip(self.kinds, self.words, strict=True))


def settle(table: Table, header: Header, inquiry: Inquiry) -> Layout:
    """The columns of `table` under `header`; asks where two could be the same thing. Raises Refusal for a column
    that holds two things at once, such as 责任单位及完成时限."""
    for heading in header.headings:
        _refuse_mixed(heading)
    _refuse_halves(header)
    settling = _Settling(table, header, inquiry)
    settling.settle()
    words = tuple(heading.words for heading in header.headings)
    return Layout(header, tuple(settling.kinds), words)


def _refuse_mixed(heading: Heading) -> None:
    found = set(meanings(heading.words))
    if found & WHO and found & {Column.DEADLINE, *TASK}:
        raise Refusal("rows-mixed-column", place=heading.cell.place, quote=heading.words)


def _refuse_halves(header: Header) -> None:
    """Two tables beside each other would become one, with the tasks of one and the bodies of the other."""
    printed = {heading.group: heading for heading in header.headings if heading.kind and not heading.blank}
    first: dict[tuple[Column | None, str], Heading] = {}
    twice = [heading for heading in printed.values()
             if first.setdefault((heading.kind, compact(heading.words)), heading) is not heading]
    if any(heading.kind in WHO for heading in twice) and any(heading.kind in TASK for heading in twice):
        raise Refusal("rows-halves", place=twice[0].cell.place, quote=twice[0].words)


class _Settling:
    """The columns of one table while they are being told apart."""

    def __init__(self, table: Table, header: Header, inquiry: Inquiry) -> None:
        self._table, self._header, self._inquiry = table, header, inquiry
        self._heads = header.headings
        self.kinds = [head.kind or Column.OTHER for head in self._heads]
        self._asked: set[int] = set()

    def settle(self) -> None:
        self._by_contents()
        self._bodies()
        self._tasks()
        self._only_one(Column.NUMBER, lambda _: True)
        self._only_one(Column.REQUIREMENT, lambda words: any(word in words for word in _DOING))
        self._only_one(Column.DEADLINE, lambda words: any(word in words for word in _FINISHING))
        self._remark_unknown()

    def _at(self, *kinds: Column) -> list[int]:
        return [at for at, kind in enumerate(self.kinds) if kind in kinds]

    def _quote(self, at: int) -> Quote:
        return Quote(self._heads[at].words, self._heads[at].cell.place)

    def _by_contents(self) -> None:
        """工作任务 printed over sections, numbers and tasks; a column without any heading."""
        groups = [head.group for head in self._heads]
        for at, head in enumerate(self._heads):
            under = _under(self._table, self._header.last, at)
            if head.blank and not under:
                self.kinds[at] = Column.OTHER
            elif (head.blank or groups.count(head.group) > 1) and head.kind not in WHO:
                self.kinds[at] = _by_contents(under) or self.kinds[at]

    def _bodies(self) -> None:
        """An office inside a body is no body; a heading that only ends like one is taken for one if none is."""
        who = self._at(*WHO)
        inner = [at for at in who if compact(self._heads[at].words).endswith(_INNER)]
        for at in inner if len(inner) < len(who) else ():
            self.kinds[at] = Column.OTHER
        for at, head in enumerate(self._heads) if not who else ():
            if names_bodies(head.words):
                self._ask_whether_bodies(at)

    def _ask_whether_bodies(self, at: int) -> None:
        answer = self._inquiry.ask("column-bodies", self._quote(at), (Choice("as-bodies"), Choice("keep-only")),
                                   heading=self._heads[at].words)
        self.kinds[at] = Column.RESPONSIBLE if answer == "as-bodies" else Column.OTHER
        self._asked.add(at)

    def _tasks(self) -> None:
        """Of several columns that say what is to be done the outer ones are sections, the inmost the requirement."""
        contents, requirements = self._at(Column.CONTENT), self._at(Column.REQUIREMENT)
        if not contents and not requirements:
            # Where nothing but numbers stands under 工作任务 its rows are refused one by one.
            tasks = self._at(Column.SECTION) or [at for at, head in enumerate(self._heads) if head.kind in TASK]
            self.kinds[tasks[-1]] = Column.CONTENT
        if not contents and len(requirements) > 1:
            self.kinds[requirements[0]] = Column.CONTENT
        if len(contents) > 1 and not requirements:
            self._counts_as(contents.pop(), Column.REQUIREMENT)
        for at in contents[:-1]:
            self._counts_as(at, Column.SECTION)

    def _counts_as(self, at: int, kind: Column) -> None:
        self.kinds[at] = kind
        self._inquiry.remark(f"heading-as-{kind}", self._quote(at))

    def _only_one(self, kind: Column, is_better: Callable[[str], bool]) -> None:
        """Where several columns could be `kind`, ask which one is; the others are only kept."""
        columns = self._at(kind)
        if len(columns) < 2:
            return
        ranked = sorted(columns, key=lambda at: not is_better(compact(self._heads[at].words)))
        choices = {Choice("use-column", f"{at + 1} {self._heads[at].words}"): at for at in ranked}
        ids = {choice.id: at for choice, at in choices.items()}
        answer = self._inquiry.ask("two-columns", self._quote(ranked[0]), tuple(choices),
                                   headings="、".join(self._heads[at].words for at in columns))
        for at in columns:
            if at != ids[answer]:
                self.kinds[at] = Column.OTHER
                self._asked.add(at)

    def _remark_unknown(self) -> None:
        for at, head in enumerate(self._heads):
            if head.blank:
                kind = "heading-missing" if _under(self._table, self._header.last, at) else ""
            else:
                kept = self.kinds[at] is Column.OTHER and at not in self._asked
                kind = "heading-unknown" if kept and meaning(head.words) is not Column.OTHER else ""
            if kind:
                self._inquiry.remark(kind, self._quote(at), column=str(at + 1))


def _under(table: Table, head: int, column: int) -> list[str]:
    """The words under a heading, each cell once, cells over several columns left out."""
    cells: dict[int, Cell] = {}
    for row in table.grid[head + 1:head + 1 + _SAMPLE]:
        cell = row[column]
        beside = row[max(column - 1, 0):column] + row[column + 1:column + 2]
        if cell.text.strip() and not any(cell is other for other in beside):
            cells[id(cell)] = cell
    return [cell.text for cell in cells.values()]


def _by_contents(texts: list[str]) -> Column | None:
    """What a column is by its words alone; None: they do not tell."""
    if _mostly(is_number, texts):
        return Column.NUMBER
    if _mostly(lambda text: is_heading(text) or is_chinese_number(text), texts):
        return Column.SECTION
    return None


def _mostly(test: Callable[[str], bool], texts: Iterable[str]) -> bool:
    verdicts = [test(text) for text in texts]
    return bool(verdicts) and sum(verdicts) >= _MOST * len(verdicts)
