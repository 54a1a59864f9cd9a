"""The refusals of this project: each is one sentence for a person, kept as a text key with its values."""

from collections.abc import Mapping


class Refusal(Exception):
    """Something asked for that is not done; `key` names the sentence in `locales`, `values` fill it.

    The words live in `locales`; here stands only which sentence it is.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: Mapping[str, object] = values


class CalendarRangeError(Refusal):
    """A day outside the years that the working-day calendar can speak about."""


class PlanFaults(Exception):
    """A plan file that cannot be used; every fault in it, found in one go."""

    def __init__(self, faults: "tuple[Refusal, ...]") -> None:
        super().__init__(faults)
        self.faults = faults
