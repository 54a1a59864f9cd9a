"""What a command works with: the settings, the language, the present, and the database only if there is one."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.language import language
from bot.settings import Settings, read_settings
from handlers.context import Context
from handlers.request import Request
from locales.catalogue import Texts, texts
from obligations.errors import Refusal
from obligations.wording import one_line
from obligations.workdays import calendar
from storage import checkup, districts, plans
from storage.database import Database, Session, exists

ACTOR = "cli"
_WHEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?")


@dataclass(frozen=True, slots=True)
class Installation:
    """This installation as one command finds it. `now` is aware UTC; `wanted` is the name of the district that the
    command is about, "" where there can be only one."""

    settings: Settings
    say: Texts
    now: datetime
    wanted: str = ""

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.astimezone(self.settings.zone).date()

    def day(self, words: str) -> date:
        """The local date written in `words`, today when they are empty. Raises Refusal."""
        return self.moment(words)[0] if words else self.today

    def moment(self, words: str) -> tuple[date, datetime | None]:
        """The local date and, if a time of day is written behind it, the aware UTC moment. Raises Refusal."""
        found = _WHEN.fullmatch(words.strip())
        try:
            day = date.fromisoformat(found[1]) if found else None
            local = datetime.fromisoformat(f"{found[1]}T{found[2]}") if found and found[2] else None
        except ValueError:
            day = None
        if day is None:
            raise Refusal("date-unreadable")
        return day, local.replace(tzinfo=self.settings.zone).astimezone(UTC) if local else None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of the database. Raises Refusal `no-plan` where there is none yet, and makes none."""
        if not exists(self.settings.database_url):
            raise Refusal("no-plan")
        with closing(Database(self.settings.database_url)) as database, database.read() as session:
            if not checkup.has_tables(session):
                raise Refusal("no-plan")
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction on the database, which is made or brought up to date first."""
        from storage import schema  # Alembic takes longer to load than a reading command to run

        with closing(Database(self.settings.database_url)) as database:
            schema.upgrade(database)
            with database.write() as session:
                yield session

    @contextmanager
    def changing(self) -> Iterator[Session]:
        """A transaction on a database that must be there. Raises Refusal `no-plan`, and makes none."""
        with self.reading():
            pass
        with self.writing() as session:
            yield session

    def district(self, session: Session) -> int:
        """The district that the command is about. Raises Refusal where it is not known, or several could be meant."""
        known = districts.names(session)
        if not known:
            raise Refusal("no-plan")
        if self.wanted and self.wanted not in known:
            raise Refusal("district-unknown", name=self.wanted[:40], names="、".join(known))
        if not self.wanted and len(known) > 1:
            raise Refusal("district-which", names="、".join(known))
        return known[self.wanted] if self.wanted else next(iter(known.values()))

    def context(self, session: Session, on: date | None = None) -> Context:
        """The surroundings of a handler, as of today or of another local date. Raises Refusal without a plan."""
        kept = plans.active(session, self.district(session))
        if kept is None:
            raise Refusal("no-plan")
        return Context(session, Request(ACTOR, "", "", self.now), ACTOR, on or self.today, self.settings.zone,
                       calendar(), self.say, None, kept)


def installation(district: str = "") -> Installation:
    """The installation of this folder and environment, for a command about the district of that name. Raises
    SettingsFaults."""
    return Installation(read_settings(), texts(language(os.environ)), datetime.now(UTC), one_line(district))


def print_json(content: object) -> None:
    """Write `content` for another program: UTF-8 as it is, dates in ISO form."""
    print(json.dumps(content, ensure_ascii=False, indent=2))
