"""The process on Telegram: polling, or a webhook, with the command menus by role and language."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import urlsplit

from starlette.applications import Starlette

from bot.channels.telegram import CommandSet, TelegramChannel
from bot.channels.telegram_errors import ChannelRefused
from bot.channels.webhook import webhook_route
from bot.channels.webserver import WebServer, bind
from bot.clock import Clock, SystemClock
from bot.engine import Engine, Parts, build, open_database, watch
from bot.outage import Contact
from bot.pace import Pace
from bot.sender import PATIENCE, Patience
from bot.settings import Settings
from handlers.command import Table
from handlers.commands import menu
from handlers.request import Place, Role
from locales.catalogue import texts
from storage import morning, people
from storage.database import Database

FIRST_TRIES = 5
MENU_SECONDS = 60.0
# Where Telegram brings the updates, nothing tells a silent day from one that it could not reach us.
CONTACT_SECONDS = 600.0
MENU_LANGUAGES = (("", ""), ("zh", "zh-CN"), ("en", "en"))   # Telegram's code, our locale; "": the setting

log = logging.getLogger(__name__)


async def run_telegram(settings: Settings, clock: Clock | None = None, pace: Pace | None = None,
                       patience: Patience = PATIENCE) -> None:
    """Run until stopped, by the machine's clock and Telegram's pace if no others are given.

    Raises ChannelRefused for a wrong token, Refusal when a part has ended.
    """
    channel = TelegramChannel(settings.token, api_url=settings.api_url or None, proxy=settings.proxy or None)
    database = await open_database(settings.database_url)
    engine = build(settings, database, channel, clock or SystemClock(), pace or Pace(), patience)
    await channel.start()
    try:
        engine.worker.bot_name = await _identity(channel)
        await asyncio.to_thread(_remember, database, engine.worker.bot_name)
        log.info("on Telegram as @%s", engine.worker.bot_name)
        contact = Contact(database, settings.zone)

        async def reached() -> None:
            await asyncio.to_thread(contact.reached, engine.clock.now())

        channel.on_contact = reached
        await reached()
        others: Parts = {"menus": partial(_keep_menus, channel, database, settings.locale)}
        if settings.webhook_url:
            others |= await _webhook(engine, channel, settings)
            others["contact"] = partial(_every, CONTACT_SECONDS, reached)
        await watch(engine, settings, others)
    finally:
        await channel.close()


def menus(database: Database, locale: str) -> list[CommandSet]:
    """The command menus: for everybody in private, for groups, and for each of the office."""
    with database.read() as session:
        office = [one.chat for district in morning.districts(session) for one in people.office(session, district)
                  if one.channel == TelegramChannel.name]
    scopes = [("private", None, menu(Role.LIAISON)), ("groups", None, menu(Role.LIAISON, Place.GROUP)),
              *(("chat", chat, menu(Role.OFFICE)) for chat in office)]
    return [CommandSet(scope, chat, language, _worded(own or locale, shown))
            for scope, chat, shown in scopes for language, own in MENU_LANGUAGES]


def _worded(locale: str, shown: Table) -> tuple[tuple[str, str], ...]:
    return tuple((command.name, texts(locale)(command.menu)) for command in shown)


def _remember(database: Database, name: str) -> None:
    """So that the command line can make links to the bot too."""
    with database.write() as session:
        people.note_bot_name(session, name)


async def _keep_menus(channel: TelegramChannel, database: Database, locale: str) -> None:
    """Show each person the menu of their role, from the start and when somebody joins or leaves the office."""
    shown: list[CommandSet] = []

    async def show() -> None:
        nonlocal shown
        wanted = await asyncio.to_thread(menus, database, locale)
        if wanted != shown:
            await channel.register_commands(wanted)
            shown = wanted

    await _every(MENU_SECONDS, show)


async def _every(seconds: float, act: Callable[[], Awaitable[None]]) -> None:
    while True:
        await act()
        await asyncio.sleep(seconds)


async def _identity(channel: TelegramChannel) -> str:
    """The bot's name; waits for a network that is not there yet, but not for a wrong token."""
    failures = 0
    while True:
        try:
            return await channel.identity()
        except ChannelRefused as refusal:
            failures += 1
            if refusal.key != "messenger-unreachable" or failures >= FIRST_TRIES:
                raise
            log.warning("Telegram cannot be reached yet, try %d", failures)
            await asyncio.sleep(2.0 ** failures)


async def _webhook(engine: Engine, channel: TelegramChannel, settings: Settings) -> Parts:
    """The web server that takes updates, in place of polling."""
    path = urlsplit(settings.webhook_url).path or "/"
    app = Starlette(routes=[webhook_route(path, settings.webhook_secret, engine.worker.keep)])
    listening = bind(settings.listen_host, settings.listen_port)
    await channel.set_webhook(settings.webhook_url, settings.webhook_secret)
    return {"receiving": lambda: WebServer(app).serve([listening])}
