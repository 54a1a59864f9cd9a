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
    _meant: dict[tuple[str, str], Choice | tuple[str, ...]] = field(default_factory=dict)

    def at(self, quote: Quote, row: int | None = None) -> "Desk":
        """The desk for another cell, with the same memory."""
        return replace(self, quote=quote, row=row)

    def ask(self, kind: str, words: str, choices: Sequence[Choice], **values: str) -> str:
        """The id of the choice in force for `words`."""
        if (kind, words) not in self._answers:
            self._answers[kind, words] = self.inquiry.ask(
                kind, self._words(words), choices, row=self.row, context="", typed=False, **values)
        return self._answers[kind, words]

    def meant(self, kind: str, words: str, choices: Sequence[Choice],
              resolve: Callable[[str], str | None]) -> Choice | tuple[str, ...]:
        """The choice in force for `words`, or the names typed in answer, of which `resolve` finds the one that is
        meant."""
        if (kind, words) not in self._meant:
            quote = self._words(words)
            answer = self.inquiry.ask(kind, quote, choices, row=self.row, typed=True)
            typed = resolved(answer, quote, resolve, self.inquiry) if answer.startswith(TYPED) else None
            self._meant[kind, words] = typed or next((one for one in choices if one.id == answer), choices[0])
        return self._meant[kind, words]

    def remark(self, kind: str, words: str, **values: str) -> None:
        """Show `words`, once, without asking."""
        if (kind, words) not in self._answers:
            self._answers[kind, words] = ""
            self.inquiry.remark(kind, self._words(words), row=self.row, **values)

    def _words(self, words: str) -> Quote:
        return Quote(words, self.quote.place, self.quote.origin)
