"""`gongkai doctor`: looks at everything an installation needs, changes nothing, and shows no secret."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from bot.commands.installation import Installation, installation
from bot.language import language
from bot.rounds import check_clock
from bot.settings import SettingsFaults
from locales.catalogue import Texts, texts
from obligations.agenda import Agenda
from obligations.errors import Refusal
from obligations.item import Item
from obligations.workdays import calendar
from storage import audit, checkup, ledger, morning, people, plans, schema
from storage.database import Database, Session, exists, file_of


class Level(StrEnum):
    """How a finding is to be taken."""

    GOOD = "good"
    NOTE = "note"      # works, but somebody should know
    FAULT = "fault"    # does not work until it is mended


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    level: Level
    words: str


def doctor() -> int:
    """Print one line for each thing looked at; 1 when something must be mended, else 0."""
    say, fit = texts(language(os.environ)), True
    for one in _findings(say):      # each is shown at once: what comes after may fail altogether
        print(say(f"cli-doctor-{one.level.value}", words=one.words))
        fit = fit and one.level is not Level.FAULT
    return int(not fit)


def _findings(say: Texts) -> Iterator[Finding]:
    try:
        here = installation()
    except SettingsFaults as faults:
        yield from (Finding(Level.FAULT, say(one.key, **one.values)) for one in faults.faults)
    else:
        yield from _of_installation(here)


def _of_installation(here: Installation) -> Iterator[Finding]:
    say = here.say
    yield Finding(Level.GOOD, say("cli-doctor-settings"))
    yield Finding(Level.GOOD, say("cli-doctor-token" if here.settings.token else "cli-doctor-no-token"))
    yield Finding(Level.GOOD, say("cli-doctor-calendar", version=calendar().version,
                                  day=calendar().certain_until.isoformat()))
    file = file_of(here.settings.database_url)
    if file is not None:
        yield _sqlite(here)
        yield _disk(here, file)
    yield from _database(here)


def _sqlite(here: Installation) -> Finding:
    version = checkup.sqlite_version()
    key = "cli-doctor-sqlite-gate" if checkup.has_wal_reset_bug(version) else "cli-doctor-sqlite"
    return Finding(Level.GOOD, here.say(key, version=version))


def _disk(here: Installation, file: Path) -> Finding:
    folder = next(one for one in file.parents if one.is_dir())
    try:
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"\0" * 4_000)
            trial.flush()
        if file.exists() and not os.access(file, os.W_OK):
            raise PermissionError(13, os.strerror(13))
    except OSError as error:
        return Finding(Level.FAULT, here.say("cli-doctor-disk-sick", folder=folder, why=error.strerror or ""))
    return Finding(Level.GOOD, here.say("cli-doctor-disk", folder=folder))


def _database(here: Installation) -> Iterator[Finding]:
    if not exists(here.settings.database_url):
        yield Finding(Level.NOTE, here.say("cli-doctor-no-database"))
        return
    with closing(Database(here.settings.database_url)) as database:
        revision, newest = schema.current(database), schema.newest()
        if revision != newest:
            yield Finding(Level.NOTE, here.say("cli-doctor-revision-old", revision=revision or "–", newest=newest))
            return
        yield Finding(Level.GOOD, here.say("cli-doctor-revision", revision=revision))
        with database.read() as session:
            yield from _content(here, session)


def _content(here: Installation, session: Session) -> Iterator[Finding]:
    every = morning.districts(session)
    if not every:
        yield Finding(Level.NOTE, here.say("no-plan"))
    for district in every:
        yield from _of_district(here, session, district)
    yield from _clock(here, session)
    yield _outbox(here, session)


def _of_district(here: Installation, session: Session, district: int) -> Iterator[Finding]:
    kept = plans.active(session, district)
    if kept is None:
        yield Finding(Level.NOTE, here.say("no-plan"))
        return
    yield Finding(Level.GOOD, here.say("cli-doctor-plan", title=kept.plan.title))
    items = ledger.items(session, district)
    yield _reminders(here, items)
    yield _liaisons(here, session, district, items)


def _clock(here: Installation, session: Session) -> Iterator[Finding]:
    """What was written can only be older than the present: else the clock is wrong, or was."""
    try:
        check_clock(session, here.now)
    except Refusal as lost:
        yield Finding(Level.FAULT, here.say(lost.key, **lost.values))
        return
    ahead = [day for one in morning.districts(session) if (day := morning.told_ahead(session, one, here.today))]
    latest = audit.latest(session)
    if ahead:
        yield Finding(Level.NOTE, here.say("cli-doctor-told-ahead", day=max(ahead).isoformat()))
    elif latest and latest > here.now + timedelta(minutes=10):
        local = latest.astimezone(here.settings.zone)
        yield Finding(Level.NOTE, here.say("cli-doctor-clock", latest=f"{local:%Y-%m-%d %H:%M}"))
    else:
        yield Finding(Level.GOOD, here.say("cli-doctor-clock-fits"))


def _reminders(here: Installation, items: Sequence[Item]) -> Finding:
    """That no open item is dropped: each has its next reminder, or no date to remind of."""
    agenda = Agenda(here.today, here.today, calendar())
    open_items = [item for item in items if item.to_do]
    undated = sum(item.act_by is None for item in open_items)
    forgotten = [item.number for item in open_items if item.act_by and agenda.next_notice(item) is None]
    if forgotten:
        return Finding(Level.FAULT, here.say("cli-doctor-forgotten", numbers=" ".join(f"#{n}" for n in forgotten)))
    return Finding(Level.GOOD, here.say("cli-doctor-reminders", dated=len(open_items) - undated, undated=undated))


def _liaisons(here: Installation, session: Session, district: int, items: Sequence[Item]) -> Finding:
    reached = {name for one in people.everyone(session, district) if not one.trouble for name in one.departments}
    asked = {item.department for item in items if item.alive}
    alone = [name for name in ledger.department_names(session, district) if name in asked - reached]
    if not alone:
        return Finding(Level.GOOD, here.say("cli-doctor-liaisons"))
    return Finding(Level.NOTE, here.say("cli-doctor-alone", count=len(alone),
                                        departments=here.say("list-comma").join(alone)))


def _outbox(here: Installation, session: Session) -> Finding:
    found = checkup.unfinished(session)
    if not found:
        return Finding(Level.GOOD, here.say("cli-doctor-outbox"))
    named = (here.say(f"cli-outbox-{state}", count=number) for state, number in found.items())
    return Finding(Level.NOTE, here.say("cli-doctor-outbox-left", states=here.say("list-comma").join(named)))
