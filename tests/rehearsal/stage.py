"""A stage for tests: five people, a clock that starts on 2018-07-30 at 08:59, one push a day at 09:00."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.channels.rehearsal.stage import CastMember
from obligations.errors import Refusal

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2018, 7, 30, 8, 59, tzinfo=SHANGHAI).astimezone(UTC)
PUSH_AT = time(9, 0)

OFFICE = CastMember("c-office", "区政务公开办", "office")
TREASURY = CastMember("c-czj", "区财政局联络员", "liaison")
ECOLOGY = CastMember("c-hbj", "区环保局联络员", "liaison")
EDUCATION = CastMember("c-jtj", "区教体局联络员", "liaison")
VISITOR = CastMember("c-new", "还没登记的人", "visitor")
CAST = (OFFICE, TREASURY, ECOLOGY, EDUCATION, VISITOR)

Round = Callable[[datetime], Awaitable[None]]


async def _no_round(at: datetime) -> None:
    """Nothing is pushed."""


class FakeStage:
    """Runs `round` once for every push time that the clock passes."""

    def __init__(self, round: Round = _no_round, start: datetime = START) -> None:
        self._now = start
        self.round = round

    def now(self) -> datetime:
        """The rehearsal's time, aware UTC."""
        return self._now

    async def next_push(self) -> datetime:
        """The next 09:00 in Shanghai after now."""
        here = self._now.astimezone(SHANGHAI)
        push = datetime.combine(here.date(), PUSH_AT, SHANGHAI)
        if push <= here:
            push += timedelta(days=1)
        return push.astimezone(UTC)

    async def move_to(self, when: datetime) -> None:
        """Go on to `when`, with every push on the way."""
        if when < self._now:
            raise Refusal("clock-backwards")
        while (push := await self.next_push()) <= when:
            self._now = push
            await self.round(push)
        self._now = when

    async def cast(self) -> Sequence[CastMember]:
        """The five."""
        return CAST
