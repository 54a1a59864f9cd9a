"""Says that one body has taken over from another: once to everybody concerned, and to whoever asks by the old name."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from locales.days import Days
from locales.messages import Page, clipped
from locales.pages import Pages
from obligations.plan import Department
from storage import ledger, outbox, people, succession
from storage.database import Session
from storage.people import Member
from storage.succession import Takeover


def tell_of_successions(session: Session, district: int, today: date, days_of: Callable[[str], Days],
                        now: datetime) -> int:
    """Queue a word to the liaisons of both bodies and to the office about each succession in effect by the local
    date `today` that nobody has heard of; how many there were. Successions that concern nobody are passed over."""
    untold = succession.untold(session, district, today)
    told: dict[int, tuple[Member, list[Takeover]]] = {}
    for one in untold:
        for person in _concerned(session, district, one):
            told.setdefault(person.id, (person, []))[1].append(one)
    outbox.plan(session, [_notice(days_of(person.locale), person, mine) for person, mine in told.values()], now)
    if untold:
        succession.note_told(session, untold, today)
    return len(untold)


def said_before(days: Days, former: Department | None, name: str, pages: Pages) -> Pages:
    """The pages of a department that was asked for by the name of one it took over from, with a line saying so."""
    if former is None or former.successor is None:
        return pages
    line = became(days, former.name, name, former.successor.start)

    def word(index: int) -> Page:
        page = pages[index]
        return Page(clipped(f"{line}\n{page.text}"), page.items)

    return Pages(len(pages), word)


def became(days: Days, old: str, new: str, since: date) -> str:
    """One line: who took over from whom, and since when."""
    return days.texts("succession-became", old=old, new=new, day=days.day(since))


def _concerned(session: Session, district: int, one: Takeover) -> list[Member]:
    theirs = [person for name in (one.old, one.new) for person in people.liaisons(session, district, name)]
    asked = any(ledger.items(session, district, name) for name in (one.old, one.new))
    office = people.office(session, district) if theirs or asked else []
    return [person for person in (*theirs, *office) if not person.trouble]


def _notice(days: Days, person: Member, takeovers: Sequence[Takeover]) -> outbox.Planned:
    mine = {one.id: one for one in takeovers}.values()
    rows = [became(days, one.old, one.new, one.since) for one in mine]
    foot = days.texts("succession-foot-office" if person.is_office else "succession-foot")
    words = clipped("\n".join([days.texts("succession-head"), *rows, "", foot]))
    key = f"succession:{person.id}:" + ",".join(str(one.id) for one in mine)
    return outbox.Planned(key, person.channel, person.chat, outbox.Kind.NOTICE, person.id, words)
