"""Which words are the heading of a section and how deep it stands; rows and items ask for what they stand under."""

import re
from dataclasses import dataclass, field

from obligations.intake.rows.bare import Bare, bare
from obligations.intake.rows.labels import compact

LONGEST = 60        # characters; longer words are a task, not a heading

# From the outermost: 第一部分, 一、, （一）, 1., （1）, ①.
_LEVELS = tuple(re.compile(pattern) for pattern in (
    r"第[一二三四五六七八九十\d]{1,3}(?:部分|章|节|篇|板块)",
    r"[一二三四五六七八九十]{1,3}(?:、|\.|．|，|,|\s)|[一二三四五六七八九十]{1,3}$",
    r"[（(][一二三四五六七八九十]{1,3}[)）]、?",
    r"\d{1,3}[.．](?=(?:0?[1-9]|1[0-2])月|20\d\d年)"        # 2.9月底前公布…
    r"|\d{1,3}(?:[.．]\d{1,2}){0,3}(?:[、．,，]|\.(?!\d)|\s(?!\s*[个月日年家项次%]))|\d{1,3}$",
    r"[（(]\d{1,3}[)）]、?|\d{1,3}[)）]",
    r"[①-⑳]",
))
_DEEPEST_OF_SECTIONS = 2
_ENDS = re.compile(r"[。；;！!]")


@dataclass(frozen=True, slots=True)
class Mark:
    """The number that a text opens with: its words as printed, and how deep such a number stands."""

    words: str
    level: int


def mark(text: str) -> Mark | None:
    """The number that opens `text`, if one does."""
    start = text.lstrip()
    for level, pattern in enumerate(_LEVELS):
        found = pattern.match(start)
        if found:
            return Mark(found[0], level)
    return None


def is_heading(text: str) -> bool:
    """Whether `text` is numbered like a section (一、, （一）, 第一部分) and is no longer than a heading."""
    opening = mark(text)
    return opening is not None and opening.level <= _DEEPEST_OF_SECTIONS and is_short(text)


def is_short(text: str) -> bool:
    """Whether `text` is one phrase, not sentences."""
    return len(text) <= LONGEST and _ENDS.search(text.strip().rstrip("。；;")) is None


def on_one_line(text: str) -> str:
    """`text` as one line; a line break between Chinese words is only the width of a cell."""
    return "".join(line.strip() for line in text.splitlines())


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in force: how deep it stands, and how many rows there were when it came. One without a number stands
    on the numbered heading over it and is as deep; `bare`: what it is made of."""

    words: str
    level: int
    rows: int
    bare: Bare | None = None


@dataclass(slots=True)
class Outline:
    """The headings in force, outermost first."""

    _stack: list[Heading] = field(default_factory=list)

    def enter(self, text: str, level: int | None = None, rows: int = 0) -> bool:
        """Put `text` in force in place of the headings as deep or deeper. False: it was in force already, printed
        once more at a page break. `rows`: how many there are so far."""
        opening = mark(text)
        depth = level if level is not None else opening.level if opening else None
        line = on_one_line(text)
        if any(compact(line) == compact(there.words) and (depth is None or depth == there.level)
               for there in self._stack):
            return False
        if depth is None:
            self._enter_unnumbered(line, rows)
        else:
            self.rise(depth)
            self._stack.append(Heading(line, depth, rows))
        return True

    def _enter_unnumbered(self, line: str, rows: int) -> None:
        """Headings without numbers stand in one another only where nothing stands between them; 6月 ends 3月."""
        kind = bare(line) or Bare.WORDS
        plain = [at for at, there in enumerate(self._stack) if there.bare]
        same = [at for at in plain if self._stack[at].bare is kind]
        if same:
            del self._stack[same[0]:]
        elif plain and self._stack[-1].rows != rows:
            del self._stack[plain[0 if kind is Bare.WORDS else -1]:]
        self._stack.append(Heading(line, self._stack[-1].level if self._stack else -1, rows, kind))

    def rise(self, level: int) -> None:
        """Something numbered `level` deep follows: the headings as deep or deeper are over."""
        self._stack = [there for there in self._stack if there.level < level]

    def leave(self) -> None:
        """No heading is in force any more."""
        self._stack.clear()

    def names(self) -> tuple[str, ...]:
        """The headings in force."""
        return tuple(there.words for there in self._stack)
