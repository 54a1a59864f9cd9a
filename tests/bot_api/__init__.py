"""A Bot API server on loopback that knows Telegram's limits, keeps a log, and can fail in every way."""

from tests.bot_api.control import Control
from tests.bot_api.faults import Fault
from tests.bot_api.server import TOKEN, BotApi

__all__ = ["TOKEN", "BotApi", "Control", "Fault"]
