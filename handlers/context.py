"""What every handler works with: who asks, on which day, of which district and plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from handlers.request import Place, Request, Role
from handlers.understanding import AtOnce, Understanding
from locales.catalogue import Texts
from locales.days import Days
from locales.doubts import refused
from obligations.errors import Refusal
from obligations.item import Item
from obligations.names import Ambiguous, Directory, Exact, Likely
from obligations.plan import Department, Plan
from obligations.succession import by_name, in_office, in_their_place, out_of_office, plan_in_office, takeover
from obligations.workdays import WorkCalendar
from storage import bodies, ledger
from storage.database import Session
from storage.people import Member
from storage.plans import Kept, parsed


def _no_link(_code: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """One request with everything around it. `today` is the local date of the request.

    `member` None: a stranger. `kept` None: no plan is in force. `invite_link` gives the messenger's address for a code,
    None where it has none. `understanding`: what has been understood of documents
    by now; what is missing is understood at once where nothing else is said, which is right where nobody else waits.
    """

    session: Session
    request: Request
    channel: str
    today: date
    zone: ZoneInfo
    calendar: WorkCalendar
    texts: Texts
    member: Member | None
    kept: Kept | None
    invite_link: Callable[[str], str | None] = _no_link
    understanding: Understanding = field(default_factory=AtOnce)

    @property
    def days(self) -> Days:
        """How days are worded for this person."""
        return Days(self.texts, self.today, self.calendar, self.zone)

    @property
    def role(self) -> Role:
        """Who the person asking is to the bot."""
        if self.member is None:
            return Role.VISITOR
        return Role.OFFICE if self.member.is_office else Role.LIAISON

    @property
    def who(self) -> Member:
        """The person asking. Raises Refusal for a stranger."""
        if self.member is None:
            raise Refusal("not-enrolled")
        return self.member

    @property
    def plan_in_force(self) -> Kept:
        """Raises Refusal while no plan has been activated."""
        if self.kept is None:
            raise Refusal("no-plan")
        return self.kept

    @property
    def plan(self) -> Plan:
        """The plan in force, naming the bodies that are in office today. Raises Refusal while there is none."""
        return _plan(self.plan_in_force.content, self.bodies, self.today)

    @property
    def bodies(self) -> tuple[Department, ...]:
        """Every department that the district has or had."""
        return bodies.bodies(self.session, self.plan_in_force.district_id)

    @property
    def own(self) -> tuple[str, ...]:
        """The departments in office that the person asking answers for."""
        known = by_name(self.bodies)
        return tuple(dict.fromkeys(in_office(name, known, self.today) for name in self.who.departments))

    def in_private(self) -> Request:
        """The request, where something may be changed: in a private chat, in own words. Raises Refusal."""
        if self.request.place is not Place.PRIVATE:
            raise Refusal("private-only")
        if self.request.forwarded:
            raise Refusal("forwarded")
        return self.request

    def for_writing(self) -> Member:
        """The person, where something may be changed. Raises Refusal for a stranger too."""
        self.in_private()
        return self.who

    def for_office(self) -> Member:
        """The person, if of the office and where something may be changed."""
        who = self.for_writing()
        if not who.is_office:
            raise Refusal("office-only")
        return who

    def directory(self) -> Directory:
        """The departments in office by every spelling, also those of the bodies that they took over from."""
        return _directory(in_their_place(self.bodies, self.today), self.plan_in_force.plan.district)

    def former(self, words: str) -> Department | None:
        """The body out of office that `words` name exactly, if no other is called so today; its successor is the
        one of today."""
        gone = by_name(out_of_office(self.bodies, self.today))
        name = _directory(tuple(gone.values()), self.plan_in_force.plan.district).exact(words) if gone else None
        heir = takeover(name, by_name(self.bodies), self.today) if name else None
        if name is None or heir is None or self.directory().exact(words) != heir.name:
            return None
        return replace(gone[name], successor=heir)

    def department_for_reading(self, words: str) -> tuple[str, bool]:
        """The department meant, and whether that was a guess. Raises Refusal with suggestions."""
        found = self.directory().find(words)
        if isinstance(found, Exact):
            return found.name, False
        if isinstance(found, Likely):
            return found.name, True
        comma = self.texts("list-comma")
        if isinstance(found, Ambiguous):
            raise Refusal("department-ambiguous", name=words[:40], names=comma.join(found.candidates))
        hint = self.texts("department-suggest", names=comma.join(found.suggestions)) if found.suggestions else ""
        raise Refusal("department-unknown", name=words[:40], suggestions=hint)

    def department_for_writing(self, words: str) -> str:
        """The department named exactly; a guess is offered, never taken. Raises Refusal."""
        name = self.directory().exact(words)
        if name is not None:
            return name
        likely, _ = self.department_for_reading(words)
        hint = self.texts("department-suggest", names=likely)
        raise Refusal("department-unknown", name=words[:40], suggestions=hint)

    def items(self, numbers: "list[int] | tuple[int, ...]") -> Mapping[int, Item]:
        """The items with these numbers; those that do not exist are left out."""
        return ledger.numbered(self.session, self.plan_in_force.district_id, numbers)

    def say(self, refusal: Refusal) -> str:
        """A refusal as a sentence in the asker's language."""
        return refused(self.texts, refusal)


@lru_cache(maxsize=16)
def _directory(departments: tuple[Department, ...], district: str) -> Directory:
    """Every question asks for it, and it changes only with the departments."""
    return Directory(departments, district)


@lru_cache(maxsize=8)
def _plan(content: str, departments: tuple[Department, ...], today: date) -> Plan:
    return plan_in_office(parsed(content), by_name(departments), today)
