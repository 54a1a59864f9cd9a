"""Words a planned morning digest when its turn comes, from the state of that moment."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.request import Button, Reply
from locales.catalogue import texts
from locales.days import Days
from locales.messages import Page, digest
from locales.office import Closed, Gap, Morning, office_digest
from obligations.agenda import Agenda
from obligations.item import Item
from obligations.workdays import WorkCalendar
from storage import evidence, interruptions, ledger, morning, outbox, people, plans
from storage.database import Session
from storage.people import Member

LATE = "late"   # a digest that could not be sent on its day
MOST_BUTTONS = 8


class MorningDesk:
    """Words digests of one installation; it decides nothing about who gets one."""

    def __init__(self, calendar: WorkCalendar, zone: ZoneInfo) -> None:
        self._calendar, self._zone = calendar, zone

    def days(self, locale: str, today: date) -> Days:
        """How days are worded in a language on a day."""
        return Days(texts(locale), today, self._calendar, self._zone)

    def liaison(self, session: Session, person: Member, numbers: Sequence[int], today: date,
                *, repeated: bool = False) -> list[Reply]:
        """The digest of these items as they stand now; empty when nothing of it is left to do."""
        items = ledger.numbered(session, person.district, numbers)
        mine = [items[number] for number in numbers if number in items]
        departments = person.departments or tuple(dict.fromkeys(item.department for item in mine))
        return self.for_items(mine, departments, today, person.locale, repeated=repeated)

    def for_items(self, items: Sequence[Item], departments: Sequence[str], today: date, locale: str,
                  *, repeated: bool = False) -> list[Reply]:
        """The digest of items that have been chosen already."""
        days = self.days(locale, today)
        notices = Agenda(today, today, self._calendar).picture([i for i in items if i.department in departments])
        named = dict.fromkeys(one.item.department for one in notices)
        who = days.texts("list-comma").join(name for name in departments if name in named)
        return [Reply(page.text, _buttons(days, page), page.items)
                for page in digest(days, who, notices, repeated=repeated)]

    def office(self, session: Session, person: Member, today: date, now: datetime) -> list[Reply]:
        """The office's digest; empty when there is nothing it needs to hear."""
        days = self.days(person.locale, today)
        last = outbox.last_office_digest(session, person.id, today)
        since, mark = last or self._before_the_first(session, person, today)
        told = Morning(
            late=ledger.overdue_by_department(session, person.district, today),
            closed=self._closed(session, days, person.district, mark),
            gaps=[Gap(one.began_at, one.ended_at, one.repeated)
                  for one in interruptions.since(session, person.channel, since)],
            undelivered=[self._fate(session, days, letter)
                         for letter in outbox.undelivered_since(session, person.district, since)],
            unreached=morning.unreached(session, person.district, self._calendar.add_workdays(today, 5)),
            questions=_questions(session, person.district))
        return [] if told.is_silent else [Reply(office_digest(days, told))]

    def _closed(self, session: Session, days: Days, district: int, mark: int) -> list[Closed]:
        found = evidence.closed_since(session, district, mark)
        items = ledger.numbered(session, district, [one.number for one in found])
        return [Closed(one.number, one.department, days.title(items[one.number]), one.links) for one in found]

    def _before_the_first(self, session: Session, person: Member, today: date) -> tuple[datetime, int]:
        """What somebody who was never reached is told of goes back to when that was first tried; for somebody
        new to the morning of the last working day."""
        before = self._calendar.last_workday(today - timedelta(days=1))
        morning_before = datetime.combine(before, time(9), self._zone).astimezone(UTC)
        since = outbox.first_office_digest(session, person.id, today) or morning_before
        return since, evidence.newest(session, person.district, since)

    def _fate(self, session: Session, days: Days, letter: outbox.Letter) -> tuple[str, str]:
        person = people.member(session, letter.planned.person) if letter.planned.person else None
        who = person.name if person else letter.planned.chat
        what = LATE if letter.trouble == LATE else letter.state
        return who, days.texts(f"trouble-{what}", trouble=letter.trouble)


def _questions(session: Session, district: int) -> int:
    """How many are open in the plan that the office is at work on: what is answered in a draft is answered."""
    kept = plans.coming(session, district) or plans.active(session, district)
    return kept.questions_left if kept else 0


def _buttons(days: Days, page: Page) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(days.texts("button-done", number=number), f"done:{number}"),
                  Button(days.texts("button-view", number=number), f"view:{number}"))
                 for number in page.items[:MOST_BUTTONS])
