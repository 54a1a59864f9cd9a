"""Where the readers of names put their questions: each is asked once for the same words of a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import NOTHING, Quote
from obligations.intake.who.groups import resolved


@dataclass(frozen=True, slots=True)
class Desk:
    """Asks about words of one cell (`quote` of row `row`)."""

    inquiry: Inquiry
    quote: Quote = NOTHING
    row: int | None = None
    _answers: dict[tuple[str, str], str] = field(default_factory=dict)
    _typed: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def at(self, quote: Quote, row: int | None = None) -> "Desk":
        """The desk for another cell, with the same memory."""
        return replace(self, quote=quote, row=row)

    def ask(self, kind: str, words: str, choices: Sequence[Choice], **values: str) -> str:
        """The id of the choice in force for `words`."""
        if (kind, words) not in self._answers:
            self._answers[kind, words] = self.inquiry.ask(
                kind, self._words(words), choices, row=self.row, context="", typed=False, **values)
        return self._answers[kind, words]

    def typed(self, kind: str, words: str, default: Choice, resolve: Callable[[str], str | None]) -> tuple[str, ...]:
        """The bodies typed in answer, () as long as nobody has; `resolve` finds the body that a typed name means."""
        if (kind, words) not in self._typed:
            quote = self._words(words)
            answer = self.inquiry.ask(kind, quote, (default,), row=self.row, typed=True)
            named = resolved(answer, quote, resolve, self.inquiry) if answer.startswith(TYPED) else None
            self._typed[kind, words] = named or ()
        return self._typed[kind, words]

    def remark(self, kind: str, words: str, **values: str) -> None:
        """Show `words`, once, without asking."""
        if (kind, words) not in self._answers:
            self._answers[kind, words] = ""
            self.inquiry.remark(kind, self._words(words), row=self.row, **values)

    def _words(self, words: str) -> Quote:
        return Quote(words, self.quote.place, self.quote.origin)
