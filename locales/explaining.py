"""Why a date is what it is, in words that a clerk can follow with a finger on the calendar."""

from collections.abc import Sequence
from datetime import date, timedelta

from locales.days import Days, every
from obligations.due import Due
from obligations.explanation import Explanation, RuleKind
from obligations.item import Item, State
from obligations.plan import Unit
from obligations.workdays import RestDay

MOST_DAYS = 30    # days off named one by one; a long count passes over hundreds


def why(days: Days, item: Item, explanation: Explanation) -> str:
    """The reasons for an item's date, in the order in which they were reckoned."""
    parts = [_rule(days, item, explanation), *_adjusted(days, item, explanation), *_skipped(days, explanation)]
    texts = days.texts
    if item.provisional and item.due:
        # The last week of a published year waits for the next year's notice.
        unpublished = max(item.due.year, days.calendar.certain_until.year + 1)
        parts.append(texts("why-provisional", year=unpublished))
    if item.due:
        parts.append(texts("why-calendar", version=explanation.calendar_version))
    return texts("list-semicolon").join(parts)


def due_answer(days: Days, start: date, workdays: int, result: Due) -> str:
    """The answer to "which day is the n-th working day after `start`?", with its reasons."""
    texts, last = days.texts, result.due or start
    asked = Item(0, "", "", "", "", result.period, State.OPEN, due=last, act_by=last,
                 provisional=result.provisional)
    head = texts("due-answer", count=workdays, due=days.day(last), weekday=days.weekday(last),
                 mark=texts("due-provisional") if result.provisional else "", **{"from": days.day(start)})
    return f"{head}\n{why(days, asked, result.explanation)}"


def rest_day(days: Days, rest: RestDay) -> str:
    """Why one day is off."""
    return days.texts(f"rest-{rest.why.value}")


def _rule(days: Days, item: Item, explanation: Explanation) -> str:
    if explanation.unit is Unit.HOURS and item.at is not None:
        begun = item.at - timedelta(hours=explanation.amount or 0)
        return days.texts("why-hours", anchor=days.time(begun), amount=explanation.amount)
    if item.due is None:
        return days.texts(_without_date(item, explanation))
    if explanation.kind in (RuleKind.AFTER_EVENT, RuleKind.AWAIT_SUPERIOR, RuleKind.COUNT):
        return _counted(days, item.due, explanation)
    if explanation.kind is RuleKind.PERIODIC:
        key = "why-period-assumed" if explanation.assumed else "why-period"
        rhythm = days.texts(f"rhythm-{every(item.period)}")
        return days.texts(key, printed=days.day(item.due), rhythm=rhythm)
    if explanation.assumed:
        return days.texts("why-assumed", printed=days.day(item.due))
    key = "why-dates" if len(explanation.printed) > 1 else "why-date"
    return days.texts(key, printed=days.list(explanation.printed or (item.due,)))


def _without_date(item: Item, explanation: Explanation) -> str:
    if explanation.kind is RuleKind.GATE:
        return "why-gate"
    if explanation.kind is RuleKind.ONGOING:
        return "why-ongoing"
    return "why-waiting" if item.state is State.WAITING else "why-no-date"


def _counted(days: Days, due: date, explanation: Explanation) -> str:
    anchor = days.day(explanation.anchor) if explanation.anchor else ""
    key = "why-days" if explanation.unit is Unit.DAYS else "why-workdays"
    ends = explanation.rolled_from or due
    return days.texts(key, anchor=anchor, amount=explanation.amount, due=days.day(ends))


def _adjusted(days: Days, item: Item, explanation: Explanation) -> list[str]:
    if item.due is None or item.act_by is None:
        return []
    if explanation.rolled_from:
        return [days.texts("why-rolled", due=days.day(item.due), **{"from": days.day(explanation.rolled_from)})]
    if item.act_by < item.due:
        return [days.texts("why-act-by", due=days.day(item.due), actby=days.day(item.act_by))]
    return []


def _skipped(days: Days, explanation: Explanation) -> list[str]:
    texts, skipped, made_up = days.texts, explanation.skipped, explanation.made_up
    parts = []
    if skipped:
        named = [texts("why-skipped-day", day=days.day(rest.day), reason=rest_day(days, rest))
                 for rest in skipped[:MOST_DAYS]]
        parts.append(texts("why-skipped", days=texts("list-comma").join(named)) + _more(days, skipped))
    if made_up:
        parts.append(texts("why-made-up", days=days.list(made_up[:MOST_DAYS])) + _more(days, made_up))
    return parts


def _more(days: Days, named: Sequence[object]) -> str:
    left = len(named) - MOST_DAYS
    return days.texts("why-more-days", count=left) if left > 0 else ""
