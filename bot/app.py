"""Starts the process: the messenger with a token, the rehearsal without one; ends it with one clear sentence."""

import asyncio
import logging
import sys

from bot.redact import protect, quiet_libraries
from bot.settings import Settings
from locales.catalogue import texts
from obligations.errors import Refusal


def run(settings: Settings) -> int:
    """Run until stopped; the exit code. Without a token: the rehearsal."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    protect(handler, settings.secrets)
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    quiet_libraries()
    say = texts(settings.locale)
    try:
        asyncio.run(_main(settings))
    except Refusal as refusal:
        print(say(refusal.key, **refusal.values), file=sys.stderr)
        return 1
    return 0


async def _main(settings: Settings) -> None:
    # Only what is used is loaded: each of the two brings its own libraries.
    if settings.token:
        from bot.channels.telegram.process import run_telegram

        return await run_telegram(settings)
    from bot.channels.rehearsal.process import run_rehearsal

    await run_rehearsal(settings)
