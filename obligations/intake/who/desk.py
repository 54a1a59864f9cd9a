"""Where the readers of names put their questions: each is asked once for the same words of a document."""

from collections.abc import Callable, Mapping, Sequence
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
    _names: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def at(self, quote: Quote, row: int | None = None) -> "Desk":
        """The desk for another cell, with the same memory."""
        return replace(self, quote=quote, row=row)

    def ask(self, kind: str, words: str, choices: Sequence[Choice], **values: str) -> str:
        """The id of the choice in force for `words`."""
        if (kind, words) not in self._answers:
            self._answers[kind, words] = self.inquiry.ask(
                kind, self._words(words), choices, row=self.row, context="", typed=False, **values)
        return self._answers[kind, words]

    def names(self, kind: str, words: str, choices: Mapping[Choice, tuple[str, ...]],
              resolve: Callable[[str], str | None]) -> tuple[str, ...]:
        """The names that the choice in force for `words` stands for, or those typed in answer, of which `resolve`
        finds the one that is meant."""
        if (kind, words) not in self._names:
            quote, meant = self._words(words), {choice.id: names for choice, names in choices.items()}
            answer = self.inquiry.ask(kind, quote, tuple(choices), row=self.row, typed=True)
            typed = resolved(answer, quote, resolve, self.inquiry) if answer.startswith(TYPED) else None
            self._names[kind, words] = typed or meant.get(answer, next(iter(choices.values())))
        return self._names[kind, words]

    def remark(self, kind: str, words: str, **values: str) -> None:
        """Show `words`, once, without asking."""
        if (kind, words) not in self._answers:
            self._answers[kind, words] = ""
            self.inquiry.remark(kind, self._words(words), row=self.row, **values)

    def _words(self, words: str) -> Quote:
        return Quote(words, self.quote.place, self.quote.origin)
