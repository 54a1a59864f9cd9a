"""A push is worded here: the morning digest of a liaison, the notice that cannot wait, the receipt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from locales.days import Days, is_periodic
from obligations.agenda import Group, Notice, Reason
from obligations.item import Item

LIMIT = 4000   # UTF-16 units; a messenger takes a little more
MARK = 8       # room for the "已销号" that each item of a message may be given later
HOLIDAY = 3   # days off in a row that count as a long holiday


@dataclass(frozen=True, slots=True)
class Page:
    """One message: its words and the item numbers it shows, in order."""

    text: str
    items: tuple[int, ...]


def size(text: str) -> int:
    """The length as messengers count it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def digest(days: Days, who: str, notices: Sequence[Notice], *, repeated: bool = False) -> list[Page]:
    """A liaison's morning, split at the borders of items; empty when there is nothing to say."""
    if not notices:
        return []
    texts = days.texts
    head = [texts("digest-repeated")] if repeated else []
    head += [texts("digest-head", who=who, day=days.day(days.today), weekday=days.weekday(days.today)),
             _counts(days, notices), *_holiday_ahead(days)]
    foot = texts("digest-foot", number=notices[0].item.number)
    period = next((n.item.number for n in notices if is_periodic(n.item.period)), None)
    if period is not None:
        foot += "\n" + texts("digest-foot-period", number=period)
    several = len({one.item.department for one in notices}) > 1
    blocks = [_block(days, notice, several) for notice in notices]
    return paged("\n".join(head), blocks, foot,
                 lambda part: texts("digest-continued", who=who, day=days.day(days.today), part=part))


def notice(days: Days, who: str, items: Sequence[Item], *, reply: bool = True) -> list[Page]:
    """What cannot wait for the morning: items just registered that are due within a day or by the hour.

    `reply`: the reader may close them, and is told how.
    """
    blocks = [("", _entry(days, item, days.deadline(item)), item.number) for item in items]
    head = days.texts("notice-head", who=who)
    foot = days.texts("notice-foot", number=items[0].number) if items and reply else ""
    return paged(head, blocks, foot, lambda _part: head)


def receipt(days: Days, closed: Sequence[tuple[Item, tuple[str, ...]]], faults: Sequence[str]) -> str:
    """What was closed, with its evidence, and one sentence for each thing that was not."""
    texts = days.texts
    lines = [texts("receipt-head", count=len(closed))] if closed else []
    for item, links in closed:
        lines.append(texts("receipt-item", number=item.number, title=days.title(item)))
        lines += [texts("receipt-link", link=link) for link in links] or [texts("receipt-nothing")]
    return clipped("\n".join([*lines, *faults]))


def paged(head: str, blocks: Iterable[tuple[str, str, int]], foot: str,
          continued: Callable[[int], str]) -> list[Page]:
    """Blocks (heading, words, item number) as messages below the limit, a heading again on every message.

    `head` opens the first message, `continued` the others, `foot` ends the last.
    """
    pages, lines, shown, under = [], [clipped(head, LIMIT // 4)], list[int](), ""
    for heading, words, number in blocks:
        words = clipped(words, LIMIT // 2)
        entry = words if heading == under else f"\n{heading}\n{words}"
        if shown and size("\n".join([*lines, entry, "", foot])) + MARK * len(shown) > LIMIT:
            pages.append(Page("\n".join(lines), tuple(shown)))
            lines, shown = [clipped(continued(len(pages) + 1), LIMIT // 4)], []
            entry = f"\n{heading}\n{words}" if heading else words
        lines.append(entry)
        shown.append(number)
        under = heading
    return [*pages, Page("\n".join([*lines, "", foot] if foot else lines), tuple(shown))]


def clipped(text: str, limit: int = LIMIT) -> str:
    """A text that is too long, cut with an ellipsis; lengths in UTF-16 code units."""
    if size(text) <= limit:
        return text
    return text.encode("utf-16-le")[: 2 * limit - 2].decode("utf-16-le", "ignore") + "…"


def deadline_line(days: Days, item: Item, reason: Reason) -> str:
    """The second line of an item in a digest: until when, and how pressing that is."""
    texts, words = days.texts, days.deadline(item)
    if reason.group is Group.OVERDUE:
        last = item.overdue_after or item.due or days.today
        return texts("deadline-late", deadline=_late(days, last), late=days.late(reason.workdays))
    if reason.group is Group.TODAY:
        passed = item.due is not None and item.due < days.today
        return texts("deadline-passed", deadline=words) if passed else _today(days, item, words)
    return texts("deadline-left", deadline=words, left=reason.workdays)


def _today(days: Days, item: Item, words: str) -> str:
    plain = item.at is None and item.overdue_after in (None, item.due)
    return days.texts("deadline-today") if plain and item.due == days.today else words


def _late(days: Days, last: date) -> str:
    key = "deadline-made-up" if days.calendar.made_up(last) else "deadline-plain"
    return days.texts(key, due=days.day(last), weekday=days.weekday(last))


def _counts(days: Days, notices: Sequence[Notice]) -> str:
    texts = days.texts
    counted = [texts("digest-group-count", group=texts(f"group-{group.value}"), count=len(list(found)))
               for group, found in groupby(notices, lambda n: n.reason.group)]
    return texts("digest-counts", count=len(notices), groups=" · ".join(counted))


def _holiday_ahead(days: Days) -> list[str]:
    run = days.calendar.day_off_run(days.today + timedelta(days=1))
    if run is None or (run[1] - run[0]).days + 1 < HOLIDAY:
        return []
    return [days.texts("digest-holiday", **{"from": days.day(run[0])}, days=(run[1] - run[0]).days + 1)]


def _block(days: Days, one: Notice, several: bool) -> tuple[str, str, int]:
    """`several`: the reader answers for more than one department, so each line says whose the item is."""
    heading = days.texts(f"group-{one.reason.group.value}")
    line = deadline_line(days, one.item, one.reason)
    whose = days.texts("digest-whose", line=line, department=one.item.department) if several else line
    return heading, _entry(days, one.item, whose), one.item.number


def _entry(days: Days, item: Item, line: str) -> str:
    texts = days.texts
    return "\n".join((texts("digest-item", number=item.number, title=days.title(item)),
                      texts("digest-line", line=line)))
