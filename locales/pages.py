"""What people are shown when they ask: a department's status, the district's, and one item."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TypeVar

from locales.days import Days
from locales.explaining import why
from locales.messages import Page, clipped, deadline_line
from obligations.agenda import Group, Reason
from obligations.explanation import Explanation
from obligations.item import Item, State
from obligations.standing import Counts, Standing, due_soon

T = TypeVar("T")
ITEMS_A_PAGE = 12
ROWS_A_PAGE = 25
LONGEST_LINKS = 2000   # of one reply; Fluent refuses a value above 2,500 characters
LONGEST_WORDS = 300    # of the document, on a card: enough to see what is meant
MOST_DOUBTS, LONGEST_DOUBT = 3, 120


@dataclass(frozen=True, slots=True)
class Said:
    """One line of an item's history. `kind` is published, nothing or withdrawn; `at` aware UTC."""

    at: datetime
    name: str
    kind: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the plan says of an item: the document's own words, "" where there are none, and the questions about its
    row that nobody has answered."""

    words: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """Messages to page through; each is worded only when it is asked for, counted from 0."""

    count: int
    word: Callable[[int], Page]

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> Page:
        if not 0 <= index < self.count:
            raise IndexError(index)
        return self.word(index)

    def __iter__(self) -> Iterator[Page]:
        return map(self.word, range(self.count))


def status_pages(days: Days, who: str, standing: Standing, guessed_from: str = "") -> Pages:
    """A department's picture, a page at a time: late, soon, to do, without a date, waiting, closed."""
    head = _head(days, who, standing.counts)
    if guessed_from:
        head = f"{days.texts('status-guessed', query=guessed_from, name=who)}\n{head}"
    chunks = _chunks(standing.items, ITEMS_A_PAGE)

    def word(index: int) -> Page:
        items = chunks[index] if chunks else ()
        body = [line for group, found in groupby(items, lambda item: _group(days, item))
                for line in ("", days.texts(f"status-group-{group}"), *(_row(days, item) for item in found))]
        text = "\n".join([head, *(body or [days.texts("status-empty")]), *_foot(days, index + 1, len(chunks))])
        return Page(clipped(text), tuple(item.number for item in items))

    return Pages(max(1, len(chunks)), word)


def district_pages(days: Days, who: str, standings: Sequence[tuple[str, Counts]]) -> Pages:
    """The whole district: the sum, and one line a department, those with most overdue first."""
    ordered = sorted(standings, key=lambda pair: (-pair[1].overdue, -pair[1].due_soon, -pair[1].open))
    head = _head(days, who, sum((counts for _, counts in ordered), Counts()))
    chunks = _chunks(ordered, ROWS_A_PAGE)

    def word(index: int) -> Page:
        rows = [_department_row(days, name, counts) for name, counts in chunks[index]] if chunks else []
        body = ["", *rows] if rows else [days.texts("status-empty")]
        return Page(clipped("\n".join([head, *body, *_foot(days, index + 1, len(chunks))])), ())

    return Pages(max(1, len(chunks)), word)


def item_card(days: Days, item: Item, explanation: Explanation | None, history: Sequence[Said],
              next_notice: date | None = None, source: Source = Source()) -> str:
    """One item: its text, why this date, when it is mentioned next (a local date), what is doubtful about it,
    history and evidence."""
    texts = days.texts
    late = item.overdue(days.today)
    state = texts("state-overdue") if late else texts(f"state-{item.state.value}")
    lines = [texts("item-head", number=item.number, title=days.title(item)),
             texts("item-department", department=item.department), texts("item-state", state=state),
             texts("item-deadline", deadline=days.deadline(item))]
    if explanation:
        lines.append(texts("item-why", why=why(days, item, explanation)))
    if next_notice:
        lines.append(texts("item-next", day=days.day(next_notice)))
    if item.place:
        lines.append(texts("item-place", place=item.place))
    lines += _source(days, item, source)
    if history:
        lines += [texts("item-history"), *(_history_row(days, said) for said in history)]
    return clipped("\n".join(lines))


def _source(days: Days, item: Item, source: Source) -> list[str]:
    """Where an item comes from: its row, the words there, and what is in force there only until the office decides."""
    texts = days.texts
    lines = [texts("item-row-source", row=item.row, source=item.source) if item.source not in ("", item.row)
             else texts("item-row", row=item.row)]
    if source.words.rstrip("。；") not in ("", item.title):
        lines.append(texts("item-words", words=clipped(source.words, LONGEST_WORDS)))
    lines += [texts("item-doubt", ask=clipped(ask, LONGEST_DOUBT)) for ask in source.doubts[:MOST_DOUBTS]]
    if (more := len(source.doubts) - MOST_DOUBTS) > 0:
        lines.append(texts("item-more-doubts", count=more))
    return lines


def _head(days: Days, who: str, counts: Counts) -> str:
    texts = days.texts
    return "\n".join((
        texts("status-head", who=who, day=days.day(days.today), weekday=days.weekday(days.today)),
        texts("status-counts", open=counts.open, overdue=counts.overdue, soon=counts.due_soon,
              waiting=counts.waiting, closed=counts.closed)))


def _foot(days: Days, page: int, pages: int) -> list[str]:
    return ["", days.texts("status-page", page=page, pages=pages)] if pages > 1 else []


def _group(days: Days, item: Item) -> str:
    if item.to_do:
        if item.overdue(days.today):
            return "late"
        if due_soon(item, days.today, days.calendar):
            return "soon"
        return "open" if item.due else "undated"
    return item.state.value if item.state in (State.WAITING, State.CLOSED) else "other"


def _row(days: Days, item: Item) -> str:
    head = days.texts("digest-item", number=item.number, title=days.title(item))
    return f"{head}\n{days.texts('digest-line', line=_line(days, item))}" if item.to_do and item.due else head


def _line(days: Days, item: Item) -> str:
    if not item.overdue(days.today) or item.overdue_after is None:
        return days.deadline(item)
    late = days.calendar.workdays_between(item.overdue_after, days.today)
    return deadline_line(days, item, Reason(Group.OVERDUE, late))


def _department_row(days: Days, name: str, counts: Counts) -> str:
    return days.texts("status-row", department=name, open=counts.open, overdue=counts.overdue,
                      soon=counts.due_soon, closed=counts.closed)


def _history_row(days: Days, said: Said) -> str:
    links = clipped(" ".join(said.links), LONGEST_LINKS)
    return days.texts("item-history-row", at=days.time(said.at), name=said.name,
                      what=days.texts(f"said-{said.kind}", links=links))


def _chunks(things: Sequence[T], size: int) -> list[Sequence[T]]:
    return [things[start:start + size] for start in range(0, len(things), size)]
