"""`gongkai due`: the n-th working day after a date, without any database or setting."""

import json
import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.language import language
from locales.catalogue import texts
from locales.days import Days
from locales.explaining import due_answer, rest_day
from obligations.due import count
from obligations.errors import Refusal
from obligations.workdays import calendar

ZONE = ZoneInfo("Asia/Shanghai")    # only decides whether a year needs to be named


def due(start: str, workdays: int, *, as_json: bool) -> None:
    """Print the day that is `workdays` working days after the date written in `start`. Raises Refusal."""
    first = _day(start)
    result = count(first, workdays, calendar())
    days = Days(texts(language(os.environ)), datetime.now(ZONE).date(), calendar(), ZONE)
    if not as_json:
        print(due_answer(days, first, workdays, result))
        return
    skipped = [{"date": rest.day.isoformat(), "why": rest_day(days, rest)} for rest in result.explanation.skipped]
    print(json.dumps({"from": first.isoformat(), "due": result.due and result.due.isoformat(),
                      "provisional": result.provisional, "skipped": skipped}, ensure_ascii=False, indent=2))


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise Refusal("date-unreadable") from None
