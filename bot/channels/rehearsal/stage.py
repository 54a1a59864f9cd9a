"""What the rehearsal page asks of the process behind it: its clock and its cast. How they work is theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody whom the newcomer may play. `role`: "liaison", "office", "visitor"; `name` says the duty."""

    chat: str
    name: str
    role: str


class Stage(Protocol):
    """The rehearsal's clock and people."""

    def now(self) -> datetime:
        """What time it is in the rehearsal, aware UTC."""

    async def move_to(self, when: datetime) -> None:
        """Set the clock to `when` (aware UTC) and run the rounds. Raises Refusal "clock-backwards"."""

    async def next_push(self) -> datetime:
        """When the next daily push is due, aware UTC, later than now."""

    async def cast(self) -> Sequence[CastMember]:
        """Everybody who may be played, in the order in which the page lists them."""
