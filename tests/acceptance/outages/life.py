"""`python -m tests.acceptance.outages.life MOMENT`: the real process by its own settings, at a clock of 2018."""

import asyncio
import logging
import sys
from datetime import datetime

from bot.channels.telegram.process import run_telegram
from bot.clock import RehearsalClock
from bot.redact import quiet_libraries
from bot.settings import read_settings

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", force=True)
    quiet_libraries()
    asyncio.run(run_telegram(read_settings(), RehearsalClock(datetime.fromisoformat(sys.argv[1]))))
