"""Collects what is doubtful while a document is being understood, and gives the answer that is in force.

A doubt's key comes of its words, so that the answer to it holds for every version of the document that still has
those words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from obligations.intake.source import Quote

TYPED = "typed:"
UNREAD_NAMES = frozenset({"not-a-body", "words-unread"})     # doubts whether words are a name at all


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer; `kind` names its words in `locales` (choice-…), `value` fills them."""

    kind: str
    value: str = ""

    @property
    def id(self) -> str:
        """What is stored when it is chosen."""
        return f"{self.kind}:{self.value}" if self.value else self.kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the document does not say clearly; `kind` names its words in `locales` (doubt-…).

    The first of `choices` is in force until it is answered: 系统默认. No choices: a remark, nothing to answer.
    `row` is the row it is about (from 0), None: the whole document; `rows` are those that one question is about
    which is asked once for all of them. `typed`: other words may be typed in place of a choice.
    """

    key: str
    kind: str
    quote: Quote
    choices: tuple[Choice, ...] = ()
    row: int | None = None
    typed: bool = False
    answer: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[int, ...] = ()

    @property
    def about(self) -> tuple[int, ...]:
        """Every row it is about, in order; none: the whole document."""
        return self.rows if self.row is None else (self.row,)


class Inquiry:
    """The doubts about one document, with the answers given so far (the id of a choice by the doubt's key)."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self._seen: Counter[str] = Counter()
        self._rows: dict[str, dict[int, None]] = {}
        self.doubts: list[Doubt] = []

    def ask(self, kind: str, quote: Quote, choices: Sequence[Choice], *, row: int | None = None, context: str = "",
            typed: bool = False, **values: str) -> str:
        """The id of the choice in force: the answer given, or else the first choice. Typed words come back as
        `typed:…`. `context` tells doubts with the same quote apart (the text of their row)."""
        key = self._key(kind, quote.text, context)
        answer = self._answers.get(key)
        if answer not in {choice.id for choice in choices} and not (typed and (answer or "").startswith(TYPED)):
            answer = None
        self.doubts.append(Doubt(key, kind, quote, tuple(choices), row, typed, answer, values))
        return answer or choices[0].id

    def concerns(self, key: str, row: int) -> None:
        """Note that the doubt `key`, which is asked once for several rows, is about `row`, too."""
        self._rows.setdefault(key, {})[row] = None

    def finished(self) -> tuple[Doubt, ...]:
        """All doubts with all of the rows that they are about."""
        return tuple(replace(doubt, rows=tuple(self._rows[doubt.key])) if doubt.key in self._rows else doubt
                     for doubt in self.doubts)

    def reopen(self) -> None:
        """Take the doubt asked last for unanswered: what was typed means nothing."""
        self.doubts[-1] = replace(self.doubts[-1], answer=None)

    def remark(self, kind: str, quote: Quote, *, row: int | None = None, **values: str) -> None:
        """Note something that needs no answer but should be seen."""
        self.doubts.append(Doubt(self._key(kind, quote.text, str(row)), kind, quote, row=row, values=values))

    def _key(self, kind: str, words: str, context: str) -> str:
        # Formats differ in blanks and empty lines; an answer holds for the words.
        plain = "\n".join("".join(part.split()) for part in (kind, words, context))
        digest = sha256(plain.encode(errors="replace")).hexdigest()[:8]
        key = f"{kind}-{digest}"
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}-{self._seen[key]}"
