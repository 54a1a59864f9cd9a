"""One life of the bot: the real process on Telegram, forked from a warm parent, by a clock set to a given moment.

Only the clock and the pace are not those of every day: polling, handling, rounds, sending and the
database file are the product's own.
"""

import asyncio
import logging
import os
import signal
import sys
import traceback
from datetime import datetime
from pathlib import Path

from bot.channels.telegram.process import run_telegram
from bot.clock import RehearsalClock
from bot.pace import Pace
from bot.redact import quiet_libraries
from bot.sender import Patience
from bot.settings import Settings

# Three hundred digests an hour of killing need a brisker pace than Telegram's.
PACE = (0.002, 0.02, 0.02)
PATIENCE = Patience(first=0.02, longest=0.2, spare=0.5, long_spare=1.0)


def begin(settings: Settings, starts: datetime, log: Path) -> int:
    """Fork a life whose clock shows `starts` (aware UTC); its process id."""
    sys.stdout.flush()
    sys.stderr.flush()
    if process := os.fork():
        return process
    code = 70
    try:
        code = _live(settings, starts, log)
    finally:
        os._exit(code)


def kill(process: int) -> bool:
    """`kill -9`; False when the life had ended by itself."""
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def stop(process: int) -> int:
    """Ask it to end, as an operator does; its exit code."""
    os.kill(process, signal.SIGTERM)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _live(settings: Settings, starts: datetime, log: Path) -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)    # an impatient Ctrl+C is the parent's affair
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(out, 1)
    os.dup2(out, 2)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s", force=True)
    quiet_libraries()
    try:
        asyncio.run(run_telegram(settings, RehearsalClock(starts), Pace(*PACE), PATIENCE))
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stderr.flush()
    return 0
