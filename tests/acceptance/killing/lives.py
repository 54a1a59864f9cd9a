"""The lives and deaths: starts the bot, lets people act, kills it at a random moment, and in the end lets it settle."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from bot.clock import RehearsalClock
from obligations.workdays import calendar
from storage.database import Database, Session
from storage.tables import Inbox, Outbox, table_of
from tests.acceptance.killing import victim
from tests.acceptance.killing.crowd import Crowd
from tests.acceptance.killing.ground import BEGINS, FAULTS, OUTAGES, SENDING, Ground
from tests.bot_api import Control

LIVES_A_DAY = (3, 6)
SETTLED_WITHIN = 60.0   # seconds; longer means that something is stuck
# Seconds after the first poll in which a life ends: the morning's sending, tidying up, and all that comes after.
SPANS = (0.1, 0.3, 1.0)


@dataclass(slots=True)
class Deaths:
    """How the lives ended. `ended` counts those that were over before they were killed."""

    kills: int = 0
    ended: int = 0
    days: int = 1
    amid_handling: int = 0
    amid_sending: int = 0
    amid_queue: int = 0
    outages: int = 0
    exit_code: int = -1


def live_and_die(ground: Ground, api: Control, crowd: Crowd, kills: int, random: Random) -> Deaths:
    """`kills` lives, then one that may settle; how they ended."""
    deaths, clock = Deaths(), RehearsalClock(BEGINS)
    begun = time.monotonic()
    _life(ground, clock.now(), deaths, lambda: _until_it_polls(api, 0))
    start = time.monotonic() - begun
    while deaths.kills < kills:
        for _ in range(min(random.randint(*LIVES_A_DAY), kills - deaths.kills)):
            api.chance(random.randrange(2**31), FAULTS, SENDING)
            _life(ground, clock.now(), deaths, _course(api, crowd, random, start, deaths))
        api.chance(random.randrange(2**31), FAULTS, SENDING)
        _evening(ground, api, clock.now(), deaths)
        clock.move_to(_next_morning(ground, clock.now()))
        deaths.days += 1
    api.chance(0, {})
    process = victim.begin(ground.settings, clock.now(), ground.log)
    _let_settle(ground)
    deaths.exit_code = victim.stop(process)
    return deaths


def _evening(ground: Ground, api: Control, now: datetime, deaths: Deaths) -> None:
    """A life of the same day that may come to rest: whatever was to arrive on it must have."""
    def course() -> None:
        _until_it_polls(api, polls)
        _let_settle(ground)

    polls = api.state["calls"].get("getupdates", 0)
    _life(ground, now, deaths, course)
    deaths.kills -= 1    # nothing was under way any more


def _life(ground: Ground, starts: datetime, deaths: Deaths, course: Callable[[], None]) -> None:
    process = victim.begin(ground.settings, starts, ground.log)
    course()
    deaths.kills += 1
    deaths.ended += not victim.kill(process)
    _look(ground, deaths)


def _course(api: Control, crowd: Crowd, random: Random, start: float, deaths: Deaths) -> Callable[[], None]:
    """What happens in a life until it ends; nobody speaks in some, for answers go before digests. In one of four
    the messenger fails altogether after a while, and comes back, or the life ends before it does.

    `start`: seconds that a start took. A quarter ends in it, the others at a moment after it.
    """
    polls, talkative = api.state["calls"].get("getupdates", 0), random.random() < 0.6

    def course() -> None:
        if talkative:
            crowd.act()     # while nobody is there yet
        if random.random() < 0.25:
            time.sleep(random.uniform(0.0, start))
            return
        _until_it_polls(api, polls)
        if random.random() < 0.25:
            deaths.outages += 1
            _meanwhile(None, random, random.uniform(0.0, 0.1))
            api.chance(random.randrange(2**31), {random.choice(OUTAGES): 1.0})
            _meanwhile(crowd if talkative else None, random, random.uniform(0.0, 1.0))
            api.chance(random.randrange(2**31), FAULTS, SENDING)
        _meanwhile(crowd if talkative else None, random, random.uniform(0.0, random.choice(SPANS)))

    return course


def _until_it_polls(api: Control, polls: int) -> None:
    api.wait(lambda state: state["calls"].get("getupdates", 0) > polls)


def _meanwhile(crowd: Crowd | None, random: Random, span: float) -> None:
    """`span` seconds, in which people act; the last of them often just before the end."""
    end = time.monotonic() + span
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, random.uniform(0.05, 0.5)))
        if crowd and time.monotonic() < end:
            crowd.act()
    if crowd and random.random() < 0.5:
        crowd.act()
        time.sleep(random.uniform(0.0, 0.05))   # just long enough to be in the middle of it


def _next_morning(ground: Ground, now: datetime) -> datetime:
    zone = ground.settings.zone
    day = calendar().add_workdays(now.astimezone(zone).date(), 1)
    return datetime.combine(day, ground.settings.push_at, zone)


def _look(ground: Ground, deaths: Deaths) -> None:
    """Note what the dead one was about; in a copy, so that the next life finds the log as it was left."""
    with _copy(ground.folder) as session:
        deaths.amid_handling += _count(session, "inbox", "new") > 0
        deaths.amid_sending += _count(session, "outbox", "sending") > 0
        deaths.amid_queue += _count(session, "outbox", "queued") > 0


@contextmanager
def _copy(folder: Path) -> Iterator[Session]:
    there = folder / "copy"
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir()
    for suffix in ("", "-wal"):
        if (file := folder / f"bot.db{suffix}").exists():
            shutil.copyfile(file, there / file.name)
    database = Database(f"sqlite:///{there / 'bot.db'}")
    with database.read() as session:
        yield session
    database.close()


def _let_settle(ground: Ground) -> None:
    """Wait until nothing is left to be handled or sent. Raises AssertionError."""
    end = time.monotonic() + SETTLED_WITHIN
    database = ground.database()
    quiet = 0
    while quiet < 5:    # a while, not a moment: the round may be about to begin
        assert time.monotonic() < end, "the bot never came to rest"
        time.sleep(0.2)
        with database.read() as session:
            quiet = 0 if _left(session) else quiet + 1
    database.close()


def _left(session: Session) -> int:
    return _count(session, "inbox", "new") + _count(session, "outbox", "queued") + _count(session, "outbox", "sending")


def _count(session: Session, table: str, state: str) -> int:
    rows = table_of(Inbox if table == "inbox" else Outbox)
    found: int = session.execute(select(func.count()).select_from(rows).where(rows.c.state == state)).scalar_one()
    return found
