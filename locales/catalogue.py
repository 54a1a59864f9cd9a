"""Loads the texts and fills them in; what is said when is decided elsewhere."""

from functools import cache, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

ROOT = Path(__file__).parent
LOCALES = ("zh-CN", "en")
LONGEST_VALUE = 2500
REMEMBERED = 4_000


class TextFault(Exception):
    """A text that is missing or was not given what it needs: a fault of ours, never of the reader."""


class Texts:
    """The texts of one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        # Isolating marks (U+2068/2069) would end up inside links, and so break them.
        self._bundle = FluentBundle([locale], use_isolating=False)
        # The same days, headings and deadlines stand in every message of a morning.
        self._filled = lru_cache(maxsize=REMEMBERED)(self._fill)
        for path in sorted((ROOT / locale).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return self._bundle.has_message(key)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text `key` filled with `values`; numbers are written plainly. Raises TextFault."""
        # Numbers as words: Fluent would group 2018 as 2,018. Fluent refuses a value over 2,500 characters.
        return self._filled(key, **{name: _clipped(str(value)) for name, value in values.items()})

    def _fill(self, key: str, /, **plain: str) -> str:
        if not self.has(key):
            raise TextFault(f"{self.locale}: no text {key}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise TextFault(f"{self.locale}: {key} has no words")
        text, faults = self._bundle.format_pattern(pattern, plain)
        if faults:
            raise TextFault(f"{self.locale}: {key}: {faults[0]}")
        return str(text)


def _clipped(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


@cache
def texts(locale: str) -> Texts:
    """The texts of `locale`; a language we do not have falls back to zh-CN."""
    return Texts(locale if locale in LOCALES else LOCALES[0])
