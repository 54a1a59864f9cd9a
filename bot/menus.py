"""Which commands a messenger shows to whom: by role, place and language. What stands in a menu is decided by the table
of commands, how it is shown by the channel; here because no messenger has a say in it."""

import asyncio

from bot.channels.port import Channel, CommandSet
from bot.engine import every
from handlers.command import Table
from handlers.commands import menu
from handlers.request import Place, Role
from locales.catalogue import LOCALES, texts
from storage import morning, people
from storage.database import Database

MENU_SECONDS = 60.0


def menus(database: Database, channel: str, locale: str) -> list[CommandSet]:
    """The command menus: for everybody in private, for groups, and for each of the office; in each language, and in
    `locale` for every other."""
    with database.read() as session:
        office = [one.chat for district in morning.districts(session) for one in people.office(session, district)
                  if one.channel == channel]
    scopes = [("private", None, menu(Role.LIAISON)), ("groups", None, menu(Role.LIAISON, Place.GROUP)),
              *(("chat", chat, menu(Role.OFFICE)) for chat in office)]
    return [CommandSet(scope, chat, language, _worded(language or locale, shown))
            for scope, chat, shown in scopes for language in ("", *LOCALES)]


async def keep_menus(channel: Channel, database: Database, locale: str) -> None:
    """Show each person the menu of their role, from the start and when somebody joins or leaves the office."""
    shown: list[CommandSet] = []

    async def show() -> None:
        nonlocal shown
        wanted = await asyncio.to_thread(menus, database, channel.name, locale)
        if wanted != shown:
            await channel.register_commands(wanted)
            shown = wanted

    await every(MENU_SECONDS, show)


def _worded(locale: str, shown: Table) -> tuple[tuple[str, str], ...]:
    return tuple((command.name, texts(locale)(command.menu)) for command in shown)
