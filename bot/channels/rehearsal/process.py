"""The process in rehearsal: a chat page in place of a messenger, the sample plan, a clock that can be moved.

It keeps a database of its own, begun anew at every start, and never touches the real one.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.stage import CastMember
from bot.channels.rehearsal.web import RehearsalServer, build_app
from bot.channels.webserver import bind
from bot.clock import RehearsalClock
from bot.engine import Engine, build, open_database, watch
from bot.pace import unpaced
from bot.settings import Settings
from locales.catalogue import texts
from obligations.workdays import calendar
from storage import ledger, people, plans
from storage.database import Database
from storage.people import Position

PLAN = Path(__file__).parents[3] / "plans" / "guichi-2018.toml"
DATABASE = Path("data/rehearsal.db")
# A quarter of a minute before the first push, so that a newcomer sees the clock and then the push arrive.
BEGINS = (2018, 7, 30, 8, 59, 45)
LOOKS_AHEAD = 400   # days in which the next push is looked for

log = logging.getLogger(__name__)


class Theatre:
    """The stage of the rehearsal: its clock and its cast."""

    def __init__(self, engine: Engine, clock: RehearsalClock, cast: Sequence[CastMember]) -> None:
        self._engine, self._clock, self._cast = engine, clock, cast

    def now(self) -> datetime:
        """What time it is in the rehearsal, aware UTC."""
        return self._clock.now()

    async def move_to(self, when: datetime) -> None:
        """Set the clock and run the rounds. Raises Refusal for a moment that has passed."""
        calendar().is_workday(when.date())
        self._clock.move_to(when)
        await self._engine.tick()

    async def next_push(self) -> datetime:
        """When digests go out next that have anything to say, aware UTC."""
        return await asyncio.to_thread(self._next_push)

    async def cast(self) -> Sequence[CastMember]:
        """Everybody who may be played: the office first."""
        return self._cast

    def _next_push(self) -> datetime:
        first = when = self._engine.rounds.next_push(self._clock.now())
        while when - first < timedelta(days=LOOKS_AHEAD):
            if self._engine.rounds.would_tell(when):
                return when
            when = self._engine.rounds.next_push(when)
        return first


async def run_rehearsal(settings: Settings) -> None:
    """Serve the page until stopped. Raises Refusal when the address is taken or a part has ended."""
    listening = bind(settings.listen_host, settings.listen_port)
    database = await open_database(f"sqlite:///{DATABASE}", afresh=True)
    clock = RehearsalClock(datetime(*BEGINS, tzinfo=settings.zone))
    cast = await asyncio.to_thread(prepare, database, settings.zone, clock.now(), settings.locale)
    channel = RehearsalChannel(clock.now)
    engine = build(settings, database, channel, clock, unpaced())
    stage = Theatre(engine, clock, cast)
    app = build_app(channel, stage, texts(settings.locale), listen=settings.listen_host, zone=settings.zone)
    server = RehearsalServer(app, channel.audience)

    async def close() -> None:
        server.should_exit = True
        channel.audience.close()

    print(texts(settings.locale)("rehearsal-address", address=address(settings)), flush=True)
    await watch(engine, settings, {"the page": lambda: server.serve([listening])}, [close])


def address(settings: Settings) -> str:
    """Where the page is, for a browser on this machine."""
    host = "127.0.0.1" if settings.listen_host in ("0.0.0.0", "::", "") else settings.listen_host
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.listen_port}/"


def prepare(database: Database, zone: ZoneInfo, now: datetime, locale: str) -> list[CastMember]:
    """Activate the sample plan and enrol the cast: the office, and every department's liaison."""
    say, today = texts(locale), now.astimezone(zone).date()
    with database.write() as session:
        kept, _ = plans.import_plan(session, PLAN.read_text(encoding="utf-8"), PLAN.name, now, "rehearsal")
        plans.activate(session, kept.id, calendar(), zone, now, "rehearsal")
        names = ledger.department_names(session, kept.district_id)
        parts: list[tuple[Position, str | None, str]] = [
            (Position.OFFICE, None, say("rehearsal-office"))]
        parts += [(Position.LIAISON, name, say("rehearsal-liaison", department=name)) for name in names]
        cast = [CastMember(f"p{number}", title, position.value)
                for number, (position, _, title) in enumerate(parts, 1)]
        for member, (position, department, _) in zip(cast, parts, strict=True):
            code, _ = people.invite(session, kept.district_id, position, department, today, now, "rehearsal")
            people.enrol(session, code, RehearsalChannel.name, member.chat, member.chat, member.name, locale, today,
                         now)
    return cast
