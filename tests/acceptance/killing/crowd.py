"""What the people do meanwhile: report, press, take back, ask, and mistake a number; every word of it is noted."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from tests.acceptance.killing.ground import Ground, Liaison
from tests.bot_api import Control
from tests.bot_api.world import Json


class Act(StrEnum):
    """What somebody did."""

    REPORT = "report"        # 已公开 #n link
    FOREIGN = "foreign"      # the same with another department's number
    DONE = "done"            # the button 已公开
    LINK = "link"            # the bare link after it
    UNDO = "undo"            # the button 撤销
    ASK = "ask"              # /status


@dataclass(frozen=True, slots=True)
class Said:
    """One update that somebody caused. `number` is 0 and `link` empty where there is none."""

    update: int
    chat: int
    act: Act
    number: int = 0
    link: str = ""

    @property
    def key(self) -> str:
        """The update's natural key in evidence and answers."""
        return f"telegram:{self.update}"


class Crowd:
    """Everybody at the other end, acting by chance."""

    def __init__(self, api: Control, ground: Ground, random: Random) -> None:
        self._api, self._ground, self._random = api, ground, random
        self.said: list[Said] = []
        self._links = 0

    def act(self) -> None:
        """One thing by one person; taken back nearly as often as done, so that there is always something due."""
        deeds: list[tuple[Callable[[], None], int]] = [
            (self._report, 4), (self._answer_a_push, 2), (self._press_and_send, 2), (self._take_back, 6),
            (self._mistake_a_number, 1), (self._ask, 2),
        ]  # fmt: skip
        self._random.choices([deed for deed, _ in deeds], [weight for _, weight in deeds])[0]()

    def _report(self) -> None:
        one = self._anybody()
        self._say(one.chat, Act.REPORT, self._random.choice(one.items))

    def _answer_a_push(self) -> None:
        if found := self._shown("done:"):
            self._say(found[0], Act.REPORT, found[2], reply_to=found[1])

    def _press_and_send(self) -> None:
        if found := self._shown("done:"):
            chat, message, number = found
            if self._press(Act.DONE, chat, message, number):
                self._say(chat, Act.LINK, number)

    def _take_back(self) -> None:
        if found := self._shown("undo:"):
            for _ in range(self._random.choice((1, 1, 2))):     # some press twice
                self._press(Act.UNDO, *found)

    def _mistake_a_number(self) -> None:
        one, other = self._random.sample(self._ground.liaisons, 2)
        self._say(one.chat, Act.FOREIGN, self._random.choice(other.items))

    def _ask(self) -> None:
        chat = self._random.choice((self._anybody().chat, *self._ground.office))
        update = self._api.say(chat, f"/status {self._anybody().department}")["update"]
        self.said.append(Said(update, chat, Act.ASK))

    def _say(self, chat: int, act: Act, number: int, reply_to: int | None = None) -> None:
        self._links += 1
        link = f"https://www.ahguichi.gov.cn/zwgk/2018/{self._links}.html"
        words = link if act is Act.LINK else f"已公开 #{number} {link}"
        update = self._api.say(chat, words, reply_to=reply_to)["update"]
        self.said.append(Said(update, chat, act, number, link))

    def _press(self, act: Act, chat: int, message: int, number: int) -> bool:
        try:
            update = self._api.press(chat, message, f"{act}:{number}")["update"]
        except AssertionError:
            return False    # the card was edited a moment ago: nobody can press what is gone
        self.said.append(Said(update, chat, act, number))
        return True

    def _shown(self, prefix: str) -> tuple[int, int, int] | None:
        """A button that some message shows right now: chat, message, item number."""
        newest: dict[tuple[int, int], Json] = {(m["chat"], m["message_id"]): m for m in self._api.accepted}
        found = [(chat, message, int(data.removeprefix(prefix)))
                 for (chat, message), shown in newest.items() for data in shown["buttons"] if data.startswith(prefix)]
        return self._random.choice(found) if found else None

    def _anybody(self) -> Liaison:
        return self._random.choice(self._ground.liaisons)
