"""Telegram's sending limits: 30 a second in all, 1 a second for a chat, 20 a minute for a group.

Source: "My bot is hitting limits" in https://core.telegram.org/bots/faq.
"""

from collections import deque
from math import ceil


class Pace:
    """The sends of the last minute, by the server's monotonic seconds."""

    def __init__(self, *, overall: int = 30, chat: int = 1, group: int = 20) -> None:
        self._overall, self._chat, self._group = overall, chat, group
        self._sends: dict[int | None, deque[float]] = {}

    def wait(self, chat: int, now: float) -> int | None:
        """Whole seconds that a send to `chat` comes too early; None: it is counted, and may go.

        Groups have negative ids.
        """
        windows: list[tuple[int | None, int, float]] = [(None, self._overall, 1.0), (chat, self._chat, 1.0)]
        if chat < 0:
            windows.append((chat, self._group, 60.0))
        early = max(self._early(key, most, span, now) for key, most, span in windows)
        if early > 0:
            return max(1, ceil(early))
        for key in (None, chat):
            self._sends.setdefault(key, deque(maxlen=64)).append(now)
        return None

    def _early(self, key: int | None, most: int, span: float, now: float) -> float:
        sends = [at for at in self._sends.get(key, ()) if now - at < span]
        return 0.0 if len(sends) < most else span - (now - sends[-most])
