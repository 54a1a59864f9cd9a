"""How fast messages may leave: 25 a second overall, one a second a chat, 20 a minute a group."""

from dataclasses import dataclass, field

OVERALL = 1 / 25
PRIVATE = 1.0
GROUP = 60 / 20


@dataclass(slots=True)
class Pace:
    """Keeps the messenger's limits. Times are seconds on a monotonic clock, given as arguments."""

    overall: float = OVERALL
    private: float = PRIVATE
    group: float = GROUP
    _next: float = 0.0
    _chats: dict[str, float] = field(default_factory=dict)

    def slot(self, chat: str, now: float, *, group: bool = False) -> float:
        """Take the next slot for a chat, of one person or a `group`; the seconds to wait until then."""
        start = max(now, self._next, self._chats.get(chat, 0.0))
        self._next = max(now, self._next) + self.overall
        self._chats[chat] = start + (self.group if group else self.private)
        return start - now

    def busy(self, now: float) -> list[str]:
        """The chats that must still rest."""
        self._chats = {chat: until for chat, until in self._chats.items() if until > now}
        return list(self._chats)

    def rest(self, seconds: float, now: float) -> None:
        """The messenger said to wait: nothing leaves before."""
        self._next = max(self._next, now + seconds)

    def pause(self, now: float) -> float:
        """The seconds until anything at all may leave; small ones are left to `slot`."""
        return max(0.0, self._next - now - 1.0)


def unpaced() -> Pace:
    """For a channel without limits."""
    return Pace(0.0, 0.0, 0.0)
