"""Decides which call fails, and how: as scripted, or by chance from a seed."""

from collections.abc import Mapping
from enum import StrEnum
from random import Random


class Fault(StrEnum):
    """What can go wrong with one call; `after` means that Telegram has done what was asked."""

    FLOOD = "flood"
    BAD_GATEWAY = "bad_gateway"
    BAD_GATEWAY_AFTER = "bad_gateway_after"
    UNAVAILABLE = "unavailable"
    PROXY_REFUSES = "proxy_refuses"
    BLOCK_PAGE = "block_page"
    FORBIDDEN_PAGE = "forbidden_page"
    DRIP = "drip"
    ENDLESS = "endless"
    LONG_REST = "long_rest"
    NO_REST = "no_rest"
    FAR_FUTURE_AFTER = "far_future_after"
    SURROGATE = "surrogate"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    CUT_MIDWAY = "cut_midway"
    HANG = "hang"
    UNREADABLE_AFTER = "unreadable_after"
    NOT_PROMISED_AFTER = "not_promised_after"

    @property
    def after(self) -> bool:
        """Whether the call takes effect all the same."""
        return self.value.endswith("_after")


class Faults:
    """The faults to come: first those scripted, one a call, then by chance."""

    def __init__(self) -> None:
        self._script: list[tuple[str, Fault]] = []
        self._random = Random(0)
        self._chances: dict[Fault, float] = {}
        self._methods: frozenset[str] = frozenset()

    def script(self, fault: Fault, method: str = "", times: int = 1) -> None:
        """Fail the next `times` calls of `method`, "": of any."""
        self._script += [(method.lower(), fault)] * times

    def chance(self, seed: int, chances: Mapping[Fault, float], methods: list[str]) -> None:
        """From now on fail each call of `methods` (none: of all) with these probabilities."""
        self._random = Random(seed)
        self._chances = dict(chances)
        self._methods = frozenset(method.lower() for method in methods)

    def next(self, method: str) -> Fault | None:
        """The fault of a call that has just come; None: it goes well."""
        for place, (wanted, fault) in enumerate(self._script):
            if wanted in ("", method):
                del self._script[place]
                return fault
        if self._methods and method not in self._methods:
            return None
        return self._drawn(self._random.random())

    def _drawn(self, at: float) -> Fault | None:
        for fault, probability in self._chances.items():
            if at < probability:
                return fault
            at -= probability
        return None
